#ifndef AVER_CICU_H
#define AVER_CICU_H
#include <stdint.h>
#endif
