import AverArchives
import Testing

@Suite("Decompression")
struct DecompressionTests {
  private let one = Array("one and ".utf8)
  private let two = Array("two".utf8)

  private func contents(_ bytes: [UInt8], piece: Int = .max) throws -> Contents {
    let opened = try OpenedInput(MemoryInput(bytes, piece: piece))
    var contents = Contents(opened.input)
    contents.bytes = opened.start + contents.bytes
    return contents
  }

  @Test("what is not compressed comes as it is", arguments: ["", "x", "plain text"])
  func plain(text: String) throws {
    #expect(try contents(Array(text.utf8)).bytes == Array(text.utf8))
  }

  @Test("members are joined, however the bytes come in", arguments: [1, 2, 7, .max])
  func members(piece: Int) throws {
    let bytes = Packing.gzip(one) + Packing.gzip([]) + Packing.gzip(two)
    let contents = try contents(bytes, piece: piece)
    #expect(contents.bytes == one + two)
    #expect(contents.codes == [])
  }

  @Test("zeros behind the last member are filling")
  func filling() throws {
    let contents = try contents(Packing.gzip(one) + [UInt8](repeating: 0, count: 5000))
    #expect(contents.bytes == one)
    #expect(contents.codes == [])
  }

  @Test("a stream that is cut off gives what is whole, and says so", arguments: [1, 9, 20])
  func truncated(missing: Int) throws {
    let bytes = Packing.gzip(one) + Packing.gzip(two).dropLast(missing)
    let contents = try contents(bytes)
    #expect(contents.bytes.starts(with: one))
    #expect(contents.codes == ["truncated"])
  }

  @Test("garbage between members is one problem, and reading goes on", arguments: [1, 5, .max])
  func garbage(piece: Int) throws {
    let bytes = Packing.gzip(one) + Array("garbage".utf8) + Packing.gzip(two)
    let contents = try contents(bytes, piece: piece)
    #expect(contents.bytes == one + two)
    #expect(contents.codes == ["corrupt"])
  }

  @Test("the problem names its place")
  func place() throws {
    let member = Packing.gzip(one)
    let opened = try OpenedInput(MemoryInput(member + Array("garbage".utf8)))
    var bytes: [UInt8] = []
    #expect(try opened.input.read(into: &bytes, limit: 4096) > 0)
    let problem = #expect(throws: InputProblem.self) {
      _ = try opened.input.read(into: &bytes, limit: 4096)
    }
    #expect(problem?.message.hasSuffix("(byte \(member.count))") == true)
  }

  @Test("a damaged member is one problem, and the next is read")
  func damaged() throws {
    var first = Packing.gzip(one)
    first[10] = 0xFF
    let contents = try contents(first + Packing.gzip(two))
    #expect(contents.bytes == two)
    #expect(contents.codes == ["corrupt"])
  }

  @Test("compression over compression is taken off, but not for ever")
  func nested() throws {
    var bytes = one
    for _ in 0..<3 { bytes = Packing.gzip(bytes) }
    #expect(try contents(bytes).bytes == one)
    let deeper = Packing.gzip(bytes)
    let problem = #expect(throws: InputProblem.self) { _ = try contents(deeper) }
    #expect(problem?.code == "too-large")
  }

  @Test("Zstandard is read where its library is, and refused with a remedy where it is not")
  func zstandard() throws {
    do {
      #expect(try contents(Packing.zstandard(one) + Packing.zstandard(two)).bytes == one + two)
    } catch let problem as InputProblem {
      #expect(problem.code == "unsupported")
      #expect(problem.message.contains("libzstd"))
    }
  }

  @Test(
    "no damage stops the reader or makes it repeat itself",
    arguments: (1...200).map(UInt64.init)
  )
  func mutations(seed: UInt64) throws {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    var bytes = (0..<6).flatMap { _ in Packing.gzip(Array("member \(next(1000))\n".utf8)) }
    for _ in 0...next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
    if next(4) == 0 { bytes.removeLast(next(bytes.count)) }
    guard let opened = try? OpenedInput(MemoryInput(bytes, piece: 1 + next(64))) else { return }
    let contents = Contents(opened.input)
    #expect(contents.bytes.count <= bytes.count)
    #expect(contents.codes.count <= 8)
  }
}
