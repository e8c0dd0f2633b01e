/* test-revisions.c: an updated version of an article, and the claims made from it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-anchor.h"
#include "gs-importer.h"
#include "gs-reextract.h"
#include "gs-rezone.h"
#include "gs-test.h"

#include <string.h>

#define HEAD \
  "<html><head><title>Quay</title><link rel='canonical' href='https://quay.example/ship'></head><body><article>"
#define SECOND "<p>Two dockers, who asked not to be named, said that they had unloaded about forty crates.</p>"
#define THIRD "<p>The customs office has opened an inquiry, and its chairman will speak on Friday.</p>"

static const char first[] = HEAD
  "<h1>Nobody saw the ship</h1><p>No ship came in during the night, the council said.</p>" SECOND THIRD "</article>";
static const char second[] =
  HEAD "<h1>One ship came, council admits</h1><p>One ship did come in during the night, the "
       "harbour council admitted on Tuesday.</p>" SECOND "<p>A crane was seen at work.</p>" THIRD "</article>";

typedef struct
{
  char *folder;
  GsWorkspace *workspace;
  GString *told; /* "imported a.html\n" … */
  char *article;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = gs_test_make_folder ();
  fixture->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  fixture->told = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gs_workspace_check (fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  gs_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_string_free (fixture->told, TRUE);
  g_free (fixture->article);
  gs_test_remove_folder (fixture->folder);
}

static void
result_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *name = g_path_get_basename (result->display_path);

  g_string_append_printf (fixture->told, "%s %s\n", gs_word_to_nick (&gs_import_statuses, result->status), name);
  g_free (fixture->article);
  fixture->article = g_strdup (result->article);
}

static void
import (Fixture *fixture, const char *name, const char *contents)
{
  g_autoptr (GError) error = NULL;
  GsImporter *importer = gs_importer_new (fixture->workspace);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  gs_test_write (path, contents, -1);
  gs_importer_add_path (importer, path);
  g_string_truncate (fixture->told, 0);
  g_assert_true (gs_importer_run (importer, result_cb, fixture, NULL, &error));
  g_assert_no_error (error);
  gs_importer_free (importer);
}

static GsArticleRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GsArticleRecord *article = gs_workspace_load (fixture->workspace, &gs_article_type, fixture->article, &error);

  g_assert_no_error (error);

  return article;
}

/* (transfer full): UUID of a claim that quotes @quote, its cue being @cue. */
static char *
claim (Fixture *fixture, const char *quote, const char *cue)
{
  g_autoptr (GsArticleRecord) article = load (fixture);
  g_autoptr (GsText) text = gs_text_new (article->text);
  g_autoptr (GsAction) action = gs_action_new ("Claim");
  g_autoptr (GsClaimRecord) record = gs_record_new (&gs_claim_type);
  g_autoptr (GError) error = NULL;
  GsSpanRecord *span = gs_record_append (record->spans, &gs_span_type);
  GsHopRecord *hop = gs_record_append (record->hops, &gs_hop_type);
  char *uuid;

  record->article = g_strdup (fixture->article);
  span->uuid = g_uuid_string_random ();
  span->role = GS_SPAN_QUOTE;
  span->start = gs_anchor_find (text, quote, 1);
  span->end = span->start + g_utf8_strlen (quote, -1);
  g_assert_true (gs_anchor_describe (text, span));
  hop->cue = g_strdup (cue);
  hop->cue_start = gs_anchor_find (text, cue, 1);
  hop->cue_end = hop->cue_start + g_utf8_strlen (cue, -1);
  uuid = g_strdup (gs_action_save (action, &gs_claim_type, record));
  g_assert_true (gs_workspace_perform (fixture->workspace, action, &error));
  g_assert_no_error (error);

  return uuid;
}

/* Where the claim stands, and "?" before it if that place is lost. */
static char *
place_of (Fixture *fixture, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimRecord) record = gs_workspace_load (fixture->workspace, &gs_claim_type, uuid, &error);
  g_autoptr (GsArticleRecord) article = load (fixture);
  g_autoptr (GsText) text = gs_text_new (article->text);
  const GsSpanRecord *span;
  const GsHopRecord *hop;
  g_autofree char *quote = NULL;
  g_autofree char *cue = NULL;

  g_assert_no_error (error);
  span = gs_claim_record_quote (record);
  hop = record->hops->pdata[0];
  quote = span->orphaned ? g_strconcat ("?", span->exact, NULL) : gs_text_slice (text, span->start, span->end);
  cue = gs_text_slice (text, hop->cue_start, hop->cue_end);

  return g_strconcat (quote, "|", cue, NULL);
}

