import AverModel

/// The country that a page's address names.
enum SiteDomain {
  /// The last part of the host's name, such as `uk`; nil without an address.
  static func last(of metadata: DocumentMetadata) -> String? {
    guard let address = metadata.address?.value.utf8 else { return nil }
    let parts = address.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count > 2, let host = parts[2].split(separator: UInt8(ascii: ":")).first else {
      return nil
    }
    return host.split(separator: UInt8(ascii: ".")).last.map { String(decoding: $0, as: UTF8.self) }
  }
}
