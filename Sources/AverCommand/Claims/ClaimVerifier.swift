import Aver
import AverModel
import AverReports

/// What no longer holds of a claim that was made before.
enum ClaimFinding: String, CaseIterable {
  /// None of the files is its document.
  case noDocument = "no-document"
  /// The document's bytes are others.
  case sourceChanged = "source-changed"
  /// The document's text is another.
  case textChanged = "text-changed"
  /// A quote, filler or source stands elsewhere in the text.
  case moved
  /// A quote, filler or source does not stand in the text.
  case lost
  /// The bytes that are named are not those that the words come from.
  case sourceBytes = "source-bytes"
  /// The rules in force do not make the claim.
  case notMade = "not-made"

  /// The finding for people.
  var words: String {
    switch self {
    case .noDocument: "none of the files is its document"
    case .sourceChanged: "the document has changed"
    case .textChanged: "the document's text has changed"
    case .moved: "its words stand elsewhere in the text"
    case .lost: "its words do not stand in the text"
    case .sourceBytes: "its words do not come from the bytes that it names"
    case .notMade: "the present rules do not make it"
    }
  }
}

/// Holds claims that were made before against their document as it is read today.
struct ClaimVerifier {
  private let text: [UInt8]
  private let offsets: OffsetMap?
  private let digest: String
  private let sourceDigest: String
  /// The byte at which each code point of the text begins, and the end.
  private let starts: [Int32]
  /// The ids of the claims that the rules in force make.
  private let made: Set<String>

  init(_ clean: CleanText, made: Set<String>) {
    text = clean.bytes
    offsets = clean.offsets
    digest = SHA256.name(of: clean.bytes)
    sourceDigest = SHA256.name(of: clean.sourceBytes)
    var starts: [Int32] = []
    starts.reserveCapacity(text.count + 1)
    for (position, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      starts.append(Int32(position))
    }
    starts.append(Int32(text.count))
    self.starts = starts
    self.made = made
  }

  func findings(for claim: RecordedClaim) -> Set<ClaimFinding> {
    var findings: Set<ClaimFinding> = []
    let isSameSource = (claim.document.sourceDigest ?? claim.document.digest) == sourceDigest
    if !isSameSource { findings.insert(.sourceChanged) }
    if claim.document.digest != digest { findings.insert(.textChanged) }
    for evidence in claim.evidence {
      check(evidence.exact, evidence.span, evidence.source, &findings)
      if let range = range(of: evidence.span),
        !stands(evidence.prefix, before: range.start)
          || !stands(evidence.suffix, at: range.end)
      {
        findings.insert(.textChanged)
      }
    }
    for role in claim.roles {
      for filler in role.fillers { check(filler.text, filler.span, filler.source, &findings) }
    }
    for source in claim.attribution {
      if let text = source.text, let span = source.span { check(text, span, nil, &findings) }
    }
    if !made.contains(claim.identifier) { findings.insert(.notMade) }
    return findings
  }

  private func check(
    _ words: String,
    _ span: RecordedSpan,
    _ source: RecordedSpan?,
    _ findings: inout Set<ClaimFinding>
  ) {
    let bytes = Array(words.utf8)
    guard let range = range(of: span), text[range.start..<range.end].elementsEqual(bytes) else {
      findings.insert(text.firstRange(of: bytes) == nil ? .lost : .moved)
      return
    }
    guard let source, let present = offsets?.source(of: range) else {
      if source != nil { findings.insert(.sourceBytes) }
      return
    }
    if present.start != source.start || present.end != source.end { findings.insert(.sourceBytes) }
  }

  private func range(of span: RecordedSpan) -> ByteRange? {
    guard span.end < starts.count else { return nil }
    return ByteRange(Int(starts[span.start]), Int(starts[span.end]))
  }

  private func stands(_ words: String, before end: Int) -> Bool {
    text[..<end].suffix(words.utf8.count).elementsEqual(words.utf8)
  }

  private func stands(_ words: String, at start: Int) -> Bool {
    text[start...].prefix(words.utf8.count).elementsEqual(words.utf8)
  }
}
