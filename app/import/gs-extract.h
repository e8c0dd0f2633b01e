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

/**
 * gs_extract_all:
 * @bytes: the file, whole
 * @name: (nullable): its name, a hint and nothing more; need not be UTF-8
 * @limits: (nullable)
 *
 * Decides by content what the bytes are, decodes them, and finds text, zones
 * and metadata of every article in them: of one in most files, of several in
 * mailboxes, feeds and web archives. There, what holds no text is left out.
 * Text is valid UTF-8 with "\n" line ends and without NUL.
 *
 * Returns: (transfer full) (element-type GsArticleRecord): at least one article,
 *   each without UUID, with sha256, media_type and extractor set, and original
 *   set only where it is not the text's UTF-8 (of several, each has its own
 *   part of the file as original); or %NULL with GS_ERROR_UNREADABLE or
 *   GS_ERROR_LIMIT, the message being the reason alone, without the file's name
 */
GPtrArray       *gs_extract_all (GBytes                 *bytes,
                                 const char             *name,
                                 const GsExtractLimits  *limits,
                                 GError                **error);

/* (transfer full): the first of gs_extract_all(), for files that hold one. */
GsArticleRecord *gs_extract     (GBytes                 *bytes,
                                 const char             *name,
                                 const GsExtractLimits  *limits,
                                 GError                **error);

G_END_DECLS
