/// How many of everything a rule set has, so that no index of a pack points outside.
struct PackLimits {
  var symbols = 0
  var lists = 0
  var values = 0
  var literals = 0
  var wordSets = 0
  var tests = 0
  var types = 0
  var relations = 0
  var steps = 0
  var programs = 0
  var startSets = 0
  /// How deep value expressions may nest; the parser allows less.
  static let expressionDepth = 64
}
