#!/usr/bin/env python3
"""Look at the page of `aver report` in a real browser, as a user would.

  check-page.py --aver AVER [--shots FOLDER]

Needs PyPI's playwright and a Chromium of the system; no browser is downloaded. Exit status 0 if nothing is wrong.
"""
import argparse, json, os, shutil, subprocess, sys, tempfile, time

from playwright.sync_api import expect, sync_playwright

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--aver", required=True)
parser.add_argument("--shots")
options = parser.parse_args()
folder = tempfile.mkdtemp()
os.chdir(os.path.join(os.path.dirname(__file__), ".."))


def aver(*arguments, input=None):
    return subprocess.run([options.aver, *arguments], check=True, capture_output=True, input=input).stdout


def page(name, claims, *sources):
    file = os.path.join(folder, name)
    with open(file + ".jsonl", "wb") as target: target.write(claims)
    aver("report", file + ".jsonl", *sources, "--output", file + ".html", "--title", name)
    return "file://" + file + ".html"


corpus = aver("extract", "Corpus")
records = [json.loads(line) for line in corpus.splitlines()]

# Hostile in every place that a page or a record can fill.
attack = "</script><img src=x onerror=\"window.PWNED=1\"><script>window.PWNED=2</script>"
hostile = []
for number in range(3):
    record = json.loads(json.dumps(records[number]))
    record["id"] = "urn:aver:claim:" + "abc"[number] * 32
    record["statement"] = record["type"] = record["status"] = attack
    record["document"].update(id=attack, title=attack + "\u202eevil\u0000", site=attack, author=attack, url="javascript:window.PWNED=3", digest="x" + str(number))
    record["evidence"][0]["quote"].update(exact=attack + "W" * 1000000, prefix=attack, suffix=attack)
    record["evidence"][0]["link"] = "javascript:window.PWNED=4" if number else "data:text/html,<script>window.PWNED=5</script>"
    record["provenance"]["rule"] = attack
    for fillers in record["roles"].values():
        for filler in fillers:
            filler.update(text=attack)
            if "name" in filler: filler["name"] = attack
    hostile.append(json.dumps(record))

many = []
for number in range(5000):
    record = json.loads(json.dumps(records[number % len(records)]))
    document = number // 20
    record["id"] = "urn:aver:claim:" + format(number, "032d").translate(str.maketrans("0189", "abcd"))
    record["document"].update(id=f"{document}.html", digest=f"sha256:{document:064x}")
    many.append((document, json.dumps(record)))
many = "\n".join(line for _, line in sorted(many, key=lambda one: one[0]))

pages = {
    "corpus": page("corpus", corpus, "Corpus"),
    "quotes": page("quotes", corpus),
    "empty": page("empty", b""),
    "hostile": page("hostile", ("\n".join(hostile) + "\n").encode()),
    "many": page("many", many.encode()),
}


