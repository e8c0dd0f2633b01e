/* gs-db-locks.c: locks on files that last as long as they are held.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite locks with fcntl(), and POSIX has such locks end when the process
 * closes the file, by whatever descriptor: a file chooser that opens each file
 * of a folder to see what it is would end them, and the next program would take
 * a workspace in use for one that nobody uses, and delete its log
 * (sqlite.org/howtocorrupt.html, 2.2). Linux has locks that belong to an open
 * file instead (F_OFD_SETLK, fcntl(2)). So that the connections of a process go on
 * sharing theirs, which SQLite counts on, one open file for each inode holds
 * them all, beside the descriptors of SQLite's own.
 *
 * The document portal has no locks before 1.19, and from then on its own process
 * holds them for all who ask, against nobody among these. What lies there is
 * locked by proxy: each file has a range of its own in an empty one that all
 * processes of the program see.
 *
 * Where none of that can be done, it is as it always was.
 */

/* F_OFD_SETLK */
#define _GNU_SOURCE

#include "config.h"

#include "gs-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of one inode. */
typedef struct
{
  guint64 device;
  guint64 inode;
  int holder;   /* the open file that has the locks; -1: there is none */
  goffset base; /* where its locks begin in there */
  guint users;  /* descriptors that ever locked */
} Holder;

static GMutex lock;
static GHashTable *holders; /* of themselves */
static GHashTable *users;   /* descriptor → Holder */

static guint
holder_hash (gconstpointer key)
{
  const Holder *holder = key;

  return (guint) (holder->inode ^ holder->device);
}

static gboolean
holder_equal (gconstpointer a, gconstpointer b)
{
  const Holder *x = a, *y = b;

  return x->inode == y->inode && x->device == y->device;
}

/* The file that a descriptor is of, whatever its name is by now. */
static int
open_again (const char *opened)
{
  int again = open (opened, O_RDWR | O_CLOEXEC);

  return again >= 0 ? again : open (opened, O_RDONLY | O_CLOEXEC);
}

/* Where all sandboxes of one program see it, unlike its other folders for files
 * that do not last. (transfer full) */
static char *
proxy_path (void)
{
  const char *id = g_getenv ("FLATPAK_ID");

  return id != NULL ? g_build_filename (g_get_user_runtime_dir (), "app", id, "gainsay-locks", NULL)
                    : g_build_filename (g_get_user_runtime_dir (), "gainsay-locks", NULL);
}

static void
open_holder (Holder *holder, int fd)
{
  g_autofree char *opened = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (opened, NULL);
  g_autofree char *proxy = NULL;

  if (path == NULL || !gs_db_path_is_in_portal (path))
    {
      holder->holder = open_again (opened);
      return;
    }

  proxy = proxy_path ();
  holder->holder = open (proxy, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  holder->base = (goffset) (g_int64_hash (&holder->inode) & G_MAXINT32) << 32;
}

/* (nullable): where there can be none. */
static const Holder *
find_holder (int fd)
{
  Holder *holder = g_hash_table_lookup (users, GINT_TO_POINTER (fd));
  struct stat info;
  Holder key;

  if (holder != NULL)
    return holder;
  if (fstat (fd, &info) != 0)
    return NULL;

  key = (Holder){ .device = info.st_dev, .inode = info.st_ino };
  holder = g_hash_table_lookup (holders, &key);
  if (holder == NULL)
    {
      holder = g_new (Holder, 1);
      *holder = key;
      open_holder (holder, fd);
      g_hash_table_add (holders, holder);
    }
  holder->users++;
  g_hash_table_insert (users, GINT_TO_POINTER (fd), holder);

  return holder;
}

static int
set_lock (const Holder *holder, int command, struct flock *range)
{
  int result;

  range->l_pid = 0;
  range->l_start += holder->base;
  result = fcntl (holder->holder, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, range);
  range->l_start -= holder->base;

  return result;
}

static int
fcntl_held (int fd, int command, ...)
{
  const Holder *holder;
  gpointer argument;
  va_list arguments;
  int result = -1;

  /* An integer or a pointer, as in the C library itself. */
  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  if (command != F_SETLK && command != F_GETLK)
    return fcntl (fd, command, argument);

  g_mutex_lock (&lock);
  holder = find_holder (fd);
  if (holder != NULL && holder->holder >= 0)
    result = set_lock (holder, command, argument);
  if (holder == NULL || holder->holder < 0 || (result != 0 && errno == EINVAL))
    result = fcntl (fd, command, argument);
  g_mutex_unlock (&lock);

  return result;
}

/* SQLite closes no descriptor of a file on which it has locks. */
static int
close_held (int fd)
{
  Holder *holder;
  int result;

  g_mutex_lock (&lock);
  holder = g_hash_table_lookup (users, GINT_TO_POINTER (fd));
  g_hash_table_remove (users, GINT_TO_POINTER (fd));
  result = close (fd);
  if (holder != NULL && --holder->users == 0)
    {
      int number = errno;

      if (holder->holder >= 0)
        close (holder->holder);
      g_hash_table_remove (holders, holder);
      errno = number;
    }
  g_mutex_unlock (&lock);

  return result;
}

/* SQLite follows no link, and has looked already. The document portal before
 * 1.19 takes the way in which it opens a file for a link itself. */
static int
open_plain (const char *path, int flags, int mode)
{
  int fd = open (path, flags, mode);
  struct stat info;

  if (fd >= 0 || errno != ELOOP || (flags & O_NOFOLLOW) == 0)
    return fd;
  if (lstat (path, &info) != 0 || S_ISLNK (info.st_mode))
    {
      errno = ELOOP;
      return -1;
    }

  return open (path, flags & ~O_NOFOLLOW, mode);
}

/**
 * gs_db_locks_install:
 *
 * Has SQLite lock that way. Once, before any file is opened.
 */
void
gs_db_locks_install (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  if (vfs == NULL || vfs->iVersion < 3)
    return;

  holders = g_hash_table_new_full (holder_hash, holder_equal, g_free, NULL);
  users = g_hash_table_new (NULL, NULL);
  vfs->xSetSystemCall (vfs, "open", (sqlite3_syscall_ptr) open_plain);
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) fcntl_held);
  vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) close_held);
}
