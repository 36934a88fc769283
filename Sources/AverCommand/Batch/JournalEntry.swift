import Aver
import AverModel
import AverReports

/// A line of a batch's journal: one input, and the result that stands for it.
struct JournalEntry {
  /// The document's id; empty if the input gave none.
  var identifier: String
  /// SHA-256 of what was read, 32 bytes; empty if nothing was.
  var input: [UInt8]
  /// How many bytes the result has, and their SHA-256.
  var byteCount: Int
  var result: [UInt8]
  var claimCount: Int
  /// Why it failed; nil if it did not.
  var code: String?

  /// Failures that another try may mend.
  private static let passing: Set<String> = ["crash", "timeout", "changed", "unreadable"]

  /// Whether a later run may take over the result if the input is the same.
  var isLasting: Bool { !input.isEmpty && !(code.map(Self.passing.contains) ?? false) }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.name("record")
    json.string("input")
    json.name("id")
    json.string(identifier)
    if !input.isEmpty {
      json.name("input")
      json.string(Self.prefix + SHA256.hexadecimal(input))
    }
    if let code {
      json.name("code")
      json.string(code)
    }
    json.name("claims")
    json.integer(claimCount)
    json.name("bytes")
    json.integer(byteCount)
    json.name("result")
    json.string(Self.prefix + SHA256.hexadecimal(result))
    json.endObject()
    json.endLine()
  }

  private static let prefix = "sha256:"

  /// Reads a line; nil if it is none of ours, or cut off.
  init?(_ line: [UInt8]) {
    guard let value = try? JSONValue(line), value["record"]?.text == "input",
      let identifier = value["id"]?.text,
      let byteCount = value["bytes"]?.decimal?.wholeNumber, byteCount >= 0,
      let claimCount = value["claims"]?.decimal?.wholeNumber,
      let result = value["result"]?.text.flatMap(Self.digest)
    else { return nil }
    self.identifier = identifier
    self.byteCount = byteCount
    self.claimCount = claimCount
    self.result = result
    input = value["input"]?.text.flatMap(Self.digest) ?? []
    code = value["code"]?.text
  }

  init(_ outcome: DocumentOutcome) {
    identifier = outcome.identifier ?? ""
    input = outcome.digest
    byteCount = outcome.output.bytes.count
    result = SHA256.digest(outcome.output.bytes)
    claimCount = outcome.output.claimCount
    code = outcome.code
  }

  private static func digest(_ name: String) -> [UInt8]? {
    guard name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + 64 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in name.utf8.dropFirst(prefix.utf8.count) {
      guard let digit = Character(Unicode.Scalar(character)).hexDigitValue else { return nil }
      if let first = high {
        bytes.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    return bytes
  }
}

/// The first line of a journal: what made the results.
extension BatchRun {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.name("record")
    json.string("batch")
    json.name("run")
    json.string(identity.run)
    json.name("tool")
    json.string(identity.tool)
    json.name("rules")
    json.string(identity.rules)
    json.name("options")
    json.beginArray()
    for option in options { json.string(option) }
    json.endArray()
    json.endObject()
    json.endLine()
  }

  /// The line as it is written.
  var line: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.takeBytes()
  }
}
