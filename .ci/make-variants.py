#!/usr/bin/env python3
"""Write pages of a benchmark as files, and hostile variants of them.

  make-variants.py INPUT.jsonl.gz FOLDER [--limit N]

INPUT has one record a line, with the page in `html`. FOLDER gets a folder for each variant: the page as it
is, with character references, CR LF line ends, NUL and control bytes, invalid UTF-8, cut off, in
windows-1252, and with a byte order mark. The same input gives the same files.
"""
import argparse, gzip, json, os, random, re


def references(page, rng):
    kinds = {"&": "&amp;", "é": "&eacute;", "’": "&rsquo;", "“": "&#8220;", "”": "&#x201d;", "–": "&ndash;", "\u00a0": "&nbsp;"}
    def text(match):
        out = []
        for c in match.group():
            if c in kinds and c != "&": out.append(kinds[c])
            elif c.isalpha() and rng.random() < 0.01: out.append(f"&#{ord(c)};" if rng.random() < 0.5 else f"&#x{ord(c):X};")
            else: out.append(c)
        return "".join(out)
    # Only what stands between tags, and outside of scripts and styles.
    parts = re.split(r"(<(?:script|style|noscript|template|svg)\b.*?</(?:script|style|noscript|template|svg)\s*>|<!--.*?-->|<[^<>]*>|&[#\w]+;?)", page, flags=re.S | re.I)
    return "".join(p if i % 2 else re.sub(r"(?s).+", text, p) for i, p in enumerate(parts))


def sprinkled(data, rng, pieces, every):
    out, last = bytearray(), 0
    for match in re.finditer(rb">([^<>]{40,})<", data):
        at = rng.randrange(match.start(1), match.end(1))
        while at > last and data[at] & 0xC0 == 0x80: at -= 1
        if rng.random() < every and at > last:
            out += data[last:at] + rng.choice(pieces)
            last = at
    return bytes(out + data[last:])


def variants(page, rng):
    data = page.encode("utf-8", "surrogatepass")
    yield "plain", data
    yield "references", references(page, rng).encode("utf-8", "surrogatepass")
    yield "crlf", re.sub(rb"\r?\n", b"\r\n", data)
    yield "control", sprinkled(data, rng, [b"\0", b"\x01", b"\x0c", b"\x1f"], 0.3)
    yield "invalid", sprinkled(data, rng, [b"\xff", b"\xc3", b"\xe2\x82", b"\xc0\xaf", b"\xed\xa0\x80"], 0.3)
    yield "truncated", data[: len(data) * 2 // 3]
    latin = re.sub(r"(?i)charset\s*=\s*([\"']?)[\w-]+", r"charset=\1windows-1252", page)
    if not re.search(r"(?i)<meta[^>]*charset", latin): latin = '<meta charset="windows-1252">' + latin
    yield "windows-1252", latin.encode("cp1252", "xmlcharrefreplace")
    yield "bom", b"\xef\xbb\xbf" + data


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input")
    parser.add_argument("folder")
    parser.add_argument("--limit", type=int, default=1_000_000)
    options = parser.parse_args()
    with gzip.open(options.input, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= options.limit: break
            rng = random.Random(number)
            for name, data in variants(json.loads(line)["html"], rng):
                os.makedirs(os.path.join(options.folder, name), exist_ok=True)
                with open(os.path.join(options.folder, name, f"{number:04}.html"), "wb") as file: file.write(data)


if __name__ == "__main__":
    main()
