/* gs-db-salvage-mend.c: words and tags are what they may be; losses are counted.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-salvage-private.h"

/* A word that a damaged page no longer spells becomes the first of its kind,
 * which says the least. */
static gboolean
mend_word (GsDbSalvaging *self, const char *table, const GsField *field, const char *kind)
{
  g_autofree char *nicks = g_strjoinv ("', '", (char **) field->words->nicks);
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = '%s' WHERE \"%s\" NOT IN ('%s')", table,
                                          field->name, field->words->nicks[0], field->name, nicks);

  if (!gs_db_run (self->db, self->error, sql, ""))
    return FALSE;

  gs_db_salvage_mended (self, kind, sqlite3_changes (self->db->handle));

  return TRUE;
}

static gboolean
mend_part (GsDbSalvaging *self, const GsDbPart *part)
{
  const GsRecordType *member = part->field->type;

  for (guint i = 0; part->field->kind == GS_FIELD_LIST && i < member->n_fields; i++)
    {
      if (member->fields[i].kind == GS_FIELD_WORD && !mend_word (self, part->table, &member->fields[i], "details"))
        return FALSE;
    }

  return TRUE;
}

gboolean
gs_db_salvage_words (GsDbSalvaging *self)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];
      const GsDbPlan *plan = gs_db_plan_for (type);

      for (guint j = 0; j < plan->n_columns; j++)
        {
          if (plan->columns[j]->kind == GS_FIELD_WORD && !mend_word (self, type->name, plan->columns[j], type->plural))
            return FALSE;
        }
      for (guint j = 0; j < plan->n_parts; j++)
        {
          if (!mend_part (self, &plan->parts[j]))
            return FALSE;
        }
    }

  return TRUE;
}

typedef struct
{
  gint64 id;
  gint64 parent;
  gint64 old_parent; /* as it was read */
  char *name;
  char *path;     /* that it had, also where only an index knows it */
  gboolean made;  /* it is a stand-in */
  char *new_path; /* NULL before it is made */
  guint depth;    /* how many parts that has */
  gboolean busy;  /* it is being made */
} Tag;

static void
tag_free (gpointer data)
{
  Tag *tag = data;

  g_free (tag->name);
  g_free (tag->path);
  g_free (tag->new_path);
  g_free (tag);
}

static GHashTable *
read_tags (GsDbSalvaging *self, GPtrArray *order)
{
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tag_free);
  g_autoptr (GsDbStatement) statement =
    gs_db_query (self->db, self->error,
                 "SELECT t.id, t.parent, t.name, coalesce (t.path, h.name), t.path IS NULL FROM tag "
                 "AS t LEFT JOIN hint AS h ON h.kind = 'tag' AND h.id = t.id ORDER BY t.id",
                 "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, self->error)) == GS_DB_STEP_ROW)
    {
      Tag *tag = g_new0 (Tag, 1);

      tag->id = gs_db_column_int (statement, 0);
      tag->parent = tag->old_parent = gs_db_column_int (statement, 1);
      tag->name = gs_db_column_dup (statement, 2);
      tag->path = gs_db_column_dup (statement, 3);
      tag->made = gs_db_column_int (statement, 4) != 0;
      g_hash_table_insert (tags, &tag->id, tag);
      g_ptr_array_add (order, tag);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&tags) : NULL;
}

/* A tag that has lost its parent still knows it by its path. */
static void
find_parent (GHashTable *by_path, Tag *tag)
{
  const char *slash = tag->path != NULL ? strrchr (tag->path, '/') : NULL;
  g_autofree char *above = slash != NULL ? g_strndup (tag->path, (gsize) (slash - tag->path)) : NULL;
  const Tag *parent = above != NULL ? g_hash_table_lookup (by_path, above) : NULL;

  if (tag->parent == 0 && parent != NULL)
    tag->parent = parent->id;
}

static void
find_parents (GPtrArray *order)
{
  g_autoptr (GHashTable) by_path = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < order->len; i++)
    {
      Tag *tag = order->pdata[i];

      if (tag->path != NULL)
        g_hash_table_insert (by_path, tag->path, tag);
    }
  for (guint i = 0; i < order->len; i++)
    find_parent (by_path, order->pdata[i]);
}

static void place_tag (GHashTable *tags, GHashTable *taken, Tag *tag, guint n_below);

/* (nullable): the parent of a tag that has @n_below below it on the way, with its
 * path. A tag below itself comes to stand alone, and one that is too far down. */
