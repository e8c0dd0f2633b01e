/* gs-db-pages-log.c: what the write-ahead log beside a file says.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame counts when its checksum, which goes on from frame to frame, is
 * right, and when a frame that ends a transaction follows. What comes after
 * the first frame that is not right is no more believed than by SQLite.
 */

#include "config.h"

#include "gs-db-pages-private.h"

#include <string.h>

#define MAGIC 0x377f0682u
#define HEAD 32
#define FRAME_HEAD 24

typedef struct
{
  gboolean big_endian; /* how the checksums count */
  guint size;          /* of a page */
  guint8 salt[8];
  guint32 sums[2];
} Log;

static guint32
get_word (const guint8 *p, gboolean big_endian)
{
  return big_endian ? gs_db_get_32 (p) : GUINT32_SWAP_LE_BE (gs_db_get_32 (p));
}

/* @length: a multiple of 8 */
static void
sum_up (Log *log, const guint8 *data, gsize length)
{
  for (gsize i = 0; i < length; i += 8)
    {
      log->sums[0] += get_word (data + i, log->big_endian) + log->sums[1];
      log->sums[1] += get_word (data + i + 4, log->big_endian) + log->sums[0];
    }
}

static gboolean
begin_log (Log *log, GsDbPageSource *source)
{
  guint8 head[HEAD];

  if (!gs_db_page_source_read (source, 0, head, sizeof head) || (gs_db_get_32 (head) & ~1u) != MAGIC)
    return FALSE;

  log->big_endian = (gs_db_get_32 (head) & 1) != 0;
  log->size = gs_db_get_32 (head + 8);
  memcpy (log->salt, head + 16, sizeof log->salt);
  sum_up (log, head, 24);

  return log->sums[0] == gs_db_get_32 (head + 24) && log->sums[1] == gs_db_get_32 (head + 28) && log->size >= 512
         && log->size <= GS_DB_PAGES_MAX_SIZE && (log->size & (log->size - 1)) == 0;
}

/* Whether the frame is whole, and of this log rather than left from an older. */
static gboolean
check_frame (Log *log, const guint8 *frame)
{
  if (gs_db_get_32 (frame) == 0 || memcmp (frame + 8, log->salt, sizeof log->salt) != 0)
    return FALSE;

  sum_up (log, frame, 8);
  sum_up (log, frame + FRAME_HEAD, log->size);

  return log->sums[0] == gs_db_get_32 (frame + 16) && log->sums[1] == gs_db_get_32 (frame + 20);
}

static gboolean
move_cb (gpointer number, gpointer place, gpointer into)
{
  g_hash_table_replace (into, number, place);

  return TRUE;
}

void
gs_db_pages_read_log (GsDbPages *self)
{
  Log log = { 0 };
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_int_hash, g_int_equal, g_free, g_free);
  g_autofree guint8 *frame = NULL;
  gsize length;

  if (!begin_log (&log, &self->log))
    return;

  length = FRAME_HEAD + log.size;
  frame = g_malloc (length);
  for (gint64 at = HEAD; gs_db_page_source_read (&self->log, at, frame, (guint) length); at += (gint64) length)
    {
      guint32 number = gs_db_get_32 (frame);
      gint64 place = at + FRAME_HEAD;

      if (!check_frame (&log, frame))
        break;

      g_hash_table_replace (open, g_memdup2 (&number, sizeof number), g_memdup2 (&place, sizeof place));
      if (gs_db_get_32 (frame + 4) == 0)
        continue;

      /* The transaction ends here, and with it the file has so many pages, though
       * no more than there can be. */
      g_hash_table_foreach_steal (open, move_cb, self->newer);
      self->size = log.size;
      self->n = (guint32) MIN (gs_db_get_32 (frame + 4),
                               (self->main.size + self->log.size) / self->size + g_hash_table_size (self->newer) + 1);
    }
}
