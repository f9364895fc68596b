// The files of Templates/, so that the program needs no other file beside it.
// Written by scripts/embed-templates; the 0 after each file lets it be empty and is not counted.

#include "embedded.h"

static const unsigned char theme_yaml[] = {
#embed "../../Templates/theme.yaml" suffix(, )
    0};

static const struct baton_embedded_file files[] = {
    {"theme.yaml", theme_yaml, sizeof theme_yaml - 1},
};

const struct baton_embedded_file *const baton_embedded_files = files;
const size_t baton_embedded_file_count = sizeof files / sizeof files[0];
