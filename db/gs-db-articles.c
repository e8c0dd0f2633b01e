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

#include "gs-db-pack.h"
#include "gs-db-records-private.h"

static char *
hash_of (gconstpointer data, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
}

/* Bytes on their way in. */
typedef struct
{
  gint64 id;
  gboolean fresh;  /* were not there yet */
  gboolean packed; /* lie deflated, so that no text can be read from them */
} Content;

#define FIND_CONTENT "SELECT id, unpacked IS NOT NULL FROM content WHERE sha256 = ?"
#define ADD_CONTENT "INSERT INTO content (sha256, bytes, unpacked) VALUES (?, ?, ?)"

static gboolean
add_content (GsDbConnection *db, const char *sha256, GBytes *bytes, gboolean is_text, Content *content, GError **error)
{
  g_autoptr (GBytes) packed = is_text ? NULL : gs_db_pack (bytes);
  gint64 unpacked = packed != NULL ? (gint64) g_bytes_get_size (bytes) : 0;

  if (!gs_db_run (db, error, ADD_CONTENT, "tbr", sha256, packed != NULL ? packed : bytes, unpacked))
    return FALSE;
  content->id = sqlite3_last_insert_rowid (db->handle);
  content->packed = packed != NULL;

  return TRUE;
}

/* @is_text: whether the bytes are the text as well, which search reads. */
static gboolean
store_content (GsDbConnection *db,
               const char *sha256,
               GBytes *bytes,
               gboolean is_text,
               Content *content,
               GError **error)
{
  g_autoptr (GsDbStatement) find = gs_db_query (db, error, FIND_CONTENT, "t", sha256);
  GsDbStep step = find != NULL ? gs_db_statement_step (find, error) : GS_DB_STEP_FAILED;

  if (step == GS_DB_STEP_FAILED)
    return FALSE;

  content->fresh = step == GS_DB_STEP_DONE;
  if (content->fresh)
    return add_content (db, sha256, bytes, is_text, content, error);

  content->id = gs_db_column_int (find, 0);
  content->packed = gs_db_column_int (find, 1) != 0;

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
            const Content *content,
            const char *text,
            const char *own,
            const char *sha256,
            gint64 *body,
            GError **error)
{
  GsDbStep step = GS_DB_STEP_DONE;

  if (!content->fresh)
    step = gs_db_get_int (db, body, error, FIND_BODY, "it", content->id, sha256);
  if (step != GS_DB_STEP_DONE)
    return step == GS_DB_STEP_ROW;

  if (content->packed)
    own = text;
  if (!gs_db_run (db, error, ADD_BODY, "itit", content->id, sha256, count_chars (text), own))
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
  Content content = { 0 };
  gboolean is_text;

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
  is_text = shallow->original == NULL;

  return hash_article (shallow, known && shallow->sha256 != NULL, sha256, &text_hash, error)
         && store_content (db, *sha256, is_text ? bytes : shallow->original, is_text, &content, error)
         && store_body (db, &content, text, is_text ? NULL : text, text_hash, body, error);
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

/* null for none, so that no label comes back as no label. */
static void
append_json_text (GString *json, const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else if ((guchar) *text < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

/* (transfer full) (nullable): most texts have no pages. */
static char *
pages_to_json (const GPtrArray *pages)
{
  GString *json;

  if (pages->len == 0)
    return NULL;

  json = g_string_new ("[");
  for (guint i = 0; i < pages->len; i++)
    {
      const GsPageRecord *page = pages->pdata[i];

      g_string_append (json, i > 0 ? ",[" : "[");
      append_json_text (json, page->label);
      g_string_append_printf (json, ",%" G_GINT64_FORMAT "]", page->start);
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
  "INSERT INTO revision (article, number, body, zones, pages, extractor, retrieved) VALUES (?, ?, ?, ?, ?, ?, ?)"
#define MEND_REVISION "UPDATE revision SET zones = ?, pages = ?, extractor = ?, retrieved = ? WHERE id = ?"

/* Another text is another revision; the old one stays, for the spans in it.
 * What is merely known about a text is mended in place. */
gboolean
gs_db_article_revise (GsDbConnection *db, gint64 id, const GsArticleRecord *record, gint64 body, GError **error)
{
  g_autoptr (GsDbStatement) last = NULL;
  g_autofree char *zones = NULL;
  g_autofree char *pages = NULL;
  gint64 number = 0;
  GsDbStep step;

  if (!check_zones (record, error))
    return FALSE;

  zones = zones_to_json (record->zones);
  pages = pages_to_json (record->pages);
  last = gs_db_query (db, error, LAST_REVISION, "i", id);
  step = last != NULL ? gs_db_statement_step (last, error) : GS_DB_STEP_FAILED;
  if (step == GS_DB_STEP_FAILED)
    return FALSE;

  if (step == GS_DB_STEP_ROW && gs_db_column_int (last, 2) == body)
    return gs_db_run (db, error, MEND_REVISION, "tttti", zones, pages, record->extractor, record->retrieved,
                      gs_db_column_int (last, 0));

  if (step == GS_DB_STEP_ROW)
    number = gs_db_column_int (last, 1);

  return gs_db_run (db, error, ADD_REVISION, "iirtttt", id, number + 1, body, zones, pages, record->extractor,
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

static gboolean
read_pages (GsDbConnection *db, const char *json, GPtrArray *pages, GError **error)
{
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step;

  if (json == NULL)
    return TRUE;

  statement = gs_db_query (db, error, "SELECT value ->> 0, value ->> 1 FROM json_each (?)", "t", json);
  if (statement == NULL)
    return FALSE;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsPageRecord *page = gs_record_append (pages, &gs_page_type);

      page->label = gs_db_column_dup (statement, 0);
      page->start = gs_db_column_int (statement, 1);
    }

  return step == GS_DB_STEP_DONE;
}

/* (transfer full) (nullable): the bytes of a content as they came. @unpacked:
 * their length where they lie deflated, or 0. */
GBytes *
gs_db_content_bytes (GsDbConnection *db, GBytes *bytes, gint64 unpacked, GError **error)
{
  g_autoptr (GBytes) own = bytes;
  GBytes *whole;

  if (own == NULL || unpacked == 0)
    return g_steal_pointer (&own);

  whole = gs_db_unpack (own, (gsize) unpacked);
  if (whole == NULL)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT,
                 "“%s” is damaged: the original bytes of an article cannot be unpacked.", db->name);

  return whole;
}

/* What the bytes of another article made lie deflated may be this one's text. */
static gboolean
read_original (GsDbConnection *db, GsDbStatement *statement, GsArticleRecord *record, GError **error)
{
  GBytes *stored = gs_db_column_bytes (statement, 4);

  if (stored == NULL)
    return TRUE;

  record->original = gs_db_content_bytes (db, stored, gs_db_column_int (statement, 6), error);
  if (record->original == NULL)
    return FALSE;

  if (g_bytes_get_size (record->original) == strlen (record->text)
      && memcmp (g_bytes_get_data (record->original, NULL), record->text, strlen (record->text)) == 0)
    g_clear_pointer (&record->original, g_bytes_unref);

  return TRUE;
}

#define READ_REVISION                                                                      \
  "SELECT r.zones, r.extractor, r.retrieved, coalesce (b.text, CAST (c.bytes AS TEXT)), "  \
  "CASE WHEN b.text IS NOT NULL THEN c.bytes END, r.pages, c.unpacked FROM revision AS r " \
  "LEFT JOIN body AS b ON b.id = r.body LEFT JOIN content AS c ON c.id = b.content "       \
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

  return read_original (db, statement, record, error)
         && read_zones (db, gs_db_column_text (statement, 0), record->zones, error)
         && read_pages (db, gs_db_column_text (statement, 5), record->pages, error);
}
