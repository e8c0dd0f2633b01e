/* gs-intake.h: what the readers of all formats share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader fills documents and hands each to the intake, which gives it a
 * language, its original and a hash, and keeps it. Inside app/import only.
 */

#pragma once

#include "gs-decode.h"
#include "gs-detect.h"
#include "gs-document.h"
#include "gs-extract.h"

G_BEGIN_DECLS

typedef struct
{
  const GsExtractLimits *limits;
  GPtrArray             *articles; /* GsArticleRecord */
  guint                  left_out; /* parts that hold no text */
  const char            *charset;  /* (nullable): what came with the file says of it */
} GsIntake;

/* One for each format: FALSE with GS_ERROR_UNREADABLE or GS_ERROR_LIMIT. */
typedef gboolean (*GsReadFunc) (GsIntake  *intake,
                                GBytes     *bytes,
                                GError    **error);

/* Text, Markdown or HTML that is decoded becomes blocks with kinds. Metadata
 * that @document has already stays. FALSE with GS_ERROR_LIMIT. */
gboolean gs_intake_decoded  (GsIntake        *self,
                              GsDocument       *document,
                              GsFormat          format,
                              const GsDecoded  *decoded,
                              GError          **error);

/* Keeps the article; one without blocks is left out and FALSE.
 * @document: (transfer full)
 * @original: the part of the file that it was made of */
gboolean gs_intake_finish   (GsIntake        *self,
                              GsDocument       *document,
                              GBytes           *original,
                              const char       *media_type);

/* Whether another part may be read; FALSE with GS_ERROR_LIMIT. */
gboolean gs_intake_may_take (GsIntake        *self,
                              guint             n_parts,
                              GError          **error);

/* Adds a line to the article's note; not translated, for it is stored. */
void     gs_intake_note     (GsArticleRecord  *article,
                              const char       *format,
                              ...) G_GNUC_PRINTF (2, 3);

/* (transfer full) (nullable): a value of metadata from anywhere as valid UTF-8
 * of reasonable length, white space and control characters made single
 * spaces; NULL when blank. @value: (nullable) */
char    *gs_intake_clean    (const char       *value);

/* Fills @published from an instant as a format's metadata has it. */
void     gs_intake_set_day  (GsArticleRecord  *article,
                              const char       *instant);

G_END_DECLS
