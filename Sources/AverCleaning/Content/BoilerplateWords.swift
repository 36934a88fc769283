/// The words by which the class or id of an element says that it is no part of the article.
///
/// Words are the parts of a name as authors write it: `related-links`, `relatedLinks` and
/// `related_links` are all `related` and `links`.
enum BoilerplateWords {
  /// Words for what an article never has inside; they decide wherever they stand in a name.
  static let foreign = words(
    """
    comment comments commenting commentlist disqus respond replies
    cookie cookies consent gdpr onetrust
    related relateds relatedposts recirc recirculation recommend recommended recommendation
    recommendations readmore seealso morefrom moreon morestories trending
    mostread mostpopular outbrain taboola zergnet revcontent mgid
    newsletter newsletters mailchimp
    """
  )

  /// Words that decide wherever they stand in a name.
  static let strong = words(
    """
    ad ads adbox adslot adsense advert adverts advertisement advertising advertorial adunit dfp
    affiliate announcement biobox bookmark bookmarks breadcrumb breadcrumbs byline bylines
    privacy copyright disclaimer donate donation fundraising
    popular sponsored sponsor sponsors sponsorship promo promos promotion promoted promobox
    teaser teasers signup subscribe subscription subscriptions optin
    share shares sharing sharebar sharethis addthis addtoany sharedaddy social socialmedia
    socials followus follow jp
    pagination pager paginator prevnext interstitial
    caption captions imagecaption photocaption figcaption credit credits photocredit imagecredit
    dateline timestamp pubdate postdate datetime
    sidebar sidebars widget widgets widgetarea
    skiplink skip navbar navigation breadcrumbtrail
    toolbar toolbox textresizer tagcloud taglist masthead colophon
    slideshow carousel slick swiper noprint printonly print
    loginbox login signin register
    infobox factbox hatnote editsection navbox reflist catlinks toc
    weather poll quiz survey notice noticebar alert alerts alertbar
    """
  )

  /// Words for what a reader does not see at once; they decide for parts of a sentence too.
  static let concealed = words(
    """
    visuallyhidden screenreader sronly offscreen assistive popup popover modal lightbox
    tooltip tooltips rollover hovercard
    """
  )

  /// Words that decide only where they name the thing itself: at the end of a name, but for words
  /// such as `box` or `wrapper`.
  static let weak = words(
    """
    nav menu menus submenu topbar header head footer foot banner banners
    author authors authorbox authorinfo bio profile contributor writer
    meta metadata metas postmeta date dates time published updated publish
    tag tags topics topic category categories keywords labels
    media video videos player gallery galleries photo photos image images thumbnail thumbs
    standfirst kicker eyebrow strapline
    rating ratings review-score votes
    search searchform form
    button buttons btn icon icons links link
    more next previous prev
    tweet tweets twitter facebook pinterest whatsapp instagram linkedin
    crosslinks crosslink relcontent partner partners
    contact contacts about
    complementary secondary rail rightrail aside sidecol rightcol
    """
  )

  /// Words that say nothing about what is inside; a name ends before them.
  static let wrappers = words(
    """
    wrapper wrap wrapping container containers box boxes block blocks area areas section sections
    list lists item items inner outer bar bars module modules unit units group groups row rows panel
    panels holder slot slots component components element info line lines text label title heading
    headline content contents zone region row col column columns cell small large mobile desktop
    left right center full wide new default static single primary main v1 v2
    """
  )

  /// Words after which a boilerplate word says what the page has or lacks, not what this is.
  static let negations = words(
    "no not has have with without hide hides hiding show shows is enable enabled disable disabled"
  )

  /// Words at the end of a name that make it a frame of the page, not a part of it.
  static let frames = words("layout page template theme grid site body wrapper-main with view")

  /// Class and id names of article bodies, written without separators.
  static let bodies: Set<String> = Set(
    words(
      """
      articlebody articlebodytext articlebodycontent articlecontent articletext articlecopy
      articlemaincontent articlemain articlefulltext articlestory articlebodywrapper
      articlebodycontainer articlecontentbody articlecontentwrapper articlecontenttext
      storybody storybodytext storycontent storytext storycopy storybodycopy storycontentbody
      entrycontent entrybody entrytext entrycontentwrap
      postcontent postbody posttext postentry postbodycontent postcontentbody postarticle
      blogpostcontent blogcontent blogbody singlecontent singlepostcontent contentsingle
      newscontent newsbody newstext newsarticlecontent newsarticlebody newsdetail newsdetailcontent
      bodycontent bodytext bodycopy contentbody contenttext contentarticle contentarticlebody
      mainarticlecontent mainarticlebody mainarticle maintext maincontenttext
      pagecontentbody richtext richtextcontent rtecontent wysiwyg wysiwygcontent
      tdpostcontent fieldnamebody nodecontent detailcontent detailtext detailbody
      articledetail articledetailcontent articleinner articleparagraphs paragraphs
      readercontent fulltext textcontent theiacontent themecontent cbodytext artikeltext
      artikelinhalt artikelbody artikelcontent textoarticulo cuerponoticia cuerpoarticulo
      textonoticia corponoticia textoarticolo corpoarticolo testoarticolo texte articletexte
      contenuarticle corpsarticle mwparseroutput zncontent articlebodycomponent
      """
    ).map { $0 }
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
