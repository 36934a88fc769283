import AverModel

/// Rule files and word lists, in the order in which rules see each other's mentions.
package struct RuleLibrary: Sendable {
  /// All files: `.aver` files first, in order, then word lists by path.
  package let files: [RuleFile]

  /// Orders files: `main.aver` says the order with its `use` lines; files that none uses come last, by
  /// path.
  package init(_ all: [RuleFile]) {
    let byPath = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    let sorted = all.sorted { $0.path < $1.path }
    var ordered: [RuleFile] = []
    var seen: Set<String> = []
    let roots =
      sorted.filter { $0.path.hasSuffix("main.aver") }
      + sorted.filter { $0.path.hasSuffix(".aver") }
    for root in roots {
      var pending = [(path: root.path, isDone: false)]
      while let (path, isDone) = pending.popLast() {
        guard let file = byPath[path] else { continue }
        if isDone {
          ordered.append(file)
          continue
        }
        guard seen.insert(path).inserted else { continue }
        pending.append((path, true))
        for used in Self.uses(of: file).reversed() { pending.append((used, false)) }
      }
    }
    files = ordered + sorted.filter { !$0.path.hasSuffix(".aver") }
  }

  /// The file that a `use` or `from` of another file means: relative to the rule folder, to that
  /// file's folder, or to any folder above it.
  package static func candidates(for path: String, from file: String) -> [String] {
    var folders = file.split(separator: "/").dropLast().map(String.init)
    var result: [String] = []
    while true {
      result.append((folders + [path]).joined(separator: "/"))
      guard folders.popLast() != nil else { return result }
    }
  }

  private static func uses(of file: RuleFile) -> [String] {
    var result: [String] = []
    for line in file.bytes.split(separator: 0x0A) where line.starts(with: Array("use ".utf8)) {
      var path = String(decoding: line.dropFirst(4), as: UTF8.self)
      if let comment = path.range(of: " #") { path = String(path[..<comment.lowerBound]) }
      path = path.trimmed
      if path.hasPrefix("\"") { path = String(path.dropFirst().dropLast()) }
      result += candidates(for: path, from: file.path)
    }
    return result
  }

  /// `sha256:` and the digest of paths and contents, whatever the order.
  package func digest() -> String {
    var packed: [UInt8] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      packed.append(0x01)
      packed += Array(file.path.utf8)
      packed.append(0x0A)
      packed += file.bytes
      if file.bytes.last != 0x0A { packed.append(0x0A) }
    }
    return SHA256.name(of: packed)
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) {
        return index..<self.index(index, offsetBy: text.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
