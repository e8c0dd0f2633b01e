/* gs-db-page-map.c: which page of a damaged file belongs to which table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The trees are walked from their roots. A child that is no page, that holds
 * other rows than its table's, or rows outside the bounds that its parent
 * names, is where a pointer was damaged; it is left for whoever it belongs to.
 * Pages of rows that no tree has led to are then told by their rows
 * (gs-db-page-lone.c).
 */

#include "config.h"

#include "gs-db-page-map-private.h"

#include <string.h>

/* SQLite's own bound. */
#define MAX_DEPTH 20
#define FREE 0x3fff
/* How often whoever waits is told. */
#define TELL_EVERY 256

/* Those of older versions of the schema that are no more. */
static const char *const former_tables[] = { "question_quiet", NULL };

typedef struct
{
  GsDbPageMap *map;
  GsDbPageFunc func;
  gpointer data;
  guint32 n_seen;
  gboolean stopped;
} Walk;

static gboolean
go_on (Walk *walk)
{
  if (++walk->n_seen % TELL_EVERY == 0 && walk->func != NULL && !walk->func (walk->n_seen, walk->data))
    walk->stopped = TRUE;

  return !walk->stopped;
}

/* Row numbers, or the leading whole numbers of a key. Absence sorts first. */
void
gs_db_key_take (GsDbKey *key, const GsDbPage *page, const GsDbCell *cell)
{
  GsDbValue values[GS_DB_MAX_VALUES];
  guint n;

  key->n = 0;
  if (page->kind == GS_DB_PAGE_TABLE_LEAF || page->kind == GS_DB_PAGE_TABLE_INSIDE)
    {
      key->parts[key->n++] = cell->rowid;
      return;
    }

  n = gs_db_record_values (cell->local, cell->n_local, cell->length, values);
  for (guint i = 0; i < n && i < GS_DB_KEY_PARTS; i++)
    {
      if (values[i].kind != GS_DB_VALUE_INT && values[i].kind != GS_DB_VALUE_NULL)
        break;
      key->parts[key->n++] = values[i].kind == GS_DB_VALUE_NULL ? G_MININT64 : values[i].i;
    }
}

/* As far as both go. */
int
gs_db_key_compare (const GsDbKey *a, const GsDbKey *b)
{
  for (guint i = 0; i < MIN (a->n, b->n); i++)
    {
      if (a->parts[i] != b->parts[i])
        return a->parts[i] < b->parts[i] ? -1 : 1;
    }

  return 0;
}

/* Whether a page holds rows of this shape within these bounds: more that do
 * than that do not. What is no cell at all says nothing. */
gboolean
gs_db_page_belongs (const GsDbPage *page,
                    const GsDbShape *shape,
                    const GsDbKey *low,
                    const GsDbKey *high,
                    gboolean *doubtful)
{
  gboolean table = page->kind == GS_DB_PAGE_TABLE_LEAF;
  GsDbValue values[GS_DB_MAX_VALUES];
  GsDbKey before = *low;
  guint n_good = 0;
  guint n_bad = 0;

  *doubtful = FALSE;
  for (guint i = 0; i < page->n_cells; i++)
    {
      gboolean first = i == 0;
      GsDbCell cell;
      GsDbKey key;

      if (!gs_db_page_cell (page, i, &cell))
        {
          *doubtful = TRUE;
          continue;
        }

      gs_db_key_take (&key, page, &cell);
      if ((page->kind == GS_DB_PAGE_TABLE_INSIDE || gs_db_shape_fits (shape, page, &cell, values))
          && gs_db_key_compare (&key, low) >= 0 && gs_db_key_compare (&key, high) <= 0)
        n_good++;
      else
        n_bad++;
      if (gs_db_key_compare (&key, &before) < (table && !first ? 1 : 0))
        *doubtful = TRUE;
      before = key;
    }
  *doubtful = *doubtful || n_bad > 0;

  return page->n_cells == 0 || n_good > n_bad;
}

static void
mark_bad (Walk *walk, GsDbShape *shape)
{
  shape->broken = TRUE;
  walk->map->n_bad++;
}

static void
walk_page (Walk *walk, GsDbShape *shape, guint32 number, const GsDbKey *low, const GsDbKey *high, guint depth);

static void
walk_children (Walk *walk, GsDbShape *shape, const GsDbPage *page, const GsDbKey *low, const GsDbKey *high, guint depth)
{
  GsDbKey from = *low;

  for (guint i = 0; i < page->n_cells && !walk->stopped; i++)
    {
      GsDbKey to = { 0 };
      GsDbCell cell;

      /* A child whose key cannot be read is bounded by none. */
      if (gs_db_page_cell (page, i, &cell))
        gs_db_key_take (&to, page, &cell);
      else if (cell.child == 0)
        {
          mark_bad (walk, shape);
          continue;
        }
      walk_page (walk, shape, cell.child, &from, &to, depth + 1);
      from = to;
    }
  walk_page (walk, shape, page->right, &from, high, depth + 1);
}

