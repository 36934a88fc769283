import FoundationEssentials

/// Pinned quality: a score below a floor is a regression.
///
/// Floors are raised when the rules get better and never lowered silently. They hold for the articles
/// whose digest they name.
package struct QualityFloors: Codable, Hashable, Sendable {
  /// Floors of core matches.
  package struct Core: Codable, Hashable, Sendable {
    /// The least precision, 0 to 1.
    package let precision: Double
    /// The least recall, 0 to 1.
    package let recall: Double
    /// The least F1, 0 to 1.
    package let f1: Double

    /// Creates floors.
    package init(precision: Double, recall: Double, f1: Double) {
      self.precision = precision
      self.recall = recall
      self.f1 = f1
    }
  }

  /// Floors of full matches.
  package struct Full: Codable, Hashable, Sendable {
    /// The least F1, 0 to 1.
    package let f1: Double

    /// Creates floors.
    package init(f1: Double) { self.f1 = f1 }
  }

  /// Floors of core matches.
  package let core: Core
  /// Floors of full matches.
  package let full: Full
  /// The digest of the articles and their gold, as `aver eval` prints it.
  package let corpus: String

  /// Creates floors.
  package init(core: Core, full: Full, corpus: String) {
    self.core = core
    self.full = full
    self.corpus = corpus
  }

  /// Reads a floors file.
  package init(path: String) throws(GoldError) {
    let bytes = try GoldFolder.bytes(path: path)
    do {
      self = try JSONDecoder().decode(QualityFloors.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw GoldError.malformed(error, path: path)
    } catch {
      throw .malformed(path: path, place: "", reason: "not JSON")
    }
  }

  /// What the score falls short of.
  ///
  /// - Parameters:
  ///   - score: The score of a corpus.
  ///   - digest: The digest of that corpus.
  /// - Returns: One line for each broken floor; empty if every floor holds.
  package func violations(score: ClaimScore, digest: String) -> [String] {
    var lines: [String] = []
    if digest != corpus {
      lines.append(
        "the floors are for corpus \(corpus), this is \(digest); set them anew for the new articles"
      )
    }
    let floors = [
      ("core precision", score.core.precision, core.precision),
      ("core recall", score.core.recall, core.recall),
      ("core F1", score.core.f1, core.f1),
      ("full F1", score.full.f1, full.f1),
    ]
    for (name, value, floor) in floors where value < floor {
      lines.append(
        "\(name) is \(EvaluationReport.rate(value)), below its floor \(EvaluationReport.rate(floor))"
      )
    }
    return lines
  }
}
