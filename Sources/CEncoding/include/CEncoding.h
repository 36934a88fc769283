#ifndef AVER_CENCODING_H
#define AVER_CENCODING_H

#include <stdint.h>

// ICU's converters and its charset detector, without any ICU header in sight of Swift.

typedef struct aver_conversion aver_conversion;

// Converts bytes to UTF-8; what cannot be converted becomes U+FFFD.
// Returns NULL if the encoding is not known or memory runs out. The conversion is to be closed.
aver_conversion *_Nullable aver_conversion_open(const char *_Nonnull encoding,
                                                const uint8_t *_Nonnull bytes, int32_t count);
void aver_conversion_close(aver_conversion *_Nonnull conversion);

const uint8_t *_Nullable aver_conversion_bytes(const aver_conversion *_Nonnull conversion,
                                               int32_t *_Nonnull count);

// For each UTF-8 byte, the first source byte of the character that yielded it; never decreasing.
const int32_t *_Nullable aver_conversion_sources(const aver_conversion *_Nonnull conversion);

// How many times bytes could not be converted.
int32_t aver_conversion_bad_count(const aver_conversion *_Nonnull conversion);

// Guesses the encoding of bytes from statistics of languages. Slow; a last resort.
// Returns the confidence, 0 to 100, and writes the name; 0 if there is no guess.
int32_t aver_detect_encoding(const uint8_t *_Nonnull bytes, int32_t count, char *_Nonnull name,
                             int32_t name_capacity);

#endif
