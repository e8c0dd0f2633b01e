/* gs-db-sketches.c: keys by which articles that are alike find each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of these tables may outlive its article, whose number may then be
 * given to another. Therefore a sketch counts only while its body is the one
 * that the article has now.
 */

#include "config.h"

#include "gs-db-private.h"
#include "gs-db-sketches.h"

/* How many articles of one key are looked at: the first that had it. A wire
 * story in a thousand papers must not make a million comparisons. */
#define KEY_ARTICLES 64

#define NUMBER_OF "SELECT id FROM article WHERE uuid = ?"
#define BODY_OF "SELECT body FROM article_index WHERE id = ?"
#define IS_SKETCHED(article)                                                                                           \
  "EXISTS (SELECT 1 FROM sketch AS s JOIN article_index AS i ON i.id = s.article AND i.body = s.body WHERE s.article " \
  "= " article ")"

/**
 * gs_db_likeness_free:
 * @self: (transfer full): what gs_db_likenesses() read
 */
void
gs_db_likeness_free (GsDbLikeness *self)
{
  g_free (self->article);
  g_free (self->other);
  g_free (self->kind);
  g_free (self);
}

/**
 * gs_db_neighbour_free:
 * @self: (transfer full): what gs_db_sketch_neighbours() found
 */
void
gs_db_neighbour_free (GsDbNeighbour *self)
{
  g_free (self->article);
  g_free (self);
}

/**
 * gs_db_sketches_due:
 * @db: a workspace file
 * @place: (inout): 0 to begin with the first article, then what came back
 * @limit: how many at most
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type utf8): UUIDs of articles
 *   whose present text has no sketch; empty when there are no more
 */
GPtrArray *
gs_db_sketches_due (GsDbConnection *db, gint64 *place, guint limit, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  statement = gs_db_query (db, error,
                           "SELECT d.article, a.uuid FROM sketch_due AS d CROSS JOIN article AS a ON a.id = d.article "
                           "WHERE d.article > ? ORDER BY d.article LIMIT ?",
                           "ii", *place, (gint64) limit);
  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      *place = gs_db_column_int (statement, 0);
      g_ptr_array_add (articles, gs_db_column_dup (statement, 1));
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&articles) : NULL;
}

static gboolean
forget (GsDbConnection *db, gint64 article, GError **error)
{
  return gs_db_run (db, error, "DELETE FROM sketch_key WHERE article = ?", "i", article)
         && gs_db_run (db, error, "DELETE FROM likeness WHERE a = ?", "i", article)
         && gs_db_run (db, error, "DELETE FROM likeness WHERE b = ?", "i", article);
}

static gboolean
save_keys (GsDbConnection *db, gint64 article, const GArray *keys, GError **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (!gs_db_run (db, error, "INSERT INTO sketch_key VALUES (?, ?) ON CONFLICT DO NOTHING", "ii",
                      g_array_index (keys, gint64, i), article))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_sketch (GsDbConnection *db, const GsDbSketch *sketch, GError **error)
{
  gint64 article = 0, body = 0;
  GsDbStep step = gs_db_get_int (db, &article, error, NUMBER_OF, "t", sketch->article);

  if (step == GS_DB_STEP_ROW)
    step = gs_db_get_int (db, &body, error, BODY_OF, "i", article);
  /* Another program may have taken the article away in between. */
  if (step != GS_DB_STEP_ROW)
    return step == GS_DB_STEP_DONE;

  return forget (db, article, error) && save_keys (db, article, sketch->keys, error)
         && gs_db_run (db, error, "INSERT INTO sketch VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
                       "ii", article, body);
}

typedef gboolean (*SaveFunc) (GsDbConnection *db, gconstpointer what, GError **error);

/* One transaction, outside the history. */
static gboolean
save_all (GsDbConnection *db, const GPtrArray *rows, SaveFunc save, GError **error)
{
  gboolean ok = gs_db_exec (db, "BEGIN IMMEDIATE", error);

  if (!ok)
    return FALSE;
  for (guint i = 0; ok && i < rows->len; i++)
    ok = save (db, rows->pdata[i], error);
  if (ok && gs_db_exec (db, "COMMIT", error))
    return TRUE;

  gs_db_exec (db, "ROLLBACK", NULL);

  return FALSE;
}

/**
 * gs_db_sketches_save:
 * @db: a workspace file, no action open
 * @sketches: (element-type GsDbSketch): what to keep; articles that have gone are passed over
 * @error: why nothing was saved
 *
 * One transaction. What the articles were like before is forgotten.
 *
 * Returns: whether the sketches are there
 */
gboolean
gs_db_sketches_save (GsDbConnection *db, const GPtrArray *sketches, GError **error)
{
  return save_all (db, sketches, (SaveFunc) save_sketch, error);
}

typedef struct
{
  gint64 article; /* row number; also the key of the table of counts */
  guint common;
  guint rare;
} Count;

static void
count_article (GHashTable *counts, gint64 article, gboolean rare)
{
  Count *count = g_hash_table_lookup (counts, &article);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->article = article;
      g_hash_table_insert (counts, &count->article, count);
    }
  if (rare)
    count->rare++;
  else
    count->common++;
}

