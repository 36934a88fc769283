/// A character encoding that pages declare, under the name that ICU knows it by.
struct CharacterEncoding: Hashable {
  /// ICU's name of the converter.
  let converter: String

  static let utf8 = CharacterEncoding(converter: "UTF-8")
  static let utf16LittleEndian = CharacterEncoding(converter: "UTF-16LE")
  static let utf16BigEndian = CharacterEncoding(converter: "UTF-16BE")
  static let windows1252 = CharacterEncoding(converter: "ibm-5348_P100-1997")
  static let iso2022Japanese = CharacterEncoding(converter: "ISO-2022-JP")

  /// The name for messages.
  var label: String { self == .windows1252 ? "windows-1252" : converter }

  private init(converter: String) { self.converter = converter }

  /// The encoding that a label stands for, or nil for a label that no page should be read with.
  ///
  /// Source: WHATWG Encoding Standard, "Names and labels": labels of Latin-1 and of ASCII mean
  /// windows-1252, those of GB 2312 mean gb18030.
  init?(label: [UInt8]) {
    let folded = label.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
      .map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard let found = Self.converters[String(decoding: folded, as: UTF8.self)] else { return nil }
    converter = found
  }

  private static let converters: [String: String] = {
    var result: [String: String] = [:]
    for (converter, labels) in table {
      for label in labels.split(separator: " ") { result[String(label)] = converter }
    }
    return result
  }()

  private static let table: [(converter: String, labels: String)] = [
    ("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4"),
    ("UTF-16LE", "utf-16 utf-16le utf16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff"),
    ("UTF-16BE", "utf-16be unicodefffe"),
    (
      "ibm-5348_P100-1997",
      """
      windows-1252 cp1252 x-cp1252 cp-1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 \
      l1 ascii us-ascii ansi_x3.4-1968 iso_8859-1:1987 iso-ir-100 ibm819 cp819 csisolatin1 ansi
      """
    ),
    ("ibm-866_P100-1995", "ibm866 866 cp866 csibm866"),
    ("ibm-5346_P100-1998", "windows-1250 cp1250 x-cp1250"),
    ("ibm-5347_P100-1998", "windows-1251 cp1251 x-cp1251 win-1251"),
    ("ibm-5349_P100-1998", "windows-1253 cp1253 x-cp1253"),
    (
      "ibm-5350_P100-1998",
      "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5"
    ),
    ("ibm-9447_P100-2002", "windows-1255 cp1255 x-cp1255"),
    ("ibm-9448_X100-2005", "windows-1256 cp1256 x-cp1256"),
    ("ibm-9449_P100-2002", "windows-1257 cp1257 x-cp1257"),
    ("ibm-5354_P100-1998", "windows-1258 cp1258 x-cp1258"),
    ("ibm-874_P100-1995", "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911"),
    ("ibm-912_P100-1995", "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2"),
    ("ibm-913_P100-2000", "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3"),
    ("ibm-914_P100-1995", "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4"),
    ("ibm-915_P100-1995", "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic"),
    ("ibm-1089_P100-1995", "iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic"),
    ("ibm-9005_X110-2007", "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8"),
    ("ibm-5012_P100-1999", "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-i hebrew visual"),
    ("iso-8859_10-1998", "iso-8859-10 iso8859-10 iso885910 latin6 l6"),
    ("ibm-921_P100-1995", "iso-8859-13 iso8859-13 iso885913"),
    ("iso-8859_14-1998", "iso-8859-14 iso8859-14 iso885914"),
    ("ibm-923_P100-1998", "iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin9 latin-9 l9"),
    ("ibm-878_P100-1996", "koi8-r koi8_r koi8 koi"),
    ("ibm-1168_P100-2002", "koi8-u koi8-ru"),
    ("macos-0_2-10.2", "macintosh mac x-mac-roman"),
    ("gb18030", "gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese euc-cn cp936 iso-ir-58"),
    ("ibm-1375_P100-2008", "big5 big5-hkscs cn-big5 x-x-big5 csbig5"),
    ("euc-jp-2007", "euc-jp x-euc-jp eucjp"),
    ("ISO-2022-JP", "iso-2022-jp csiso2022jp"),
    (
      "ibm-943_P15A-2003",
      "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji ms932 cp932 csshiftjis"
    ),
    (
      "windows-949-2000",
      "euc-kr windows-949 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr uhc cp949"
    ),
  ]
}
