/* gs-source-change.c: what the page of a source changes in it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-change.h"

#include <glib/gi18n.h>

#include "gs-perform.h"
#include "gs-time.h"

typedef struct
{
  char *source;
  GsSourceChange what;
  guint place;
  char *a;
  char *b;
  char *c;
} Change;

static const struct
{
  const char *label; /* of the history */
  const char *done;  /* of the toast */
} words[] = {
  [GS_SOURCE_RENAME] = { N_ ("Rename source"), N_ ("Source renamed") },
  [GS_SOURCE_SET_KIND] = { N_ ("Change kind of source"), N_ ("Kind changed") },
  [GS_SOURCE_SET_NOTE] = { N_ ("Change note on source"), N_ ("Note saved") },
  [GS_SOURCE_SET_WHOLE] = { N_ ("Change what a source is part of"), N_ ("Source changed") },
  [GS_SOURCE_ADD_ALIAS] = { N_ ("Add name of source"), N_ ("Name added") },
  [GS_SOURCE_SET_ALIAS] = { N_ ("Change name of source"), N_ ("Name changed") },
  [GS_SOURCE_REMOVE_ALIAS] = { N_ ("Remove name of source"), N_ ("Name removed") },
  [GS_SOURCE_ADD_PARTY] = { N_ ("Add affiliation"), N_ ("Affiliation added") },
  [GS_SOURCE_REMOVE_PARTY] = { N_ ("Remove affiliation"), N_ ("Affiliation removed") },
  [GS_SOURCE_RATE] = { N_ ("Rate source"), N_ ("Source rated") },
};

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->source);
  g_free (self->a);
  g_free (self->b);
  g_free (self->c);
  g_free (self);
}

/* (nullable): without blanks around it, %NULL for nothing. */
static char *
tidy (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return trimmed != NULL && *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static gboolean
check_name (const char *name, GError **error)
{
  if (name == NULL)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("A name cannot be empty."));

  return name != NULL;
}

static gboolean
check_date (const char *date, GError **error)
{
  guint32 first, last;

  if (date == NULL || gs_date_days (date, &first, &last))
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_INVALID, _ ("“%s” is no date. Write it as 2022, 2022-10 or 2022-10-17."),
               date);

  return FALSE;
}

static gboolean
change_alias (GsSourceRecord *source, const Change *self, GError **error)
{
  GsAliasRecord *alias;

  if (self->what == GS_SOURCE_REMOVE_ALIAS)
    {
      if (self->place < source->aliases->len)
        gs_record_free (&gs_alias_type, g_ptr_array_steal_index (source->aliases, self->place));
      return TRUE;
    }
  if (!check_name (self->a, error))
    return FALSE;

  alias = self->what == GS_SOURCE_SET_ALIAS && self->place < source->aliases->len
            ? source->aliases->pdata[self->place]
            : gs_record_append (source->aliases, &gs_alias_type);
  replace (&alias->name, self->a);
  replace (&alias->language, self->b);

  return TRUE;
}

static gboolean
change_party (GsSourceRecord *source, const Change *self, GError **error)
{
  GsAffiliationRecord *affiliation;

  if (self->what == GS_SOURCE_REMOVE_PARTY)
    {
      if (self->place < source->affiliations->len)
        gs_record_free (&gs_affiliation_type, g_ptr_array_steal_index (source->affiliations, self->place));
      return TRUE;
    }
  if (self->a == NULL || g_str_equal (self->a, source->uuid))
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("Choose another source as the party."));
      return FALSE;
    }
  if (!check_date (self->b, error) || !check_date (self->c, error))
    return FALSE;

  affiliation = gs_record_append (source->affiliations, &gs_affiliation_type);
  affiliation->party = g_strdup (self->a);
  affiliation->from = g_strdup (self->b);
  affiliation->to = g_strdup (self->c);

  return TRUE;
}

static gboolean
change_whole (GsSourceRecord *source, const Change *self, GError **error)
{
  if (g_strcmp0 (self->a, source->uuid) == 0)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("A source cannot be part of itself."));
      return FALSE;
    }
  replace (&source->part_of, self->a);

  return TRUE;
}

static void
rate (GsSourceRecord *source, const Change *self)
{
  GsRatingRecord *rating = gs_record_append (source->ratings, &gs_rating_type);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  gs_word_from_nick (&gs_grades, self->a, &rating->grade);
  rating->topic = g_strdup (self->b);
  rating->basis = g_strdup (self->c);
  rating->at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
apply (GsSourceRecord *source, const Change *self, GError **error)
{
  switch (self->what)
    {
    case GS_SOURCE_RENAME:
      if (!check_name (self->a, error))
        return FALSE;
      replace (&source->name, self->a);
      return TRUE;
    case GS_SOURCE_SET_KIND:
      return gs_word_from_nick (&gs_source_kinds, self->a, &source->kind);
    case GS_SOURCE_SET_NOTE:
      replace (&source->note, self->a);
      return TRUE;
    case GS_SOURCE_SET_WHOLE:
      return change_whole (source, self, error);
    case GS_SOURCE_ADD_ALIAS:
    case GS_SOURCE_SET_ALIAS:
    case GS_SOURCE_REMOVE_ALIAS:
      return change_alias (source, self, error);
    case GS_SOURCE_ADD_PARTY:
    case GS_SOURCE_REMOVE_PARTY:
      return change_party (source, self, error);
    case GS_SOURCE_RATE:
      rate (source, self);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static GsAction *
build (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Change *self = data;
  g_autoptr (GsSourceRecord) source = gs_workspace_load (workspace, &gs_source_type, self->source, error);
  g_autoptr (GsAction) action = gs_action_new (_ (words[self->what].label));

  if (source == NULL || !apply (source, self, error))
    return NULL;
  gs_action_save (action, &gs_source_type, source);

  return g_steal_pointer (&action);
}

/**
 * gs_source_change:
 * @widget: around which a toast tells how it went
 * @workspace: a #GsWorkspace
 * @source: UUID
 * @what: what to change
 * @place: place in a list, where one is changed
 * @a: (nullable): see #GsSourceChange
 * @b: (nullable): see #GsSourceChange
 * @c: (nullable): see #GsSourceChange
 *
 * Returns at once; one action follows.
 */
void
gs_source_change (GtkWidget *widget,
                  GsWorkspace *workspace,
                  const char *source,
                  GsSourceChange what,
                  guint place,
                  const char *a,
                  const char *b,
                  const char *c)
{
  Change *change = g_new0 (Change, 1);

  change->source = g_strdup (source);
  change->what = what;
  change->place = place;
  change->a = tidy (a);
  change->b = tidy (b);
  change->c = tidy (c);
  gs_perform_built (widget, workspace, build, change, change_free, _ (words[what].done));
}
