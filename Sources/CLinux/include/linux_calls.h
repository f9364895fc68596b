#ifndef BATON_LINUX_CALLS_H
#define BATON_LINUX_CALLS_H

/// Swaps two names in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno: EINVAL where the file system cannot, ENOENT where one is missing.
int baton_exchange(const char *_Nonnull left, const char *_Nonnull right);

/// Writes everything of the file system that holds an open file to the disk (syncfs).
/// Returns 0, or the errno.
int baton_sync_file_system(int descriptor);

#endif
