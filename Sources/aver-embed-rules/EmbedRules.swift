import AverRuleLoading
import AverRules
import FoundationEssentials
import Glibc

/// Writes one C file that holds all rule files, compiled and as text.
///
/// The parts lie beside it as files that it embeds: a compiler reads megabytes of numbers slowly.
/// The rules of cleaning are a part once more, so that cleaning need not search for them.
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
    let digest = library.digest()
    let pack: [UInt8]
    do throws(RuleError) {
      pack = try RuleLoader.compile(library, digest: digest).packed()
    } catch {
      // SwiftPM shows what a tool that fails has written.
      print(error.description)
      exit(1)
    }
    let parts: [(name: String, bytes: Data)] = [
      ("pack", Data(pack)), ("texts", Data(texts.utf8)), ("cleaning", Data(cleaning.utf8)),
      ("digest", Data(digest.utf8)),
    ]
    let output = URL(filePath: arguments[1])
    for part in parts {
      let path = output.deletingLastPathComponent().appending(path: "built-in-rules.\(part.name)")
      try part.bytes.write(to: path, options: .atomic)
    }
    let source = source(parts.map(\.name), digest: digest)
    try source.write(to: output, atomically: true, encoding: .utf8)
  }

  /// The C file; the digest in it makes every change of a rule a change of the file.
  private static func source(_ names: [String], digest: String) -> String {
    var source = """
      // The built-in rules \(digest), written by the build; do not edit.
      #include "CBuiltInRules.h"

      #pragma clang diagnostic ignored "-Wc23-extensions"

      """
    for name in names {
      // The pack's tables are read in place, and few of their pages are ever touched.
      source += """

        static const _Alignas(4096) unsigned char \(name)[] = {
        #embed "built-in-rules.\(name)"
        };

        """
    }
    // By their names in the header, so that the order is nobody's business.
    let parts = names.map { "[AVER_RULES_\($0.uppercased())] = \($0)" }
    let sizes = names.map { "[AVER_RULES_\($0.uppercased())] = sizeof \($0)" }
    return source + """

      extern const unsigned char *const aver_rules_parts[];
      extern const size_t aver_rules_sizes[];

      const unsigned char *const aver_rules_parts[] = {\(parts.joined(separator: ", "))};
      const size_t aver_rules_sizes[] = {\(sizes.joined(separator: ", "))};

      """
  }
}
