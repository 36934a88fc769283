#ifndef AVER_CENCODING_H
#define AVER_CENCODING_H
#include <stdint.h>
#endif
