import AverRules

/// `aver help A0107`: what a code of `aver rules check` means.
enum CodeHelp {
  /// The page that the arguments ask for; nil if they ask for something else.
  static func page(for arguments: [String]) throws(CommandFailure) -> String? {
    guard arguments.count == 2, arguments[0] == "help" else { return nil }
    let name = arguments[1].uppercased()
    guard name.utf8.first == UInt8(ascii: "A"), name.utf8.count > 1,
      name.utf8.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    guard let code = RuleDiagnosticCode(rawValue: name) else {
      let known = RuleDiagnosticCode.allCases.map(\.rawValue).joined(separator: " ")
      throw CommandFailure("there is no code '\(name)'; the codes are \(known)")
    }
    return code.page
  }
}
