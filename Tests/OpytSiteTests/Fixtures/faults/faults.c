/* Stands between a program and the C library, and lets one call fail, or the program die before it. Only calls for files
   below one folder count.

   OPYT_FAULT_ROOT      the folder; its path has no links
   OPYT_FAULT_KIND      the kind of call: open, read, write, close, stat, list, link, rename, sync, lock, mkdir, remove; or any
   OPYT_FAULT_NUMBER    which call of this kind fails, from 1
   OPYT_FAULT_CODE      what errno says then; 0: the program is killed instead
   OPYT_FAULT_EXCHANGE  what errno says wherever two names are to be exchanged
   OPYT_FAULT_COUNTS    a file that is told at the end how many calls of each kind there were, and whether one failed */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

enum kind { OPEN, READ, WRITE, CLOSE, STAT, LIST, LINK, RENAME, SYNC, LOCK, MKDIR, REMOVE, ANY, KINDS };
static const char *const names[KINDS] = {
  "open", "read", "write", "close", "stat", "list", "link", "rename", "sync", "lock", "mkdir", "remove", "any"};

static const char *root;
static size_t root_length;
static int chosen = -1, code = -1, exchange;
static long number = -1;
static atomic_long counts[KINDS];
static atomic_int has_failed;
static atomic_char tracked[1 << 16];

__attribute__((constructor)) static void begin(void) {
  const char *kind = getenv("OPYT_FAULT_KIND"), *text;
  root = getenv("OPYT_FAULT_ROOT");
  root_length = root ? strlen(root) : 0;
  for (int i = 0; kind && i < KINDS; i++) if (!strcmp(kind, names[i])) chosen = i;
  if ((text = getenv("OPYT_FAULT_NUMBER"))) number = atol(text);
  if ((text = getenv("OPYT_FAULT_CODE"))) code = atoi(text);
  if ((text = getenv("OPYT_FAULT_EXCHANGE"))) exchange = atoi(text);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("OPYT_FAULT_COUNTS");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  for (int i = 0; i < KINDS; i++) fprintf(file, "%s %ld\n", names[i], counts[i]);
  fprintf(file, "failed %d\n", has_failed);
  fclose(file);
}

static int is_below(const char *path) { return root && path && !strncmp(path, root, root_length); }
static int is_tracked(int fd) { return fd >= 0 && fd < (int)sizeof tracked && tracked[fd]; }
static int track(int fd, int is) {
  if (fd >= 0 && fd < (int)sizeof tracked) tracked[fd] = is;
  return fd;
}

/* Whether this call is to fail; errno is set then. */
static int fails(enum kind kind) {
  long of_kind = atomic_fetch_add(&counts[kind], 1) + 1, of_any = atomic_fetch_add(&counts[ANY], 1) + 1;
  if (code < 0 || !((chosen == (int)kind && of_kind == number) || (chosen == ANY && of_any == number))) return 0;
  has_failed = 1;
  if (code == 0) kill(getpid(), SIGKILL);
  errno = code;
  return 1;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)

#define OPENS(name)                                                              \
  int name(const char *path, int flags, ...) {                                   \
    REAL(int, name, const char *, int, ...);                                     \
    va_list list;                                                                \
    va_start(list, flags);                                                       \
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;                    \
    va_end(list);                                                                \
    if (!is_below(path)) return track(real(path, flags, mode), 0);               \
    return fails(OPEN) ? -1 : track(real(path, flags, mode), 1);                 \
  }
OPENS(open)
OPENS(open64)

int mkstemp(char *path) {
  REAL(int, mkstemp, char *);
  if (!is_below(path)) return track(real(path), 0);
  return fails(OPEN) ? -1 : track(real(path), 1);
}

int close(int fd) {
  REAL(int, close, int);
  int is = is_tracked(fd), failed = is && fails(CLOSE), saved = errno;
  track(fd, 0);
  int result = real(fd);
  if (failed) { errno = saved; return -1; }
  return result;
}

#define ON_DESCRIPTOR(type, kind, name, parameters, arguments, ...)              \
  type name parameters {                                                         \
    REAL(type, name, __VA_ARGS__);                                               \
    return is_tracked(fd) && fails(kind) ? -1 : real arguments;                  \
  }
