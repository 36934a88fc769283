import AverModel

/// The JSON of a page's scripts as a flat array of values, each with its place.
///
/// It is read as pages write it: with raw line breaks in strings, trailing commas and comments
/// around. What is no JSON at all yields values that nobody asks for.
struct StructuredData {
  /// What a value is.
  enum Kind {
    case object
    case array
    case string
    /// A number, `true`, `null`, or rubbish.
    case word
  }

  /// A value of the JSON.
  struct Value {
    let kind: Kind
    /// The key that it stands under in its object, as written; nil in arrays.
    let key: ByteRange?
    /// The text's bytes of the value; of a string without its quotes.
    let range: ByteRange
    /// The object or array that holds it, -1 for the outermost.
    let parent: Int
    /// The index behind the values inside it.
    fileprivate(set) var end: Int
  }

  /// How many members of an object are looked at; no record that says anything has more.
  private static let memberLimit = 200

  /// The values in text order.
  private(set) var values: [Value] = []
  private let text: [UInt8]

  /// Reads the scripts of a page.
  ///
  /// - Parameters:
  ///   - text: The page.
  ///   - scripts: Where the scripts' bodies are in it.
  init(_ text: [UInt8], scripts: [ByteRange]) {
    self.text = text
    for script in scripts { read(text.span, script) }
  }

  private mutating func read(_ text: Span<UInt8>, _ script: ByteRange) {
    var open: [Int] = []
    var key: ByteRange?
    var position = script.start
    while position < script.end {
      let byte = text[position]
      var end = position + 1
      switch byte {
      case 0x7B, 0x5B:
        let kind: Kind = byte == 0x7B ? .object : .array
        add(kind, ByteRange(position, position + 1), &key, open.last)
        open.append(values.count - 1)
      case 0x7D, 0x5D:
        if let last = open.popLast() { values[last].end = values.count }
        key = nil
      case 0x22:
        end = Self.endOfString(text, from: position + 1, to: script.end)
        let content = ByteRange(position + 1, max(position + 1, end - 1))
        var next = end
        while next < script.end, ASCII.isSpace(text[next]) { next += 1 }
        let isObject = open.last.map { values[$0].kind == .object } ?? false
        if isObject, key == nil, next < script.end, text[next] == 0x3A {
          key = content
          end = next + 1
        } else {
          add(.string, content, &key, open.last)
        }
      case 0x2C: key = nil
      case 0x3A: break
      case let byte where ASCII.isSpace(byte): break
      default:
        while end < script.end, !Self.endsWord(text[end]) { end += 1 }
        add(.word, ByteRange(position, end), &key, open.last)
      }
      position = end
    }
    while let last = open.popLast() { values[last].end = values.count }
  }

  private mutating func add(
    _ kind: Kind,
    _ range: ByteRange,
    _ key: inout ByteRange?,
    _ parent: Int?
  ) {
    values.append(
      Value(kind: kind, key: key, range: range, parent: parent ?? -1, end: values.count + 1)
    )
    key = nil
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: ASCII.isSpace(byte)
    }
  }

  private static func endOfString(_ text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    var position = start
    while position < limit, text[position] != 0x22 {
      position += text[position] == 0x5C ? 2 : 1
    }
    return min(position + 1, limit)
  }
}

extension StructuredData {
  /// The value under a key of an object.
  func member(_ name: String, of object: Int) -> Int? {
    guard values[object].kind == .object else { return nil }
    var index = object + 1
    for _ in 0..<Self.memberLimit where index < values[object].end {
      if let key = values[index].key, text[key.indices].elementsEqual(name.utf8) { return index }
      index = values[index].end
    }
    return nil
  }

  /// The values directly inside an object or array.
  func children(of container: Int) -> [Int] {
    var result: [Int] = []
    var index = container + 1
    while index < values[container].end {
      result.append(index)
      index = values[index].end
    }
    return result
  }

  /// The value itself, or the values of the array that it is.
  func items(_ value: Int) -> [Int] {
    values[value].kind == .array ? children(of: value) : [value]
  }

  /// The names of an object's types.
  func types(of object: Int) -> [String] {
    guard let types = member("@type", of: object) else { return [] }
    return items(types).compactMap { string($0) }
  }

  /// Whether an object has a type.
  func hasObject(ofType type: String) -> Bool {
    values.indices.contains { values[$0].kind == .object && types(of: $0).contains(type) }
  }

  /// The text of a string: escapes and character references decoded, tags removed, white space
  /// folded; nil for other values and for empty strings.
  func string(_ value: Int) -> String? {
    guard values[value].kind == .string else { return nil }
    let decoded = FoldedText.value(of: Self.unescaped(text[values[value].range.indices]))
    return decoded.isEmpty ? nil : decoded
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(0x5C) else { return Array(bytes) }
    var units: [UInt8] = []
    var lead: UInt32?
    var position = bytes.startIndex
    while position < bytes.endIndex {
      guard bytes[position] == 0x5C, position + 1 < bytes.endIndex else {
        units.append(bytes[position])
        position += 1
        continue
      }
      let escape = bytes[position + 1]
      position += 2
      guard escape == 0x75 else {
        units.append(escape == 0x6E || escape == 0x74 || escape == 0x72 ? 0x20 : escape)
        continue
      }
      let digits = bytes[position..<min(position + 4, bytes.endIndex)]
      guard let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { continue }
      position += digits.count
      if let high = lead, unit & 0xFC00 == 0xDC00 {
        let scalar = 0x1_0000 + (high & 0x3FF) << 10 + unit & 0x3FF
        lead = nil
        units.append(contentsOf: Array(String(CharacterReference.scalar(scalar)).utf8))
      } else if unit & 0xFC00 == 0xD800 {
        lead = unit
      } else {
        lead = nil
        // A C1 control is what its number says here, not windows-1252.
        let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
        units.append(contentsOf: Array(String(scalar.value == 0 ? "\u{FFFD}" : scalar).utf8))
      }
    }
    return units
  }
}
