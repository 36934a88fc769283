import AverModel

/// What each set of starts asks for but words: lists, mention types and profiles as features of a sentence.
///
/// A sentence knows for each feature where it stands; a pattern that is tried joins those of its set.
struct StartParts: Sendable {
  /// Lists are numbered from 0, types from here, profiles from the second number; the third is their end.
  let firstType: Int
  let firstProfile: Int
  let featureCount: Int
  /// Where the features of each set begin, and where those of the last end.
  let starts: FrozenArray<Int32>
  let features: FrozenArray<Int32>

  init(_ table: MatchIndex.Table) {
    firstType = 64 * table.byList.bits.count
    firstProfile = firstType + 64 * table.byType.bits.count
    featureCount = firstProfile + 64 * table.byProfile.bits.count
    let parts = [(table.byList, 0), (table.byType, firstType), (table.byProfile, firstProfile)]
    var ends = [Int32](repeating: 0, count: table.count + 1)
    for (incidence, _) in parts { for set in incidence.numbers { ends[Int(set) + 1] += 1 } }
    for set in 0..<table.count { ends[set + 1] += ends[set] }
    starts = FrozenArray(ends)
    var features = [Int32](repeating: 0, count: Int(ends[table.count]))
    for (incidence, first) in parts {
      let view = IncidenceView(incidence)
      for word in incidence.bits.indices {
        var left = incidence.bits[word]
        while left != 0 {
          let key = 64 * word + left.trailingZeroBitCount
          left &= left - 1
          for place in view.places(of: key) {
            let set = view[place: place]
            features[Int(ends[set])] = Int32(first + key)
            ends[set] += 1
          }
        }
      }
    }
    self.features = FrozenArray(features)
  }
}
