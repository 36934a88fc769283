import AverModel
import FoundationEssentials

/// Writes one Swift file that holds the text of all rule files, and its digest.
///
/// Arguments: the file to write, the rule folder, the rule files. In the packed text each file is
/// introduced by a line `\u{1}path` with its path below the folder.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = arguments[2] + "/"
    var packed = ""
    for path in arguments.dropFirst(3) {
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
      packed += "\u{1}\(name)\n" + (text.hasSuffix("\n") ? text : text + "\n")
    }
    let source = """
      /// The built-in rule files, written by the build; do not edit.
      enum BuiltInRuleText {
        static let packed: StaticString = "\(escaped(packed))"
        static let digest = "\(SHA256.name(of: Array(packed.utf8)))"
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
