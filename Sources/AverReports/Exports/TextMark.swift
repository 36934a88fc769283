import AverModel

/// Words of a text that claims speak of, as annotation tools mark them: once each, in text order.
struct TextMark: Hashable {
  let span: RecordedSpan
  let type: String

  /// The words of all fillers.
  static func marks(of claims: [RecordedClaim]) -> [TextMark] {
    var marks: Set<TextMark> = []
    for claim in claims {
      for role in claim.roles {
        for filler in role.fillers { marks.insert(TextMark(span: filler.span, type: filler.type)) }
      }
    }
    return marks.filter { $0.span.start < $0.span.end }.sorted { left, right in
      (left.span.start, left.span.end, left.type) < (right.span.start, right.span.end, right.type)
    }
  }
}

/// A text by code points, which annotation tools count in.
struct CodePointText {
  private let text: [UInt8]
  /// The byte at which each code point starts, and the end.
  private let starts: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    var starts: [Int] = []
    starts.reserveCapacity(text.count + 1)
    for index in text.indices where text[index] & 0xC0 != 0x80 { starts.append(index) }
    starts.append(text.count)
    self.starts = starts
  }

  /// The words of a span; nil if the text is shorter.
  func bytes(_ span: RecordedSpan) -> [UInt8]? {
    guard span.end < starts.count else { return nil }
    return Array(text[starts[span.start]..<starts[span.end]])
  }
}
