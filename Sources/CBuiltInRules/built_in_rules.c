#include "CBuiltInRules.h"

// Written by the build from the files under `Rules/`.
extern const unsigned char *const aver_rules_parts[];
extern const size_t aver_rules_sizes[];

const unsigned char *_Nonnull aver_rules_bytes(int part) { return aver_rules_parts[part]; }

size_t aver_rules_size(int part) { return aver_rules_sizes[part]; }
