/* gs-pdf-layout.h: the lines of a PDF become paragraphs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-document.h"
#include "gs-pdf-lines.h"

G_BEGIN_DECLS

/* Marks running headers, footers and page numbers. */
void   gs_pdf_mark_furniture (GsPdfLines       *lines);

/* Puts the lines of a page with narrow columns in reading order. */
void   gs_pdf_order_columns  (GsPdfLines       *lines);

/* The font size of most of the text, in points; 0 where there is none. */
double gs_pdf_body_size      (const GsPdfLines *lines);

/* Fills @document with blocks and pages. @language: (nullable) */
void   gs_pdf_layout         (const GsPdfLines *lines,
                              const char       *language,
                              GsDocument       *document);

G_END_DECLS
