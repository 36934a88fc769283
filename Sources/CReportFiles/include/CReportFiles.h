#ifndef AVER_CREPORT_FILES_H
#define AVER_CREPORT_FILES_H

#include <stddef.h>

// Files of AverReports that travel with the program.
enum {
  AVER_FILE_SCHEMA = 0,
  AVER_FILE_CONTEXT = 1,
  AVER_FILE_SHAPES = 2,
  AVER_FILE_PAGE_STYLE = 3,
  AVER_FILE_PAGE_SCRIPT = 4,
  AVER_FILE_DUCKDB = 5,
  AVER_FILE_SPARK = 6
};

// The bytes of a file, which live as long as the program.
const unsigned char *_Nonnull aver_file_bytes(int file);

size_t aver_file_size(int file);

#endif
