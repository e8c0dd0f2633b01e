/* gs-merge.c: the workspace of another analyst, compared with ours.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-merge-private.h"

#include "gs-gettext.h"
#include "gs-report-private.h"
#include "gs-report-refs.h"

static const char *const preference_nicks[] = { "ours", "theirs", "newer", NULL };
const GsWordList gs_merge_preferences = { "preference", preference_nicks };

static void
pair_free (gpointer data)
{
  GsMergePair *pair = data;

  gs_record_free (pair->type, pair->ours);
  gs_record_free (pair->type, pair->theirs);
  g_clear_pointer (&pair->differences, g_ptr_array_unref);
  g_free (pair);
}

static void
difference_free (gpointer data)
{
  GsMergeDifference *difference = data;

  g_free (difference->uuid);
  g_free (difference->name);
  g_free (difference->ours);
  g_free (difference->theirs);
  g_free (difference->our_time);
  g_free (difference->their_time);
  g_free (difference->our_name);
  g_free (difference->their_name);
  g_free (difference);
}

/**
 * gs_merge_free:
 * @self: (transfer full): a merge
 */
void
gs_merge_free (GsMerge *self)
{
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->differences);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->dropped);
  gs_report_places_free (self->places);
  g_free (self->counts);
  g_free (self->fork);
  g_free (self->label);
  g_clear_object (&self->cancellable);
  g_object_unref (self->theirs);
  g_object_unref (self->ours);
  g_free (self);
}

/* The fork ---------------------------------------------------------------------------- */

/* Both histories begin alike when one file is a copy of the other: what was done last
 * in both is when they parted. NULL when they never were one. */
static gboolean
find_fork (GsMerge *self, GError **error)
{
  g_autoptr (GPtrArray) ours = gs_workspace_history (self->ours, G_MAXINT32, error);
  g_autoptr (GPtrArray) theirs = ours != NULL ? gs_workspace_history (self->theirs, G_MAXINT32, error) : NULL;

  if (theirs == NULL)
    return FALSE;

  for (guint i = 1; i <= MIN (ours->len, theirs->len); i++)
    {
      const GsHistoryListing *a = ours->pdata[ours->len - i], *b = theirs->pdata[theirs->len - i];

      if (a->id != b->id || g_strcmp0 (a->at, b->at) != 0 || g_strcmp0 (a->label, b->label) != 0)
        break;
      g_free (self->fork);
      self->fork = g_strdup (a->at);
    }

  return TRUE;
}

gboolean
gs_merge_has_times (const GsRecordType *type)
{
  return gs_record_type_find_field (type, "modified") != NULL;
}

/* Whether a record was touched since both were one file; TRUE when nobody can say. */
static gboolean
is_touched (GsMerge *self, const GsHeadRecord *head)
{
  if (self->fork != NULL)
    return g_strcmp0 (head->modified, self->fork) > 0;

  return g_strcmp0 (head->modified, head->created) != 0;
}

/* The same record ---------------------------------------------------------------------- */

/* (transfer full): UUID of ours that is the same thing; NULL without error if none. */
static char *
find_same (GsMerge *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  const char *name = NULL;
  g_autofree char *path = NULL;

  if (type == &gs_annotator_type)
    name = ((const GsAnnotatorRecord *) record)->name;
  else if (type == &gs_source_type)
    name = ((const GsSourceRecord *) record)->name;
  else if (type == &gs_question_type)
    name = ((const GsQuestionRecord *) record)->text;
  else if (type == &gs_article_type)
    name = ((const GsArticleRecord *) record)->sha256;
  else if (type == &gs_tag_type)
    {
      GsTagListing *row =
        gs_workspace_list_row (self->theirs, &gs_tag_listing_type, ((const GsTagRecord *) record)->uuid, error);

      if (row == NULL)
        return NULL;
      path = g_strdup (row->path);
      name = path;
      gs_record_free (&gs_tag_listing_type, row);
    }

  return name != NULL && *name != '\0' ? gs_workspace_find_name (self->ours, type, name, error) : NULL;
}

