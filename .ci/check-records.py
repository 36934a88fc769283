#!/usr/bin/env python3
"""Check the lines that aver writes, independently of the program that wrote them.

  check-records.py --schema claim.schema.json [--texts CLEAN] [--annotations ANN] [--sources DIR] CLAIMS

CLAIMS  is the output of `aver extract`: every claim must satisfy the schema.
CLEAN   is the output of `aver clean` over the same input: every quote must be the text at its span.
ANN     is the output of `aver annotate`: checked against the sources like the claims.
DIR     is the folder that was read: the bytes at every `source`, stripped of markup, decoded and
        with white space taken out, must be the words they are said to yield.
Exit status 0 if nothing is wrong, else 1. Needs PyPI's jsonschema.
"""
import argparse, collections, html, json, os, re, sys

from jsonschema import Draft202012Validator, FormatChecker

OTHER = {
    "document": {"record", "document", "claims", "warnings"},
    "error": {"record", "document", "code", "message", "line"},
}
MARKUP = re.compile(
    rb"<!--.*?-->|<(script|style|noscript|template|svg)\b.*?</\1\s*>|<!\[CDATA\[|\]\]>|<[a-zA-Z/!?][^<>]*>",
    re.S | re.I,
)
# Control characters cannot be part of a text; each becomes a replacement character.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


class Sources:
    def __init__(self, folder):
        self.folder, self.files = folder, {}

    @staticmethod
    def likely(raw):
        """UTF-8 with some damage, or windows-1252, where the page does not say."""
        text = raw.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        sound = sum(c > "\x7f" for c in text) - damaged
        # A page of windows-1252 has no character that is sound by chance, and is damaged all over.
        return "utf-8" if damaged < 2 * sound or sound and damaged * 1000 < len(raw) else "cp1252"

    def slice(self, identifier, start, end):
        if identifier not in self.files:
            with open(os.path.join(self.folder, identifier), "rb") as file:
                raw = file.read()
            try:
                raw.decode("utf-8")
                encoding = "utf-8"
            except UnicodeDecodeError:
                named = CHARSET.search(raw[:4096])
                encoding = named.group(1).decode() if named else self.likely(raw)
            self.files = {identifier: (raw, encoding, identifier.endswith((".html", ".htm")))}
        raw, encoding, is_page = self.files[identifier]
        piece = raw[start:end]
        if is_page: piece = MARKUP.sub(b" ", piece)
        text = CONTROL.sub("\ufffd", piece.decode(encoding, "replace"))
        return html.unescape(text) if is_page else text


JSON_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.S)


def unescaped(match):
    plain = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
    sign = match.group(1)
    return chr(int(sign[1:], 16)) if len(sign) > 1 else plain.get(sign, sign)


def squeeze(text):
    return "".join(c for c in text if not c.isspace() and c not in "\u00ad\u200b\ufeff")


class Checker:
    def __init__(self, options):
        with open(options.schema, encoding="utf-8") as file: schema = json.load(file)
        Draft202012Validator.check_schema(schema)
        self.validator = Draft202012Validator(schema, format_checker=FormatChecker())
        self.texts = {r["id"]: r["text"] for r in rows(options.texts)} if options.texts else {}
        self.sources = Sources(options.sources) if options.sources else None
        self.counts, self.problems = collections.Counter(), []

    def fail(self, where, problem):
        self.problems.append(f"{where}: {problem}")

    def words(self, where, identifier, text, item):
        """The words of one quote, filler or mention: at their span, and in their source bytes."""
        if identifier in self.texts and "span" in item:
            start, end = item["span"]
            self.counts["spans"] += 1
            if self.texts[identifier][start:end] != text:
                self.fail(where, f"span {start}-{end} holds {self.texts[identifier][start:end]!r}, not {text!r}")
        if self.sources and "source" in item:
            self.counts["source ranges"] += 1
            found = self.sources.slice(identifier, *item["source"])
            # A body that stands in a page's JSON-LD alone is escaped as JSON strings are.
            if squeeze(text) not in (squeeze(found), squeeze(JSON_ESCAPE.sub(unescaped, found))):
                self.fail(where, f"source {item['source']} holds {found!r}, not {text!r}")

    def claim(self, where, claim):
        for error in self.validator.iter_errors(claim):
            self.fail(where, f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        identifier = claim["document"]["id"]
        for role in claim["roles"].values():
            for filler in role: self.words(where, identifier, filler["text"], filler)
        for source in claim["attribution"]: self.words(where, identifier, source.get("text", ""), source)
        for cue in claim["provenance"].get("cues", []): self.words(where, identifier, cue["text"], cue)
        for evidence in claim["evidence"]:
            quote = evidence["quote"]
            self.words(where, identifier, quote["exact"], evidence)
            if identifier in self.texts:
                start, end = evidence["span"]
                text = self.texts[identifier]
                if (text[max(0, start - 32):start], text[end:end + 32]) != (quote["prefix"], quote["suffix"]):
                    self.fail(where, "the words around the quote are others in the text")

    def line(self, where, text):
        record = json.loads(text)
        kind = record.get("record")
        self.counts[f"{kind} records"] += 1
        if kind == "claim":
            self.claim(where, record)
        elif kind not in OTHER or not set(record) <= OTHER[kind]:
            self.fail(where, f"no known record: {sorted(record)}")

    def annotation(self, where, record):
        if record.get("record") == "error": return
        identifier, text = record["id"], record["text"]
        for item in record["mentions"] + record.get("references", []):
            start, end = item["span"]
            self.counts["mentions"] += 1
            if start >= end or end > len(text): self.fail(where, f"span {start}-{end} is outside the text")
            self.words(where, identifier, text[start:end], item)
        names = {e["id"] for e in record["entities"]}
        for entity in record["entities"]:
            for mention in entity["mentions"]:
                if record["mentions"][mention].get("entity") != entity["id"]:
                    self.fail(where, f"mention {mention} does not belong to {entity['id']}")
        if not all(m.get("entity") in names | {None} for m in record["mentions"]):
            self.fail(where, "a mention has an entity that is not listed")


def lines(path):
    with open(path, "rb") as file: data = file.read()
    text = data.decode("utf-8")
    if len(text.splitlines()) != data.count(b"\n"):
        sys.exit(f"{path}: some line ends inside a record for those who split at every Unicode line break")
    return text.splitlines()


def rows(path):
    return [json.loads(line) for line in lines(path)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("claims")
    for name in ("schema", "texts", "annotations", "sources"):
        parser.add_argument("--" + name, required=name == "schema")
    options = parser.parse_args()
    checker = Checker(options)
    for number, line in enumerate(lines(options.claims), 1): checker.line(f"{options.claims}:{number}", line)
    if options.annotations:
        for number, record in enumerate(rows(options.annotations), 1):
            checker.annotation(f"{options.annotations}:{number}", record)
    for problem in checker.problems[:50]: print(problem)
    counted = ", ".join(f"{count} {name}" for name, count in sorted(checker.counts.items()))
    print(f"{counted or 'nothing to check'}; {len(checker.problems)} problems")
    sys.exit(1 if checker.problems else 0)


if __name__ == "__main__":
    main()
