internal import CICU

/// Word and sentence boundaries of Unicode's UAX #29, drawn by ICU.
///
/// Owns ICU's iterators; the type cannot be copied, so they are closed exactly once. ICU's iterators
/// must not be shared: make one segmenter a worker.
@safe
package struct UnicodeSegmenter: ~Copyable {
  private let handle: OpaquePointer

  package init() throws(TokenizationError) {
    var errorName: UnsafePointer<CChar>?
    guard let opened = unsafe aver_segmenter_open(&errorName) else {
      let name = unsafe errorName.map { unsafe String(cString: $0) }
      throw .breakRulesUnavailable(icuError: name ?? "unknown")
    }
    unsafe handle = opened
  }

  deinit { unsafe aver_segmenter_close(handle) }

  /// The byte offsets at which the words of a range end.
  package func wordEnds(in text: Span<UInt8>, _ range: Range<Int>) -> [Int]? {
    unsafe ends(in: text, range) { segmenter, ends, capacity in
      unsafe aver_segmenter_word_ends(segmenter, ends, capacity)
    }
  }

  /// The byte offsets at which the sentences of a range end; a line break in it is a space.
  package func sentenceEnds(in text: Span<UInt8>, _ range: Range<Int>) -> [Int]? {
    unsafe ends(in: text, range) { segmenter, ends, capacity in
      unsafe aver_segmenter_sentence_ends(segmenter, ends, capacity)
    }
  }

  private func ends(
    in text: Span<UInt8>,
    _ range: Range<Int>,
    _ fill: (OpaquePointer, UnsafeMutablePointer<Int32>, Int32) -> Int32
  ) -> [Int]? {
    guard let count = Int32(exactly: range.count), count > 0 else {
      return range.isEmpty ? [] : nil
    }
    let status = unsafe text.extracting(range).withUnsafeBufferPointer { bytes in
      unsafe aver_segmenter_set_text(handle, bytes.baseAddress, count)
    }
    guard status == 0 else { return nil }
    var failed = false
    let ends = unsafe [Int32](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      let filled = unsafe fill(handle, base, count)
      failed = filled < 0
      initialized = max(0, Int(filled))
    }
    return failed ? nil : ends.map { range.lowerBound + Int($0) }
  }
}
