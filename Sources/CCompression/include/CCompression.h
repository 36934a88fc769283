// Decompression by zlib, and by libzstd where it is installed, a piece at a time.
#ifndef AVER_CCOMPRESSION_H
#define AVER_CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

typedef struct aver_decompressor aver_decompressor;

enum {
  AVER_DECOMPRESSION_GZIP = 0,
  AVER_DECOMPRESSION_ZLIB = 1,
  AVER_DECOMPRESSION_DEFLATE = 2,
  AVER_DECOMPRESSION_ZSTANDARD = 3,
};

enum {
  // Some bytes were read or written; call again, with more of what has run out.
  AVER_DECOMPRESSION_GOES_ON = 0,
  // A member or frame is complete; what follows `read` belongs to the next.
  AVER_DECOMPRESSION_END = 1,
  AVER_DECOMPRESSION_CORRUPT = 2,
  AVER_DECOMPRESSION_OUT_OF_MEMORY = 3,
};

// A decompressor for one of the formats; NULL if its library is missing or memory is short.
aver_decompressor *_Nullable aver_decompressor_open(int32_t format);

void aver_decompressor_close(aver_decompressor *decompressor);

// Makes it ready for the next member.
void aver_decompressor_reset(aver_decompressor *decompressor);

// Reads from `input` and writes to `output`; `*read` and `*written` say how much of each.
int32_t aver_decompressor_run(
  aver_decompressor *decompressor, const uint8_t *_Nullable input, size_t input_count, size_t *read,
  uint8_t *_Nullable output, size_t output_count, size_t *written);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
