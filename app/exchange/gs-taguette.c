/* gs-taguette.c: databases of Taguette.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A highlight becomes a claim. Who made it and when does not stand with it but
 * in the log of commands.
 */

#include "config.h"

#include "gs-qda-database.h"

#include <string.h>

#include "gs-gettext.h"
#include "gs-json-scanner.h"
#include "gs-taguette-text.h"

/* Commands are small objects; no more than this of one is looked at. */
#define MAX_PAYLOAD 65536

typedef struct
{
  GsArticleRecord *record;
  GsTaguetteText html;
  GsText *text;
} Article;

typedef struct
{
  GsQda *qda;
  GHashTable *articles;   /* id of a document → Article, owned */
  GHashTable *tags;       /* id → GsTagRecord */
  GHashTable *paths;      /* path → GsTagRecord */
  GHashTable *highlights; /* id → GsClaimRecord */
  guint n_projects;
  guint n_lost;
  guint n_stray;
} Project;

static void
article_free (gpointer data)
{
  Article *article = data;

  gs_taguette_text_clear (&article->html);
  gs_text_free (article->text);
  g_free (article);
}

static void
insert (GHashTable *rows, const char *id, gpointer value)
{
  gint64 number = gs_qda_number (id);

  g_hash_table_insert (rows, g_memdup2 (&number, sizeof number), value);
}

static gpointer
lookup (GHashTable *rows, const char *id)
{
  gint64 number = gs_qda_number (id);

  return g_hash_table_lookup (rows, &number);
}

static gboolean
project_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;

  if (self->n_projects++ == 0)
    self->qda->title = g_strdup (values[1]);

  return TRUE;
}

static gboolean
document_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  Article *article = g_new0 (Article, 1);

  gs_taguette_text_init (&article->html, values[4] != NULL ? values[4] : "");
  article->text = gs_text_new (article->html.text);
  article->record = gs_qda_add_article (self->qda, NULL, values[1], article->html.text);
  article->record->path = values[3] != NULL && *values[3] != '\0' ? g_strdup (values[3]) : NULL;
  article->record->created = gs_qda_instant (values[5]);
  gs_qda_add_note (&article->record->note, values[2]);
  insert (self->articles, values[0], article);

  return TRUE;
}

/* Paths have slashes, as ours do; parents are made where they are missing. */
static GsTagRecord *
ensure_tag (Project *self, const char *path)
{
  GsTagRecord *tag = g_hash_table_lookup (self->paths, path);
  const char *slash = strrchr (path, '/');
  gboolean nested = slash != NULL && slash > path && slash[1] != '\0';
  g_autofree char *uuid = NULL;
  g_autofree char *above = nested ? g_strndup (path, (gsize) (slash - path)) : NULL;
  const GsTagRecord *parent;

  if (tag != NULL)
    return tag;

  parent = nested ? ensure_tag (self, above) : NULL;
  uuid = gs_qda_uuid ("taguette", "tag", path, NULL);
  tag = gs_qda_add (self->qda, &gs_tag_type, uuid);
  tag->name = gs_qda_tag_name (nested ? slash + 1 : path);
  tag->parent = parent != NULL ? g_strdup (parent->uuid) : NULL;
  g_hash_table_insert (self->paths, g_strdup (path), tag);

  return tag;
}

static gboolean
tag_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  g_autofree char *path = g_strndup (values[1] != NULL ? values[1] : "", 1000);
  GsTagRecord *tag = ensure_tag (self, path);

  if (tag->description == NULL && values[2] != NULL && *values[2] != '\0')
    tag->description = g_strdup (values[2]);
  insert (self->tags, values[0], tag);

  return TRUE;
}

/* The same but for white space, of which browsers make what they like. */
static gboolean
reads_like (const char *a, const char *b)
{
  while (TRUE)
    {
      for (; *a != '\0' && g_unichar_isspace (g_utf8_get_char (a)); a = g_utf8_next_char (a))
        ;
      for (; *b != '\0' && g_unichar_isspace (g_utf8_get_char (b)); b = g_utf8_next_char (b))
        ;
      if (*a == '\0' || g_utf8_get_char (a) != g_utf8_get_char (b))
        return *a == *b;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

static void
place (Project *self, GsSpanRecord *span, const Article *article, const char *const *values)
{
  gint64 start = gs_taguette_text_byte (&article->html, gs_qda_number (values[2]), FALSE);
  gint64 end = gs_taguette_text_byte (&article->html, gs_qda_number (values[3]), TRUE);
  g_auto (GsTaguetteText) snippet = { NULL };
  g_autofree char *slice = NULL;

  gs_taguette_text_init (&snippet, values[4] != NULL ? values[4] : "");
  start = gs_qda_convert (article->text, GS_QDA_BYTES, start);
  end = gs_qda_convert (article->text, GS_QDA_BYTES, end);
  if (start >= 0 && start < end && end <= gs_text_length (article->text))
    slice = gs_text_slice (article->text, start, end);

  if (slice != NULL && reads_like (slice, snippet.text))
    self->n_lost += !gs_qda_place (span, article->text, start, end, NULL);
  else
    self->n_lost += !gs_qda_place (span, article->text, start, end, g_strstrip (snippet.text));
}

static gboolean
highlight_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  Article *article = lookup (self->articles, values[1]);
  g_autofree char *uuid = NULL;
  GsClaimRecord *claim;
  GsSpanRecord *span;

  if (article == NULL)
    {
      self->n_stray++;
      return TRUE;
    }

  uuid = gs_qda_uuid ("taguette", article->record->sha256, values[0], values[2], values[3], NULL);
  claim = gs_qda_add (self->qda, &gs_claim_type, uuid);
  claim->article = g_strdup (article->record->uuid);
  span = gs_record_append (claim->spans, &gs_span_type);
  g_free (span->uuid);
  span->uuid = gs_qda_uuid ("span", claim->uuid, NULL);
  place (self, span, article, values);
  insert (self->highlights, values[0], claim);

  return TRUE;
}

static gboolean
highlight_tag_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  GsClaimRecord *claim = lookup (self->highlights, values[0]);
  const GsTagRecord *tag = lookup (self->tags, values[1]);

  if (claim != NULL && tag != NULL && !g_ptr_array_find_with_equal_func (claim->tags, tag->uuid, g_str_equal, NULL))
    g_ptr_array_add (claim->tags, g_strdup (tag->uuid));

  return TRUE;
}

