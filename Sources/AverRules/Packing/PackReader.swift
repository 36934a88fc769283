import AverModel

/// Reads the integers and texts of a rule pack in the order in which they were written.
///
/// Every read is checked: damaged bytes give an error, whatever they say.
struct PackReader {
  private let memory: FrozenMemory
  private let integers: FrozenArray<Int32>
  private let pool: FrozenArray<UInt8>
  private var position = 0
  private var poolPosition = 0

  init(_ memory: FrozenMemory, isChecked: Bool) throws(RulePackError) {
    let header = FrozenArray<UInt32>(memory, byteOffset: 0, count: PackLayout.headerBytes / 4)
    guard let header, header[0] == PackLayout.mark else { throw .notAPack }
    guard Int(header[1]) == PackLayout.version else { throw .wrongVersion(found: Int(header[1])) }
    let count = Int(header[2])
    let textStart = PackLayout.headerBytes + 4 * count
    let textCount = Int(header[3])
    let sum = UInt64(header[5]) << 32 | UInt64(header[4])
    guard textStart + textCount == memory.byteCount,
      let integers = FrozenArray<Int32>(
        memory,
        byteOffset: PackLayout.headerBytes,
        count: count
      ),
      let pool = FrozenArray<UInt8>(memory, byteOffset: textStart, count: textCount),
      !isChecked || PackLayout.checksum(memory) == sum
    else { throw .damaged(at: memory.byteCount) }
    self.memory = memory
    self.integers = integers
    self.pool = pool
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
    String(decoding: pool[try slice()], as: UTF8.self)
  }

  mutating func optionalText() throws(RulePackError) -> String? { try flag() ? try text() : nil }

  /// Bytes that were written in one go, where they lie.
  mutating func bytes() throws(RulePackError) -> FrozenArray<UInt8> {
    let range = try slice()
    let start = memory.byteCount - pool.count + range.lowerBound
    let found = FrozenArray<UInt8>(memory, byteOffset: start, count: range.count)
    guard let found else { throw damage }
    return found
  }

  private mutating func slice() throws(RulePackError) -> Range<Int> {
    let count = try integer()
    guard count >= 0, count <= pool.count - poolPosition else { throw damage }
    poolPosition += count
    return (poolPosition - count)..<poolPosition
  }

  /// A table where it lies.
  ///
  /// Its elements are not looked at: the checksum tells damage, and whoever uses them as indices checks
  /// bounds.
  mutating func block<Element>(
    of type: Element.Type = Element.self
  ) throws(RulePackError) -> FrozenArray<Element> {
    let count = try integer()
    if position % 2 == 1 { position += 1 }
    let size = MemoryLayout<Element>.stride / 4
    guard count >= 0, position <= integers.count, count <= (integers.count - position) / size,
      let found = FrozenArray<Element>(
        memory,
        byteOffset: PackLayout.headerBytes + 4 * position,
        count: count
      )
    else { throw damage }
    position += count * size
    return found
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
