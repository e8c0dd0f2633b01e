/* gs-relays.h: what a source says, and who relays whom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one source says to one question. */
typedef struct
{
  char  *question; /* UUID, NULL for claims on none */
  char  *text;     /* of the question */
  gint64 asserted;
  gint64 denied;
} GsSaid;

/* One source gives what it has from another. */
typedef struct
{
  char  *outer; /* UUID */
  char  *outer_name;
  int    outer_kind; /* GsSourceKind */
  char  *inner;
  char  *inner_name;
  int    inner_kind;
  gint64 claims;
} GsRelay;

void gs_said_free  (GsSaid  *self);
void gs_relay_free (GsRelay *self);

G_END_DECLS
