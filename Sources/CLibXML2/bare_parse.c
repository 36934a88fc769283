#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  (void)context, (void)name, (void)attributes;
}

static void on_end(void *context, const xmlChar *name) { (void)context, (void)name; }

static void on_text(void *context, const xmlChar *text, int length) {
  (void)context, (void)text, (void)length;
}

static void on_error(void *context, const char *message, ...) { (void)context, (void)message; }

void aver_html_parse_bare(const uint8_t *bytes, int32_t count) {
  if (count <= 0) return;
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)bytes, count);
  if (parser == NULL) return;
  xmlSAXHandler handler = {0};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.error = on_error;
  handler.warning = on_error;
  *parser->sax = handler;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD |
                                 XML_PARSE_HUGE);
  parser->charset = XML_CHAR_ENCODING_UTF8;
  htmlParseDocument(parser);
  htmlFreeParserCtxt(parser);
}
