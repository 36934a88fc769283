package import Aver
package import AverModel

extension ClaimScore.Reading {
  /// Reads a document through all stages and keeps what explains its misses.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - pipeline: Made of the rules.
  ///   - rules: The rules.
  /// - Throws: `PipelineError` if the document cannot be read.
  package init(
    _ document: SourceDocument,
    _ pipeline: inout Pipeline,
    _ rules: LoadedRules
  ) throws(PipelineError) {
    let text = try pipeline.clean(document)
    let analyzed = pipeline.analyze(try pipeline.tokenize(text))
    let (linked, attempts) = pipeline.explain(analyzed, mentions: pipeline.mentions(in: analyzed))
    self.init(text: text, claims: pipeline.claims(of: linked)) { types, ranges in
      NearMiss.nearest(of: types, at: ranges, among: attempts, in: linked, rules: rules.ruleSet)
    }
  }
}
