import AverRules
import Testing

@Suite("Word lists of cleaning")
struct CleaningListTests {
  /// Every list, empty.
  private static let empty = CleaningList.allCases.map { "list \($0.name) =\n" }.joined()

  private func messages(_ text: String) -> [String] {
    do throws(RuleError) {
      _ = try CleaningWordLists.read(
        RuleLibrary([RuleFile(path: "cleaning/a.txt", text: text)])
      )
      return []
    } catch {
      return error.diagnostics.map { diagnostic in
        let (line, column) = error.files[diagnostic.place.file].position(of: diagnostic.place.start)
        return "\(line):\(column) \(diagnostic.code.rawValue) \(diagnostic.message)"
      }
    }
  }

  @Test("entries stand between bars or on lines of their own")
  func entries() throws {
    let text =
      Self.empty.replacing(
        "list teaser =\n",
        with: "list teaser = read more | see also\n  more on\n"
      )
    let library = RuleLibrary([RuleFile(path: "cleaning/a.txt", text: "# words\n" + text)])
    let lists = try #require(try CleaningWordLists.read(library))
    #expect(lists.entries(of: .teaser) == ["read more", "see also", "more on"])
    #expect(lists.entries(of: .ending) == [])
  }

  @Test("a library without files for cleaning has no lists")
  func none() throws {
    let library = RuleLibrary([RuleFile(path: "en/a.txt", text: "list teaser = x\n")])
    #expect(try CleaningWordLists.read(library) == nil)
  }

  @Test(
    "what is wrong is said with its place",
    arguments: [
      ("list tesaer = x\n", "1:6 A0107 cleaning has no list `tesaer`"),
      ("teaser\n", "1:1 A0101 only lists can stand here"),
      ("  read more\n", "1:3 A0103 this belongs to no list"),
      ("list teaser = Read more\n", "1:15 A0104 `Read more` is not in lower case"),
      ("list teaser = a | b | a\n", "1:23 A0108 `a` stands twice in the list"),
      ("list teaser =\nlist teaser =\n", "2:6 A0108 the list `teaser` begins twice"),
      (
        "list body_class = article-body\n",
        "1:19 A0104 `article-body` is not one word of letters in lower case"
      ),
      ("list author_meta = dc creator\n", "1:20 A0104 `dc creator` has white space"),
    ]
  )
  func problems(text: String, message: String) {
    #expect(messages(text).first == message)
  }

  @Test("a list that is nowhere is missing")
  func missing() {
    let text = Self.empty.replacing("list ending =\n", with: "")
    #expect(
      messages(text).map { $0.drop { $0 != " " } }
        == [" A0106 no file of `cleaning/` has `ending`"]
    )
  }

  @Test("a slip of the keyboard gets a hint")
  func hint() throws {
    let error = #expect(throws: RuleError.self) {
      try CleaningWordLists.read(
        RuleLibrary([RuleFile(path: "cleaning/a.txt", text: "list tesaer = x\n" + Self.empty)])
      )
    }
    #expect(error?.diagnostics.first?.hint == "did you mean `teaser`?")
  }
}
