import AverModel

/// Reads the integers and texts of a rule pack in the order in which they were written.
///
/// Every read is checked: damaged bytes give an error, whatever they say.
struct PackReader {
  private let integers: [Int32]
  private let pool: [UInt8]
  private var position = 0
  private var poolPosition = 0

  init(_ pack: [UInt8]) throws(RulePackError) {
    let span = pack.span
    let bytes = unsafe span.bytes
    guard bytes.byteCount >= PackLayout.headerBytes, Self.field(0, bytes) == PackLayout.mark else {
      throw .notAPack
    }
    let version = Int(Self.field(1, bytes))
    guard version == PackLayout.version else { throw .wrongVersion(found: version) }
    let count = Int(Self.field(2, bytes))
    let textStart = PackLayout.headerBytes + 4 * count
    let sum = UInt64(Self.field(5, bytes)) << 32 | UInt64(Self.field(4, bytes))
    guard textStart + Int(Self.field(3, bytes)) == bytes.byteCount,
      PackLayout.checksum(bytes) == sum
    else { throw .damaged(at: bytes.byteCount) }
    integers = unsafe [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        let field = Self.field(6 + index, bytes)
        unsafe buffer.initializeElement(at: index, to: Int32(bitPattern: field))
      }
      initialized = count
    }
    pool = Array(pack[textStart...])
  }

  private static func field(_ index: Int, _ bytes: RawSpan) -> UInt32 {
    // Any bits are an integer.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 4 * index, as: UInt32.self).littleEndian
  }

  /// What to throw when something read makes no sense.
  var damage: RulePackError { .damaged(at: PackLayout.headerBytes + 4 * position) }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == integers.count && poolPosition == pool.count }

  mutating func integer() throws(RulePackError) -> Int {
    guard position < integers.count else { throw damage }
    position += 1
    return Int(integers[position - 1])
  }

  /// A number from 0 up to a limit, such as an index.
  mutating func index(below limit: Int) throws(RulePackError) -> Int {
    let value = try integer()
    guard value >= 0, value < limit else { throw damage }
    return value
  }

  /// An index that may be absent.
  mutating func optionalIndex(below limit: Int) throws(RulePackError) -> Int? {
    let value = try integer()
    guard value >= -1, value < limit else { throw damage }
    return value < 0 ? nil : value
  }

  mutating func flag() throws(RulePackError) -> Bool { try index(below: 2) == 1 }

  mutating func bits32() throws(RulePackError) -> UInt32 {
    UInt32(truncatingIfNeeded: try integer())
  }

  mutating func bits64() throws(RulePackError) -> UInt64 {
    let low = UInt64(try bits32())
    return UInt64(try bits32()) << 32 | low
  }

  mutating func symbol(below limit: Int) throws(RulePackError) -> Symbol {
    Symbol(index: UInt32(try index(below: limit)))
  }

  mutating func text() throws(RulePackError) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  mutating func optionalText() throws(RulePackError) -> String? { try flag() ? try text() : nil }

  /// Bytes that were written in one go.
  mutating func bytes() throws(RulePackError) -> [UInt8] { Array(try slice()) }

  private mutating func slice() throws(RulePackError) -> ArraySlice<UInt8> {
    let count = try integer()
    guard count >= 0, count <= pool.count - poolPosition else { throw damage }
    poolPosition += count
    return pool[(poolPosition - count)..<poolPosition]
  }

  /// Numbers that were written in one go.
  mutating func block() throws(RulePackError) -> [Int32] {
    let count = try integer()
    guard count >= 0, count <= integers.count - position else { throw damage }
    position += count
    return Array(integers[(position - count)..<position])
  }

  /// The elements of a list; each takes at least one integer.
  mutating func list<Element>(
    _ each: (inout PackReader) throws(RulePackError) -> Element
  ) throws(RulePackError) -> [Element] {
    let count = try integer()
    guard count >= 0, count <= integers.count - position else { throw damage }
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try each(&self)) }
    return result
  }
}
