/* gs-pdf-lines.h: the lines of a PDF, as gainsay-pdf wrote them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In points, from the page's top left. */
typedef struct
{
  double   x0;
  double   y0;
  double   x1;
  double   y1;
  double   size;
  gboolean bold;
  guint    page; /* index */
  gboolean furniture; /* running header, footer or page number */
  char    *text;
} GsPdfLine;

typedef struct
{
  double width;
  double height;
  char  *label; /* (nullable) */
} GsPdfPage;

typedef struct
{
  GArray *pages; /* GsPdfPage */
  GArray *lines; /* GsPdfLine, in reading order */
  char   *title;
  char   *author;
  char   *xmp;      /* metadata in XML */
  char   *created;  /* day */
  char   *modified; /* day */
  char   *reason;   /* why it was refused, one word */
  gboolean whole;   /* the reader came to the end */
} GsPdfLines;

GsPdfLines *gs_pdf_lines_parse (const char *data,
                                gsize       length);
void        gs_pdf_lines_free  (GsPdfLines *self);

#define gs_pdf_line(self, i) (&g_array_index ((self)->lines, GsPdfLine, i))
#define gs_pdf_page(self, i) (&g_array_index ((self)->pages, GsPdfPage, i))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPdfLines, gs_pdf_lines_free)

G_END_DECLS
