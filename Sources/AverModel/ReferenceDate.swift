/// What relative dates of a document are resolved against.
public struct ReferenceDate: Hashable, Sendable {
  /// The day of publication; nil where it is not known: relative dates then stay underspecified.
  public let day: CivilDate?
  /// The minute of that day, where the document says it: `two hours ago` is counted from it.
  public let minute: Int?

  /// Creates a reference.
  public init(day: CivilDate?, minute: Int? = nil) {
    self.day = day
    self.minute = minute
  }

  /// The day, and the minute where it is there, that the metadata give.
  public init(metadata: DocumentMetadata) {
    let published = metadata.published?.value
    day = published.flatMap { CivilDate($0) }
    minute = published.flatMap { ReferenceDate.minute(of: $0) }
  }

  /// The minute of the day in `2025-12-17T16:12:00Z`.
  private static func minute(of instant: String) -> Int? {
    let digits = Array(instant.utf8.dropFirst(10).prefix(6))
    guard digits.count == 6, digits[0] == UInt8(ascii: "T"), digits[3] == UInt8(ascii: ":") else {
      return nil
    }
    let numbers = [1, 2, 4, 5].map { Int(digits[$0]) - 0x30 }
    guard numbers.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hour, minute) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    return hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }
}
