/// An input with compression taken off, and what its contents begin with.
public struct OpenedInput {
  /// The contents but for `start`.
  public let input: any ByteInput
  /// The first bytes of the contents, at most a few.
  public let start: [UInt8]
  /// Whether the contents were compressed.
  public let isCompressed: Bool

  /// How often contents may be compressed over and over: nobody does that but who means harm.
  private static let deepest = 3

  /// Takes compression off an input.
  ///
  /// - Parameter input: The bytes as they come.
  /// - Throws: `InputProblem` if they cannot be read or unpacked.
  public init(_ input: any ByteInput) throws(InputProblem) {
    var current = input
    var depth = 0
    while true {
      let start = try Self.start(of: current)
      guard let unpacked = try DecompressedInput(current, start: start) else {
        self.input = current
        self.start = start
        isCompressed = depth > 0
        return
      }
      depth += 1
      guard depth <= Self.deepest else {
        throw InputProblem(
          code: "too-large",
          message: "the contents are compressed more than \(Self.deepest) times over",
          isFinal: true
        )
      }
      current = unpacked
    }
  }

  /// Whether the contents are a web archive.
  public var isArchive: Bool { start.starts(with: Array("WARC/".utf8)) }

  private static func start(of input: any ByteInput) throws(InputProblem) -> [UInt8] {
    var start: [UInt8] = []
    do throws(InputProblem) {
      while start.count < 5, try input.read(into: &start, limit: 5 - start.count) > 0 {}
    } catch {
      guard !error.isFinal, let unpacked = input as? DecompressedInput else { throw error }
      // What stands behind the damage is read; the damage is told with what comes next.
      unpacked.tellLater(error)
    }
    return start
  }
}
