import Aver
import AverRules

extension PackedRules {
  /// The frame to send.
  func frame() -> [UInt8] {
    var frame = FrameWriter()
    frame.write(pack)
    frame.write(cleaning.count)
    for file in cleaning {
      frame.write(file.path)
      frame.write(file.bytes)
    }
    return frame.finished()
  }

  /// Reads the contents of a frame.
  init(_ contents: [UInt8]) {
    var frame = FrameReader(contents)
    let pack = frame.data()
    let count = frame.integer()
    let files = (0..<count).map { _ in
      let path = frame.text()
      return RuleFile(path: path, bytes: frame.data())
    }
    self.init(pack: pack, cleaning: files)
  }
}
