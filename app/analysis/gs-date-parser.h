/* gs-date-parser.h: matching the grammar of dates at a place in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-date-value.h"
#include "gs-reading.h"

G_BEGIN_DECLS

/**
 * GsDateRule:
 * @name: what other rules call it
 * @pattern: what it consists of
 *
 * In a pattern, lower case names a rule, upper case a leaf of the parser or a
 * class of the lexicon; "x" in double quotes is a word or mark as it stands;
 * "?" makes optional, "|" separates alternatives, parentheses group. "_" wants
 * no space, "{D}" wants a language that puts days first, "{C}" one that counts
 * with a point, "{H}" one whose half eight is 7:30, "{U}" a capital and "{E}"
 * the end of what may be counted: no word, or one of the lexicon, "{X}"
 * besides no month or period. "@0" and "@1" say that what follows is about the beginning or
 * the end of a range, "@2" that it is about both.
 */
typedef struct
{
  const char *name;
  const char *pattern;
} GsDateRule;

/* Ended by a rule without name; the first is where matching starts. */
extern const GsDateRule gs_date_rules[];

typedef struct _GsDateParser GsDateParser;

GsDateParser *gs_date_parser_new  (const GsReading *reading);
void          gs_date_parser_free (GsDateParser    *self);
/* The token after the longest date that starts at token @i and does not
 * contradict itself; @i for none. */
guint         gs_date_parser_read (GsDateParser    *self,
                                   guint            i,
                                   GsDateValue     *value);

/* The leaves: which ends "NAME" may have at token @i, bit k for @i + k, and
 * what it says. */
int           gs_date_leaf_find   (const char      *name,
                                   gsize            length);
guint64       gs_date_leaf_ends   (const GsReading *reading,
                                   int              leaf,
                                   guint            i);
void          gs_date_leaf_take   (const GsReading *reading,
                                   int              leaf,
                                   guint            i,
                                   guint            end,
                                   GsDateValue     *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDateParser, gs_date_parser_free)

G_END_DECLS
