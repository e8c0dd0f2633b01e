/* gs-report-catalogue.c: what claims refer to, by UUID.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report-catalogue.h"

#include <string.h>

#include "gs-report-private.h"

/* How many code points of its text stand for the title of an article. */
#define TITLE_LENGTH 80

typedef struct
{
  GPtrArray *list; /* owns the records */
  GHashTable *by_uuid;
} Shelf;

struct _GsReportCatalogue
{
  Shelf *shelves; /* one for each of gs_workspace_types */
};

/**
 * gs_report_catalogue_new:
 *
 * Returns: (transfer full): an empty catalogue
 */
GsReportCatalogue *
gs_report_catalogue_new (void)
{
  GsReportCatalogue *self = g_new0 (GsReportCatalogue, 1);

  self->shelves = g_new0 (Shelf, gs_n_workspace_types);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      self->shelves[i].list = gs_record_array_new (gs_workspace_types[i]);
      self->shelves[i].by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
    }

  return self;
}

/**
 * gs_report_catalogue_free:
 * @self: (transfer full): a catalogue
 */
void
gs_report_catalogue_free (GsReportCatalogue *self)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      g_hash_table_unref (self->shelves[i].by_uuid);
      g_ptr_array_unref (self->shelves[i].list);
    }
  g_free (self->shelves);
  g_free (self);
}

static char *
first_words (const char *text)
{
  const char *start = text != NULL ? text + strspn (text, " \t\r\n") : "";
  gsize line = strcspn (start, "\r\n");
  g_autofree char *words = g_strndup (start, line);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (words, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&words);

  cut = g_utf8_substring (words, 0, TITLE_LENGTH - 1);

  return g_strconcat (cut, "…", NULL);
}

/* The big fields are left where they are. */
static GsArticleRecord *
copy_article (const GsArticleRecord *article)
{
  g_autoptr (GPtrArray) no_zones = gs_record_array_new (&gs_zone_type);
  GsArticleRecord light = *article;
  GsArticleRecord *copy;

  light.text = NULL;
  light.original = NULL;
  light.zones = no_zones;
  copy = gs_record_copy (&gs_article_type, &light);
  if (copy->title == NULL || *copy->title == '\0')
    {
      g_free (copy->title);
      copy->title = first_words (article->text);
    }

  return copy;
}

/**
 * gs_report_catalogue_add:
 * @self: a catalogue
 * @type: type of @record
 * @record: copied, unless it is a claim or a link
 *
 * An article without a title gets the first words of its text as one.
 */
void
gs_report_catalogue_add (GsReportCatalogue *self, const GsRecordType *type, gconstpointer record)
{
  Shelf *shelf = &self->shelves[gs_report_section_of (type)];
  gpointer copy;

  if (type == &gs_claim_type || type == &gs_link_type)
    return;

  copy = type == &gs_article_type ? copy_article (record) : gs_record_copy (type, record);
  g_ptr_array_add (shelf->list, copy);
  /* The UUID comes first in every record. */
  g_hash_table_insert (shelf->by_uuid, ((GsAnnotatorRecord *) copy)->uuid, copy);
}

/**
 * gs_report_catalogue_get:
 * @self: a catalogue
 * @type: type of the record
 * @uuid: (nullable): its UUID
 *
 * Returns: (transfer none) (nullable): the record, %NULL where there is none
 */
gpointer
gs_report_catalogue_get (GsReportCatalogue *self, const GsRecordType *type, const char *uuid)
{
  return uuid != NULL ? g_hash_table_lookup (self->shelves[gs_report_section_of (type)].by_uuid, uuid) : NULL;
}

/**
 * gs_report_catalogue_list:
 * @self: a catalogue
 * @type: type of the records
 *
 * Returns: (transfer none): the records, in the order in which they came
 */
GPtrArray *
gs_report_catalogue_list (GsReportCatalogue *self, const GsRecordType *type)
{
  return self->shelves[gs_report_section_of (type)].list;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * gs_report_catalogue_question:
 * @self: a catalogue
 * @uuid: (nullable): of a question
 *
 * Returns: (transfer none): its text, "" when there is none
 */
const char *
gs_report_catalogue_question (GsReportCatalogue *self, const char *uuid)
{
  const GsQuestionRecord *question = gs_report_catalogue_get (self, &gs_question_type, uuid);

  return or_nothing (question != NULL ? question->text : NULL);
}

/**
 * gs_report_catalogue_source:
 * @self: a catalogue
 * @uuid: (nullable): of a source
 *
 * Returns: (transfer none): its name, "" when there is none
 */
const char *
gs_report_catalogue_source (GsReportCatalogue *self, const char *uuid)
{
  const GsSourceRecord *source = gs_report_catalogue_get (self, &gs_source_type, uuid);

  return or_nothing (source != NULL ? source->name : NULL);
}

/**
 * gs_report_catalogue_title:
 * @self: a catalogue
 * @article: (nullable): UUID of an article
 *
 * Returns: (transfer none): its title, "" when there is none
 */
const char *
gs_report_catalogue_title (GsReportCatalogue *self, const char *article)
{
  const GsArticleRecord *record = gs_report_catalogue_get (self, &gs_article_type, article);

  return or_nothing (record != NULL ? record->title : NULL);
}

/**
 * gs_report_catalogue_tag_path:
 * @self: a catalogue
 * @uuid: (nullable): of a tag
 *
 * Returns: (transfer full): its path, "object/drone"; "" when there is none. Tags that
 *   go in circles are cut off.
 */
char *
gs_report_catalogue_tag_path (GsReportCatalogue *self, const char *uuid)
{
  const GsTagRecord *tag = gs_report_catalogue_get (self, &gs_tag_type, uuid);
  GString *path = g_string_new (tag != NULL ? tag->name : NULL);

  /* A report that was not made here might go in circles. */
  for (guint depth = 0; tag != NULL && depth < 64; depth++)
    {
      tag = gs_report_catalogue_get (self, &gs_tag_type, tag->parent);
      if (tag != NULL)
        {
          g_string_prepend_c (path, '/');
          g_string_prepend (path, or_nothing (tag->name));
        }
    }

  return g_string_free (path, FALSE);
}

/**
 * gs_report_catalogue_chain:
 * @self: a catalogue
 * @claim: a claim
 *
 * Returns: (transfer full): names of its sources, outermost first, joined by %GS_CHAIN_ARROW, "?"
 *   for those without
 */
char *
gs_report_catalogue_chain (GsReportCatalogue *self, const GsClaimRecord *claim)
{
  GString *chain = g_string_new (NULL);

  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];
      const char *name = gs_report_catalogue_source (self, hop->source);

      if (i > 0)
        g_string_append (chain, GS_CHAIN_ARROW);
      g_string_append (chain, *name != '\0' ? name : "?");
    }

  return g_string_free (chain, FALSE);
}
