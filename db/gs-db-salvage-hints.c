/* gs-db-salvage-hints.c: what indexes still know of rows that are lost.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index on UUIDs or names holds them a second time, the list of claims
 * holds article and summary, and tallies say how many there were.
 */

#include "config.h"

#include "gs-db-salvage-private.h"

#define TABLES                                                                                                     \
  "CREATE TEMP TABLE hint (kind TEXT, id INTEGER, uuid TEXT, name TEXT, article INTEGER, PRIMARY KEY (kind, id)) " \
  "WITHOUT ROWID; CREATE TEMP TABLE told (kind TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;"                        \
  "CREATE TEMP TABLE missing (id INTEGER PRIMARY KEY)"

#define TOLD "INSERT INTO told VALUES (?, ?) ON CONFLICT DO NOTHING"

static char *
text_of (const GsDbValue *value)
{
  if (value->kind != GS_DB_VALUE_TEXT || value->at_hand < value->length)
    return NULL;

  return value->length > 0 ? g_utf8_make_valid ((const char *) value->data, (gssize) value->length) : g_strdup ("");
}

static gboolean
note_hint (GsDbSalvaging *self, const char *table, gint64 id, const char *uuid, const char *name, gint64 article)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO hint SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM \"%s\" WHERE id = ?2 "
                     "OR uuid = ?3) ON CONFLICT DO UPDATE SET uuid = coalesce (uuid, excluded.uuid), "
                     "name = coalesce (name, excluded.name), article = coalesce (article, excluded.article)",
                     table);

  return gs_db_run (self->db, self->error, sql, "tittr", table, id, uuid, name, article);
}

static gboolean
hint_cb (const GsDbShape *shape, gint64 rowid, const GsDbValue *values, guint n, gboolean whole, gpointer data)
{
  GsDbSalvaging *self = data;
  g_autofree char *text = text_of (&values[0]);

  if (!whole || n < shape->n_columns)
    return TRUE;

  if (g_str_equal (shape->name, "tally"))
    return text == NULL || values[1].i != 0 || gs_db_run (self->db, self->error, TOLD, "ti", text, values[2].i);

  if (g_str_equal (shape->name, "sqlite_sequence"))
    return g_strcmp0 (text, "action") != 0 || gs_db_run (self->db, self->error, TOLD, "ti", "history", values[1].i);

  if (g_str_equal (shape->name, "claim_index"))
    {
      g_autofree char *summary = text_of (&values[5]);
      g_autofree char *quote = text_of (&values[6]);

      return note_hint (self, "claim", rowid, NULL, summary != NULL ? summary : quote, values[1].i);
    }

  if (text == NULL || n != 2 || values[1].kind != GS_DB_VALUE_INT || shape->columns[1].table == NULL)
    return TRUE;

  return g_str_equal (shape->columns[0].name, "uuid")
           ? note_hint (self, shape->columns[1].table, values[1].i, text, NULL, 0)
           : note_hint (self, shape->columns[1].table, values[1].i, NULL, text, 0);
}

/* Nothing is asked where nothing is lost. */
gboolean
gs_db_salvage_hints (GsDbSalvaging *self)
{
  guint64 n_bad = 0;

  if (!gs_db_exec (self->db, TABLES, self->error))
    return FALSE;

  for (guint32 i = 1; i <= self->map.n && !self->result->whole; i++)
    {
      const GsDbShape *shape = gs_db_page_map_owner (&self->map, i);

      if (shape != NULL && shape->use == GS_DB_USE_HINT
          && !gs_db_page_map_rows (&self->map, i, &self->budget, hint_cb, self, &n_bad))
        return FALSE;
    }

  return TRUE;
}