static void
assert_place (Fixture *fixture, const char *uuid, const char *expected)
{
  g_autofree char *place = place_of (fixture, uuid);

  g_assert_cmpstr (place, ==, expected);
}

static gint64
count (Fixture *fixture, const GsRecordType *listing, gboolean orphaned)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  gint64 n;

  filter->orphaned = orphaned;
  n = gs_workspace_list_count (fixture->workspace, listing, filter, &error);
  g_assert_no_error (error);

  return n;
}

/* The same URL with another text is another revision: claims go where their
 * words went, or say that they are lost; undo takes all of it back. */
static void
test_updated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GsArticleRecord) before = NULL;
  g_autoptr (GsArticleRecord) after = NULL;
  g_autoptr (GsArticleRecord) undone = NULL;

  import (fixture, "a.html", first);
  g_assert_cmpstr (fixture->told->str, ==, "imported a.html\n");
  old = g_strdup (fixture->article);
  before = load (fixture);
  kept = claim (fixture, "about forty crates", "said that");
  lost = claim (fixture, "No ship came in during the night", "the council said");

  import (fixture, "b.html", second);
  g_assert_cmpstr (fixture->told->str, ==, "revised b.html\n");
  g_assert_cmpstr (fixture->article, ==, old);
  g_assert_cmpint (count (fixture, &gs_article_listing_type, FALSE), ==, 1);
  after = load (fixture);
  g_assert_cmpstr (after->title, ==, "One ship came, council admits");
  g_assert_nonnull (strstr (after->text, "harbour council admitted"));
  assert_place (fixture, kept, "about forty crates|said that");
  assert_place (fixture, lost, "?No ship came in during the night|");
  g_assert_cmpint (count (fixture, &gs_claim_listing_type, TRUE), ==, 1);

  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  undone = load (fixture);
  g_assert_true (gs_record_equal (&gs_article_type, before, undone));
  assert_place (fixture, lost, "No ship came in during the night|the council said");
  g_assert_cmpint (count (fixture, &gs_claim_listing_type, TRUE), ==, 0);
}

/* Importing both versions again changes nothing, in whatever order. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsArticleRecord) after = NULL;
  g_autoptr (GsArticleRecord) again = NULL;

  import (fixture, "a.html", first);
  import (fixture, "b.html", second);
  after = load (fixture);
  import (fixture, "a.html", first);
  g_assert_cmpstr (fixture->told->str, ==, "duplicate a.html\n");
  import (fixture, "b.html", second);
  g_assert_cmpstr (fixture->told->str, ==, "duplicate b.html\n");
  again = load (fixture);
  g_assert_true (gs_record_equal (&gs_article_type, after, again));
}

/* Rows of one table may all name the site they are from. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  import (fixture, "list.csv",
          "title,text,url\nOne,The first text of the list.,https://quay.example/\n"
          "Two,The second text of the list.,https://quay.example/\n");
  g_assert_cmpint (count (fixture, &gs_article_listing_type, FALSE), ==, 2);
}

/* The bytes are read again as they would be now; what is right already stays. */
static void
test_reextract (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) now = NULL;
  g_autoptr (GsArticleRecord) old = NULL;
  g_autoptr (GsArticleRecord) mended = NULL;
  g_autoptr (GsAction) action = gs_action_new ("As an older extractor read it");
  g_autofree char *label = NULL;
  g_autofree char *kept = NULL;

  import (fixture, "a.html", first);
  g_assert_true (gs_reextract (fixture->workspace, fixture->article, &label, &error));
  g_assert_no_error (error);
  g_assert_null (label);

  now = load (fixture);
  old = load (fixture);
  g_free (old->text);
  old->text = g_strconcat ("Menu\nHome\n", now->text, NULL);
  gs_article_record_take_zones (old, g_ptr_array_new ());
  g_free (old->extractor);
  old->extractor = g_strdup ("gainsay-extract/0");
  gs_action_save (action, &gs_article_type, old);
  g_assert_true (gs_workspace_perform (fixture->workspace, action, &error));
  kept = claim (fixture, "about forty crates", "said that");

  g_assert_true (gs_reextract (fixture->workspace, fixture->article, &label, &error));
  g_assert_no_error (error);
  g_assert_nonnull (label);
  mended = load (fixture);
  g_assert_cmpstr (mended->text, ==, now->text);
  assert_place (fixture, kept, "about forty crates|said that");
}

#define ADD(name, test) g_test_add ("/import/revisions/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("updated", test_updated);
  ADD ("again", test_again);
  ADD ("parts", test_parts);
  ADD ("reextract", test_reextract);

  return g_test_run ();
}
