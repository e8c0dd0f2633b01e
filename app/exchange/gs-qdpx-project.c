/* gs-qdpx-project.c: a REFI-QDA project as our records.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes become tags, texts become articles, a coded place becomes a claim with
 * that span and those tags. In a project that Gainsay wrote, notes are claims,
 * cases are sources, sets are questions and variables are what is known of an
 * article, so that it comes back whole.
 */

#include "config.h"

#include "gs-qdpx-project.h"

#include <string.h>

#include "gs-gettext.h"
#include "gs-field-text.h"
#include "gs-qdpx-project-private.h"
#include "gs-report-private.h"

/* @guid: (nullable). NULL when nothing of that type has it. */
gpointer
gs_qdpx_find (GsQdpxProject *self, const GsRecordType *type, const char *guid)
{
  return guid != NULL ? g_hash_table_lookup (self->records[gs_report_section_of (type)], guid) : NULL;
}

/* The first of two things with one guid has it. */
static void
remember (GsQdpxProject *self, const GsRecordType *type, char *guid, gpointer record)
{
  if (guid != NULL && gs_qdpx_find (self, type, guid) == NULL)
    g_hash_table_insert (self->records[gs_report_section_of (type)], guid, record);
}

void
gs_qdpx_complete (GsQdpxProject *self, GsHeadRecord *record, const GsQdeHead *head)
{
  const GsAnnotatorRecord *author = gs_qdpx_find (self, &gs_annotator_type, head->user);
  const GsAnnotatorRecord *editor = gs_qdpx_find (self, &gs_annotator_type, head->modifier);

  record->author = author != NULL ? g_strdup (author->uuid) : NULL;
  record->modified_by = editor != NULL ? g_strdup (editor->uuid) : NULL;
  record->created = gs_qda_instant (head->created);
  record->modified = gs_qda_instant (head->modified);
}

gpointer
gs_qdpx_add_record (GsQdpxProject *self, const GsRecordType *type, GsQdeHead *head)
{
  gpointer record = gs_qda_add (self->qda, type, head->guid);

  remember (self, type, head->guid, record);

  return record;
}

/* The text of a note: in the project, or in a file of the archive.
 * (transfer full) (nullable) */
char *
gs_qdpx_read_text (GsQdpxProject *self, const GsQdeText *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  GBytes *part;
  const char *data;
  gsize length;

  if (text->content != NULL)
    return g_strdup (text->content);
  if (text->path == NULL || !g_str_has_prefix (text->path, "internal://") || self->parts == NULL)
    return NULL;

  lower = g_strconcat ("sources/", text->path + strlen ("internal://"), NULL);
  upper = g_strconcat ("Sources/", text->path + strlen ("internal://"), NULL);
  part = g_hash_table_lookup (self->parts, lower);
  part = part != NULL ? part : g_hash_table_lookup (self->parts, upper);
  if (part == NULL)
    return NULL;

  data = g_bytes_get_data (part, &length);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  return g_utf8_validate_len (data != NULL ? data : "", length, NULL) ? g_strndup (data != NULL ? data : "", length)
                                                                      : NULL;
}

/* What a note of another program says. (transfer full) (nullable) */
static char *
take_note (GsQdpxProject *self, const char *guid)
{
  GsQdeText *note = g_hash_table_lookup (self->notes, guid);
  g_autofree char *text = note != NULL ? gs_qdpx_read_text (self, note) : NULL;

  if (note == NULL)
    return NULL;

  g_hash_table_add (self->used, note);
  if (text == NULL || *text == '\0')
    return g_strdup (note->description != NULL ? note->description : note->head.name);

  return g_steal_pointer (&text);
}

static void
add_notes (GsQdpxProject *self, char **place, const GPtrArray *guids)
{
  for (guint i = 0; i < guids->len; i++)
    {
      g_autofree char *text = take_note (self, guids->pdata[i]);

      gs_qda_add_note (place, text);
    }
}

/* Users, codes ------------------------------------------------------------------------ */

static void
build_users (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->users->len; i++)
    {
      GsQdeHead *user = self->qde->users->pdata[i];
      GsAnnotatorRecord *annotator = gs_qdpx_add_record (self, &gs_annotator_type, user);

      annotator->name = g_strdup (user->name != NULL && *user->name != '\0' ? user->name : "?");
    }
}

