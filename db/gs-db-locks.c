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
 * Where that cannot be done, it is as it always was.
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
  int holder;  /* the open file that has the locks; -1: there is none */
  guint users; /* descriptors that ever locked */
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
open_again (int fd)
{
  char path[40];
  int again;

  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  again = open (path, O_RDWR | O_CLOEXEC);

  return again >= 0 ? again : open (path, O_RDONLY | O_CLOEXEC);
}

/* -1 where there can be none. */
static int
find_holder (int fd)
{
  Holder *holder = g_hash_table_lookup (users, GINT_TO_POINTER (fd));
  struct stat info;
  Holder key;

  if (holder != NULL)
    return holder->holder;
  if (fstat (fd, &info) != 0)
    return -1;

  key = (Holder){ .device = info.st_dev, .inode = info.st_ino };
  holder = g_hash_table_lookup (holders, &key);
  if (holder == NULL)
    {
      holder = g_new (Holder, 1);
      *holder = key;
      holder->holder = open_again (fd);
      g_hash_table_add (holders, holder);
    }
  holder->users++;
  g_hash_table_insert (users, GINT_TO_POINTER (fd), holder);

  return holder->holder;
}

static int
fcntl_held (int fd, int command, ...)
{
  gpointer argument;
  va_list arguments;
  int result = -1;
  int holder;

  /* An integer or a pointer, as in the C library itself. */
  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  if (command != F_SETLK && command != F_GETLK)
    return fcntl (fd, command, argument);

  g_mutex_lock (&lock);
  holder = find_holder (fd);
  if (holder >= 0)
    {
      ((struct flock *) argument)->l_pid = 0;
      result = fcntl (holder, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, argument);
    }
  if (holder < 0 || (result != 0 && errno == EINVAL))
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
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) fcntl_held);
  vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) close_held);
}
