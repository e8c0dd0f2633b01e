/* gs-db-names.c: records by what they are called.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-records-private.h"
#include "gs-db-records.h"

/* The first of equal names counts: that of the record that came in first. */
#define SOURCES "SELECT s.uuid, s.name FROM source AS s"
#define ALIASES "SELECT s.uuid, a.name FROM source_alias AS a JOIN source AS s ON s.id = a.source"

static const char *
exact_query (const GsRecordType *type)
{
  if (type == &gs_tag_type)
    return "SELECT uuid FROM tag WHERE path = ?";
  if (type == &gs_article_type)
    return "SELECT uuid FROM article WHERE sha256 = ? ORDER BY id LIMIT 1";
  if (type == &gs_question_type)
    return "SELECT uuid FROM question WHERE text = ? COLLATE NOCASE ORDER BY text <> ?1, id LIMIT 1";
  if (type == &gs_annotator_type)
    return "SELECT uuid FROM annotator WHERE name = ? ORDER BY id LIMIT 1";
  if (type == &gs_source_type)
    return "SELECT uuid FROM (SELECT s.uuid, s.id, 0 AS rank FROM source AS s WHERE s.name = ?1 COLLATE NOCASE "
           "UNION ALL SELECT s.uuid, s.id, 1 FROM source_alias AS a JOIN source AS s ON s.id = a.source "
           "WHERE a.name = ?1 COLLATE NOCASE) ORDER BY rank, id LIMIT 1";

  return NULL;
}

/* SQLite folds the case of ASCII only; the rest is compared here. */
static GsDbStep
find_folded (GsDbConnection *db, const char *sql, const char *folded, char **uuid, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, sql, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      const char *name = gs_db_column_text (statement, 1);
      g_autofree char *candidate = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      if (g_strcmp0 (candidate, folded) == 0)
        {
          *uuid = gs_db_column_dup (statement, 0);
          return GS_DB_STEP_ROW;
        }
    }

  return step;
}

static char *
find_beyond_ascii (GsDbConnection *db, const GsRecordType *type, const char *name, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  char *uuid = NULL;

  if (type == &gs_question_type)
    find_folded (db, "SELECT uuid, text FROM question ORDER BY id", folded, &uuid, error);
  else if (type == &gs_source_type
           && find_folded (db, SOURCES " ORDER BY s.id", folded, &uuid, error) == GS_DB_STEP_DONE)
    find_folded (db, ALIASES " ORDER BY s.id", folded, &uuid, error);

  return uuid;
}

/**
 * gs_db_record_find_name:
 * @db: a connection
 * @type: tag, source, question, annotator or article
 * @name: path, name or alias, text, name, or SHA-256
 *
 * Sources and questions are found whatever the case of their letters.
 *
 * Returns: (transfer full) (nullable): the UUID; %NULL without error when there is none
 */
char *
gs_db_record_find_name (GsDbConnection *db, const GsRecordType *type, const char *name, GError **error)
{
  char *uuid = NULL;

  g_return_val_if_fail (db != NULL && type != NULL && name != NULL, NULL);

  /* Claims and links have no names. */
  if (exact_query (type) == NULL)
    return NULL;

  if (gs_db_get_text (db, &uuid, error, exact_query (type), "t", name) == GS_DB_STEP_DONE && !g_str_is_ascii (name))
    uuid = find_beyond_ascii (db, type, name, error);

  return uuid;
}

#define VERSIONS                                                                                             \
  "SELECT a.uuid, EXISTS (SELECT 1 FROM revision AS r JOIN body AS b ON b.id = r.body JOIN content AS c ON " \
  "c.id = b.content WHERE r.article = a.id AND (c.sha256 = ?2 OR b.sha256 = ?3)) FROM article AS a "         \
  "WHERE a.url = ?1 ORDER BY a.id LIMIT 1"

/**
 * gs_db_article_find_url:
 * @db: a connection
 * @url: canonical URL
 * @sha256: (nullable): of the bytes at hand
 * @text_sha256: (nullable): of the text at hand
 * @known: (out): whether some revision of the article has those bytes or that text
 *
 * Returns: (transfer full) (nullable): UUID of the first article that has the URL; %NULL
 *   without error when there is none
 */
char *
gs_db_article_find_url (GsDbConnection *db,
                        const char *url,
                        const char *sha256,
                        const char *text_sha256,
                        gboolean *known,
                        GError **error)
{
  g_autoptr (GsDbStatement) statement = NULL;

  g_return_val_if_fail (db != NULL && url != NULL && known != NULL, NULL);

  *known = FALSE;
  statement = gs_db_query (db, error, VERSIONS, "ttt", url, sha256, text_sha256);
  if (statement == NULL || gs_db_statement_step (statement, error) != GS_DB_STEP_ROW)
    return NULL;

  *known = gs_db_column_int (statement, 1) != 0;

  return gs_db_column_dup (statement, 0);
}

/* The text that sorts right after everything that begins with @prefix. */
static char *
after_prefix (const char *prefix)
{
  return g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
}

/**
 * gs_db_record_find_prefix:
 * @db: a connection
 * @type: type of the records
 * @prefix: how a UUID begins
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type utf8): UUIDs in their order, or %NULL with @error
 */
GPtrArray *
gs_db_record_find_prefix (GsDbConnection *db, const GsRecordType *type, const char *prefix, guint limit, GError **error)
{
  g_autofree char *sql = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step;

  g_return_val_if_fail (db != NULL && type != NULL && prefix != NULL, NULL);

  sql = g_strdup_printf ("SELECT uuid FROM \"%s\" WHERE uuid >= ? AND uuid < ? ORDER BY uuid LIMIT ?", type->name);
  after = after_prefix (prefix);
  statement = gs_db_query (db, error, sql, "tti", prefix, after, (gint64) limit);
  if (statement == NULL)
    return NULL;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (uuids, gs_db_column_dup (statement, 0));

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&uuids) : NULL;
}
