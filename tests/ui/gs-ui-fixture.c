/* gs-ui-fixture.c: a workspace in memory for tests of widgets.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-ui-fixture.h"

#include "gs-anchor.h"

const char gs_fixture_text_a[] =
  "Minister admits deliveries\n\n"
  "\xf0\x9f\x99\x82 \xe2\x80\x9cWe gave a limited number of drones months before the war,\xe2\x80\x9d the minister "
  "of Sirocco told reporters on Saturday.\n\n"
  "It was the first time that his government spoke of deliveries. Until then it had said that it took no side.\n";

const char gs_fixture_text_b[] =
  "No weapons sent, says spokesman\n\n"
  "A spokesman for the ministry denied on Monday that any drones had been delivered. \xe2\x80\x9cThese claims are "
  "baseless,\xe2\x80\x9d he said.\n";

GsWorkspace *
gs_fixture_workspace (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_workspace_set_annotator (workspace, "A. Nalyst");

  return workspace;
}

char *
gs_fixture_add_article (GsWorkspace *workspace, const char *title, const char *outlet, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = gs_record_array_new (&gs_article_type);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (int));
  GsArticleRecord *article = gs_record_append (articles, &gs_article_type);
  GsZoneRecord *zone = gs_record_append (article->zones, &gs_zone_type);
  gint64 group = 0;

  article->title = g_strdup (title);
  article->outlet = g_strdup (outlet);
  article->language = g_strdup ("en");
  article->published_lo = g_strdup ("2022-11-05");
  article->published_hi = g_strdup ("2022-11-05");
  article->text = g_strdup (text);
  article->media_type = g_strdup ("text/plain");
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  zone->kind = GS_ZONE_TITLE;
  zone->end = g_utf8_strlen (title, -1);

  gs_workspace_store_articles (workspace, "Import", articles, results, uuids, &group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uuids->len, ==, 1);

  return g_strdup (uuids->pdata[0]);
}

static GPtrArray *
one_name (const char *name)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (name != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

char *
gs_fixture_add_claim (GsWorkspace *workspace,
                      const char *article,
                      const char *quote,
                      const char *summary,
                      int stance,
                      const char *question,
                      const char *source,
                      const char *tag)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) record = gs_workspace_load (workspace, &gs_article_type, article, &error);
  g_autoptr (GsText) text = NULL;
  g_autoptr (GsClaimDraft) draft = g_new0 (GsClaimDraft, 1);
  g_autoptr (GsAction) action = NULL;
  char *uuid = NULL;

  g_assert_no_error (error);
  text = gs_text_new (record->text);
  draft->article = g_strdup (article);
  draft->start = gs_anchor_find (text, quote, 1);
  g_assert_cmpint (draft->start, >=, 0);
  draft->end = draft->start + g_utf8_strlen (quote, -1);
  draft->summary = g_strdup (summary);
  draft->stance = stance;
  draft->question = g_strdup (question);
  draft->tags = one_name (tag);
  draft->sources = one_name (source);
  action = gs_claim_draft_to_action (workspace, draft, &uuid, &error);
  g_assert_no_error (error);
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);

  return uuid;
}
