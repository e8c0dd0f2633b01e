/* gs-comparand.h: an article as it is compared with others.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-sketches.h"
#include "gs-sketch.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

/* What the database calls a likeness. */
#define GS_KIND_COPY "copy"
#define GS_KIND_TRANSLATION "translation"

/**
 * GsComparand:
 * @stored: what the database finds it by
 * @sketch: what its text can be recognised by
 * @language: (nullable): BCP 47
 * @published: (nullable): the first day it may be of
 * @created: (nullable): instant at which it came into the workspace
 *
 * What is compared of an article; its text and bytes are not kept.
 */
typedef struct
{
  GsDbSketch stored;
  GsSketch  *sketch;
  char      *language;
  char      *published;
  char      *created;
} GsComparand;

GsComparand  *gs_comparand_load    (GsWorkspace        *workspace,
                                    const char         *uuid,
                                    GError            **error);
void          gs_comparand_free    (GsComparand        *self);
GsDbLikeness *gs_comparand_compare (const GsComparand  *a,
                                    const GsComparand  *b);

G_END_DECLS
