#include "CSQLite.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct aver_statement {
  sqlite3_stmt *handle;
  aver_database *database;
  aver_statement *next;
};

struct aver_database {
  sqlite3 *handle;
  aver_statement *statements;
  // The first failure; later ones follow from it.
  char error[256];
};

static void note(aver_database *database, int answer) {
  if (answer == SQLITE_OK || answer == SQLITE_DONE || answer == SQLITE_ROW) return;
  if (database->error[0]) return;
  const char *text = database->handle ? sqlite3_errmsg(database->handle) : sqlite3_errstr(answer);
  strncpy(database->error, text ? text : "unknown error", sizeof database->error - 1);
}

aver_database *aver_database_open(const char *path) {
  aver_database *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  note(database, sqlite3_open_v2(path, &database->handle,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL));
  return database;
}

int32_t aver_database_close(aver_database *database) {
  for (aver_statement *statement = database->statements; statement;) {
    aver_statement *next = statement->next;
    sqlite3_finalize(statement->handle);
    free(statement);
    statement = next;
  }
  int answer = sqlite3_close(database->handle);
  free(database);
  return answer == SQLITE_OK;
}

const char *aver_database_error(const aver_database *database) {
  return database->error[0] ? database->error : NULL;
}

void aver_database_run(aver_database *database, const char *sql) {
  if (database->error[0]) return;
  note(database, sqlite3_exec(database->handle, sql, NULL, NULL, NULL));
}

aver_statement *aver_database_prepare(aver_database *database, const char *sql) {
  aver_statement *statement = calloc(1, sizeof *statement);
  if (!statement) return NULL;
  note(database, sqlite3_prepare_v2(database->handle, sql, -1, &statement->handle, NULL));
  statement->database = database;
  statement->next = database->statements;
  database->statements = statement;
  return statement;
}

void aver_statement_text(aver_statement *statement, int32_t number, const uint8_t *bytes,
                         int32_t count) {
  // An empty text has no bytes to point at, but is not NULL.
  note(statement->database, sqlite3_bind_text(statement->handle, number,
                                              bytes ? (const char *)bytes : "", count,
                                              SQLITE_TRANSIENT));
}

void aver_statement_integer(aver_statement *statement, int32_t number, int64_t value) {
  note(statement->database, sqlite3_bind_int64(statement->handle, number, value));
}

void aver_statement_real(aver_statement *statement, int32_t number, double value) {
  note(statement->database, sqlite3_bind_double(statement->handle, number, value));
}

int64_t aver_statement_run(aver_statement *statement) {
  aver_database *database = statement->database;
  if (database->error[0]) return 0;
  note(database, sqlite3_step(statement->handle));
  sqlite3_reset(statement->handle);
  sqlite3_clear_bindings(statement->handle);
  return sqlite3_last_insert_rowid(database->handle);
}

const char *aver_sqlite_version(void) { return sqlite3_libversion(); }
