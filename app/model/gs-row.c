/* gs-row.c: an item of a list, there at once and filled when its page arrives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-row-private.h"

struct _GsRow
{
  GObject parent_instance;

  const GsRecordType *type;
  gpointer record;
  guint position;

  GsRowGoneFunc gone;
  gpointer owner;
};

G_DEFINE_FINAL_TYPE (GsRow, gs_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * gs_row_new:
 * @type: a listing type
 * @record: (transfer full) (nullable): what the row shows, if it is known
 *
 * Returns: (transfer full): a row
 */
GsRow *
gs_row_new (const GsRecordType *type, gpointer record)
{
  GsRow *self;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_object_new (GS_TYPE_ROW, NULL);
  self->type = type;
  self->record = record;

  return self;
}

/**
 * gs_row_get_type_of:
 * @self: a #GsRow
 *
 * Returns: (transfer none): the listing type of the row, known before its record is
 */
const GsRecordType *
gs_row_get_type_of (GsRow *self)
{
  g_return_val_if_fail (GS_IS_ROW (self), NULL);

  return self->type;
}

/**
 * gs_row_get_record:
 * @self: a #GsRow
 *
 * Returns: (transfer none) (nullable): the listing, such as a #GsClaimListing, good
 *   until "loaded" is notified again; %NULL until it has come
 */
gconstpointer
gs_row_get_record (GsRow *self)
{
  g_return_val_if_fail (GS_IS_ROW (self), NULL);

  return self->record;
}

/**
 * gs_row_get_uuid:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): UUID of what the row shows, %NULL until it has come
 */
const char *
gs_row_get_uuid (GsRow *self)
{
  const GsField *field;

  g_return_val_if_fail (GS_IS_ROW (self), NULL);

  field = gs_record_type_find_field (self->type, "uuid");

  return self->record != NULL && field != NULL ? GS_FIELD_VALUE (field, self->record, char *) : NULL;
}

/**
 * gs_row_get_position:
 * @self: a #GsRow
 *
 * Returns: its position in the list, from 0
 */
guint
gs_row_get_position (GsRow *self)
{
  g_return_val_if_fail (GS_IS_ROW (self), 0);

  return self->position;
}

/**
 * gs_row_fill:
 * @self: a row
 * @record: (transfer full): what it shows
 *
 * Notifies "loaded", unless @record says what the row shows already.
 */
void
gs_row_fill (GsRow *self, gpointer record)
{
  gboolean same;

  g_return_if_fail (GS_IS_ROW (self));
  g_return_if_fail (record != NULL);

  same = self->record != NULL && gs_record_equal (self->type, self->record, record);
  gs_record_free (self->type, self->record);
  self->record = record;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

void
gs_row_set_position (GsRow *self, guint position)
{
  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

void
gs_row_set_owner (GsRow *self, GsRowGoneFunc gone, gpointer owner)
{
  self->gone = gone;
  self->owner = owner;
}

static void
gs_row_dispose (GObject *object)
{
  GsRow *self = GS_ROW (object);
  GsRowGoneFunc gone = self->gone;

  self->gone = NULL;
  if (gone != NULL)
    gone (self, self->owner);

  G_OBJECT_CLASS (gs_row_parent_class)->dispose (object);
}

static void
gs_row_finalize (GObject *object)
{
  GsRow *self = GS_ROW (object);

  if (self->type != NULL)
    gs_record_free (self->type, self->record);

  G_OBJECT_CLASS (gs_row_parent_class)->finalize (object);
}

static void
gs_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GsRow *self = GS_ROW (object);

  switch (id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, self->record != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gs_row_class_init (GsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gs_row_dispose;
  object_class->finalize = gs_row_finalize;
  object_class->get_property = gs_row_get_property;

  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gs_row_init (GsRow *self)
{
}
