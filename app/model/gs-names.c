/* gs-names.c: records by the names an analyst types.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-names.h"

#include <glib/gi18n-lib.h>

#include "gs-action-private.h"

/* Whether a record of the action is the one that is meant. */
typedef gboolean (*MatchFunc) (gconstpointer record, const char *name, const char *parent);

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *y = g_utf8_casefold (b != NULL ? b : "", -1);

  return g_str_equal (x, y);
}

static gboolean
match_tag (gconstpointer record, const char *name, const char *parent)
{
  const GsTagRecord *tag = record;

  return g_strcmp0 (tag->name, name) == 0 && g_strcmp0 (tag->parent, parent) == 0;
}

static gboolean
match_source (gconstpointer record, const char *name, const char *parent)
{
  const GsSourceRecord *source = record;

  if (same_name (source->name, name))
    return TRUE;

  for (guint i = 0; i < source->aliases->len; i++)
    {
      const GsAliasRecord *alias = source->aliases->pdata[i];

      if (same_name (alias->name, name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
match_question (gconstpointer record, const char *name, const char *parent)
{
  return same_name (((const GsQuestionRecord *) record)->text, name);
}

/* What the same action makes already: "a/b" and "a/c" share their "a". */
static char *
find_in_action (GsAction *action, const GsRecordType *type, MatchFunc match, const char *name, const char *parent)
{
  const GPtrArray *steps = gs_action_get_steps (action);

  for (guint i = 0; i < steps->len; i++)
    {
      const GsActionStep *step = steps->pdata[i];

      if (step->type == type && step->record != NULL && match (step->record, name, parent))
        return g_strdup (step->uuid);
    }

  return NULL;
}

/* @known gets the UUID of what is there. FALSE with @error if reading failed. */
static gboolean
find_known (GsWorkspace *workspace, const GsRecordType *type, const char *name, char **known, GError **error)
{
  GError *local = NULL;

  *known = gs_workspace_find_name (workspace, type, name, &local);
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
take_name (const char *typed, char **name, const char *complaint, GError **error)
{
  *name = g_strstrip (g_strdup (typed));
  if (**name != '\0')
    return TRUE;

  g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, complaint);

  return FALSE;
}

/**
 * gs_names_ensure_tag:
 * @workspace: a workspace
 * @action: gets what must be made
 * @path: "object/drone/shahed-136"; blanks around its parts do not count
 * @error: GS_ERROR_INVALID when a part is empty
 *
 * Blocks. Makes the tags above it too, where they are missing.
 *
 * Returns: (transfer full) (nullable): the UUID of the last tag of @path
 */
char *
gs_names_ensure_tag (GsWorkspace *workspace, GsAction *action, const char *path, GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) above = NULL;
  g_autofree char *parent = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (action != NULL && path != NULL, NULL);

  parts = g_strsplit (path, "/", -1);
  above = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL || i == 0; i++)
    {
      g_autofree char *name = NULL, *known = NULL;

      if (!take_name (parts[i] != NULL ? parts[i] : "", &name, _ ("A tag needs a name between its slashes."), error))
        return NULL;
      g_string_append_printf (above, "%s%s", i > 0 ? "/" : "", name);
      if (!find_known (workspace, &gs_tag_type, above->str, &known, error))
        return NULL;
      if (known == NULL)
        known = find_in_action (action, &gs_tag_type, match_tag, name, parent);
      if (known == NULL)
        {
          g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

          tag->name = g_steal_pointer (&name);
          tag->parent = g_strdup (parent);
          known = g_strdup (gs_action_save (action, &gs_tag_type, tag));
        }
      g_free (parent);
      parent = g_steal_pointer (&known);
    }

  return g_steal_pointer (&parent);
}

/**
 * gs_names_ensure_source:
 * @workspace: a workspace
 * @action: gets what must be made
 * @name: a name or alias, in whatever case
 * @error: GS_ERROR_INVALID when it is empty
 *
 * Blocks. A new source is of unknown kind, until the analyst says more.
 *
 * Returns: (transfer full) (nullable): the UUID of the source
 */
char *
gs_names_ensure_source (GsWorkspace *workspace, GsAction *action, const char *name, GError **error)
{
  g_autoptr (GsSourceRecord) source = NULL;
  g_autofree char *trimmed = NULL, *known = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (action != NULL && name != NULL, NULL);

  if (!take_name (name, &trimmed, _ ("A source needs a name."), error)
      || !find_known (workspace, &gs_source_type, trimmed, &known, error))
    return NULL;
  if (known == NULL)
    known = find_in_action (action, &gs_source_type, match_source, trimmed, NULL);
  if (known != NULL)
    return g_steal_pointer (&known);

  source = gs_record_new (&gs_source_type);
  source->name = g_steal_pointer (&trimmed);

  return g_strdup (gs_action_save (action, &gs_source_type, source));
}

/**
 * gs_names_ensure_question:
 * @workspace: a workspace
 * @action: gets what must be made
 * @text: "When was the first delivery?"
 * @error: GS_ERROR_INVALID when it is empty
 *
 * Blocks. Returns: (transfer full) (nullable): the UUID of the question
 */
char *
gs_names_ensure_question (GsWorkspace *workspace, GsAction *action, const char *text, GError **error)
{
  g_autoptr (GsQuestionRecord) question = NULL;
  g_autofree char *trimmed = NULL, *known = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (action != NULL && text != NULL, NULL);

  if (!take_name (text, &trimmed, _ ("A question needs a text."), error)
      || !find_known (workspace, &gs_question_type, trimmed, &known, error))
    return NULL;
  if (known == NULL)
    known = find_in_action (action, &gs_question_type, match_question, trimmed, NULL);
  if (known != NULL)
    return g_steal_pointer (&known);

  question = gs_record_new (&gs_question_type);
  question->text = g_steal_pointer (&trimmed);

  return g_strdup (gs_action_save (action, &gs_question_type, question));
}
