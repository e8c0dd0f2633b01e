/* gs-relays.c: what a source says, and who relays whom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-relays.h"

/**
 * gs_said_free:
 * @self: (nullable) (transfer full): what a source says
 */
void
gs_said_free (GsSaid *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_free (self->text);
  g_free (self);
}

/**
 * gs_relay_free:
 * @self: (nullable) (transfer full): who relays whom
 */
void
gs_relay_free (GsRelay *self)
{
  if (self == NULL)
    return;

  g_free (self->outer);
  g_free (self->outer_name);
  g_free (self->inner);
  g_free (self->inner_name);
  g_free (self);
}