/* {"type": "highlight_add", "highlight_id": 7, …}: 7; -1 for anything else. */
static gint64
highlight_of (const char *payload)
{
  GsJsonScanner scanner;
  gint64 id = -1;
  char *key = NULL;

  if (payload == NULL || strlen (payload) > MAX_PAYLOAD || strstr (payload, "\"highlight_add\"") == NULL
      || !gs_json_scanner_init (&scanner, payload, strlen (payload), NULL) || !gs_json_open (&scanner, '{', NULL))
    return -1;

  while (gs_json_next_member (&scanner, &key, NULL))
    {
      g_autofree char *name = key;

      if (g_str_equal (name, "highlight_id") && gs_json_peek (&scanner) == GS_JSON_NUMBER)
        {
          g_autofree char *number = gs_json_literal (&scanner, NULL);

          id = gs_qda_number (number);
        }
      else if (!gs_json_skip (&scanner, NULL))
        return -1;
    }

  return id;
}

static gboolean
command_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  gint64 id = highlight_of (values[3]);
  GsClaimRecord *claim = g_hash_table_lookup (self->highlights, &id);

  if (claim == NULL)
    return TRUE;

  if (claim->author == NULL)
    claim->author = g_strdup (gs_qda_annotator (self->qda, values[2]));
  if (claim->created == NULL)
    claim->created = gs_qda_instant (values[1]);
  /* A highlight may be changed: the last command counts as that. */
  g_free (claim->modified);
  claim->modified = gs_qda_instant (values[1]);
  g_free (claim->modified_by);
  claim->modified_by = g_strdup (gs_qda_annotator (self->qda, values[2]));

  return TRUE;
}

static gboolean
read_tables (Project *self, GsDbForeign *db, GError **error)
{
  static const char *const projects[] = { "id", "name", NULL };
  static const char *const documents[] = { "id", "name", "description", "filename", "contents", "created", NULL };
  static const char *const tags[] = { "id", "path", "description", NULL };
  static const char *const highlights[] = { "id", "document_id", "start_offset", "end_offset", "snippet", NULL };
  static const char *const highlight_tags[] = { "highlight_id", "tag_id", NULL };
  static const char *const commands[] = { "id", "date", "user_login", "payload", NULL };

  return gs_db_foreign_each (db, "projects", projects, project_cb, self, error)
         && gs_db_foreign_each (db, "documents", documents, document_cb, self, error)
         && gs_db_foreign_each (db, "tags", tags, tag_cb, self, error)
         && gs_db_foreign_each (db, "highlights", highlights, highlight_cb, self, error)
         && gs_db_foreign_each (db, "highlight_tags", highlight_tags, highlight_tag_cb, self, error)
         && gs_db_foreign_each (db, "commands", commands, command_cb, self, error);
}

static gboolean
remark_all (Project *self, GsDbForeign *db, GError **error)
{
  guint memos;

  if (!gs_qda_count_texts (db, "projects", "description", &memos, error))
    return FALSE;

  gs_qda_remark_lost (self->qda, self->n_lost);
  gs_qda_remark (self->qda, self->n_stray,
                 ngettext ("%u highlight of a document that is not there was left out.",
                           "%u highlights of documents that are not there were left out.", self->n_stray),
                 self->n_stray);
  if (self->n_projects > 1)
    gs_qda_remark (self->qda, self->n_projects,
                   ngettext ("%u project became one workspace.", "%u projects became one workspace.", self->n_projects),
                   self->n_projects);
  gs_qda_remark (self->qda, memos,
                 ngettext ("%u memo of the whole project was left out.", "%u memos of whole projects were left out.",
                           memos),
                 memos);

  return TRUE;
}

/**
 * gs_taguette_gather:
 * @database: a database of Taguette
 * @qda: gets what stands in it
 *
 * Returns: whether it could be read
 */
gboolean
gs_taguette_gather (GsDbForeign *database, GsQda *qda, GError **error)
{
  Project self = { .qda = qda };
  gboolean done;

  self.articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, article_free);
  self.tags = gs_qda_rows_new ();
  self.paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.highlights = gs_qda_rows_new ();
  done = read_tables (&self, database, error) && remark_all (&self, database, error);

  g_hash_table_unref (self.highlights);
  g_hash_table_unref (self.paths);
  g_hash_table_unref (self.tags);
  g_hash_table_unref (self.articles);

  return done;
}
