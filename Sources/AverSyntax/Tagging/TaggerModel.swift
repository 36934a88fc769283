import AverModel
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
  /// Eight fingerprints a bucket, the first in the lowest bits of the first word.
  private let fingerprints: FrozenArray<SIMD2<UInt64>>
  /// The weights of a place: a signed byte a class.
  private let rows: FrozenArray<SIMD2<UInt64>>
  private let bucketCount: UInt64

  /// The model that travels with the program; read in place, when it is first asked for.
  package static let builtIn: TaggerModel = {
    let bytes = unsafe UnsafeRawBufferPointer(
      start: caver_tagger_model(),
      count: caver_tagger_model_size()
    )
    guard let model = unsafe TaggerModel(memory: FrozenMemory(permanent: bytes)) else {
      preconditionFailure("the model in the program is not one that the training tool wrote")
    }
    return model
  }()

  /// Reads a model, or gives nil if the bytes are none.
  package init?(bytes: [UInt8]) { self.init(memory: FrozenMemory(bytes)) }

  // The numbers are taken as they lie in memory: systems that Swift supports on servers and desks are
  // little-endian, as the model is.
  private init?(memory: FrozenMemory) {
    guard let magic = FrozenArray<UInt8>(memory, byteOffset: 0, count: Self.magic.count),
      magic.elementsEqual(Self.magic),
      let counts = FrozenArray<UInt32>(memory, byteOffset: Self.magic.count, count: 2)
    else { return nil }
    let bucketCount = Int(counts[0])
    let slotCount = Int(counts[1])
    let rowStart = 16 + slotCount * 8 + bucketCount * Self.placesPerBucket * 2
    guard bucketCount > 0, slotCount > 0, slotCount & (slotCount - 1) == 0,
      memory.byteCount == rowStart + bucketCount * Self.placesPerBucket * TagClass.count,
      let slots = FrozenArray<LexiconEntry>(memory, byteOffset: 16, count: slotCount),
      let fingerprints = FrozenArray<SIMD2<UInt64>>(
        memory,
        byteOffset: 16 + slotCount * 8,
        count: bucketCount
      ),
      let rows = FrozenArray<SIMD2<UInt64>>(
        memory,
        byteOffset: rowStart,
        count: bucketCount * Self.placesPerBucket
      )
    else { return nil }
    lexicon = TaggerLexicon(slots: slots)
    self.fingerprints = fingerprints
    self.rows = rows
    self.bucketCount = UInt64(bucketCount)
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

  /// Adds the weights of at most `TaggerContext.featureCount` features; those without add nothing.
  func add(_ hashes: Span<UInt64>, to scores: inout ClassScores) {
    // First where the weights are, then the weights: neither look-up waits for the one before it.
    var found = InlineArray<36, Int>(repeating: 0)
    var count = 0
    for index in hashes.indices {
      let hash = hashes[index]
      let bucket = Int(truncatingIfNeeded: ((hash >> 32) &* bucketCount) >> 32)
      let place = Self.place(of: Self.fingerprint(of: hash), in: fingerprints[bucket])
      found[count] = bucket * Self.placesPerBucket + place
      count += place < Self.placesPerBucket ? 1 : 0
    }
    for index in 0..<count { scores.add(row: rows[found[index]]) }
  }

  /// The first of eight fingerprints that equals the wanted one; 8 if none does.
  @inline(__always)
  private static func place(of fingerprint: UInt16, in bucket: SIMD2<UInt64>) -> Int {
    let wanted = UInt64(fingerprint) &* 0x0001_0001_0001_0001
    let first = firstZero(bucket[0] ^ wanted)
    let second = firstZero(bucket[1] ^ wanted)
    return first < 4 ? first : 4 + second
  }

  /// The lowest of four numbers of 16 bits that is zero; 4 if none is.
  @inline(__always)
  private static func firstZero(_ numbers: UInt64) -> Int {
    // Borrowing disturbs only numbers above the lowest zero.
    let zeros = (numbers &- 0x0001_0001_0001_0001) & ~numbers & 0x8000_8000_8000_8000
    return zeros.trailingZeroBitCount >> 4
  }
}
