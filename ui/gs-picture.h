/* gs-picture.h: the window as a picture.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GApplicationCommandLine *command_line; /* to which errors are told */
  const char *workspace;
  const char *file; /* PNG */
  const char *page; /* "articles", "claims", "conflicts", "compare" */
  int width;        /* pixels */
  int height;
  gboolean dark;
} GsPictureOptions;

/* Opens a window with that content and, once it has settled, draws it into
 * the file, closes it and sets the exit status of the command line: 0, or 3
 * when the workspace cannot be opened, or 1. Returns the exit status so far:
 * 2 when the options make no sense. */
int        gs_picture_take  (GtkApplication         *application,
                             const GsPictureOptions *options);

/* (transfer full): what @window looks like now. It must be mapped. */
GdkTexture *gs_picture_of   (GtkWindow              *window);

G_END_DECLS
