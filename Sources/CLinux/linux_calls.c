// Linux calls that the C library declares only under _GNU_SOURCE, so that Swift's Glibc module lacks them.

#define _GNU_SOURCE
#include "linux_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int baton_exchange(const char *left, const char *right) {
  return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int baton_sync_file_system(int descriptor) { return syncfs(descriptor) == 0 ? 0 : errno; }
