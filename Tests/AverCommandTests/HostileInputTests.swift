import Foundation
import Testing

/// Pages that could hurt the program that reads them; what they hold is tested with the cleaner.
@Suite("Hostile input")
struct HostileInputTests {
  @Test(
    "C2: deep nesting needs no deep stack",
    arguments: [
      ("<div>", "</div>"), ("<b>", "</b>"), ("<table><tr><td>", "</td></tr></table>"),
      ("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>"),
    ]
  )
  func smallStack(open: String, close: String) throws {
    let page =
      "<p>Before the storm all was well.</p>" + String(repeating: open, count: 30_000)
      + "<p>In the middle it was loud.</p>" + String(repeating: close, count: 30_000)
      + "<p>After it came the calm.</p>"
    let outcome = try AverProgram.shell(
      "ulimit -s 512 && exec \"$@\"",
      ["clean", "--from", "html", "--format", "text", "-"],
      input: Data(page.utf8)
    )
    #expect(outcome.status == 0)
    for text in ["all was well", "it was loud", "came the calm"] {
      #expect(outcome.text.contains(text))
    }
  }

  /// Where the system lets a program's calls be traced; a sandbox may not.
  private static let canTrace: Bool = {
    let outcome = try? AverProgram.shell("strace -o trace true", [])
    return outcome?.status == 0
  }()

  @Test(
    "C6: nothing that a page names is opened or fetched",
    .enabled(if: canTrace, "strace is missing or may not trace here")
  )
  func noAccess() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret.dtd", Data("<!ENTITY a 'opened'>".utf8))
    let file = folder.url("secret.dtd").path
    let page = """
      <!DOCTYPE html PUBLIC "-//A//B" "http://127.0.0.1:9/x.dtd" [
        <!ENTITY % d SYSTEM "file://\(file)"> %d;
        <!ENTITY a SYSTEM "file://\(file)">
        <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
      ]>
      <html><head><base href="http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/a.css">
      <script src="http://127.0.0.1:9/a.js"></script></head><body>
      <xi:include href="file://\(file)"/><img src="http://127.0.0.1:9/a.png"><iframe src="\(file)"></iframe>
      <p>The value of &a; and &c; is not known to anybody who reads this page.</p></body></html>
      """
    try folder.write("page.html", Data(page.utf8))
    let outcome = try AverProgram.shell(
      "strace -f -e trace=network,open,openat -o trace \"$@\"",
      ["clean", "--format", "text", "page.html"],
      in: folder
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("The value of &a; and &c; is not known"))
    let trace = String(decoding: try Data(contentsOf: folder.url("trace")), as: UTF8.self)
    // Not empty, or it would prove nothing.
    #expect(trace.contains("page.html"))
    #expect(!trace.contains("socket("))
    #expect(!trace.contains("connect("))
    #expect(!trace.contains("secret.dtd"))
    #expect(!trace.contains("catalog"))
  }
}
