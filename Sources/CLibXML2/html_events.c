#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// A name is interned once; the table is open addressing over indices + 1.
enum { NAME_SLOTS = 4096, MAXIMUM_NAMES = 2048, LONGEST_REFERENCE = 64 };

struct aver_html_page {
  htmlParserCtxtPtr parser;
  const uint8_t *source;
  int32_t source_count;
  // The end of the last text: text is reported in order, so no text begins before it.
  int32_t text_end;
  int32_t unverified_count;
  bool out_of_memory;

  aver_html_event *events;
  int32_t event_count, event_capacity;
  aver_html_attribute *attributes;
  int32_t attribute_count, attribute_capacity;
  aver_html_name *names;
  int32_t name_count, name_capacity;
  uint8_t *pool;
  int32_t pool_count, pool_capacity;
  int32_t slots[NAME_SLOTS];
};

// Values of other attributes are never asked for, and may be megabytes of embedded images.
static const char *const wanted_attributes[] = {
    "aria-hidden", "class", "content", "datetime", "hidden",   "href",     "id",
    "itemprop",    "lang",  "name",    "property", "pubdate",  "rel",      "role",
    "style",       "type",  "title",   "itemtype", "xml:lang", "data-type"};

static bool reserve(aver_html_page *page, void **items, int32_t *capacity, int32_t count,
                    int32_t more, size_t size) {
  if (page->out_of_memory || more < 0 || count > INT32_MAX - more) {
    page->out_of_memory = true;
    return false;
  }
  if (count + more <= *capacity) return true;
  int64_t wanted = (int64_t)*capacity * 2;
  if (wanted < count + more) wanted = (int64_t)count + more;
  if (wanted < 1024) wanted = 1024;
  if (wanted > INT32_MAX) wanted = INT32_MAX;
  void *grown = realloc(*items, (size_t)wanted * size);
  if (grown == NULL) {
    page->out_of_memory = true;
    return false;
  }
  *items = grown;
  *capacity = (int32_t)wanted;
  return true;
}

static int32_t add_to_pool(aver_html_page *page, const xmlChar *bytes, int32_t count) {
  if (!reserve(page, (void **)&page->pool, &page->pool_capacity, page->pool_count, count, 1))
    return 0;
  int32_t start = page->pool_count;
  if (count > 0) memcpy(page->pool + start, bytes, (size_t)count);
  page->pool_count += count;
  return start;
}

// The index of a name; 0 is the empty name, which also stands for all beyond the limit.
static int32_t name_index(aver_html_page *page, const xmlChar *name) {
  uint32_t hash = 2166136261u;
  int32_t count = 0;
  for (; name[count] != 0 && count < 256; count++) hash = (hash ^ name[count]) * 16777619u;
  uint32_t slot = hash % NAME_SLOTS;
  while (page->slots[slot] != 0) {
    aver_html_name known = page->names[page->slots[slot] - 1];
    if (known.count == count && memcmp(page->pool + known.start, name, (size_t)count) == 0)
      return page->slots[slot] - 1;
    slot = (slot + 1) % NAME_SLOTS;
  }
  if (page->name_count >= MAXIMUM_NAMES) return 0;
  if (!reserve(page, (void **)&page->names, &page->name_capacity, page->name_count, 1,
               sizeof *page->names))
    return 0;
  int32_t start = add_to_pool(page, name, count);
  if (page->out_of_memory) return 0;
  page->names[page->name_count] = (aver_html_name){start, count};
  page->slots[slot] = ++page->name_count;
  return page->name_count - 1;
}

static void add_event(aver_html_page *page, aver_html_event event) {
  if (!reserve(page, (void **)&page->events, &page->event_capacity, page->event_count, 1,
               sizeof *page->events))
    return;
  page->events[page->event_count++] = event;
}

// The number of source bytes that the parser has consumed. The parser shrinks its buffer as it
// goes, so the place in the buffer alone is not enough.
static int32_t position(const aver_html_page *page) {
  const xmlParserInput *input = page->parser->input;
  int64_t offset = (int64_t)input->consumed + (input->cur - input->base);
  if (offset < 0) return 0;
  return offset > page->source_count ? page->source_count : (int32_t)offset;
}

static bool is_at(const aver_html_page *page, int64_t start, const xmlChar *text, int32_t count) {
  return start >= page->text_end && start + count <= page->source_count &&
         memcmp(page->source + start, text, (size_t)count) == 0;
}

