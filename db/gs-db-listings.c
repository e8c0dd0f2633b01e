/* gs-db-listings.c: what lists and tables show, a page at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-listings.h"

#include "gs-db-records-private.h"
#include "gs-db-selection.h"

/* What a row shows: its number, then the fields of its type in their order. */
#define ARTICLE_ROW                                                                     \
  "SELECT t.id, t.uuid, coalesce (t.title, " GS_DB_FIRST_LINE (                         \
    "t.id") ", t.path, ''), t.language, t.outlet, t.agency, "                           \
            "t.byline, t.published_lo, t.published_hi, t.path, t.created, t.modified, " \
            "(SELECT n FROM tally WHERE what = 'article' AND id = t.id) FROM article AS t"

#define CLAIM_ROW                                                                                                   \
  "SELECT t.id, t.uuid, coalesce (t.summary, i.quote, ''), i.quote, a.uuid, coalesce (a.title, " GS_DB_FIRST_LINE ( \
    "a.id") ", a.path), "                                                                                           \
            "a.language, i.start, i.\"end\", q.uuid, q.text, t.value, t.stance, t.certainty, t.status, "            \
            "t.review, "                                                                                            \
            "(SELECT group_concat (name, '" GS_CHAIN_ARROW                                                          \
            "') FROM (SELECT s.name FROM claim_hop AS h JOIN source AS s "                                          \
            "ON s.id = h.source WHERE h.claim = t.id ORDER BY h.ordinal)), "                                        \
            "(SELECT group_concat (path, ', ') FROM (SELECT g.path FROM claim_tag AS m JOIN tag AS g "              \
            "ON g.id = m.tag WHERE m.claim = t.id ORDER BY m.ordinal)), "                                           \
            "(SELECT g.colour FROM claim_tag AS m JOIN tag AS g ON g.id = m.tag WHERE m.claim = t.id "              \
            "AND g.colour IS NOT NULL ORDER BY m.ordinal LIMIT 1), "                                                \
            "EXISTS (SELECT 1 FROM claim_span AS p WHERE p.claim = t.id AND p.role = 'quote' AND p.orphaned), "     \
            "t.created, t.modified FROM claim AS t LEFT JOIN claim_index AS i ON i.id = t.id "                      \
            "LEFT JOIN article AS a ON a.id = t.article LEFT JOIN question AS q ON q.id = t.question"

#define QUESTION_ROW                                                                               \
  "SELECT t.id, t.uuid, t.text, t.answer, t.exclusive, s.claims, s.asserted, s.denied, s.answers " \
  "FROM question AS t LEFT JOIN question_stat AS s ON s.question = t.id"

#define SOURCE_ROW                                                                                 \
  "SELECT t.id, t.uuid, t.name, t.kind, (SELECT nullif (r.grade, 'none') FROM source_rating AS r " \
  "WHERE r.source = t.id AND r.topic IS NULL ORDER BY r.ordinal DESC LIMIT 1), "                   \
  "(SELECT n FROM tally WHERE what = 'source' AND id = t.id) FROM source AS t"

#define TAG_ROW                                            \
  "SELECT t.id, t.uuid, t.path, t.colour, t.description, " \
  "(SELECT n FROM tally WHERE what = 'tag' AND id = t.id) FROM tag AS t"

#define LINK_ROW                                                                                  \
  "SELECT t.id, t.uuid, t.kind, t.origin, a.uuid, coalesce (a.summary, i.quote, ''), b.uuid, "    \
  "coalesce (b.summary, j.quote, ''), t.verdict, t.rule, t.reason, t.explanation FROM link AS t " \
  "LEFT JOIN claim AS a ON a.id = t.a LEFT JOIN claim_index AS i ON i.id = t.a "                  \
  "LEFT JOIN claim AS b ON b.id = t.b LEFT JOIN claim_index AS j ON j.id = t.b"

