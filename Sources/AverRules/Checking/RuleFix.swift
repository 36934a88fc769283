/// A change to rule files that settles a finding.
package struct RuleFix: Hashable, Sendable {
  /// Text to put in the place of some bytes; nothing to delete them.
  package struct Edit: Hashable, Sendable {
    package let place: RulePlace
    package let text: String

    package init(_ place: RulePlace, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// Edits of one file or of several, none overlapping another.
  package let edits: [Edit]

  package init(_ edits: [Edit]) { self.edits = edits }

  /// Takes out an entry of a list with the `|` that sets it apart; nil if it stands alone on its line.
  static func removing(_ place: RulePlace, from file: RuleFile) -> RuleFix? {
    let isSpace = { (index: Int) in file.bytes[index] == 0x20 || file.bytes[index] == 0x09 }
    var start = place.start
    while start > 0, isSpace(start - 1) { start -= 1 }
    if start > 0, file.bytes[start - 1] == 0x7C {
      start -= 1
      while start > 0, isSpace(start - 1) { start -= 1 }
      return RuleFix([Edit(RulePlace(file: place.file, start: start, end: place.end), "")])
    }
    var end = place.end
    while end < file.bytes.count, isSpace(end) { end += 1 }
    guard end < file.bytes.count, file.bytes[end] == 0x7C else { return nil }
    end += 1
    while end < file.bytes.count, isSpace(end) { end += 1 }
    return RuleFix([Edit(RulePlace(file: place.file, start: place.start, end: end), "")])
  }
}

extension RuleDiagnostic {
  /// The fix that it carries, or the name that its hint suggests in the place of the wrong one.
  package func applicableFix(in files: [RuleFile]) -> RuleFix? {
    if let fix { return fix }
    let question = "did you mean `"
    guard let hint, hint.hasPrefix(question), hint.hasSuffix("`?"),
      files.indices.contains(place.file), let wrong = Self.lastQuoted(message)
    else { return nil }
    let right = String(hint.dropFirst(question.count).dropLast(2))
    let bytes = files[place.file].bytes
    let word = Array(wrong.utf8)
    let end = min(place.end, bytes.count)
    guard !word.isEmpty, end - place.start >= word.count else { return nil }
    var starts: [Int] = []
    for start in place.start...(end - word.count) {
      let stop = start + word.count
      let isOpen = start == place.start || !Self.isNameByte(bytes[start - 1])
      let isClosed = stop == end || !Self.isNameByte(bytes[stop])
      if isOpen, isClosed, bytes[start..<stop].elementsEqual(word) { starts.append(start) }
    }
    guard starts.count == 1 else { return nil }
    let place = RulePlace(file: place.file, start: starts[0], end: starts[0] + word.count)
    return RuleFix([RuleFix.Edit(place, right)])
  }

  private static func lastQuoted(_ message: String) -> String? {
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    return parts.count >= 3 ? String(parts[parts.count - 2]) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F
  }
}

/// Applies fixes to the files of a library.
package enum RuleFixer {
  /// The files that change, with their new contents, and how many findings that settles.
  ///
  /// Of fixes that overlap the first is made; the next check finds the other again.
  package static func fixed(
    _ diagnostics: [RuleDiagnostic],
    in files: [RuleFile]
  ) -> (files: [RuleFile], count: Int) {
    var edits: [Int: [RuleFix.Edit]] = [:]
    var count = 0
    for diagnostic in diagnostics {
      guard let fix = diagnostic.applicableFix(in: files),
        fix.edits.allSatisfy({ edit in
          files.indices.contains(edit.place.file)
            && edits[edit.place.file, default: []].allSatisfy { !$0.overlaps(edit) }
        })
      else { continue }
      for edit in fix.edits { edits[edit.place.file, default: []].append(edit) }
      count += 1
    }
    return (applied(edits.values.flatMap { $0 }, to: files), count)
  }

  /// The files that change, with their new contents; no edit may overlap another.
  package static func applied(_ edits: [RuleFix.Edit], to files: [RuleFile]) -> [RuleFile] {
    let byFile = Dictionary(grouping: edits) { $0.place.file }
    return byFile.keys.sorted().map { index in
      var bytes = files[index].bytes
      for edit in (byFile[index] ?? []).sorted(by: { $0.place.start > $1.place.start }) {
        let end = min(edit.place.end, bytes.count)
        bytes.replaceSubrange(min(edit.place.start, end)..<end, with: edit.text.utf8)
      }
      return RuleFile(path: files[index].path, bytes: bytes)
    }
  }
}

extension RuleFix.Edit {
  fileprivate func overlaps(_ other: RuleFix.Edit) -> Bool {
    place.start == other.place.start
      || (place.start < other.place.end && other.place.start < place.end)
  }
}
