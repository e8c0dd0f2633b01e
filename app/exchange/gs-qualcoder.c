/* gs-qualcoder.c: projects of QualCoder.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of theirs is one code on one place by one coder; the codes that a
 * coder gave to the same place make one claim. Offsets count what the version
 * and the text made them count, UTF-16 units where there are emoji, so each is
 * believed where the coded words stand.
 */

#include "config.h"

#include "gs-qda-database.h"

#include <string.h>

#include "gs-gettext.h"

typedef struct
{
  GsArticleRecord *record;
  GsText *text;
  gboolean utf16; /* a place of it says so */
} Article;

typedef struct
{
  GsDbForeign *database;
  GsQda *qda;
  GHashTable *articles;   /* id of a source → Article, owned */
  GHashTable *categories; /* catid → GsTagRecord */
  GHashTable *codes;      /* cid → GsTagRecord */
  GHashTable *places;     /* "fid pos0 pos1 owner" → GsClaimRecord */
  guint n_media;
  guint n_lost;
  guint n_stray; /* codings of what is not there */
  guint n_important;
  guint n_case_values;
} Project;

static void
article_free (gpointer data)
{
  Article *article = data;

  gs_text_free (article->text);
  g_free (article);
}

static void
insert (GHashTable *rows, gint64 id, gpointer value)
{
  g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), value);
}

static gpointer
lookup (GHashTable *rows, const char *text)
{
  gint64 id = gs_qda_number (text);

  return g_hash_table_lookup (rows, &id);
}

static void
complete (Project *self, GsHeadRecord *head, const char *owner, const char *date)
{
  if (head->author == NULL)
    head->author = g_strdup (gs_qda_annotator (self->qda, owner));
  if (head->created == NULL)
    head->created = gs_qda_instant (date);
}

/* Sources ----------------------------------------------------------------------------- */

static gboolean
source_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  const char *text = values[2];
  Article *article;

  if (text == NULL || *text == '\0')
    {
      self->n_media++;
      return TRUE;
    }

  article = g_new0 (Article, 1);
  article->record = gs_qda_add_article (self->qda, NULL, values[1], text);
  article->text = gs_text_new (text);
  article->record->path = g_strdup (values[1]);
  gs_qda_add_note (&article->record->note, values[3]);
  complete (self, (GsHeadRecord *) article->record, values[4], values[5]);
  insert (self->articles, gs_qda_number (values[0]), article);

  return TRUE;
}

static gboolean
attribute_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  Article *article = g_strcmp0 (values[2], "file") == 0 ? lookup (self->articles, values[4]) : NULL;
  g_autofree char *line = NULL;

  if (values[3] == NULL || *values[3] == '\0')
    return TRUE;
  if (article == NULL)
    {
      self->n_case_values++;
      return TRUE;
    }

  line = g_strdup_printf ("%s: %s", values[1] != NULL ? values[1] : "?", values[3]);
  gs_qda_add_note (&article->record->note, line);

  return TRUE;
}

/* Codes ------------------------------------------------------------------------------- */

static GsTagRecord *
add_tag (Project *self, const char *kind, const char *const *values)
{
  g_autofree char *uuid = gs_qda_uuid ("qualcoder", kind, values[1] != NULL ? values[1] : "", NULL);
  GsTagRecord *tag = gs_qda_add (self->qda, &gs_tag_type, uuid);

  tag->name = gs_qda_tag_name (values[1]);
  tag->description = values[2] != NULL && *values[2] != '\0' ? g_strdup (values[2]) : NULL;
  complete (self, (GsHeadRecord *) tag, values[4], values[5]);

  return tag;
}

static gboolean
category_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;

  insert (self->categories, gs_qda_number (values[0]), add_tag (self, "category", values));

  return TRUE;
}

/* A category may come before the one it is in. */
static gboolean
nest_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  GsTagRecord *tag = lookup (self->categories, values[0]);
  const GsTagRecord *parent = lookup (self->categories, values[3]);

  if (tag != NULL && parent != NULL && parent != tag && tag->parent == NULL)
    tag->parent = g_strdup (parent->uuid);

  return TRUE;
}

static gboolean
code_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  GsTagRecord *tag = add_tag (self, "code", values);
  const GsTagRecord *parent = lookup (self->categories, values[3]);

  tag->parent = parent != NULL ? g_strdup (parent->uuid) : NULL;
  tag->colour = gs_qda_colour (values[6]);
  insert (self->codes, gs_qda_number (values[0]), tag);

  return TRUE;
}

