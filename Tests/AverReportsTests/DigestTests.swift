import AverModel
import AverReports
import Testing

@Suite("Digests and names")
struct DigestTests {
  struct Vector: CustomTestStringConvertible {
    let text: [UInt8]
    let digest: String
    var testDescription: String { "\(text.count) bytes" }
  }

  /// The messages of FIPS 180-2, appendix B, the empty one, and lengths around the block's.
  @Test(
    "SHA-256 gives the published digests",
    arguments: [
      Vector(
        text: [],
        digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      ),
      Vector(
        text: Array("abc".utf8),
        digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ),
      Vector(
        text: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
        digest: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      Vector(
        text: Array(repeating: UInt8(ascii: "a"), count: 55),
        digest: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
      ),
      Vector(
        text: Array(repeating: UInt8(ascii: "a"), count: 64),
        digest: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
      ),
      Vector(
        text: Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
        digest: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
  )
  func digest(vector: Vector) {
    #expect(SHA256.hexadecimal(SHA256.digest(vector.text)) == vector.digest)
  }

  @Test("the digest is the same however the bytes come", arguments: [1, 3, 63, 64, 65, 130])
  func digestInPieces(size: Int) {
    let text = (0..<500).map { UInt8($0 % 251) }
    var digest = SHA256()
    var position = 0
    while position < text.count {
      digest.update(Array(text[position..<min(position + size, text.count)]))
      position += size
    }
    #expect(digest.finished() == SHA256.digest(text))
  }

  /// The vectors of RFC 4648, section 10, in lower case and without padding.
  @Test(
    "base 32 gives the published names",
    arguments: [
      ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"),
      ("fooba", "mzxw6ytb"), ("foobar", "mzxw6ytboi"),
    ]
  )
  func base32(text: String, name: String) {
    #expect(Base32.encoded(text.utf8) == name)
  }

  @Test("a run is named by tool, rules, libraries and options in any order")
  func runIdentity() {
    let first = RunIdentity(
      tool: "aver/1.2.3",
      rules: "r",
      libraries: ["b", "a"],
      options: ["x=1"]
    )
    let second = RunIdentity(
      tool: "aver/1.2.3",
      rules: "r",
      libraries: ["a", "b"],
      options: ["x=1"]
    )
    let third = RunIdentity(
      tool: "aver/1.2.3",
      rules: "r",
      libraries: ["a", "b"],
      options: ["x=2"]
    )
    #expect(first == second)
    #expect(first.run != third.run)
    #expect(first.run.count == "urn:aver:run:".count + 32)
  }
}
