/* naughty-report.c: a report of everything that breaks writers, in known numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "naughty-report.h"

#include <string.h>

#include "gs-anchor.h"
#include "gs-records.h"

#define NOTE_BYTES (100 * 1024)
#define INSTANT "2026-01-05T10:00:00.000Z"

#define N_UNTAGGED 5
#define N_SOURCELESS 4
#define N_ORPHANED 3
#define N_DISMISSED 2

enum
{
  ANNOTATORS,
  TAGS,
  SOURCES,
  QUESTIONS,
  ARTICLES,
  CLAIMS,
  LINKS,
};

static char *
uuid_of (guint section, guint i)
{
  return g_strdup_printf ("0%x000000-0000-4000-8000-%012x", 6 + section, i + 1);
}

static gpointer
append (GsMemoryReport *self, guint section)
{
  GsHeadRecord *head = gs_record_append (self->records[section], gs_workspace_types[section]);

  head->uuid = uuid_of (section, self->records[section]->len - 1);
  if (section == ANNOTATORS)
    return head;

  head->author = uuid_of (ANNOTATORS, 0);
  head->modified_by = uuid_of (ANNOTATORS, 0);
  head->created = g_strdup (INSTANT);
  head->modified = g_strdup (INSTANT);

  return head;
}

/* Whether a span can stand on it. */
static gboolean
is_visible (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

static char *
long_note (void)
{
  g_autoptr (GString) note = g_string_new (NULL);

  while (note->len < NOTE_BYTES)
    {
      for (guint i = 0; gs_naughty_texts[i] != NULL; i++)
        g_string_append (note, gs_naughty_texts[i]);
    }

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
add_names (GsMemoryReport *self)
{
  GsAnnotatorRecord *annotator = append (self, ANNOTATORS);

  annotator->name = g_strdup ("Ada & <b>\"Bob\"</b> ]]> \u202eleft");
  for (guint i = 0; gs_naughty_texts[i] != NULL; i++)
    {
      GsTagRecord *tag = append (self, TAGS);
      GsSourceRecord *source = append (self, SOURCES);
      GsQuestionRecord *question = append (self, QUESTIONS);

      tag->name = g_strdelimit (g_strdup_printf ("%s %u", gs_naughty_texts[i], i), "/", '|');
      tag->parent = i > 0 && i % 3 == 0 ? uuid_of (TAGS, i - 1) : NULL;
      tag->description = g_strdup (gs_naughty_texts[i]);
      source->name = g_strdup_printf ("%s %u", gs_naughty_texts[i], i);
      source->note = g_strdup (gs_naughty_texts[i]);
      question->text = g_strdup_printf ("%u %s?", i, gs_naughty_texts[i]);
    }
}

static GsArticleRecord *
add_article (GsMemoryReport *self, const char *text)
{
  GsArticleRecord *article = append (self, ARTICLES);

  article->title = g_strdup ("\U0001f6a2 <title> & ]]> e\u0301");
  article->outlet = g_strdup ("\u05e9\u05dc\u05d5\u05dd \001\002 & Sons");
  article->byline = g_strdup ("]]><script>");
  article->url = g_strdup ("http://example.org/a b?<&\"\U0001f600>");
  article->language = g_strdup ("en");
  article->text = g_strdup (text);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return article;
}

static GsClaimRecord *
add_claim (GsMemoryReport *self, guint article, guint i)
{
  GsClaimRecord *claim = append (self, CLAIMS);
  GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);

  claim->article = uuid_of (ARTICLES, article);
  claim->question = uuid_of (QUESTIONS, i);
  claim->summary = g_strdup (gs_naughty_texts[i]);
  claim->value = g_strdup (gs_naughty_texts[i]);
  claim->note = i % 8 == 7 ? long_note () : g_strdup (gs_naughty_texts[i]);
  hop->source = uuid_of (SOURCES, i);
  hop->cue = g_strdup (gs_naughty_texts[i]);
  g_ptr_array_add (claim->tags, uuid_of (TAGS, i));

  return claim;
}

/* @exact stands in the text, or nowhere at all. */
static void
add_span (GsClaimRecord *claim, const GsText *text, const char *exact, guint i)
{
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);
  const char *at = strstr (gs_text_get (text), exact);

  span->uuid = g_strdup_printf ("0f000000-0000-4000-8000-%012x", i + 1);
  span->exact = g_strdup (exact);
  if (at == NULL)
    {
      span->orphaned = TRUE;
      span->end = 9;
      return;
    }
  span->start = gs_text_from_byte (text, (gsize) (at - gs_text_get (text)));
  span->end = span->start + g_utf8_strlen (exact, -1);
  g_clear_pointer (&span->exact, g_free);
  g_assert_true (gs_anchor_describe (text, span));
}