/* A circle of categories has no top: one of them becomes it. */
static void
break_circles (Project *self)
{
  GPtrArray *tags = gs_qda_list (self->qda, &gs_tag_type);

  for (guint i = 0; i < tags->len; i++)
    {
      GsTagRecord *tag = tags->pdata[i];
      guint steps = 0;

      for (const GsTagRecord *at = tag; at->parent != NULL && steps <= tags->len; steps++)
        at = g_hash_table_lookup (self->qda->uuids, at->parent);
      if (steps > tags->len)
        g_clear_pointer (&tag->parent, g_free);
    }
}

/* Places ------------------------------------------------------------------------------ */

/* The claim of that coder on that place; NULL when the text is not there. */
static GsClaimRecord *
claim_at (Project *self, const char *fid, const char *pos0, const char *pos1, const char *owner, const char *quote)
{
  Article *article = lookup (self->articles, fid);
  g_autofree char *key =
    g_strjoin (" ", fid, pos0 != NULL ? pos0 : "", pos1 != NULL ? pos1 : "", owner != NULL ? owner : "", NULL);
  g_autofree char *uuid = NULL;
  g_autofree char *words = NULL;
  GsClaimRecord *claim = g_hash_table_lookup (self->places, key);
  GsSpanRecord *span;
  gint64 start[2], end[2];
  guint unit;

  if (claim != NULL || article == NULL)
    return claim;

  uuid = gs_qda_uuid ("qualcoder", article->record->sha256, key, NULL);
  claim = gs_qda_add (self->qda, &gs_claim_type, uuid);
  claim->article = g_strdup (article->record->uuid);
  g_hash_table_insert (self->places, g_steal_pointer (&key), claim);

  /* What is selected in Qt has its own signs for the ends of paragraphs. */
  if (quote != NULL && *quote != '\0')
    {
      g_auto (GStrv) lines = g_strsplit (quote, "\xe2\x80\xa9", -1);

      words = g_strjoinv ("\n", lines);
    }
  for (unit = GS_QDA_CODE_POINTS; unit <= GS_QDA_UTF16; unit++)
    {
      start[unit] = gs_qda_convert (article->text, unit, gs_qda_number (pos0));
      end[unit] = gs_qda_convert (article->text, unit, gs_qda_number (pos1));
    }
  unit = article->utf16 ? GS_QDA_UTF16 : GS_QDA_CODE_POINTS;
  if (words != NULL)
    {
      gboolean within = start[GS_QDA_UTF16] >= 0 && end[GS_QDA_UTF16] >= start[GS_QDA_UTF16]
                        && end[GS_QDA_UTF16] <= gs_text_length (article->text);
      g_autofree char *slice = within ? gs_text_slice (article->text, start[GS_QDA_UTF16], end[GS_QDA_UTF16]) : NULL;

      unit = g_strcmp0 (slice, words) == 0 ? GS_QDA_UTF16 : GS_QDA_CODE_POINTS;
      article->utf16 |= unit == GS_QDA_UTF16 && start[0] != start[1];
    }

  span = gs_record_append (claim->spans, &gs_span_type);
  g_free (span->uuid);
  span->uuid = gs_qda_uuid ("span", uuid, NULL);
  self->n_lost += !gs_qda_place (span, article->text, start[unit], end[unit], words);

  return claim;
}

static gboolean
coding_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  const GsTagRecord *tag = lookup (self->codes, values[1]);
  GsClaimRecord *claim = claim_at (self, values[2], values[4], values[5], values[6], values[3]);

  if (claim == NULL)
    {
      self->n_stray++;
      return TRUE;
    }

  complete (self, (GsHeadRecord *) claim, values[6], values[7]);
  gs_qda_add_note (&claim->note, values[8]);
  self->n_important += gs_qda_number (values[9]) > 0;
  if (tag != NULL && !g_ptr_array_find_with_equal_func (claim->tags, tag->uuid, g_str_equal, NULL))
    g_ptr_array_add (claim->tags, g_strdup (tag->uuid));

  return TRUE;
}

static gboolean
annotation_cb (const char *const *values, gpointer user_data, GError **error)
{
  Project *self = user_data;
  GsClaimRecord *claim = claim_at (self, values[1], values[2], values[3], values[5], NULL);

  if (claim == NULL)
    {
      self->n_stray++;
      return TRUE;
    }

  complete (self, (GsHeadRecord *) claim, values[5], values[6]);
  gs_qda_add_note (&claim->note, values[4]);

  return TRUE;
}

/* All of it ---------------------------------------------------------------------------- */

