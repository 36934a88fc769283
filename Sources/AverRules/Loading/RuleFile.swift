/// A rule file or word list as it was read, with what is needed to say where something stands in it.
package struct RuleFile: Sendable {
  /// The path below the rule folder, such as `en/deals/acquisition.aver`.
  package let path: String
  /// The contents.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The line and column, both from 1, of a byte; columns count characters (code points).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    var column = 1
    for index in lineStart..<min(offset, bytes.count) where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    return (line, column)
  }

  /// The text of the line that holds a byte, without its end.
  package func line(holding offset: Int) -> String {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = min(offset, bytes.count)
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A stretch of bytes of one rule file, for messages.
package struct RulePlace: Hashable, Sendable {
  /// The index of the file in its library.
  package let file: Int
  /// The first byte.
  package let start: Int
  /// The byte after the last.
  package let end: Int

  package init(file: Int, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = end
  }
}
