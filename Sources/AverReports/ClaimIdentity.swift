import AverModel

/// Names a claim by what it says and where: the same over reruns, machines and job counts.
///
/// The name is made of the text's digest, the type, the normal forms of the fillers and the first
/// evidence; a change of rules that leaves these alone leaves the name alone.
enum ClaimIdentity {
  static func identifier(of claim: Claim, in document: DocumentIdentity) -> String {
    var parts = [document.digest, claim.type]
    for role in claim.roles.sorted(by: { $0.name < $1.name }) {
      parts.append(role.name)
      parts += role.fillers.map { normalForm(of: $0, in: document.clean) }.sorted()
    }
    if let evidence = claim.evidence.first {
      let span = document.index.span(evidence)
      parts.append("\(span.start)-\(span.end)")
    }
    // Each part is led by its length, so that no two lists of parts read the same.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    let digest = SHA256.digest(Array(text.utf8))
    return "urn:aver:claim:" + Base32.encoded(digest.prefix(20))
  }

  private static func normalForm(of filler: Claim.RoleFiller, in text: CleanText) -> String {
    if let word = filler.vocabularyWord { return "word " + word }
    switch filler.value {
    case .money(let money): return "money \(money.currency) \(form(of: money.amount))"
    case .number(let number): return "number \(number.unit ?? "") \(form(of: number.amount))"
    case .time(let time): return "time \(time.value) \(time.relation?.rawValue ?? "")"
    case .name(let name): return "name \(filler.name ?? name)"
    case nil: return filler.name.map { "name \($0)" } ?? "text \(text.string(filler.range))"
    }
  }

  private static func form(of amount: Amount) -> String {
    switch amount {
    case .single(let value, let bound): "\(bound.rawValue) \(value)"
    case .between(let low, let high): "between \(low) \(high)"
    case .vague: "vague"
    }
  }
}
