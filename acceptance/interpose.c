// Stands between a program and the C library (LD_PRELOAD), counts the calls that change what is below a folder, and
// kills the process or refuses the call at a chosen one. The program itself knows nothing of it.
//
//   ENDURE_BELOW  only calls on paths below this folder count
//   ENDURE_STEP   the call that is struck, from 1; 0 for none
//   ENDURE_DO     kill, ENOSPC or EIO
//   ENDURE_STAYS  1 if every later call is refused too
//   ENDURE_LOG    a file that gets a line a call: its name and path
//
// Built and used by scripts/endure.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static int is_below(const char *path) {
  const char *folder = setting("ENDURE_BELOW");
  size_t length = strlen(folder);
  return length > 0 && path && strncmp(path, folder, length) == 0;
}

static void note(const char *name, const char *path) {
  const char *log = getenv("ENDURE_LOG");
  if (!log) return;
  char line[PATH_MAX + 32];
  int length = snprintf(line, sizeof line, "%s %s\n", name, path);
  int file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) abort();
  if (syscall(SYS_write, file, line, length) != length) abort();
  syscall(SYS_close, file);
}

// Returns 0 if the call may go on, else the error that it gets. A struck process dies here.
static int strike(const char *name, const char *path) {
  if (!is_below(path)) return 0;
  int number = atomic_fetch_add(&calls, 1) + 1;
  note(name, path);
  int step = atoi(setting("ENDURE_STEP"));
  if (step == 0 || number < step || (number > step && setting("ENDURE_STAYS")[0] != '1')) return 0;
  const char *deed = setting("ENDURE_DO");
  if (strcmp(deed, "kill") == 0) kill(getpid(), SIGKILL);
  return strcmp(deed, "ENOSPC") == 0 ? ENOSPC : EIO;
}

static int strike_open_file(const char *name, int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strike(name, path);
}

#define NEXT(type, name) __typeof__(type) real = (__typeof__(type))dlsym(RTLD_NEXT, name)
#define REFUSED(error) \
  do {                 \
    errno = (error);   \
    return -1;         \
  } while (0)

static int opened(const char *symbol, const char *path, int flags, mode_t mode) {
  if (flags & O_CREAT) {
    int error = strike("create", path);
    if (error) REFUSED(error);
  }
  NEXT(int (*)(const char *, int, ...), symbol);
  return real(path, flags, mode);
}

#define OPEN(name)                                           \
  int name(const char *path, int flags, ...) {               \
    va_list arguments;                                       \
    va_start(arguments, flags);                              \
    mode_t mode = flags & O_CREAT ? va_arg(arguments, int) : 0; \
    va_end(arguments);                                       \
    return opened(#name, path, flags, mode);                 \
  }
OPEN(open)
OPEN(open64)

// A write is struck in the middle: half of it is done.
#define WRITE(name, parameters, whole, half, signature)  \
  ssize_t name parameters {                              \
    NEXT(signature, #name);                              \
    if (!is_struck_next(file)) {                         \
      int error = strike_open_file("write", file);       \
      if (error) REFUSED(error);                         \
      return real whole;                                 \
    }                                                    \
    if (count > 1) (void)!real half;                     \
    int error = strike_open_file("write", file);         \
    if (error) REFUSED(error);                           \
    return real whole;                                   \
  }

static int is_struck_next(int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path) && strcmp(setting("ENDURE_DO"), "kill") == 0
    && atomic_load(&calls) + 1 == atoi(setting("ENDURE_STEP"));
}

WRITE(write, (int file, const void *bytes, size_t count), (file, bytes, count), (file, bytes, count / 2),
  ssize_t (*)(int, const void *, size_t))
WRITE(pwrite64, (int file, const void *bytes, size_t count, off_t offset), (file, bytes, count, offset),
  (file, bytes, count / 2, offset), ssize_t (*)(int, const void *, size_t, off_t))
WRITE(pwrite, (int file, const void *bytes, size_t count, off_t offset), (file, bytes, count, offset),
  (file, bytes, count / 2, offset), ssize_t (*)(int, const void *, size_t, off_t))

#define ON_FILE(name)                          \
  int name(int file) {                         \
    int error = strike_open_file(#name, file); \
    if (error) REFUSED(error);                 \
    NEXT(int (*)(int), #name);                 \
    return real(file);                         \
  }
ON_FILE(fsync)
ON_FILE(fdatasync)
ON_FILE(syncfs)

#define TRUNCATE(name)                              \
  int name(int file, off_t length) {                \
    int error = strike_open_file("truncate", file); \
    if (error) REFUSED(error);                      \
    NEXT(int (*)(int, off_t), #name);               \
    return real(file, length);                      \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define ON_PATH(name)                \
  int name(const char *path) {       \
    int error = strike(#name, path); \
    if (error) REFUSED(error);       \
    NEXT(int (*)(const char *), #name); \
    return real(path);               \
  }
ON_PATH(unlink)
ON_PATH(rmdir)

int mkdir(const char *path, mode_t mode) {
  int error = strike("mkdir", path);
  if (error) REFUSED(error);
  NEXT(int (*)(const char *, mode_t), "mkdir");
  return real(path, mode);
}

int rename(const char *from, const char *to) {
  int error = strike("rename", to);
  if (error) REFUSED(error);
  NEXT(int (*)(const char *, const char *), "rename");
  return real(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  int error = strike("rename", to);
  if (error) REFUSED(error);
  NEXT(int (*)(int, const char *, int, const char *, unsigned), "renameat2");
  return real(from_folder, from, to_folder, to, flags);
}
