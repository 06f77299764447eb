#pragma once

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

/// Exchanges two paths atomically. glibc's own declaration is hidden from Swift behind _GNU_SOURCE.
static inline int opyt_rename_exchange(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

/// Opens a file that has no name and is gone with its descriptor, however that ends.
static inline int opyt_open_nameless(const char *folder) {
    return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

/// Flushes the file system that holds the open descriptor.
static inline int opyt_sync_file_system(int descriptor) {
    return (int)syscall(SYS_syncfs, descriptor);
}

#ifndef SYS_openat2
#define SYS_openat2 437
#endif

/// Opens what stands below a folder, by way of no link, whatever the flags say. Linux has this since 5.6.
static inline int opyt_open_beneath(int folder, const char *path, int flags) {
    struct { unsigned long long flags, mode, resolve; } how = {(unsigned int)flags, 0, 0x02 | 0x04 | 0x08};
    // 0x02: no links of /proc; 0x04: no links; 0x08: not above the folder.
    return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}
