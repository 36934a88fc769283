import AverModel
import Testing

/// Source: NIST, "Example values" for FIPS 180-4; lengths around a block from coreutils' `sha256sum`.
@Suite("SHA-256")
struct SHA256Tests {
  static let vectors: [(text: String, digest: String)] = [
    (
      "",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ),
    (
      "abc",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    ),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 56),
      "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
    ),
    (
      String(repeating: "a", count: 63),
      "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
    (
      String(repeating: "a", count: 65),
      "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"
    ),
    (
      String(repeating: "a", count: 119),
      "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"
    ),
    (
      String(repeating: "a", count: 120),
      "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"
    ),
    (
      String(repeating: "a", count: 1000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("gives the published digests", arguments: vectors)
  func digests(text: String, digest: String) {
    #expect(SHA256.hexadecimal(SHA256.digest(Array(text.utf8))) == digest)
    #expect(SHA256.name(of: Array(text.utf8)) == "sha256:" + digest)
  }

  @Test("does not depend on how the bytes are handed over", arguments: [1, 3, 63, 64, 65, 200])
  func pieces(size: Int) {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = SHA256()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + size)
      digest.update(Array(bytes[start..<end]))
      start = end
    }
    #expect(digest.finished() == SHA256.digest(bytes))
  }

  @Test("writes bytes as two lower-case digits each")
  func hexadecimal() {
    #expect(SHA256.hexadecimal([0, 1, 0x0F, 0xA0, 0xFF]) == "00010fa0ff")
    #expect(SHA256.hexadecimal([]) == "")
  }
}
