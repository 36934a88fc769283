import AverModel

/// Documents with their claims as a tar archive for brat: a text and an `.ann` file each.
///
/// Files are named by the digest of the text, so that no id becomes a path. Claims are events whose
/// trigger is their first evidence; values, statements and rules are notes. `annotation.conf` names
/// the types.
///
/// Source: brat, "brat standoff format" and "Annotation configuration"; POSIX.1-2017, pax, "ustar".
package struct StandoffArchive: ClaimExport {
  /// Claim types with their roles, for the configuration.
  private let types: [String: [String]]

  /// Creates a writer.
  ///
  /// - Parameter types: The roles of each claim type.
  package init(types: [String: [String]]) { self.types = types }

  package var head: [UInt8] { TarWriter.entry("annotation.conf", Array(configuration.utf8)) }

  package var tail: [UInt8] { TarWriter.end }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    guard let text = document.text else { return [] }
    let name = String(document.document.digest.split(separator: ":").last?.prefix(32) ?? "text")
    return TarWriter.entry(name + ".txt", text)
      + TarWriter.entry(name + ".ann", annotations(document, CodePointText(text)))
  }

  private func annotations(_ document: DocumentClaims, _ text: CodePointText) -> [UInt8] {
    var lines = StandoffLines(text)
    var names: [TextMark: String] = [:]
    for mark in TextMark.marks(of: document.claims) {
      names[mark] = lines.mark(mark.type, mark.span)
    }
    for claim in document.claims {
      guard let evidence = claim.evidence.first,
        let trigger = lines.mark(claim.type, evidence.span)
      else { continue }
      var arguments: [(role: String, target: String)] = []
      for role in claim.roles {
        for filler in role.fillers {
          guard let target = names[TextMark(span: filler.span, type: filler.type)] else { continue }
          arguments.append((role.name, target))
        }
      }
      lines.event(claim, trigger: trigger, arguments)
    }
    for claim in document.claims {
      for filler in claim.roles.flatMap(\.fillers) where filler.shown != filler.text {
        guard let name = names[TextMark(span: filler.span, type: filler.type)] else { continue }
        lines.note(name, filler.shown)
      }
    }
    return lines.bytes
  }

  private var configuration: String {
    let kinds = [
      "ORG", "PERSON", "PLACE", "PRODUCT", "MONEY", "DATE", "TIME", "DURATION", "SET", "PERCENT",
      "NUMBER", "QUANTITY", "TEXT",
    ]
    var lines = ["[entities]"] + kinds + ["", "[relations]", "", "[events]"]
    for (type, roles) in types.sorted(by: { $0.key < $1.key }) {
      let arguments = roles.map { "\($0)*:<ANY>" }.joined(separator: ", ")
      lines.append(type + (arguments.isEmpty ? "" : "\t" + arguments))
    }
    lines += [
      "", "[attributes]",
      "Status\tArg:<EVENT>, Value:completed|planned|in_talks|possible|ended",
      "Negated\tArg:<EVENT>", "",
    ]
    return lines.joined(separator: "\n")
  }
}

/// The lines of one `.ann` file.
private struct StandoffLines {
  private(set) var bytes: [UInt8] = []
  private let text: CodePointText
  private var markCount = 0
  private var eventCount = 0
  private var attributeCount = 0
  private var noteCount = 0
  private var notes: Set<String> = []

  init(_ text: CodePointText) { self.text = text }

  /// Marks a span, in pieces where lines end, which a mark must not hold; gives the mark's name.
  mutating func mark(_ type: String, _ span: RecordedSpan) -> String? {
    guard let words = text.bytes(span) else { return nil }
    var pieces: [(start: Int, end: Int)] = []
    var position = span.start
    var start: Int?
    for byte in words where byte & 0xC0 != 0x80 {
      if byte == 0x0A || byte == 0x0D {
        if let first = start { pieces.append((first, position)) }
        start = nil
      } else if start == nil {
        start = position
      }
      position += 1
    }
    if let first = start { pieces.append((first, span.end)) }
    guard !pieces.isEmpty else { return nil }
    markCount += 1
    let places = pieces.map { "\($0.start) \($0.end)" }.joined(separator: ";")
    // The pieces' words stand with one blank between them.
    let shown = words.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).joined(separator: [0x20])
    bytes += Array("T\(markCount)\t\(type) \(places)\t".utf8) + Array(shown) + [0x0A]
    return "T\(markCount)"
  }

  mutating func event(
    _ claim: RecordedClaim,
    trigger: String,
    _ arguments: [(role: String, target: String)]
  ) {
    eventCount += 1
    var line = "E\(eventCount)\t\(claim.type):\(trigger)"
    var counts: [String: Int] = [:]
    for argument in arguments {
      let count = counts[argument.role, default: 0] + 1
      counts[argument.role] = count
      line += " \(argument.role)\(count == 1 ? "" : String(count)):\(argument.target)"
    }
    bytes += Array((line + "\n").utf8)
    attributeCount += 1
    bytes += Array("A\(attributeCount)\tStatus E\(eventCount) \(claim.status)\n".utf8)
    if claim.polarity == "negated" {
      attributeCount += 1
      bytes += Array("A\(attributeCount)\tNegated E\(eventCount)\n".utf8)
    }
    let statement = claim.statement ?? claim.key ?? claim.type
    note("E\(eventCount)", "\(statement) [\(claim.rule)]")
  }

  /// Writes a note once.
  mutating func note(_ target: String, _ text: String) {
    guard notes.insert(target + "\t" + text).inserted else { return }
    noteCount += 1
    bytes += Array(
      "#\(noteCount)\tAnnotatorNotes \(target)\t\(VisibleText.escaped(text))\n".utf8
    )
  }
}

/// Files as an archive that `tar` reads, the same bytes for the same files.
private enum TarWriter {
  private static let block = 512

  /// Two empty blocks end an archive.
  static let end = [UInt8](repeating: 0, count: 2 * block)

  static func entry(_ name: String, _ contents: [UInt8]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: String, at place: Int) {
      for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
    }
    put(String(name.prefix(99)), at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(contents.count, 11), at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6), at: 148)
    header[154] = 0
    let rest = (block - contents.count % block) % block
    return header + contents + [UInt8](repeating: 0, count: rest)
  }

  private static func octal(_ value: Int, _ width: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
