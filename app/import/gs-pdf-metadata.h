/* gs-pdf-metadata.h: what a PDF says of itself, as far as it can be believed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"
#include "gs-pdf-lines.h"

G_BEGIN_DECLS

/* Marks the block that is the title, and sets it in the article. Before the
 * blocks are classified. */
void gs_pdf_find_title    (const GsPdfLines *lines,
                           GsDocument       *document);

/* Fills byline, days and a title that was not found on the page. */
void gs_pdf_read_metadata (GsIntake         *intake,
                           const GsPdfLines *lines,
                           GsArticleRecord  *article);

G_END_DECLS
