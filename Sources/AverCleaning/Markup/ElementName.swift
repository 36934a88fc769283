/// The elements of HTML that cleaning treats in a way of their own.
enum ElementName: String {
  /// A run of text; no element.
  case text = "#text"
  /// Any element that is not listed.
  case other = ""

  case a, abbr, address
  case amp = "amp-img"
  case article, aside, audio, b, bdi, bdo, big, blockquote
  case body, br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd
  case del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure
  case font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, menu, meta
  case nav, nobr, noframes, noscript, object, ol, optgroup, option, output, p, param, picture, pre
  case progress, q, rp, rt, ruby, s, samp, script, section, select, small, source, span, strike
  case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th
  case thead, time, title, tr, tt, u, ul
  case v = "var"
  case video, wbr

  /// Whether text before and after it belongs to different lines.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details,
      .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset,
      .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .legend, .li, .main,
      .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .tbody, .tfoot, .thead, .tr, .ul,
      .template, .noscript, .iframe, .object, .video, .audio, .select, .button, .title:
      true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whether its content is never text of an article.
  var isNeverText: Bool {
    switch self {
    case .head, .title, .script, .style, .iframe, .noframes, .object, .embed, .audio,
      .video, .canvas, .map, .select, .datalist, .textarea, .button, .svg, .option, .optgroup,
      .progress, .output, .dialog, .rp, .rt, .frameset, .amp:
      true
    default: false
    }
  }
}
