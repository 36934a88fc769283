import AverModel

/// Collects the integers and texts of a rule pack in the order in which they are read.
struct PackWriter {
  private var integers: [Int32] = []
  private var texts: [UInt8] = []

  /// The pack: header, integers, texts.
  func sealed() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(PackLayout.headerBytes + 4 * integers.count + texts.count)
    Self.append(PackLayout.mark, to: &bytes)
    Self.append(UInt32(PackLayout.version), to: &bytes)
    Self.append(UInt32(integers.count), to: &bytes)
    Self.append(UInt32(texts.count), to: &bytes)
    Self.append(0, to: &bytes)
    Self.append(0, to: &bytes)
    for integer in integers { Self.append(UInt32(bitPattern: integer), to: &bytes) }
    bytes += texts
    Self.seal(&bytes)
    return bytes
  }

  /// Writes the checksum of a pack into its header.
  static func seal(_ bytes: inout [UInt8]) {
    let sum = PackLayout.checksum(FrozenMemory(bytes))
    for index in 0..<8 { bytes[16 + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index)) }
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// Writes a number; a rule set with more than 2³¹ of anything cannot be made.
  mutating func write(_ value: Int) { integers.append(Int32(value)) }

  /// Writes a number that may be absent and is never negative.
  mutating func write(_ value: Int?) { write(value ?? -1) }

  mutating func write(_ value: Bool) { write(value ? 1 : 0) }

  mutating func write(_ value: UInt32) { integers.append(Int32(bitPattern: value)) }

  mutating func write(_ value: UInt64) {
    write(UInt32(truncatingIfNeeded: value))
    write(UInt32(truncatingIfNeeded: value >> 32))
  }

  mutating func write(_ symbol: Symbol) { write(symbol.index) }

  mutating func write(_ text: String) { write(bytes: Array(text.utf8)) }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Writes bytes, to be read in one go.
  mutating func write(bytes: some Collection<UInt8>) {
    write(bytes.count)
    texts += bytes
  }

  /// Writes a table that is read in place; each element is one or more integers.
  mutating func write<Element>(
    block: FrozenArray<Element>,
    _ integersOf: (Element) -> [Int32]
  ) {
    write(block.count)
    // The header is a multiple of eight bytes, so an even place is one too.
    if integers.count % 2 == 1 { integers.append(0) }
    for element in block { integers += integersOf(element) }
  }

  mutating func write(block: FrozenArray<Int32>) { write(block: block) { [$0] } }

  mutating func write(block: FrozenArray<UInt64>) {
    write(block: block) {
      [Int32(truncatingIfNeeded: $0), Int32(truncatingIfNeeded: $0 >> 32)]
    }
  }

  /// Writes the elements of a list one by one.
  mutating func write<Element>(
    _ elements: some Collection<Element>,
    _ each: (inout PackWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { each(&self, element) }
  }
}
