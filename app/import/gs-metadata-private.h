/* gs-metadata-private.h: facts about an article and who says so.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the readers of the several voices (gs-metadata.c, gs-json-ld.c).
 */

#pragma once

#include "gs-metadata.h"

G_BEGIN_DECLS

/* Trust, least first. */
typedef enum
{
  GS_VOICE_NONE,
  GS_VOICE_HINT, /* the site's own name for an author, a time of something */
  GS_VOICE_PAGE, /* <title>, <time>, the lines under the headline */
  GS_VOICE_META,
  GS_VOICE_OPEN_GRAPH,
  GS_VOICE_JSON_LD,
} GsVoice;

typedef enum
{
  GS_FACT_HEADLINE,
  GS_FACT_OUTLET,
  GS_FACT_BYLINE,
  GS_FACT_PUBLISHED,
  GS_FACT_URL,
  GS_FACT_LANGUAGE,
  GS_FACT_DESCRIPTION,
  GS_N_FACTS,
} GsFact;

#define GS_N_VOICES (GS_VOICE_JSON_LD + 1)

struct _GsMetadata
{
  char       *facts[GS_N_FACTS];
  GsVoice     voices[GS_N_FACTS];
  char       *headlines[GS_N_VOICES]; /* by voice */
  char       *authors_name; /* of the <meta> that named the byline */
  gboolean    written_by[3]; /* "twitter:label1" says that data1 is the author */
  GHashTable *persons; /* of JSON-LD: @id → name */
  gboolean    day_of_line; /* a line of the page told the day */
  char       *author_id; /* of JSON-LD: the article's, to be looked up */
};

void  gs_metadata_set   (GsMetadata *self,
                         GsFact      fact,
                         GsVoice     voice,
                         const char *value);
/* (transfer full) (nullable): single spaces; NULL for a blank. */
char *gs_metadata_clean (const char *value);

G_END_DECLS
