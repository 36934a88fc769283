/// Bytes that are filled once and then shared, unchanged, by everybody who refers to them.
@safe
public final class FrozenMemory: @unchecked Sendable {
  // Nothing writes to the bytes once the initializer has returned, so threads may share them.
  fileprivate let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Creates memory for a number of bytes and has them filled.
  ///
  /// It is aligned to 16 bytes.
  ///
  /// - Parameters:
  ///   - byteCount: How many bytes.
  ///   - fill: Writes every byte once; the rest of what it is handed is zero.
  public init(byteCount: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let allocated = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(byteCount, 16),
      alignment: 16
    )
    unsafe fill(UnsafeMutableRawBufferPointer(rebasing: allocated[..<byteCount]))
    unsafe bytes = UnsafeRawBufferPointer(rebasing: allocated[..<byteCount])
    isOwned = true
  }

  /// Refers to bytes that live as long as the program, such as a table in it; nothing is copied.
  public init(permanent bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
    isOwned = false
  }

  /// Creates memory that holds a copy of bytes.
  public convenience init(_ bytes: [UInt8]) {
    unsafe self.init(byteCount: bytes.count) { target in
      unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
    }
  }

  deinit {
    if isOwned { unsafe bytes.deallocate() }
  }

  /// The number of bytes.
  public var byteCount: Int { unsafe bytes.count }
}

/// An array that never changes and whose elements may lie in memory that it shares with others.
///
/// Tables of a rule pack are read in place through it: nothing is copied, however large they are.
@frozen
@safe
public struct FrozenArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  // Keeps the elements alive; nobody writes to them.
  @usableFromInline
  let memory: FrozenMemory
  @usableFromInline
  let start: UnsafePointer<Element>
  /// The number of elements.
  public let count: Int

  /// Creates an array of its own from elements.
  public init(_ elements: [Element]) {
    let size = MemoryLayout<Element>.stride
    memory = unsafe FrozenMemory(byteCount: elements.count * size) { target in
      unsafe elements.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
    }
    unsafe start = Self.start(of: memory, at: 0)
    count = elements.count
  }

  /// The elements that lie in a part of some memory; nil if the part lies outside or is not aligned.
  public init?(_ memory: FrozenMemory, byteOffset: Int, count: Int) {
    let size = MemoryLayout<Element>.stride
    guard byteOffset >= 0, count >= 0, byteOffset <= memory.byteCount,
      count <= (memory.byteCount - byteOffset) / size,
      byteOffset % MemoryLayout<Element>.alignment == 0
    else { return nil }
    self.memory = memory
    unsafe start = Self.start(of: memory, at: byteOffset)
    self.count = count
  }

  /// Where the elements lie, for a view that the array outlives.
  @unsafe
  package var elements: UnsafePointer<Element> { unsafe start }

  private static func start(of memory: FrozenMemory, at byteOffset: Int) -> UnsafePointer<Element> {
    guard let base = unsafe memory.bytes.baseAddress else {
      preconditionFailure("memory is never allocated empty")
    }
    return unsafe (base + byteOffset).assumingMemoryBound(to: Element.self)
  }

  /// Always 0.
  @inlinable
  public var startIndex: Int { 0 }

  /// The number of elements.
  @inlinable
  public var endIndex: Int { count }

  /// The element of an index from 0 up to `count`.
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "no such element")
    return unsafe start[index]
  }
}

extension FrozenArray: Equatable where Element: Equatable {
  /// Whether two arrays have equal elements, wherever these lie.
  public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}

extension FrozenArray: Hashable where Element: Hashable {
  /// Hashes the elements.
  public func hash(into hasher: inout Hasher) {
    for element in self { hasher.combine(element) }
  }
}
