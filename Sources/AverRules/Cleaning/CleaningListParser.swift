/// Reads one file of word lists for cleaning, laid out like the lists of rule files.
///
/// `list name =` in column 0 begins a list; entries stand between `|` or on lines of their own, indented;
/// `#` at the start of a line begins a comment.
struct CleaningListParser {
  private(set) var entries: [(list: CleaningList, entry: String)] = []
  private(set) var diagnostics: [RuleDiagnostic] = []

  private let file: Int
  private let text: [UInt8]
  private var list: CleaningList?
  private var isInUnknownList = false
  private var seen: Set<String> = []

  init(file: Int, text: [UInt8]) {
    self.file = file
    self.text = text
  }

  /// Reads the file.
  ///
  /// - Parameter known: The lists that were read before; those of this file are added.
  mutating func read(known: inout Set<CleaningList>) {
    guard String(validating: text, as: UTF8.self) != nil else {
      return report(
        .invalidEncoding,
        0..<min(1, text.count),
        "the file is not valid UTF-8",
        "save it as UTF-8"
      )
    }
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      readLine(start..<end, &known)
      start = end + 1
    }
  }

  private mutating func readLine(_ line: Range<Int>, _ known: inout Set<CleaningList>) {
    let content = trimmed(line)
    guard let first = content.first, text[first] != 0x23 else { return }
    guard content.lowerBound == line.lowerBound else { return readEntries(content) }
    guard text[content].starts(with: Array("list ".utf8)),
      let sign = text[content].firstIndex(of: 0x3D)
    else {
      return report(
        .unknownDeclaration,
        content,
        "only lists can stand here",
        "write `list name = entry | entry`, or indent the entries of a list"
      )
    }
    begin(trimmed((content.lowerBound + 5)..<sign), &known)
    readEntries(trimmed((sign + 1)..<content.upperBound))
  }

  private mutating func begin(_ place: Range<Int>, _ known: inout Set<CleaningList>) {
    let name = string(place)
    list = CleaningList.allCases.first { $0.name == name }
    isInUnknownList = list == nil
    seen = []
    guard let list else {
      let names = CleaningList.allCases.map(\.name)
      let hint =
        Suggestion.hint(for: name, among: names)
        ?? "the lists are " + names.sorted().joined(separator: ", ")
      return report(.undefinedName, place, "cleaning has no list `\(name)`", hint)
    }
    if !known.insert(list).inserted {
      report(.duplicateName, place, "the list `\(name)` begins twice", "join the two")
    }
  }

  private mutating func readEntries(_ range: Range<Int>) {
    guard !range.isEmpty, !isInUnknownList else { return }
    guard let list else {
      return report(
        .clauseOutsideDeclaration,
        range,
        "this belongs to no list",
        "begin with a line `list name =`"
      )
    }
    for part in text[range].split(separator: 0x7C) {
      let place = trimmed(part.startIndex..<part.endIndex)
      if !place.isEmpty { add(place, to: list) }
    }
  }

  private mutating func add(_ place: Range<Int>, to list: CleaningList) {
    let entry = string(place)
    switch list.form {
    case .word where !entry.allSatisfy(\.isLetter) || entry != entry.lowercased():
      report(
        .unexpectedText,
        place,
        "`\(entry)` is not one word of letters in lower case",
        "put `|` between words; leave marks and digits out"
      )
    case .phrase where !entry.contains(where: \.isLetter) || entry != entry.lowercased():
      report(.unexpectedText, place, "`\(entry)` is not in lower case", "write it so")
    case .key where entry.contains(" "):
      report(.unexpectedText, place, "`\(entry)` has white space", "put `|` between names")
    default:
      guard seen.insert(entry).inserted else {
        return report(.duplicateName, place, "`\(entry)` stands twice in the list", "delete one")
      }
      entries.append((list, entry))
    }
  }

  // MARK: Text

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isSpace(text[start]) { start += 1 }
    while end > start, Self.isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private mutating func report(
    _ code: RuleDiagnosticCode,
    _ range: Range<Int>,
    _ message: String,
    _ hint: String
  ) {
    let place = RulePlace(file: file, start: range.lowerBound, end: range.upperBound)
    diagnostics.append(RuleDiagnostic(code, message, at: place, hint: hint))
  }
}