static gboolean
point_to_ours (const GsRecordType *target, char **uuid, gpointer data, GError **error)
{
  GsMerge *self = data;
  const char *there = g_hash_table_lookup (self->known, *uuid);

  if (there != NULL)
    {
      g_free (*uuid);
      *uuid = g_strdup (there);
    }

  return TRUE;
}

static gpointer
load_ours (GsMerge *self, const GsRecordType *type, const char *uuid, GError **error)
{
  GError *local_error = NULL;
  gpointer record = gs_workspace_load (self->ours, type, uuid, &local_error);

  if (g_error_matches (local_error, GS_ERROR, GS_ERROR_NOT_FOUND))
    g_clear_error (&local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return record;
}

/* A claim on an article of ours: its places are looked up in our text. */
static gboolean
mend_places (GsMerge *self, GsClaimRecord *claim, GError **error)
{
  GsArticleRecord *article;

  if (claim->article == NULL)
    return TRUE;

  if (!gs_report_places_knows (self->places, claim->article))
    {
      GError *local_error = NULL;

      article = load_ours (self, &gs_article_type, claim->article, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      /* One that is added comes with the text that its claims were made on. */
      if (article == NULL)
        return TRUE;
      gs_report_places_add (self->places, article->uuid, article->text);
      gs_article_record_free (article);
    }
  gs_report_places_mend (self->places, claim);

  return TRUE;
}

static GsMergePair *
pair_new (const GsRecordType *type, gpointer ours, gpointer theirs)
{
  GsMergePair *pair = g_new0 (GsMergePair, 1);

  pair->type = type;
  pair->ours = ours;
  pair->theirs = theirs;
  pair->differences = g_ptr_array_new ();

  return pair;
}

static GsMergeCount *
count_of (GsMerge *self, const GsRecordType *type)
{
  return &self->counts[gs_report_section_of (type)];
}

/* @ours, @theirs: (transfer full). */
static void
compare_pair (GsMerge *self, const GsRecordType *type, gpointer ours, gpointer theirs, gboolean united)
{
  GsMergePair *pair = pair_new (type, ours, theirs);

  if (!united && gs_merge_has_times (type) && is_touched (self, theirs) && !is_touched (self, ours))
    {
      g_autoptr (GPtrArray) differences = NULL;

      /* Only whether there is one matters. */
      gs_merge_compare_fields (self, pair, FALSE);
      pair->whole = pair->differences->len > 0;
      for (guint i = 0; i < pair->differences->len; i++)
        g_ptr_array_remove_index (self->differences, self->differences->len - 1);
      g_ptr_array_set_size (pair->differences, 0);
      count_of (self, type)->taken += pair->whole;
    }
  else if (!united && gs_merge_has_times (type) && !is_touched (self, theirs) && is_touched (self, ours))
    ;
  else
    gs_merge_compare_fields (self, pair, united);

  if (pair->whole || pair->grown || pair->differences->len > 0)
    g_ptr_array_add (self->pairs, pair);
  else
    pair_free (pair);
}

static gboolean
is_deleted_here (GsMerge *self, const GsRecordType *type, gpointer record)
{
  const GsHeadRecord *head = record;

  return self->fork != NULL && gs_merge_has_times (type) && g_strcmp0 (head->created, self->fork) <= 0
         && !is_touched (self, head);
}

/* What something of theirs that is kept refers to is there again, and what that
 * refers to. */
static gboolean
bring_back (const GsRecordType *target, char **uuid, gpointer data, GError **error)
{
  GsMerge *self = data;
  g_autofree char *key = NULL;
  GsMergePair *pair = NULL;

  if (!g_hash_table_steal_extended (self->dropped, *uuid, (gpointer *) &key, (gpointer *) &pair))
    return TRUE;

  gs_record_each_ref (pair->type, pair->theirs, bring_back, self, NULL);
  g_ptr_array_add (self->added, pair);
  count_of (self, pair->type)->deleted--;
  count_of (self, pair->type)->added++;

  return TRUE;
}

static gboolean
take_record (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  GsMerge *self = data;
  const char *uuid = ((GsHeadRecord *) record)->uuid;
  GError *local_error = NULL;
  g_autofree char *same = NULL;
  gpointer ours, theirs;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  ours = load_ours (self, type, uuid, &local_error);
  if (ours == NULL && local_error == NULL)
    same = find_same (self, type, record, &local_error);
  if (same != NULL)
    {
      g_hash_table_insert (self->known, g_strdup (uuid), g_strdup (same));
      count_of (self, type)->united++;
      ours = load_ours (self, type, same, &local_error);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  theirs = gs_record_copy (type, record);
  gs_record_each_ref (type, theirs, point_to_ours, self, NULL);
  if (ours == NULL && is_deleted_here (self, type, record))
    {
      g_hash_table_insert (self->dropped, g_strdup (uuid), pair_new (type, NULL, theirs));
      count_of (self, type)->deleted++;
      return TRUE;
    }

  if (type == &gs_claim_type && !mend_places (self, theirs, error))
    {
      gs_record_free (type, theirs);
      gs_record_free (type, ours);
      return FALSE;
    }
  gs_record_each_ref (type, theirs, bring_back, self, NULL);
  if (ours != NULL)
    compare_pair (self, type, ours, theirs, same != NULL);
  else
    {
      count_of (self, type)->added++;
      g_ptr_array_add (self->added, pair_new (type, NULL, theirs));
    }

  return TRUE;
}

static gboolean
compare_all (GsMerge *self, GError **error)
{
  if (!find_fork (self, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (!gs_workspace_each (self->theirs, gs_workspace_types[i], take_record, self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_merge_open_theirs:
 * @path: the other workspace, in the encoding of file names
 *
 * Returns: (transfer full): it, open for reading only; or %NULL with @error
 */
GsWorkspace *
gs_merge_open_theirs (const char *path, GError **error)
{
  GError *local_error = NULL;
  GsWorkspace *theirs = gs_workspace_open (path, GS_OPEN_READ_ONLY, &local_error);

  if (g_error_matches (local_error, GS_ERROR, GS_ERROR_READ_ONLY))
    {
      g_clear_error (&local_error);
      g_set_error_literal (error, GS_ERROR, GS_ERROR_OPEN,
                           _ ("The other workspace was made by an older version of Gainsay. Open it once with this "
                              "version, then merge it."));
    }
  else if (local_error != NULL)
    g_propagate_error (error, local_error);

  return theirs;
}

/**
 * gs_merge_compare:
 * @ours: the workspace that will change
 * @theirs: the other one, which never does
 * @preference: how differences are decided until somebody decides otherwise
 * @cancellable: (nullable): to stop with
 *
 * Blocks; on the thread of neither workspace. Changes nothing.
 *
 * Returns: (transfer full): what there is to do; or %NULL with @error
 */
GsMerge *
gs_merge_compare (GsWorkspace *ours,
                  GsWorkspace *theirs,
                  GsMergePreference preference,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GsMerge) self = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (ours), NULL);
  g_return_val_if_fail (GS_IS_WORKSPACE (theirs), NULL);
  g_return_val_if_fail (ours != theirs, NULL);

  self = g_new0 (GsMerge, 1);
  self->ours = g_object_ref (ours);
  self->theirs = g_object_ref (theirs);
  self->preference = preference;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  name = g_filename_display_basename (gs_workspace_get_path (theirs));
  /* Translators: a step of the history. */
  self->label = g_strdup_printf (_ ("Merge “%s”"), name);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pair_free);
  self->added = g_ptr_array_new_with_free_func (pair_free);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->differences = g_ptr_array_new_with_free_func (difference_free);
  self->counts = g_new0 (GsMergeCount, gs_n_workspace_types);
  self->places = gs_report_places_new ();

  return compare_all (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * gs_merge_get_label:
 * @self: a merge
 *
 * Returns: (transfer none): what the history says of it
 */
const char *
gs_merge_get_label (GsMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * gs_merge_get_count:
 * @self: a merge
 * @type: one of gs_workspace_types
 *
 * Returns: (transfer none): what becomes of their records of that type
 */
const GsMergeCount *
gs_merge_get_count (GsMerge *self, const GsRecordType *type)
{
  g_return_val_if_fail (self != NULL, NULL);

  return count_of (self, type);
}

/**
 * gs_merge_get_differences:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type GsMergeDifference): what both have changed
 */
GPtrArray *
gs_merge_get_differences (GsMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->differences;
}
