/* gs-db-cells.c: rows on the pages of a database file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The format: https://sqlite.org/fileformat2.html, sections 1.6 and 2. Pages
 * of workspaces have no reserved bytes at their end.
 */

#include "config.h"

#include "gs-db-cells.h"

#include <string.h>

/* Sizes of what a serial type stands for, below the texts and blobs. */
static const guint8 plain_sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

/* One to nine bytes; how many, or 0 when they end too early. */
static guint
read_varint (const guint8 *p, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && p + i < end; i++)
    {
      if (i == 8)
        {
          *value = *value << 8 | p[i];
          return 9;
        }
      *value = *value << 7 | (p[i] & 0x7f);
      if ((p[i] & 0x80) == 0)
        return i + 1;
    }

  return 0;
}

static gboolean
is_inside (GsDbPageKind kind)
{
  return kind == GS_DB_PAGE_INDEX_INSIDE || kind == GS_DB_PAGE_TABLE_INSIDE;
}

/**
 * gs_db_page_look:
 * @page: (out): what is found
 * @bytes: (array): a page, which must stay while @page is used
 * @size: its length
 * @number: its number: the first begins with the head of the file
 *
 * Returns: whether it is a page of a b-tree
 */
gboolean
gs_db_page_look (GsDbPage *page, const guint8 *bytes, guint size, guint32 number)
{
  guint head = number == 1 ? 100 : 0;
  guint kind = bytes[head];

  memset (page, 0, sizeof *page);
  if (kind != GS_DB_PAGE_INDEX_INSIDE && kind != GS_DB_PAGE_TABLE_INSIDE && kind != GS_DB_PAGE_INDEX_LEAF
      && kind != GS_DB_PAGE_TABLE_LEAF)
    return FALSE;

  page->bytes = bytes;
  page->size = size;
  page->head = head;
  page->kind = kind;
  page->n_cells = MIN (gs_db_get_16 (bytes + head + 3), (size - head - 12) / 2);
  page->right = is_inside (kind) ? gs_db_get_32 (bytes + head + 8) : 0;

  return TRUE;
}

/* How much of a record of @length bytes stays on its page. */
static guint
local_part (const GsDbPage *page, guint64 length)
{
  guint most = page->kind == GS_DB_PAGE_TABLE_LEAF ? page->size - 35 : (page->size - 12) * 64 / 255 - 23;
  guint least = (page->size - 12) * 32 / 255 - 23;
  guint64 kept;

  if (length <= most)
    return (guint) length;

  kept = least + (length - least) % (page->size - 4);

  return kept <= most ? (guint) kept : least;
}

static gboolean
read_record (const GsDbPage *page, const guint8 *p, const guint8 *end, guint64 length, GsDbCell *cell)
{
  gsize room = (gsize) (end - p);
  guint n_local;

  cell->length = length;
  cell->local = p;
  if (length == 0 || length > G_MAXINT32)
    return FALSE;

  n_local = local_part (page, length);
  if (n_local > room || (n_local < length && n_local + 4 > room))
    return FALSE;
  cell->n_local = n_local;
  if (n_local < length)
    cell->rest = gs_db_get_32 (p + n_local);

  return TRUE;
}

/**
 * gs_db_page_cell:
 * @page: a page
 * @index: of one of its cells
 * @cell: (out): what is found; points into the page
 *
 * Returns: whether there is a cell
 */
gboolean
gs_db_page_cell (const GsDbPage *page, guint index, GsDbCell *cell)
{
  const guint8 *end = page->bytes + page->size;
  guint pointers = page->head + (is_inside (page->kind) ? 12 : 8);
  guint64 length = 0;
  guint64 rowid = 0;
  const guint8 *p;
  guint place;
  guint n;

  memset (cell, 0, sizeof *cell);
  if (index >= page->n_cells || pointers + index * 2 + 2 > page->size)
    return FALSE;

  place = gs_db_get_16 (page->bytes + pointers + index * 2);
  if (place < pointers + page->n_cells * 2 || place + 4 > page->size)
    return FALSE;

  p = page->bytes + place;
  if (is_inside (page->kind))
    {
      cell->child = gs_db_get_32 (p);
      p += 4;
    }
  if (page->kind != GS_DB_PAGE_TABLE_INSIDE)
    {
      n = read_varint (p, end, &length);
      if (n == 0)
        return FALSE;
      p += n;
    }
  if (page->kind == GS_DB_PAGE_TABLE_INSIDE || page->kind == GS_DB_PAGE_TABLE_LEAF)
    {
      n = read_varint (p, end, &rowid);
      if (n == 0)
        return FALSE;
      p += n;
    }
  cell->rowid = (gint64) rowid;

  return page->kind == GS_DB_PAGE_TABLE_INSIDE || read_record (page, p, end, length, cell);
}

