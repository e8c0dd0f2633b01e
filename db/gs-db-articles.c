/* gs-db-articles.c: texts and bytes of articles, shared by what they hold.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article points to a body through its newest revision, a body to the
 * content it was made of. Contents and bodies are found by their hashes, never
 * change and never go away: so an undone import can be redone, and a changeset
 * carries no text.
 */

#include "config.h"

#include <string.h>

#include "gs-db-records-private.h"

static char *
hash_of (gconstpointer data, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
}

static gboolean
store_content (GsDbConnection *db, const char *sha256, GBytes *bytes, gint64 *id, gboolean *fresh, GError **error)
{
  GsDbStep step = gs_db_get_int (db, id, error, "SELECT id FROM content WHERE sha256 = ?", "t", sha256);

  *fresh = step == GS_DB_STEP_DONE;
  if (step != GS_DB_STEP_DONE)
    return step == GS_DB_STEP_ROW;

  if (!gs_db_run (db, error, "INSERT INTO content (sha256, bytes) VALUES (?, ?)", "tb", sha256, bytes))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db->handle);

  return TRUE;
}

/* Code points of valid UTF-8; g_utf8_strlen() takes several times as long,
 * which a bulk import feels. */
static gint64
count_chars (const char *text)
{
  gint64 n = 0;

  for (; *text != '\0'; text++)
    n += ((guchar) *text & 0xc0) != 0x80;

  return n;
}

#define FIND_BODY "SELECT id FROM body WHERE content = ? AND sha256 = ?"
#define ADD_BODY "INSERT INTO body (content, sha256, length, text) VALUES (?, ?, ?, ?)"

/* @own: (nullable): the text, unless the content's bytes are it. */
static gboolean
store_body (GsDbConnection *db,
            gint64 content,
            gboolean fresh,
            const char *text,
            const char *own,
            const char *sha256,
            gint64 *body,
            GError **error)
{
  GsDbStep step = GS_DB_STEP_DONE;

  if (!fresh)
    step = gs_db_get_int (db, body, error, FIND_BODY, "it", content, sha256);
  if (step != GS_DB_STEP_DONE)
    return step == GS_DB_STEP_ROW;

  if (!gs_db_run (db, error, ADD_BODY, "itit", content, sha256, count_chars (text), own))
    return FALSE;
  *body = sqlite3_last_insert_rowid (db->handle);

  return TRUE;
}

/* The hash an article states must be that of its bytes: they are found by it. */
static gboolean
settle_hash (GsArticleRecord *shallow, char **sha256, GError **error)
{
  if (shallow->sha256 != NULL && !g_str_equal (shallow->sha256, *sha256))
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT,
                   "The SHA-256 of article %s is not that of its original bytes.", shallow->uuid);
      return FALSE;
    }
  shallow->sha256 = *sha256;

  return TRUE;
}

/* Hashes the article's bytes and its text, whose bytes are often the same. */
static gboolean
hash_article (GsArticleRecord *shallow, gboolean known, char **sha256, char **text_hash, GError **error)
{
  const char *text = shallow->text;

  if (shallow->original == NULL)
    {
      *sha256 = known ? g_strdup (shallow->sha256) : hash_of (text, strlen (text));
      *text_hash = g_strdup (*sha256);
    }
  else
    {
      *sha256 =
        known ? g_strdup (shallow->sha256) : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, shallow->original);
      *text_hash = hash_of (text, strlen (text));
    }

  return settle_hash (shallow, sha256, error);
}

/* Stores text and bytes of an article unless they are there already. @shallow
 * is a copy that shares its members with the caller's record: its hash and its
 * original become what is stored. @known: the caller has made the hash of these
 * very bytes. An article without text has no body. */
gboolean
gs_db_article_store (GsDbConnection *db,
                     GsArticleRecord *shallow,
                     gboolean known,
                     char **sha256,
                     gint64 *body,
                     GError **error)
{
  const char *text = shallow->text;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text_hash = NULL;
  gboolean fresh;
  gint64 content = 0;

  *body = 0;
  if (text == NULL)
    {
      if (shallow->original == NULL)
        return TRUE;
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "Article %s has original bytes but no text.",
                   shallow->uuid);
      return FALSE;
    }

  bytes = g_bytes_new_static (text, strlen (text));
  if (shallow->original != NULL && g_bytes_equal (shallow->original, bytes))
    shallow->original = NULL;

  return hash_article (shallow, known && shallow->sha256 != NULL, sha256, &text_hash, error)
         && store_content (db, *sha256, shallow->original == NULL ? bytes : shallow->original, &content, &fresh, error)
         && store_body (db, content, fresh, text, shallow->original == NULL ? NULL : text, text_hash, body, error);
}

