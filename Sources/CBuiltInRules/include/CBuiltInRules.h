#ifndef AVER_CBUILT_IN_RULES_H
#define AVER_CBUILT_IN_RULES_H

#include <stddef.h>

// What travels with the program of the built-in rules; the build writes it.
enum {
  // The compiled rules.
  AVER_RULES_PACK = 0,
  // All rule files as text.
  AVER_RULES_TEXTS = 1,
  // Those of cleaning once more alone, so that cleaning need not search for them.
  AVER_RULES_CLEANING = 2,
  // `sha256:` and the digest of all rule files.
  AVER_RULES_DIGEST = 3
};

// The bytes of a part, which live as long as the program.
const unsigned char *_Nonnull aver_rules_bytes(int part);

size_t aver_rules_size(int part);

#endif
