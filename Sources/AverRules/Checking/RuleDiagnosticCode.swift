/// What is wrong with a rule file.
///
/// Codes are stable: they stand in messages, tests and manuals. `A00…` and `A01…` are errors, `A03…`
/// warnings.
package enum RuleDiagnosticCode: String, Sendable, CaseIterable {
  case unreadableFile = "A0001"
  case invalidEncoding = "A0002"
  case unknownDeclaration = "A0101"
  case unknownClause = "A0102"
  case clauseOutsideDeclaration = "A0103"
  case unexpectedText = "A0104"
  case unclosedDelimiter = "A0105"
  case missingName = "A0106"
  case undefinedName = "A0107"
  case duplicateName = "A0108"
  case emptyPattern = "A0109"
  case unknownTest = "A0110"
  case invalidRegularExpression = "A0111"
  case unknownRole = "A0112"
  case unboundRole = "A0113"
  case unknownType = "A0114"
  case unknownBuiltIn = "A0115"
  case unknownCapture = "A0116"
  case recursiveDefinition = "A0117"
  case limitExceeded = "A0118"
  case missingClause = "A0119"
  case unknownStatus = "A0120"
  case missingFile = "A0121"
  case malformedExpectation = "A0122"
  case unknownVariant = "A0123"
  case duplicateRole = "A0124"
  case unsatisfiableTest = "A0302"
  case conflictingEntry = "A0303"
  case unusedName = "A0304"
  case repeatedEntry = "A0305"
  case unfilledRole = "A0306"
  case boundTwice = "A0307"
  case laterType = "A0308"
  case divisibleLiteral = "A0309"
  case missingTrigger = "A0310"
  case missingExample = "A0311"
  case shadowedPattern = "A0312"
  case unusedCapture = "A0313"
  case outerGap = "A0314"
  case unlistedFile = "A0315"

  /// Whether the rules can be used all the same.
  package var isWarning: Bool { rawValue >= "A0300" }
}
