/* gs-folding-page.c: a page whose panes lie side by side, or one behind the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-folding-page.h"

typedef struct
{
  gboolean folded;
  guint depth; /* of the pane that is shown when folded; 0 is the first */
} GsFoldingPagePrivate;

enum
{
  PROP_0,
  PROP_FOLDED,
  PROP_CAN_GO_BACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GsFoldingPage, gs_folding_page, GTK_TYPE_WIDGET)

static GsFoldingPagePrivate *
get_private (GsFoldingPage *self)
{
  return gs_folding_page_get_instance_private (self);
}

static void
arrange (GsFoldingPage *self)
{
  const GsFoldingPagePrivate *priv = get_private (self);

  GS_FOLDING_PAGE_GET_CLASS (self)->arrange (self, priv->folded, priv->depth);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static void
gs_folding_page_real_go_back (GsFoldingPage *self)
{
  gs_folding_page_go_to (self, 0);
}

static void
gs_folding_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GsFoldingPage *self = GS_FOLDING_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      get_private (self)->folded = g_value_get_boolean (value);
      arrange (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_folding_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GsFoldingPage *self = GS_FOLDING_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, get_private (self)->folded);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, gs_folding_page_can_go_back (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_folding_page_class_init (GsFoldingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = gs_folding_page_set_property;
  object_class->get_property = gs_folding_page_get_property;
  klass->go_back = gs_folding_page_real_go_back;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gs_folding_page_init (GsFoldingPage *self)
{
}

/**
 * gs_folding_page_is_folded:
 * @self: a page
 *
 * Returns: whether it shows one pane at a time
 */
gboolean
gs_folding_page_is_folded (GsFoldingPage *self)
{
  g_return_val_if_fail (GS_IS_FOLDING_PAGE (self), FALSE);

  return get_private (self)->folded;
}

/**
 * gs_folding_page_get_depth:
 * @self: a page
 *
 * Returns: which pane is shown when it is folded, from 0
 */
guint
gs_folding_page_get_depth (GsFoldingPage *self)
{
  g_return_val_if_fail (GS_IS_FOLDING_PAGE (self), 0);

  return get_private (self)->depth;
}

/**
 * gs_folding_page_go_to:
 * @self: a page
 * @depth: the pane to show when it is folded, from 0
 *
 * Also to be called where what a page arranges has changed but its depth.
 */
void
gs_folding_page_go_to (GsFoldingPage *self, guint depth)
{
  g_return_if_fail (GS_IS_FOLDING_PAGE (self));

  get_private (self)->depth = depth;
  arrange (self);
}

/**
 * gs_folding_page_can_go_back:
 * @self: a page
 *
 * Returns: whether it is folded, and not at its first pane
 */
gboolean
gs_folding_page_can_go_back (GsFoldingPage *self)
{
  const GsFoldingPagePrivate *priv;

  g_return_val_if_fail (GS_IS_FOLDING_PAGE (self), FALSE);

  priv = get_private (self);

  return priv->folded && priv->depth > 0;
}

/**
 * gs_folding_page_go_back:
 * @self: a page
 *
 * Leaves the pane that is shown. Does nothing where all are.
 */
void
gs_folding_page_go_back (GsFoldingPage *self)
{
  g_return_if_fail (GS_IS_FOLDING_PAGE (self));

  if (gs_folding_page_can_go_back (self))
    GS_FOLDING_PAGE_GET_CLASS (self)->go_back (self);
}
