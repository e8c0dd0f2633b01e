/* gs-pdf.h: PDF documents.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* One article: paragraphs in reading order, with the pages they stand on. */
gboolean gs_pdf_read       (GsIntake   *intake,
                            GBytes     *bytes,
                            GError    **error);

/* The same, once gainsay-pdf has written its lines. */
gboolean gs_pdf_read_lines (GsIntake   *intake,
                            GBytes     *out,
                            GBytes     *bytes,
                            GError    **error);

#if HAVE_POPPLER
#define GS_PDF_READ gs_pdf_read
#else
#define GS_PDF_READ NULL
#endif

G_END_DECLS
