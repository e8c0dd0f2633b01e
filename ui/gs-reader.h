/* gs-reader.h: the pane that shows one article and the claims made from it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_READER (gs_reader_get_type ())
G_DECLARE_FINAL_TYPE (GsReader, gs_reader, GS, READER, GtkWidget)

/* Signals, all on the main thread:
 * "make-claim" (char *article, gint64 start, gint64 end): the analyst wants a
 *   claim from these code points;
 * "claim-activated" (char *claim): wants to see or edit that claim;
 * "claim-reached" (char *claim): has gone to that claim by key or button;
 * "article-wanted" (char *article): wants to see that other article;
 * "selection-changed": what gs_reader_get_selection() says has changed;
 * "article-shown" (char *article): the article's text is there now. Not
 *   emitted when loading failed; the pane says why instead.
 *
 * Actions: reader.next-claim, reader.previous-claim, reader.find,
 * reader.make-claim, reader.select-sentence, reader.grow-selection,
 * reader.shrink-selection, reader.show-claims, reader.zoom-in,
 * reader.zoom-out, reader.zoom-normal; reader.extend-end, reader.reduce-end,
 * reader.extend-start, reader.reduce-start move the ends of the active
 * claim's quote by a word; reader.mark-zone (a nick of gs_zone_kinds) says what
 * the selection or the paragraph is; reader.place-claim, reader.next-orphan are
 * about claims that have lost their place; reader.reextract reads the article
 * anew from its own bytes. */

GtkWidget  *gs_reader_new           (void);

/* @workspace: (nullable) (transfer none): clears the pane when it changes. */
void        gs_reader_set_workspace (GsReader    *self,
                                     GsWorkspace *workspace);

/* Shows an article. Returns at once; the text follows. Showing the article
 * that is already there keeps the place.
 * @article: (nullable): UUID, NULL for the empty page
 * @claim: (nullable): UUID of a claim to scroll to and emphasise */
void        gs_reader_show_article  (GsReader    *self,
                                     const char  *article,
                                     const char  *claim);

/* (nullable) (transfer none): UUID of the article shown or being loaded. */
const char *gs_reader_get_article   (GsReader    *self);

/* The selection in code points of the article. FALSE when there is none. */
gboolean    gs_reader_get_selection (GsReader    *self,
                                     gint64      *start,
                                     gint64      *end);

/* (transfer full) (nullable): the article's text from start to end. */
char       *gs_reader_get_quote     (GsReader    *self,
                                     gint64       start,
                                     gint64       end);

G_END_DECLS
