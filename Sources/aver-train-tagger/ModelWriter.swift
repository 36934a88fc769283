import AverSyntax

/// Packs the weightiest features and the lexicon into the bytes of a model.
struct ModelWriter {
  /// Features to which the format has room: 8 places a bucket.
  let bucketCount: Int

  /// The features that find a place, weightiest first.
  func placed(_ rows: [Perceptron.Row]) -> [Perceptron.Row] {
    var free = Array(repeating: TaggerModel.placesPerBucket, count: bucketCount)
    let sorted = rows.filter { $0.mass > 0 }.sorted {
      ($1.mass, $0.hash) < ($0.mass, $1.hash)
    }
    return sorted.filter { row in
      let bucket = TaggerModel.bucket(of: row.hash, count: bucketCount)
      free[bucket] -= 1
      return free[bucket] >= 0
    }
  }

  /// The bytes of the model; weights are scaled so that few of them exceed the range of a byte.
  func bytes(_ rows: [Perceptron.Row], _ lexicon: TaggerLexicon) -> [UInt8] {
    let placeCount = bucketCount * TaggerModel.placesPerBucket
    var fingerprints = Array(repeating: UInt16(0), count: placeCount)
    var weights = Array(repeating: UInt8(0), count: placeCount * TagClass.count)
    var used = Array(repeating: 0, count: bucketCount)
    let scale = self.scale(of: rows)
    for row in placed(rows) {
      let bucket = TaggerModel.bucket(of: row.hash, count: bucketCount)
      let place = bucket * TaggerModel.placesPerBucket + used[bucket]
      used[bucket] += 1
      fingerprints[place] = TaggerModel.fingerprint(of: row.hash)
      for lane in 0..<TagClass.count {
        weights[place * TagClass.count + lane] = Self.quantized(row.weights[lane], scale)
      }
    }
    var result = TaggerModel.magic
    append(UInt64(bucketCount), 4, to: &result)
    append(UInt64(lexicon.slots.count), 4, to: &result)
    for entry in lexicon.slots { append(entry.bits, 8, to: &result) }
    for fingerprint in fingerprints { append(UInt64(fingerprint), 2, to: &result) }
    return result + weights
  }

  /// The weight that becomes 127: one of a thousand lies above it.
  private func scale(of rows: [Perceptron.Row]) -> Int {
    let sizes = rows.flatMap { $0.weights.map { abs($0) } }.filter { $0 > 0 }.sorted()
    return sizes.isEmpty ? 1 : sizes[sizes.count - 1 - sizes.count / 1000]
  }

  private static func quantized(_ weight: Int, _ scale: Int) -> UInt8 {
    let scaled = (abs(weight) * 254 + scale) / (2 * scale)
    return UInt8(bitPattern: Int8(min(127, scaled) * weight.signum()))
  }

  private func append(_ value: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }
}
