package import AverRules

/// A change of a word list that is tried without touching its file: `list NAME += word | word`, or
/// `-=` to take entries away.
package struct TrialEdit: Hashable, Sendable {
  /// The list.
  package let list: String
  /// Whether the entries are added or taken away.
  package let isAddition: Bool
  /// The entries as written.
  package let entries: [String]

  /// Reads an edit; nil if the text is none.
  package init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("list ") { rest = rest.dropFirst(5) }
    guard let equals = rest.firstIndex(of: "="), equals > rest.startIndex else { return nil }
    let sign = rest[rest.index(before: equals)]
    guard sign == "+" || sign == "-" else { return nil }
    let name = rest[..<rest.index(before: equals)].trimmed
    let entries = rest[rest.index(after: equals)...].split(separator: "|").map(\.trimmed)
      .filter { !$0.isEmpty }
    guard !name.isEmpty, !name.contains(where: \.isWhitespace), !entries.isEmpty else { return nil }
    list = name
    isAddition = sign == "+"
    self.entries = entries
  }

  /// The library with the edit made; nil if no file declares the list with entries of its own.
  package func applied(to library: RuleLibrary) -> RuleLibrary? {
    for (index, file) in library.files.enumerated() where file.path.hasSuffix(".aver") {
      let (syntax, _) = RuleParser.parse(file, file: index)
      guard let found = syntax.lists.first(where: { $0.name == list }) else { continue }
      guard let bytes = isAddition ? adding(to: found, file) : removing(from: found, file, index)
      else { return nil }
      var files = library.files
      files[index] = RuleFile(path: file.path, bytes: bytes)
      return RuleLibrary(files)
    }
    return nil
  }

  /// A new line below the declaration: the entries of a list may stand on any of its lines.
  private func adding(to list: ListSyntax, _ file: RuleFile) -> [UInt8]? {
    let last = list.entries.last { $0.place.file == list.place.file }?.place.end ?? list.place.end
    var end = last
    while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
    let line = "\n  " + entries.joined(separator: " | ")
    return Array(file.bytes[..<end]) + Array(line.utf8) + Array(file.bytes[end...])
  }

  private func removing(from list: ListSyntax, _ file: RuleFile, _ index: Int) -> [UInt8]? {
    var bytes = file.bytes
    let unwanted = list.entries.filter { entry in
      entry.place.file == index && entries.contains { $0.lowercased() == entry.text.lowercased() }
    }
    guard !unwanted.isEmpty else { return nil }
    for entry in unwanted {
      for position in entry.place.start..<entry.place.end { bytes[position] = 0x20 }
    }
    return bytes
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
