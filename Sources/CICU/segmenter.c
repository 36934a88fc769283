#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utypes.h>

struct aver_segmenter {
  UBreakIterator *words;
  UBreakIterator *sentences;
  UChar *units;
  // Byte offset of each UTF-16 unit, and of the end.
  int32_t *offsets;
  int32_t unit_count;
  int32_t capacity;
};

aver_segmenter *aver_segmenter_open(const char **error_name) {
  UErrorCode status = U_ZERO_ERROR;
  aver_segmenter *segmenter = calloc(1, sizeof *segmenter);
  if (segmenter == NULL) {
    *error_name = u_errorName(U_MEMORY_ALLOCATION_ERROR);
    return NULL;
  }
  // The root rules: a locale would only bring suppressions, which Aver has as data of its own.
  segmenter->words = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  segmenter->sentences = ubrk_open(UBRK_SENTENCE, "", NULL, 0, &status);
  if (U_FAILURE(status)) {
    *error_name = u_errorName(status);
    aver_segmenter_close(segmenter);
    return NULL;
  }
  *error_name = NULL;
  return segmenter;
}

void aver_segmenter_close(aver_segmenter *segmenter) {
  if (segmenter == NULL) return;
  if (segmenter->words != NULL) ubrk_close(segmenter->words);
  if (segmenter->sentences != NULL) ubrk_close(segmenter->sentences);
  free(segmenter->units);
  free(segmenter->offsets);
  free(segmenter);
}

static int reserve(aver_segmenter *segmenter, int32_t count) {
  if (segmenter->capacity > count) return 1;
  size_t wanted = (size_t)count + (size_t)count / 2 + 64;
  if (wanted > INT32_MAX) return 0;
  // What the old text left is not needed: free and allocate instead of copying.
  free(segmenter->units);
  free(segmenter->offsets);
  segmenter->units = malloc(wanted * sizeof *segmenter->units);
  segmenter->offsets = malloc(wanted * sizeof *segmenter->offsets);
  segmenter->capacity = 0;
  if (segmenter->units == NULL || segmenter->offsets == NULL) return 0;
  segmenter->capacity = (int32_t)wanted;
  return 1;
}

int32_t aver_segmenter_set_text(aver_segmenter *segmenter, const uint8_t *text, int32_t count) {
  segmenter->unit_count = 0;
  // UTF-8 has at least as many bytes as UTF-16 has units.
  if (!reserve(segmenter, count)) return 1;
  UChar *units = segmenter->units;
  int32_t *offsets = segmenter->offsets;
  int32_t unit = 0;
  for (int32_t byte = 0; byte < count;) {
    int32_t start = byte;
    UChar32 c;
    U8_NEXT(text, byte, count, c);
    if (c < 0) c = 0xFFFD;
    if (c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029) c = 0x20;
    offsets[unit] = start;
    if (c <= 0xFFFF) {
      units[unit++] = (UChar)c;
    } else {
      units[unit++] = U16_LEAD(c);
      offsets[unit] = start;
      units[unit++] = U16_TRAIL(c);
    }
  }
  offsets[unit] = count;
  segmenter->unit_count = unit;
  return 0;
}

static int32_t fill(
  aver_segmenter *segmenter, UBreakIterator *iterator, int32_t *ends, int32_t capacity) {
  if (segmenter->unit_count == 0) return 0;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator, segmenter->units, segmenter->unit_count, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  int32_t end;
  while (count < capacity && (end = ubrk_next(iterator)) != UBRK_DONE) {
    ends[count++] = segmenter->offsets[end];
  }
  return count;
}

int32_t aver_segmenter_word_ends(aver_segmenter *segmenter, int32_t *ends, int32_t capacity) {
  return fill(segmenter, segmenter->words, ends, capacity);
}

int32_t aver_segmenter_sentence_ends(aver_segmenter *segmenter, int32_t *ends, int32_t capacity) {
  return fill(segmenter, segmenter->sentences, ends, capacity);
}

static int is_complex(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  // Hangul has letters to the rules, but ICU parts it from other scripts with its dictionary.
  if (uscript_getScript(c, &status) == USCRIPT_HANGUL) return 1;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_OTHER:
      // Ideographs and the scripts without spaces between words are "other" to the rules; ICU
      // cuts them with its dictionaries.
      return u_isalpha(c) || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
    case U_WB_KATAKANA:
    case U_WB_REGIONAL_INDICATOR:
      return 1;
    default:
      return u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER);
  }
}

uint32_t aver_character_traits(uint32_t code_point) {
  UChar32 c = (UChar32)code_point;
  uint32_t traits = 0;
  int32_t word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  int is_mark = word_break == U_WB_EXTEND || word_break == U_WB_FORMAT || word_break == U_WB_ZWJ;
  if (is_mark) traits |= AVER_CHARACTER_MARK;
  // The rules take some signs of phonetic alphabets for letters that are not alphabetic.
  if (word_break == U_WB_ALETTER || word_break == U_WB_HEBREW_LETTER || u_isalpha(c)) traits |= AVER_CHARACTER_LETTER;
  if (u_isUUppercase(c) || u_istitle(c)) traits |= AVER_CHARACTER_UPPER;
  if (u_isULowercase(c)) traits |= AVER_CHARACTER_LOWER;
  if (word_break == U_WB_NUMERIC && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    traits |= AVER_CHARACTER_DIGIT;
  }
  if (u_isUWhiteSpace(c)) traits |= AVER_CHARACTER_SPACE;
  switch (u_charType(c)) {
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      traits |= AVER_CHARACTER_OPENING;
      break;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      traits |= AVER_CHARACTER_CLOSING;
      break;
    case U_CURRENCY_SYMBOL:
      traits |= AVER_CHARACTER_CURRENCY;
      break;
    default:
      break;
  }
  if (u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK)) traits |= AVER_CHARACTER_QUOTE;
  if (u_hasBinaryProperty(c, UCHAR_S_TERM)) traits |= AVER_CHARACTER_TERMINATOR;
  if (u_ispunct(c)) traits |= AVER_CHARACTER_PUNCTUATION;
  if (is_complex(c)) traits |= AVER_CHARACTER_COMPLEX;
  return traits;
}
