package import AverModel

/// One JSON value as it was written: members in their order, numbers in their digits.
package enum JSONValue: Hashable, Sendable {
  /// A named value of an object.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue
  }

  case null
  case boolean(Bool)
  /// The digits, as they were written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// Reads one JSON text.
  ///
  /// - Parameter text: The bytes, such as a line without its end.
  /// - Throws: `RecordError` that says what is wrong, and at which byte.
  package init(_ text: [UInt8]) throws(RecordError) {
    var scanner = try JSONScanner(text)
    var open: [OpenValue] = []
    while true {
      var value: JSONValue
      if scanner.take(UInt8(ascii: "{")) {
        if !scanner.take(UInt8(ascii: "}")) {
          try open.begin(OpenValue(isObject: true, name: try Self.name(&scanner)), scanner)
          continue
        }
        value = .object([])
      } else if scanner.take(UInt8(ascii: "[")) {
        if !scanner.take(UInt8(ascii: "]")) {
          try open.begin(OpenValue(isObject: false, name: ""), scanner)
          continue
        }
        value = .array([])
      } else {
        value = try Self.scalar(&scanner)
      }
      // The value may be the last of one or more that surround it.
      while true {
        guard var outer = open.popLast() else {
          guard scanner.peek() == nil else {
            throw scanner.failure("something stands after the JSON value")
          }
          self = value
          return
        }
        outer.append(value)
        if scanner.take(UInt8(ascii: ",")) {
          if outer.isObject { outer.name = try Self.name(&scanner) }
          open.append(outer)
          break
        }
        try scanner.expect(UInt8(ascii: outer.isObject ? "}" : "]"))
        value = outer.value
      }
    }
  }

  private static func name(_ scanner: inout JSONScanner) throws(RecordError) -> String {
    let name = String(decoding: try scanner.string(), as: UTF8.self)
    try scanner.expect(UInt8(ascii: ":"))
    return name
  }

  private static func scalar(_ scanner: inout JSONScanner) throws(RecordError) -> JSONValue {
    if scanner.peek() == UInt8(ascii: "\"") {
      return .string(String(decoding: try scanner.string(), as: UTF8.self))
    }
    if scanner.takeWord("true") { return .boolean(true) }
    if scanner.takeWord("false") { return .boolean(false) }
    if scanner.takeWord("null") { return .null }
    return .number(String(decoding: try scanner.number(), as: UTF8.self))
  }
}

/// An object or array whose end has not been read yet.
private struct OpenValue {
  let isObject: Bool
  /// The name of the member that is being read.
  var name: String
  private var members: [JSONValue.Member] = []
  private var elements: [JSONValue] = []

  init(isObject: Bool, name: String) {
    self.isObject = isObject
    self.name = name
  }

  var value: JSONValue { isObject ? .object(members) : .array(elements) }

  mutating func append(_ value: JSONValue) {
    if isObject {
      members.append(JSONValue.Member(name: name, value: value))
    } else {
      elements.append(value)
    }
  }
}

extension [OpenValue] {
  fileprivate mutating func begin(
    _ value: OpenValue,
    _ scanner: JSONScanner
  ) throws(RecordError) {
    guard count < JSONScanner.deepest else {
      throw scanner.failure("values nest deeper than \(JSONScanner.deepest)")
    }
    append(value)
  }
}

extension JSONValue {
  /// The value of a member; nil if this is no object, or has no such member.
  package subscript(name: String) -> JSONValue? {
    members.first { $0.name == name }?.value
  }

  /// The members; none if this is no object.
  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The elements; none if this is no array.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text of a string; nil if this is none.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, exactly; nil if this is none or has too many digits.
  package var decimal: ExactDecimal? {
    if case .number(let digits) = self { ExactDecimal(digits) } else { nil }
  }
}
