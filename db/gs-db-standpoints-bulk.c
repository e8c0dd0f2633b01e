/* gs-db-standpoints-bulk.c: the standpoints of all claims, made in one pass.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claim by claim each index would be written all over, which takes twenty times
 * as long for ten times as many claims. Here tables are only appended to, what
 * is ordered otherwise is gathered and sorted, and the indexes are made last.
 */

#include "config.h"

#include "gs-db-standpoints.h"

#include "gs-db-records-private.h"

/* What is due is made anew together with all the rest from so many claims on,
 * if it is a third of all. */
#define MUCH 5000
#define SHARE 3

static const char *const lists[] = { "hops", "slots", "quantities", "times", NULL };
static const char *const indexes[] = { "standpoint_question", "standpoint_key_standpoint", "claim_standpoint_members" };

/* A standpoint that has been added. */
typedef struct
{
  gint64 question;
  gint64 hash;
  gint64 id;
  gint64 n;
} Added;

/* A row of standpoint_key. */
typedef struct
{
  gint64 key;
  gint64 question;
  gint64 standpoint;
} Key;

typedef struct
{
  GsDbConnection *db;
  GsDbMembershipFunc func;
  gpointer user_data;
  GsDbStatement *questions; /* of the claims, in the order of the walk */
  GHashTable *added;        /* set of Added, by question and hash */
  GArray *keys;             /* Key */
  gint64 n;                 /* standpoints */
} Build;

static guint
added_hash (gconstpointer key)
{
  const Added *self = key;

  return (guint) ((guint64) self->hash >> 32) ^ (guint) self->hash ^ (guint) self->question;
}

static gboolean
added_equal (gconstpointer a, gconstpointer b)
{
  const Added *x = a, *y = b;

  return x->hash == y->hash && x->question == y->question;
}

/**
 * gs_db_standpoints_is_much:
 * @db: a connection
 *
 * Returns: whether so many claims are due that gs_db_standpoints_rebuild() is the
 *   shorter way
 */
gboolean
gs_db_standpoints_is_much (GsDbConnection *db)
{
  gint64 due = 0, all = 0;

  return gs_db_get_int (db, &due, NULL, "SELECT count(*) FROM claim_due", "") == GS_DB_STEP_ROW && due >= MUCH
         && gs_db_get_int (db, &all, NULL, "SELECT n FROM tally WHERE what = 'claims' AND id = 0", "") == GS_DB_STEP_ROW
         && due >= all / SHARE;
}

/* Adding -------------------------------------------------------------------------------- */

/* Two accounts may have one hash: the text decides. */
static GsDbStep
is_account (GsDbConnection *db, gint64 id, const char *account, GError **error)
{
  gint64 yes;

  return gs_db_get_int (db, &yes, error, "SELECT 1 FROM standpoint WHERE id = ? AND account = ?", "it", id, account);
}

static gboolean
add (Build *build, const GsDbMembership *membership, gint64 *id, GError **error)
{
  Added *added;

  *id = ++build->n;
  if (!gs_db_run (build->db, error, "INSERT INTO standpoint VALUES (?, ?, ?, 1, ?)", "iiit", *id, membership->question,
                  membership->hash, membership->account))
    return FALSE;

  for (guint i = 0; i < membership->keys->len; i++)
    {
      Key key = { g_array_index (membership->keys, gint64, i), membership->question, *id };

      g_array_append_val (build->keys, key);
    }
  added = g_new (Added, 1);
  *added = (Added){ membership->question, membership->hash, *id, 1 };
  g_hash_table_replace (build->added, added, added);

  return TRUE;
}

static gboolean
take_claim_cb (gint64 claim, gpointer record, gpointer user_data, GError **error)
{
  Build *build = user_data;
  g_autoptr (GsDbMembership) membership = NULL;
  Added wanted, *known;
  GsDbStep same = GS_DB_STEP_DONE;
  gint64 id;

  if (gs_db_statement_step (build->questions, error) != GS_DB_STEP_ROW || gs_db_is_cancelled (build->db, error))
    return FALSE;

  wanted.question = gs_db_column_int (build->questions, 0);
  membership = build->func (claim, wanted.question, record, build->user_data);
  wanted.hash = membership->hash;
  known = g_hash_table_lookup (build->added, &wanted);
  if (known != NULL)
    same = is_account (build->db, known->id, membership->account, error);
  if (same == GS_DB_STEP_FAILED)
    return FALSE;

  if (same == GS_DB_STEP_ROW)
    {
      id = known->id;
      known->n++;
    }
  else if (!add (build, membership, &id, error))
    return FALSE;

  return gs_db_run (build->db, error, "INSERT INTO claim_standpoint VALUES (?, ?)", "ii", claim, id);
}

