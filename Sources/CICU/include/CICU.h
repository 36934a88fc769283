#ifndef AVER_CICU_H
#define AVER_CICU_H

// No ICU header may be included here: next to Foundation's own copy of ICU, Swift could not
// compile a module that sees both.
#include <stdint.h>

/// ICU's word and sentence break iterators with a UTF-16 copy of one text; not thread-safe.
typedef struct aver_segmenter aver_segmenter;

/// What a code point is; bits of `aver_character_traits`.
enum {
  AVER_CHARACTER_LETTER = 1 << 0,      ///< A letter.
  AVER_CHARACTER_UPPER = 1 << 1,       ///< Upper or title case.
  AVER_CHARACTER_LOWER = 1 << 2,       ///< Lower case.
  AVER_CHARACTER_DIGIT = 1 << 3,       ///< A decimal digit.
  AVER_CHARACTER_SPACE = 1 << 4,       ///< White space.
  AVER_CHARACTER_OPENING = 1 << 5,     ///< An opening bracket or quotation mark.
  AVER_CHARACTER_CLOSING = 1 << 6,     ///< A closing bracket or quotation mark.
  AVER_CHARACTER_QUOTE = 1 << 7,       ///< A quotation mark.
  AVER_CHARACTER_CURRENCY = 1 << 8,    ///< A currency sign.
  AVER_CHARACTER_TERMINATOR = 1 << 9,  ///< Ends a sentence.
  AVER_CHARACTER_COMPLEX = 1 << 10,    ///< Its word boundaries need ICU's rules or dictionaries.
  AVER_CHARACTER_MARK = 1 << 11,       ///< Belongs to the character before it.
  AVER_CHARACTER_PUNCTUATION = 1 << 12 ///< Punctuation, not a symbol.
};

/// Opens both iterators; null if ICU has no break rules, with ICU's name of the error.
aver_segmenter *_Nullable aver_segmenter_open(const char *_Nullable *_Nonnull error_name);

/// Closes what `aver_segmenter_open` gave.
void aver_segmenter_close(aver_segmenter *_Nullable segmenter);

/// Copies a text of valid UTF-8 into the segmenter; line breaks become spaces, so that a
/// hard-wrapped line ends no sentence. Returns 0, or 1 if memory ran out.
int32_t aver_segmenter_set_text(
  aver_segmenter *_Nonnull segmenter, const uint8_t *_Nullable text, int32_t count);

/// Fills `ends` with the byte offsets at which words end, the last being the end of the text.
/// Returns how many there are, at most `count` of the text; -1 if ICU failed.
int32_t aver_segmenter_word_ends(
  aver_segmenter *_Nonnull segmenter, int32_t *_Nonnull ends, int32_t capacity);

/// The same for sentences.
int32_t aver_segmenter_sentence_ends(
  aver_segmenter *_Nonnull segmenter, int32_t *_Nonnull ends, int32_t capacity);

/// The traits of a code point.
uint32_t aver_character_traits(uint32_t code_point);

/// The version of the ICU that runs, such as `72.1`; a string that lives for ever.
const char *_Nonnull aver_icu_version(void);

#endif
