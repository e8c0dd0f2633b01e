/* gs-claim-resize.c: the quote of a claim made longer and shorter, key by key.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-resize.h"

#include "gs-names.h"
#include "gs-perform.h"

/* Milliseconds without a key that make a step. */
#define PAUSE 600

/* Where a claim's quote is to be. */
typedef struct
{
  char *claim;
  gint64 start;
  gint64 end;
} Place;

struct _GsClaimResize
{
  GtkWidget *widget;
  GsWorkspace *workspace;
  Place *place; /* NULL when nothing is waiting */
  guint source;
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->claim);
  g_free (place);
}

/* Everything but the place stays; that is checked against the text. */
static GsAction *
build (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Place *place = data;
  g_autoptr (GsClaimDraft) draft = NULL;
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (workspace, &gs_claim_type, place->claim, error);

  if (claim == NULL)
    return NULL;

  draft = g_new0 (GsClaimDraft, 1);
  draft->claim = g_strdup (place->claim);
  draft->start = place->start;
  draft->end = place->end;
  draft->stance = claim->stance;
  draft->certainty = claim->certainty;
  draft->status = claim->status;

  return gs_claim_draft_to_action (workspace, draft, NULL, error);
}

/**
 * gs_claim_resize_new:
 * @widget: (transfer none): where failures are shown; outlives what is made
 *
 * Returns: (transfer full): what moves the ends of quotes, one step of the history a pause
 */
GsClaimResize *
gs_claim_resize_new (GtkWidget *widget)
{
  GsClaimResize *self = g_new0 (GsClaimResize, 1);

  self->widget = widget;

  return self;
}

/**
 * gs_claim_resize_free:
 * @self: (transfer full): as made by gs_claim_resize_new()
 *
 * Stores what is waiting first.
 */
void
gs_claim_resize_free (GsClaimResize *self)
{
  gs_claim_resize_flush (self);
  g_clear_object (&self->workspace);
  g_free (self);
}

/**
 * gs_claim_resize_get:
 * @self: as made by gs_claim_resize_new()
 * @claim: a claim of the article that is shown
 * @start: (out): code point where its quote begins
 * @end: (out): the code point after its last
 *
 * Tells where the quote is, what has not been stored yet included.
 */
void
gs_claim_resize_get (GsClaimResize *self, const GsClaimListing *claim, gint64 *start, gint64 *end)
{
  gboolean waiting = self->place != NULL && g_str_equal (self->place->claim, claim->uuid);

  *start = waiting ? self->place->start : claim->start;
  *end = waiting ? self->place->end : claim->end;
}

/**
 * gs_claim_resize_flush:
 * @self: as made by gs_claim_resize_new()
 *
 * Stores what is waiting now, without blocking.
 */
void
gs_claim_resize_flush (GsClaimResize *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->place != NULL)
    gs_perform_built (self->widget, self->workspace, build, g_steal_pointer (&self->place), place_free, NULL);
}

static gboolean
pause_cb (gpointer data)
{
  GsClaimResize *self = data;

  self->source = 0;
  gs_claim_resize_flush (self);

  return G_SOURCE_REMOVE;
}

/**
 * gs_claim_resize_to:
 * @self: as made by gs_claim_resize_new()
 * @workspace: where @claim is
 * @claim: a claim of the article that is shown
 * @start: code point where its quote is to begin
 * @end: the code point after its last
 *
 * Moves the quote; it is stored when nothing has moved it for a moment.
 */
void
gs_claim_resize_to (GsClaimResize *self, GsWorkspace *workspace, const GsClaimListing *claim, gint64 start, gint64 end)
{
  if (self->place != NULL && !g_str_equal (self->place->claim, claim->uuid))
    gs_claim_resize_flush (self);

  g_clear_handle_id (&self->source, g_source_remove);
  g_set_object (&self->workspace, workspace);
  if (self->place == NULL)
    {
      self->place = g_new0 (Place, 1);
      self->place->claim = g_strdup (claim->uuid);
    }
  self->place->start = start;
  self->place->end = end;
  self->source = g_timeout_add (PAUSE, pause_cb, self);
}
