package import AverModel

/// Strings in one run of bytes, made into `String` when they are asked for.
package struct StringTable: Sendable, Equatable {
  /// The strings one after another.
  let bytes: FrozenArray<UInt8>
  /// Where each begins, and where the last ends.
  let starts: FrozenArray<Int32>

  /// Creates a table of byte strings.
  init(_ strings: [[UInt8]]) {
    bytes = FrozenArray(Array(strings.joined()))
    var starts: [Int32] = [0]
    var end = 0
    for string in strings {
      end += string.count
      starts.append(Int32(end))
    }
    self.starts = FrozenArray(starts)
  }

  /// Creates a table of strings.
  init(_ strings: [String]) { self.init(strings.map { Array($0.utf8) }) }

  /// Creates a table from its parts; nil if they do not fit together.
  init?(bytes: FrozenArray<UInt8>, starts: FrozenArray<Int32>) {
    guard starts.first == 0, Int(starts[starts.count - 1]) == bytes.count else { return nil }
    for index in 1..<starts.count where starts[index] < starts[index - 1] { return nil }
    self.bytes = bytes
    self.starts = starts
  }

  /// The number of strings.
  package var count: Int { starts.count - 1 }

  /// The string of an index.
  package subscript(index: Int) -> String { String(decoding: utf8(of: index), as: UTF8.self) }

  /// The UTF-8 bytes of the string of an index.
  package func utf8(of index: Int) -> Slice<FrozenArray<UInt8>> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }
}
