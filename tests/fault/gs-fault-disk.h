/* gs-fault-disk.h: what of a file is on the disk, and what is only on its way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void gs_fault_disk_open     (const char    *path);
void gs_fault_disk_write    (const char    *path,
                             gconstpointer  data,
                             gsize          length,
                             gint64         offset);
void gs_fault_disk_truncate (const char    *path,
                             gint64         size);
void gs_fault_disk_sync     (const char    *path);
void gs_fault_disk_delete   (const char    *path,
                             gboolean       synced);
/* Makes the files what the disk has. */
void gs_fault_disk_cut      (GRand         *random);
void gs_fault_disk_forget   (void);

G_END_DECLS
