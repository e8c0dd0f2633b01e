/* gs-extract.h: bytes in, article out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pure heart of the importer: no file, no workspace, no network, any
 * thread. Whatever the bytes are, the result is an article or an error.
 */

#pragma once

#include "gs-error.h"
#include "gs-records.h"

G_BEGIN_DECLS

#define GS_EXTRACTOR "gainsay-extract/1"

typedef struct
{
  gsize max_bytes;    /* of the input */
  guint max_depth;    /* of nested elements */
  guint max_attributes; /* of one element */
  gsize max_expanded;   /* bytes, of everything compressed in the input together */
  guint max_ratio;      /* how many times the input that may be, from 16 MiB on */
  guint max_parts;      /* articles, entries, attachments in one input */
} GsExtractLimits;

extern const GsExtractLimits gs_extract_limits_default;

GPtrArray       *gs_extract_all (GBytes                 *bytes,
                                 const char             *name,
                                 const GsExtractLimits  *limits,
                                 GError                **error);

/* The same for what a web server answered; @charset: (nullable): as its header
 * says, which goes before what the page says. */
GPtrArray       *gs_extract_answer (GBytes              *bytes,
                                 const char             *charset,
                                 const GsExtractLimits  *limits,
                                 GError                **error);

/* (transfer full): the first of gs_extract_all(), for files that hold one. */
GsArticleRecord *gs_extract     (GBytes                 *bytes,
                                 const char             *name,
                                 const GsExtractLimits  *limits,
                                 GError                **error);

G_END_DECLS
