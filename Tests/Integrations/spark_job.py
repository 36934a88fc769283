#!/usr/bin/env python3
"""Claims over a corpus of any size: Apache Spark reads, splits and writes, Aver is the filter between.

  spark-submit spark_job.py [--aver aver] [--partitions N] INPUT OUTPUT

INPUT is JSON lines {"id", "text" or "html", "url", "title", "date"}, in any place that Spark reads; OUTPUT is a
folder of records. An engine may lose records without a word: the job counts documents in and answers out, and
fails where they differ. Aver must be installed on every worker.
"""
import argparse, json

from pyspark import SparkConf, SparkContext


def pipe(context, source, aver="aver", partitions=None):
    """The records of aver for the lines of a text file, one `document` or `error` record for each line.

    checkCode is what makes a filter that dies fail its task: without it Spark keeps what it has and goes on.
    """
    lines = context.textFile(source, partitions)
    return lines.pipe(aver + " extract --from jsonl --documents --exit-zero -", checkCode=True)


def answers(record):
    """1 for the record that ends what Aver says of an input, 0 for a claim."""
    return int(json.loads(record)["record"] in ("document", "error"))


def run(context, source, target, aver="aver", partitions=None):
    pipe(context, source, aver, partitions).saveAsTextFile(target)
    sent = context.textFile(source).filter(lambda line: line.strip() != "").count()
    answered = context.textFile(target).map(answers).sum()
    if sent != answered: raise RuntimeError(f"{sent} documents went in, {answered} came out")
    return sent


def local_context(cores=2):
    """Spark in this process, for trying things out and for tests."""
    settings = {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.driver.memory": "1g"}
    return SparkContext(conf=SparkConf().setMaster(f"local[{cores}]").setAppName("aver").setAll(settings.items()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aver", default="aver")
    parser.add_argument("--partitions", type=int)
    parser.add_argument("input")
    parser.add_argument("output")
    options = parser.parse_args()
    with SparkContext.getOrCreate(SparkConf().setAppName("aver")) as context:
        print(run(context, options.input, options.output, options.aver, options.partitions), "documents")
