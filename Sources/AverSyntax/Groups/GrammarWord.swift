/// The few words that the grammar itself names; everything else is a list in the rule files.
enum GrammarWord: UInt8, Hashable, Sendable {
  case to
  case by
  case no
  case longer
  case than
  case that
  case and
  case or
  case nor
  case only
  case just
  case being
  case up
  case help
  case have
  case going
  case chief
  case who
  case with
  case tell
  case comma
  case hyphen
  case ampersand
  case percent
  case openingBracket
  case closingBracket
  case semicolon
  case colon
  case dash
  case stop

  /// The word or mark in a range of the text, in any case; nil for all others.
  init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard end - start <= 8, end > start else { return nil }
    var packed: UInt64 = 0
    for position in start..<end {
      let byte = text[position]
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      packed = packed << 8 | UInt64(folded)
    }
    guard let word = Self.word(packed) else { return nil }
    self = word
  }

  // The numbers are the bytes of the words, the first one highest.
  private static func word(_ packed: UInt64) -> GrammarWord? {
    switch packed {
    case 0x746F: .to
    case 0x61_6E64: .and
    case 0x6F72: .or
    case 0x6E_6F72: .nor
    case 0x6279: .by
    case 0x6E6F: .no
    case 0x6C6F_6E67_6572: .longer
    case 0x7468_616E: .than
    case 0x7468_6174: .that
    case 0x6861_7665: .have
    case 0x6F6E_6C79: .only
    case 0x6A75_7374: .just
    case 0x62_6569_6E67: .being
    case 0x7570: .up
    case 0x6865_6C70, 0x68_656C_7073, 0x6865_6C70_6564: .help
    case 0x676F_696E_67: .going
    case 0x63_6869_6566: .chief
    case 0x77_686F: .who
    case 0x7769_7468: .with
    case 0x7465_6C6C, 0x74_656C_6C73, 0x746F_6C64: .tell
    case 0x2C: .comma
    case 0x2D: .hyphen
    case 0x26: .ampersand
    case 0x25: .percent
    case 0x28, 0x5B: .openingBracket
    case 0x29, 0x5D: .closingBracket
    case 0x3B: .semicolon
    case 0x3A: .colon
    case 0x2D2D, 0xE2_8093, 0xE2_8094: .dash
    case 0x2E, 0x3F, 0x21: .stop
    default: nil
    }
  }
}
