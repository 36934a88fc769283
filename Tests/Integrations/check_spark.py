#!/usr/bin/env python3
"""What must hold of Aver in Apache Spark; needs pyspark and Java, and skips where they are missing.

  check_spark.py AVER LINES      LINES: a file of input records
"""
import json, os, subprocess, sys, tempfile

os.environ["PYSPARK_PYTHON"] = sys.executable
# The workers import the job as a module, too.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [os.path.dirname(os.path.abspath(__file__)), os.environ.get("PYTHONPATH")]))
try:
    subprocess.run(["java", "-version"], check=True, capture_output=True)
    import spark_job
except (ImportError, OSError) as error:
    print("skipped:", error)
    sys.exit(0)

aver, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
with open(source, "rb") as lines: alone = subprocess.run([aver, "extract", "--from", "jsonl", "--documents", "-"], stdin=lines, check=True, capture_output=True).stdout
folder = tempfile.mkdtemp()
context = spark_job.local_context()
context.setLogLevel("OFF")
for partitions in (1, 3, 7):
    records = spark_job.pipe(context, source, aver, partitions).collect()
    assert "".join(record + "\n" for record in records).encode() == alone, f"{partitions} partitions give other bytes"

count = spark_job.run(context, source, os.path.join(folder, "claims"), aver, 3)
assert count == sum(1 for _ in open(source, "rb")), count

# The columns that aver schema gives read every record.
from pyspark.sql import SparkSession
columns = subprocess.run([aver, "schema", "--spark"], check=True, capture_output=True, text=True).stdout
frame = SparkSession(context).read.schema(columns).json(os.path.join(folder, "claims")).where("record = 'claim'")
claims = [json.loads(line) for line in alone.decode().split("\n")[:-1]]
claims = [claim for claim in claims if claim["record"] == "claim"]
amounts = frame.selectExpr("explode(map_values(roles)) AS fillers").selectExpr("explode(fillers) AS filler").where("filler.money.amount IS NOT NULL").count()
assert frame.count() == len(claims)
assert amounts == sum("amount" in filler.get("money", {}) for claim in claims for fillers in claim["roles"].values() for filler in fillers)

# A filter that dies fails the job; one that ends early without an error is caught by the count.
for name, script, reason in [
    ("dies", "head -c 2000 >/dev/null; kill -SEGV $$", "error"),
    ("stops", f"head -n 1 | {aver} extract --from jsonl --documents -", "came out"),
]:
    broken = os.path.join(folder, name)
    with open(broken, "w") as file: file.write("#!/bin/sh\n" + script + "\n")
    os.chmod(broken, 0o755)
    try:
        spark_job.run(context, source, os.path.join(folder, name + ".out"), broken, 2)
    except Exception as error:
        assert reason in str(error), error
    else:
        raise AssertionError(f"a filter that {name} went unnoticed")
context.stop()
print(f"{count} documents, {len(claims)} claims: the same bytes for 1, 3 and 7 partitions; losses are noticed")
