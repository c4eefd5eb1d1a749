/* Preloaded into a process: its n-th write, rename, flush or cut fails, or ends the process.

   Built and armed by faults.py. Only regular files count, so that pipes still report. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE, RENAME, FLUSH, CUT, NONE };
enum { ONCE, FROM_THEN_ON, HALF, KILL };

static int armed_kind = NONE, armed_mode, armed_errno;
static long armed_at, seen[NONE];

void arm(int kind, long at, int mode, int number)
{
    for (int k = 0; k < NONE; k++)
        seen[k] = 0;
    armed_kind = kind, armed_at = at, armed_mode = mode, armed_errno = number;
}

long seen_calls(int kind) { return seen[kind]; }

/* 0: do it; 1: fail; 2: do half of it. A killed process does half of a write, too. */
static int verdict(int kind)
{
    long now = ++seen[kind];
    if (kind != armed_kind || now < armed_at || (now > armed_at && armed_mode != FROM_THEN_ON))
        return 0;
    if (armed_mode == HALF || armed_mode == KILL)
        return kind == WRITE ? 2 : 1;
    return 1;
}

static int is_regular(int fd)
{
    struct stat status;
    return !fstat(fd, &status) && S_ISREG(status.st_mode);
}

static int failed(void)
{
    if (armed_mode == KILL)
        _exit(99);
    errno = armed_errno;
    return -1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITING(name, parameters, ...)                                                             \
    ssize_t name parameters                                                                        \
    {                                                                                              \
        int what = is_regular(fd) ? verdict(WRITE) : 0;                                            \
        if (what == 1)                                                                             \
            return failed();                                                                       \
        if (what == 2) {                                                                           \
            size /= 2;                                                                             \
            ssize_t done = REAL(name)(__VA_ARGS__);                                                \
            return armed_mode == KILL ? failed() : done;                                           \
        }                                                                                          \
        return REAL(name)(__VA_ARGS__);                                                            \
    }

WRITING(write, (int fd, const void *data, size_t size), fd, data, size)
WRITING(pwrite, (int fd, const void *data, size_t size, off_t at), fd, data, size, at)
WRITING(pwrite64, (int fd, const void *data, size_t size, off64_t at), fd, data, size, at)

#define OTHER(name, kind, parameters, ...)                                                         \
    int name parameters { return verdict(kind) ? failed() : REAL(name)(__VA_ARGS__); }

OTHER(rename, RENAME, (const char *from, const char *to), from, to)
OTHER(link, RENAME, (const char *from, const char *to), from, to)
OTHER(fsync, FLUSH, (int fd), fd)
OTHER(fdatasync, FLUSH, (int fd), fd)
OTHER(ftruncate, CUT, (int fd, off_t size), fd, size)
OTHER(ftruncate64, CUT, (int fd, off64_t size), fd, size)
