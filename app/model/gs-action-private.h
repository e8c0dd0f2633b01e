/* gs-action-private.h: the steps of an action, for who carries it out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-action.h"

G_BEGIN_DECLS

/**
 * GsActionStep:
 * @type: type of the record
 * @record: (nullable): what is saved, %NULL for anything else
 * @into: (nullable): UUID of what is referred to in its place, %NULL for a deletion
 * @uuid: UUID of what is saved, replaced or deleted
 * @fresh: the record got its UUID from the action, so it is certainly new
 */
typedef struct
{
  const GsRecordType *type;
  gpointer            record;
  char               *into;
  char               *uuid;
  gboolean            fresh;
} GsActionStep;

/* GsActionStep, in the order in which they were given. */
const GPtrArray *gs_action_get_steps    (GsAction *self);
gboolean         gs_action_keeps_stamps (GsAction *self);

/* The record that the action saves under @uuid last, NULL if there is none. */
gconstpointer    gs_action_find         (GsAction           *self,
                                         const GsRecordType *type,
                                         const char         *uuid);

G_END_DECLS