ON_DESCRIPTOR(ssize_t, READ, read, (int fd, void *bytes, size_t count), (fd, bytes, count), int, void *, size_t)
ON_DESCRIPTOR(ssize_t, READ, pread, (int fd, void *bytes, size_t count, off_t at), (fd, bytes, count, at), int, void *, size_t, off_t)
ON_DESCRIPTOR(ssize_t, READ, pread64, (int fd, void *bytes, size_t count, off64_t at), (fd, bytes, count, at), int, void *, size_t, off64_t)
ON_DESCRIPTOR(ssize_t, WRITE, write, (int fd, const void *bytes, size_t count), (fd, bytes, count), int, const void *, size_t)
ON_DESCRIPTOR(ssize_t, WRITE, pwrite, (int fd, const void *bytes, size_t count, off_t at), (fd, bytes, count, at), int, const void *, size_t, off_t)
ON_DESCRIPTOR(ssize_t, WRITE, pwrite64, (int fd, const void *bytes, size_t count, off64_t at), (fd, bytes, count, at), int, const void *, size_t, off64_t)
ON_DESCRIPTOR(int, WRITE, ftruncate, (int fd, off_t size), (fd, size), int, off_t)
ON_DESCRIPTOR(int, STAT, fstat, (int fd, struct stat *info), (fd, info), int, struct stat *)
ON_DESCRIPTOR(int, SYNC, fsync, (int fd), (fd), int)
ON_DESCRIPTOR(int, LOCK, flock, (int fd, int operation), (fd, operation), int, int)

#define ON_PATH(type, kind, failure, name, parameters, arguments, ...)           \
  type name parameters {                                                         \
    REAL(type, name, __VA_ARGS__);                                               \
    return is_below(path) && fails(kind) ? failure : real arguments;             \
  }
ON_PATH(int, STAT, -1, stat, (const char *path, struct stat *info), (path, info), const char *, struct stat *)
ON_PATH(int, STAT, -1, lstat, (const char *path, struct stat *info), (path, info), const char *, struct stat *)
ON_PATH(int, STAT, -1, access, (const char *path, int mode), (path, mode), const char *, int)
ON_PATH(char *, STAT, NULL, realpath, (const char *path, char *to), (path, to), const char *, char *)
ON_PATH(int, LINK, -1, link, (const char *path, const char *to), (path, to), const char *, const char *)
ON_PATH(int, RENAME, -1, rename, (const char *path, const char *to), (path, to), const char *, const char *)
ON_PATH(int, MKDIR, -1, mkdir, (const char *path, mode_t mode), (path, mode), const char *, mode_t)
ON_PATH(int, REMOVE, -1, unlink, (const char *path), (path), const char *)
ON_PATH(int, REMOVE, -1, rmdir, (const char *path), (path), const char *)

DIR *opendir(const char *path) {
  REAL(DIR *, opendir, const char *);
  if (!is_below(path)) return real(path);
  if (fails(LIST)) return NULL;
  DIR *stream = real(path);
  if (stream) track(dirfd(stream), 1);
  return stream;
}

DIR *fdopendir(int fd) {
  REAL(DIR *, fdopendir, int);
  return is_tracked(fd) && fails(LIST) ? NULL : real(fd);
}

int closedir(DIR *stream) {
  REAL(int, closedir, DIR *);
  track(dirfd(stream), 0);
  return real(stream);
}

#define LISTS(name, entry)                                                       \
  struct entry *name(DIR *stream) {                                              \
    REAL(struct entry *, name, DIR *);                                           \
    return is_tracked(dirfd(stream)) && fails(LIST) ? NULL : real(stream);       \
  }
LISTS(readdir, dirent)
LISTS(readdir64, dirent64)

long syscall(long which, ...) {
  REAL(long, syscall, long, ...);
  va_list list;
  va_start(list, which);
  long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long), d = va_arg(list, long);
  long e = va_arg(list, long), f = va_arg(list, long);
  va_end(list);
  if (which == SYS_renameat2 && is_below((const char *)b)) {
    if (fails(RENAME)) return -1;
    if (exchange && (e & RENAME_EXCHANGE)) { errno = exchange; return -1; }
  }
  if (which == 437 /* openat2 */ && is_tracked((int)a)) {
    return fails(OPEN) ? -1 : track((int)real(which, a, b, c, d, e, f), 1);
  }
  if (which == SYS_syncfs && is_tracked((int)a) && fails(SYNC)) return -1;
  return real(which, a, b, c, d, e, f);
}
