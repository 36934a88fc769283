#!/usr/bin/env python3
"""Check a folder that .ci/make-examples made: each format by a validator that is not ours.

  check-exports.py --aver AVER --article FILE FOLDER

Needs PyPI's jsonschema, rdflib, pyshacl and csvw. Exit status 0 if nothing is wrong, else 1.
"""
import argparse, csv, json, os, sqlite3, subprocess, sys, tarfile, warnings

import pyshacl
from jsonschema import Draft202012Validator, FormatChecker
from rdflib import Graph
from rdflib.compare import to_isomorphic

warnings.simplefilter("ignore")
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--aver", required=True)
parser.add_argument("--article", required=True)
parser.add_argument("folder")
options = parser.parse_args()


def path(name): return os.path.join(options.folder, name)


def read(name):
    with open(path(name), encoding="utf-8") as file: return file.read()


def aver(*arguments):
    return subprocess.run([options.aver, *arguments], check=True, capture_output=True, text=True).stdout


def check(condition, message):
    if not condition:
        print("wrong:", message)
        sys.exit(1)


text = json.loads(aver("clean", options.article))["text"]
records = [json.loads(line) for line in read("claims.jsonl").splitlines()]
claims = [record for record in records if record["record"] == "claim"]
check(claims, "there are no claims")

# JSON Lines: the schema that aver prints; quotes and spans against the text.
schema = json.loads(aver("schema"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema, format_checker=FormatChecker())
for claim in claims:
    for error in validator.iter_errors(claim): check(False, f"{claim['id']}: {error.message}")
    for evidence in claim["evidence"]:
        start, end = evidence["span"]
        check(text[start:end] == evidence["quote"]["exact"], f"{claim['id']}: the quote is not at its span")

# JSON-LD: one graph by rdflib, the same from bare lines and from lines with the context inside.
context = json.loads(aver("schema", "--context"))["@context"]
bare, lines, graph = Graph(), Graph(), Graph()
for line in read("claims.ld.jsonl").splitlines(): lines.parse(data=line, format="json-ld")
graph.parse(data=read("claims.jsonld"), format="json-ld")
for claim in claims:
    # The other formats come from a run without --explain: leave out what that adds.
    for name in ("steps", "cues"): claim["provenance"].pop(name, None)
    bare.parse(data=json.dumps(claim), format="json-ld", context=context)
check(to_isomorphic(bare) == to_isomorphic(lines), "lines with and without context differ as graphs")
shapes = Graph().parse(data=aver("schema", "--shapes"), format="turtle")
conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
check(conforms, report)
# The shapes can fail: without its quotes the graph does not conform.
broken = Graph()
for triple in graph:
    if not str(triple[1]).endswith("oa#exact"): broken.add(triple)
check(not pyshacl.validate(broken, shacl_graph=shapes)[0], "the shapes accept a graph without quotes")
found = list(graph.query("""
  PREFIX aver: <urn:aver:v1:> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX schema: <http://schema.org/>
  SELECT ?claim ?quote ?page ?amount WHERE {
    ?claim a aver:acquisition; aver:amount/aver:money/schema:value ?amount; prov:wasDerivedFrom/prov:hadPrimarySource ?page.
    ?annotation oa:hasBody ?claim; oa:hasTarget/oa:hasSelector/oa:exact ?quote. FILTER(?amount > 1000000000) }"""))
check(len(found) >= 1, "SPARQL finds no acquisition with its quote and its page")

# CSV: csvw's own validator, on the metadata beside it; then Python's reader.
check(subprocess.run([os.path.join(os.path.dirname(sys.executable), "csvwvalidate"), path("claims.csv-metadata.json")],
                     capture_output=True).returncode == 0, "csvwvalidate refuses the table")
with open(path("claims.csv"), newline="", encoding="utf-8") as file: rows = list(csv.DictReader(file))
check([row["id"] for row in rows] == [claim["id"] for claim in claims], "the table has other claims")
for row, claim in zip(rows, claims):
    check(row["quote"].lstrip("'") == claim["evidence"][0]["quote"]["exact"].lstrip("'"), "a quote changed on its way into CSV")
    amounts = [filler["money"] for fillers in claim["roles"].values() for filler in fillers if "money" in filler]
    if amounts and "amount" in amounts[0]: check(float(row["amount"]) == amounts[0]["amount"], "an amount changed")

# SQLite: integrity, foreign keys, counts, views.
database = sqlite3.connect("file:" + path("claims.sqlite") + "?mode=ro", uri=True)
one = lambda query: database.execute(query).fetchone()[0]
check(one("PRAGMA integrity_check") == "ok", "the database is damaged")
check(not database.execute("PRAGMA foreign_key_check").fetchall(), "a foreign key points nowhere")
check(one("SELECT count(*) FROM claims") == len(claims), "the database has other claims")
check(one("SELECT count(*) FROM roles") == sum(len(fillers) for claim in claims for fillers in claim["roles"].values()),
      "the database has other fillers")
check(one("SELECT count(*) FROM overview WHERE quote IS NOT NULL") == len(claims), "the overview lacks claims")
check(one("SELECT count(*) FROM parties") > 1 and one("SELECT count(*) FROM corroboration") == 0, "the views are wrong")
check(one("SELECT claims FROM documents") == len(claims), "the document does not know its claims")
for (line,) in database.execute("SELECT json FROM claims"): check(not list(validator.iter_errors(json.loads(line))), "a record in the database is invalid")

# Label Studio: every region is the text at its offsets, every relation joins two regions.
for task in json.loads(read("claims.label-studio.json")):
    check(task["data"]["text"] == text, "the task has another text")
    results = task["predictions"][0]["result"]
    regions = {result["id"] for result in results if result["type"] == "labels"}
    for result in results:
        if result["type"] == "labels":
            value = result["value"]
            check(text[value["start"]:value["end"]] == value["text"], "a region is not where it says")
        else:
            check({result["from_id"], result["to_id"]} <= regions, "a relation joins what is not there")

# brat: marks are the text at their offsets, events and attributes name what is there.
with tarfile.open(path("claims.brat.tar")) as archive:
    files = {member.name: archive.extractfile(member).read().decode() for member in archive.getmembers()}
(name,) = [name for name in files if name.endswith(".txt")]
check(files[name] == text, "brat's text is another")
known, events = set(), 0
types = files["annotation.conf"]
for line in files[name[:-4] + ".ann"].splitlines():
    fields = line.split("\t")
    if fields[0][0] == "T":
        kind, places = fields[1].split(" ", 1)
        pieces = [text[int(start):int(end)] for start, end in (piece.split() for piece in places.split(";"))]
        check(" ".join(pieces) == fields[2] and "\n" not in fields[2], f"brat: {line}")
        check(f"\n{kind}" in types, f"brat: the type {kind} is not configured")
    if fields[0][0] == "E":
        events += 1
        targets = [argument.split(":") for argument in fields[1].split()]
        check(all(target in known for _, target in targets), f"brat: {line}")
    if fields[0][0] == "A": check(fields[1].split()[1] in known, f"brat: {line}")
    known.add(fields[0])
check(events == len(claims), "brat has other events")

# For people, and the page: every claim is there, and nothing that acts on a terminal.
check("\x1b" not in read("claims.txt") and read("claims.txt").count("\n  rule ") == len(claims), "the text is wrong")
page = read("claims.html")
check(all(claim["id"] in page for claim in claims) and "http-equiv=\"Content-Security-Policy\"" in page, "the page lacks claims")
print(f"{len(claims)} claims in 9 formats, {len(graph)} triples: all valid")
