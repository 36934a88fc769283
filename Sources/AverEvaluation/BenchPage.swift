/// One self-contained page of a bench report: no script, no request, readable in both colour schemes.
struct BenchPage {
  private var body = ""
  private let title: String

  init(title: String) { self.title = title }

  /// Text as HTML shows it literally; controls and direction marks become visible symbols.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result += "\u{FFFD}"
      case _
      where (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value):
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Adds an element with text in it.
  mutating func add(_ element: String, _ text: String, kind: String? = nil) {
    let attribute = kind.map { " class=\"\($0)\"" } ?? ""
    body += "<\(element)\(attribute)>\(Self.escaped(text))</\(element)>\n"
  }

  /// Adds the beginning or the end of an element, as it is.
  mutating func add(markup: String) { body += markup + "\n" }

  /// Adds a row of a table; the first cell is its heading.
  mutating func add(row cells: [String], kind: String? = nil) {
    let attribute = kind.map { " class=\"\($0)\"" } ?? ""
    let rest = cells.dropFirst().map { "<td>\(Self.escaped($0))</td>" }.joined()
    let first = cells.first.map { "<th scope=\"row\">\(Self.escaped($0))</th>" } ?? ""
    body += "<tr\(attribute)>\(first)\(rest)</tr>\n"
  }

  /// The whole page.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width">
    <title>\(Self.escaped(title))</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 15px/1.45 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
    h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-top: 2em; }
    table { border-collapse: collapse; } th, td { text-align: left; padding: .15em .8em .15em 0; }
    td { font-variant-numeric: tabular-nums; } th { font-weight: normal; }
    blockquote { margin: .2em 0 .8em 1.2em; }
    .gained::before { content: "+ "; } .lost::before { content: "\\2212  "; }
    .changed::before { content: "~ "; } .none th { font-weight: bold; }
    .gained, .lost, .changed { font-weight: 600; margin: .8em 0 0; }
    .place { opacity: .75; margin: 0 0 0 1.2em; } .slot { margin: 0 0 0 1.2em; }
    </style>
    </head>
    <body>
    <h1>\(Self.escaped(title))</h1>
    \(body)</body>
    </html>

    """
  }
}