static const struct
{
  const GsRecordType *type;
  const char *plural;
  const char *row;
  const char *by_id;
  const char *by_uuid;
} lists[] = {
#define LIST(type, plural, row)                                        \
  {                                                                    \
    &type, plural, row, row " WHERE t.id = ?", row " WHERE t.uuid = ?" \
  }
  LIST (gs_article_listing_type, "articles", ARTICLE_ROW),
  LIST (gs_claim_listing_type, "claims", CLAIM_ROW),
  LIST (gs_question_listing_type, "questions", QUESTION_ROW),
  LIST (gs_source_listing_type, "sources", SOURCE_ROW),
  LIST (gs_tag_listing_type, "tags", TAG_ROW),
  LIST (gs_link_listing_type, "links", LINK_ROW),
#undef LIST
};

static guint
list_of (const GsRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (lists[i].type == type)
        return i;
    }

  g_assert_not_reached ();
}

/* Every listing begins with its row number, which is in no field table. */
static gpointer
read_row (GsDbConnection *db, const GsRecordType *type, GsDbStatement *statement, GError **error)
{
  gpointer row = gs_record_new (type);

  *(gint64 *) row = gs_db_column_int (statement, 0);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!gs_db_read_field (db, statement, (int) i + 1, &type->fields[i], row, error))
        {
          gs_record_free (type, row);
          return NULL;
        }
    }

  return row;
}

static GsDbStatement *
select_rows (GsDbConnection *db, GsDbSelection *selection, const char *columns, const char *tail, GError **error)
{
  g_autofree char *sql =
    g_strconcat ("SELECT ", columns, " FROM ", selection->from->str, selection->where->str, tail, NULL);
  GsDbStatement *statement = gs_db_query (db, error, sql, "");

  for (guint i = 0; statement != NULL && i < selection->values->len; i++)
    gs_db_statement_bind_copy (statement, (int) i + 1, selection->values->pdata[i]);

  return statement;
}

/**
 * gs_db_listing_count:
 * @db: a connection
 * @type: a listing type
 * @filter: (nullable): which rows
 *
 * Returns: how many rows there are, or -1 with @error
 */
gint64
gs_db_listing_count (GsDbConnection *db, const GsRecordType *type, const GsListFilter *filter, GError **error)
{
  g_autoptr (GsDbSelection) selection = NULL;
  g_autoptr (GsDbStatement) statement = NULL;
  gint64 count = -1;

  g_return_val_if_fail (db != NULL && type != NULL, -1);

  selection = gs_db_selection_new (type, filter);
  if (selection->whole)
    {
      if (gs_db_get_int (db, &count, error, "SELECT n FROM tally WHERE what = ? AND id = 0", "t",
                         lists[list_of (type)].plural)
          == GS_DB_STEP_DONE)
        g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT, "“%s” does not know how many %s it holds.", db->name,
                     type->plural);
      return count;
    }

  statement = select_rows (db, selection, "count(*)", "", error);
  if (statement != NULL && gs_db_statement_step (statement, error) == GS_DB_STEP_ROW)
    count = gs_db_column_int (statement, 0);

  return count;
}

/**
 * gs_db_listing_count_to:
 * @db: a connection
 * @type: a listing type
 * @filter: (nullable): which rows
 * @limit: where to stop to count
 * @more: (out): whether there may be more
 *
 * How many rows a whole list has is kept. To count what a filter leaves takes as long as there are rows to look at, so
 * it ends where nobody would read the number.
 *
 * Returns: how many rows there are, or @limit with @more set; -1 with @error
 */
