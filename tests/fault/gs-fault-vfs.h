/* gs-fault-vfs.h: SQLite on a disk that fails when it is told to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands between SQLite and the system: counts what SQLite asks for, lets one
 * of these calls fail, or all from it on, or takes the power away at it. What
 * was written and not synced is then lost, all of it or some sectors of it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GS_FAULT_OPEN,
  GS_FAULT_READ,
  GS_FAULT_WRITE,
  GS_FAULT_FULL, /* a write for which there is no room */
  GS_FAULT_SYNC,
  GS_FAULT_TRUNCATE,
  GS_FAULT_DELETE,
  GS_FAULT_LOCK,
  GS_FAULT_SHARE, /* of the memory that processes share */
  GS_FAULT_LOOK,  /* for the size of a file, or whether it is there */
  GS_FAULT_MEMORY, /* of SQLite; GLib's own ends the program */
  GS_FAULT_POWER, /* counts whatever changes the disk */
  GS_N_FAULTS,
} GsFault;

const char *gs_fault_name         (GsFault   fault);

/* Once, before anything opens a database; it is the default from then on. */
void        gs_fault_vfs_install  (void);

/* Counting begins anew; the @n-th call (from 1) of that kind fails, and with
 * @lasting all after it. @n 0: none does. */
void        gs_fault_vfs_arm      (GsFault   fault,
                                   guint64   n,
                                   gboolean  lasting);
/* How many calls of a kind there were since then, and whether one failed. */
guint64     gs_fault_vfs_count    (GsFault   fault);
gboolean    gs_fault_vfs_fired    (void);
/* Nothing fails any more. */
void        gs_fault_vfs_disarm   (void);

/* After GS_FAULT_POWER fired and everything is closed: makes the files what
 * the disk still has. @random: (nullable): by which some of what was not synced
 * is there nevertheless; NULL for none. */
void        gs_fault_vfs_cut      (GRand    *random);
/* Forgets about all files. */
void        gs_fault_vfs_forget   (void);

G_END_DECLS
