#include "CTaggerModel.h"

// Its numbers are read in place, sixteen bytes at a time.
static const _Alignas(16) unsigned char model[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "../../Rules/en/models/tagger.model"
#pragma clang diagnostic pop
};

const unsigned char *_Nonnull caver_tagger_model(void) { return model; }

size_t caver_tagger_model_size(void) { return sizeof model; }
