import AverArchives
import CFuzzer
import Glibc

/// Unpacks and reads as a web archive whatever libFuzzer makes up, and checks that it ends within bounds.
@main
struct FuzzArchives {
  private static let longestDocument = 10_000

  static func main() {
    unsafe exit(
      aver_fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
        let bytes = unsafe data.map { unsafe Array(UnsafeBufferPointer(start: $0, count: size)) }
        FuzzArchives.check(bytes ?? [])
        return 0
      }
    )
  }

  /// The first byte decides in how large pieces the rest comes.
  private static func check(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let source = PieceInput(Array(input.dropFirst()), piece: 1 + Int(first))
    guard let opened = try? OpenedInput(source) else { return }
    var reader = WebArchiveReader(opened, longestDocument: longestDocument)
    var problems = 0
    while let entry = reader.next() {
      switch entry {
      case .page(let page):
        precondition(page.bytes.count <= longestDocument, "a page is too large")
      case .problem:
        problems += 1
        precondition(problems <= input.count, "the reader does not come to an end")
      }
    }
  }
}

/// Bytes that come in pieces.
private final class PieceInput: ByteInput {
  private let bytes: [UInt8]
  private let piece: Int
  private var position = 0

  init(_ bytes: [UInt8], piece: Int) {
    self.bytes = bytes
    self.piece = piece
  }

  var isReady: Bool { true }
  var descriptor: Int32 { -1 }

  func read(into target: inout [UInt8], limit: Int) throws(InputProblem) -> Int {
    let count = min(limit, piece, bytes.count - position)
    target += bytes[position..<(position + count)]
    position += count
    return count
  }
}
