#ifndef AVER_CSQLITE_H
#define AVER_CSQLITE_H

#include <stddef.h>
#include <stdint.h>

// SQLite for one purpose: filling a new database. No SQLite header is visible here.

typedef struct aver_database aver_database;
typedef struct aver_statement aver_statement;

// Creates a database in a file that is empty or not there. NULL only when memory runs out; whether
// it worked says aver_database_error.
aver_database *_Nullable aver_database_open(const char *_Nonnull path);
// Closes the database with all its statements; false if the last writes failed.
int32_t aver_database_close(aver_database *_Nonnull database);

// What went wrong first; NULL if nothing has.
const char *_Nullable aver_database_error(const aver_database *_Nonnull database);

// Runs statements without values.
void aver_database_run(aver_database *_Nonnull database, const char *_Nonnull sql);

// Prepares a statement that is run again and again; it lives as long as the database.
aver_statement *_Nullable aver_database_prepare(aver_database *_Nonnull database,
                                                const char *_Nonnull sql);

// Gives the statement's values, by their numbers from 1. What is not given is NULL.
void aver_statement_text(aver_statement *_Nonnull statement, int32_t number,
                         const uint8_t *_Nullable bytes, int32_t count);
void aver_statement_integer(aver_statement *_Nonnull statement, int32_t number, int64_t value);
void aver_statement_real(aver_statement *_Nonnull statement, int32_t number, double value);

// Runs a statement once and forgets its values; gives the number of the row that was added.
int64_t aver_statement_run(aver_statement *_Nonnull statement);

// The library's version, such as 3.40.1.
const char *_Nonnull aver_sqlite_version(void);

#endif
