-- A view over the claims of aver extract, for DuckDB. Roles are a map from the role's name to its
-- fillers: roles['investor'][1].name. A glob such as claims/*.jsonl.gz stands for many files.
CREATE OR REPLACE VIEW claims AS
SELECT * EXCLUDE (record)
FROM read_json('{path}', format = 'newline_delimited', maximum_object_size = 67108864, columns = {
  record: 'VARCHAR',
  id: 'VARCHAR',
  key: 'VARCHAR',
  type: 'VARCHAR',
  statement: 'VARCHAR',
  roles: 'MAP(VARCHAR, STRUCT(type VARCHAR, text VARCHAR, span BIGINT[], source BIGINT[], name VARCHAR,
    names VARCHAR[], entity VARCHAR, same_as VARCHAR[], value VARCHAR, status VARCHAR,
    money STRUCT(amount DOUBLE, low DOUBLE, high DOUBLE, currency VARCHAR, bound VARCHAR),
    number STRUCT(amount DOUBLE, low DOUBLE, high DOUBLE, unit VARCHAR, bound VARCHAR),
    time STRUCT(type VARCHAR, value VARCHAR, mod VARCHAR, relation VARCHAR, start VARCHAR, "end" VARCHAR,
      edtf VARCHAR))[])',
  status: 'VARCHAR',
  polarity: 'VARCHAR',
  attribution: 'STRUCT(name VARCHAR, kind VARCHAR, text VARCHAR, span BIGINT[], cue VARCHAR, entity VARCHAR)[]',
  evidence: 'STRUCT(span BIGINT[], quote STRUCT("exact" VARCHAR, prefix VARCHAR, suffix VARCHAR), link VARCHAR,
    source BIGINT[])[]',
  document: 'STRUCT(id VARCHAR, digest VARCHAR, source_digest VARCHAR, url VARCHAR, title VARCHAR, site VARCHAR,
    author VARCHAR, language VARCHAR, date VARCHAR, warc VARCHAR)',
  provenance: 'STRUCT(rule VARCHAR, steps VARCHAR[], run VARCHAR, tool VARCHAR, rules VARCHAR)'
})
WHERE record = 'claim';
