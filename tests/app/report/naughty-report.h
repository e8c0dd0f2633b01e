/* naughty-report.h: a report of everything that breaks writers, in known numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two articles. The first begins with emoji and holds all naughty texts; claims
 * stand on them, with contexts that are unique. What is unfinished or lost is
 * on the second: a checker that looks for every quote need not be told of it.
 */

#pragma once

#include "memory-report.h"

G_BEGIN_DECLS

typedef struct
{
  guint articles;
  guint tags;
  guint claims;
  guint spans;
  guint links;
  guint untagged;   /* claims */
  guint sourceless; /* claims */
  guint orphaned;   /* claims that have lost their place */
  guint dismissed;  /* links */
} GsNaughtyCounts;

/* The second article. */
#define GS_NAUGHTY_UNFINISHED "0a000000-0000-4000-8000-000000000002"

GsMemoryReport *gs_naughty_report_new (GsNaughtyCounts *counts);

/* A workspace in memory that holds it. */
GsWorkspace    *gs_naughty_workspace_new (GsNaughtyCounts *counts);

G_END_DECLS
