/* gs-claims-bulk.c: one action on many claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claims-bulk.h"

#include <glib/gi18n.h>

#include "gs-names.h"
#include "gs-notify.h"
#include "gs-perform.h"

#define BLOCK 500

typedef struct
{
  GPtrArray *uuids;     /* char *, when all rows were in memory */
  GArray *positions;    /* guint, otherwise */
  GsListFilter *filter; /* of the list that @positions count in */
  guint n_items;        /* how long that list was */
  char *path;           /* of the tag */
} Bulk;

static void
bulk_free (gpointer data)
{
  Bulk *bulk = data;

  g_ptr_array_unref (bulk->uuids);
  g_array_unref (bulk->positions);
  gs_list_filter_free (bulk->filter);
  g_free (bulk->path);
  g_free (bulk);
}

/* Names the chosen claims; by position only where their rows never came. */
static Bulk *
bulk_new (GsPagedList *list, GtkBitset *chosen, const char *path)
{
  Bulk *bulk = g_new0 (Bulk, 1);
  const GsListFilter *filter = gs_paged_list_get_filter (list);
  gboolean complete = TRUE;
  GtkBitsetIter iter;
  guint position;

  bulk->uuids = g_ptr_array_new_with_free_func (g_free);
  bulk->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  bulk->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  bulk->filter = filter != NULL ? gs_record_copy (&gs_list_filter_type, filter) : NULL;
  bulk->path = g_strdup (path);

  for (gboolean ok = gtk_bitset_iter_init_first (&iter, chosen, &position); ok;
       ok = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GsRow) row = complete ? g_list_model_get_item (G_LIST_MODEL (list), position) : NULL;
      const char *uuid = row != NULL ? gs_row_get_uuid (row) : NULL;

      g_array_append_val (bulk->positions, position);
      if (uuid != NULL)
        g_ptr_array_add (bulk->uuids, g_strdup (uuid));
      else
        complete = FALSE;
    }

  return bulk;
}

/* Looks the claims up by their places in the list the analyst saw; not if the
 * list is another by now. */
static gboolean
find_uuids (GsWorkspace *workspace, Bulk *bulk, GError **error)
{
  g_autoptr (GArray) skeleton = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (bulk->uuids->len == bulk->positions->len)
    return TRUE;

  skeleton = gs_workspace_list_skeleton (workspace, &gs_claim_listing_type, bulk->filter, error);
  if (skeleton == NULL)
    return FALSE;
  if (skeleton->len != bulk->n_items)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_FAILED, _ ("The list has changed meanwhile. Choose again."));
      return FALSE;
    }

  g_ptr_array_set_size (bulk->uuids, 0);
  for (guint i = 0; i < bulk->positions->len; i++)
    g_array_append_val (ids, g_array_index (skeleton, gint64, g_array_index (bulk->positions, guint, i)));

  for (guint i = 0; i < ids->len; i += BLOCK)
    {
      g_autoptr (GPtrArray) rows =
        gs_workspace_list_rows (workspace, &gs_claim_listing_type, &g_array_index (ids, gint64, i),
                                MIN (BLOCK, ids->len - i), error);

      if (rows == NULL)
        return FALSE;
      for (guint j = 0; j < rows->len; j++)
        g_ptr_array_add (bulk->uuids, g_strdup (((GsClaimListing *) g_ptr_array_index (rows, j))->uuid));
    }

  return TRUE;
}

