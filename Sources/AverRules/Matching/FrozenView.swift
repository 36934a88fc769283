import AverModel

/// The elements of a `FrozenArray` without a hold on their memory, for loops that must not count references.
///
/// Whoever keeps a view keeps the array that it was made of as well.
@safe
struct FrozenView<Element: BitwiseCopyable & Sendable>: BitwiseCopyable, @unchecked Sendable {
  // Nobody writes to the elements, and the array keeps them alive.
  private let start: UnsafePointer<Element>
  /// The number of elements.
  let count: Int

  /// Creates a view of all elements of an array.
  init(_ array: FrozenArray<Element>) {
    unsafe start = array.elements
    count = array.count
  }

  /// The element of an index from 0 up to `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
    return unsafe start[index]
  }
}
