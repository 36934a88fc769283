#ifndef AVER_CTAGGER_MODEL_H
#define AVER_CTAGGER_MODEL_H

#include <stddef.h>

/// The bytes of the tagger's model, which lives as long as the program.
const unsigned char *_Nonnull caver_tagger_model(void);

/// How many bytes the tagger's model has.
size_t caver_tagger_model_size(void);

#endif