static gboolean
find_tag (GPtrArray *tags, const char *tag, guint *place)
{
  for (guint i = 0; i < tags->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (tags, i), tag))
        {
          *place = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Saves each claim whose tags change. */
static gboolean
retag (GsWorkspace *workspace, GsAction *action, Bulk *bulk, const char *tag, gboolean add, GError **error)
{
  for (guint i = 0; i < bulk->uuids->len; i++)
    {
      g_autoptr (GsClaimRecord) claim =
        gs_workspace_load (workspace, &gs_claim_type, g_ptr_array_index (bulk->uuids, i), error);
      guint place = 0;

      if (claim == NULL)
        return FALSE;
      if (find_tag (claim->tags, tag, &place) == add)
        continue;

      if (add)
        g_ptr_array_add (claim->tags, g_strdup (tag));
      else
        g_ptr_array_remove_index (claim->tags, place);
      gs_action_save (action, &gs_claim_type, claim);
    }

  return TRUE;
}

static GsAction *
build_add_tag (GsWorkspace *workspace, gpointer data, GError **error)
{
  Bulk *bulk = data;
  g_autofree char *label = g_strdup_printf (_ ("Tag claims “%s”"), bulk->path);
  g_autoptr (GsAction) action = gs_action_new (label);
  g_autofree char *tag = NULL;

  if (!find_uuids (workspace, bulk, error))
    return NULL;
  tag = gs_names_ensure_tag (workspace, action, bulk->path, error);
  if (tag == NULL || !retag (workspace, action, bulk, tag, TRUE, error))
    return NULL;

  return g_steal_pointer (&action);
}

static GsAction *
build_remove_tag (GsWorkspace *workspace, gpointer data, GError **error)
{
  Bulk *bulk = data;
  g_autofree char *label = g_strdup_printf (_ ("Take tag “%s” away"), bulk->path);
  g_autoptr (GsAction) action = gs_action_new (label);
  g_autofree char *tag = NULL;

  if (!find_uuids (workspace, bulk, error))
    return NULL;
  tag = gs_workspace_resolve (workspace, &gs_tag_type, bulk->path, error);
  if (tag == NULL || !retag (workspace, action, bulk, tag, FALSE, error))
    return NULL;

  return g_steal_pointer (&action);
}

static GsAction *
build_delete (GsWorkspace *workspace, gpointer data, GError **error)
{
  Bulk *bulk = data;
  g_autoptr (GsAction) action = gs_action_new (_ ("Delete claims"));

  if (!find_uuids (workspace, bulk, error))
    return NULL;
  for (guint i = 0; i < bulk->uuids->len; i++)
    gs_action_delete (action, &gs_claim_type, g_ptr_array_index (bulk->uuids, i));

  return g_steal_pointer (&action);
}

static void
perform (GtkWidget *widget,
         GsWorkspace *workspace,
         GsPagedList *list,
         GtkBitset *chosen,
         const char *path,
         GsActionFunc func,
         const char *message)
{
  if (gtk_bitset_get_size (chosen) > GS_CLAIMS_BULK_MAX)
    {
      g_autofree char *refusal =
        g_strdup_printf (_ ("At most %'d claims can be changed at once. Choose fewer."), GS_CLAIMS_BULK_MAX);

      gs_notify (widget, refusal);
      return;
    }

  gs_perform_built (widget, workspace, func, bulk_new (list, chosen, path), bulk_free, message);
}

/**
 * gs_claims_bulk_add_tag:
 * @widget: around which a toast tells how it went
 * @workspace: a #GsWorkspace
 * @list: claims
 * @chosen: positions in @list
 * @path: of a tag, made if it is not there
 *
 * Returns at once; one action on all of them follows.
 */
void
gs_claims_bulk_add_tag (GtkWidget *widget,
                        GsWorkspace *workspace,
                        GsPagedList *list,
                        GtkBitset *chosen,
                        const char *path)
{
  perform (widget, workspace, list, chosen, path, build_add_tag, _ ("Claims tagged"));
}

/**
 * gs_claims_bulk_remove_tag:
 * @widget: around which a toast tells how it went
 * @workspace: a #GsWorkspace
 * @list: claims
 * @chosen: positions in @list
 * @path: of a tag
 *
 * Returns at once; one action on all of them follows.
 */
void
gs_claims_bulk_remove_tag (GtkWidget *widget,
                           GsWorkspace *workspace,
                           GsPagedList *list,
                           GtkBitset *chosen,
                           const char *path)
{
  perform (widget, workspace, list, chosen, path, build_remove_tag, _ ("Tag taken away"));
}

/**
 * gs_claims_bulk_delete:
 * @widget: around which a toast tells how it went
 * @workspace: a #GsWorkspace
 * @list: claims
 * @chosen: positions in @list
 *
 * Returns at once; one action on all of them follows.
 */
void
gs_claims_bulk_delete (GtkWidget *widget, GsWorkspace *workspace, GsPagedList *list, GtkBitset *chosen)
{
  gulong n = (gulong) gtk_bitset_get_size (chosen);
  g_autofree char *message = g_strdup_printf (g_dngettext (NULL, "%'lu claim deleted", "%'lu claims deleted", n), n);

  perform (widget, workspace, list, chosen, NULL, build_delete, message);
}