// The nearest `&` before `end` that lies behind the last text, or -1.
static int32_t ampersand_before(const aver_html_page *page, int32_t end, int32_t longest) {
  int32_t first = end - longest > page->text_end ? end - longest : page->text_end;
  for (int32_t place = end - 1; place >= first; place--)
    if (page->source[place] == '&') return place;
  return -1;
}

static int32_t encode(unsigned int scalar, xmlChar out[4]) {
  if (scalar < 0x80) return out[0] = (xmlChar)scalar, 1;
  if (scalar < 0x800) {
    out[0] = (xmlChar)(0xC0 | (scalar >> 6));
    out[1] = (xmlChar)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    out[0] = (xmlChar)(0xE0 | (scalar >> 12));
    out[1] = (xmlChar)(0x80 | ((scalar >> 6) & 0x3F));
    out[2] = (xmlChar)(0x80 | (scalar & 0x3F));
    return 3;
  }
  out[0] = (xmlChar)(0xF0 | (scalar >> 18));
  out[1] = (xmlChar)(0x80 | ((scalar >> 12) & 0x3F));
  out[2] = (xmlChar)(0x80 | ((scalar >> 6) & 0x3F));
  out[3] = (xmlChar)(0x80 | (scalar & 0x3F));
  return 4;
}

// Whether the source bytes are a character reference that stands for the text.
static bool decodes_to(const aver_html_page *page, int32_t start, int32_t end, const xmlChar *text,
                       int32_t count) {
  const uint8_t *source = page->source;
  if (source[start] != '&' || end - start < 3) return false;
  int32_t last = source[end - 1] == ';' ? end - 1 : end;
  unsigned int scalar = 0;
  if (source[start + 1] == '#') {
    int32_t place = start + 2;
    bool hexadecimal = place < last && (source[place] | 0x20) == 'x';
    if (hexadecimal) place++;
    if (place >= last) return false;
    for (; place < last; place++) {
      uint8_t byte = source[place], lower = byte | 0x20;
      if (byte >= '0' && byte <= '9')
        scalar = scalar * (hexadecimal ? 16 : 10) + (byte - '0');
      else if (hexadecimal && lower >= 'a' && lower <= 'f')
        scalar = scalar * 16 + (lower - 'a' + 10u);
      else
        return false;
      if (scalar > 0x10FFFF) return false;
    }
  } else {
    // A name without its `;` is not decoded.
    char name[LONGEST_REFERENCE];
    int32_t length = last - start - 1;
    if (last == end || length <= 0 || length >= LONGEST_REFERENCE) return false;
    memcpy(name, source + start + 1, (size_t)length);
    name[length] = 0;
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    if (entity == NULL) return false;
    scalar = entity->value;
  }
  xmlChar encoded[4];
  int32_t length = encode(scalar, encoded);
  return length == count && memcmp(encoded, text, (size_t)count) == 0;
}

static void on_text(void *context, const xmlChar *text, int length) {
  aver_html_page *page = context;
  if (length <= 0) return;
  int32_t offset = position(page);
  int32_t count = length;
  int32_t kind = AVER_HTML_TEXT;
  int64_t start = -1, end = -1;

  // A reference. Tried first, because a decoded `;` equals the last byte of its own reference.
  int32_t ampersand = -1;
  if (count <= 4 && offset > 0) {
    ampersand = ampersand_before(page, offset, 1 << 16);
    if (ampersand >= 0 && decodes_to(page, ampersand, offset, text, count)) {
      kind = AVER_HTML_REFERENCE;
      start = ampersand;
      end = offset;
    }
  }
  if (start < 0) {
    // A buffer that fills up is reported before its last character is consumed.
    int32_t last = count;
    do last--;
    while (last > 0 && (text[last] & 0xC0) == 0x80);
    int64_t flushed = (int64_t)offset - last;
    if (is_at(page, (int64_t)offset - count, text, count)) {
      start = (int64_t)offset - count;
    } else if (count == 1 && text[0] == '&') {
      // The `&` of an unknown reference is reported when its name is consumed, before the name.
      start = ampersand;
    } else if (is_at(page, flushed, text, count)) {
      // Also a stray `<`, which is reported before it is consumed: its `last` is 0.
      start = flushed;
    }
    end = start + count;
  }
  if (start < 0) {
    kind = AVER_HTML_UNVERIFIED;
    page->unverified_count++;
    start = page->text_end;
    end = offset > page->text_end ? offset : page->text_end;
  }
  aver_html_event event = {kind, 0, 0, 0, (int32_t)start, (int32_t)end};
  if (kind != AVER_HTML_TEXT) {
    event.value = add_to_pool(page, text, count);
    event.count = count;
  }
  page->text_end = (int32_t)end;
  add_event(page, event);
}

