/* gs-paged-list.c: a list of the workspace's rows that pages through the database.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list opens with a count and the first page, then reads its skeleton: the
 * row numbers in order, eight bytes each. What a filter leaves is counted only
 * so far at first; the skeleton tells how much it is. After a change of the workspace the
 * skeleton is read again and compared, so that only what differs is announced
 * and the faces keep selection and scroll position.
 */

#include "config.h"

#include "gs-paged-list-private.h"

#include "gs-row-private.h"

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GsPagedList,
                               gs_paged_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_N_ITEMS,
  PROP_LOADING,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

/* How long the first page of a list of more than SHORT rows has the machine to
 * itself before the order is read, in milliseconds: it is being drawn. */
#define PAUSE 250
#define SHORT 4096

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Tickets ------------------------------------------------------------------------ */

GsPagedListTicket *
gs_paged_list_ticket_new (GsPagedList *self, guint serial)
{
  GsPagedListTicket *ticket = g_new0 (GsPagedListTicket, 1);

  g_weak_ref_init (&ticket->list, self);
  ticket->serial = serial;

  return ticket;
}

GsPagedList *
gs_paged_list_ticket_take (GsPagedListTicket *ticket)
{
  GsPagedList *self = g_weak_ref_get (&ticket->list);

  g_weak_ref_clear (&ticket->list);
  g_free (ticket);

  return self;
}

/* The list keeps what it has. A workspace that is being closed is no failure. */
void
gs_paged_list_fail (GsPagedList *self, GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, GS_ERROR, GS_ERROR_OPEN))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
set_loading (GsPagedList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Reading ------------------------------------------------------------------------------ */

typedef struct
{
  const GsRecordType *listing;
  GsListFilter *filter;
} Reading;

typedef struct
{
  const GsRecordType *listing;
  gint64 count;
  gboolean more;    /* than were counted */
  GPtrArray *first; /* page */
} Opened;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  gs_list_filter_free (reading->filter);
  g_free (reading);
}

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->first, g_ptr_array_unref);
  g_free (opened);
}

/* One reading of the list's order at a time, and only the latest counts. */
static GsPagedListTicket *
begin_reading (GsPagedList *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->dirty = FALSE;

  return gs_paged_list_ticket_new (self, ++self->serial);
}

static void start_reading_skeleton (GsPagedList *self);

static void
skeleton_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsPagedListTicket *ticket = user_data;
  guint serial = ticket->serial;
  g_autoptr (GsPagedList) self = gs_paged_list_ticket_take (ticket);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) skeleton = gs_workspace_list_skeleton_finish (GS_WORKSPACE (source), result, &error);

  if (self == NULL || serial != self->serial)
    return;

  g_clear_object (&self->reading);
  if (skeleton != NULL)
    gs_paged_list_apply (self, skeleton);
  else
    gs_paged_list_fail (self, error);
  gs_paged_list_want_held (self);
  if (self->dirty && self->reading == NULL)
    start_reading_skeleton (self);
}

static void
start_reading_skeleton (GsPagedList *self)
{
  GsPagedListTicket *ticket = begin_reading (self);

  gs_workspace_list_skeleton_async (self->workspace, self->listing, self->filter, self->reading, skeleton_cb, ticket);
}

static gboolean
pause_over_cb (gpointer data)
{
  GsPagedList *self = data;

  self->pause = 0;
  start_reading_skeleton (self);

  return G_SOURCE_REMOVE;
}

static gpointer
open_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  Opened *opened = g_new0 (Opened, 1);
  GError *local = NULL;

  opened->listing = reading->listing;
  opened->count =
    gs_workspace_list_count_to (workspace, reading->listing, reading->filter, GS_COUNTED, &opened->more, &local);
  if (local == NULL)
    opened->first = gs_workspace_list_page (workspace, reading->listing, reading->filter, 0, GS_PAGE_SIZE, &local);
  if (local == NULL)
    return opened;

  g_propagate_error (error, local);
  opened_free (opened);

  return NULL;
}

static void
take_over (GsPagedList *self, Opened *opened)
{
  guint removed = self->n_items;
  g_autoptr (GPtrArray) rows = gs_paged_list_take_rows (self);
  g_autoptr (GHashTable) held = gs_paged_list_index_rows (rows, 0, removed);

  g_clear_pointer (&self->skeleton, g_array_unref);
  self->stale = FALSE;
  self->partial = opened->more;
  self->n_items = (guint) CLAMP (opened->count, 0, G_MAXINT);
  for (guint i = 0; i < MIN (opened->first->len, self->n_items); i++)
    {
      GsRow *row = g_hash_table_lookup (held, opened->first->pdata[i]);

      if (row != NULL)
        gs_paged_list_add_row (self, i, row);
    }
  gs_paged_list_put_page (self, 0, opened->first);
  if (removed > 0 || self->n_items > 0)
    gs_paged_list_announce (self, 0, removed, self->n_items);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsPagedListTicket *ticket = user_data;
  guint serial = ticket->serial;
  g_autoptr (GsPagedList) self = gs_paged_list_ticket_take (ticket);
  g_autoptr (GError) error = NULL;
  Opened *opened = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (self != NULL && serial == self->serial)
    {
      g_clear_object (&self->reading);
      if (opened != NULL)
        {
          take_over (self, opened);
          /* A listener may have set another filter. */
          if (self->reading == NULL && self->n_items <= SHORT)
            start_reading_skeleton (self);
          else if (self->reading == NULL && self->pause == 0)
            self->pause = g_timeout_add (PAUSE, pause_over_cb, self);
        }
      else
        gs_paged_list_fail (self, error);
      set_loading (self, FALSE);
    }
  g_clear_pointer (&opened, opened_free);
}

