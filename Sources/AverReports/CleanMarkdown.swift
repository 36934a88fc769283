package import AverModel

/// Writes the article of a document as Markdown.
package enum CleanMarkdown {
  package static func text(of text: CleanText) -> [UInt8] {
    var result: [UInt8] = []
    if let title = text.metadata.title, text.blocks.first?.kind != .title {
      result += Array("# \(VisibleText.escaped(title.value))\n\n".utf8)
    }
    var last: Block.Kind?
    for block in text.blocks {
      // Items of one list, lines of one quotation and rows of one table stand together.
      if let last {
        let isJoined = last == block.kind && block.kind.isJoined
        result += Array((isJoined ? "\n" : "\n\n").utf8)
      }
      if last == .quotation, block.kind == .quotation { result += Array(">\n".utf8) }
      append(text, block, isFirstRow: last != .tableRow, to: &result)
      last = block.kind
    }
    result.append(0x0A)
    return result
  }

  private static func append(
    _ text: CleanText,
    _ block: Block,
    isFirstRow: Bool,
    to result: inout [UInt8]
  ) {
    let bytes = text.bytes[block.range.indices]
    switch block.kind {
    case .title: result += Array("# ".utf8) + escaped(bytes, lineBreak: " ")
    case .heading: result += Array("## ".utf8) + escaped(bytes, lineBreak: " ")
    case .paragraph: result += escaped(bytes, lineBreak: "\n")
    case .listItem: result += Array("- ".utf8) + escaped(bytes, lineBreak: "\n  ")
    case .quotation: result += Array("> ".utf8) + escaped(bytes, lineBreak: "\n> ")
    case .tableRow:
      let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
      for cell in cells { result += Array("| ".utf8) + escaped(cell, lineBreak: " ") + [0x20] }
      result.append(UInt8(ascii: "|"))
      guard isFirstRow else { return }
      result.append(0x0A)
      for _ in cells { result += Array("| --- ".utf8) }
      result.append(UInt8(ascii: "|"))
    }
  }

  /// The bytes with a backslash before what Markdown would read as markup.
  private static func escaped(_ bytes: ArraySlice<UInt8>, lineBreak: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var lineStart = bytes.startIndex
    for (index, byte) in zip(bytes.indices, bytes) {
      let offset = index - lineStart
      switch byte {
      case 0x0A:
        result += Array(lineBreak.utf8)
        lineStart = index + 1
        continue
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"):
        result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ">"),
        UInt8(ascii: "~"), UInt8(ascii: "="):
        if offset == 0 { result.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        // `1. ` at the start of a line begins a list.
        let isNumbered =
          offset > 0 && offset < 10
          && bytes[lineStart..<index].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        if isNumbered { result.append(UInt8(ascii: "\\")) }
      default: break
      }
      result.append(byte)
    }
    return result
  }
}

extension Block.Kind {
  fileprivate var isJoined: Bool { self == .listItem || self == .tableRow || self == .quotation }
}
