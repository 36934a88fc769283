/// Numbers that loops write again and again, without counting references.
///
/// Its elements lie outside of it: writing to them does not count as a change of the scratch itself.
@safe
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private let start: UnsafeMutablePointer<Element>
  /// The number of elements.
  let count: Int

  /// Creates elements that are all equal.
  init(repeating element: Element, count: Int) {
    unsafe start = .allocate(capacity: count)
    unsafe start.initialize(repeating: element, count: count)
    self.count = count
  }

  /// Creates room for elements, each of which must be written before it is read.
  ///
  /// Large room costs nothing where it is not used.
  init(room count: Int) {
    unsafe start = .allocate(capacity: count)
    self.count = count
  }

  deinit { unsafe start.deallocate() }

  /// The element of an index from 0 up to `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
      return unsafe start[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
      unsafe start[index] = newValue
    }
  }
}

/// A variable of a class that loops read without a check whether somebody else is writing it.
@safe
struct Cell<Value: BitwiseCopyable>: ~Copyable {
  private let place: UnsafeMutablePointer<Value>

  init(_ value: Value) {
    unsafe place = .allocate(capacity: 1)
    unsafe place.initialize(to: value)
  }

  deinit { unsafe place.deallocate() }

  var value: Value {
    @inline(__always) get { unsafe place.pointee }
    @inline(__always) nonmutating set { unsafe place.pointee = newValue }
  }
}
