/* gs-fault-vfs.c: SQLite on a disk that fails when it is told to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is really synced: the tests look at what would be on the disk, and
 * thousands of runs would wait for it.
 */

#include "config.h"

#include "gs-fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

#include "gs-fault-disk.h"

static const char *const names[] = { "open",   "read", "write", "full", "sync",   "truncate",
                                     "delete", "lock", "share", "look", "memory", "power" };

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
  char *path; /* NULL for a file that is nobody else's */
  gboolean shared;
} FaultFile;

static sqlite3_vfs *real_vfs;
static GMutex lock;
static guint64 counts[GS_N_FAULTS];
static GsFault armed;
static guint64 armed_at; /* 0: not at all */
static gboolean armed_for_good;
static gboolean fired;
static gboolean dead; /* the power is gone */

const char *
gs_fault_name (GsFault fault)
{
  return names[fault];
}

/* Counts a call; whether it is to fail. */
static gboolean
fails (GsFault fault)
{
  gboolean hit;

  g_mutex_lock (&lock);
  counts[fault]++;
  hit = armed_at > 0 && armed == fault && (counts[fault] == armed_at || (armed_for_good && counts[fault] > armed_at));
  fired = fired || hit;
  dead = dead || (hit && fault == GS_FAULT_POWER);
  hit = hit || dead;
  g_mutex_unlock (&lock);

  return hit;
}

static gboolean
is_dead (void)
{
  gboolean is;

  g_mutex_lock (&lock);
  is = dead;
  g_mutex_unlock (&lock);

  return is;
}

static int
file_close (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;
  int code = self->real->pMethods != NULL ? self->real->pMethods->xClose (self->real) : SQLITE_OK;

  g_free (self->real);
  g_free (self->path);

  return code;
}

static int
file_read (sqlite3_file *file, void *into, int length, sqlite3_int64 offset)
{
  FaultFile *self = (FaultFile *) file;

  return fails (GS_FAULT_READ) ? SQLITE_IOERR_READ : self->real->pMethods->xRead (self->real, into, length, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int length, sqlite3_int64 offset)
{
  FaultFile *self = (FaultFile *) file;
  gboolean broken = fails (GS_FAULT_WRITE);
  gboolean full = fails (GS_FAULT_FULL);
  int code;

  if (fails (GS_FAULT_POWER) || broken)
    return SQLITE_IOERR_WRITE;
  if (full)
    return SQLITE_FULL;

  code = self->real->pMethods->xWrite (self->real, data, length, offset);
  if (code == SQLITE_OK && self->path != NULL)
    gs_fault_disk_write (self->path, data, (gsize) length, offset);

  return code;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  FaultFile *self = (FaultFile *) file;
  gboolean broken = fails (GS_FAULT_TRUNCATE);
  int code;

  if (fails (GS_FAULT_POWER) || broken)
    return SQLITE_IOERR_TRUNCATE;

  code = self->real->pMethods->xTruncate (self->real, size);
  if (code == SQLITE_OK && self->path != NULL)
    gs_fault_disk_truncate (self->path, size);

  return code;
}

static int
file_sync (sqlite3_file *file, int flags)
{
  FaultFile *self = (FaultFile *) file;
  gboolean broken = fails (GS_FAULT_SYNC);

  if (fails (GS_FAULT_POWER) || broken)
    return SQLITE_IOERR_FSYNC;

  if (self->path != NULL)
    gs_fault_disk_sync (self->path);

  return SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  FaultFile *self = (FaultFile *) file;

  return fails (GS_FAULT_LOOK) ? SQLITE_IOERR_FSTAT : self->real->pMethods->xFileSize (self->real, size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  FaultFile *self = (FaultFile *) file;

  return fails (GS_FAULT_LOCK) ? SQLITE_IOERR_LOCK : self->real->pMethods->xLock (self->real, level);
}

/* Letting go never fails: a process that ends lets go as well. */
static int
file_unlock (sqlite3_file *file, int level)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xUnlock (self->real, level);
}

static int
file_check_lock (sqlite3_file *file, int *taken)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xCheckReservedLock (self->real, taken);
}

static int
file_control (sqlite3_file *file, int what, void *data)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xFileControl (self->real, what, data);
}

static int
file_sector (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xSectorSize (self->real);
}

/* Nothing is promised, not even that writing over a part leaves the rest alone. */
static int
file_traits (sqlite3_file *file)
{
  return 0;
}

static int
shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **into)
{
  FaultFile *self = (FaultFile *) file;

  return fails (GS_FAULT_SHARE) ? SQLITE_IOERR_SHMMAP
                                : self->real->pMethods->xShmMap (self->real, region, size, extend, into);
}

