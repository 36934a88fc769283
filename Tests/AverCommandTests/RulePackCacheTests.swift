import Foundation
import Testing

@Suite("Compiled rules of a folder are kept")
struct RulePackCacheTests {
  private static func extract(
    in folder: TemporaryFolder,
    after script: String = ":"
  ) throws -> AverProgram.Outcome {
    try AverProgram.shell(
      "\(script); XDG_CACHE_HOME=\"$PWD/cache\" \"$@\"",
      ["extract", "--rules", "rules", "in.txt"],
      in: folder
    )
  }

  private static func packs(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache/aver/rules")
  }

  @Test("what is kept, whole, damaged or not writable, never changes what is found")
  func kept() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", DealRules.text)
    try folder.write("in.txt", "Orvel acquired Tamsin in May. Tamsin acquired Brill.\n")
    let first = try Self.extract(in: folder)
    #expect(first.status == 0)
    #expect(first.lines.count == 1)
    #expect(try Self.packs(in: folder).count == 1)
    let damages = [
      ":", "for file in cache/aver/rules/*; do printf AVRP > $file; done",
      "for file in cache/aver/rules/*; do printf x | dd of=$file bs=1 seek=200 conv=notrunc; done",
      "for file in cache/aver/rules/*; do : > $file; done", "rm -r cache; : > cache",
    ]
    for damage in damages {
      let again = try Self.extract(in: folder, after: damage)
      #expect(again.output == first.output, "\(damage)")
      #expect(again.status == 0, "\(damage)")
    }
  }

  @Test("an edited rule is compiled anew, and the earlier one is still known")
  func edited() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", DealRules.text)
    try folder.write("in.txt", "Orvel acquired Tamsin in May. Tamsin acquired Brill.\n")
    let first = try Self.extract(in: folder)
    try folder.write("rules/main.aver", DealRules.text.replacing("| Dorn", with: "| Brill"))
    #expect(try Self.extract(in: folder).lines.count == 2)
    #expect(try Self.packs(in: folder).count == 2)
    try folder.write("rules/main.aver", DealRules.text)
    #expect(try Self.extract(in: folder).output == first.output)
    #expect(try Self.packs(in: folder).count == 2)
  }
}
