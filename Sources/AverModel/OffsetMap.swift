/// Where each byte of the clean text came from in the source file.
///
/// Runs are in order of clean bytes and cover the clean text without gaps. A *verbatim* run has the
/// same number of bytes on both sides, and byte `i` of it came from byte `i`. Any other run is
/// *atomic*: an entity, folded white space, an inserted paragraph break, a decoded character; it is
/// taken whole.
public struct OffsetMap: Hashable, Sendable {
  /// One stretch of clean bytes and the source bytes that yielded it.
  public struct Run: Hashable, Sendable {
    /// The first clean byte.
    public let clean: Int32
    /// The number of clean bytes; at least 1.
    public let cleanCount: Int32
    /// The first source byte.
    public let source: Int32
    /// The source byte after the last.
    public let sourceEnd: Int32

    /// Whether clean and source bytes correspond one to one.
    public var isVerbatim: Bool { cleanCount == sourceEnd - source }

    /// Creates a run.
    public init(clean: Int, cleanCount: Int, source: Int, sourceEnd: Int) {
      self.clean = Int32(clean)
      self.cleanCount = Int32(cleanCount)
      self.source = Int32(source)
      self.sourceEnd = Int32(sourceEnd)
    }
  }

  /// The runs in order of clean bytes.
  public private(set) var runs: [Run]

  /// Creates a map without runs.
  public init() { runs = [] }

  /// Creates the map of a text that is its own source.
  public static func identity(count: Int) -> OffsetMap {
    var map = OffsetMap()
    map.append(cleanCount: count, source: 0, sourceEnd: count)
    return map
  }

  /// The number of clean bytes that the runs cover.
  public var cleanCount: Int { runs.last.map { Int($0.clean + $0.cleanCount) } ?? 0 }

  /// Appends a run; a verbatim run that continues the last one is merged with it.
  ///
  /// - Parameters:
  ///   - cleanCount: How many clean bytes the run adds; nothing happens for 0.
  ///   - source: The first source byte.
  ///   - sourceEnd: The source byte after the last.
  public mutating func append(cleanCount: Int, source: Int, sourceEnd: Int) {
    guard cleanCount > 0 else { return }
    let start = self.cleanCount
    if let last = runs.last, last.isVerbatim, cleanCount == sourceEnd - source,
      Int(last.sourceEnd) == source
    {
      runs[runs.count - 1] = Run(
        clean: Int(last.clean),
        cleanCount: Int(last.cleanCount) + cleanCount,
        source: Int(last.source),
        sourceEnd: sourceEnd
      )
    } else {
      runs.append(Run(clean: start, cleanCount: cleanCount, source: source, sourceEnd: sourceEnd))
    }
  }

  /// The source bytes from the first to the last that yielded the given clean bytes.
  ///
  /// - Parameter clean: A range of clean bytes inside the map.
  /// - Returns: The source range; nil if `clean` is empty or lies outside.
  /// - Complexity: O(log *n*) in the number of runs.
  public func source(of clean: ByteRange) -> ByteRange? {
    guard !clean.isEmpty, clean.end <= cleanCount else { return nil }
    let first = runs[indexOfRun(holding: clean.start)]
    let last = runs[indexOfRun(holding: clean.end - 1)]
    let start =
      first.isVerbatim ? Int(first.source) + clean.start - Int(first.clean) : Int(first.source)
    let end = last.isVerbatim ? Int(last.source) + clean.end - Int(last.clean) : Int(last.sourceEnd)
    return ByteRange(min(start, end), max(start, end))
  }

  /// This map followed by another: clean bytes of `self` to source bytes of `next`, where the source
  /// of `self` is the clean side of `next`.
  public func composed(with next: OffsetMap) -> OffsetMap {
    var result = OffsetMap()
    for run in runs {
      guard run.isVerbatim else {
        let range = ByteRange(Int(run.source), Int(run.sourceEnd))
        let whole = next.source(of: range) ?? next.point(at: range.start)
        result.append(
          cleanCount: Int(run.cleanCount),
          source: whole.start,
          sourceEnd: whole.end
        )
        continue
      }
      var position = Int(run.source)
      let end = Int(run.sourceEnd)
      var index = position < next.cleanCount ? next.indexOfRun(holding: position) : next.runs.count
      while position < end, index < next.runs.count {
        let inner = next.runs[index]
        let stop = min(end, Int(inner.clean + inner.cleanCount))
        if inner.isVerbatim {
          let shift = Int(inner.source) - Int(inner.clean)
          result.append(
            cleanCount: stop - position,
            source: position + shift,
            sourceEnd: stop + shift
          )
        } else {
          result.append(
            cleanCount: stop - position,
            source: Int(inner.source),
            sourceEnd: Int(inner.sourceEnd)
          )
        }
        position = stop
        index += 1
      }
    }
    return result
  }

  private func point(at clean: Int) -> ByteRange {
    let source = clean < cleanCount ? self.source(of: ByteRange(clean, clean + 1))?.start : nil
    let end = source ?? runs.last.map { Int($0.sourceEnd) } ?? 0
    return ByteRange(end, end)
  }

  private func indexOfRun(holding clean: Int) -> Int {
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(runs[middle].clean) <= clean { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
