import AverModel
import Testing

@testable import AverReports

@Suite("Claims compared")
struct ComparingTests {
  @Test("claims are the same by id; what is left over is paired by document and key")
  func difference() throws {
    let old = try [
      SampleRecords.claim("a"), SampleRecords.claim("b", status: "planned"),
      SampleRecords.claim("c", document: "c.html", roles: SampleRecords.amount("5")),
      SampleRecords.claim("d", document: "d.html", key: "x()"),
    ]
    let new = try [
      SampleRecords.claim("e", document: "e.html"), SampleRecords.claim("b"),
      SampleRecords.claim("a"),
      SampleRecords.claim("f", document: "c.html", roles: SampleRecords.amount("6")),
    ]
    let difference = ClaimDifference(old: old, new: new)
    #expect(difference.sameCount == 1)
    #expect(difference.removed.map(\.identifier) == ["urn:aver:claim:d"])
    #expect(difference.added.map(\.identifier) == ["urn:aver:claim:e"])
    #expect(
      difference.changed.map(\.slots) == [
        [.init(name: "status", old: "planned", new: "completed")],
        [.init(name: "amount", old: "5 USD", new: "6 USD")],
      ]
    )
    #expect(ClaimDifference(old: old, new: old).isEmpty)
  }

  @Test("the same claim twice is two claims")
  func repeated() throws {
    let claim = try SampleRecords.claim("a")
    let difference = ClaimDifference(old: [claim, claim], new: [claim])
    #expect(difference.removed.count == 1)
    #expect(difference.sameCount == 1)
  }

  @Test(
    "values contradict each other when both cannot be true",
    arguments: [
      ("3400000000", "exact", "3600000000", "exact", true),
      ("3400000000", "exact", "3380000000", "exact", false),
      ("3000000000", "exact", "3400000000", "exact", false),
      ("3400000000", "approximately", "3600000000", "exact", false),
      ("3000000000", "more_than", "3600000000", "exact", false),
      ("3000000000", "more_than", "2000000000", "exact", true),
      ("10000000000", "at_most", "3600000000", "exact", false),
      ("1000000000", "less_than", "3600000000", "exact", true),
    ]
  )
  func amounts(first: String, bound: String, second: String, other: String, isConflict: Bool) throws
  {
    var join = EventJoin(distinguishingRoles: [])
    join.add(try SampleRecords.claim("a", roles: SampleRecords.amount(first, bound: bound)))
    join.add(
      try SampleRecords.claim("b", document: "b", roles: SampleRecords.amount(second, bound: other))
    )
    let events = join.events(told: 2)
    #expect(events.count == 1)
    #expect(events[0].values.map(\.role) == ["amount"])
    #expect(events[0].conflicts.isEmpty != isConflict)
  }

  @Test("copies of a text corroborate nothing; other currencies are not compared; dates are")
  func join() throws {
    var join = EventJoin(distinguishingRoles: ["kind"])
    let roles =
      SampleRecords.amount("34") + "," + SampleRecords.date("2025-03", "2025-03-01", "2025-04-01")
    join.add(try SampleRecords.claim("a", digest: "1", roles: roles))
    join.add(try SampleRecords.claim("b", document: "b", digest: "1", site: "B", roles: roles))
    #expect(join.events(told: 2).isEmpty)
    let others = SampleRecords.amount("99", "EUR") + ","
    join.add(
      try SampleRecords.claim(
        "c",
        document: "c",
        site: "C",
        status: "planned",
        roles: others + SampleRecords.date("2025-03-12", "2025-03-12", "2025-03-13")
      )
    )
    var events = join.events(told: 2)
    #expect(events.map(\.textCount) == [2])
    #expect(events[0].publishers == ["A", "B", "C"])
    #expect(events[0].statuses.map(\.shown) == ["completed", "planned"])
    #expect(events[0].conflicts.isEmpty)
    join.add(
      try SampleRecords.claim(
        "d",
        document: "d",
        roles: SampleRecords.date("2024", "2024-01-01", "2025-01-01")
      )
    )
    events = join.events(told: 2)
    #expect(events[0].conflicts.map(\.role) == ["date"])
    #expect(events[0].conflicts[0].statements.map(\.shown) == ["2025-03", "2025-03-12", "2024"])
  }

  @Test("claims that the words of a role tell apart are events of their own")
  func apart() throws {
    let kind = { (word: String) in
      #""kind":[{"type":"TEXT","text":"x","span":[0,1],"value":"\#(word)"}]"#
    }
    for (roles, count) in [(["kind"], 2), ([], 1)] {
      var join = EventJoin(distinguishingRoles: roles)
      join.add(try SampleRecords.claim("a", roles: kind("fine")))
      join.add(try SampleRecords.claim("b", document: "b", roles: kind("lawsuit")))
      #expect(join.events(told: 1).count == count)
    }
  }

  @Test("counts stand by frequency, months by time")
  func statistics() throws {
    var statistics = ClaimStatistics()
    statistics.add(.claim(try SampleRecords.claim("a")))
    statistics.add(.claim(try SampleRecords.claim("b", document: "b", site: "B")))
    statistics.add(.claim(try SampleRecords.claim(asRecord: false)))
    statistics.add(.failure(identifier: nil, code: "", message: ""))
    let sections = Dictionary(
      statistics.sections(limit: 2).map { ($0.name, $0.counts) },
      uniquingKeysWith: { first, _ in first }
    )
    #expect(statistics.claimCount == 3)
    #expect(statistics.documentCount == 3)
    #expect(statistics.failureCount == 1)
    #expect(
      sections["type"] == [
        .init(name: "acquisition", count: 2), .init(name: "investment", count: 1),
      ]
    )
    #expect(sections["month"]?.map(\.name) == ["2025-03", "2025-12"])
    #expect(sections["source"]?.count == 2)
    #expect(sections["party"] == [.init(name: "Halvorsen", count: 1)])
  }
}
