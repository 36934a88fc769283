/// The tokens of a verb group while it is being found, in order; kept in place, so that drafts are copied
/// without counting references.
struct VerbParts: Sendable {
  /// More than any verb has: five verbs, their negations and a particle.
  private static let capacity = 16

  private var storage = InlineArray<16, Int32>(repeating: 0)
  private(set) var count = 0

  init(_ first: Int) { append(first) }

  var first: Int { Int(storage[0]) }

  var last: Int { Int(storage[count - 1]) }

  subscript(_ index: Int) -> Int {
    precondition(index < count, "a verb group has no such part")
    return Int(storage[index])
  }

  /// Adds a part at the end; one too many is left out.
  mutating func append(_ part: Int) {
    guard count < Self.capacity else { return }
    storage[count] = Int32(part)
    count += 1
  }

  /// Adds a part before the others; the last one gives way if there are too many.
  mutating func prepend(_ part: Int) {
    count = min(count + 1, Self.capacity)
    for index in stride(from: count - 1, to: 0, by: -1) { storage[index] = storage[index - 1] }
    storage[0] = Int32(part)
  }

  /// The parts as they stand in a finished group.
  var all: [Int] { (0..<count).map { Int(storage[$0]) } }
}
