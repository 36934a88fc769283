import AverModel
import CEncoding

/// Decides the encoding of a document and decodes it to clean UTF-8.
///
/// In order: byte order mark; the bytes of UTF-16 without a mark; valid UTF-8, whatever was
/// declared; the encoding that came with the bytes; the one the page declares; mostly valid UTF-8;
/// a guess by ICU; windows-1252.
struct CharacterDecoder {
  /// How far into a page a declaration is looked for.
  ///
  /// HTML says 1,024; of 1,978 real pages a tenth declare later, behind their first scripts.
  private static let prescanLimit = 16_384
  /// How much is shown to ICU's detector; it takes 3 ms for this much.
  private static let detectionLimit = 16_384

  func decode(_ document: SourceDocument) throws(CleaningError) -> DecodedText {
    let bytes = document.bytes
    let span = bytes.span
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return repaired(bytes, from: 3, validation: nil)
    }
    if let encoding = utf16Encoding(span) {
      let skipped = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
      return try converted(document, from: skipped, with: encoding)
    }
    let declared = declaredEncoding(document)
    let validation = UTF8Validation(span)
    if validation.isValid {
      if declared == .iso2022Japanese, bytes.contains(0x1B) {
        return try converted(document, from: 0, with: .iso2022Japanese)
      }
      return repaired(bytes, from: 0, validation: validation)
    }
    switch encoding(of: bytes, declared: declared, validation: validation) {
    case .utf8: return repaired(bytes, from: 0, validation: validation)
    case let other: return try converted(document, from: 0, with: other)
    }
  }

  private func declaredEncoding(_ document: SourceDocument) -> CharacterEncoding? {
    if let label = document.declaredEncoding,
      let encoding = CharacterEncoding(label: Array(label.utf8))
    {
      return encoding
    }
    let isPage = document.mediaType == .html || document.mediaType == .unknown
    guard isPage,
      let encoding = EncodingPrescan.encoding(
        in: document.bytes.span,
        limit: Self.prescanLimit
      )
    else { return nil }
    // A declaration that could be read as ASCII is not UTF-16.
    let isUTF16 = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    return isUTF16 ? .utf8 : encoding
  }

  private func encoding(
    of bytes: [UInt8],
    declared: CharacterEncoding?,
    validation: UTF8Validation
  ) -> CharacterEncoding {
    let badCount = validation.badCount
    let looksLikeLatin =
      validation.multibyteCount == 0 && validation.plausibleLatinCount == badCount
    if let declared, declared != .utf8 { return declared }
    if declared == .utf8 {
      // Three letters of Latin-1 and not one of UTF-8: the declaration is wrong.
      return looksLikeLatin && badCount >= 3 ? .windows1252 : .utf8
    }
    if validation.multibyteCount > badCount || badCount * 1000 < bytes.count && !looksLikeLatin {
      return .utf8
    }
    if let guess = detected(bytes) { return guess }
    return looksLikeLatin ? .windows1252 : .utf8
  }

  private func utf16Encoding(_ bytes: Span<UInt8>) -> CharacterEncoding? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return .utf16LittleEndian
    case (0xFE, 0xFF): return .utf16BigEndian
    default: break
    }
    guard bytes.count >= 4 else { return nil }
    // A page that begins with `<` and another ASCII character.
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0x3C, 0, 0x21...0x7A, 0): return .utf16LittleEndian
    case (0, 0x3C, 0, 0x21...0x7A): return .utf16BigEndian
    default: return nil
    }
  }

  private func detected(_ bytes: [UInt8]) -> CharacterEncoding? {
    let sample = bytes.prefix(Self.detectionLimit)
    var name = [CChar](repeating: 0, count: 64)
    let confidence = unsafe sample.withUnsafeBufferPointer { source -> Int32 in
      guard let start = source.baseAddress else { return 0 }
      return unsafe name.withUnsafeMutableBufferPointer { target -> Int32 in
        guard let label = target.baseAddress else { return 0 }
        return unsafe aver_detect_encoding(
          start,
          Int32(source.count),
          label,
          Int32(target.count)
        )
      }
    }
    // Below this ICU's guesses on short Western text are random.
    guard confidence >= 30 else { return nil }
    let label = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let encoding = CharacterEncoding(label: label)
    return encoding == .utf8 ? nil : encoding
  }

  private func repaired(
    _ bytes: [UInt8],
    from start: Int,
    validation: UTF8Validation?
  )
    -> DecodedText
  {
    let validation = validation ?? UTF8Validation(bytes.span.extracting(start..<bytes.count))
    if validation.isClean {
      guard start > 0 else { return DecodedText(bytes: bytes, offsets: nil, diagnostics: []) }
      var offsets = OffsetMap()
      offsets.append(cleanCount: bytes.count - start, source: start, sourceEnd: bytes.count)
      return DecodedText(bytes: Array(bytes[start...]), offsets: offsets, diagnostics: [])
    }
    var repair = CharacterRepair(capacity: bytes.count)
    repair.append(bytes.span, from: start)
    return DecodedText(
      bytes: repair.bytes,
      offsets: repair.offsets,
      diagnostics: diagnostics(badCount: validation.badCount, encoding: .utf8)
    )
  }

  private func converted(
    _ document: SourceDocument,
    from start: Int,
    with encoding: CharacterEncoding
  ) throws(CleaningError) -> DecodedText {
    let bytes = Array(document.bytes[start...])
    guard let conversion = Conversion(encoding: encoding, bytes: bytes) else {
      throw .outOfMemory(identifier: document.identifier, byteCount: document.bytes.count)
    }
    let (decoded, sources) = conversion.result()
    var repair = CharacterRepair(capacity: decoded.count)
    repair.append(decoded.span, sources: sources, sourceCount: bytes.count, sourceStart: start)
    return DecodedText(
      bytes: repair.bytes,
      offsets: repair.offsets,
      diagnostics: diagnostics(badCount: conversion.badCount, encoding: encoding)
    )
  }

  private func diagnostics(badCount: Int, encoding: CharacterEncoding) -> [Diagnostic] {
    guard badCount > 0 else { return [] }
    return [
      Diagnostic(
        code: "invalid-encoding",
        message: badCount == 1
          ? "1 place is not valid \(encoding.label) and became U+FFFD; check the file's encoding"
          : "\(badCount) places are not valid \(encoding.label) and became U+FFFD; "
            + "check the file's encoding"
      )
    ]
  }
}
