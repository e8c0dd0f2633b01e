/* gs-reader-view.h: an article's text with highlights painted below it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A read-only text view with a caret. All offsets are code points of the
 * article's text, whatever the view does to lay it out. Highlights are
 * painted, not tagged: tens of thousands of them cost nothing until they
 * come into sight (docs/decisions.md).
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-listings.h"

G_BEGIN_DECLS

#define GS_TYPE_READER_VIEW (gs_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (GsReaderView, gs_reader_view, GS, READER_VIEW, GtkTextView)

/* Signals:
 * "make-claim" (gint64 start, gint64 end): Enter on a selection;
 * "claim-activated" (char *claim): Enter or a click on a highlight or on its
 *   mark in the margin. */

GtkWidget  *gs_reader_view_new            (void);

/* @zones: (nullable) (element-type GsZoneRecord): by start, not overlapping.
 * Takes the claims away. */
void        gs_reader_view_set_text       (GsReaderView    *self,
                                           const char      *text,
                                           const GPtrArray *zones);

/* What the zones are now; the text is the same. */
void        gs_reader_view_set_zones      (GsReaderView    *self,
                                           const GPtrArray *zones);

/* (nullable): the article's text from start to end. */
char       *gs_reader_view_get_quote      (GsReaderView    *self,
                                           gint64           start,
                                           gint64           end);
/* In code points. */
gint64      gs_reader_view_get_length     (GsReaderView    *self);

/* Shows a highlight for every claim. What was shown before and still is keeps
 * its painting: only paragraphs of changed claims are made anew.
 * @claims: (element-type GsClaimListing): copied as needed */
void        gs_reader_view_set_claims     (GsReaderView    *self,
                                           const GPtrArray *claims);
void        gs_reader_view_add_claim      (GsReaderView    *self,
                                           const GsClaimListing *claim);
void        gs_reader_view_remove_claim   (GsReaderView    *self,
                                           const char      *claim);

/* Shows a claim elsewhere, until claims are set again. */
void        gs_reader_view_move_claim     (GsReaderView    *self,
                                           const GsClaimListing *claim,
                                           gint64           start,
                                           gint64           end);

/* The claim that is emphasised. @claim: (nullable). */
void        gs_reader_view_set_active     (GsReaderView    *self,
                                           const char      *claim);
const char *gs_reader_view_get_active     (GsReaderView    *self);

/* (nullable) (transfer none): the claim after or before the active one or,
 * without one, the caret; NULL at the end. */
const char *gs_reader_view_find_next      (GsReaderView    *self,
                                           gboolean         backwards);
/* (nullable) (transfer none): the shortest claim at that offset. */
const char *gs_reader_view_claim_at       (GsReaderView    *self,
                                           gint64           offset);

/* FALSE when nothing is selected. */
gboolean    gs_reader_view_get_selection  (GsReaderView    *self,
                                           gint64          *start,
                                           gint64          *end);
void        gs_reader_view_select         (GsReaderView    *self,
                                           gint64           start,
                                           gint64           end);
gint64      gs_reader_view_get_caret      (GsReaderView    *self);
void        gs_reader_view_place_caret    (GsReaderView    *self,
                                           gint64           offset);
/* Puts the range a third of the way down, as soon as the view has a size. */
void        gs_reader_view_scroll_to      (GsReaderView    *self,
                                           gint64           start,
                                           gint64           end);

/* Word, then sentence, then paragraph, then all; and back. */
void        gs_reader_view_grow_selection   (GsReaderView  *self);
void        gs_reader_view_shrink_selection (GsReaderView  *self);
void        gs_reader_view_select_sentence  (GsReaderView  *self);

/* The start or the end of a range a word further or back: a range that covers
 * whole words goes on doing so. */
gint64      gs_reader_view_step_start     (GsReaderView    *self,
                                           gint64           offset,
                                           gboolean         forward);
gint64      gs_reader_view_step_end       (GsReaderView    *self,
                                           gint64           offset,
                                           gboolean         forward);

/* The code point that is being read, as far as one can tell: where scrolling
 * there would put it. 0 at the beginning. */
gint64      gs_reader_view_get_place      (GsReaderView    *self);

/* 1.0 is the normal size. */
void        gs_reader_view_set_zoom       (GsReaderView    *self,
                                           double           zoom);
double      gs_reader_view_get_zoom       (GsReaderView    *self);

/* Rectangles of a claim's highlight in buffer coordinates, for tests and for
 * popovers: (transfer full) (element-type graphene_rect_t). */
GArray     *gs_reader_view_get_claim_area (GsReaderView    *self,
                                           const char      *claim);

G_END_DECLS
