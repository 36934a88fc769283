import Testing

@testable import AverCleaning

@Suite("Standfirsts")
struct StandfirstTests {
  private static let lead =
    "Der Stadtrat hat den Umbau der alten Mühle nach langem Streit beschlossen, das Geld aber fehlt noch."
  private static let texts = [
    "Am Dienstagabend stimmten zwölf der zwanzig Räte dafür, die Mühle an der Sarn in vierzig Wohnungen zu teilen, von denen zehn billig sein sollen.",
    "Die Kosten werden auf vier Millionen Euro geschätzt, von denen das Land die Hälfte tragen soll, sofern der Haushalt des nächsten Jahres es zulässt.",
    "Mit den Arbeiten soll im Frühjahr begonnen werden, sobald die letzten Maschinen im Museum stehen und die Mauersegler unter dem Dach ihre Jungen aufgezogen haben.",
  ]

  private func blocks(_ head: String, language: String = "de") throws -> [String] {
    let text = Self.texts.map { "<p>\($0)</p>" }.joined()
    return try SamplePages.clean(
      "<html lang=\(language)><head><title>Umbau beschlossen</title></head><body><main>\(head)"
        + "<div class=article-body>\(text)</div></main></body></html>"
    ).blockTexts
  }

  @Test(
    "begin the text, whatever they stand in",
    arguments: [
      "<h1>Umbau beschlossen</h1><p class=lead>\(lead)</p>",
      "<header><h1>Umbau beschlossen</h1><p>\(lead)</p><p>Von Ines Marlow</p></header>",
      "<div class=article-header><h1>Umbau beschlossen</h1><div>\(lead)</div></div>",
      "<h1>Umbau beschlossen</h1><div class=teaser-text><p>\(lead)</p></div><time>3.5.2024</time>",
      "<h1>Umbau beschlossen</h1><h2 class=big>\(lead)</h2><figure><figcaption>Die Mühle</figcaption></figure>",
    ]
  )
  func kept(head: String) throws {
    #expect(try blocks(head) == [Self.lead] + Self.texts)
  }

  @Test(
    "what only stands in their place is none",
    arguments: [
      "<h1>Umbau beschlossen</h1><figure><figcaption>\(lead)</figcaption></figure>",
      "<h1>Umbau beschlossen</h1><p class=caption>\(lead)</p>",
      "<h1>Umbau beschlossen</h1><div class=author-bio>\(lead)</div>",
      "<h1>Umbau beschlossen</h1><div class=teaser><a href=/x>\(lead)</a></div>",
      "<h1>Umbau beschlossen</h1><p class=lead>Die Mühle an der Sarn soll umgebaut werden, doch das Geld fehlt</p>",
      "<p class=lead>\(lead)</p><h1>Umbau beschlossen</h1>",
      "<h1>Umbau beschlossen</h1><div>"
        + String(repeating: "<p class=teaser>\(lead)</p>", count: 3) + "</div>",
      "<h1>Umbau beschlossen</h1><p class=lead>\(texts[0])</p>",
    ]
  )
  func dropped(head: String) throws {
    #expect(try blocks(head) == Self.texts)
  }

  @Test("English ones sum up what follows", arguments: ["en", "en-GB"])
  func english(language: String) throws {
    let head = "<h1>Umbau beschlossen</h1><p class=lead>\(Self.lead)</p>"
    #expect(try blocks(head, language: language) == Self.texts)
  }
}
