/// The claims of one document on their way into a format.
package struct DocumentClaims: Sendable {
  package let document: RecordedDocument
  /// The clean text, UTF-8, that spans index in code points; nil where it is not at hand.
  package let text: [UInt8]?
  /// In the order of the records.
  package let claims: [RecordedClaim]

  package init(document: RecordedDocument, text: [UInt8]?, claims: [RecordedClaim]) {
    self.document = document
    self.text = text
    self.claims = claims
  }
}

/// A format of claims that is written document by document.
///
/// The output is the head, the documents with the separator between them, and the tail; what stands
/// for a document depends on that document alone, so that documents can be worked on in parallel.
package protocol ClaimExport: Sendable {
  var head: [UInt8] { get }
  var separator: [UInt8] { get }
  var tail: [UInt8] { get }

  /// What stands for a document; empty if there is nothing to say of it.
  func bytes(for document: DocumentClaims) -> [UInt8]

  /// Is told what was written for documents, maybe by other processes, before the tail is asked for.
  func note(_ bytes: [UInt8])
}

extension ClaimExport {
  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tail: [UInt8] { [] }

  package func note(_ bytes: [UInt8]) {}
}
