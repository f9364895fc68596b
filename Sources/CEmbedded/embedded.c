// The files of Templates/, so that the program needs no other file beside it.

#include "embedded.h"

static const unsigned char theme_yaml[] = {
#embed "../../Templates/theme.yaml"
};

static const struct baton_embedded_file files[] = {
    {"theme.yaml", theme_yaml, sizeof theme_yaml},
};

const struct baton_embedded_file *const baton_embedded_files = files;
const size_t baton_embedded_file_count = sizeof files / sizeof files[0];
