/// The attributes that cleaning asks for.
enum AttributeName: String {
  case ariaHidden = "aria-hidden"
  case classes = "class"
  case content, datetime, hidden, href
  case identifier = "id"
  case itemProperty = "itemprop"
  case itemType = "itemtype"
  case language = "lang"
  case name, property, rel, role, style, title, type
  case xmlLanguage = "xml:lang"
}
