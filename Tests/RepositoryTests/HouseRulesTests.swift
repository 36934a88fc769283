import AverTestSupport
import Foundation
import Testing

@Suite("Rules of the house")
struct HouseRulesTests {
  private static func files(under folders: [String], _ suffixes: [String]) throws -> [String] {
    var found: [String] = []
    for folder in folders {
      let path = RepositoryLayout.root + "/" + folder
      for name in try FileManager.default.subpathsOfDirectory(atPath: path)
      where suffixes.contains((name as NSString).pathExtension) {
        found.append(folder + "/" + name)
      }
    }
    return found.sorted()
  }

  private static func lines(of file: String) throws -> [Substring] {
    // Articles need not be UTF-8.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: RepositoryLayout.root + "/" + file))
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Generated tables stand in files of their own and are as long as they are.
  private static func isTable(_ file: String) -> Bool {
    file.hasSuffix("Table.swift") || file.hasSuffix("Tables.swift") || file.hasSuffix("Data.swift")
  }

  @Test("a file is one concept: 400 lines at most")
  func fileSizes() throws {
    let files = try Self.files(under: ["Sources", "Tests"], ["swift", "c", "h"])
    let long = try files.filter { !Self.isTable($0) }
      .filter { try Self.lines(of: $0).count > 401 }
    #expect(long == [])
    #expect(files.count > 50)
  }

  @Test("the products import no Foundation: it brings a second ICU and 40 MB")
  func imports() throws {
    let plugin = "Sources/EmbedRules/"
    let wrong = try Self.files(under: ["Sources"], ["swift"]).filter { !$0.hasPrefix(plugin) }
      .filter { try Self.lines(of: $0).contains { $0.hasSuffix("import Foundation") } }
    #expect(wrong == [])
  }

  @Test("no C header of the project shows a header of libxml2, ICU or SQLite")
  func headers() throws {
    let wrong = try Self.files(under: ["Sources"], ["h"]).filter { file in
      try Self.lines(of: file).contains { line in
        ["libxml", "unicode", "sqlite"].contains { library in line.hasPrefix("#include <" + library)
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("nothing forces: no try!, no as!, no fatalError in the sources")
  func forces() throws {
    let words = ["try" + "!", "as" + "! ", "fatal" + "Error("]
    let wrong = try Self.files(under: ["Sources"], ["swift"]).filter { file in
      try Self.lines(of: file).contains { line in words.contains { line.contains($0) } }
    }
    #expect(wrong == [])
  }

  @Test("no file names a machine's folders")
  func machinePaths() throws {
    let folders = ["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "/Us" + "ers/"]
    let suffixes = ["swift", "c", "h", "md", "aver", "tsv", "txt", "html", "json", "jsonl", "py"]
    let all = try Self.files(under: ["Sources", "Tests", "Rules", "Corpus"], suffixes)
    let wrong = try all.filter { file in
      let text = try Self.lines(of: file).joined(separator: "\n")
      return folders.contains { folder in
        text.contains(" " + folder) || text.contains("\"" + folder) || text.contains("`" + folder)
      }
    }
    #expect(wrong == [])
  }

  @Test("text files end with one line end and have no carriage return or trailing blank")
  func whitespace() throws {
    let wrong = try Self.files(under: ["Sources", "Tests"], ["swift", "c", "h"]).filter { file in
      let lines = try Self.lines(of: file)
      let tail = lines.suffix(2)
      return tail.last != "" || tail.first == "" || lines.contains { $0.last?.isWhitespace == true }
    }
    #expect(wrong == [])
  }
}