gint64
gs_db_listing_count_to (GsDbConnection *db,
                        const GsRecordType *type,
                        const GsListFilter *filter,
                        guint limit,
                        gboolean *more,
                        GError **error)
{
  g_autoptr (GsDbSelection) selection = NULL;
  g_autoptr (GsDbStatement) statement = NULL;
  g_autofree char *tail = g_strdup_printf (" LIMIT %u)", limit);
  gint64 count = -1;

  g_return_val_if_fail (db != NULL && type != NULL && more != NULL, -1);

  *more = FALSE;
  selection = gs_db_selection_new_paged (db, type, filter);
  if (selection->whole)
    return gs_db_listing_count (db, type, filter, error);

  statement = select_rows (db, selection, "count(*) FROM (SELECT 1", tail, error);
  if (statement != NULL && gs_db_statement_step (statement, error) == GS_DB_STEP_ROW)
    count = gs_db_column_int (statement, 0);
  *more = count == limit;

  return count;
}

/**
 * gs_db_listing_skeleton:
 * @db: a connection
 * @type: a listing type
 * @filter: (nullable): which rows, in which order
 *
 * Returns: (transfer full) (element-type gint64): row numbers in order, or %NULL with @error
 */
GArray *
gs_db_listing_skeleton (GsDbConnection *db, const GsRecordType *type, const GsListFilter *filter, GError **error)
{
  g_autoptr (GsDbSelection) selection = NULL;
  g_autoptr (GsDbStatement) statement = NULL;
  gint64 expected = 0;

  g_return_val_if_fail (db != NULL && type != NULL, NULL);

  selection = gs_db_selection_new (type, filter);
  /* An array that grows by doubling takes twice the memory of a million rows. */
  if (selection->whole && (expected = gs_db_listing_count (db, type, filter, error)) < 0)
    return NULL;
  statement = select_rows (db, selection, selection->id, selection->order->str, error);

  return gs_db_statement_ints (statement, (guint) MAX (expected, 0), error);
}

/* Where to begin reading for the row at @offset: at the run of row numbers it
 * lies in, with what is left to skip there. */
static gboolean
find_part (GsDbConnection *db, const GsRecordType *type, guint *offset, gint64 *from, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, "SELECT number, n FROM part WHERE what = ? ORDER BY number", "t",
                 lists[list_of (type)].plural);
  GsDbStep step = GS_DB_STEP_FAILED;

  *from = G_MININT64;
  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      gint64 n = gs_db_column_int (statement, 1);

      *from = gs_db_column_int (statement, 0) * 1024;
      if (n > *offset)
        return TRUE;
      *offset -= (guint) n;
    }

  /* Past the end there is nothing; a list whose runs are not counted has none
   * here and is read from its beginning. */
  if (*from != G_MININT64)
    *from = G_MAXINT64;

  return step == GS_DB_STEP_DONE;
}

/**
 * gs_db_listing_ids:
 * @db: a connection
 * @type: a listing type
 * @filter: (nullable): which rows, in which order
 * @offset: rows to skip
 * @limit: rows to give at most
 *
 * Returns: (transfer full) (element-type gint64): row numbers in order, or %NULL with @error
 */
GArray *
gs_db_listing_ids (GsDbConnection *db,
                   const GsRecordType *type,
                   const GsListFilter *filter,
                   guint offset,
                   guint limit,
                   GError **error)
{
  g_autoptr (GsDbSelection) selection = NULL;
  g_autoptr (GsDbStatement) statement = NULL;
  g_autofree char *tail = NULL;

  g_return_val_if_fail (db != NULL && type != NULL, NULL);

  selection = gs_db_selection_new_paged (db, type, filter);
  if (selection->by_number && offset > 0)
    {
      gint64 from;

      if (!find_part (db, type, &offset, &from, error))
        return NULL;
      g_string_append_printf (selection->where, " WHERE %s >= %" G_GINT64_FORMAT, selection->id, from);
    }
  tail = g_strdup_printf ("%s LIMIT %u OFFSET %u", selection->order->str, limit, offset);
  statement = select_rows (db, selection, selection->id, tail, error);

  return gs_db_statement_ints (statement, limit, error);
}

/**
 * gs_db_listing_page:
 * @db: a connection
 * @type: a listing type
 * @filter: (nullable): which rows, in which order
 * @offset: rows to skip
 * @limit: rows to give at most
 *
 * Returns: (transfer full): an array of listings, or %NULL with @error
 */
