import AverModel

/// Turns what fills a role of a relation into what fills a role of a claim.
struct FillerBuilder {
  let document: LinkedDocument

  func filler(_ argument: Argument) -> Claim.RoleFiller {
    let text = document.analyzed.tokenized
    switch argument.filler {
    case .mention(let index):
      let mention = document.mentions[index]
      let entity = document.entityOfMention[index].map { document.entities[$0] }
      let (type, value) = Self.counted(argument.role, mention)
      return Claim.RoleFiller(
        type: type,
        range: mention.range,
        value: value,
        entity: entity?.number,
        name: entity?.name ?? writtenName(mention),
        names: entity?.names ?? [],
        identifiers: entity?.identifiers ?? mention.identifiers,
        status: argument.status
      )
    case .text(let tokens):
      return Claim.RoleFiller(
        type: MentionType("TEXT"),
        range: text.bytes(of: tokens),
        status: argument.status
      )
    case .vocabulary(let word, let tokens):
      return Claim.RoleFiller(
        type: MentionType("TEXT"),
        range: text.bytes(of: tokens),
        vocabularyWord: word,
        status: argument.status
      )
    }
  }

  /// A number that stands where sums stand is a sum of no currency: `sold 212 trucks`.
  private static func counted(_ role: String, _ mention: Mention) -> (MentionType, MentionValue?) {
    guard role == "amount", case .number(let number)? = mention.value, number.unit == nil else {
      return (mention.type, mention.value)
    }
    return (.money, .money(Money(amount: number.amount, currency: "XXX")))
  }

  private func writtenName(_ mention: Mention) -> String? {
    guard case .name(let name)? = mention.value else { return nil }
    return name
  }

  /// What a filler is called in a plain sentence: its name, the day that it means, else its words.
  func plainWords(of filler: Claim.RoleFiller) -> String {
    if let name = filler.name ?? filler.vocabularyWord { return name }
    if case .time(let time)? = filler.value, time.value.utf8.first.map({ $0 < 0x3A }) == true {
      return time.value
    }
    let text = document.analyzed.tokenized.clean.string(filler.range)
    return text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// The words of a filler, folded, without white space at the ends: what makes two texts the same.
  func words(of filler: Claim.RoleFiller) -> [String] {
    let text = document.analyzed.tokenized.clean.string(filler.range)
    return text.split { $0 == " " || $0 == "\n" || $0 == "-" }.map { part in
      String(decoding: WordFolding.folded(Array(part.utf8)), as: UTF8.self)
    }
  }

  /// Whether words are part of a verb in the past.
  func isPast(_ tokens: TokenRange) -> Bool {
    let groups = document.analyzed.verbGroups
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].tokens.end <= tokens.start { low = middle + 1 } else { high = middle }
    }
    guard low < groups.count, groups[low].tokens.overlaps(tokens) else { return false }
    return groups[low].form == .past || groups[low].isPerfect
  }

  func bytes(of tokens: TokenRange) -> ByteRange {
    document.analyzed.tokenized.bytes(of: tokens)
  }
}
