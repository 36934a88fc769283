import AverArchives

/// Bytes as an input that hands them over in pieces.
final class MemoryInput: ByteInput {
  private let bytes: [UInt8]
  private let piece: Int
  private var position = 0

  init(_ bytes: [UInt8], piece: Int = .max) {
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

/// Makes compressed data as the formats' definitions say, without compressing anything.
enum Packing {
  /// A gzip member (RFC 1952) of stored blocks (RFC 1951).
  static func gzip(_ contents: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = contents[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      member.append(rest.isEmpty ? 1 : 0)
      member += [UInt8(length & 0xFF), UInt8(length >> 8)]
      member += [UInt8(~length & 0xFF), UInt8(~length >> 8)]
      member += block
    } while !rest.isEmpty
    return member + littleEndian(checksum(contents)) + littleEndian(UInt32(contents.count))
  }

  /// A Zstandard frame (RFC 8878) of one raw block.
  static func zstandard(_ contents: [UInt8]) -> [UInt8] {
    let size = littleEndian(UInt32(contents.count))
    let block = littleEndian(UInt32(contents.count) << 3 | 1).prefix(3)
    return [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + size + block + contents
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}

/// Everything that an input has to say.
struct Contents: Equatable {
  var bytes: [UInt8] = []
  var codes: [String] = []

  /// Reads an input to its end; one that never ends is cut off.
  init(_ input: any ByteInput, longest: Int = 1 << 24) {
    while bytes.count < longest, codes.count < 1000 {
      do throws(InputProblem) {
        if try input.read(into: &bytes, limit: 4096) == 0 { return }
      } catch {
        codes.append(error.code)
        if error.isFinal { return }
      }
    }
  }
}