GPtrArray *
gs_db_listing_page (GsDbConnection *db,
                    const GsRecordType *type,
                    const GsListFilter *filter,
                    guint offset,
                    guint limit,
                    GError **error)
{
  /* First the numbers, along an index; then what is shown of these few. */
  g_autoptr (GArray) ids = gs_db_listing_ids (db, type, filter, offset, limit, error);

  return ids != NULL ? gs_db_listing_rows (db, type, (const gint64 *) (gpointer) ids->data, ids->len, error) : NULL;
}

/**
 * gs_db_listing_rows:
 * @db: a connection
 * @type: a listing type
 * @ids: (array length=n_ids): row numbers
 * @n_ids: how many
 *
 * Returns: (transfer full): the listings in this order, without those that are gone; or %NULL with @error
 */
GPtrArray *
gs_db_listing_rows (GsDbConnection *db, const GsRecordType *type, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (db != NULL && type != NULL, NULL);
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  rows = gs_record_array_new (type);
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (GsDbStatement) statement = gs_db_query (db, error, lists[list_of (type)].by_id, "i", ids[i]);
      GsDbStep step = statement != NULL ? gs_db_statement_step (statement, error) : GS_DB_STEP_FAILED;
      gpointer row = step == GS_DB_STEP_ROW ? read_row (db, type, statement, error) : NULL;

      if (row == NULL && step != GS_DB_STEP_DONE)
        return NULL;
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/**
 * gs_db_listing_row:
 * @db: a connection
 * @type: a listing type
 * @uuid: UUID of the record
 *
 * Returns: (transfer full) (nullable): the listing; %NULL without error when there is none
 */
gpointer
gs_db_listing_row (GsDbConnection *db, const GsRecordType *type, const char *uuid, GError **error)
{
  g_autoptr (GsDbStatement) statement = NULL;

  g_return_val_if_fail (db != NULL && type != NULL && uuid != NULL, NULL);

  statement = gs_db_query (db, error, lists[list_of (type)].by_uuid, "t", uuid);
  if (statement == NULL || gs_db_statement_step (statement, error) != GS_DB_STEP_ROW)
    return NULL;

  return read_row (db, type, statement, error);
}

/**
 * gs_db_languages:
 * @db: a connection
 *
 * Returns: (transfer full) (element-type utf8): the codes of the languages that articles have, in
 *   alphabetical order; or %NULL with @error
 */
GPtrArray *
gs_db_languages (GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step;

  g_return_val_if_fail (db != NULL, NULL);

  /* From one to the next along the index, and not past all articles of each. */
  statement =
    gs_db_query (db, error,
                 "WITH RECURSIVE l (code) AS (SELECT min (language) FROM article WHERE language > '' UNION ALL "
                 "SELECT (SELECT min (language) FROM article WHERE language > l.code) FROM l WHERE l.code IS NOT NULL) "
                 "SELECT code FROM l WHERE code IS NOT NULL",
                 "");
  if (statement == NULL)
    return NULL;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (codes, gs_db_column_dup (statement, 0));

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&codes) : NULL;
}

/**
 * gs_db_slot_entities:
 * @db: a connection
 * @limit: how many at most
 *
 * Looks at the newest 20,000 claims, so that it takes no longer in a large workspace.
 *
 * Returns: (transfer full) (element-type utf8): what stands in their slots, the most used
 *   first; or %NULL with @error
 */
GPtrArray *
gs_db_slot_entities (GsDbConnection *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = gs_db_query (db, error,
                           "SELECT entity FROM claim_slot"
                           " WHERE claim > (SELECT ifnull (max (id), 0) FROM claim) - 20000 AND entity <> ''"
                           " GROUP BY entity ORDER BY count (*) DESC, entity LIMIT ?1",
                           "i", (gint64) limit);
  if (statement == NULL)
    return NULL;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (entities, gs_db_column_dup (statement, 0));

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&entities) : NULL;
}
