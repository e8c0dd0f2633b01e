/* gs-paper.h: a report to read, laid out on pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points throughout, from the top left. What a page is drawn on is up to the
 * caller: a PDF file, or a picture for a printer.
 */

#pragma once

#include <pango/pangocairo.h>

#include "gs-page.h"

G_BEGIN_DECLS

typedef struct
{
  /* A context to draw a page with; (transfer full). */
  cairo_t *(*begin_page) (gpointer user_data, double width, double height);
  void     (*end_page)   (gpointer user_data, cairo_t *cr);
  /* Called once, before the first page. (nullable) */
  void     (*begin)      (gpointer user_data, const GsPageHead *head);
  /* FALSE with an error when nothing more can be written. */
  gboolean (*check)      (gpointer user_data, GError **error);
  /* Adds to the outline of the document. (nullable) */
  void     (*outline)    (gpointer user_data, guint level, const char *title, const char *anchor);
  gboolean  has_tags;    /* keeps links, and what is a heading and what a paragraph */
} GsPaperTarget;

gboolean gs_paper_write (GsWorkspace            *workspace,
                         const GsReportOptions  *options,
                         const GsPaperTarget    *target,
                         gpointer                user_data,
                         GCancellable           *cancellable,
                         GError                **error);

/* gs-paper-text.c: words, broken into lines. */

#define GS_PAPER_FAMILIES "Cantarell, Noto Sans, DejaVu Sans, Sans"

typedef enum
{
  GS_FACE_TEXT,
  GS_FACE_SMALL,
  GS_FACE_QUOTE,
  GS_FACE_STRONG,
  GS_FACE_H1,
  GS_FACE_H2,
  GS_FACE_H3,
  GS_FACE_H4,
} GsFace;

/* Where words lead. */
typedef struct
{
  int   start, end; /* bytes of the layout's text */
  char *target;
} GsPaperLink;

typedef struct
{
  PangoLayout *layout;
  GArray      *links; /* GsPaperLink */
} GsPaperText;

PangoContext *gs_paper_context_new (void);
GsPaperText  *gs_paper_text_new    (PangoContext    *context,
                                    GsFace           face,
                                    const GsPhrase  *phrase,
                                    double           width,
                                    gboolean         at_end);
char         *gs_paper_plain       (const char      *words);
void          gs_paper_text_free   (GsPaperText     *self);

/* gs-paper-figure.c */
void          gs_paper_draw_figure (const GsFigure  *figure,
                                    PangoContext    *context,
                                    cairo_t         *cr);
void          gs_paper_set_ink     (cairo_t         *cr,
                                    GsInk            ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPaperText, gs_paper_text_free)

G_END_DECLS