/* What is ordered otherwise ------------------------------------------------------------ */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->question != y->question)
    return x->question < y->question ? -1 : 1;

  return x->standpoint < y->standpoint ? -1 : x->standpoint > y->standpoint;
}

static gboolean
add_keys (Build *build, GError **error)
{
  g_array_sort (build->keys, compare_keys);
  for (guint i = 0; i < build->keys->len; i++)
    {
      const Key *key = &g_array_index (build->keys, Key, i);

      if (!gs_db_run (build->db, error, "INSERT INTO standpoint_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING", "iii",
                      key->key, key->question, key->standpoint))
        return FALSE;
    }

  return TRUE;
}

static int
compare_added (gconstpointer a, gconstpointer b)
{
  const Added *x = *(const Added *const *) a, *y = *(const Added *const *) b;

  return x->id < y->id ? -1 : x->id > y->id;
}

/* How many claims take each standpoint, where it is not one. */
static gboolean
count_members (Build *build, GError **error)
{
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer added;

  g_hash_table_iter_init (&iter, build->added);
  while (g_hash_table_iter_next (&iter, &added, NULL))
    {
      if (((const Added *) added)->n > 1)
        g_ptr_array_add (shared, added);
    }
  g_ptr_array_sort (shared, compare_added);
  for (guint i = 0; i < shared->len; i++)
    {
      const Added *one = shared->pdata[i];

      if (!gs_db_run (build->db, error, "UPDATE standpoint SET n = ? WHERE id = ?", "ii", one->n, one->id))
        return FALSE;
    }

  return TRUE;
}

/* All of it ------------------------------------------------------------------------------- */

/* The schema's own words, to make the indexes again. (transfer full) */
static GPtrArray *
drop_indexes (GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autofree char *drop = g_strdup_printf ("DROP INDEX %s", indexes[i]);
      char *sql = NULL;

      if (gs_db_get_text (db, &sql, error, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", "t",
                          indexes[i])
          == GS_DB_STEP_FAILED)
        return NULL;
      if (sql == NULL)
        continue;
      g_ptr_array_add (made, sql);
      if (!gs_db_exec (db, drop, error))
        return NULL;
    }

  return g_steal_pointer (&made);
}

static gboolean
build_tables (Build *build, GError **error)
{
  gboolean done;

  build->questions = gs_db_query (build->db, error, "SELECT question FROM claim ORDER BY id", "");
  if (build->questions == NULL)
    return FALSE;
  done = gs_db_walk (build->db, &gs_claim_type, lists, take_claim_cb, build, error);
  gs_db_statement_release (build->questions);

  return done && add_keys (build, error) && count_members (build, error);
}

static gboolean
rebuild (GsDbConnection *db, GsDbMembershipFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GHashTable) added = g_hash_table_new_full (added_hash, added_equal, g_free, NULL);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Build build = { db, func, user_data, NULL, added, keys, 0 };

  if (!gs_db_exec (db,
                   "DELETE FROM standpoint; DELETE FROM standpoint_key; DELETE FROM claim_standpoint; "
                   "DELETE FROM question_look",
                   error)
      || (made = drop_indexes (db, error)) == NULL || !build_tables (&build, error))
    return FALSE;

  for (guint i = 0; i < made->len; i++)
    {
      if (!gs_db_exec (db, made->pdata[i], error))
        return FALSE;
    }

  return gs_db_exec (db, "DELETE FROM claim_due; INSERT INTO question_due VALUES (0) ON CONFLICT DO NOTHING", error);
}

/**
 * gs_db_standpoints_rebuild:
 * @db: a connection that can save
 * @func: makes the membership of a claim
 * @user_data: for @func
 * @error: why nothing has changed
 *
 * Time and memory grow with the number of claims.
 *
 * Returns: whether all claims have their standpoints; all questions are due then
 */
gboolean
gs_db_standpoints_rebuild (GsDbConnection *db, GsDbMembershipFunc func, gpointer user_data, GError **error)
{
  gboolean done;

  g_return_val_if_fail (db != NULL && func != NULL, FALSE);

  /* What has been appended is not looked at again; it is only kept from being
   * written twice. */
  gs_db_exec (db, "PRAGMA cache_size = -65536", NULL);
  done = gs_db_standpoints_begin (db, error) && gs_db_standpoints_end (db, rebuild (db, func, user_data, error), error);
  gs_db_exec (db, "PRAGMA cache_size = -" GS_DB_CACHE, NULL);

  return done;
}
