import Foundation

/// Reads bytes of a page as a reader would: without markup, decoded, white space folded.
///
/// Written apart from the code under test and differently: from the slice alone, in one pass.
enum SourceSlice {
  /// The text of a slice of a page.
  static func text(ofPage bytes: ArraySlice<UInt8>, encoding: String.Encoding = .utf8) -> String {
    folded(decodedReferences(withoutMarkup(decoded(bytes, encoding))))
  }

  /// Text with white space folded, and without the characters that cleaning leaves out.
  static func folded(_ text: String) -> String {
    let invisible: Set<Unicode.Scalar> = ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"]
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !invisible.contains(scalar) { scalars.append(scalar) }
    return String(scalars).split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String.Encoding) -> String {
    let text =
      encoding == .utf8
      ? String(decoding: bytes, as: UTF8.self)
      : String(data: Data(bytes), encoding: encoding) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0C, 0x0D: scalars.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func withoutMarkup(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    func index(of word: String, from start: Int) -> Int? {
      let wanted = Array(word.unicodeScalars)
      var place = start
      while place + wanted.count <= scalars.count {
        let found = zip(scalars[place..<(place + wanted.count)], wanted).allSatisfy { pair in
          pair.0 == pair.1 || pair.0.properties.lowercaseMapping == String(pair.1)
        }
        if found { return place }
        place += 1
      }
      return nil
    }
    while position < scalars.count {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      let isMarkup = next == "/" || next == "!" || next == "?" || next.properties.isAlphabetic
      guard scalars[position] == "<", isMarkup, next.isASCII else {
        result.append(scalars[position])
        position += 1
        continue
      }
      if index(of: "<!--", from: position) == position {
        position = index(of: "-->", from: position + 4).map { $0 + 3 } ?? scalars.count
        continue
      }
      let start = position
      var quote: Unicode.Scalar?
      var isValue = false
      while position < scalars.count {
        let scalar = scalars[position]
        if let open = quote {
          if scalar == open { quote = nil }
        } else if scalar == ">" {
          break
        } else if isValue, scalar == "\"" || scalar == "'" {
          quote = scalar
        }
        isValue = scalar == "=" || isValue && scalar == " "
        position += 1
      }
      position = min(position + 1, scalars.count)
      let name = String(String.UnicodeScalarView(scalars[(start + 1)..<position]))
        .lowercased().prefix { $0.isLetter || $0.isNumber }
      let bodies = ["script", "style", "svg", "iframe", "textarea", "noembed", "noframes"]
      if bodies.contains(String(name)) {
        let end = index(of: "</\(name)", from: position) ?? scalars.count
        position = index(of: ">", from: end).map { $0 + 1 } ?? scalars.count
      }
      // Only these part words; the others stand inside of them.
      if lineBreakers.contains(String(name))
        || next == "/" && lineBreakers.contains(closed(name, scalars, start))
      {
        result.append(" ")
      }
    }
    return String(result)
  }

  private static func closed(_ name: Substring, _ scalars: [Unicode.Scalar], _ start: Int) -> String
  {
    var place = start + 2
    var name = ""
    while place < scalars.count, scalars[place].isASCII, scalars[place].properties.isAlphabetic {
      name.unicodeScalars.append(scalars[place])
      place += 1
    }
    return name.lowercased()
  }

  private static let lineBreakers: Set<String> = ["br", "p", "div", "li", "td", "th", "tr", "hr"]

  private static func decodedReferences(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let names: [String: String] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©",
      "eacute": "é", "mdash": "—", "ndash": "–", "rsquo": "’", "lsquo": "‘", "rdquo": "”",
      "ldquo": "“", "hellip": "…", "mldr": "…", "percnt": "%", "euro": "€", "pound": "£",
      "shy": "\u{AD}", "raquo": "»", "laquo": "«", "deg": "°", "reg": "®", "trade": "™",
      "bull": "•", "middot": "·", "ouml": "ö", "auml": "ä", "uuml": "ü", "Ouml": "Ö", "Auml": "Ä",
      "Uuml": "Ü", "szlig": "ß", "times": "×", "frac12": "½", "ntilde": "ñ", "aacute": "á",
      "iacute": "í", "oacute": "ó", "uacute": "ú", "ccedil": "ç", "agrave": "à", "egrave": "è",
      "acirc": "â", "ecirc": "ê", "ocirc": "ô", "iexcl": "¡", "iquest": "¿", "zwnj": "\u{200C}",
      "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "sect": "§", "para": "¶",
      "bdquo": "„", "sbquo": "‚", "permil": "‰", "aring": "å", "oslash": "ø", "aelig": "æ",
      "atilde": "ã", "otilde": "õ", "ordm": "º", "ordf": "ª", "yen": "¥", "cent": "¢",
      "plusmn": "±", "sup2": "²", "sup3": "³", "micro": "µ", "minus": "−", "rarr": "→",
      "larr": "←", "icirc": "î", "igrave": "ì", "ograve": "ò", "ugrave": "ù", "ucirc": "û",
      "euml": "ë", "iuml": "ï", "prime": "′", "Prime": "″", "zwj": "\u{200D}", "Eacute": "É",
    ]
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let body = rest.dropFirst().prefix(32).prefix {
        $0 == "#" || $0.isASCII && ($0.isLetter || $0.isNumber)
      }
      let after = rest.dropFirst(body.count + 1)
      var value: String?
      if body.hasPrefix("#") {
        let digits = body.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        if let number {
          let latin =
            (0x80...0x9F).contains(number)
            ? String(data: Data([UInt8(number)]), encoding: .windowsCP1252) : nil
          value = latin ?? Unicode.Scalar(number).map { String($0) } ?? "\u{FFFD}"
        }
      } else if after.hasPrefix(";") || ["nbsp", "copy", "amp", "reg"].contains(body) {
        value = names[String(body)]
      }
      guard let value else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += value
      rest = after.hasPrefix(";") ? after.dropFirst() : after
    }
    return result + rest
  }
}
