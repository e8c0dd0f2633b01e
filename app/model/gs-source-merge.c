/* gs-source-merge.c: several sources turn out to be one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gs-lookup.h"

/* How far up a whole is looked for; further is a circle. */
#define MAX_DEPTH 32

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *y = g_utf8_casefold (b != NULL ? b : "", -1);

  return g_str_equal (x, y);
}

static void
add_alias (GsSourceRecord *source, const char *language, const char *name)
{
  GsAliasRecord *alias;

  if (name == NULL || *name == '\0' || (language == NULL && same_name (source->name, name)))
    return;
  for (guint i = 0; i < source->aliases->len; i++)
    {
      alias = source->aliases->pdata[i];
      if (g_strcmp0 (alias->language, language) == 0 && same_name (alias->name, name))
        return;
    }

  alias = gs_record_append (source->aliases, &gs_alias_type);
  alias->language = g_strdup (language);
  alias->name = g_strdup (name);
}

static void
add_affiliation (GsSourceRecord *source, const GsAffiliationRecord *affiliation)
{
  GsAffiliationRecord *added;

  if (affiliation->party == NULL || g_str_equal (affiliation->party, source->uuid))
    return;
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      if (gs_record_equal (&gs_affiliation_type, source->affiliations->pdata[i], affiliation))
        return;
    }

  added = gs_record_append (source->affiliations, &gs_affiliation_type);
  added->party = g_strdup (affiliation->party);
  added->from = g_strdup (affiliation->from);
  added->to = g_strdup (affiliation->to);
}

static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  const GsRatingRecord *x = *(const GsRatingRecord *const *) a, *y = *(const GsRatingRecord *const *) b;
  int by_time = g_strcmp0 (x->at, y->at);

  if (by_time != 0)
    return by_time;
  if (x->grade != y->grade)
    return x->grade - y->grade;

  return g_strcmp0 (x->topic, y->topic) != 0 ? g_strcmp0 (x->topic, y->topic) : g_strcmp0 (x->basis, y->basis);
}

static void
add_note (GsSourceRecord *source, const char *note)
{
  g_autofree char *old = source->note;

  if (note == NULL || *note == '\0')
    source->note = g_steal_pointer (&old);
  else
    source->note = old != NULL && *old != '\0' ? g_strconcat (old, "\n\n", note, NULL) : g_strdup (note);
}

/* What it was part of is told as an affiliation where there is another whole:
 * a source is part of one thing only. */
static void
add_whole (GsSourceRecord *source, const GsSourceRecord *other)
{
  GsAffiliationRecord affiliation = { .party = other->part_of };

  if (other->part_of == NULL || g_strcmp0 (other->part_of, source->part_of) == 0)
    return;
  if (source->part_of == NULL && !g_str_equal (other->part_of, source->uuid))
    source->part_of = g_strdup (other->part_of);
  else
    add_affiliation (source, &affiliation);
}

static void
take_over (GsSourceRecord *source, const GsSourceRecord *other)
{
  if (source->kind == GS_SOURCE_UNKNOWN)
    source->kind = other->kind;
  add_alias (source, NULL, other->name);
  for (guint i = 0; i < other->aliases->len; i++)
    {
      const GsAliasRecord *alias = other->aliases->pdata[i];

      add_alias (source, alias->language, alias->name);
    }
  for (guint i = 0; i < other->affiliations->len; i++)
    add_affiliation (source, other->affiliations->pdata[i]);
  for (guint i = 0; i < other->ratings->len; i++)
    g_ptr_array_add (source->ratings, gs_record_copy (&gs_rating_type, other->ratings->pdata[i]));
  g_ptr_array_sort (source->ratings, compare_ratings);
  add_whole (source, other);
  add_note (source, other->note);
}

/* Nobody is part of, or speaks for, whom they have become. */
static void
drop_selves (GsSourceRecord *source, const GPtrArray *others)
{
  if (source->part_of != NULL
      && g_ptr_array_find_with_equal_func ((GPtrArray *) others, source->part_of, g_str_equal, NULL))
    g_clear_pointer (&source->part_of, g_free);
  for (guint i = source->affiliations->len; i > 0; i--)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i - 1];

      if (affiliation->party != NULL
          && g_ptr_array_find_with_equal_func ((GPtrArray *) others, affiliation->party, g_str_equal, NULL))
        gs_record_free (&gs_affiliation_type, g_ptr_array_steal_index (source->affiliations, i - 1));
    }
}

/* Whether @source stands above its own whole. What could not be read is kept in @failure. */
static gboolean
is_circle (GsWorkspace *workspace, const GsSourceRecord *source, const GPtrArray *others, GError **failure)
{
  g_autofree char *above = g_strdup (source->part_of);

  for (guint depth = 0; above != NULL && depth < MAX_DEPTH; depth++)
    {
      g_autoptr (GsSourceRecord) whole = NULL;

      if (g_str_equal (above, source->uuid)
          || g_ptr_array_find_with_equal_func ((GPtrArray *) others, above, g_str_equal, NULL))
        return TRUE;
      whole = gs_lookup_record (workspace, &gs_source_type, above, failure);
      g_free (above);
      above = whole != NULL ? g_strdup (whole->part_of) : NULL;
    }

  return FALSE;
}

/**
 * gs_source_merge_to_action:
 * @workspace: a workspace
 * @source: UUID of the source that remains
 * @others: (element-type utf8): UUIDs of those that turn out to be it
 * @error: GS_ERROR_NOT_FOUND, GS_ERROR_INVALID
 *
 * Blocks. What the others said, were and were thought to be becomes @source's own,
 * and they go. Where its own name, kind and whole are known they remain.
 *
 * Returns: (transfer full): what to do, or %NULL with @error
 */
GsAction *
gs_source_merge_to_action (GsWorkspace *workspace, const char *source, const GPtrArray *others, GError **error)
{
  g_autoptr (GsSourceRecord) kept = gs_workspace_load (workspace, &gs_source_type, source, error);
  g_autofree char *label = NULL;
  g_autoptr (GsAction) action = NULL;
  GError *failure = NULL;

  if (kept == NULL)
    return NULL;
  if (g_ptr_array_find_with_equal_func ((GPtrArray *) others, source, g_str_equal, NULL))
    {
      g_set_error (error, GS_ERROR, GS_ERROR_INVALID, _ ("“%s” cannot be merged with itself."), kept->name);
      return NULL;
    }

  /* Translators: a step of the history; the name of a source. */
  label = g_strdup_printf (_ ("Merge into “%s”"), kept->name != NULL ? kept->name : "");
  action = gs_action_new (label);
  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (GsSourceRecord) other = gs_workspace_load (workspace, &gs_source_type, others->pdata[i], error);

      if (other == NULL)
        return NULL;
      take_over (kept, other);
    }
  drop_selves (kept, others);
  if (is_circle (workspace, kept, others, &failure))
    g_clear_pointer (&kept->part_of, g_free);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  for (guint i = 0; i < others->len; i++)
    gs_action_replace (action, &gs_source_type, others->pdata[i], source);
  gs_action_save (action, &gs_source_type, kept);
  for (guint i = 0; i < others->len; i++)
    gs_action_delete (action, &gs_source_type, others->pdata[i]);

  return g_steal_pointer (&action);
}
