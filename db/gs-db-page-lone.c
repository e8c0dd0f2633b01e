/* gs-db-page-lone.c: pages that no tree has led to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most tables have rows like no other's. Where several would do, it is one of
 * those to which the way is broken; and where that still leaves several, the
 * one whose references lead to rows that are there, and whose ordinals count.
 */

#include "config.h"

#include "gs-db-page-map-private.h"

#include <string.h>

/* Row numbers of a table, by its name; made when first asked for. */
typedef struct
{
  GsDbPageMap *map;
  GHashTable *ids; /* name → set of gint64 */
} Known;

static gboolean
is_kind (const GsDbValue *value, const char *const *kinds)
{
  g_autofree char *text = value->data != NULL ? g_strndup ((const char *) value->data, value->at_hand) : g_strdup ("");

  return g_strv_contains (kinds, text);
}

/* How many more of the page's entries are rows of this shape than are not. */
static int
weigh (const GsDbPage *page, const GsDbShape *shape)
{
  static const char *const kinds[] = { "table", "index", "trigger", "view", NULL };
  gboolean is_schema = g_str_equal (shape->name, "sqlite_schema");
  GsDbValue values[GS_DB_MAX_VALUES];
  int n = 0;

  for (guint i = 0; i < page->n_cells; i++)
    {
      GsDbCell cell;

      if (!gs_db_page_cell (page, i, &cell))
        continue;
      n += gs_db_shape_fits (shape, page, &cell, values) && (!is_schema || is_kind (&values[0], kinds)) ? 1 : -1;
    }

  return n;
}

/* Looks at a page that nobody has claimed and that could hold rows. */
static gboolean
look (GsDbPageMap *self, guint32 number, GsDbPage *page)
{
  return self->owners[number] == 0 && gs_db_pages_read (self->pages, number, self->buffer)
         && gs_db_page_look (page, self->buffer, gs_db_pages_get_size (self->pages), number)
         && page->kind != GS_DB_PAGE_TABLE_INSIDE;
}

static void
give (GsDbPageMap *self, guint32 number, const GsDbPage *page, const GsDbShape *shape)
{
  GsDbKey none = { 0 };
  gboolean doubtful = FALSE;

  gs_db_page_belongs (page, shape, &none, &none, &doubtful);
  gs_db_page_map_give (self, number, shape, GS_DB_PAGE_LONE | (doubtful ? GS_DB_PAGE_DOUBTFUL : 0));
}

/**
 * gs_db_page_map_adopt_schema:
 * @self: a map under way
 * @schema: the shape of the list of tables
 *
 * Gives the list of tables whatever looks like a part of it.
 */
void
gs_db_page_map_adopt_schema (GsDbPageMap *self, const GsDbShape *schema)
{
  GsDbPage page;

  for (guint32 i = 1; i <= self->n; i++)
    {
      if (look (self, i, &page) && weigh (&page, schema) > 0)
        give (self, i, &page, schema);
    }
}

static gboolean
note_id_cb (const GsDbShape *shape, gint64 rowid, const GsDbValue *values, guint n, gboolean whole, gpointer data)
{
  g_hash_table_add (data, g_memdup2 (&rowid, sizeof rowid));

  return TRUE;
}

static GHashTable *
known_ids (Known *self, const char *table)
{
  GHashTable *ids = g_hash_table_lookup (self->ids, table);
  g_autofree guint8 *page = NULL;
  guint64 budget = 0;
  guint64 n_bad = 0;

  if (ids != NULL)
    return ids;

  /* The page in hand is read over by what is read here. */
  page = g_memdup2 (self->map->buffer, gs_db_pages_get_size (self->map->pages));
  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint32 i = 1; i <= self->map->n; i++)
    {
      const GsDbShape *owner = gs_db_page_map_owner (self->map, i);

      if (owner != NULL && g_str_equal (owner->name, table))
        gs_db_page_map_rows (self->map, i, &budget, note_id_cb, ids, &n_bad);
    }
  memcpy (self->map->buffer, page, gs_db_pages_get_size (self->map->pages));
  g_hash_table_insert (self->ids, g_strdup (table), ids);

  return ids;
}

/* Goes on from @i to the page's next entry that is a row of this shape. */
static gboolean
find_row (const GsDbPage *page, const GsDbShape *shape, guint *i, GsDbValue *values)
{
  for (; *i < page->n_cells; (*i)++)
    {
      GsDbCell cell;

      if (gs_db_page_cell (page, *i, &cell) && gs_db_shape_fits (shape, page, &cell, values))
        return TRUE;
    }

  return FALSE;
}

