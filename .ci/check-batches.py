#!/usr/bin/env python3
"""Check what needs a large run, real signals or much memory: kills, memory, bombs, two jobs.

  check-batches.py --aver AVER ARTICLES [--kills 20] [--only NAME …]

ARTICLES is a folder that make-articles.py wrote. Checks, by name:
  kill    kill -9 at random moments, then --resume: the same files as without
  memory  resident memory at the end of the run is at most 20 MB above that after a tenth of it
  stream  the same for 200,000 small records; a line of 1 GB; a compressed file that unpacks to 2 GB
  speed   two jobs against one, beside two loops that only count (skipped where they do not get two cores)
Exit status 0 if all hold. Figures go to standard output.
"""
import argparse, filecmp, os, random, shutil, signal, subprocess, sys, tempfile, threading, time, zlib

MB = 1024 * 1024
problems = []


def verdict(name, holds, text):
    print(f"{name}: {text}: {'ok' if holds else 'FAILS'}", flush=True)
    if not holds: problems.append(name)


def family(pid):
    """The resident bytes of a process and of those that it has started."""
    total = {}
    for entry in [pid] + children(pid):
        try:
            with open(f"/proc/{entry}/statm") as file: total[entry] = int(file.read().split()[1]) * 4096
        except (OSError, IndexError): pass
    return total


def children(pid):
    found = []
    for task in os.listdir(f"/proc/{pid}/task") if os.path.exists(f"/proc/{pid}/task") else []:
        try:
            with open(f"/proc/{pid}/task/{task}/children") as file: found += map(int, file.read().split())
        except OSError: pass
    return found


