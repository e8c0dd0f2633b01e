/* gs-picture.h: the window as a picture.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @status: exit status: 0, 3 when the workspace cannot be opened, or 1. */
typedef void (*GsPictureFunc) (int      status,
                               gpointer user_data);

typedef struct
{
  GApplicationCommandLine *command_line; /* to which errors are told */
  const char *workspace;
  const char *file; /* PNG */
  const char *page; /* as --page has it; another one is refused with a list of them all */
  int width;        /* pixels */
  int height;
  int text; /* size of all text, per cent of what the desktop says */
  gboolean dark;
  GsPictureFunc done;
  gpointer user_data;
} GsPictureOptions;

/* Opens a window with that content and, once it has settled, draws it into
 * the file and closes it; then calls @done. Returns 2 at once when the options
 * make no sense, 0 otherwise. */
int        gs_picture_take  (GtkApplication         *application,
                             const GsPictureOptions *options);

/* (transfer full): what @window looks like now. It must be mapped. */
GdkTexture *gs_picture_of   (GtkWindow              *window);

G_END_DECLS