/* Adds one to each article that has the key. */
static gboolean
count_key (GsDbConnection *db, GHashTable *counts, gint64 key, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, "SELECT article FROM sketch_key WHERE key = ? ORDER BY article LIMIT ?", "ii", key,
                 (gint64) KEY_ARTICLES + 1);
  gint64 articles[KEY_ARTICLES + 1];
  GsDbStep step = GS_DB_STEP_DONE;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while (n <= KEY_ARTICLES && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    articles[n++] = gs_db_column_int (statement, 0);
  if (step == GS_DB_STEP_FAILED)
    return FALSE;

  if (GS_DB_KEY_IS_RARE (key) && n > KEY_ARTICLES)
    return TRUE;
  for (guint i = 0; i < MIN (n, KEY_ARTICLES); i++)
    count_article (counts, articles[i], GS_DB_KEY_IS_RARE (key));

  return TRUE;
}

static gboolean
count_keys (GsDbConnection *db, GHashTable *counts, gint64 article, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, "SELECT key FROM sketch_key WHERE article = ? ORDER BY key", "i", article);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      if (!count_key (db, counts, gs_db_column_int (statement, 0), error))
        return FALSE;
    }
  g_hash_table_remove (counts, &article);

  return step == GS_DB_STEP_DONE;
}

/* Of those that share about as many keys, the one that came first: among the
 * copies of one story that is the one they should all be compared with. */
static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *x = *(const Count *const *) a;
  const Count *y = *(const Count *const *) b;
  guint left = g_bit_storage (x->common + x->rare);
  guint right = g_bit_storage (y->common + y->rare);

  return left != right ? (left < right ? 1 : -1) : (x->article > y->article) - (x->article < y->article);
}

static GPtrArray *
rank_counts (GHashTable *counts)
{
  GPtrArray *ranked = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Count *count = value;

      if (count->common > 0 || count->rare > 1)
        g_ptr_array_add (ranked, value);
    }
  g_ptr_array_sort (ranked, compare_counts);

  return ranked;
}

/* Appends the article, unless its keys are those of a text it no longer has. */
static gboolean
add_neighbour (GsDbConnection *db, GPtrArray *neighbours, const Count *count, GError **error)
{
  char *uuid = NULL;
  GsDbStep step =
    gs_db_get_text (db, &uuid, error, "SELECT uuid FROM article AS a WHERE id = ? AND " IS_SKETCHED ("a.id"), "i",
                    count->article);

  if (step == GS_DB_STEP_ROW)
    {
      GsDbNeighbour *neighbour = g_new (GsDbNeighbour, 1);

      *neighbour = (GsDbNeighbour){ uuid, count->common, count->rare };
      g_ptr_array_add (neighbours, neighbour);
    }

  return step != GS_DB_STEP_FAILED;
}

/**
 * gs_db_sketch_neighbours:
 * @db: a workspace file
 * @article: UUID of an article
 * @limit: how many at most
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type GsDbNeighbour): articles that
 *   share a common key with it or two rare ones, roughly those that share most first; empty when
 *   there are none or the article has no sketch
 */
