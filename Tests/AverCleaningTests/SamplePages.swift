import AverModel
import AverTestSupport
import Foundation

@testable import AverCleaning

/// Pages that the tests share, and short ways to clean them.
enum SamplePages {
  /// An article as an outlet would serve it, with all that surrounds one.
  static let article = """
    <!DOCTYPE html>
    <html lang="en-GB"><head>
    <meta charset="utf-8">
    <title>Harbour firm buys two tugs | The Quay Courier</title>
    <meta property="og:site_name" content="The Quay Courier">
    <meta property="og:title" content="Harbour firm buys two tugs">
    <meta property="article:published_time" content="2024-03-05T08:30:00+01:00">
    <meta name="author" content="Ines Marlow">
    <link rel="canonical" href="https://quaycourier.example/2024/03/harbour-tugs">
    <style>p { color: black }</style>
    <script>if (1 < 2) { document.write("<p>not text</p>"); }</script>
    </head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <div class="cookie-banner"><p>We use cookies to make this site work, and we and our partners \
    would like to use some more of them to learn how you read our pages every day.</p></div>
    <main><article>
    <header><h1>Harbour firm buys two tugs</h1><p class="byline">By <a rel="author" \
    href="/im">Ines Marlow</a></p><time datetime="2024-03-05">5 March 2024</time></header>
    <p>Brackwater Towage said on Tuesday it had bought two second-hand tugs for \
    &pound;4.2&nbsp;million, its largest purchase since the family firm was founded in 1931.</p>
    <figure><img src="tug.jpg" alt="A tug"><figcaption>One of the tugs at work</figcaption></figure>
    <p>The vessels, <b>Marta</b> and <i>Jonas&#160;K</i>, will join the fleet in May, said \
    Chief Executive Ola Brandt &mdash; who took over last year.<!-- cut here --> \
    &#8220;We needed them,&#8221; she said.</p>
    <h2>Older boats to go</h2>
    <p>Three boats built in the 1970s will be scrapped, R&amp;D manager Tom Lind said.
    They burn a third more fuel than newer ones do.<br>The yard in Esk will do the work.</p>
    <ul><li>Marta: 32 metres, built in 2009</li><li>Jonas K: 28 metres, built in 2011</li></ul>
    <blockquote><p>Nobody likes to see an old boat go, but the numbers are what they are.</p>\
    </blockquote>
    <div class="related-links"><h3>More on this</h3><a href="/a">Port fees rise again</a></div>
    </article></main>
    <aside><p>Our weekly letter brings the news of the docks to your screen. Sign up today, it \
    costs nothing at all and you can leave whenever you want to.</p></aside>
    <footer><p>Copyright 2024 The Quay Courier. All rights reserved by the publisher.</p></footer>
    </body></html>
    """

  /// The text of that article.
  static let articleText = [
    "Brackwater Towage said on Tuesday it had bought two second-hand tugs for £4.2 million, its "
      + "largest purchase since the family firm was founded in 1931.",
    "The vessels, Marta and Jonas K, will join the fleet in May, said Chief Executive Ola Brandt "
      + "— who took over last year. “We needed them,” she said.",
    "Older boats to go",
    "Three boats built in the 1970s will be scrapped, R&D manager Tom Lind said. They burn a third "
      + "more fuel than newer ones do.\nThe yard in Esk will do the work.",
    "Marta: 32 metres, built in 2009",
    "Jonas K: 28 metres, built in 2011",
    "Nobody likes to see an old boat go, but the numbers are what they are.",
  ]

  /// The pages of the corpus.
  static let articlePaths: [String] = {
    let folder = RepositoryLayout.root + "/Corpus/articles"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)/article.html" }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }()

  /// A page around a body.
  static func page(_ body: String) -> String {
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title></head><body>\(body)</body></html>"
  }

  static func clean(
    _ bytes: [UInt8],
    _ mediaType: SourceDocument.MediaType = .html,
    address: String? = nil,
    declaredEncoding: String? = nil
  ) throws -> CleanText {
    try Cleaner.builtIn().clean(
      SourceDocument(
        identifier: "sample",
        bytes: bytes,
        mediaType: mediaType,
        address: address,
        declaredEncoding: declaredEncoding
      )
    )
  }

  static func clean(_ page: String) throws -> CleanText { try clean(Array(page.utf8)) }
}

extension CleanText {
  /// The whole text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The texts of the blocks.
  var blockTexts: [String] { blocks.map { string($0.range) } }

  /// The codes of the diagnostics.
  var codes: [String] { diagnostics.map(\.code) }
}
