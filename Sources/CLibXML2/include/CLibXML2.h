#ifndef AVER_CLIBXML2_H
#define AVER_CLIBXML2_H
#include <stdint.h>
#endif
