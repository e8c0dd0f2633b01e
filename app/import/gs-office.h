/* gs-office.h: documents of word processors, and books.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* Word (DOCX), OpenDocument text, EPUB: one article each. */
gboolean gs_docx_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);
gboolean gs_odt_read  (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);
gboolean gs_epub_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

#if HAVE_LIBARCHIVE
#define GS_DOCX_READ gs_docx_read
#define GS_ODT_READ gs_odt_read
#define GS_EPUB_READ gs_epub_read
#else
#define GS_DOCX_READ NULL
#define GS_ODT_READ NULL
#define GS_EPUB_READ NULL
#endif

/* Reads a part of Dublin Core elements (title, creator, language, date,
 * publisher) into @article, whatever else is in it. A day on which a file was
 * made is not the day its text was published: it becomes a note, except for
 * dc:date of books. A part that is absent or broken says nothing. */
void     gs_office_read_core (GsIntake        *intake,
                              GBytes           *part,
                              gboolean          published,
                              GsArticleRecord  *article);

G_END_DECLS
