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

/// Elements that are appended and forgotten again and again, without counting references.
@safe
struct ScratchList<Element: BitwiseCopyable>: ~Copyable {
  @unsafe
  private struct Header: BitwiseCopyable {
    var start: UnsafeMutablePointer<Element>
    var capacity: Int
    var count: Int
  }

  private let header: UnsafeMutablePointer<Header>

  init(capacity: Int) {
    unsafe header = .allocate(capacity: 1)
    let start = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe header.initialize(to: Header(start: start, capacity: capacity, count: 0))
  }

  deinit {
    unsafe header.pointee.start.deallocate()
    unsafe header.deallocate()
  }

  var count: Int { unsafe header.pointee.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    let header = unsafe header.pointee
    precondition(unsafe UInt(bitPattern: index) < UInt(bitPattern: header.count), "no such element")
    return unsafe header.start[index]
  }

  func append(_ element: Element) {
    var header = unsafe self.header.pointee
    if unsafe header.count == header.capacity {
      let capacity = unsafe 2 * header.capacity + 1
      let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
      unsafe larger.initialize(from: header.start, count: header.count)
      unsafe header.start.deallocate()
      unsafe header.start = larger
      unsafe header.capacity = capacity
    }
    unsafe (header.start + header.count).initialize(to: element)
    unsafe header.count += 1
    unsafe self.header.pointee = header
  }

  func removeAll() { unsafe header.pointee.count = 0 }
}