static int
shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  FaultFile *self = (FaultFile *) file;

  if ((flags & SQLITE_SHM_UNLOCK) == 0 && fails (GS_FAULT_SHARE))
    return SQLITE_IOERR_SHMLOCK;

  return self->real->pMethods->xShmLock (self->real, offset, n, flags);
}

static void
shm_barrier (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;

  self->real->pMethods->xShmBarrier (self->real);
}

static int
shm_unmap (sqlite3_file *file, int remove)
{
  FaultFile *self = (FaultFile *) file;

  return self->real->pMethods->xShmUnmap (self->real, remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector,
  .xDeviceCharacteristics = file_traits,
  .xShmMap = shm_map,
  .xShmLock = shm_lock,
  .xShmBarrier = shm_barrier,
  .xShmUnmap = shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
  FaultFile *self = (FaultFile *) file;
  int code;

  memset (self, 0, sizeof *self);
  if (fails (GS_FAULT_OPEN) || is_dead ())
    return SQLITE_CANTOPEN;

  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out);
  if (code != SQLITE_OK)
    {
      g_free (self->real);
      return code;
    }

  self->path = g_strdup (name);
  self->base.pMethods = &methods;
  if (self->path != NULL)
    gs_fault_disk_open (self->path);

  return SQLITE_OK;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  gboolean broken = fails (GS_FAULT_DELETE);
  int code;

  if (fails (GS_FAULT_POWER) || broken)
    return SQLITE_IOERR_DELETE;

  code = real_vfs->xDelete (real_vfs, name, FALSE);
  if (code == SQLITE_OK)
    gs_fault_disk_delete (name, sync_folder != 0);

  return code;
}

static int
vfs_access (sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
  return fails (GS_FAULT_LOOK) ? SQLITE_IOERR_ACCESS : real_vfs->xAccess (real_vfs, name, flags, out);
}

static int
vfs_full_path (sqlite3_vfs *vfs, const char *name, int length, char *into)
{
  return real_vfs->xFullPathname (real_vfs, name, length, into);
}

static int
vfs_randomness (sqlite3_vfs *vfs, int length, char *into)
{
  return real_vfs->xRandomness (real_vfs, length, into);
}

static int
vfs_sleep (sqlite3_vfs *vfs, int microseconds)
{
  return real_vfs->xSleep (real_vfs, microseconds);
}

static int
vfs_time (sqlite3_vfs *vfs, double *now)
{
  return real_vfs->xCurrentTime (real_vfs, now);
}

static int
vfs_last_error (sqlite3_vfs *vfs, int length, char *into)
{
  return real_vfs->xGetLastError (real_vfs, length, into);
}

static sqlite3_mem_methods real_memory;

static void *
memory_allocate (int size)
{
  return fails (GS_FAULT_MEMORY) ? NULL : real_memory.xMalloc (size);
}

static void *
memory_resize (void *data, int size)
{
  return fails (GS_FAULT_MEMORY) ? NULL : real_memory.xRealloc (data, size);
}

/* Before SQLite is used at all. */
static void
install_memory (void)
{
  sqlite3_mem_methods methods_of_memory;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  methods_of_memory = real_memory;
  methods_of_memory.xMalloc = memory_allocate;
  methods_of_memory.xRealloc = memory_resize;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods_of_memory), ==, SQLITE_OK);
}

void
gs_fault_vfs_install (void)
{
  static sqlite3_vfs vfs = {
    .iVersion = 1,
    .szOsFile = sizeof (FaultFile),
    .zName = "gs-fault",
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_path,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_time,
    .xGetLastError = vfs_last_error,
  };

  install_memory ();
  real_vfs = sqlite3_vfs_find (NULL);
  vfs.mxPathname = real_vfs->mxPathname;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
gs_fault_vfs_arm (GsFault fault, guint64 n, gboolean lasting)
{
  g_mutex_lock (&lock);
  memset (counts, 0, sizeof counts);
  armed = fault;
  armed_at = n;
  armed_for_good = lasting;
  fired = FALSE;
  dead = FALSE;
  g_mutex_unlock (&lock);
}

guint64
gs_fault_vfs_count (GsFault fault)
{
  guint64 n;

  g_mutex_lock (&lock);
  n = counts[fault];
  g_mutex_unlock (&lock);

  return n;
}

gboolean
gs_fault_vfs_fired (void)
{
  gboolean has;

  g_mutex_lock (&lock);
  has = fired;
  g_mutex_unlock (&lock);

  return has;
}

void
gs_fault_vfs_disarm (void)
{
  g_mutex_lock (&lock);
  armed_at = 0;
  dead = FALSE;
  g_mutex_unlock (&lock);
}

void
gs_fault_vfs_cut (GRand *random)
{
  gs_fault_disk_cut (random);
}

void
gs_fault_vfs_forget (void)
{
  gs_fault_disk_forget ();
}
