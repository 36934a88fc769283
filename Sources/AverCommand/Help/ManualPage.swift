import AverReports

/// A manual page in the macros of man(7), from a description of commands as ArgumentParser dumps it.
struct ManualPage {
  let version: String
  let topics: [HelpTopic]

  func text(of command: JSONValue) -> String {
    var lines = [
      ".TH AVER 1 \"\" \"\(escaped(version))\" \"Aver\"",
      ".SH NAME", "aver \\- " + escaped(command["abstract"]?.text ?? ""),
      ".SH SYNOPSIS", ".B aver", ".I command", "[options]",
      ".SH DESCRIPTION",
    ]
    lines += paragraphs(command["discussion"]?.text)
    lines.append(".SH COMMANDS")
    for part in command["subcommands"]?.elements ?? [] { lines += section(part, path: "aver") }
    for topic in topics {
      lines += [".SH \(escaped(topic.title.uppercased()))", ".nf"]
      lines += topic.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line(String($0)) }
      lines.append(".fi")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ command: JSONValue, path: String) -> [String] {
    guard let name = command["commandName"]?.text, name != "help" else { return [] }
    let path = "\(path) \(name)"
    let arguments = (command["arguments"]?.elements ?? []).filter {
      !($0["names"]?.elements ?? []).contains { ["help", "h"].contains($0["name"]?.text) }
    }
    let positional = arguments.filter { $0["kind"]?.text == "positional" }
      .map { argument in
        let value = "<\(argument["valueName"]?.text ?? "value")>"
        let repeated = argument["isRepeating"] == .boolean(true) ? value + " ..." : value
        return argument["isOptional"] == .boolean(true) ? "[\(repeated)]" : repeated
      }
    var lines = [".SS \(escaped(([path] + positional).joined(separator: " ")))"]
    lines += paragraphs(command["abstract"]?.text) + paragraphs(command["discussion"]?.text)
    for argument in arguments { lines += entry(argument) }
    for part in command["subcommands"]?.elements ?? [] { lines += section(part, path: path) }
    return lines
  }

  private func entry(_ argument: JSONValue) -> [String] {
    let value = "<\(argument["valueName"]?.text ?? "value")>"
    let names = (argument["names"]?.elements ?? []).compactMap { $0["name"]?.text }
      .map { $0.count == 1 ? "-" + $0 : "--" + $0 }
    var head = names.joined(separator: ", ")
    switch argument["kind"]?.text {
    case "positional": head = value
    case "option": head += " " + value
    default: break
    }
    var text = argument["abstract"]?.text ?? ""
    let values = (argument["allValues"]?.elements ?? []).compactMap(\.text)
    if !values.isEmpty { text += " One of: " + values.joined(separator: ", ") + "." }
    if let value = argument["defaultValue"]?.text { text += " Default: \(value)." }
    return [".TP", ".B " + escaped(head), line(text)]
  }

  private func paragraphs(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    return [".PP"]
      + text.split(separator: "\n", omittingEmptySubsequences: false).map {
        line(String($0))
      }
  }

  /// A line of text, which must not look like a request.
  private func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      default: result.append(character)
      }
    }
    return result
  }
}