static void
build_codes (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->codes->len; i++)
    {
      GsQdeCode *code = self->qde->codes->pdata[i];
      GsTagRecord *tag = gs_qdpx_add_record (self, &gs_tag_type, &code->head);
      const GsTagRecord *parent = gs_qdpx_find (self, &gs_tag_type, code->parent);

      tag->name = gs_qda_tag_name (code->head.name);
      tag->parent = parent != NULL && parent != tag ? g_strdup (parent->uuid) : NULL;
      tag->colour = gs_qda_colour (code->colour);
      tag->description = g_strdup (code->description);
      add_notes (self, &tag->description, code->notes);
    }
}

/* Texts -------------------------------------------------------------------------------- */

const char *
gs_qdpx_variable_name (GsQdpxProject *self, const GsQdeValue *value)
{
  const GsQdeHead *variable = value->variable != NULL ? g_hash_table_lookup (self->variables, value->variable) : NULL;

  return variable != NULL && variable->name != NULL ? variable->name : NULL;
}

static gboolean
set_field (GsArticleRecord *article, const GsField *field, const char *text)
{
  if (field->kind == GS_FIELD_TEXT)
    g_clear_pointer (GS_FIELD_PTR (field, article, char *), g_free);

  return gs_field_from_text (field, article, text, NULL);
}

static void
take_values (GsQdpxProject *self, GsArticleRecord *article, const GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const GsQdeValue *value = values->pdata[i];
      const char *name = gs_qdpx_variable_name (self, value);
      const GsField *field = name != NULL ? gs_record_type_find_field (&gs_article_type, name) : NULL;
      g_autofree char *line = NULL;

      if (name == NULL || value->text == NULL || *value->text == '\0')
        continue;
      if (self->ours && field != NULL && gs_qda_is_variable (field) && set_field (article, field, value->text))
        continue;
      line = g_strdup_printf ("%s: %s", name, value->text);
      gs_qda_add_note (&article->note, line);
    }
}

static GsArticleRecord *
build_article (GsQdpxProject *self, GsQdeText *text, const char *content)
{
  GsArticleRecord *article = gs_qda_add_article (self->qda, text->head.guid, text->head.name, content);

  remember (self, &gs_article_type, text->head.guid, article);
  gs_qdpx_complete (self, (GsHeadRecord *) article, &text->head);
  if (self->ours)
    article->url = g_strdup (text->description);
  else
    gs_qda_add_note (&article->note, text->description);
  take_values (self, article, text->values);

  return article;
}

/* Claims ------------------------------------------------------------------------------- */

void
gs_qdpx_add_tags (GsQdpxProject *self, GsClaimRecord *claim, const GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const GsTagRecord *tag = gs_qdpx_find (self, &gs_tag_type, codes->pdata[i]);

      if (tag != NULL && !g_ptr_array_find_with_equal_func (claim->tags, tag->uuid, g_str_equal, NULL))
        g_ptr_array_add (claim->tags, g_strdup (tag->uuid));
    }
}

/* The claim that a selection belongs to: that of its note, in a project of ours. */
static GsClaimRecord *
claim_of_selection (GsQdpxProject *self, const GsQdeSelection *selection)
{
  for (guint i = 0; self->ours && i < selection->notes->len; i++)
    {
      GsClaimRecord *claim = gs_qdpx_find (self, &gs_claim_type, selection->notes->pdata[i]);

      if (claim != NULL)
        return claim;
    }

  return NULL;
}

static GsClaimRecord *
new_claim (GsQdpxProject *self, GsQdeHead *head, const char *article)
{
  g_autofree char *uuid = gs_qda_uuid ("claim", head->guid != NULL ? head->guid : "", NULL);
  GsClaimRecord *claim = gs_qda_add (self->qda, &gs_claim_type, uuid);

  remember (self, &gs_claim_type, head->guid, claim);
  gs_qdpx_complete (self, (GsHeadRecord *) claim, head);
  claim->article = g_strdup (article);

  return claim;
}

