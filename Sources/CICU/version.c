#include "CICU.h"

#include <unicode/uvernum.h>

// The headers' version is the library's: ICU's functions carry it in their names.
const char *aver_icu_version(void) { return U_ICU_VERSION; }
