/* gs-page-census.c: which rows a workspace has, and on which pages each lies.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rows are is SQLite's word; on which pages they lie is read from the
 * file, and that every row is found there and no other is asserted.
 */

#include "config.h"

#include "gs-page-census.h"

#include <sqlite3.h>
#include <string.h>

#include "gs-db-cells.h"

/* Columns of a table that need not come back as they were: they say what
 * another row holds, which may be lost. A hash is that of the bytes there are;
 * zones and places are those of the text there is. */
static const struct
{
  const char *table;
  const char *key;     /* (nullable): an expression for the key; the row number */
  const char *columns; /* that count */
} tables[] = {
  { "annotator", NULL, "id, uuid, name" },
  { "tag", NULL, "id, uuid, author, created, modified, modified_by, colour, description" },
  { "source", NULL, "id, uuid, author, created, modified, modified_by, kind, name, part_of, note" },
  { "source_alias", "source || '/' || ordinal", "language, name" },
  { "source_affiliation", "source || '/' || ordinal", "party, \"from\", \"to\"" },
  { "source_rating", "source || '/' || ordinal", "grade, topic, basis, at" },
  { "question", NULL, "uuid, author, created, modified, modified_by, text, answer, exclusive, ladder, note" },
  { "article", NULL,
    "uuid, author, created, modified, modified_by, title, language, url, path, outlet, agency, byline, published_lo, "
    "published_hi, published_basis, translation_of, machine_translated, near_duplicate_of, media_type, note, unlike" },
  { "revision", NULL, "article, number, extractor, retrieved" },
  { "claim", NULL,
    "uuid, author, created, modified, modified_by, article, question, summary, stance, certainty, status, scope, "
    "value, "
    "ladder, stage_lo, stage_hi, stage, uttered_lo, uttered_hi, credibility, likelihood, confidence, review, note" },
  { "claim_span", NULL, "uuid, claim, ordinal, role, start, \"end\", exact, prefix, suffix" },
  { "claim_hop", "claim || '/' || ordinal",
    "source, act, mode, count, date, cue, cue_start, cue_end, resolves_to, note" },
  { "claim_slot", "claim || '/' || ordinal", "name, entity, text, language" },
  { "claim_quantity", "claim || '/' || ordinal", "measure, lo, hi, lo_open, hi_open, unit, hedge, text" },
  { "claim_time", "claim || '/' || ordinal", "kind, start_lo, start_hi, end_lo, end_hi, anchor, text" },
  { "claim_tag", "claim || '/' || ordinal", "tag" },
  { "link", NULL,
    "uuid, author, created, modified, modified_by, a, b, kind, origin, rule, conflict_class, score, explanation, "
    "verdict, "
    "reason, judged, note" },
  { "content", NULL, "sha256, bytes, unpacked" },
  { "action", NULL, "step, label, at, annotator, undone, dropped, changeset" },
};

static void
row_free (gpointer data)
{
  GsCensusRow *row = data;

  g_free (row->table);
  g_free (row->key);
  g_free (row->content);
  g_array_unref (row->pages);
  g_free (row);
}

static sqlite3_stmt *
query (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

/* "quote (a) || ' ' || quote (b)" */
static char *
content_of (const char *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, ", ", -1);
  GString *sql = g_string_new ("''");

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (sql, " || ' ' || quote (%s)", names[i]);

  return g_string_free (sql, FALSE);
}

static void
read_table (GHashTable *census, sqlite3 *db, guint i)
{
  g_autofree char *content = content_of (tables[i].columns);
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s FROM \"%s\"", tables[i].key != NULL ? tables[i].key : "rowid",
                                          content, tables[i].table);
  sqlite3_stmt *statement = query (db, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GsCensusRow *row = g_new0 (GsCensusRow, 1);

      row->table = g_strdup (tables[i].table);
      row->key = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      row->content = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      row->pages = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_assert_true (g_hash_table_insert (census, g_strconcat (row->table, " ", row->key, NULL), row));
    }
  sqlite3_finalize (statement);
}

static void
note_row (GHashTable *census,
          GsDbPages *pages,
          const char *table,
          guint32 number,
          const GsDbPage *page,
          const GsDbCell *cell)
{
  guint size = gs_db_pages_get_size (pages);
  g_autofree guint8 *bytes = g_malloc (size);
  g_autofree char *key = NULL;
  GsDbValue values[GS_DB_MAX_VALUES];
  GsCensusRow *row;

  if (page->kind == GS_DB_PAGE_TABLE_LEAF)
    key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, cell->rowid);
  else
    {
      g_assert_cmpuint (gs_db_record_values (cell->local, cell->n_local, cell->length, values), >, 2);
      key = g_strdup_printf ("%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, table, values[0].i, values[1].i);
    }

  row = g_hash_table_lookup (census, key);
  g_assert_nonnull (row);
  g_assert_cmpuint (row->pages->len, ==, 0);
  g_array_append_val (row->pages, number);
  for (guint32 next = cell->rest; next != 0; next = gs_db_get_32 (bytes))
    {
      g_array_append_val (row->pages, next);
      g_assert_true (gs_db_pages_read (pages, next, bytes));
    }
}

static void
walk (GHashTable *census, GsDbPages *pages, const char *table, guint32 number)
{
  guint size = gs_db_pages_get_size (pages);
  g_autofree guint8 *bytes = g_malloc (size);
  GsDbPage page;

  g_assert_true (gs_db_pages_read (pages, number, bytes) && gs_db_page_look (&page, bytes, size, number));
  for (guint i = 0; i < page.n_cells; i++)
    {
      GsDbCell cell;

      g_assert_true (gs_db_page_cell (&page, i, &cell));
      if (cell.child != 0)
        walk (census, pages, table, cell.child);
      if (page.kind != GS_DB_PAGE_TABLE_INSIDE)
        note_row (census, pages, table, number, &page, &cell);
    }
  if (page.right != 0)
    walk (census, pages, table, page.right);
}

static void
find_pages (GHashTable *census, sqlite3 *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbPages) pages = gs_db_pages_open (path, &error);
  sqlite3_stmt *statement = query (db, "SELECT rootpage FROM sqlite_schema WHERE name = ?");
  GHashTableIter iter;
  gpointer row;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_bind_text (statement, 1, tables[i].table, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      walk (census, pages, tables[i].table, (guint32) sqlite3_column_int64 (statement, 0));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);

  g_hash_table_iter_init (&iter, census);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_assert_cmpuint (((GsCensusRow *) row)->pages->len, >, 0);
}

GHashTable *
gs_census_take (const char *path, gboolean with_pages)
{
  GHashTable *census = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    read_table (census, db, i);
  if (with_pages)
    find_pages (census, db, path);
  sqlite3_close (db);

  return census;
}
