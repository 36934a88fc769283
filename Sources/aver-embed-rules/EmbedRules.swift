import AverRuleLoading
import AverRules
import FoundationEssentials
import Glibc

/// Writes one Swift file that holds all rule files: compiled, and as text; those of cleaning once more
/// alone, so that cleaning need not search for them.
///
/// Arguments: the file to write, the rule folder, the rule files. In the text each file is introduced by
/// a line `\u{1}path` with its path below the folder. Rules with errors stop the build.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = arguments[2] + "/"
    var texts = ""
    var cleaning = ""
    var files: [RuleFile] = []
    for path in arguments.dropFirst(3) {
      var text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      if !text.hasSuffix("\n") { text += "\n" }
      let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
      texts += "\u{1}\(name)\n" + text
      if name.hasPrefix(CleaningWordLists.folder) { cleaning += "\u{1}\(name)\n" + text }
      files.append(RuleFile(path: name, text: text))
    }
    let library = RuleLibrary(files)
    let pack: [UInt8]
    do throws(RuleError) {
      pack = try RuleLoader.compile(library, digest: library.digest()).packed()
    } catch {
      // SwiftPM shows what a tool that fails has written.
      print(error.description)
      exit(1)
    }
    let source = """
      /// The built-in rules, written by the build; do not edit.
      enum BuiltInRuleData {
        static let pack: StaticString = #"\(PackText.encoded(pack))"#
        static let packByteCount = \(pack.count)
        static let texts: StaticString = "\(escaped(texts))"
        static let cleaning: StaticString = "\(escaped(cleaning))"
        static let digest = "\(library.digest())"
      }

      """
    try source.write(to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