static const Tag *
place_parent (GHashTable *tags, GHashTable *taken, const Tag *tag, guint n_below)
{
  Tag *parent = tag->parent != 0 ? g_hash_table_lookup (tags, &tag->parent) : NULL;

  if (parent == NULL || parent->busy || n_below + 1 >= GS_DB_TAG_DEPTH)
    return NULL;

  place_tag (tags, taken, parent, n_below + 1);

  return parent->depth < GS_DB_TAG_DEPTH ? parent : NULL;
}

/* Its parents' names and its own. */
static void
place_tag (GHashTable *tags, GHashTable *taken, Tag *tag, guint n_below)
{
  const Tag *parent;

  if (tag->new_path != NULL)
    return;

  tag->busy = TRUE;
  parent = place_parent (tags, taken, tag, n_below);
  tag->busy = FALSE;
  tag->parent = parent != NULL ? parent->id : 0;
  tag->depth = parent != NULL ? parent->depth + 1 : 1;
  if (tag->name == NULL || *tag->name == '\0')
    {
      g_free (tag->name);
      tag->name = g_strdup_printf ("%" G_GINT64_FORMAT, tag->id);
    }
  g_strdelimit (tag->name, "/", '-');

  tag->new_path = parent != NULL ? g_strconcat (parent->new_path, "/", tag->name, NULL) : g_strdup (tag->name);
  while (!g_hash_table_add (taken, g_strdup (tag->new_path)))
    {
      g_autofree char *name = g_steal_pointer (&tag->name);
      g_autofree char *path = g_steal_pointer (&tag->new_path);

      tag->name = g_strdup_printf ("%s %" G_GINT64_FORMAT, name, tag->id);
      tag->new_path = g_strdup_printf ("%s %" G_GINT64_FORMAT, path, tag->id);
    }
}

gboolean
gs_db_salvage_tags (GsDbSalvaging *self)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) tags = read_tags (self, order);

  if (tags == NULL)
    return FALSE;

  find_parents (order);
  for (guint i = 0; i < order->len; i++)
    {
      Tag *tag = order->pdata[i];

      place_tag (tags, taken, tag, 0);
      if (g_strcmp0 (tag->new_path, tag->path) == 0 && tag->parent == tag->old_parent && !tag->made)
        continue;

      if (!gs_db_run (self->db, self->error, "UPDATE tag SET parent = ?, name = ?, path = ? WHERE id = ?", "rtti",
                      tag->parent, tag->name, tag->new_path, tag->id))
        return FALSE;
      /* That a stand-in gets its path is no change. */
      if (!tag->made)
        gs_db_salvage_mended (self, "tags", 1);
    }

  return TRUE;
}

/* What tallies said there was, and the numbers that are missing in what counts. */
static gboolean
count_kind (GsDbSalvaging *self, const char *kind, const char *sql)
{
  GsRecoveredListing *listing = gs_db_salvage_kind (self, kind);
  gint64 told = 0;

  if (gs_db_get_int (self->db, &told, self->error, sql, "t", kind) == GS_DB_STEP_FAILED)
    return FALSE;

  gs_db_salvage_lost (self, kind, MAX (0, told - listing->kept - listing->mended - listing->made));

  return TRUE;
}

/* Details of one thing are counted from 0. */
static gboolean
count_details (GsDbSalvaging *self, const char *owner, const GsDbPart *part)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT coalesce (sum (n), 0) FROM (SELECT max (ordinal) + 1 - count(*) AS n FROM \"%s\" GROUP BY "
                     "\"%s\") WHERE n BETWEEN 0 AND 1000",
                     part->table, owner);
  gint64 n = 0;

  if (gs_db_get_int (self->db, &n, self->error, sql, "") == GS_DB_STEP_FAILED)
    return FALSE;

  gs_db_salvage_lost (self, "details", n);

  return TRUE;
}

#define TOLD "SELECT n FROM told WHERE kind = ?"
#define ACTIONS "SELECT coalesce (max ((SELECT max (id) FROM action), (SELECT n FROM told WHERE kind = ?1)), 0)"

gboolean
gs_db_salvage_count (GsDbSalvaging *self)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsDbPlan *plan = gs_db_plan_for (gs_workspace_types[i]);

      if (!count_kind (self, gs_workspace_types[i]->plural, TOLD))
        return FALSE;
      for (guint j = 0; j < plan->n_parts; j++)
        {
          if (!count_details (self, gs_workspace_types[i]->name, &plan->parts[j]))
            return FALSE;
        }
    }

  return count_kind (self, "history", ACTIONS);
}
