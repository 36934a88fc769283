import AverModel
import CLibXML2

/// What the HTML parser reports, in order, with places in the page's text.
///
/// Owns one parsed page of libxml2's. The type cannot be copied, so it is closed exactly once.
@safe
struct HTMLEventReader: ~Copyable {
  private let page: OpaquePointer
  private let markup: PreparedMarkup

  /// Parses a page, or gives nil where memory runs out.
  init?(_ markup: PreparedMarkup) {
    let opened = unsafe markup.bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      guard let start = buffer.baseAddress, let count = Int32(exactly: buffer.count) else {
        return unsafe aver_html_open([0], 0)
      }
      return unsafe aver_html_open(start, count)
    }
    guard let opened = unsafe opened else { return nil }
    unsafe page = opened
    self.markup = markup
  }

  deinit { unsafe aver_html_close(page) }

  /// Prepares libxml2; to be called once before pages are read in several tasks.
  static func prepare() { aver_html_prepare() }

  /// How many texts could not be placed exactly.
  var unverifiedCount: Int { Int(unsafe aver_html_unverified_count(page)) }

  /// The page as a tree.
  func tree() -> PageTree {
    var count: Int32 = 0
    let poolStart = unsafe aver_html_pool(page, &count)
    let pool = unsafe Array(UnsafeBufferPointer(start: poolStart, count: Int(count)))
    let names = names(in: pool)
    let elements = names.map { ElementName(rawValue: $0) ?? .other }
    let keys = names.map { AttributeName(rawValue: $0) }

    let attributeStart = unsafe aver_html_attributes(page, &count)
    let attributes = unsafe UnsafeBufferPointer(start: attributeStart, count: Int(count)).map {
      PageTree.Attribute(name: keys[Int($0.name)], start: $0.value, count: $0.count)
    }
    let eventStart = unsafe aver_html_events(page, &count)
    let events = unsafe UnsafeBufferPointer(start: eventStart, count: Int(count))

    var builder = PageTree.Builder(capacity: events.count, pool: pool, attributes: attributes)
    var places = PlaceCursor(markup)
    for index in events.indices {
      let event = unsafe events[index]
      switch Int(event.kind) {
      case 0:
        builder.open(
          elements[Int(event.value)],
          tag: places.tag(at: event.source),
          attributes: (event.attribute, event.count)
        )
      case 1: builder.close(elements[Int(event.value)])
      case let kind:
        builder.appendText(
          places.range(event.source, event.source_end),
          decoded: kind == 2 ? nil : (event.value, event.count)
        )
      }
    }
    return builder.finish()
  }

  private func names(in pool: [UInt8]) -> [String] {
    var count: Int32 = 0
    let start = unsafe aver_html_names(page, &count)
    return unsafe UnsafeBufferPointer(start: start, count: Int(count)).map { name in
      let range = Int(name.start)..<Int(name.start + name.count)
      return String(decoding: pool[range], as: UTF8.self)
    }
  }
}

/// Translates places in the prepared bytes to places in the page, walking along with the events.
private struct PlaceCursor {
  private let markup: PreparedMarkup
  private var piece = 0
  private var tag = 0

  init(_ markup: PreparedMarkup) { self.markup = markup }

  /// The page's bytes of a text; a text never crosses what was left out.
  mutating func range(_ start: Int32, _ end: Int32) -> ByteRange {
    let pieces = markup.pieces
    while piece + 1 < pieces.count, pieces[piece + 1].prepared <= start { piece += 1 }
    guard piece < pieces.count else { return ByteRange(0, 0) }
    let shift = Int(pieces[piece].original) - Int(pieces[piece].prepared)
    return ByteRange(Int(start) + shift, Int(end) + shift)
  }

  /// The page's bytes of the tag whose `>` is at a place; an empty range for implied elements.
  mutating func tag(at close: Int32) -> ByteRange {
    let tags = markup.tags
    while tag < tags.count, tags[tag].close < close { tag += 1 }
    guard tag < tags.count, tags[tag].close == close else {
      let place = tag < tags.count ? tags[tag].range.start : 0
      return ByteRange(place, place)
    }
    return tags[tag].range
  }
}