static gboolean
read_tables (Project *self, GError **error)
{
  static const char *const sources[] = { "id", "name", "fulltext", "memo", "owner", "date", NULL };
  static const char *const attributes[] = { "attrid", "name", "attr_type", "value", "id", NULL };
  static const char *const categories[] = { "catid", "name", "memo", "supercatid", "owner", "date", NULL };
  static const char *const codes[] = { "cid", "name", "memo", "catid", "owner", "date", "color", NULL };
  static const char *const codings[] = { "ctid",  "cid",  "fid",  "seltext",   "pos0", "pos1",
                                         "owner", "date", "memo", "important", NULL };
  static const char *const annotations[] = { "anid", "fid", "pos0", "pos1", "memo", "owner", "date", NULL };
  GsDbForeign *db = self->database;

  return gs_db_foreign_each (db, "source", sources, source_cb, self, error)
         && gs_db_foreign_each (db, "attribute", attributes, attribute_cb, self, error)
         && gs_db_foreign_each (db, "code_cat", categories, category_cb, self, error)
         && gs_db_foreign_each (db, "code_cat", categories, nest_cb, self, error)
         && gs_db_foreign_each (db, "code_name", codes, code_cb, self, error)
         && gs_db_foreign_each (db, "code_text", codings, coding_cb, self, error)
         && gs_db_foreign_each (db, "annotation", annotations, annotation_cb, self, error);
}

static gboolean
remark_all (Project *self, GError **error)
{
  guint images, recordings, journals, cases, places, memos, graphs;

  if (!gs_qda_count_rows (self->database, "code_image", &images, error)
      || !gs_qda_count_rows (self->database, "code_av", &recordings, error)
      || !gs_qda_count_rows (self->database, "journal", &journals, error)
      || !gs_qda_count_rows (self->database, "cases", &cases, error)
      || !gs_qda_count_rows (self->database, "case_text", &places, error)
      || !gs_qda_count_rows (self->database, "graph", &graphs, error)
      || !gs_qda_count_texts (self->database, "project", "memo", &memos, error))
    return FALSE;

  gs_qda_remark_lost (self->qda, self->n_lost);
  gs_qda_remark (self->qda, self->n_media,
                 ngettext ("%u source without text was left out.", "%u sources without text were left out.",
                           self->n_media),
                 self->n_media);
  gs_qda_remark (self->qda, self->n_stray,
                 ngettext ("%u coding of a source that is not there was left out.",
                           "%u codings of sources that are not there were left out.", self->n_stray),
                 self->n_stray);
  gs_qda_remark (self->qda, images + recordings,
                 ngettext ("%u coded area of a page, picture or recording was left out.",
                           "%u coded areas of pages, pictures or recordings were left out.", images + recordings),
                 images + recordings);
  gs_qda_remark (self->qda, journals,
                 ngettext ("%u journal entry was left out.", "%u journal entries were left out.", journals), journals);
  gs_qda_remark (self->qda, cases, ngettext ("%u case was left out.", "%u cases were left out.", cases), cases);
  gs_qda_remark (self->qda, places,
                 ngettext ("%u text of a case no longer belongs to it.", "%u texts of cases no longer belong to them.",
                           places),
                 places);
  gs_qda_remark (self->qda, graphs, ngettext ("%u diagram was left out.", "%u diagrams were left out.", graphs),
                 graphs);
  gs_qda_remark (self->qda, memos,
                 ngettext ("%u memo of the whole project was left out.", "%u memos of whole projects were left out.",
                           memos),
                 memos);
  gs_qda_remark (self->qda, self->n_case_values,
                 ngettext ("%u attribute of a case was left out.", "%u attributes of cases were left out.",
                           self->n_case_values),
                 self->n_case_values);
  gs_qda_remark (self->qda, self->n_important,
                 ngettext ("%u coding is no longer marked as important.",
                           "%u codings are no longer marked as important.", self->n_important),
                 self->n_important);

  return TRUE;
}

/**
 * gs_qualcoder_gather:
 * @database: data.qda of a project
 * @qda: gets what stands in it
 *
 * Returns: whether it could be read
 */
gboolean
gs_qualcoder_gather (GsDbForeign *database, GsQda *qda, GError **error)
{
  Project self = { .database = database, .qda = qda };
  gboolean done;

  self.articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, article_free);
  self.categories = gs_qda_rows_new ();
  self.codes = gs_qda_rows_new ();
  self.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = read_tables (&self, error) && remark_all (&self, error);
  break_circles (&self);

  g_hash_table_unref (self.places);
  g_hash_table_unref (self.codes);
  g_hash_table_unref (self.categories);
  g_hash_table_unref (self.articles);

  return done;
}