static void
add_span (GsQdpxProject *self, GsClaimRecord *claim, const GsQdeSelection *selection, const GsText *text)
{
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);
  gint64 start = gs_qdpx_units_convert (&self->units, text, selection->start);
  gint64 end = gs_qdpx_units_convert (&self->units, text, selection->end);

  g_free (span->uuid);
  span->uuid = selection->head.guid != NULL && g_uuid_string_is_valid (selection->head.guid)
                 ? g_strdup (selection->head.guid)
                 : gs_qda_uuid ("span", claim->uuid, NULL);
  if (self->ours && selection->description != NULL)
    (void) gs_word_from_nick (&gs_span_roles, selection->description, &span->role);
  if (!gs_qda_place (span, text, start, end, NULL))
    self->n_places++;
}

static void
build_selection (GsQdpxProject *self, GsQdeSelection *selection, const GsArticleRecord *article, const GsText *text)
{
  GsClaimRecord *claim = claim_of_selection (self, selection);

  if (claim == NULL)
    {
      claim = new_claim (self, &selection->head, article->uuid);
      add_notes (self, &claim->note, selection->notes);
      gs_qda_add_note (&claim->note, selection->description);
    }
  else if (claim->article == NULL)
    claim->article = g_strdup (article->uuid);

  gs_qdpx_add_tags (self, claim, selection->codes);
  add_span (self, claim, selection, text);
}

/* A text that is coded or noted as a whole. */
static void
build_whole (GsQdpxProject *self, GsQdeText *text, GsArticleRecord *article)
{
  if (self->ours)
    {
      for (guint i = 0; i < text->notes->len; i++)
        {
          GsClaimRecord *claim = gs_qdpx_find (self, &gs_claim_type, text->notes->pdata[i]);

          if (claim != NULL && claim->article == NULL)
            claim->article = g_strdup (article->uuid);
        }
    }
  else
    add_notes (self, &article->note, text->notes);

  if (text->codes->len > 0)
    gs_qdpx_add_tags (self, new_claim (self, &text->head, article->uuid), text->codes);
}

static void
build_texts (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->texts->len; i++)
    {
      GsQdeText *text = self->qde->texts->pdata[i];
      g_autofree char *content = gs_qdpx_read_text (self, text);
      g_autofree char *plain = content != NULL ? gs_qdpx_units_text (&self->units, content) : NULL;
      g_autoptr (GsText) places = plain != NULL ? gs_text_new (plain) : NULL;
      GsArticleRecord *article;

      if (plain == NULL)
        {
          self->n_unread++;
          continue;
        }
      article = build_article (self, text, plain);
      build_whole (self, text, article);
      for (guint j = 0; j < text->selections->len; j++)
        build_selection (self, text->selections->pdata[j], article, places);
    }
}

/* Links -------------------------------------------------------------------------------- */

/* "contradicts, confirmed, reason", as we write it, or a relation's name. */
static gboolean
take_link_name (GsLinkRecord *link, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", ", ", 3);
  g_autofree char *kind = parts[0] != NULL ? g_ascii_strdown (parts[0], -1) : g_strdup ("");

  g_strdelimit (kind, " _", '-');
  if (!gs_word_from_nick (&gs_link_kinds, kind, &link->kind))
    return FALSE;

  if (parts[1] != NULL && gs_word_from_nick (&gs_verdicts, parts[1], &link->verdict))
    link->reason = g_strdup (parts[2]);

  return TRUE;
}

static void
build_links (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->links->len; i++)
    {
      GsQdeLink *from = self->qde->links->pdata[i];
      const GsClaimRecord *a = gs_qdpx_find (self, &gs_claim_type, from->origin);
      const GsClaimRecord *b = gs_qdpx_find (self, &gs_claim_type, from->target);
      GsLinkRecord *link = gs_record_new (&gs_link_type);

      if (a == NULL || b == NULL || (a == b && !self->ours) || !take_link_name (link, from->head.name))
        self->n_links++;
      else
        {
          GsLinkRecord *kept = gs_qdpx_add_record (self, &gs_link_type, &from->head);

          kept->kind = link->kind;
          kept->verdict = link->verdict;
          kept->reason = g_strdup (link->reason);
          kept->a = g_strdup (a->uuid);
          kept->b = g_strdup (b->uuid);
        }
      gs_link_record_free (link);
    }
}

/* All of it ---------------------------------------------------------------------------- */

