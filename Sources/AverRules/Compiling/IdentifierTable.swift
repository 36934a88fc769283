import AverModel

/// External identifiers of values, by index of the value.
package struct IdentifierTable: Sendable, Equatable {
  /// Values that have identifiers, in rising order.
  let values: FrozenArray<Int32>
  /// Where the identifiers of each begin in `identifiers`, and where those of the last end.
  let starts: FrozenArray<Int32>
  let identifiers: StringTable

  /// Creates a table.
  init(_ identifiersOfValues: [Int: [String]]) {
    let sorted = identifiersOfValues.sorted { $0.key < $1.key }
    values = FrozenArray(sorted.map { Int32($0.key) })
    identifiers = StringTable(sorted.flatMap(\.value))
    var starts: [Int32] = [0]
    for (_, found) in sorted { starts.append(starts[starts.count - 1] + Int32(found.count)) }
    self.starts = FrozenArray(starts)
  }

  /// Creates a table from its parts; nil if they do not fit together.
  init?(values: FrozenArray<Int32>, starts: FrozenArray<Int32>, identifiers: StringTable) {
    guard starts.count == values.count + 1, starts[0] == 0,
      Int(starts[values.count]) == identifiers.count
    else { return nil }
    for index in 1..<starts.count where starts[index] < starts[index - 1] { return nil }
    for index in values.indices.dropFirst() where values[index] <= values[index - 1] { return nil }
    self.values = values
    self.starts = starts
    self.identifiers = identifiers
  }

  /// The identifiers of a value; nil if it has none.
  ///
  /// - Complexity: O(log *n*) for *n* values with identifiers.
  package subscript(value: Int) -> [String]? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if Int(values[middle]) < value { low = middle + 1 } else { high = middle }
    }
    guard low < values.count, Int(values[low]) == value else { return nil }
    return (Int(starts[low])..<Int(starts[low + 1])).map { identifiers[$0] }
  }
}
