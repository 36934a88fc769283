#include "CFuzzer.h"

extern int LLVMFuzzerRunDriver(int *argc, char ***argv, aver_fuzz_target target);

int aver_fuzz(int argc, char **argv, aver_fuzz_target target) {
  return LLVMFuzzerRunDriver(&argc, &argv, target);
}
