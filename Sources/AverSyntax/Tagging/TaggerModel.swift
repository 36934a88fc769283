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
  /// Two words a bucket, four fingerprints in each, the first in the lowest bits.
  private let fingerprints: [UInt64]
  private let rows: [SIMD16<Int8>]
  private let bucketCount: UInt64

  /// The model that travels with the program; read when it is first asked for.
  package static let builtIn: TaggerModel = {
    let bytes = unsafe UnsafeBufferPointer(
      start: caver_tagger_model(),
      count: caver_tagger_model_size()
    )
    guard let model = unsafe TaggerModel(bytes: bytes.span) else {
      preconditionFailure("the model in the program is not one that the training tool wrote")
    }
    return model
  }()

  /// Reads a model, or gives nil if the bytes are none.
  package init?(bytes: [UInt8]) { self.init(bytes: bytes.span) }

  /// Reads a model, or gives nil if the bytes are none.
  init?(bytes: Span<UInt8>) {
    guard bytes.count >= 16, Self.magic.indices.allSatisfy({ bytes[$0] == Self.magic[$0] }) else {
      return nil
    }
    let raw = unsafe bytes.bytes
    var position = Self.magic.count
    let counts: [UInt32] = raw.elements(2, at: &position)
    let bucketCount = Int(counts[0])
    let slotCount = Int(counts[1])
    let bucketSize = Self.placesPerBucket * (2 + TagClass.count)
    guard bucketCount > 0, slotCount > 0, slotCount & (slotCount - 1) == 0,
      bytes.count == 16 + slotCount * 8 + bucketCount * bucketSize
    else { return nil }
    let slots: [UInt64] = raw.elements(slotCount, at: &position)
    lexicon = TaggerLexicon(slots: slots.map { LexiconEntry(bits: $0) })
    fingerprints = raw.elements(bucketCount * 2, at: &position)
    self.bucketCount = UInt64(bucketCount)
    rows = raw.elements(bucketCount * Self.placesPerBucket, at: &position)
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

  /// The sums of the features' weights, by class; features without weights add nothing.
  func scores(of hashes: [UInt64]) -> SIMD16<Int16> {
    var scores = SIMD16<Int16>()
    for hash in hashes {
      let bucket = Int(truncatingIfNeeded: ((hash >> 32) &* bucketCount) >> 32)
      let wanted = UInt64(Self.fingerprint(of: hash)) &* 0x0001_0001_0001_0001
      var place = Self.firstMatch(fingerprints[2 * bucket], wanted)
      if place == 4 { place += Self.firstMatch(fingerprints[2 * bucket + 1], wanted) }
      guard place < Self.placesPerBucket else { continue }
      let row = rows[bucket * Self.placesPerBucket + place]
      scores &+= SIMD16<Int16>(truncatingIfNeeded: row)
    }
    return scores
  }

  /// The lowest of four fingerprints that equals the wanted one, which stands four times in a word; 4 if
  /// none does.
  @inline(__always)
  private static func firstMatch(_ fingerprints: UInt64, _ wanted: UInt64) -> Int {
    // The lowest zero among four numbers of 16 bits: borrowing disturbs only those above it.
    let difference = fingerprints ^ wanted
    let zeros = (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
    return zeros.trailingZeroBitCount >> 4
  }
}

extension RawSpan {
  /// Copies the next elements out of the bytes; `Element` is a number or a vector of numbers.
  ///
  /// Any bits will do for those. The numbers are taken as they lie in memory: systems that Swift
  /// supports on servers and desks are little-endian, as the model is.
  fileprivate func elements<Element: BitwiseCopyable>(
    _ count: Int,
    at position: inout Int
  ) -> [Element] {
    let size = count * MemoryLayout<Element>.stride
    let range = position..<(position + size)
    position += size
    return unsafe extracting(range).withUnsafeBytes { source in
      unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
        initialized = count
      }
    }
  }
}
