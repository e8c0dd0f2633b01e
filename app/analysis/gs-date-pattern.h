/* gs-date-pattern.h: the rules of the grammar of dates, compiled.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GS_DATE_NODE_RULE,
  GS_DATE_NODE_LEAF,
  GS_DATE_NODE_WORD,
  GS_DATE_NODE_TOUCH,
  GS_DATE_NODE_GUARD,
  GS_DATE_NODE_SIDE,
  GS_DATE_NODE_SEQUENCE,
  GS_DATE_NODE_CHOICE,
  GS_DATE_NODE_OPTIONAL,
} GsDateNodeKind;

typedef struct
{
  GsDateNodeKind  kind;
  int             what;  /* rule, leaf, guard or side */
  const char     *word;
  GPtrArray      *nodes; /* GsDateNode; NULL where there can be none */
} GsDateNode;

typedef struct
{
  guint        n;
  GsDateNode **rules;
} GsDateGrammar;

/* Compiled once and never freed. Any thread. */
const GsDateGrammar *gs_date_grammar_get (void);

G_END_DECLS