static char *
text_of_all (void)
{
  g_autoptr (GString) text = g_string_new ("\U0001f469\u200d\U0001f692\U0001f6a2 ");

  for (guint i = 0; gs_naughty_texts[i] != NULL; i++)
    g_string_append_printf (text, "[%u] \U0001f600 %s;\r\n", i, gs_naughty_texts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_naughty (GsMemoryReport *self, GsNaughtyCounts *counts)
{
  g_autofree char *all = text_of_all ();
  g_autoptr (GsText) text = gs_text_new (all);

  add_article (self, all);
  for (guint i = 0; gs_naughty_texts[i] != NULL; i++)
    {
      if (is_visible (gs_naughty_texts[i]))
        add_span (add_claim (self, 0, i), text, gs_naughty_texts[i], counts->spans++);
    }
}

/* What nobody has finished, and what was lost. */
static void
add_unfinished (GsMemoryReport *self, GsNaughtyCounts *counts)
{
  g_autoptr (GsText) text = gs_text_new ("\U0001f600 Nothing to see here.");

  add_article (self, gs_text_get (text));
  for (guint i = 0; i < N_UNTAGGED; i++)
    {
      GsClaimRecord *claim = add_claim (self, 1, i);

      g_ptr_array_set_size (claim->tags, 0);
      add_span (claim, text, "Nothing", counts->spans++);
    }
  for (guint i = 0; i < N_SOURCELESS; i++)
    {
      GsClaimRecord *claim = add_claim (self, 1, i);

      /* A list of records does not free what it lets go. */
      gs_record_free (&gs_hop_type, g_ptr_array_steal_index (claim->hops, 0));
      add_span (claim, text, "to see", counts->spans++);
    }
  for (guint i = 0; i < N_ORPHANED; i++)
    add_span (add_claim (self, 1, i), text, "\U0001f600 gone & <lost> ]]>", counts->spans++);
}

static void
add_links (GsMemoryReport *self)
{
  for (guint i = 0; gs_naughty_texts[i] != NULL; i++)
    {
      GsLinkRecord *link = append (self, LINKS);

      link->a = uuid_of (CLAIMS, i % self->records[CLAIMS]->len);
      link->b = uuid_of (CLAIMS, (i + 1) % self->records[CLAIMS]->len);
      link->kind = GS_LINK_CONTRADICTS;
      link->verdict = i < N_DISMISSED ? GS_VERDICT_DISMISSED : GS_VERDICT_UNDECIDED;
      link->reason = g_strdup (gs_naughty_texts[i]);
      link->explanation = g_strdup (gs_naughty_texts[i]);
    }
}

GsMemoryReport *
gs_naughty_report_new (GsNaughtyCounts *counts)
{
  GsMemoryReport *self = gs_memory_report_new ();

  *counts = (GsNaughtyCounts){
    .untagged = N_UNTAGGED, .sourceless = N_SOURCELESS, .orphaned = N_ORPHANED, .dismissed = N_DISMISSED
  };
  self->title = g_strdup ("\U0001f600 & < ]]> \"\u202e");
  self->workspace = g_strdup ("0d000000-0000-4000-8000-000000000001");
  add_names (self);
  add_naughty (self, counts);
  add_unfinished (self, counts);
  add_links (self);
  counts->articles = self->records[ARTICLES]->len;
  counts->tags = self->records[TAGS]->len;
  counts->claims = self->records[CLAIMS]->len;
  counts->links = self->records[LINKS]->len;

  return self;
}

GsWorkspace *
gs_naughty_workspace_new (GsNaughtyCounts *counts)
{
  g_autoptr (GsMemoryReport) report = gs_naughty_report_new (counts);
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_memory_report_load (report, workspace, &error);
  g_assert_no_error (error);

  return workspace;
}
