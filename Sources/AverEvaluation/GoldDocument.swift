package import AverModel
import FoundationEssentials

/// An article and the claims that a person found in it.
package struct GoldDocument: Sendable {
  /// The folder's path below the gold folder; names the document in reports.
  package let identifier: String
  /// The article as received; plain text comes with the gold date, a page gives its own.
  package let article: SourceDocument
  /// The day of publication, as gold knows it.
  package let date: String?
  /// The claims in the order of the file.
  package let claims: [GoldClaim]

  /// Creates a document.
  package init(
    identifier: String,
    article: SourceDocument,
    date: String? = nil,
    claims: [GoldClaim]
  ) {
    self.identifier = identifier
    self.article = article
    self.date = date
    self.claims = claims
  }

  /// Quotes that are not in the article; a gold file is right only without any.
  package var unfoundQuotes: [String] {
    let search = QuoteSearch(bytes: Array(ArticleText.text(of: article).utf8))
    return claims.flatMap(\.quotes).filter { search.range(of: $0) == nil }
  }
}

/// A folder of articles with gold claims: `…/<slug>/article.html` or `.txt`, and `gold.json`.
package struct GoldFolder: Sendable {
  private struct GoldFile: Decodable {
    let date: String?
    let claims: [GoldClaim]
  }

  /// The documents by path.
  package let documents: [GoldDocument]
  /// Names the articles and their gold: FNV-1a over paths and bytes, 16 hexadecimal digits.
  ///
  /// It tells by accident changed floors from changed articles; it does not guard against attack.
  package let digest: String

  /// Reads every article below a folder, in the order of the paths.
  package init(path: String) throws(GoldError) {
    let entries: [String]
    do {
      entries = try FileManager.default.subpathsOfDirectory(atPath: path)
    } catch {
      throw .unreadableFolder(path: path)
    }
    let folders =
      entries
      .filter { $0 == "gold.json" || $0.hasSuffix("/gold.json") }
      .map { String($0.dropLast("gold.json".count)) }
      .sorted()
    guard !folders.isEmpty else { throw .noArticles(path: path) }
    var documents: [GoldDocument] = []
    var digest = ContentDigest()
    for folder in folders {
      documents.append(try Self.document(folder: folder, below: path, digest: &digest))
    }
    self.documents = documents
    self.digest = digest.description
  }

  private static func document(
    folder: String,
    below path: String,
    digest: inout ContentDigest
  ) throws(GoldError) -> GoldDocument {
    let base = path + "/" + folder
    let names = ["article.html", "article.txt"].filter {
      FileManager.default.fileExists(atPath: base + $0)
    }
    guard names.count == 1, let name = names.first else {
      throw .articleMissing(folder: base)
    }
    let gold = try bytes(path: base + "gold.json")
    let article = try bytes(path: base + name)
    for (file, content) in [("gold.json", gold), (name, article)] {
      digest.add(Array((folder + file).utf8))
      digest.add(content)
    }
    let file = try goldFile(gold, path: base + "gold.json")
    let isPage = name == "article.html"
    return GoldDocument(
      identifier: String(folder.dropLast()),
      article: SourceDocument(
        identifier: folder + name,
        bytes: article,
        mediaType: isPage ? .html : .plainText,
        date: isPage ? nil : file.date
      ),
      date: file.date,
      claims: file.claims
    )
  }

  private static func goldFile(_ bytes: [UInt8], path: String) throws(GoldError) -> GoldFile {
    do {
      return try JSONDecoder().decode(GoldFile.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw GoldError.malformed(error, path: path)
    } catch {
      throw .malformed(path: path, place: "", reason: "not JSON")
    }
  }

  static func bytes(path: String) throws(GoldError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadableFile(path: path)
    }
    return Array(data)
  }
}

extension GoldError {
  static func malformed(_ error: DecodingError, path: String) -> GoldError {
    let (context, detail): (DecodingError.Context, String) =
      switch error {
      case .keyNotFound(let key, let context): (context, "'\(key.stringValue)' is missing")
      case .typeMismatch(_, let context): (context, context.debugDescription)
      case .valueNotFound(_, let context): (context, context.debugDescription)
      case .dataCorrupted(let context): (context, context.debugDescription)
      @unknown default: (.init(codingPath: [], debugDescription: ""), "not readable")
      }
    let place = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return .malformed(path: path, place: place.joined(separator: "."), reason: detail)
  }
}
