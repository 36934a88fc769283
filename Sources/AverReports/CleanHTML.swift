package import AverModel

/// Writes the article of a document as an `article` element, each block with its bytes of the source.
package enum CleanHTML {
  package static func text(of text: CleanText) -> [UInt8] {
    var result: [UInt8] = Array("<article".utf8)
    if let language = text.metadata.language {
      result += Array(" lang=\"".utf8) + escaped(Array(language.value.utf8)[...])
      result += Array("\"".utf8)
    }
    result += Array(">\n".utf8)
    if let title = text.metadata.title, text.blocks.first?.kind != .title {
      element("h1", title.source, escaped(Array(title.value.utf8)[...]), to: &result)
    }
    var last: Block.Kind?
    for block in text.blocks {
      if let last, last != block.kind { result += Array((last.listEnd ?? "").utf8) }
      if last != block.kind { result += Array((block.kind.listStart ?? "").utf8) }
      append(text, block, to: &result)
      last = block.kind
    }
    result += Array((last?.listEnd ?? "").utf8)
    return result + Array("</article>\n".utf8)
  }

  private static func append(_ text: CleanText, _ block: Block, to result: inout [UInt8]) {
    let bytes = text.bytes[block.range.indices]
    let source = text.offsets?.source(of: block.range)
    switch block.kind {
    case .title: element("h1", source, escaped(bytes), to: &result)
    case .heading: element("h2", source, escaped(bytes), to: &result)
    case .paragraph: element("p", source, escaped(bytes), to: &result)
    case .listItem: element("li", source, escaped(bytes), to: &result)
    case .quotation: element("p", source, escaped(bytes), to: &result)
    case .tableRow:
      var cells: [UInt8] = []
      for cell in bytes.split(separator: 0x09, omittingEmptySubsequences: false) {
        cells += Array("<td>".utf8) + escaped(cell) + Array("</td>".utf8)
      }
      element("tr", source, cells, to: &result)
    }
  }

  private static func element(
    _ name: String,
    _ source: ByteRange?,
    _ content: [UInt8],
    to result: inout [UInt8]
  ) {
    let place = source.map { " data-source=\"\($0.start)-\($0.end)\"" } ?? ""
    result += Array("<\(name)\(place)>".utf8) + content + Array("</\(name)>\n".utf8)
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      case 0x0A: result += Array("<br>\n".utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}

extension Block.Kind {
  /// What begins a run of blocks of one kind.
  fileprivate var listStart: String? {
    switch self {
    case .listItem: "<ul>\n"
    case .tableRow: "<table>\n"
    case .quotation: "<blockquote>\n"
    case .title, .heading, .paragraph: nil
    }
  }

  fileprivate var listEnd: String? {
    switch self {
    case .listItem: "</ul>\n"
    case .tableRow: "</table>\n"
    case .quotation: "</blockquote>\n"
    case .title, .heading, .paragraph: nil
    }
  }
}
