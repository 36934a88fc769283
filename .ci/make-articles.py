#!/usr/bin/env python3
"""Write many articles of about 3 KB, made of the paragraphs of Corpus: for runs over large folders.

  make-articles.py --aver AVER [--count 20000] FOLDER

The same call writes the same files. Numbers and the names of companies vary, so that no two are alike.
"""
import argparse, json, os, random, re, subprocess


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--aver", required=True)
    parser.add_argument("--count", type=int, default=20_000)
    options = parser.parse_args()
    cleaned = subprocess.run([options.aver, "clean", "Corpus"], stdout=subprocess.PIPE, check=True).stdout
    texts = [json.loads(line)["text"] for line in cleaned.splitlines()]
    paragraphs = [p for text in texts for p in text.split("\n") if len(p) > 80]
    chance = random.Random(20_250_312)
    syllables = "ar bel cor dan el far gor hal in jor kel lum mar nor or pel quin ros sel tor ul ver wen".split()
    for number in range(options.count):
        name = "".join(chance.choices(syllables, k=3)).capitalize()
        lines, size = [f"{name} and others: the week in deals"], 0
        while size < 2_900:
            line = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), chance.choice(paragraphs))
            line = re.sub(r"\b(Ltd|Inc|plc|Group)\b", lambda m: f"{m.group()} of {name}", line, count=1)
            lines.append(line)
            size += len(line.encode()) + 1
        folder = os.path.join(options.folder, f"{number // 1000:03}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{number:06}.txt"), "w", encoding="utf-8") as file:
            file.write("\n\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
