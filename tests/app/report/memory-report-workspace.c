/* memory-report-workspace.c: reports in memory into workspaces and out of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "memory-report.h"

#include <string.h>

#include "gs-records.h"

static void
tame_tag (GsTagRecord *tag, guint i)
{
  char *name = g_strdup_printf ("%s%u", tag->name != NULL ? tag->name : "", i);

  g_free (tag->name);
  tag->name = g_strdelimit (name, "/", '|');
}

static void
tame_question (GsQuestionRecord *question)
{
  for (guint i = 0; i < question->ladder->len; i++)
    g_strdelimit (question->ladder->pdata[i], "\n", ' ');
}

static void
tame_article (GsArticleRecord *article, guint i)
{
  gint64 length, last = 0;
  char *text = g_strdup_printf ("%s%u", article->text != NULL ? article->text : "", i);

  g_free (article->text);
  article->text = text;
  g_free (article->sha256);
  article->sha256 = article->original != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, article->original)
                                              : g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  length = g_utf8_strlen (text, -1);
  for (guint j = 0; j < article->zones->len; j++)
    {
      GsZoneRecord *zone = article->zones->pdata[j];

      zone->start = last;
      zone->end = last = MIN (last + 3, length);
    }

  last = 0;
  for (guint j = 0; j < article->pages->len; j++)
    {
      GsPageRecord *page = article->pages->pdata[j];

      page->start = last;
      last = MIN (last + 2, length);
    }
  for (guint j = 0; j < article->unlike->len; j++)
    g_strdelimit (article->unlike->pdata[j], "\n", ' ');
}

void
gs_memory_report_tame (GsMemoryReport *self)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; j < self->records[i]->len; j++)
        {
          if (gs_workspace_types[i] == &gs_tag_type)
            tame_tag (self->records[i]->pdata[j], j);
          else if (gs_workspace_types[i] == &gs_question_type)
            tame_question (self->records[i]->pdata[j]);
          else if (gs_workspace_types[i] == &gs_article_type)
            tame_article (self->records[i]->pdata[j], j);
        }
    }
}

GsMemoryReport *
gs_memory_report_of (GsWorkspace *workspace, const GsReportOptions *scope)
{
  GsMemoryReport *self = gs_memory_report_new ();
  g_autoptr (GError) error = NULL;

  gs_report_feed (workspace, scope, &self->parent, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_ended, ==, 1);

  return self;
}

gboolean
gs_memory_report_load (GsMemoryReport *self, GsWorkspace *workspace, GError **error)
{
  g_autoptr (GsReportSink) loader = gs_report_loader_new (workspace, "Load");

  return gs_memory_report_feed (self, loader, error);
}
