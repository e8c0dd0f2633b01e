/* conflict-case.h: a small case to find contradictions in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflicts.h"
#include "gs-names.h"
#include "gs-test.h"

G_BEGIN_DECLS

/* Two articles, of VRT and CNN; Iran with a minister and an envoy; nameless
 * officials; one question. */
typedef struct
{
  GsWorkspace *workspace;
  char *article[2];
  char *question;
} Case;

/* One claim, as terse as a table needs it. */
typedef struct
{
  gboolean denies;
  const char *sources; /* "VRT>Iran" */
  int article;
  int certainty;
  int status;
  const char *value;
  const char *time;
  const char *quantity;
  const char *slot;
  const char *scope;
  const char *uttered;
  int least; /* stage on a ladder */
  int most;
} Said;

#define DENY .denies = TRUE
#define IRAN .sources = "VRT>Iran"
#define US .sources = "CNN>US", .article = 1

Case          *case_new     (int             answer,
                             gboolean        exclusive);
/* A test failure if somebody still holds the workspace. */
void           case_free    (Case           *self);
void           case_perform (GsWorkspace    *workspace,
                             GsAction       *action);
/* (transfer full), not saved; its sources are made by @action. */
GsClaimRecord *case_claim   (Case           *self,
                             GsAction       *action,
                             const Said     *said);
/* Saves it, under @uuid (nullable); its UUID. (transfer full) */
char          *case_say     (Case           *self,
                             const Said     *said,
                             const char     *uuid);
GPtrArray     *case_pairs   (Case           *self);

G_END_DECLS
