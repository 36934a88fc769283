import Foundation
import PackagePlugin

/// Compiles every file under `Rules/` into one C file, so that the built-in rules travel with the
/// binary, ready to run.
///
/// SwiftPM runs it again whenever a rule file changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Rules")
    let files = try ruleFiles(in: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "built_in_rule_data.c")
    return [
      .buildCommand(
        displayName: "Embedding the built-in rules",
        executable: try context.tool(named: "aver-embed-rules").url,
        arguments: [output.path, folder.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private func ruleFiles(in folder: URL) throws -> [URL] {
    let kinds: Set<String> = ["aver", "tsv", "txt"]
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return all.filter { kinds.contains(($0 as NSString).pathExtension) }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}