static void
remark_all (GsQdpxProject *self)
{
  const GsQde *qde = self->qde;
  guint notes = qde->notes->len - g_hash_table_size (self->used);

  gs_qda_remark (self->qda, self->n_unread,
                 ngettext ("%u text was left out: it is missing or not UTF-8.",
                           "%u texts were left out: they are missing or not UTF-8.", self->n_unread),
                 self->n_unread);
  gs_qda_remark_lost (self->qda, self->n_places);
  gs_qda_remark (self->qda, qde->n_media,
                 ngettext ("%u picture or recording was left out.", "%u pictures or recordings were left out.",
                           qde->n_media),
                 qde->n_media);
  gs_qda_remark (self->qda, qde->n_areas,
                 ngettext ("%u coded area of a page, picture or recording was left out.",
                           "%u coded areas of pages, pictures or recordings were left out.", qde->n_areas),
                 qde->n_areas);
  gs_qda_remark (self->qda, notes,
                 ngettext ("%u note that belongs to nothing was left out.",
                           "%u notes that belong to nothing were left out.", notes),
                 notes);
  gs_qda_remark (self->qda, self->n_links,
                 ngettext ("%u link was left out: it does not join two coded places, or its kind is not one of ours.",
                           "%u links were left out: they do not join two coded places, or their kind is not one of "
                           "ours.",
                           self->n_links),
                 self->n_links);
  gs_qda_remark (self->qda, qde->n_graphs,
                 ngettext ("%u diagram was left out.", "%u diagrams were left out.", qde->n_graphs), qde->n_graphs);
  if (self->ours)
    return;
  gs_qda_remark (self->qda, qde->cases->len,
                 ngettext ("%u case was left out.", "%u cases were left out.", qde->cases->len), qde->cases->len);
  gs_qda_remark (self->qda, qde->sets->len, ngettext ("%u set was left out.", "%u sets were left out.", qde->sets->len),
                 qde->sets->len);
}

static void
index_project (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->notes->len; i++)
    {
      GsQdeText *note = self->qde->notes->pdata[i];

      if (note->head.guid != NULL)
        g_hash_table_insert (self->notes, note->head.guid, note);
    }
  for (guint i = 0; i < self->qde->variables->len; i++)
    {
      GsQdeHead *variable = self->qde->variables->pdata[i];

      if (variable->guid != NULL)
        g_hash_table_insert (self->variables, variable->guid, variable);
    }
}

static void
detect_units (GsQdpxProject *self)
{
  if (!self->ours)
    {
      gs_qdpx_units_init (&self->units, self->qde->origin);
      for (guint i = 0; i < self->qde->texts->len; i++)
        {
          g_autofree char *content = gs_qdpx_read_text (self, self->qde->texts->pdata[i]);

          if (content != NULL)
            gs_qdpx_units_look (&self->units, self->qde->texts->pdata[i], content);
        }
    }
  gs_qdpx_units_decide (&self->units);
}

/**
 * gs_qdpx_project_feed:
 * @qde: what stands in project.qde, or in a code book
 * @parts: (nullable) (element-type utf8 GBytes): of the archive, by name
 * @sink: what takes the records
 *
 * Returns: whether all was fed
 */
gboolean
gs_qdpx_project_feed (GsQde *qde, GHashTable *parts, GsReportSink *sink, GError **error)
{
  g_autoptr (GsQda) qda = gs_qda_new ();
  GsQdpxProject self = { .qda = qda, .qde = qde, .parts = parts };
  gboolean fed;

  self.ours = g_strcmp0 (qde->origin, "Gainsay") == 0;
  self.notes = g_hash_table_new (g_str_hash, g_str_equal);
  self.used = g_hash_table_new (NULL, NULL);
  self.variables = g_hash_table_new (g_str_hash, g_str_equal);
  self.records = g_new (GHashTable *, gs_n_workspace_types);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    self.records[i] = g_hash_table_new (g_str_hash, g_str_equal);
  qda->title = g_strdup (qde->name);

  index_project (&self);
  detect_units (&self);
  build_users (&self);
  build_codes (&self);
  if (self.ours)
    gs_qdpx_build_own (&self);
  build_texts (&self);
  build_links (&self);
  remark_all (&self);
  fed = gs_qda_feed (qda, sink, error);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_hash_table_unref (self.records[i]);
  g_free (self.records);
  g_hash_table_unref (self.variables);
  g_hash_table_unref (self.used);
  g_hash_table_unref (self.notes);

  return fed;
}
