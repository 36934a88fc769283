/// A hash that is the same in every process, for features and words of the tagger.
enum FeatureHash {
  /// The hash of a template's number and two values.
  @inline(__always)
  static func of(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
    let mixed =
      (template &* 0x9E37_79B9_7F4A_7C15) ^ (first &* 0xC2B2_AE3D_27D4_EB4F)
      ^ (second &* 0x1656_67B1_9E37_79F9).byteSwapped
    return finished(mixed)
  }

  /// Spreads every bit of a value over all 64.
  @inline(__always)
  static func finished(_ value: UInt64) -> UInt64 {
    let first = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
    let second = (first ^ (first >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return second ^ (second >> 32)
  }
}
