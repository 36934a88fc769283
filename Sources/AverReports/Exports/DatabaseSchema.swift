/// The tables and views of a claim database, in SQL.
package enum DatabaseSchema {
  /// `user_version` of the database; a change that breaks a reader's query raises it.
  static let version = 1

  /// The statements that make the tables and views.
  package static let text = """
    PRAGMA user_version = \(version);

    -- One row for each document, claims or not.
    CREATE TABLE documents (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      digest TEXT NOT NULL,
      source_digest TEXT,
      url TEXT,
      title TEXT,
      site TEXT,
      author TEXT,
      language TEXT,
      date TEXT,
      claims INTEGER
    ) STRICT;

    -- One row for each claim; json is its record.
    CREATE TABLE claims (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES documents,
      type TEXT NOT NULL,
      statement TEXT,
      status TEXT NOT NULL,
      polarity TEXT NOT NULL,
      "key" TEXT,
      rule TEXT NOT NULL,
      run TEXT NOT NULL,
      tool TEXT NOT NULL,
      rules TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;

    -- One row for each filler of a role. digits is the amount, exactly.
    CREATE TABLE roles (
      claim INTEGER NOT NULL REFERENCES claims,
      role TEXT NOT NULL,
      role_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      type TEXT NOT NULL,
      text TEXT NOT NULL,
      name TEXT,
      entity TEXT,
      word TEXT,
      status TEXT,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      source_start INTEGER,
      source_end INTEGER,
      amount REAL,
      low REAL,
      high REAL,
      bound TEXT,
      digits TEXT,
      currency TEXT,
      unit TEXT,
      time TEXT,
      time_relation TEXT,
      time_start TEXT,
      time_end TEXT,
      edtf TEXT
    ) STRICT;

    -- One row for each party within a document.
    CREATE TABLE entities (
      document INTEGER NOT NULL REFERENCES documents,
      entity TEXT NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      names TEXT,
      same_as TEXT,
      PRIMARY KEY (document, entity)
    ) STRICT;

    CREATE TABLE evidence (
      claim INTEGER NOT NULL REFERENCES claims,
      position INTEGER NOT NULL,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      source_start INTEGER,
      source_end INTEGER,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      link TEXT
    ) STRICT;

    CREATE TABLE attribution (
      claim INTEGER NOT NULL REFERENCES claims,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT,
      cue TEXT,
      entity TEXT,
      span_start INTEGER,
      span_end INTEGER
    ) STRICT;

    -- Inputs that could not be read.
    CREATE TABLE errors (
      number INTEGER PRIMARY KEY,
      document TEXT,
      code TEXT NOT NULL,
      message TEXT NOT NULL
    ) STRICT;

    -- A claim on one line: parties, first amount, first date, quote, where it was published.
    CREATE VIEW overview AS
    SELECT
      c.id, c.type, c.status, c.polarity, c.statement,
      (SELECT group_concat(r.role || '=' || r.name, '; ') FROM
        (SELECT role, name FROM roles WHERE claim = c.number AND entity IS NOT NULL
          ORDER BY role_position, position) r) AS parties,
      a.amount, a.low, a.high, a.bound, a.currency,
      t.time AS date, t.time_start AS date_start, t.time_end AS date_end,
      (SELECT group_concat(name, '; ') FROM attribution WHERE claim = c.number) AS attribution,
      e.exact AS quote, e.link,
      d.id AS document, d.title, d.site, d.date AS published, c.rule
    FROM claims c
    JOIN documents d ON d.number = c.document
    LEFT JOIN evidence e ON e.claim = c.number AND e.position = 0
    LEFT JOIN roles a ON a.rowid = (SELECT rowid FROM roles
      WHERE claim = c.number AND currency IS NOT NULL ORDER BY role_position, position LIMIT 1)
    LEFT JOIN roles t ON t.rowid = (SELECT rowid FROM roles
      WHERE claim = c.number AND time IS NOT NULL
      ORDER BY role <> 'date', role_position, position LIMIT 1)
    ORDER BY c.number;

    -- Who takes part in what, by name over all documents.
    CREATE VIEW parties AS
    SELECT r.name, r.type, count(DISTINCT r.claim) AS claims, count(DISTINCT c.document) AS documents,
      group_concat(DISTINCT c.type) AS types
    FROM roles r JOIN claims c ON c.number = r.claim
    WHERE r.entity IS NOT NULL
    GROUP BY r.name, r.type
    ORDER BY claims DESC, r.name;

    -- What several documents say alike.
    CREATE VIEW corroboration AS
    SELECT "key", type, count(*) AS claims, count(DISTINCT document) AS documents,
      group_concat(DISTINCT status) AS statuses
    FROM claims
    WHERE "key" IS NOT NULL AND polarity = 'affirmed'
    GROUP BY "key"
    HAVING count(DISTINCT document) > 1
    ORDER BY documents DESC, "key";

    """

  /// The statements that make the indices, when all rows are there.
  static let indices = """
    CREATE INDEX claims_by_id ON claims (id);
    CREATE INDEX claims_by_document ON claims (document);
    CREATE INDEX claims_by_key ON claims ("key");
    CREATE INDEX roles_by_claim ON roles (claim);
    CREATE INDEX roles_by_name ON roles (name);
    CREATE INDEX evidence_by_claim ON evidence (claim);
    CREATE INDEX attribution_by_claim ON attribution (claim);

    """
}
