#ifndef AVER_CLIBXML2_H
#define AVER_CLIBXML2_H

#include <stdint.h>

// libxml2's HTML parser as one call: bytes in, a flat array of events out. No libxml2 header is
// visible here, because on Debian they bring ICU's, which clash with Foundation's own copy.

enum {
  // A start tag, or an element that the parser implies.
  AVER_HTML_START = 0,
  // The end of the innermost open element.
  AVER_HTML_END = 1,
  // Text that stands in the source as it is.
  AVER_HTML_TEXT = 2,
  // Text that the parser decoded from the character reference at the range.
  AVER_HTML_REFERENCE = 3,
  // Text whose place could not be confirmed; the range is the stretch it must lie in.
  AVER_HTML_UNVERIFIED = 4
};

typedef struct {
  int32_t kind;
  // Start, end: index of the element's name. Reference, unverified: first byte in the pool.
  int32_t value;
  // Reference, unverified: bytes in the pool. Start: number of attributes.
  int32_t count;
  // Start: index of the first attribute.
  int32_t attribute;
  // Source bytes of the text; for a start, both are the parser's position, which is the tag's `>`.
  int32_t source;
  int32_t source_end;
} aver_html_event;

typedef struct {
  // Index of the attribute's name.
  int32_t name;
  // The value's bytes in the pool, character references decoded.
  int32_t value;
  int32_t count;
} aver_html_attribute;

typedef struct {
  int32_t start;
  int32_t count;
} aver_html_name;

typedef struct aver_html_page aver_html_page;

// Prepares the library; to be called once before pages are parsed on several threads.
void aver_html_prepare(void);

// Parses clean UTF-8: no byte order mark, no NUL, no other character that XML forbids.
// Returns NULL only when memory runs out. The page is to be closed.
aver_html_page *_Nullable aver_html_open(const uint8_t *_Nonnull bytes, int32_t count);
void aver_html_close(aver_html_page *_Nonnull page);

const aver_html_event *_Nullable aver_html_events(const aver_html_page *_Nonnull page,
                                                  int32_t *_Nonnull count);
const aver_html_attribute *_Nullable aver_html_attributes(const aver_html_page *_Nonnull page,
                                                          int32_t *_Nonnull count);
const aver_html_name *_Nullable aver_html_names(const aver_html_page *_Nonnull page,
                                                int32_t *_Nonnull count);
const uint8_t *_Nullable aver_html_pool(const aver_html_page *_Nonnull page,
                                        int32_t *_Nonnull count);

// Parses clean UTF-8 and does nothing with it: the least that reading a page costs.
void aver_html_parse_bare(const uint8_t *_Nonnull bytes, int32_t count);

// How many texts have the kind AVER_HTML_UNVERIFIED.
int32_t aver_html_unverified_count(const aver_html_page *_Nonnull page);

// The version of the libxml2 that runs, such as `2.9.14`; a string that lives for ever.
const char *_Nonnull aver_libxml2_version(void);

#endif
