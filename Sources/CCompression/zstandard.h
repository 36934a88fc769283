// libzstd, looked for when it is first needed: Aver does without it where it is not installed.
#ifndef AVER_ZSTANDARD_H
#define AVER_ZSTANDARD_H

#include <stddef.h>
#include <stdint.h>

void *aver_zstandard_open(void);
void aver_zstandard_close(void *stream);
void aver_zstandard_reset(void *stream);
int32_t aver_zstandard_run(
  void *stream, const uint8_t *input, size_t input_count, size_t *read, uint8_t *output,
  size_t output_count, size_t *written);

#endif
