#include "CLibXML2.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>

// The library that runs may be newer than the headers: it says `20914` of itself.
const char *aver_libxml2_version(void) {
  static char text[32];
  if (text[0] == 0) {
    int version = atoi(xmlParserVersion);
    snprintf(text, sizeof text, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
  }
  return text;
}
