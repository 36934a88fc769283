import AverModel
import Testing

@testable import AverCleaning

@Suite("HTML event reader")
struct HTMLEventReaderTests {
  private struct Parsed {
    let tree: PageTree
    let text: [UInt8]

    func slice(_ range: ByteRange) -> String {
      String(decoding: text[range.indices], as: UTF8.self)
    }

    var texts: [String] { tree.nodes.filter { $0.element == .text }.map { slice($0.range) } }
  }

  private func parse(_ page: String) throws -> Parsed {
    let bytes = Array(page.utf8)
    let reader = HTMLEventReader(PreparedMarkup.prepare(bytes))
    guard let tree = reader?.tree() else {
      throw CleaningError.outOfMemory(identifier: "", byteCount: 0)
    }
    return Parsed(tree: tree, text: bytes)
  }

  @Test(
    "texts lie where they came from",
    arguments: [
      ("<p>one<b>two</b>three", ["one", "two", "three"]),
      ("<p>a&amp;b", ["a", "&amp;", "b"]),
      ("<p>a&bogus;b", ["a", "&", "bogus", ";b"]),
      ("<p>a < b", ["a ", "<", " b"]),
      ("<p>a<!-- x -->b", ["a", "b"]),
      ("<p>a<script>x<y</script>b", ["a", "b"]),
      ("<p>a<!-->b", ["a", "b"]),
      ("<p>a<!--b", ["a"]),
      ("<p>a<!-- x>b", ["a", "b"]),
      ("<p>a<?php x ?>b", ["a", "b"]),
      ("<p>a<![CDATA[x]]>b", ["a", "b"]),
      ("<p>a</>b</ x>c", ["a", "b", "c"]),
      ("<p>a<div class=clear />b", ["a", "b"]),
      ("<p>a<script src=x /><b>b</b><script>c</script>d", ["a", "b", "d"]),
      ("<p>a<script type=x/>code()</script>b", ["a", "b"]),
      ("<p>a<script><!-- <script> x </script> y --></script>b", ["a", "b"]),
      ("<p>a<iframe />b", ["a", "b"]),
      ("<p>a<svg><title>t</title></svg>b", ["a", "b"]),
      ("<p title='x>y' id=\"a\">b", ["b"]),
      ("<p>a<a href=\"x>b</a><p>c", ["a", "b", "c"]),
      ("<p>a<b", ["a"]),
    ]
  )
  func texts(page: String, texts: [String]) throws { #expect(try parse(page).texts == texts) }

  @Test(
    "long texts are placed without gap or overlap",
    arguments: ["a", "é", "北", "😀", "a é ", "-"]
  )
  func longTexts(unit: String) throws {
    let text = String(repeating: unit, count: 2500)
    let parsed = try parse("<p>\(text)</p>")
    #expect(parsed.texts.joined() == text)
  }

  @Test("start tags lie where they came from")
  func tags() throws {
    let parsed = try parse("<div class='a'><br/>x<p id=b>y<i>z</i></div>")
    let tags = parsed.tree.nodes.filter { $0.element != .text }.map { parsed.slice($0.range) }
    #expect(tags == ["", "", "<div class='a'>", "<br/>", "<p id=b>", "<i>"])
  }

  @Test("attributes are decoded and found in their tag")
  func attributes() throws {
    let page = "<meta name=x content=\"a &amp; b\" data-x='y'><p>t"
    let parsed = try parse(page)
    let meta = try #require(parsed.tree.nodes.firstIndex { $0.element == .meta })
    let value = try #require(parsed.tree.value(of: .content, at: meta))
    #expect(String(decoding: value, as: UTF8.self) == "a & b")
    let range = MarkupTag.valueRange(
      of: "content",
      in: parsed.tree.nodes[meta].range,
      parsed.text.span
    )
    #expect(range.map(parsed.slice) == "a &amp; b")
  }

  @Test("the subtree of a node is the nodes up to its end")
  func subtrees() throws {
    let parsed = try parse("<ul><li>a<li>b<ul><li>c</ul></ul><p>d")
    let nodes = parsed.tree.nodes
    for (index, node) in nodes.enumerated() {
      #expect(Int(node.end) > index && Int(node.end) <= nodes.count)
      if node.parent >= 0 {
        #expect(Int(node.parent) < index && node.end <= nodes[Int(node.parent)].end)
      }
    }
    #expect(nodes.filter { $0.element == .li }.count == 3)
  }
}