static gint64
read_signed (const guint8 *p, guint size)
{
  guint64 value = size > 0 && (p[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < size; i++)
    value = value << 8 | p[i];

  return (gint64) value;
}

/* A value of serial type @serial, @size bytes long, of which @at_hand are at @at. */
static void
read_value (guint64 serial, const guint8 *at, guint64 size, guint64 at_hand, GsDbValue *value)
{
  gboolean whole = at_hand == size;
  guint64 bits;

  memset (value, 0, sizeof *value);
  value->length = size;
  value->at_hand = at_hand;
  if (serial >= 12)
    {
      value->kind = serial % 2 == 0 ? GS_DB_VALUE_BLOB : GS_DB_VALUE_TEXT;
      value->data = at_hand > 0 ? at : NULL;
    }
  else if (serial == 7)
    {
      value->kind = GS_DB_VALUE_REAL;
      bits = whole ? (guint64) read_signed (at, 8) : 0;
      memcpy (&value->d, &bits, sizeof bits);
    }
  else if (serial != 0)
    {
      value->kind = GS_DB_VALUE_INT;
      value->i = serial == 8 ? 0 : serial == 9 ? 1 : whole ? read_signed (at, (guint) size) : 0;
    }
}

/**
 * gs_db_record_values:
 * @bytes: (array length=n): a record, or its beginning
 * @n: how much of it is at hand
 * @length: how long it is
 * @values: (array) (out): room for %GS_DB_MAX_VALUES
 *
 * Returns: how many values, whose sizes add up to @length; 0 when it is no record
 */
guint
gs_db_record_values (const guint8 *bytes, gsize n, guint64 length, GsDbValue *values)
{
  guint64 head = 0;
  guint64 at;
  guint count = 0;
  guint p = read_varint (bytes, bytes + n, &head);

  if (p == 0 || head < p || head > n || head > length)
    return 0;

  at = head;
  while (p < head)
    {
      guint64 serial = 0;
      guint64 size;
      guint step = read_varint (bytes + p, bytes + head, &serial);

      if (step == 0 || serial == 10 || serial == 11 || count == GS_DB_MAX_VALUES)
        return 0;
      size = serial >= 12 ? (serial - 12) / 2 : plain_sizes[serial];
      if (size > length - at)
        return 0;

      read_value (serial, bytes + MIN (at, n), size, MIN (size, n - MIN (at, n)), &values[count++]);
      at += size;
      p += step;
    }

  return at == length ? count : 0;
}

/**
 * gs_db_cell_record:
 * @cell: a cell with a record
 * @pages: where the rest of it is
 * @budget: (inout): how many pages may still be read, so that pages which point
 *   to each other end
 * @whole: (out): whether all of it was there; if not, it is as much as there was
 *
 * Returns: (transfer full): the record, or its beginning
 */
GBytes *
gs_db_cell_record (const GsDbCell *cell, GsDbPages *pages, guint64 *budget, gboolean *whole)
{
  guint size = gs_db_pages_get_size (pages);
  GByteArray *record = g_byte_array_new ();
  g_autofree guint8 *page = g_malloc (size);
  guint32 next = cell->rest;

  g_byte_array_append (record, cell->local, cell->n_local);
  while (record->len < cell->length && *budget != 0 && gs_db_pages_read (pages, next, page))
    {
      (*budget)--;
      next = gs_db_get_32 (page);
      g_byte_array_append (record, page + 4, (guint) MIN (cell->length - record->len, size - 4));
    }
  *whole = record->len == cell->length && next == 0;

  return g_byte_array_free_to_bytes (record);
}
