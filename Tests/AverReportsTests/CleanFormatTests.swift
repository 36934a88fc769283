import AverModel
import AverReports
import Testing

@Suite("Formats of an article")
struct CleanFormatTests {
  /// An article of blocks, each with its place in a source that is ten bytes longer at the front.
  private func article(_ blocks: [(Block.Kind, String)], title: String? = nil) -> CleanText {
    var bytes: [UInt8] = []
    var ranges: [Block] = []
    for (kind, text) in blocks {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      ranges.append(
        Block(range: ByteRange(bytes.count, bytes.count + text.utf8.count), kind: kind)
      )
      bytes += Array(text.utf8)
    }
    var offsets = OffsetMap()
    offsets.append(cleanCount: bytes.count, source: 10, sourceEnd: 10 + bytes.count)
    var metadata = DocumentMetadata()
    metadata.title = title.map { .init(value: $0, source: ByteRange(2, 8)) }
    return CleanText(
      identifier: "a",
      bytes: bytes,
      blocks: ranges,
      offsets: offsets,
      metadata: metadata,
      sourceBytes: []
    )
  }

  private var sample: CleanText {
    article(
      [
        (.paragraph, "One *two* & three."), (.heading, "Prices"), (.listItem, "1. tea"),
        (.listItem, "milk"), (.tableRow, "a\tb"), (.tableRow, "c\td"), (.quotation, "Said <i>."),
      ],
      title: "Tea"
    )
  }

  @Test("Markdown keeps kinds and hides marks")
  func markdown() {
    let expected = """
      # Tea

      One \\*two\\* & three.

      ## Prices

      - 1\\. tea
      - milk

      | a | b |
      | --- | --- |
      | c | d |

      > Said \\<i>.

      """
    #expect(String(decoding: CleanMarkdown.text(of: sample), as: UTF8.self) == expected)
  }

  @Test("Markdown breaks lines as the kind of block allows")
  func lineBreaks() {
    let clean = article([
      (.heading, "A\nb"), (.paragraph, "A\n- b\n1. c"), (.listItem, "A\nb"), (.quotation, "A\n# b"),
    ])
    let expected = """
      ## A b

      A
      \\- b
      1\\. c

      - A
        b

      > A
      > \\# b

      """
    #expect(String(decoding: CleanMarkdown.text(of: clean), as: UTF8.self) == expected)
  }

  @Test("HTML breaks lines where the page does")
  func lineBreakElements() {
    let html = String(decoding: CleanHTML.text(of: article([(.paragraph, "A\nb")])), as: UTF8.self)
    #expect(html == "<article>\n<p data-source=\"10-13\">A<br>\nb</p>\n</article>\n")
  }

  @Test("HTML keeps kinds and says where each block stands in the source")
  func html() {
    let expected = """
      <article>
      <h1 data-source="2-8">Tea</h1>
      <p data-source="10-28">One *two* &amp; three.</p>
      <h2 data-source="30-36">Prices</h2>
      <ul>
      <li data-source="38-44">1. tea</li>
      <li data-source="46-50">milk</li>
      </ul>
      <table>
      <tr data-source="52-55"><td>a</td><td>b</td></tr>
      <tr data-source="57-60"><td>c</td><td>d</td></tr>
      </table>
      <blockquote>
      <p data-source="62-71">Said &lt;i&gt;.</p>
      </blockquote>
      </article>

      """
    #expect(String(decoding: CleanHTML.text(of: sample), as: UTF8.self) == expected)
  }

  @Test("the record has each block's kind, span in code points and source bytes")
  func record() {
    var json = JSONWriter()
    CleanRecord.write(article([(.paragraph, "é é"), (.listItem, "x")], title: "T"), to: &json)
    let line = String(decoding: json.bytes, as: UTF8.self)
    #expect(
      line.hasSuffix(
        """
        "blocks":[{"kind":"paragraph","span":[0,3],"source":[10,15]},\
        {"kind":"list-item","span":[5,6],"source":[17,18]}],"sources":{"title":[2,8]}}

        """
      )
    )
  }
}
