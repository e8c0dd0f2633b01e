/* gs-graph-choice.h: which sources a graph draws.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-relays.h"

G_BEGIN_DECLS

typedef struct
{
  const char *source; /* UUID; texts are the relays' */
  const char *name;
  int         kind;
  gint64      claims; /* on the arrows to and from it */
} GsGraphChoice;

/* (transfer full) (element-type GsGraphChoice): every source in @relays, those
 * with most claims first. They live as long as @relays. */
GPtrArray *gs_graph_choice_list (const GPtrArray *relays);

G_END_DECLS
