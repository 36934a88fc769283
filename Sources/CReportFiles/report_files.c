#include "CReportFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema[] = {
#embed "../AverReports/Schema/claim.schema.json"
};
static const unsigned char context[] = {
#embed "../AverReports/Schema/claim.context.jsonld"
};
static const unsigned char shapes[] = {
#embed "../AverReports/Schema/claim.shapes.ttl"
};
static const unsigned char duckdb[] = {
#embed "../AverReports/Schema/claims.duckdb.sql"
};
static const unsigned char spark[] = {
#embed "../AverReports/Schema/claims.spark.ddl"
};
static const unsigned char style[] = {
#embed "../AverReports/Page/page.css"
};
// The parts stand in the order in which they are run.
static const unsigned char script[] = {
#embed "../AverReports/Page/text.js"
    , '\n',
#embed "../AverReports/Page/store.js"
    , '\n',
#embed "../AverReports/Page/filters.js"
    , '\n',
#embed "../AverReports/Page/table.js"
    , '\n',
#embed "../AverReports/Page/article.js"
    , '\n',
#embed "../AverReports/Page/timeline.js"
    , '\n',
#embed "../AverReports/Page/graph.js"
    , '\n',
#embed "../AverReports/Page/main.js"
};

static const struct {
  const unsigned char *bytes;
  size_t size;
} files[] = {
    [AVER_FILE_SCHEMA] = {schema, sizeof schema},
    [AVER_FILE_CONTEXT] = {context, sizeof context},
    [AVER_FILE_SHAPES] = {shapes, sizeof shapes},
    [AVER_FILE_PAGE_STYLE] = {style, sizeof style},
    [AVER_FILE_PAGE_SCRIPT] = {script, sizeof script},
    [AVER_FILE_DUCKDB] = {duckdb, sizeof duckdb},
    [AVER_FILE_SPARK] = {spark, sizeof spark},
};

const unsigned char *aver_file_bytes(int file) { return files[file].bytes; }

size_t aver_file_size(int file) { return files[file].size; }
