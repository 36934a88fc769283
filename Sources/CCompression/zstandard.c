#include "zstandard.h"

#include <dlfcn.h>
#include <pthread.h>

#include "CCompression.h"

// The stable part of the library's interface (zstd.h, 1.4.0 and later), of which no header is needed.
struct in_buffer {
  const void *bytes;
  size_t count;
  size_t position;
};
struct out_buffer {
  void *bytes;
  size_t count;
  size_t position;
};
enum { RESET_SESSION_ONLY = 1, WINDOW_LOG_MAXIMUM = 100 };

static struct {
  void *(*create)(void);
  size_t (*release)(void *);
  size_t (*reset)(void *, int);
  size_t (*set_parameter)(void *, int, int);
  size_t (*decompress)(void *, struct out_buffer *, struct in_buffer *);
  unsigned (*is_error)(size_t);
} library;

static void load(void) {
  void *handle = dlopen("libzstd.so.1", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  library.release = (size_t(*)(void *))dlsym(handle, "ZSTD_freeDCtx");
  library.reset = (size_t(*)(void *, int))dlsym(handle, "ZSTD_DCtx_reset");
  library.set_parameter = (size_t(*)(void *, int, int))dlsym(handle, "ZSTD_DCtx_setParameter");
  library.decompress =
    (size_t(*)(void *, struct out_buffer *, struct in_buffer *))dlsym(handle, "ZSTD_decompressStream");
  library.is_error = (unsigned (*)(size_t))dlsym(handle, "ZSTD_isError");
  if (library.release && library.reset && library.set_parameter && library.decompress &&
      library.is_error) {
    library.create = (void *(*)(void))dlsym(handle, "ZSTD_createDCtx");
  }
}

void *aver_zstandard_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (library.create == NULL) return NULL;
  void *stream = library.create();
  // Frames that need a window of more than 32 MiB are refused: memory stays bounded.
  if (stream != NULL) library.set_parameter(stream, WINDOW_LOG_MAXIMUM, 25);
  return stream;
}

void aver_zstandard_close(void *stream) { library.release(stream); }

void aver_zstandard_reset(void *stream) { library.reset(stream, RESET_SESSION_ONLY); }

int32_t aver_zstandard_run(
  void *stream, const uint8_t *input, size_t input_count, size_t *read, uint8_t *output,
  size_t output_count, size_t *written) {
  struct in_buffer in = {input, input_count, 0};
  struct out_buffer out = {output, output_count, 0};
  size_t answer = library.decompress(stream, &out, &in);
  *read = in.position;
  *written = out.position;
  if (library.is_error(answer)) return AVER_DECOMPRESSION_CORRUPT;
  return answer == 0 ? AVER_DECOMPRESSION_END : AVER_DECOMPRESSION_GOES_ON;
}
