import AverCleaning
import AverModel
import AverRules
import CFuzzer
import FoundationEssentials
import Glibc

/// Cleans whatever libFuzzer makes up, and checks what must hold for any bytes.
@main
struct FuzzCleaner {
  private static let cleaner = Cleaner(rules: rules())

  static func main() {
    unsafe exit(
      aver_fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
        let bytes = unsafe data.map { unsafe Array(UnsafeBufferPointer(start: $0, count: size)) }
        FuzzCleaner.check(bytes ?? [])
        return 0
      }
    )
  }

  /// The first byte decides what is said of the rest.
  private static func check(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let mediaTypes: [SourceDocument.MediaType] = [.html, .html, .unknown, .plainText]
    let document = SourceDocument(
      identifier: "fuzz",
      bytes: Array(input.dropFirst()),
      mediaType: mediaTypes[Int(first) % 4],
      declaredEncoding: first & 4 == 0 ? nil : "utf-8"
    )
    do {
      let clean = try cleaner.clean(document)
      check(clean)
      _ = try cleaner.explain(document)
      let again = SourceDocument(identifier: "fuzz", bytes: clean.bytes, mediaType: .plainText)
      let bytes = try cleaner.clean(again).bytes
      precondition(bytes == clean.bytes, "cleaning twice changes the text")
    } catch {
      preconditionFailure("no bytes are an error: \(error)")
    }
  }

  private static func check(_ clean: CleanText) {
    precondition(String(validating: clean.bytes, as: UTF8.self) != nil, "the text is not UTF-8")
    precondition(clean.offsets?.cleanCount == clean.bytes.count, "the offsets miss bytes")
    precondition(
      !clean.diagnostics.contains { $0.code == "offset-unverified" },
      "a text could not be placed"
    )
    var end = 0
    for block in clean.blocks {
      precondition(block.range.start >= end && block.range.start < block.range.end, "blocks cross")
      end = block.range.end
      guard let source = clean.offsets?.source(of: block.range) else { continue }
      precondition(
        source.start >= 0 && source.start <= source.end && source.end <= clean.sourceBytes.count,
        "a block lies outside its source"
      )
    }
    precondition(end <= clean.bytes.count, "a block lies outside the text")
  }

  private static func rules() -> CleaningRules {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(5)
    let folder = root.joined(separator: "/") + "/Rules/" + CleaningWordLists.folder
    do {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
        RuleFile(
          path: CleaningWordLists.folder + name,
          bytes: Array(try Data(contentsOf: URL(filePath: folder + name)))
        )
      }
      guard let lists = try CleaningWordLists.read(RuleLibrary(files)) else {
        preconditionFailure("there are no files in \(folder)")
      }
      return CleaningRules(lists)
    } catch {
      preconditionFailure("the lists of the checkout are in order: \(error)")
    }
  }
}
