import ArgumentParser

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// One JSON object a line.
  case jsonl
  /// For people.
  case text
  /// The article with its headings, lists, quotations and tables.
  case markdown
  /// An `article` element, or claims as one page.
  case html
  case csv
  case sqlite
  /// One JSON-LD document.
  case jsonld
  /// Records that hold their JSON-LD context.
  case jsonldLines = "jsonld-lines"
  /// Tasks for Label Studio.
  case labelStudio = "label-studio"
  /// A tar archive for brat.
  case brat

  /// What results there are.
  enum Result: String {
    case articles
    case annotations
    case claims
  }

  /// The formats of a kind of result.
  static func formats(of result: Result) -> [OutputFormat] {
    switch result {
    case .articles: [.jsonl, .text, .markdown, .html]
    case .annotations: [.jsonl, .text]
    case .claims: allCases.filter { $0 != .markdown }
    }
  }

  /// Refuses a format that a kind of result cannot have.
  func validate(for result: Result) throws {
    let known = OutputFormat.formats(of: result)
    guard !known.contains(self) else { return }
    let names = known.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--format \(rawValue) is not for \(result.rawValue): use \(names)")
  }

  /// Whether inputs that fail leave a record in the output.
  var holdsErrors: Bool { self == .jsonl || self == .jsonldLines || self == .sqlite }
}