static void
open_list (GsPagedList *self)
{
  Reading *reading = g_new0 (Reading, 1);
  GsPagedListTicket *ticket;

  set_loading (self, TRUE);
  reading->listing = self->listing;
  reading->filter = gs_record_copy (&gs_list_filter_type, self->filter);
  ticket = begin_reading (self);
  gs_workspace_call_async (self->workspace, open_func, reading, reading_free, opened_free, self->reading, opened_cb,
                           ticket);
}

static void
workspace_changed_cb (GsPagedList *self)
{
  self->stale = TRUE;
  if (self->reading != NULL)
    self->dirty = TRUE;
  else
    start_reading_skeleton (self);
}

/* The object ----------------------------------------------------------------------------- */

/**
 * gs_paged_list_new:
 * @workspace: a workspace
 * @listing: one of the listing types
 * @filter: (nullable): copied
 *
 * Returns: (transfer full): a list that is empty until its first page has come
 */
GsPagedList *
gs_paged_list_new (GsWorkspace *workspace, const GsRecordType *listing, const GsListFilter *filter)
{
  GsPagedList *self;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (listing != NULL, NULL);

  self = g_object_new (GS_TYPE_PAGED_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  self->listing = listing;
  self->filter = filter != NULL ? gs_record_copy (&gs_list_filter_type, filter) : gs_record_new (&gs_list_filter_type);
  self->changed_id =
    g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  open_list (self);

  return self;
}

/**
 * gs_paged_list_set_filter:
 * @self: a list
 * @filter: (nullable): copied
 *
 * Shows what is there until the rows of @filter have come.
 */
void
gs_paged_list_set_filter (GsPagedList *self, const GsListFilter *filter)
{
  GsListFilter *copy;

  g_return_if_fail (GS_IS_PAGED_LIST (self));

  copy = filter != NULL ? gs_record_copy (&gs_list_filter_type, filter) : gs_record_new (&gs_list_filter_type);
  if (gs_record_equal (&gs_list_filter_type, copy, self->filter))
    {
      gs_list_filter_free (copy);
      return;
    }

  gs_list_filter_free (self->filter);
  self->filter = copy;
  open_list (self);
}

/**
 * gs_paged_list_get_filter:
 * @self: a #GsPagedList
 *
 * Returns: (transfer none): the filter, good until the next gs_paged_list_set_filter()
 */
const GsListFilter *
gs_paged_list_get_filter (GsPagedList *self)
{
  g_return_val_if_fail (GS_IS_PAGED_LIST (self), NULL);

  return self->filter;
}

static GType
gs_paged_list_get_item_type (GListModel *model)
{
  return GS_TYPE_ROW;
}

static guint
gs_paged_list_get_n_items (GListModel *model)
{
  return GS_PAGED_LIST (model)->n_items;
}

static gpointer
gs_paged_list_get_item (GListModel *model, guint position)
{
  GsPagedList *self = GS_PAGED_LIST (model);

  return position < self->n_items ? gs_paged_list_dup_row (self, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gs_paged_list_get_item_type;
  iface->get_n_items = gs_paged_list_get_n_items;
  iface->get_item = gs_paged_list_get_item;
}

static void
gs_paged_list_dispose (GObject *object)
{
  GsPagedList *self = GS_PAGED_LIST (object);

  g_clear_signal_handler (&self->changed_id, self->workspace);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->serial++;
  g_clear_handle_id (&self->wanted_idle, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  gs_paged_list_drop_pages (self);
  gs_paged_list_clear_rows (self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gs_paged_list_parent_class)->dispose (object);
}

static void
gs_paged_list_finalize (GObject *object)
{
  GsPagedList *self = GS_PAGED_LIST (object);

  gs_list_filter_free (self->filter);
  g_clear_pointer (&self->skeleton, g_array_unref);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->pages);
  g_array_unref (self->wanted);

  G_OBJECT_CLASS (gs_paged_list_parent_class)->finalize (object);
}

static void
gs_paged_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GsPagedList *self = GS_PAGED_LIST (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gs_paged_list_class_init (GsPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gs_paged_list_dispose;
  object_class->finalize = gs_paged_list_finalize;
  object_class->get_property = gs_paged_list_get_property;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, GS_TYPE_WORKSPACE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", GS_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
gs_paged_list_init (GsPagedList *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_queue_init (&self->recent);
}
