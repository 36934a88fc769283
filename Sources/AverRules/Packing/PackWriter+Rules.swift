import AverModel

/// How rules are written.
extension PackWriter {
  mutating func write(_ rule: CompiledEntityRule) {
    write(rule.identifier.file)
    write(rule.identifier.name)
    write(rule.type)
    write(rule.patterns) { $0.write($1) }
    write(rule.after) { $0.write($1) }
    write(rule.before) { $0.write($1) }
    write(rule.unless) { $0.write($1) }
    write(rule.value != nil)
    if let value = rule.value { write(value) }
    write(rule.span)
    write(rule.priority)
    write(rule.isKept)
    write(rule.genre != nil)
    if let genre = rule.genre {
      write(genre.list)
      write(genre.count)
    }
    write(rule.stratum)
  }

  mutating func write(_ relation: CompiledRelation) {
    write(relation.file)
    write(relation.name)
    write(relation.type)
    write(relation.isAttribution)
    write(relation.roles) { $0.write($1) }
    write(relation.frames) { $0.write($1) }
    write(relation.switchedOff.sorted()) { $0.write($1) }
    write(relation.fillers) { writer, filler in
      writer.write(filler.role)
      writer.write(filler.program)
    }
    write(relation.patterns) { $0.write($1) }
    write(relation.patternVariants) { $0.write($1) }
    write(relation.captureNames) { $0.write($1) }
    write(relation.unless) { $0.write($1) }
    write(relation.statuses)
    write(relation.stances) { writer, stance in
      writer.write(stance.name)
      writer.write(stance.list)
    }
    write(relation.constants) { writer, constant in
      writer.write(constant.role)
      writer.write(constant.value)
    }
    write(relation.requirements) { writer, group in writer.write(group) { $0.write($1) } }
    write(relation.window.rawValue)
    write(relation.priority)
  }

  mutating func write(_ statuses: [(status: ClaimStatus, list: Int)]) {
    write(statuses) { writer, status in
      writer.write(status.status.rawValue)
      writer.write(status.list)
    }
  }

  private mutating func write(_ role: CompiledRole) {
    write(role.name)
    write(role.types) { $0.write($1.name) }
    write(role.lists) { $0.write($1) }
    for flag in [role.acceptsText, role.needsName, role.isOptional, role.isMultiple] { write(flag) }
  }

  private mutating func write(_ frame: CompiledFrame) {
    switch frame.trigger {
    case .verb: write(0)
    case .noun: write(1)
    case .words: write(2)
    }
    write(frame.subject)
    write(frame.object)
    write(frame.obliques) { writer, oblique in
      writer.write(phrases: oblique.markers)
      writer.write(oblique.role)
    }
    write(phrases: frame.words)
  }

  private mutating func write(phrases: [[Symbol]]) {
    write(phrases) { writer, words in writer.write(words) { $0.write($1) } }
  }

  mutating func write(_ triggers: TriggerTable) {
    write(triggers.symbols) { $0.write($1) }
    for entries in triggers.entries {
      write(entries) { writer, entry in
        writer.write(entry.relation)
        writer.write(entry.isNoun)
        writer.write(entry.rest) { $0.write($1) }
      }
    }
  }

  mutating func write(_ schema: RelationSchema) {
    write(schema.type)
    write(schema.coreRoles) { writer, group in writer.write(group) { $0.write($1) } }
    write(schema.leastCounts.sorted { $0.key < $1.key }) { writer, count in
      writer.write(count.key)
      writer.write(count.value)
    }
    write(schema.statement)
  }
}