class Watch(threading.Thread):
    """Notes the memory of a run: the largest process at each moment, and the sum of all."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.samples = pid, []
        self.start()

    def run(self):
        while os.path.exists(f"/proc/{self.pid}/statm"):
            sizes = family(self.pid)
            if sizes: self.samples.append((time.monotonic(), sum(sizes.values()), max(sizes.values())))
            time.sleep(0.02)


def run(arguments, **more):
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, **more)
    watch = Watch(process.pid)
    status = process.wait()
    watch.join()
    return status, watch.samples


def same_files(left, right):
    names = sorted(os.listdir(left))
    return names == sorted(os.listdir(right)) and not filecmp.cmpfiles(left, right, names, shallow=False)[1]


def check_kill(options, scratch):
    # A part of the folder: each run must be long enough to be killed, but there are many.
    part = os.path.join(options.articles, sorted(os.listdir(options.articles))[0])
    command = [options.aver, "extract", part, "--documents", "--output"]
    reference, out = os.path.join(scratch, "reference"), os.path.join(scratch, "out")
    start = time.monotonic()
    subprocess.run(command + [reference], check=True, stderr=subprocess.DEVNULL)
    length = time.monotonic() - start
    chance, killed = random.Random(), 0
    for _ in range(options.kills):
        process = subprocess.Popen(command + [out, "--resume"], stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 2 * length / options.kills))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
    subprocess.run(command + [out, "--resume"], check=True, stderr=subprocess.DEVNULL)
    verdict("kill", same_files(reference, out), f"{killed} of {options.kills} runs killed, then resumed")


def check_memory(options, scratch):
    out = os.path.join(scratch, "memory")
    process = subprocess.Popen(
        [options.aver, "extract", options.articles, "--jobs", "2", "--output", out], stderr=subprocess.DEVNULL
    )
    watch = Watch(process.pid)
    journal, early = os.path.join(out, "journal.jsonl.part"), None
    while process.poll() is None:
        time.sleep(0.1)
        if early is None and lines(journal) >= 2_000 and watch.samples: early = watch.samples[-1][1]
    watch.join()
    late = max(total for _, total, _ in watch.samples[-50:])
    count = lines(os.path.join(out, "journal.jsonl")) - 1
    verdict(
        "memory",
        process.returncode == 0 and early is not None and late <= early + 20 * MB,
        f"{count} articles, all processes: {(early or 0) / MB:.0f} MB at 2,000, {late / MB:.0f} MB at the end",
    )


def lines(path):
    try:
        with open(path, "rb") as file: return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(MB), b""))
    except OSError: return 0


def check_stream(options, scratch):
    small = os.path.join(scratch, "small.jsonl")
    with open(small, "w") as file:
        for number in range(200_000): file.write(f'{{"id":"{number}","text":"Marlow Ltd bought Thane."}}\n')
    with open(os.path.join(scratch, "sink"), "wb") as sink:
        status, samples = run([options.aver, "clean", small], stdout=sink)
        early = max(total for _, total, _ in samples[: max(1, len(samples) // 20)])
        late = max(total for _, total, _ in samples[-20:])
        verdict("stream", status == 0 and late <= early + 20 * MB, f"200,000 records: {late / MB:.0f} MB at the end")
    line = subprocess.Popen(
        ["sh", "-c", "head -c 1000000000 /dev/zero | tr '\\0' x; echo; echo '{\"id\":\"a\",\"text\":\"x\"}'"],
        stdout=subprocess.PIPE,
    )
    limits(options, "stream", "a line of 1 GB", ["--from", "jsonl"], 150, stdin=line.stdout)
    bomb = os.path.join(scratch, "bomb.html.gz")
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    with open(bomb, "wb") as file:
        for _ in range(2_000): file.write(packer.compress(bytes(MB)))
        file.write(packer.flush())
    limits(options, "stream", "2 GB in a compressed page", [bomb, small, "--limit", "2"], 200)
    os.rename(bomb, os.path.join(scratch, "bomb.jsonl.gz"))
    limits(options, "stream", "2 GB in compressed records", [os.path.join(scratch, "bomb.jsonl.gz"), small, "--limit", "2"], 200)


def limits(options, name, text, arguments, most, **more):
    """One error record, the next document answered, and no process larger than so many MB."""
    process = subprocess.Popen(
        [options.aver, "clean", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more
    )
    watch = Watch(process.pid)
    answers = process.stdout.read().splitlines()
    status = process.wait()
    peak = max(size for _, _, size in watch.samples)
    is_right = status == 1 and len(answers) == 2 and b'"code":"too-large"' in answers[0]
    verdict(name, is_right and peak < most * MB, f"{text}: {peak / MB:.0f} MB at most")


LOOP = "import time\nend = time.monotonic() + 2\nn = 0\nwhile time.monotonic() < end:\n n += 1\nprint(n)"


def cores():
    """How many cores two loops that only count get, by what one gets alone."""
    def count(loops):
        started = [subprocess.Popen([sys.executable, "-c", LOOP], stdout=subprocess.PIPE) for _ in range(loops)]
        return sum(int(loop.communicate()[0]) for loop in started)
    return count(2) / count(1)


def check_speed(options, scratch):
    part = os.path.join(options.articles, sorted(os.listdir(options.articles))[0])
    best = None
    for attempt in range(5):
        before = cores()
        times = {}
        for jobs in ("1", "2"):
            start = time.monotonic()
            subprocess.run(
                [options.aver, "extract", part, "--jobs", jobs], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            times[jobs] = time.monotonic() - start
        after = cores()
        ratio, available = times["1"] / times["2"], min(before, after)
        print(f"  two loops get {available:.2f} cores; two jobs are {ratio:.2f} times as fast as one", flush=True)
        if available >= 1.9: best = max(best or 0, ratio)
    if best is None:
        print("speed: skipped: the machine is busy")
    else:
        verdict("speed", best >= 1.8, f"two jobs are {best:.2f} times as fast as one")


def main():
    checks = {"kill": check_kill, "memory": check_memory, "stream": check_stream, "speed": check_speed}
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles")
    parser.add_argument("--aver", required=True)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=list(checks), default=list(checks))
    options = parser.parse_args()
    scratch = tempfile.mkdtemp()
    try:
        for name in options.only: checks[name](options, scratch)
    finally:
        shutil.rmtree(scratch)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
