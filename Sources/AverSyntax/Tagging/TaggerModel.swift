private import CTaggerModel

/// The tagger's weights and lexicon, as the training tool writes them.
///
/// Layout of the bytes, all numbers little-endian:
/// `AVERTAG1`, the number of buckets (4 bytes), the number of lexicon slots (4 bytes, a power of
/// two), the lexicon (8 bytes a slot), the fingerprints (8 × 2 bytes a bucket), the weight rows
/// (8 × 16 bytes a bucket). A feature lives in the bucket its hash says, in any of its 8 places, or
/// nowhere.
package struct TaggerModel: Sendable {
  package static let placesPerBucket = 8

  package let lexicon: TaggerLexicon
  private let fingerprints: [SIMD8<UInt16>]
  private let rows: [SIMD16<Int8>]

  /// The model that travels with the program; read when it is first asked for.
  package static let builtIn: TaggerModel = {
    let bytes = unsafe UnsafeBufferPointer(
      start: caver_tagger_model(),
      count: caver_tagger_model_size()
    )
    guard let model = unsafe TaggerModel(bytes: Array(bytes)) else {
      preconditionFailure("the model in the program is not one that the training tool wrote")
    }
    return model
  }()

  /// Reads a model, or gives nil if the bytes are none.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes: bytes)
    let header = Self.magic.map { _ in reader.next() }
    guard header == Self.magic, bytes.count >= 16 else { return nil }
    let bucketCount = Int(reader.nextUInt32())
    let slotCount = Int(reader.nextUInt32())
    let bucketSize = Self.placesPerBucket * (2 + TagClass.count)
    guard bucketCount > 0, slotCount > 0, slotCount & (slotCount - 1) == 0,
      bytes.count == 16 + slotCount * 8 + bucketCount * bucketSize
    else { return nil }
    lexicon = TaggerLexicon(
      slots: (0..<slotCount).map { _ in LexiconEntry(bits: reader.nextUInt64()) }
    )
    fingerprints = (0..<bucketCount).map { _ in reader.nextFingerprints() }
    rows = (0..<(bucketCount * Self.placesPerBucket)).map { _ in reader.nextRow() }
  }

  package static let magic: [UInt8] = Array("AVERTAG1".utf8)

  /// The bucket of a feature.
  package static func bucket(of hash: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// What tells the features of a bucket apart; never zero.
  package static func fingerprint(of hash: UInt64) -> UInt16 {
    max(1, UInt16(truncatingIfNeeded: hash))
  }

  /// Adds the weights of a feature, if it has any, to the scores of the classes.
  func addWeights(of hash: UInt64, to scores: inout SIMD16<Int16>) {
    let bucket = Self.bucket(of: hash, count: fingerprints.count)
    let wanted = Self.fingerprint(of: hash)
    let candidates = fingerprints[bucket]
    for place in 0..<Self.placesPerBucket where candidates[place] == wanted {
      scores &+= SIMD16<Int16>(truncatingIfNeeded: rows[bucket * Self.placesPerBucket + place])
      return
    }
  }
}

/// Reads numbers from bytes in order; zeros after the end.
private struct ByteReader {
  let bytes: [UInt8]
  var position = 0

  mutating func next() -> UInt8 {
    defer { position += 1 }
    return position < bytes.count ? bytes[position] : 0
  }

  mutating func nextUInt16() -> UInt16 {
    let low = next()
    return UInt16(low) | UInt16(next()) << 8
  }

  mutating func nextUInt32() -> UInt32 {
    let low = nextUInt16()
    return UInt32(low) | UInt32(nextUInt16()) << 16
  }

  mutating func nextUInt64() -> UInt64 {
    let low = nextUInt32()
    return UInt64(low) | UInt64(nextUInt32()) << 32
  }

  mutating func nextFingerprints() -> SIMD8<UInt16> {
    var result = SIMD8<UInt16>()
    for place in 0..<8 { result[place] = nextUInt16() }
    return result
  }

  mutating func nextRow() -> SIMD16<Int8> {
    var result = SIMD16<Int8>()
    for lane in 0..<16 { result[lane] = Int8(bitPattern: next()) }
    return result
  }
}
