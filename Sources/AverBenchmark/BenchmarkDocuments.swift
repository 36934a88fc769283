import Aver
import AverModel
import FoundationEssentials

/// Reads the documents of a benchmark into memory, so that no disk is timed.
enum BenchmarkDocuments {
  static func read(_ paths: [String]) throws -> [SourceDocument] {
    try paths.flatMap(files).flatMap(documents)
  }

  private static func files(below path: String) throws -> [String] {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return [path]
    }
    return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      .map { path + "/" + $0 }
      .filter { mediaType(of: $0) != nil || $0.hasSuffix(".jsonl") }
  }

  private static func documents(in path: String) throws -> [SourceDocument] {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    if path.hasSuffix(".jsonl") {
      let reader = JSONRecordReader()
      return try bytes.split(separator: 0x0A).map { try reader.document(from: Array($0)) }
    }
    return [
      SourceDocument(identifier: path, bytes: bytes, mediaType: mediaType(of: path) ?? .unknown)
    ]
  }

  private static func mediaType(of path: String) -> SourceDocument.MediaType? {
    if path.hasSuffix(".html") || path.hasSuffix(".htm") { return .html }
    return path.hasSuffix(".txt") ? .plainText : nil
  }
}
