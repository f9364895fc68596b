#ifndef BATON_EMBEDDED_H
#define BATON_EMBEDDED_H

#include <stddef.h>

/// One file of `Templates/`, compiled into the program.
struct baton_embedded_file {
  const char *_Nonnull name;  // path below Templates/, '/' between folders
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// All embedded files, ordered by name.
extern const struct baton_embedded_file *_Nonnull const baton_embedded_files;
extern const size_t baton_embedded_file_count;

#endif
