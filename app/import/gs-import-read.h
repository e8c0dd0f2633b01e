/* gs-import-read.h: a file's bytes, if it is one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-error.h"

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Why @path cannot be read, as far as its kind tells; NULL if it can. A link
 * is what it points to. (transfer none): translated. */
const char *gs_import_refuse_kind (const struct stat  *info);
/* The same for a failed call; @path: (nullable): to look whether it is a link
 * to nothing. (transfer full) */
char       *gs_import_refuse_errno (int                why,
                                    const char        *path);

/* Reads a regular file, whole. Never waits for a pipe or a device, whatever
 * the name turns into between looking and opening.
 * Returns: NULL with GS_ERROR_UNREADABLE or GS_ERROR_LIMIT; the message is the
 *   reason without the name. */
GBytes     *gs_import_read        (const char         *path,
                                   gsize               max_bytes,
                                   GError            **error);

/* Opens a regular file of @min_bytes or more with the same care, to be read
 * piece by piece; it can seek. (transfer full) (nullable): NULL without an error
 * for any other. */
GInputStream *gs_import_open      (const char         *path,
                                   gsize               min_bytes);

G_END_DECLS
