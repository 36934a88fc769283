/// How lines begin that outlets put between, before and behind the paragraphs of an article.
///
/// Every phrase is a run of words in lower case, in the order of the languages English, German,
/// French, Spanish, Italian, Portuguese, Dutch.
enum BoilerplatePhrases {
  /// Lines that lead to another article; they count where a line has links or stands alone.
  static let teasers = phrases(
    """
    read more, read also, also read, read next, read the full, related, see also, see more, more on,
    more from, more about, don't miss, recommended, watch, watch now, listen, click here, up next,
    you may also like, you might also like, keep reading, continue reading, further reading, explore
    lesen sie auch, lies auch, mehr zum thema, mehr dazu, auch interessant, zum thema, weiterlesen
    lire aussi, à lire aussi, lire la suite, voir aussi, sur le même sujet
    lea también, lee también, leer más, ver también, te puede interesar, más sobre
    leggi anche, leggi di più, vedi anche, potrebbe interessarti
    leia também, leia mais, veja também, saiba mais
    lees ook, lees meer, bekijk ook
    """
  )

  /// Headings and lines behind which nothing of the article follows.
  static let endings = phrases(
    """
    related articles, related stories, related posts, related news, related content, related topics
    related coverage, more stories, more news, more from, keep reading, read next, recommended for you
    you may also like, you might also like, about the author, about the authors, about the writer
    leave a comment, leave a reply, post a comment, add a comment, comments, join the conversation
    share this, share on, like this, filed under, most read, most popular, trending now, latest news
    top stories, popular posts, recent posts, previous post, next post, sign up for, our newsletters
    über den autor, über die autorin, mehr zum thema, kommentare, schreiben sie einen kommentar
    das könnte sie auch interessieren, weitere artikel, ähnliche artikel, ähnliche beiträge
    articles liés, à propos de l'auteur, commentaires, sur le même sujet
    sobre el autor, comentarios, noticias relacionadas, artículos relacionados
    articoli correlati, commenti, sobre o autor, comentários, notícias relacionadas
    over de auteur, reacties, gerelateerde artikelen
    """
  )

  /// Lines that ask the reader for something or speak of the page itself.
  static let appeals = phrases(
    """
    sign up, subscribe, follow us, follow me, follow him, follow her, follow them on, share this
    join our, get our, get the latest, support our, donate, become a member, advertisement
    we use cookies, this site uses cookies, this website uses cookies, by continuing to use
    this post may contain affiliate, this article may contain affiliate, we may earn a commission
    please enable javascript, this slideshow requires javascript, your browser does not support
    all rights reserved, copyright, write to, send tips, contact the, email the author, got a tip
    have a tip, want more, like us on, download the app, story continues, article continues
    jetzt abonnieren, newsletter abonnieren, folgen sie uns, anzeige, wir verwenden cookies
    abonnez-vous, inscrivez-vous, suivez-nous, nous utilisons des cookies, publicité
    suscríbete, síguenos, utilizamos cookies, publicidad, iscriviti, seguici, pubblicità
    assine, siga-nos, publicidade, abonneer, volg ons, advertentie
    """
  )

  /// Lines that say when or by whom.
  static let datelines = phrases(
    """
    published, posted, posted on, posted by, updated, last updated, last modified, first published
    updated at, modified, photo, photos, photograph, image, image credit, picture, getty images
    veröffentlicht, aktualisiert, stand, foto, bild, publié, mis à jour, publicado, actualizado
    pubblicato, aggiornato, atualizado, gepubliceerd
    """
  )

  /// The number of words of the longest phrase that a line begins with; 0 if there is none.
  static func count(of phrases: Set<String>, beginning words: [Substring]) -> Int {
    var start = ""
    var longest = 0
    for (index, word) in words.prefix(6).enumerated() {
      start += start.isEmpty ? String(word) : " " + word
      if phrases.contains(start) { longest = index + 1 }
    }
    return longest
  }

  private static func phrases(_ text: String) -> Set<String> {
    let lines: [Substring] = text.split { $0 == "," || $0 == "\n" }
    return Set(lines.map { FoldedText.words(String($0)).joined(separator: " ") })
  }
}
