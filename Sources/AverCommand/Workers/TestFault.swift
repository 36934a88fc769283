import FoundationEssentials
import Glibc

/// Faults on demand, so that tests can see what becomes of them; only in debug builds.
///
/// `AVER_TEST_FAULT` holds `crash=ID`, `hang=ID` or `write=N`: the document ID stops its worker, or
/// the Nth write to a batch folder finds the disk full.
enum TestFault {
  #if DEBUG
  private static let fault: (kind: String, value: String)? = {
    guard let words = ProcessInfo.processInfo.environment["AVER_TEST_FAULT"] else { return nil }
    let parts = words.split(separator: "=", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }()

  nonisolated(unsafe) private static var writes = 0

  static func happen(at identifier: String) {
    guard let fault, fault.value == identifier else { return }
    if fault.kind == "crash" { raise(SIGSEGV) }
    if fault.kind == "hang" { while true { pause() } }
  }

  /// Whether the write that comes next is to fail.
  static func failsToWrite() -> Bool {
    guard let fault, fault.kind == "write" else { return false }
    unsafe writes += 1
    return unsafe writes >= Int(fault.value) ?? .max
  }
  #else
  static func happen(at identifier: String) {}

  static func failsToWrite() -> Bool { false }
  #endif
}
