#include "CCompression.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "zstandard.h"

struct aver_decompressor {
  int32_t format;
  z_stream stream;
  void *zstandard;
};

// The window, and how zlib is told what stands around the data.
static int window_bits(int32_t format) {
  switch (format) {
    case AVER_DECOMPRESSION_GZIP: return 16 + MAX_WBITS;
    case AVER_DECOMPRESSION_ZLIB: return MAX_WBITS;
    default: return -MAX_WBITS;
  }
}

aver_decompressor *aver_decompressor_open(int32_t format) {
  aver_decompressor *decompressor = calloc(1, sizeof *decompressor);
  if (decompressor == NULL) return NULL;
  decompressor->format = format;
  if (format == AVER_DECOMPRESSION_ZSTANDARD) {
    decompressor->zstandard = aver_zstandard_open();
    if (decompressor->zstandard != NULL) return decompressor;
  } else if (inflateInit2(&decompressor->stream, window_bits(format)) == Z_OK) {
    return decompressor;
  }
  free(decompressor);
  return NULL;
}

void aver_decompressor_close(aver_decompressor *decompressor) {
  if (decompressor->format == AVER_DECOMPRESSION_ZSTANDARD) {
    aver_zstandard_close(decompressor->zstandard);
  } else {
    inflateEnd(&decompressor->stream);
  }
  free(decompressor);
}

void aver_decompressor_reset(aver_decompressor *decompressor) {
  if (decompressor->format == AVER_DECOMPRESSION_ZSTANDARD) {
    aver_zstandard_reset(decompressor->zstandard);
  } else {
    inflateReset(&decompressor->stream);
  }
}

int32_t aver_decompressor_run(
  aver_decompressor *decompressor, const uint8_t *input, size_t input_count, size_t *read,
  uint8_t *output, size_t output_count, size_t *written) {
  *read = 0;
  *written = 0;
  if (decompressor->format == AVER_DECOMPRESSION_ZSTANDARD) {
    return aver_zstandard_run(
      decompressor->zstandard, input, input_count, read, output, output_count, written);
  }
  z_stream *stream = &decompressor->stream;
  uInt available = input_count > UINT_MAX ? UINT_MAX : (uInt)input_count;
  uInt room = output_count > UINT_MAX ? UINT_MAX : (uInt)output_count;
  // zlib reads what it is given and changes nothing there.
  stream->next_in = (Bytef *)(uintptr_t)input;
  stream->avail_in = available;
  stream->next_out = output;
  stream->avail_out = room;
  int answer = inflate(stream, Z_NO_FLUSH);
  *read = available - stream->avail_in;
  *written = room - stream->avail_out;
  switch (answer) {
    case Z_OK:
    // Nothing could be done with what was there: not an error.
    case Z_BUF_ERROR: return AVER_DECOMPRESSION_GOES_ON;
    case Z_STREAM_END: return AVER_DECOMPRESSION_END;
    case Z_MEM_ERROR: return AVER_DECOMPRESSION_OUT_OF_MEMORY;
    default: return AVER_DECOMPRESSION_CORRUPT;
  }
}