static bool is_wanted(const xmlChar *name) {
  for (size_t index = 0; index < sizeof wanted_attributes / sizeof *wanted_attributes; index++)
    if (strcmp((const char *)name, wanted_attributes[index]) == 0) return true;
  return false;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  aver_html_page *page = context;
  int32_t offset = position(page);
  aver_html_event event = {AVER_HTML_START, name_index(page, name), 0, page->attribute_count,
                           offset, offset};
  for (; attributes != NULL && *attributes != NULL; attributes += 2) {
    if (!is_wanted(attributes[0])) continue;
    size_t length = attributes[1] == NULL ? 0 : strlen((const char *)attributes[1]);
    if (!reserve(page, (void **)&page->attributes, &page->attribute_capacity,
                 page->attribute_count, 1, sizeof *page->attributes))
      return;
    int32_t attribute_name = name_index(page, attributes[0]);
    int32_t value = add_to_pool(page, attributes[1], (int32_t)length);
    page->attributes[page->attribute_count++] =
        (aver_html_attribute){attribute_name, value, (int32_t)length};
    event.count++;
  }
  add_event(page, event);
}

static void on_end(void *context, const xmlChar *name) {
  aver_html_page *page = context;
  int32_t offset = position(page);
  add_event(page,
            (aver_html_event){AVER_HTML_END, name_index(page, name), 0, 0, offset, offset});
}

// A page is never a reason to open a file or a connection.
static xmlParserInputPtr refuse(const char *address, const char *identifier,
                                xmlParserCtxtPtr parser) {
  (void)address, (void)identifier, (void)parser;
  return NULL;
}

static void ignore_error(void *context, const char *message, ...) {
  (void)context, (void)message;
}

void aver_html_prepare(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(refuse);
}

aver_html_page *aver_html_open(const uint8_t *bytes, int32_t count) {
  aver_html_page *page = calloc(1, sizeof *page);
  if (page == NULL) return NULL;
  page->source = bytes;
  page->source_count = count;
  name_index(page, (const xmlChar *)"");
  if (count <= 0) return page;

  page->parser = htmlCreateMemoryParserCtxt((const char *)bytes, count);
  if (page->parser == NULL) {
    aver_html_close(page);
    return NULL;
  }
  xmlSAXHandler handler = {0};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.error = ignore_error;
  handler.warning = ignore_error;
  *page->parser->sax = handler;
  page->parser->userData = page;
  htmlCtxtUseOptions(page->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                       HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD |
                                       XML_PARSE_HUGE);
  // The bytes are UTF-8 and no decoder is plugged in: positions then count source bytes.
  page->parser->charset = XML_CHAR_ENCODING_UTF8;
  htmlParseDocument(page->parser);
  htmlFreeParserCtxt(page->parser);
  page->parser = NULL;
  if (page->out_of_memory) {
    aver_html_close(page);
    return NULL;
  }
  return page;
}

void aver_html_close(aver_html_page *page) {
  if (page->parser != NULL) htmlFreeParserCtxt(page->parser);
  free(page->events);
  free(page->attributes);
  free(page->names);
  free(page->pool);
  free(page);
}

const aver_html_event *aver_html_events(const aver_html_page *page, int32_t *count) {
  *count = page->event_count;
  return page->events;
}

const aver_html_attribute *aver_html_attributes(const aver_html_page *page, int32_t *count) {
  *count = page->attribute_count;
  return page->attributes;
}

const aver_html_name *aver_html_names(const aver_html_page *page, int32_t *count) {
  *count = page->name_count;
  return page->names;
}

const uint8_t *aver_html_pool(const aver_html_page *page, int32_t *count) {
  *count = page->pool_count;
  return page->pool;
}

int32_t aver_html_unverified_count(const aver_html_page *page) { return page->unverified_count; }
