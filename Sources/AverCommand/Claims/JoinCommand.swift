import ArgumentParser
import AverReports

/// `aver join`: the same events over documents.
struct JoinCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Find the same events over documents: who confirms, who contradicts.",
    discussion: """
      Claims of one key are one event unless the roles of --apart say otherwise. Copies of a text count \
      once. Amounts and dates conflict if both cannot be true: a stated number is as exact as its last \
      digit, 'more than' is open at its end. Amounts in different currencies are not compared.
      """
  )

  @ArgumentParser.Argument(help: "Files or folders of claims, or - for standard input.")
  var claims: [String] = ["-"]

  @Option(help: ArgumentHelp("How many different texts must tell an event.", valueName: "n"))
  var least = 2

  @Option(
    help: ArgumentHelp(
      "Roles, joined by commas, whose words tell events of one key apart.",
      valueName: "roles"
    )
  )
  var apart = "metric,period,kind,change,round,product,position,topic,purpose"

  @Flag(help: "Only events with conflicting values.")
  var conflicts = false

  @Option(help: "What to print.")
  var format = Format.text

  func run() throws {
    var files = ClaimFiles(claims)
    var join = EventJoin(distinguishingRoles: apart.split(separator: ",").map(String.init))
    try files.forEachRecord { line throws(CommandFailure) in
      if case .claim(let claim) = line { join.add(claim) }
    }
    let events = join.events(told: least).filter { !conflicts || !$0.conflicts.isEmpty }
    let writer = try ResultWriter(path: nil)
    switch format {
    case .text:
      for event in events { try writer.write(Array(Self.text(of: event).utf8)) }
      try writer.writeLine("\(events.count) events")
    case .jsonl:
      var json = JSONWriter()
      for event in events { Self.write(event, to: &json) }
      try writer.write(json.takeBytes())
    }
    throw ExitCode((files.failureCount == 0 ? ExitStatus.done : .someFailed).rawValue)
  }

  private static func text(of event: EventJoin.Event) -> String {
    var lines = [event.key + event.details.map { ", \($0.role)=\($0.words)" }.joined()]
    lines.append(
      "  \(event.textCount) texts, \(event.publishers.count) publishers: "
        + event.publishers.joined(separator: ", ")
    )
    lines.append("  status: " + text(of: event.statuses))
    let conflicting = Set(event.conflicts.map(\.role))
    for value in event.values {
      let mark = conflicting.contains(value.role) ? "  ! " : "  "
      lines.append("\(mark)\(value.role): \(text(of: value.statements))")
    }
    return lines.map { VisibleText.escaped($0) + "\n" }.joined() + "\n"
  }

  private static func text(of statements: [EventJoin.Statement]) -> String {
    statements.map { "\($0.shown) [\($0.documents.joined(separator: ", "))]" }
      .joined(separator: "; ")
  }

  private static func write(_ event: EventJoin.Event, to json: inout JSONWriter) {
    json.beginObject()
    json.member("record", "event")
    json.member("key", event.key)
    json.member("type", event.type)
    json.name("details")
    json.beginObject()
    for detail in event.details { json.member(detail.role, detail.words) }
    json.endObject()
    json.name("texts")
    json.integer(event.textCount)
    json.member("publishers", event.publishers)
    json.member("claims", event.claims.map(\.identifier))
    json.name("status")
    write(event.statuses, to: &json)
    for (name, values) in [("values", event.values), ("conflicts", event.conflicts)] {
      json.name(name)
      json.beginObject()
      for value in values {
        json.name(value.role)
        write(value.statements, to: &json)
      }
      json.endObject()
    }
    json.endObject()
    json.endLine()
  }

  private static func write(_ statements: [EventJoin.Statement], to json: inout JSONWriter) {
    json.beginArray()
    for statement in statements {
      json.beginObject()
      json.member("value", statement.shown)
      json.member("documents", statement.documents)
      json.endObject()
    }
    json.endArray()
  }
}