/* How much of a column leads to rows that are there, 0 to 1. */
static double
share_known (Known *known, const GsDbShapeColumn *column, const GsDbPage *page, const GsDbShape *shape, guint index)
{
  GHashTable *ids = known_ids (known, column->table);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GsDbValue values[GS_DB_MAX_VALUES];
  guint n_good = 0;
  guint n = 0;

  for (guint i = 0; find_row (page, shape, &i, values); i++, n++)
    {
      if (values[index].kind == GS_DB_VALUE_NULL
          || (g_hash_table_contains (ids, &values[index].i)
              && (g_hash_table_add (seen, g_memdup2 (&values[index].i, sizeof values[index].i)) || !column->unique)))
        n_good++;
    }

  return n > 0 ? (double) n_good / n : 0.0;
}

/* How much of a column holds words that it may hold, 0 to 1. */
static double
share_words (const GsDbShapeColumn *column, const GsDbPage *page, const GsDbShape *shape, guint index)
{
  GsDbValue values[GS_DB_MAX_VALUES];
  guint n_good = 0;
  guint n = 0;

  for (guint i = 0; find_row (page, shape, &i, values); i++, n++)
    n_good += is_kind (&values[index], column->words->nicks);

  return n > 0 ? (double) n_good / n : 0.0;
}

/* How much of the second column counts from 0 for each of the first's, 0 to 1. */
static double
share_counting (const GsDbPage *page, const GsDbShape *shape)
{
  GsDbValue values[GS_DB_MAX_VALUES];
  gint64 owner = G_MININT64;
  gint64 ordinal = 0;
  guint n_good = 0;
  guint n = 0;

  for (guint i = 0; find_row (page, shape, &i, values); i++, n++)
    {
      /* The first row of a page may go on with what the page before began. */
      if (n == 0 || values[1].i == (values[0].i == owner ? ordinal + 1 : 0))
        n_good++;
      owner = values[0].i;
      ordinal = values[1].i;
    }

  return n > 0 ? (double) n_good / n : 0.0;
}

static double
believe (Known *known, const GsDbPage *page, const GsDbShape *shape)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < shape->n_columns; i++)
    {
      const GsDbShapeColumn *column = &shape->columns[i];

      if (column->table != NULL)
        sum += share_known (known, column, page, shape, i);
      else if (column->words != NULL)
        sum += share_words (column, page, shape, i);
      else if (i == 1 && g_str_equal (column->name, "ordinal"))
        sum += share_counting (page, shape);
      else
        sum += 0.5;
      n++;
    }

  return n > 0 ? sum / n : 0.0;
}

static GsDbShape *
believe_most (Known *known, const GsDbPage *page, const GPtrArray *candidates)
{
  GsDbShape *best = candidates->pdata[0];
  double most = -1.0;

  if (candidates->len == 1)
    return best;

  for (guint i = 0; i < candidates->len; i++)
    {
      double belief = believe (known, page, candidates->pdata[i]);

      if (belief > most)
        {
          most = belief;
          best = candidates->pdata[i];
        }
    }

  return best;
}

static void
add_candidates (GsDbPageMap *self, const GsDbPage *page, gboolean broken, GPtrArray *candidates)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      GsDbShape *shape = self->shapes->pdata[i];

      if (shape->n_columns > 0 && shape->broken == broken && weigh (page, shape) > 0)
        g_ptr_array_add (candidates, shape);
    }
}

static GPtrArray *
find_candidates (GsDbPageMap *self, const GsDbPage *page)
{
  GPtrArray *candidates = g_ptr_array_new ();

  add_candidates (self, page, TRUE, candidates);
  if (candidates->len == 0)
    add_candidates (self, page, FALSE, candidates);

  return candidates;
}

/**
 * gs_db_page_map_adopt:
 * @self: a map whose trees have been walked
 *
 * Gives each page of rows that nobody has claimed to the table it is from.
 */
void
gs_db_page_map_adopt (GsDbPageMap *self)
{
  Known known = { self, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref) };
  GsDbPage page;

  /* Only what is plain at first, so that references of the rest can be looked up. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint32 i = 1; i <= self->n; i++)
        {
          g_autoptr (GPtrArray) candidates = NULL;

          if (!look (self, i, &page))
            continue;

          candidates = find_candidates (self, &page);
          if (candidates->len == 1 || (pass == 1 && candidates->len > 1))
            give (self, i, &page, believe_most (&known, &page, candidates));
          else if (pass == 1 && page.n_cells > 0)
            self->n_lone++;
        }
    }
  g_hash_table_unref (known.ids);
}
