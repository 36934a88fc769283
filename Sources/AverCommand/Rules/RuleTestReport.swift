import Aver
import AverRules

/// Writes the outcomes of rule tests.
struct RuleTestReport {
  let outcomes: [RuleTester.Outcome]
  let rules: RuleSet

  /// The outcomes that count as failed; `todo` tests never do.
  private var failures: [RuleTester.Outcome] {
    outcomes.filter { $0.failure != nil && !$0.test.syntax.isTodo }
  }

  var failed: Int { failures.count }

  /// Failures with what was found, `todo` tests that pass now, and a count.
  var text: String {
    var result = ""
    for outcome in outcomes {
      let isTodo = outcome.test.syntax.isTodo
      guard let failure = outcome.failure else {
        if isTodo, outcome.isAlone { result += line(outcome, "todo test passes now") + "\n" }
        continue
      }
      if isTodo { continue }
      result += line(outcome, "\(failure.rawValue) \(Self.company(outcome))") + "\n"
      result += "  \(outcome.test.syntax.sentence)\n  found \(outcome.found)\n"
    }
    return result + "\(outcomes.count - failed) passed, \(failed) failed\n"
  }

  private static func company(_ outcome: RuleTester.Outcome) -> String {
    outcome.isAlone ? "alone" : "in company"
  }

  private func line(_ outcome: RuleTester.Outcome, _ message: String) -> String {
    let place = outcome.test.syntax.place
    let file = rules.files[place.file]
    let (line, column) = file.position(of: place.start)
    return "\(file.path):\(line):\(column): \(outcome.test.name): \(message)"
  }

  /// One suite a file, one case a test and company.
  var junit: String {
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    result += "<testsuites name=\"aver rules test\" tests=\"\(outcomes.count)\" "
    result += "failures=\"\(failed)\">\n"
    var rest = outcomes[...]
    while let first = rest.first {
      let file = first.test.syntax.place.file
      let suite = rest.prefix { $0.test.syntax.place.file == file }
      rest = rest.dropFirst(suite.count)
      result += self.suite(Array(suite), rules.files[file])
    }
    return result + "</testsuites>\n"
  }

  private func suite(_ outcomes: [RuleTester.Outcome], _ file: RuleFile) -> String {
    let failed = outcomes.count { $0.failure != nil && !$0.test.syntax.isTodo }
    let todo = outcomes.count { $0.failure != nil && $0.test.syntax.isTodo }
    var result =
      "  <testsuite name=\"\(Self.escaped(file.path))\" tests=\"\(outcomes.count)\" "
      + "failures=\"\(failed)\" skipped=\"\(todo)\">\n"
    for outcome in outcomes {
      let syntax = outcome.test.syntax
      let line = file.position(of: syntax.place.start).line
      result +=
        "    <testcase classname=\"\(Self.escaped(outcome.test.name))\" "
        + "name=\"\(Self.escaped(syntax.sentence)) (\(Self.company(outcome)))\" "
        + "file=\"\(Self.escaped(file.path))\" line=\"\(line)\""
      guard let failure = outcome.failure else {
        result += "/>\n"
        continue
      }
      let found = Self.escaped("found " + outcome.found)
      result +=
        syntax.isTodo
        ? "><skipped message=\"todo\"/></testcase>\n"
        : "><failure type=\"\(failure.rawValue)\" message=\"\(failure.rawValue)\">\(found)"
          + "</failure></testcase>\n"
    }
    return result + "  </testsuite>\n"
  }

  /// The text for XML; signs that XML cannot hold become spaces.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
