/// What a search has still to try, what it has visited, and where captures stand.
///
/// The memory is grown as needed and used again by every search of a machine, and by the next machine.
@safe
struct MatchWorkspace: ~Copyable {
  private struct Pending: BitwiseCopyable {
    /// A step; for a capture boundary to restore, its slot as a negative number.
    var step: Int32
    /// A token, or the value of the slot.
    var position: Int32
  }

  private let lease: MachineLease
  private var visited: UnsafeMutableBufferPointer<UInt32>
  private var pending: UnsafeMutableBufferPointer<Pending>
  private var pendingCount = 0
  private var slots: UnsafeMutableBufferPointer<Int32>
  /// Another number for each search: what was visited in earlier ones does not count.
  private var stamp: UInt32

  init(_ lease: MachineLease) {
    self.lease = lease
    unsafe visited = lease.memory.visited
    stamp = lease.memory.stamp
    unsafe pending = .allocate(capacity: 256)
    unsafe slots = .allocate(capacity: 2 * Limits.captures)
  }

  deinit {
    unsafe lease.memory.visited = visited
    lease.memory.stamp = stamp
    unsafe pending.deallocate()
    unsafe slots.deallocate()
  }

  /// Begins a search in which no pair of step and token has been visited.
  mutating func begin(steps: Int, tokens: Int) {
    let size = steps * (tokens + 1)
    if unsafe visited.count < size {
      unsafe visited.deallocate()
      unsafe visited = .allocate(capacity: 2 * size)
      unsafe visited.initialize(repeating: 0)
      stamp = 0
    }
    stamp += 1
    guard stamp == UInt32.max else { return }
    unsafe visited.update(repeating: 0)
    stamp = 1
  }

  /// Forgets what is still to be tried.
  mutating func abandon() { pendingCount = 0 }

  mutating func clearSlots(_ count: Int) {
    precondition(count <= 2 * Limits.captures, "patterns are compiled within the limit")
    for slot in 0..<count { unsafe slots[slot] = -1 }
  }

  func slot(_ slot: Int) -> Int { unsafe Int(slots[slot]) }

  @inline(__always)
  mutating func push(step: Int, position: Int) {
    if unsafe pendingCount == pending.count { grow() }
    unsafe pending[pendingCount] = Pending(step: Int32(step), position: Int32(position))
    pendingCount += 1
  }

  /// Notes a capture boundary; it is taken back when everything that follows from it has failed.
  mutating func save(slot: Int, position: Int) {
    precondition(slot < 2 * Limits.captures, "patterns are compiled within the limit")
    push(step: -1 - slot, position: unsafe Int(slots[slot]))
    // The first start of a repeated capture stays, the last end counts.
    if unsafe slot % 2 == 1 || slots[slot] < 0 { unsafe slots[slot] = Int32(position) }
  }

  /// The next pair to try that has not been visited, or nil; it counts as visited from then on.
  @inline(__always)
  mutating func popUnvisited(width: Int) -> (step: Int, position: Int)? {
    while pendingCount > 0 {
      pendingCount -= 1
      let next = unsafe pending[pendingCount]
      if next.step < 0 {
        unsafe slots[Int(-1 - next.step)] = next.position
        continue
      }
      let key = Int(next.step) * width + Int(next.position)
      precondition(unsafe key < visited.count, "steps lead to steps of the same pattern")
      guard unsafe visited[key] != stamp else { continue }
      unsafe visited[key] = stamp
      return (Int(next.step), Int(next.position))
    }
    return nil
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Pending>.allocate(capacity: unsafe 2 * pending.count)
    _ = unsafe larger.initialize(from: pending)
    unsafe pending.deallocate()
    unsafe pending = larger
  }
}
