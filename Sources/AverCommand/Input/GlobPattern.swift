/// A pattern for paths: `*` and `?` within a name, `**` across folders, `[a-z]`, `[!a-z]`.
///
/// A pattern without a slash is for the file's name, one with a slash for the path below the folder.
struct GlobPattern {
  private enum Element {
    case byte(UInt8)
    /// One byte of a name.
    case any
    case set(Set<UInt8>, isNegated: Bool)
    /// Any number of bytes of a name, or also of folders.
    case many(crossesFolders: Bool)
    /// Any number of whole folders.
    case folders
  }

  private let elements: [Element]
  private let isForName: Bool

  init(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    isForName = !bytes.contains(0x2F)
    var elements: [Element] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "*"):
        var crosses = false
        while position < bytes.count, bytes[position] == UInt8(ascii: "*") {
          crosses = true
          position += 1
        }
        // `**/` stands also for no folder at all.
        if crosses, position < bytes.count, bytes[position] == 0x2F {
          position += 1
          elements.append(.folders)
        } else {
          elements.append(.many(crossesFolders: crosses))
        }
      case UInt8(ascii: "?"): elements.append(.any)
      case UInt8(ascii: "\\") where position < bytes.count:
        elements.append(.byte(bytes[position]))
        position += 1
      case UInt8(ascii: "["):
        if let (set, end) = Self.set(in: bytes, from: position) {
          elements.append(set)
          position = end
        } else {
          elements.append(.byte(byte))
        }
      default: elements.append(.byte(byte))
      }
    }
    self.elements = elements
  }

  /// Whether a path below the folder that is read matches.
  func matches(_ path: RawPath) -> Bool {
    var text = path.bytes[...]
    if isForName, let slash = text.lastIndex(of: 0x2F) { text = text[(slash + 1)...] }
    // All places of the pattern that the text so far can have led to.
    var places = closure([0], beginsName: true)
    for byte in text {
      var next: Set<Int> = []
      for place in places where place < elements.count {
        switch elements[place] {
        case .byte(let wanted): if byte == wanted { next.insert(place + 1) }
        case .any: if byte != 0x2F { next.insert(place + 1) }
        case .set(let set, let isNegated):
          if byte != 0x2F, set.contains(byte) != isNegated { next.insert(place + 1) }
        case .many(let crosses): if crosses || byte != 0x2F { next.insert(place) }
        case .folders: next.insert(place)
        }
      }
      if next.isEmpty { return false }
      places = closure(next, beginsName: byte == 0x2F)
    }
    return places.contains(elements.count)
  }

  /// The places and those behind them that need no byte; folders end where a name begins.
  private func closure(_ places: Set<Int>, beginsName: Bool) -> Set<Int> {
    var all = places
    for start in places {
      var place = start
      while place < elements.count, mayBeNothing(elements[place], beginsName) {
        place += 1
        all.insert(place)
      }
    }
    return all
  }

  private func mayBeNothing(_ element: Element, _ beginsName: Bool) -> Bool {
    switch element {
    case .many: true
    case .folders: beginsName
    default: false
    }
  }

  private static func set(in bytes: [UInt8], from start: Int) -> (Element, end: Int)? {
    var position = start
    let isNegated = position < bytes.count && (bytes[position] == UInt8(ascii: "!"))
    if isNegated { position += 1 }
    var set: Set<UInt8> = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "]"), !set.isEmpty {
        return (.set(set, isNegated: isNegated), position + 1)
      }
      if position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "-"),
        bytes[position + 2] != UInt8(ascii: "]"), byte <= bytes[position + 2]
      {
        set.formUnion(byte...bytes[position + 2])
        position += 3
      } else {
        set.insert(byte)
        position += 1
      }
    }
    return nil
  }
}