def contrast(first, second):
    def luminance(colour):
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1:-1].split(",")[:3]]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    light, dark = sorted([luminance(first), luminance(second)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shoot(view, name):
    if options.shots: view.screenshot(path=os.path.join(options.shots, name + ".png"))


with sync_playwright() as playwright:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])

    def open_page(name, scheme="light", suffix="", width=1300):
        context = browser.new_context(viewport={"width": width, "height": 1000}, offline=True, color_scheme=scheme)
        view = context.new_page()
        view.problems, view.requests = [], []
        view.on("console", lambda message: view.problems.append(message.text) if message.type == "error" else None)
        view.on("pageerror", lambda error: view.problems.append(str(error)))
        view.on("request", lambda request: view.requests.append(request.url))
        view.goto(pages[name] + suffix)
        return view

    def quiet(view, name):
        assert view.problems == [], (name, view.problems)
        assert [url.split("#")[0] for url in view.requests] == [pages[name]], (name, view.requests)

    # A claim is chosen in the table and shown in its article, with its rule; the address says so.
    view = open_page("corpus")
    expect(view.locator("#count")).to_contain_text(f"{len(records)} claims")
    expect(view.locator("#rows tr")).to_have_count(min(200, len(records)))
    shoot(view, "1-table-light")
    view.fill("#filter-text", "brightwater")
    expect(view.locator("#count")).to_contain_text(f" of {len(records)} claims")
    view.locator("#rows tr").first.click()
    expect(view.locator("#article mark.selected").first).to_be_visible()
    expect(view.locator("#article p").nth(4)).to_be_visible()
    view.locator("#rule summary").click()
    expect(view.locator("#rule pre")).to_contain_text("relation")
    shoot(view, "2-claim-light")
    address = view.url
    assert "claim=urn" in address and "text=brightwater" in address, address
    again = open_page("corpus", suffix=address[address.index("#"):])
    expect(again.locator("#rows tr[aria-selected=true]")).to_have_count(1)
    expect(again.locator("#filter-text")).to_have_value("brightwater")
    # A mark leads back to a claim.
    view.locator("#article mark").last.click()
    expect(view.locator("#detail h2")).to_be_visible()

    # Filters narrow, together and alone.
    view.click("#clear")
    expect(view.locator("#count")).to_contain_text("documents")
    for field, value, test in [
        ("type", "acquisition", lambda claim: claim["type"] == "acquisition"),
        ("status", "planned", lambda claim: claim["status"] == "planned" and claim["polarity"] == "affirmed"),
    ]:
        view.select_option("#filter-" + field, value)
        expect(view.locator("#count")).to_have_text(f"{sum(map(test, records))} of {len(records)} claims")
        view.click("#clear")
    view.fill("#filter-party", "halvorsen")
    expect(view.locator("#count")).to_contain_text(" of ")
    view.click("#clear")
    view.fill("#filter-least", "3bn")
    view.fill("#filter-most", "4e9")
    amounts = view.locator("#rows td.number").all_inner_texts()
    assert amounts and all(" bn " in text and ("–" in text or 3 <= float(text.strip("≈><≥≤ ").split()[0]) <= 4) for text in amounts), amounts
    view.click("#clear")
    view.fill("#filter-from", "2025-03-01")
    view.fill("#filter-to", "2025-03")
    dates = view.locator("#rows tr td:nth-child(5)").all_inner_texts()
    assert dates and all("2025" in text for text in dates), dates
    view.click("#clear")

    # The keyboard alone: search, down the rows, Enter; the views by arrow keys.
    view.keyboard.press("Escape")
    view.keyboard.press("/")
    assert view.evaluate("document.activeElement.id") == "filter-text"
    view.locator("#rows tr").first.focus()
    view.keyboard.press("ArrowDown")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    expect(view.locator("#rows tr").nth(2)).to_have_attribute("aria-selected", "true")
    view.locator("#tab-table").focus()
    view.keyboard.press("ArrowRight")
    expect(view.locator("#timeline svg")).to_be_visible()
    assert view.locator("#timeline .dot").count() > 20
    shoot(view, "3-timeline-light")
    view.locator("#timeline .dot").first.focus()
    view.keyboard.press("ArrowRight")
    view.keyboard.press("Enter")
    expect(view.locator("#timeline .dot.selected")).to_have_count(1)
    view.locator("#tab-timeline").focus()
    view.keyboard.press("ArrowRight")
    expect(view.locator("#entities svg")).to_be_visible()
    assert view.locator("#entities .node").count() > 20 and view.locator("#entities .edge").count() > 10
    shoot(view, "4-parties-light")
    view.locator(".parties button").first.click()
    expect(view.locator("#count")).to_contain_text(" of ")
    # What a screen reader is told.
    for role, count in [("tab", 3), ("search", 1), ("table", 0)]:
        assert view.get_by_role(role).count() >= count, role
    assert view.locator("input:not([id]), select:not([id])").count() == 0
    for control in view.locator("#filters input, #filters select").all():
        assert view.locator(f"label[for={control.get_attribute('id')}]").count() == 1
    quiet(view, "corpus")

    # Dark by the system's wish and by the button; every text has contrast in both.
    for scheme in ("light", "dark"):
        view = open_page("corpus", scheme)
        view.locator("#rows tr").first.click()
        worst = view.evaluate("""() => {
          const back = (node) => { for (; node; node = node.parentElement) { const c = getComputedStyle(node).backgroundColor; if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255, 255, 255)'; };
          return [...document.querySelectorAll('h1,h2,p,td,th button,mark,sup,dt,dd,a,label span,.status,.quiet,button,input,#count')]
            .filter((node) => node.textContent.trim()).map((node) => [getComputedStyle(node).color, back(node), node.tagName + '.' + node.className]); }""")
        low = sorted((contrast(ink, paper), name) for ink, paper, name in worst)[0]
        assert low[0] >= 4.5, (scheme, low)
        shoot(view, "5-claim-" + scheme)
        if scheme == "dark": print(f"least contrast in the dark: {low[0]:.1f}")
    view = open_page("corpus", "light")
    before = view.evaluate("getComputedStyle(document.body).backgroundColor")
    view.click("#theme")
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") != before
    view = open_page("corpus", "light", width=420)
    assert view.evaluate("document.documentElement.scrollWidth") <= 420, "a narrow screen scrolls sideways"
    shoot(view, "6-narrow")

    # Without texts: the quotes.
    view = open_page("quotes")
    view.locator("#rows tr").first.click()
    expect(view.locator("#article mark.selected").first).to_be_visible()
    quiet(view, "quotes")

    # Without claims: an empty page, and no error.
    view = open_page("empty")
    expect(view.locator("#count")).to_have_text("0 claims in 0 documents")
    for name in ("timeline", "entities", "table"): view.click("#tab-" + name)
    quiet(view, "empty")

    # Hostile words are words.
    view = open_page("hostile")
    expect(view.locator("#rows tr")).to_have_count(3)
    for number in range(3): view.locator("#rows tr").nth(number).click()
    for name in ("timeline", "entities", "table"): view.click("#tab-" + name)
    assert view.evaluate("window.PWNED") is None
    assert view.locator("img").count() == 0 and view.locator("script").count() == 2
    assert all(not (link.get_attribute("href") or "").startswith(("javascript:", "data:")) for link in view.locator("a").all())
    expect(view.locator("#article h2")).to_contain_text("⟨202E⟩evil")
    view.evaluate("document.querySelector('#article h2').textContent")
    quiet(view, "hostile")
    shoot(view, "7-hostile")

    # 5,000 claims: from opening to the last row that is there, and a filter.
    start = time.time()
    view = open_page("many")
    expect(view.locator("#rows tr").nth(150)).to_be_attached()
    load = time.time() - start
    start = time.time()
    view.fill("#filter-text", "brightwater")
    expect(view.locator("#count")).to_contain_text(" of 5000")
    filtering = time.time() - start
    view.click("#clear")
    start = time.time()
    view.click("#tab-timeline")
    expect(view.locator("#timeline svg")).to_be_visible()
    drawing = time.time() - start
    start = time.time()
    view.click("#tab-entities")
    expect(view.locator("#entities svg")).to_be_visible()
    graph = time.time() - start
    quiet(view, "many")
    size = os.path.getsize(pages["many"][7:]) / 1e6
    print(f"5,000 claims, {size:.1f} MB: {load:.2f} s to load, {filtering:.2f} s to filter, timeline {drawing:.2f} s, parties {graph:.2f} s")
    assert load < 3 and filtering < 1, "the page of 5,000 claims is slow"
    browser.close()
shutil.rmtree(folder)
print("the page works, and stays by itself")
