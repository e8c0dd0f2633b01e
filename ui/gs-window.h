/* gs-window.h: the window: one workspace, or the way to one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_WINDOW (gs_window_get_type ())
G_DECLARE_FINAL_TYPE (GsWindow, gs_window, GS, WINDOW, AdwApplicationWindow)

/* Property "folded" (boolean, read-only): too narrow for panes side by side.
 *
 * Signals: "workspace-opened"; "open-failed" (GError*): the analyst has been
 * told already. */

/* @width, @height: in pixels, 0 for what is remembered. */
GsWindow    *gs_window_new            (GtkApplication *application,
                                       int             width,
                                       int             height);

/* (nullable) (transfer none) */
GsWorkspace *gs_window_get_workspace  (GsWindow       *self);
/* Shows an open workspace, or with NULL the welcome page. */
void         gs_window_set_workspace  (GsWindow       *self,
                                       GsWorkspace    *workspace);

/* Opens a workspace file in this window, which has none; returns at once. */
void         gs_window_open           (GsWindow       *self,
                                       const char     *path);
/* Opens the sample dossier, made on first use in the user's data folder. */
void         gs_window_open_sample    (GsWindow       *self);
/* Path of what is open or being opened; NULL for neither. */
const char  *gs_window_get_path       (GsWindow       *self);

/* Imports files and folders, once a workspace is open. @paths: char *. */
void         gs_window_import_paths   (GsWindow       *self,
                                       GPtrArray      *paths);
/* Fetches a page that the analyst asked for, and imports it. */
void         gs_window_import_address (GsWindow       *self,
                                       const char     *address);
/* Imports pasted or dropped text or HTML. */
void         gs_window_import_text    (GsWindow       *self,
                                       const char     *text,
                                       const char     *title);

/* @page: "articles", "claims", "sources" or "conflicts". FALSE if there is no such page. */
gboolean     gs_window_show_page      (GsWindow       *self,
                                       const char     *page);
/* @view: of the sources: "source", "relays" or "origins". */
void         gs_window_show_sources   (GsWindow       *self,
                                       const char     *view);
/* Shows the origins of what is said on a question. */
void         gs_window_show_origins   (GsWindow       *self,
                                       const char     *question);
/* Shows an article in the reader. @claim: (nullable) */
void         gs_window_show_article   (GsWindow       *self,
                                       const char     *article,
                                       const char     *claim);
/* The same with the claim in the editor. */
void         gs_window_edit_claim     (GsWindow       *self,
                                       const char     *article,
                                       const char     *claim);
/* Shows the pairs of a question side by side. @link: (nullable) */
void         gs_window_show_pair      (GsWindow       *self,
                                       const char     *question,
                                       const char     *link);
/* Saves a copy of what is open; returns at once. */
void         gs_window_save_copy      (GsWindow       *self,
                                       const char     *to);
/* Shows the backups of the workspace that is or was at @path. (transfer none): the dialog. */
GtkWidget   *gs_window_show_backups   (GsWindow       *self,
                                       const char     *path);
/* Whether the pages have read what they show. */
gboolean     gs_window_is_settled     (GsWindow       *self);

G_END_DECLS
