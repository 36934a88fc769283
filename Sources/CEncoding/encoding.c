#include "CEncoding.h"
