/// `aver help TOPIC`: what is true of several commands.
enum HelpTopic: String, CaseIterable {
  case formats
  case exitStatus = "exit-status"
  case filter
  case records
  case environment

  /// The page that the arguments ask for; nil if they ask for something else.
  static func page(for arguments: [String]) -> String? {
    guard arguments.count == 2, arguments[0] == "help",
      let topic = HelpTopic(rawValue: arguments[1])
    else { return nil }
    return topic.text + "\n"
  }

  /// What the topic is about, in a word or two.
  var title: String {
    switch self {
    case .formats: "formats"
    case .exitStatus: "exit status"
    case .filter: "in another engine"
    case .records: "records"
    case .environment: "environment"
    }
  }

  /// The page, without a line end.
  var text: String {
    switch self {
    case .formats: Self.formatsText
    case .exitStatus: Self.exitStatusText
    case .filter: Self.filterText
    case .records: Self.recordsText
    case .environment: Self.environmentText
    }
  }

  private static let formatsText = """
    Formats of claims: aver extract --format F, or aver convert CLAIMS --format F.

      jsonl         one record a line: aver schema prints its JSON Schema
      text          blocks for people; colours on a terminal only (--color)
      csv           one row a claim, always the same columns; FILE-metadata.json beside --output FILE
                    tells what they mean (CSVW); what a spreadsheet would run gets a leading ' unless
                    --csv-raw is given
      sqlite        tables documents, claims, roles, entities, evidence, attribution, errors; views
                    overview, parties, corroboration: aver schema --sqlite
      jsonld        one JSON-LD graph: claims, Web Annotations, PROV-O
      jsonld-lines  records that each hold their JSON-LD context
      html          one offline page, as aver report makes it
      label-studio  tasks with predictions; offsets are code points
      brat          a tar archive: aver extract --format brat articles | tar x -C folder

    Claims also go into DuckDB and Parquet:

      aver schema --duckdb --path claims.jsonl > view.sql
      duckdb -init view.sql -c "COPY claims TO 'claims.parquet'"
    """

  private static let exitStatusText = """
      0    done
      1    done, but some document failed, some line was no record, or something was found: a
           difference, a rule that fails (--exit-zero forgives documents)
      2    misuse, or nothing useful done: arguments, rules, output
      130  stopped by a person (SIGINT); 143 by a service (SIGTERM): --resume goes on with a batch
      141  the reader of the output went away (SIGPIPE)
    """

  private static let filterText = """
    Aver is a filter: one JSON line in, its records out, before the next line is read.

      {"id": "a1", "text": "...", "url": "...", "title": "...", "date": "2025-12-17"}

    Ids and spans depend on the document alone, so any split of the input gives the same records.
    --documents writes one document record for each input: an engine that loses one can be caught.

      GNU parallel    parallel --pipepart -k -a in.jsonl --block 32M aver extract --from jsonl - > out.jsonl
      Apache Spark    sc.textFile(path).pipe("aver extract --from jsonl --exit-zero -", checkCode=True)
      Spark columns   spark.read.schema(open("claims.ddl").read()).json("out.jsonl")
                      with aver schema --spark > claims.ddl
      DuckDB          aver schema --duckdb --path 'out/*.jsonl' | duckdb claims.db

    In Spark set checkCode=True, else a filter that dies loses its partition in silence. GNU parallel
    with --retries hides a filter that fails: leave it out.
    """

  private static let recordsText = """
    Every line is one record; "record" says which.

      claim     id, key, type, statement, roles, status, polarity, attribution, evidence, document,
                provenance
      document  with --documents: one for each input that was read, with its number of claims
      error     one for each input that was not, with code and message: unreadable, not-a-file,
                too-large, bad-json, no-id, no-text, crash, timeout, changed, truncated, corrupt,
                unsupported, unsupported-encoding, cleaning-failed, tokenization-failed

    Spans are [start, end) in code points of the clean text, source is [start, end) in bytes of the
    file. What is not known is absent, never null. Ids name content: the same over reruns, machines and
    --jobs. Members are only ever added.
    """

  private static let environmentText = """
      NO_COLOR  if set and not empty, no colours (--color always outranks it)
    """
}
