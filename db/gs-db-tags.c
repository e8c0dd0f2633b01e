/* gs-db-tags.c: the paths of the tag tree.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tag keeps its whole path, and with it the tags below move along: so a
 * filter by a tag and all below it is one range of one index. "0" is the
 * character after "/".
 */

#include "config.h"

#include <string.h>

#include "gs-db-records-private.h"

#define PARENT_PATH "SELECT p.path FROM tag AS t JOIN tag AS p ON p.id = t.parent WHERE t.id = ?"
#define BELOW "path >= ?1 || '/' AND path < ?1 || '0'"

static gboolean
check_name (const GsTagRecord *record, GError **error)
{
  if (record->name != NULL && *record->name != '\0' && strchr (record->name, '/') == NULL)
    return TRUE;

  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT,
               "“%s” cannot be the name of a tag: it must not be empty and holds no slash.",
               record->name != NULL ? record->name : "");

  return FALSE;
}

/* Each tag holds its whole path, so a line of them takes room by its square. */
static gboolean
check_depth (const char *path, GError **error)
{
  guint depth = 1;

  for (const char *p = path; *p != '\0'; p++)
    depth += *p == '/';
  if (depth <= GS_DB_TAG_DEPTH)
    return TRUE;

  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT,
               "The tag “%s” cannot be put so far down: at most %d tags stand one below the other.",
               strrchr (path, '/') + 1, GS_DB_TAG_DEPTH);

  return FALSE;
}

static gboolean
check_path (GsDbConnection *db, gint64 id, const char *old, const char *path, GError **error)
{
  gint64 other = 0;
  GsDbStep step;

  if (old != NULL && g_str_has_prefix (path, old) && path[strlen (old)] == '/')
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "The tag “%s” cannot be put below itself.", old);
      return FALSE;
    }

  step = gs_db_get_int (db, &other, error, "SELECT id FROM tag WHERE path = ? AND id <> ?", "ti", path, id);
  if (step == GS_DB_STEP_ROW)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "There is a tag “%s” already.", path);

  return step == GS_DB_STEP_DONE;
}

/* Gives a tag that has just been saved its path, and those below it theirs. */
gboolean
gs_db_tag_place (GsDbConnection *db, gint64 id, const GsTagRecord *record, GError **error)
{
  g_autofree char *parent = NULL;
  g_autofree char *old = NULL;
  g_autofree char *path = NULL;

  if (!check_name (record, error) || gs_db_get_text (db, &parent, error, PARENT_PATH, "i", id) == GS_DB_STEP_FAILED
      || gs_db_get_text (db, &old, error, "SELECT path FROM tag WHERE id = ?", "i", id) != GS_DB_STEP_ROW)
    return FALSE;

  path = parent != NULL ? g_strdup_printf ("%s/%s", parent, record->name) : g_strdup (record->name);
  if (g_strcmp0 (old, path) == 0)
    return TRUE;

  return check_depth (path, error) && check_path (db, id, old, path, error)
         && gs_db_run (db, error, "UPDATE tag SET path = ? WHERE id = ?", "ti", path, id)
         && (old == NULL
             || gs_db_run (db, error, "UPDATE tag SET path = ?2 || substr (path, length (?1) + 1) WHERE " BELOW, "tt",
                           old, path));
}

/* Gives the tags right below @parent, some of which have just come there, their
 * paths. One that would stand below itself is refused. */
gboolean
gs_db_tag_place_below (GsDbConnection *db, gint64 parent, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, "SELECT id FROM tag WHERE parent = ?", "i", parent);
  g_autoptr (GArray) ids = gs_db_statement_ints (statement, 0, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

      if (gs_db_get_text (db, &tag->name, error, "SELECT name FROM tag WHERE id = ?", "i", id) != GS_DB_STEP_ROW
          || !gs_db_tag_place (db, id, tag, error))
        return FALSE;
    }

  return TRUE;
}
