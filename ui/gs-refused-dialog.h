/* gs-refused-dialog.h: files that were refused, and why.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *reason;
} GsRefusedFile;

/* Both valid UTF-8. */
gpointer   gs_refused_file_new   (const char *name,
                                  const char *reason);
void       gs_refused_file_free  (gpointer    file);

/* @files: (element-type GsRefusedFile), copied */
GtkWidget *gs_refused_dialog_new (GtkWindow  *parent,
                                  GPtrArray  *files);

G_END_DECLS
