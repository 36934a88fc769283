import ArgumentParser
import Aver
import AverReports
import AverRules

/// How findings in rule files are written.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: each with its line and a caret.
  case text
  /// One JSON object a line.
  case json
  /// One SARIF 2.1.0 log, as code scanners exchange them.
  case sarif
  /// Commands that GitHub Actions shows at the lines of a pull request.
  case github
}

/// Writes the findings of a check.
struct FindingReport {
  let findings: RuleError
  /// The rule folder as it was named, so that paths lead to the files; nil for the built-in rules.
  let folder: String?

  /// How many findings `--fix` can settle.
  var fixable: Int {
    findings.diagnostics.count { $0.applicableFix(in: findings.files) != nil }
  }

  func bytes(as format: FindingFormat) -> [UInt8] {
    switch format {
    case .text: text()
    case .json: json()
    case .sarif: sarif()
    case .github: github()
    }
  }

  private func text() -> [UInt8] {
    var result: [UInt8] = []
    for diagnostic in findings.diagnostics {
      result += Array((RuleExcerpt.text(for: diagnostic, in: findings.files) + "\n").utf8)
    }
    return result
  }

  private func path(_ place: RulePlace) -> String? {
    guard findings.files.indices.contains(place.file) else { return nil }
    let own = findings.files[place.file].path
    guard let folder else { return own }
    return folder.hasSuffix("/") ? folder + own : folder + "/" + own
  }

  private struct Region {
    let start: (line: Int, column: Int)
    let end: (line: Int, column: Int)
  }

  private func region(_ place: RulePlace) -> Region {
    guard findings.files.indices.contains(place.file) else {
      return Region(start: (1, 1), end: (1, 1))
    }
    let file = findings.files[place.file]
    return Region(start: file.position(of: place.start), end: file.position(of: place.end))
  }

  private func json() -> [UInt8] {
    var json = JSONWriter()
    for diagnostic in findings.diagnostics {
      json.beginObject()
      json.name("code")
      json.string(diagnostic.code.rawValue)
      json.name("severity")
      json.string(diagnostic.code.isWarning ? "warning" : "error")
      json.name("message")
      json.string(diagnostic.message)
      if let path = path(diagnostic.place) {
        json.name("file")
        json.string(path)
        write(region(diagnostic.place), names: ("line", "column", "end_line", "end_column"), &json)
      }
      if let hint = diagnostic.hint {
        json.name("hint")
        json.string(hint)
      }
      if let fix = diagnostic.applicableFix(in: findings.files) {
        json.name("fix")
        json.beginArray()
        for edit in fix.edits {
          json.beginObject()
          json.name("file")
          json.string(path(edit.place) ?? "")
          json.name("bytes")
          json.pair(edit.place.start, edit.place.end)
          json.name("text")
          json.string(edit.text)
          json.endObject()
        }
        json.endArray()
      }
      json.endObject()
      json.endLine()
    }
    return json.takeBytes()
  }

  private func write(
    _ region: Region,
    names: (String, String, String, String),
    _ json: inout JSONWriter
  ) {
    let members = [
      (names.0, region.start.line), (names.1, region.start.column), (names.2, region.end.line),
      (names.3, region.end.column),
    ]
    for (name, value) in members {
      json.name(name)
      json.integer(value)
    }
  }

  private func github() -> [UInt8] {
    var lines = ""
    for diagnostic in findings.diagnostics {
      let kind = diagnostic.code.isWarning ? "warning" : "error"
      let region = region(diagnostic.place)
      var properties: [String] = []
      if let path = path(diagnostic.place) {
        properties.append("file=" + Self.escaped(path, alsoIn: ",:"))
        properties.append("line=\(region.start.line)")
        properties.append("endLine=\(region.end.line)")
        if region.start.line == region.end.line {
          properties.append("col=\(region.start.column)")
          properties.append("endColumn=\(region.end.column)")
        }
      }
      properties.append("title=" + diagnostic.code.rawValue)
      let hint = diagnostic.hint.map { " (\($0))" } ?? ""
      let message = Self.escaped(diagnostic.message + hint, alsoIn: "")
      lines += "::\(kind) " + properties.joined(separator: ",") + "::" + message + "\n"
    }
    return Array(lines.utf8)
  }

  /// Signs that would end a workflow command, as GitHub wants them written.
  private static func escaped(_ text: String, alsoIn signs: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "%": result += "%25"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      case ",": result += signs.contains(",") ? "%2C" : ","
      case ":": result += signs.contains(":") ? "%3A" : ":"
      default: result.append(character)
      }
    }
    return result
  }

  private func sarif() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.name("$schema")
    json.string("https://json.schemastore.org/sarif-2.1.0.json")
    json.name("version")
    json.string("2.1.0")
    json.name("runs")
    json.beginArray()
    json.beginObject()
    writeTool(&json)
    json.name("columnKind")
    json.string("unicodeCodePoints")
    json.name("results")
    json.beginArray()
    for diagnostic in findings.diagnostics { writeResult(diagnostic, &json) }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }

  private func writeTool(_ json: inout JSONWriter) {
    json.name("tool")
    json.beginObject()
    json.name("driver")
    json.beginObject()
    json.name("name")
    json.string("aver rules check")
    json.name("version")
    json.string(String(Version.tool.dropFirst("aver/".count)))
    json.name("rules")
    json.beginArray()
    let codes = Set(findings.diagnostics.map(\.code))
    for code in RuleDiagnosticCode.allCases where codes.contains(code) {
      json.beginObject()
      json.name("id")
      json.string(code.rawValue)
      json.name("shortDescription")
      writeMessage(code.help.title, &json)
      json.name("help")
      writeMessage(code.help.text, &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private func writeMessage(_ text: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.name("text")
    json.string(text)
    json.endObject()
  }

  private func writeResult(_ diagnostic: RuleDiagnostic, _ json: inout JSONWriter) {
    json.beginObject()
    json.name("ruleId")
    json.string(diagnostic.code.rawValue)
    json.name("level")
    json.string(diagnostic.code.isWarning ? "warning" : "error")
    json.name("message")
    writeMessage(diagnostic.message + (diagnostic.hint.map { ": " + $0 } ?? ""), &json)
    if let path = path(diagnostic.place) {
      json.name("locations")
      json.beginArray()
      json.beginObject()
      json.name("physicalLocation")
      json.beginObject()
      json.name("artifactLocation")
      json.beginObject()
      json.name("uri")
      json.string(path)
      json.endObject()
      json.name("region")
      json.beginObject()
      let names = ("startLine", "startColumn", "endLine", "endColumn")
      write(region(diagnostic.place), names: names, &json)
      json.endObject()
      json.endObject()
      json.endObject()
      json.endArray()
    }
    json.endObject()
  }
}