GPtrArray *
gs_db_sketch_neighbours (GsDbConnection *db, const char *article, guint limit, GError **error)
{
  g_autoptr (GPtrArray) neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_neighbour_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) ranked = NULL;
  gint64 number = 0;
  GsDbStep step = gs_db_get_int (db, &number, error, NUMBER_OF, "t", article);

  if (step == GS_DB_STEP_FAILED || (step == GS_DB_STEP_ROW && !count_keys (db, counts, number, error)))
    return NULL;

  ranked = rank_counts (counts);
  for (guint i = 0; i < ranked->len && neighbours->len < limit; i++)
    {
      if (!add_neighbour (db, neighbours, ranked->pdata[i], error))
        return NULL;
    }

  return g_steal_pointer (&neighbours);
}

static gboolean
save_likeness (GsDbConnection *db, const GsDbLikeness *likeness, GError **error)
{
  return gs_db_run (db, error,
                    "INSERT OR REPLACE INTO likeness SELECT a.id, b.id, ?, ?, ?, ?, ?, ?, ?, ? FROM article AS a, "
                    "article AS b WHERE a.uuid = ? AND b.uuid = ?",
                    "tdiiiiiitt", likeness->kind, likeness->share, likeness->numbers, likeness->of_numbers,
                    likeness->dates, likeness->of_dates, likeness->names, likeness->of_names, likeness->article,
                    likeness->other);
}

/**
 * gs_db_likenesses_save:
 * @db: a workspace file, no action open
 * @likenesses: (element-type GsDbLikeness): what articles have in common; those that have gone are passed over
 * @error: why nothing was saved
 *
 * One transaction. Returns: whether the likenesses are there
 */
gboolean
gs_db_likenesses_save (GsDbConnection *db, const GPtrArray *likenesses, GError **error)
{
  return save_all (db, likenesses, (SaveFunc) save_likeness, error);
}

static GsDbLikeness *
read_likeness (GsDbStatement *statement)
{
  GsDbLikeness *likeness = g_new0 (GsDbLikeness, 1);

  likeness->article = gs_db_column_dup (statement, 0);
  likeness->other = gs_db_column_dup (statement, 1);
  likeness->kind = gs_db_column_dup (statement, 2);
  likeness->share = gs_db_column_double (statement, 3);
  likeness->numbers = gs_db_column_int (statement, 4);
  likeness->of_numbers = gs_db_column_int (statement, 5);
  likeness->dates = gs_db_column_int (statement, 6);
  likeness->of_dates = gs_db_column_int (statement, 7);
  likeness->names = gs_db_column_int (statement, 8);
  likeness->of_names = gs_db_column_int (statement, 9);

  return likeness;
}

#define READ_LIKENESSES                                                                                             \
  "SELECT a.uuid, b.uuid, l.kind, l.share, l.numbers, l.of_numbers, l.dates, l.of_dates, l.names, l.of_names FROM " \
  "likeness AS l JOIN article AS a ON a.id = l.a JOIN article AS b ON b.id = l.b WHERE " IS_SKETCHED (              \
    "l.a") " AND " IS_SKETCHED ("l.b")
#define BEST_FIRST " ORDER BY l.share DESC, a.uuid, b.uuid"

/**
 * gs_db_likenesses:
 * @db: a workspace file
 * @article: (nullable): UUID of the article at either end; NULL for all
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type GsDbLikeness): what has been
 *   found so far, the surest first
 */
GPtrArray *
gs_db_likenesses (GsDbConnection *db, const char *article, GError **error)
{
  g_autoptr (GPtrArray) likenesses = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_likeness_free);
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  if (article == NULL)
    statement = gs_db_query (db, error, READ_LIKENESSES BEST_FIRST, "");
  else
    statement = gs_db_query (db, error,
                             READ_LIKENESSES " AND (l.a = (SELECT id FROM article WHERE uuid = ?) OR l.b = (SELECT id "
                                             "FROM article WHERE uuid = ?))" BEST_FIRST,
                             "tt", article, article);

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (likenesses, read_likeness (statement));

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&likenesses) : NULL;
}