/* Notes whose rows a page holds. */
void
gs_db_page_map_give (GsDbPageMap *self, guint32 number, const GsDbShape *shape, guint flags)
{
  guint index = 0;

  if (g_ptr_array_find (self->shapes, shape, &index))
    self->owners[number] = (guint16) (MIN (index + 1, FREE - 1) | flags);
}

static void
walk_page (Walk *walk, GsDbShape *shape, guint32 number, const GsDbKey *low, const GsDbKey *high, guint depth)
{
  GsDbPageMap *map = walk->map;
  g_autofree guint8 *bytes = g_malloc (gs_db_pages_get_size (map->pages));
  GsDbPage page;
  gboolean keyed;
  gboolean doubtful = FALSE;

  if (!go_on (walk))
    return;

  if (depth > MAX_DEPTH || number == 0 || number > map->n || map->owners[number] != 0
      || !gs_db_pages_read (map->pages, number, bytes)
      || !gs_db_page_look (&page, bytes, gs_db_pages_get_size (map->pages), number))
    {
      mark_bad (walk, shape);
      return;
    }

  keyed = page.kind == GS_DB_PAGE_INDEX_LEAF || page.kind == GS_DB_PAGE_INDEX_INSIDE;
  if (shape->n_columns > 0 && (keyed != shape->keyed || !gs_db_page_belongs (&page, shape, low, high, &doubtful)))
    {
      mark_bad (walk, shape);
      return;
    }

  gs_db_page_map_give (map, number, shape, doubtful ? GS_DB_PAGE_DOUBTFUL : 0);
  if (page.kind == GS_DB_PAGE_INDEX_INSIDE || page.kind == GS_DB_PAGE_TABLE_INSIDE)
    walk_children (walk, shape, &page, low, high, depth);
}

static void
walk_tree (Walk *walk, GsDbShape *shape)
{
  GsDbKey none = { 0 };

  walk_page (walk, shape, shape->root, &none, &none, 0);
}

/* A row of the list of tables: kind, name, table, root, text. */
static gboolean
root_cb (const GsDbShape *schema, gint64 rowid, const GsDbValue *values, guint n, gboolean whole, gpointer data)
{
  GsDbPageMap *map = data;
  g_autofree char *name = NULL;
  GsDbShape *shape;

  if (n < 4 || values[1].kind != GS_DB_VALUE_TEXT || values[1].data == NULL || values[3].kind != GS_DB_VALUE_INT
      || values[3].i <= 1 || values[3].i > map->n)
    return TRUE;

  name = g_strndup ((const char *) values[1].data, values[1].length);
  shape = gs_db_shapes_find (map->shapes, name, TRUE);
  if (shape->root == 0)
    shape->root = (guint32) values[3].i;

  return TRUE;
}

/* Reads the list of tables: that to which the first page leads, and where
 * some of it is not reached, whatever else looks like a part of it. */
static void
find_roots (Walk *walk)
{
  GsDbPageMap *map = walk->map;
  GsDbShape *schema = gs_db_shapes_find (map->shapes, "sqlite_schema", FALSE);
  guint64 budget = map->n;
  guint64 n_bad = 0;

  schema->root = 1;
  walk_tree (walk, schema);
  map->no_schema = schema->broken;
  if (schema->broken)
    gs_db_page_map_adopt_schema (map, schema);

  for (guint32 i = 1; i <= map->n; i++)
    {
      if (gs_db_page_map_owner (map, i) == schema)
        gs_db_page_map_rows (map, i, &budget, root_cb, map, &n_bad);
    }
}

/* Pages that are free say nothing, unless their list is damaged. */
static void
mark_free (GsDbPageMap *map)
{
  g_autofree guint8 *page = g_malloc (gs_db_pages_get_size (map->pages));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 trunk;
  guint32 count;

  if (!gs_db_pages_read (map->pages, 1, page))
    return;

  trunk = gs_db_get_32 (page + 32);
  count = gs_db_get_32 (page + 36);
  if (count > map->n)
    return;

  while (trunk != 0 && found->len < count && gs_db_pages_read (map->pages, trunk, page))
    {
      guint32 n = gs_db_get_32 (page + 4);

      g_array_append_val (found, trunk);
      if (n > gs_db_pages_get_size (map->pages) / 4 - 2 || n > count - found->len)
        return;
      for (guint32 i = 0; i < n; i++)
        {
          guint32 leaf = gs_db_get_32 (page + 8 + i * 4);

          g_array_append_val (found, leaf);
        }
      trunk = gs_db_get_32 (page);
    }

  if (trunk != 0 || found->len != count)
    return;

  for (guint i = 0; i < found->len; i++)
    {
      guint32 number = g_array_index (found, guint32, i);

      if (number <= map->n && map->owners[number] == 0)
        map->owners[number] = FREE;
    }
}

