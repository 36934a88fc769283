import AverRules

/// Writes rule files that a command has changed.
enum RuleFolderWriter {
  /// Writes a file in its place; what stood there stays whole until the new one is.
  static func write(_ file: RuleFile, in folder: String) throws(CommandFailure) {
    var writer = try ResultWriter(path: folder + "/" + file.path)
    try writer.write(file.bytes)
    try writer.finish()
  }
}