static char *
zones_to_json (const GPtrArray *zones)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < zones->len; i++)
    {
      const GsZoneRecord *zone = zones->pdata[i];

      g_string_append_printf (json, "%s[\"%s\",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", i > 0 ? "," : "",
                              gs_word_to_nick (&gs_zone_kinds, zone->kind), zone->start, zone->end);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static gboolean
check_zones (const GsArticleRecord *record, GError **error)
{
  for (guint i = 0; i < record->zones->len; i++)
    {
      const GsZoneRecord *zone = record->zones->pdata[i];

      if (gs_word_to_nick (&gs_zone_kinds, zone->kind) == NULL)
        {
          g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT, "%d is no %s.", zone->kind, gs_zone_kinds.name);
          return FALSE;
        }
    }

  return TRUE;
}

#define LAST_REVISION "SELECT id, number, body FROM revision WHERE article = ? ORDER BY number DESC LIMIT 1"
#define ADD_REVISION \
  "INSERT INTO revision (article, number, body, zones, extractor, retrieved) VALUES (?, ?, ?, ?, ?, ?)"
#define MEND_REVISION "UPDATE revision SET zones = ?, extractor = ?, retrieved = ? WHERE id = ?"

/* Another text is another revision; the old one stays, for the spans in it.
 * What is merely known about a text is mended in place. */
gboolean
gs_db_article_revise (GsDbConnection *db, gint64 id, const GsArticleRecord *record, gint64 body, GError **error)
{
  g_autoptr (GsDbStatement) last = NULL;
  g_autofree char *zones = NULL;
  gint64 number = 0;
  GsDbStep step;

  if (!check_zones (record, error))
    return FALSE;

  zones = zones_to_json (record->zones);
  last = gs_db_query (db, error, LAST_REVISION, "i", id);
  step = last != NULL ? gs_db_statement_step (last, error) : GS_DB_STEP_FAILED;
  if (step == GS_DB_STEP_FAILED)
    return FALSE;

  if (step == GS_DB_STEP_ROW && gs_db_column_int (last, 2) == body)
    return gs_db_run (db, error, MEND_REVISION, "ttti", zones, record->extractor, record->retrieved,
                      gs_db_column_int (last, 0));

  if (step == GS_DB_STEP_ROW)
    number = gs_db_column_int (last, 1);

  return gs_db_run (db, error, ADD_REVISION, "iirttt", id, number + 1, body, zones, record->extractor,
                    record->retrieved);
}

static gboolean
read_zones (GsDbConnection *db, const char *json, GPtrArray *zones, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, "SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each (?)", "t", json);
  GsDbStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsZoneRecord *zone = gs_record_append (zones, &gs_zone_type);

      if (!gs_word_from_nick (&gs_zone_kinds, gs_db_column_text (statement, 0), &zone->kind))
        {
          g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT,
                       "“%s” is damaged: a zone of an article is of no known kind.", db->name);
          return FALSE;
        }
      zone->start = gs_db_column_int (statement, 1);
      zone->end = gs_db_column_int (statement, 2);
    }

  return step == GS_DB_STEP_DONE;
}

#define READ_REVISION                                                                     \
  "SELECT r.zones, r.extractor, r.retrieved, coalesce (b.text, CAST (c.bytes AS TEXT)), " \
  "CASE WHEN b.text IS NOT NULL THEN c.bytes END FROM revision AS r "                     \
  "LEFT JOIN body AS b ON b.id = r.body LEFT JOIN content AS c ON c.id = b.content "      \
  "WHERE r.article = ? ORDER BY r.number DESC LIMIT 1"

/* What an article's newest revision says. */
gboolean
gs_db_article_read (GsDbConnection *db, gint64 id, GsArticleRecord *record, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, READ_REVISION, "i", id);
  GsDbStep step = statement != NULL ? gs_db_statement_step (statement, error) : GS_DB_STEP_FAILED;

  if (step == GS_DB_STEP_DONE)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT, "“%s” is damaged: article %s has no revision.", db->name,
                 record->uuid);
  if (step != GS_DB_STEP_ROW)
    return FALSE;

  record->extractor = gs_db_column_dup (statement, 1);
  record->retrieved = gs_db_column_dup (statement, 2);
  record->text = gs_db_column_dup (statement, 3);
  record->original = gs_db_column_bytes (statement, 4);

  return read_zones (db, gs_db_column_text (statement, 0), record->zones, error);
}