/**
 * gs_db_page_map_make:
 * @self: (out): the map
 * @pages: of the file
 * @shapes: (element-type GsDbShape): of the schema; roots are noted in them
 * @func: (nullable) (scope call): told now and then
 * @data: for @func
 *
 * Returns: whether it was made; if not, @func did not want it
 */
gboolean
gs_db_page_map_make (GsDbPageMap *self, GsDbPages *pages, GPtrArray *shapes, GsDbPageFunc func, gpointer data)
{
  Walk walk = { .map = self, .func = func, .data = data };
  guint n_known = shapes->len;

  memset (self, 0, sizeof *self);
  self->pages = pages;
  self->shapes = shapes;
  self->n = gs_db_pages_get_count (pages);
  self->owners = g_new0 (guint16, (gsize) self->n + 1);
  self->buffer = g_malloc (gs_db_pages_get_size (pages));

  for (guint i = 0; i < shapes->len; i++)
    {
      ((GsDbShape *) shapes->pdata[i])->root = 0;
      ((GsDbShape *) shapes->pdata[i])->broken = FALSE;
    }
  find_roots (&walk);
  for (guint i = 0; i < shapes->len && !walk.stopped; i++)
    {
      GsDbShape *shape = shapes->pdata[i];

      if (g_str_equal (shape->name, "sqlite_schema"))
        continue;
      /* A name that nobody knows may be that of a table of ours, damaged: its
       * pages are left to be told by their rows. */
      if (i >= n_known && !g_strv_contains (former_tables, shape->name))
        continue;
      if (shape->root != 0)
        walk_tree (&walk, shape);
      else
        shape->broken = TRUE;
    }
  if (walk.stopped)
    return FALSE;

  mark_free (self);
  gs_db_page_map_adopt (self);

  return TRUE;
}

/**
 * gs_db_page_map_clear:
 * @self: a map
 *
 * Frees what it holds.
 */
void
gs_db_page_map_clear (GsDbPageMap *self)
{
  g_clear_pointer (&self->owners, g_free);
  g_clear_pointer (&self->buffer, g_free);
}

/**
 * gs_db_page_map_owner:
 * @self: a map
 * @number: of a page
 *
 * Returns: (transfer none) (nullable): the shape of the table or index it belongs to
 */
GsDbShape *
gs_db_page_map_owner (GsDbPageMap *self, guint32 number)
{
  guint owner = self->owners[number] & ~(guint) (GS_DB_PAGE_LONE | GS_DB_PAGE_DOUBTFUL);

  return owner > 0 && owner <= self->shapes->len ? self->shapes->pdata[owner - 1] : NULL;
}

static gboolean
give_row (GsDbPageMap *self,
          const GsDbShape *shape,
          const GsDbCell *cell,
          guint64 *budget,
          GsDbRowFunc func,
          gpointer data)
{
  GsDbValue values[GS_DB_MAX_VALUES];
  gboolean whole = TRUE;
  g_autoptr (GBytes) record = gs_db_cell_record (cell, self->pages, budget, &whole);
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data (record, &length);
  guint n = gs_db_record_values (bytes, length, cell->length, values);

  /* The values that reach beyond what there is are cut short. */
  return n == 0 || func (shape, cell->rowid, values, n, whole, data);
}

/**
 * gs_db_page_map_rows:
 * @self: a map
 * @number: of a page that has an owner
 * @budget: (inout): how many pages further may be read for long rows
 * @func: (scope call): called with each row
 * @data: for @func
 * @n_bad: (inout): counts entries that are no row of the owner
 *
 * Returns: whether @func wanted all of them
 */
gboolean
gs_db_page_map_rows (GsDbPageMap *self,
                     guint32 number,
                     guint64 *budget,
                     GsDbRowFunc func,
                     gpointer data,
                     guint64 *n_bad)
{
  const GsDbShape *shape = gs_db_page_map_owner (self, number);
  GsDbPage page;

  if (shape == NULL || !gs_db_pages_read (self->pages, number, self->buffer)
      || !gs_db_page_look (&page, self->buffer, gs_db_pages_get_size (self->pages), number)
      || page.kind == GS_DB_PAGE_TABLE_INSIDE)
    return TRUE;

  for (guint i = 0; i < page.n_cells; i++)
    {
      GsDbValue values[GS_DB_MAX_VALUES];
      GsDbCell cell;

      if (!gs_db_page_cell (&page, i, &cell) || !gs_db_shape_fits (shape, &page, &cell, values))
        (*n_bad)++;
      else if (!give_row (self, shape, &cell, budget, func, data))
        return FALSE;
    }

  return TRUE;
}
