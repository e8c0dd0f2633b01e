/* gs-mixed-files.h: a folder of files of all kinds, as an analyst would have it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint files;
  guint articles; /* that are to be found in them, each once */
  guint broken;   /* files that no article can come out of */
} GsMixedFiles;

/* Writes @n files into the empty folder @folder, the same each time: pages,
 * texts, mail, documents, books, feeds and tables; one in sixteen is broken,
 * and a few are large. */
GsMixedFiles gs_mixed_files_write (const char *folder,
                                   guint       n);

G_END_DECLS
