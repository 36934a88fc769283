#ifndef AVER_CFUZZER_H
#define AVER_CFUZZER_H

#include <stddef.h>
#include <stdint.h>

typedef int (*aver_fuzz_target)(const uint8_t *_Nullable data, size_t size);

// Runs libFuzzer with the arguments of the command line; returns its exit status.
int aver_fuzz(int argc, char *_Nullable *_Nonnull argv, aver_fuzz_target _Nonnull target);

#endif
