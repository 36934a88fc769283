import ArgumentParser
import AverModel

/// Which claims are written: `type=acquisition,merger` or `status=completed`.
struct ClaimSelection: ExpressibleByArgument {
  enum Member: String {
    case type
    case status
  }

  let member: Member
  let values: [String]

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let member = Member(rawValue: String(parts[0])) else { return nil }
    let values = parts[1].split(separator: ",").map(String.init)
    guard !values.isEmpty else { return nil }
    self.member = member
    self.values = values
  }

  func wants(_ claim: Claim) -> Bool {
    switch member {
    case .type: values.contains(claim.type)
    case .status: values.contains(claim.status.rawValue)
    }
  }

  /// Refuses values that no claim of the given types can have.
  func check(types: [String]) throws(CommandFailure) {
    let known = member == .type ? types : ClaimStatus.allCases.map(\.rawValue)
    guard let value = values.first(where: { !known.contains($0) }) else { return }
    throw CommandFailure(
      "--select: no claim has the \(member.rawValue) '\(value)'; there are "
        + known.joined(separator: ", ")
    )
  }

  /// The selection as a run's identity names it.
  var identity: String { "select=\(member.rawValue)=\(values.joined(separator: ","))" }
}
