#include "CEncoding.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

enum { CHUNK = 16384 };

struct aver_conversion {
  uint8_t *bytes;
  int32_t *sources;
  int32_t count, capacity, bad_count;
};

static void U_CALLCONV count_bad(const void *context, UConverterToUnicodeArgs *arguments,
                                 const char *units, int32_t length,
                                 UConverterCallbackReason reason, UErrorCode *status) {
  if (reason <= UCNV_IRREGULAR) ++*(int32_t *)context;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, arguments, units, length, reason, status);
}

static bool append(aver_conversion *conversion, UChar32 scalar, int32_t source) {
  if (conversion->count > INT32_MAX - 4) return false;
  if (conversion->count + 4 > conversion->capacity) {
    int64_t wanted = (int64_t)conversion->capacity * 2 + CHUNK;
    if (wanted > INT32_MAX) wanted = INT32_MAX;
    uint8_t *bytes = realloc(conversion->bytes, (size_t)wanted);
    if (bytes == NULL) return false;
    conversion->bytes = bytes;
    int32_t *sources = realloc(conversion->sources, (size_t)wanted * sizeof *sources);
    if (sources == NULL) return false;
    conversion->sources = sources;
    conversion->capacity = (int32_t)wanted;
  }
  if (U_IS_SURROGATE(scalar)) scalar = 0xFFFD;
  int32_t start = conversion->count;
  U8_APPEND_UNSAFE(conversion->bytes, conversion->count, scalar);
  for (int32_t place = start; place < conversion->count; place++)
    conversion->sources[place] = source;
  return true;
}

aver_conversion *aver_conversion_open(const char *encoding, const uint8_t *bytes, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  aver_conversion *conversion = calloc(1, sizeof *conversion);
  UChar *units = malloc(CHUNK * sizeof *units);
  int32_t *offsets = malloc(CHUNK * sizeof *offsets);
  bool done = false, failed = U_FAILURE(status) || !conversion || !units || !offsets;
  if (!failed)
    ucnv_setToUCallBack(converter, count_bad, &conversion->bad_count, NULL, NULL, &status);

  const char *source = (const char *)bytes, *limit = source + count;
  UChar32 lead = 0;
  int32_t lead_source = 0, last_source = 0;
  while (!failed && !done) {
    UChar *target = units;
    int32_t base = (int32_t)(source - (const char *)bytes);
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units + CHUNK, &source, limit, offsets, true, &status);
    done = status != U_BUFFER_OVERFLOW_ERROR;
    failed = done && U_FAILURE(status);
    for (int32_t index = 0; !failed && index < target - units; index++) {
      // ICU writes -1 where a character began in an earlier chunk.
      int32_t place = offsets[index] < 0 ? last_source : base + offsets[index];
      if (place < last_source) place = last_source;
      if (lead != 0) {
        UChar32 scalar =
            U16_IS_TRAIL(units[index]) ? U16_GET_SUPPLEMENTARY(lead, units[index]) : 0xFFFD;
        failed = !append(conversion, scalar, lead_source);
        lead = 0;
        if (scalar != 0xFFFD) continue;
      }
      last_source = place;
      if (U16_IS_LEAD(units[index])) {
        lead = units[index];
        lead_source = place;
      } else if (!failed) {
        failed = !append(conversion, units[index], place);
      }
    }
  }
  if (!failed && lead != 0) failed = !append(conversion, 0xFFFD, lead_source);
  ucnv_close(converter);
  free(units);
  free(offsets);
  if (!failed) return conversion;
  if (conversion != NULL) aver_conversion_close(conversion);
  return NULL;
}

void aver_conversion_close(aver_conversion *conversion) {
  free(conversion->bytes);
  free(conversion->sources);
  free(conversion);
}

const uint8_t *aver_conversion_bytes(const aver_conversion *conversion, int32_t *count) {
  *count = conversion->count;
  return conversion->bytes;
}

const int32_t *aver_conversion_sources(const aver_conversion *conversion) {
  return conversion->sources;
}

int32_t aver_conversion_bad_count(const aver_conversion *conversion) {
  return conversion->bad_count;
}

int32_t aver_detect_encoding(const uint8_t *bytes, int32_t count, char *name,
                             int32_t name_capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t confidence = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_SUCCESS(status)) {
    ucsdet_setText(detector, (const char *)bytes, count, &status);
    ucsdet_enableInputFilter(detector, true);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    if (U_SUCCESS(status) && match != NULL) {
      const char *found = ucsdet_getName(match, &status);
      if (U_SUCCESS(status) && found != NULL && (int32_t)strlen(found) < name_capacity) {
        strcpy(name, found);
        confidence = ucsdet_getConfidence(match, &status);
        if (U_FAILURE(status)) confidence = 0;
      }
    }
  }
  ucsdet_close(detector);
  return confidence;
}
