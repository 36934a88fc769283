import AverExtraction
import AverModel

/// Takes notes of every match of an entity rule.
struct MatchNotes: ExtractionObserver {
  private(set) var items: [(rule: Int, tokens: TokenRange, fate: MatchFate)] = []

  mutating func note(rule: Int, tokens: TokenRange, fate: MatchFate) {
    items.append((rule, tokens, fate))
  }
}
