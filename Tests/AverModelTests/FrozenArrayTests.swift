import AverModel
import Testing

@Suite("Frozen array")
struct FrozenArrayTests {
  @Test("holds what it was made of", arguments: [[], [7], [1, -2, 3, Int32.max]] as [[Int32]])
  func elements(numbers: [Int32]) {
    let array = FrozenArray(numbers)
    #expect(array.count == numbers.count)
    #expect(Array(array) == numbers)
    #expect(array == FrozenArray(numbers))
    #expect(Set([array, FrozenArray(numbers)]).count == 1)
  }

  @Test("two arrays may lie in one memory")
  func shared() throws {
    let memory = FrozenMemory([1, 0, 0, 0, 2, 0, 0, 0, 0x41, 0x42])
    let numbers = try #require(FrozenArray<UInt32>(memory, byteOffset: 0, count: 2))
    let letters = try #require(FrozenArray<UInt8>(memory, byteOffset: 8, count: 2))
    #expect(memory.byteCount == 10)
    #expect(Array(numbers) == [1, 2])
    #expect(String(decoding: letters, as: UTF8.self) == "AB")
  }

  @Test(
    "a part that lies outside its memory, or across the size of its elements, is refused",
    arguments: [(0, 3), (4, 2), (12, 0), (-4, 1), (0, -1), (2, 1), (8, Int.max)]
  )
  func outside(byteOffset: Int, count: Int) {
    let memory = FrozenMemory([UInt8](repeating: 0, count: 10))
    let array = FrozenArray<UInt32>(memory, byteOffset: byteOffset, count: count)
    #expect(array == nil)
  }

  @Test("an index beyond the end is a bug in the caller")
  func beyond() async {
    await #expect(processExitsWith: .failure) { _ = FrozenArray([1, 2])[2] }
  }
}
