import Aver
import AverModel

/// One document for a worker.
struct WorkerTask: Sendable {
  let item: DocumentItem
  /// Digests of contents whose results are there already: nothing is to be done for them.
  var known: [[UInt8]] = []
  /// How long the document may take, in seconds.
  var seconds = 0
}

extension WorkerTask {
  /// The frame to send.
  func frame() -> [UInt8] {
    var frame = FrameWriter()
    frame.write(seconds)
    frame.write(known.count)
    for digest in known { frame.write(digest) }
    switch item {
    case .file(let path, let identifier, let mediaType):
      frame.write(0)
      frame.write(path.bytes)
      frame.write(identifier)
      frame.write(mediaType.code)
    case .line(let bytes, let number, let place):
      frame.write(1)
      frame.write(bytes)
      frame.write(number)
      frame.write(place)
    case .document(let document):
      frame.write(2)
      frame.write(document.identifier)
      frame.write(document.bytes)
      frame.write(document.mediaType.code)
      frame.write(document.address)
      frame.write(document.title)
      frame.write(document.date)
      frame.write(document.fetchDate)
      frame.write(document.declaredEncoding)
    case .failed:
      preconditionFailure("what failed already needs no worker")
    }
    return frame.finished()
  }

  /// Reads the contents of a frame.
  init(_ contents: [UInt8]) {
    var frame = FrameReader(contents)
    seconds = frame.integer()
    let count = frame.integer()
    known = (0..<count).map { _ in frame.data() }
    switch frame.integer() {
    case 0:
      let path = RawPath(bytes: frame.data())
      let identifier = frame.text()
      item = .file(path, identifier: identifier, mediaType: .init(code: frame.integer()))
    case 1:
      let bytes = frame.data()
      let number = frame.integer()
      item = .line(bytes, number: number, place: frame.text())
    default:
      let identifier = frame.text()
      let bytes = frame.data()
      let mediaType = SourceDocument.MediaType(code: frame.integer())
      let (address, title) = (frame.optionalText(), frame.optionalText())
      let (date, fetchDate) = (frame.optionalText(), frame.optionalText())
      item = .document(
        SourceDocument(
          identifier: identifier,
          bytes: bytes,
          mediaType: mediaType,
          address: address,
          title: title,
          date: date,
          fetchDate: fetchDate,
          declaredEncoding: frame.optionalText()
        )
      )
    }
  }
}

extension SourceDocument.MediaType {
  fileprivate var code: Int {
    switch self {
    case .html: 0
    case .plainText: 1
    case .recordText: 2
    case .unknown: 3
    }
  }

  fileprivate init(code: Int) {
    switch code {
    case 0: self = .html
    case 1: self = .plainText
    case 2: self = .recordText
    default: self = .unknown
    }
  }
}
