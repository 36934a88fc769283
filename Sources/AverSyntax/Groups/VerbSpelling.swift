/// The forms that the ending of a verb unknown to the lexicon allows.
enum VerbSpelling {
  static func forms(of text: Span<UInt8>, _ start: Int, _ end: Int) -> VerbFormSet {
    guard end - start > 3 else { return .base }
    func letter(_ fromEnd: Int) -> UInt8 {
      let byte = text[end - fromEnd]
      return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    let last = letter(1)
    switch last {
    // -ing
    case 0x67 where letter(2) == 0x6E && letter(3) == 0x69: return .gerund
    // -ed
    case 0x64 where letter(2) == 0x65: return [.past, .pastParticiple]
    // -s, not -ss
    case 0x73 where letter(2) != 0x73: return .thirdPerson
    default: return .base
    }
  }
}
