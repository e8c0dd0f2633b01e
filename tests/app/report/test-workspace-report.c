/* test-workspace-report.c: reports out of workspaces and into them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "check-schemas.h"
#include "gs-test.h"
#include "memory-report.h"

static GsWorkspace *
new_workspace (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);

  return workspace;
}

static GsWorkspace *
workspace_of (const char *golden)
{
  g_autofree char *path = gs_test_data (golden);
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = new_workspace ();

  gs_report_import (workspace, bytes, NULL, NULL, &error);
  g_assert_no_error (error);

  return workspace;
}

static GBytes *
export_to_bytes (GsWorkspace *workspace, const char *nick)
{
  g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, NULL);

  return gs_memory_report_write (report, nick);
}

static void
assert_clean (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gs_workspace_check (workspace, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_one_step (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = gs_workspace_history (workspace, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 1);
}

/* Export, import into an empty workspace, export again: the same bytes. */
static void
assert_survives (GsWorkspace *workspace)
{
  static const char *const nicks[] = { "xml", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (GBytes) bytes = export_to_bytes (workspace, nicks[i]);
      g_autoptr (GsWorkspace) other = new_workspace ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GBytes) twice = NULL;
      g_auto (GsReportOutcome) outcome = { 99, NULL };

      gs_report_import (other, bytes, "report", NULL, &error);
      g_assert_no_error (error);
      again = export_to_bytes (other, nicks[i]);
      gs_assert_bytes_equal (bytes, again);

      /* A second time changes nothing, not even the history. */
      gs_report_import (other, bytes, "report", &outcome, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (outcome.n_records, ==, 0);
      twice = export_to_bytes (other, nicks[i]);
      gs_assert_bytes_equal (bytes, twice);
      assert_one_step (other);
    }
}

static void
test_golden (void)
{
  static const char *const goldens[] = { "golden/report/small.json", "golden/report/small.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autoptr (GsWorkspace) workspace = workspace_of (goldens[i]);

      for (guint j = 0; j < G_N_ELEMENTS (goldens); j++)
        {
          g_autofree char *path = gs_test_data (goldens[j]);
          g_autoptr (GBytes) golden = gs_test_read (path);
          g_autoptr (GBytes) bytes = export_to_bytes (workspace, j == 0 ? "json" : "xml");

          gs_assert_bytes_equal (golden, bytes);
        }
      assert_clean (workspace);
      assert_survives (workspace);
    }
}

static void
test_golden_keeps_to_schemas (void)
{
  g_autofree char *xml_path = gs_test_data ("golden/report/small.xml");
  g_autofree char *json_path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) xml = gs_test_read (xml_path);
  g_autoptr (GBytes) json = gs_test_read (json_path);

  g_assert_cmpstr (gs_check_xml_schema (xml), ==, NULL);
  g_assert_cmpstr (gs_check_json_schema (json), ==, NULL);
}

/* The golden pair has a claim without tag and source, and a dismissed link:
 * nothing may be left out for being unfinished. */
static void
test_nothing_is_left_out (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.json");
  g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, NULL);
  GsClaimRecord *bare = report->records[5]->pdata[2];
  GsLinkRecord *dismissed = report->records[6]->pdata[0];

  g_assert_cmpuint (report->records[5]->len, ==, 3);
  g_assert_cmpuint (bare->tags->len, ==, 0);
  g_assert_cmpuint (bare->hops->len, ==, 0);
  g_assert_cmpint (dismissed->verdict, ==, GS_VERDICT_DISMISSED);
  g_assert_cmpstr (dismissed->reason, ==, "not the same event");
}

static void
test_sample (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of ("../resources/sample/sample.json");
  g_autofree char *title = gs_workspace_get_meta (workspace, "title", NULL);

  g_assert_cmpstr (title, ==, "The Sirocco affair");
  assert_clean (workspace);
  assert_survives (workspace);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 25; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 5);
      g_autoptr (GsWorkspace) workspace = new_workspace ();
      g_autoptr (GsMemoryReport) stored = NULL;
      g_autoptr (GError) error = NULL;

      gs_memory_report_tame (report);
      gs_memory_report_load (report, workspace, &error);
      g_assert_no_error (error);

      stored = gs_memory_report_of (workspace, NULL);
      for (guint i = 0; i < gs_n_workspace_types; i++)
        g_assert_cmpuint (stored->records[i]->len, ==, report->records[i]->len);
      assert_survives (workspace);
    }
}

/* Records may refer to later ones of their section. */
static void
test_forward (void)
{
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
  g_autoptr (GsMemoryReport) stored = NULL;
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      GsSourceRecord *source = gs_record_new (&gs_source_type);
      GsAffiliationRecord *affiliation = gs_record_append (source->affiliations, &gs_affiliation_type);

      source->uuid = g_strdup_printf ("00000000-0000-4000-8000-00000000000%u", i);
      source->name = g_strdup_printf ("source %u", i);
      source->part_of = i < 2 ? g_strdup_printf ("00000000-0000-4000-8000-00000000000%u", i + 1) : NULL;
      affiliation->party = g_strdup ("00000000-0000-4000-8000-000000000002");
      affiliation->from = g_strdup ("2020");
      g_ptr_array_add (report->records[2], source);
    }

  gs_memory_report_load (report, workspace, &error);
  g_assert_no_error (error);
  stored = gs_memory_report_of (workspace, NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_true (gs_record_equal (&gs_source_type, report->records[2]->pdata[i], stored->records[2]->pdata[i]));
  assert_survives (workspace);
}

static void
test_dangling (void)
{
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  GsSourceRecord *source = gs_record_new (&gs_source_type);

  source->uuid = g_strdup ("00000000-0000-4000-8000-000000000001");
  source->part_of = g_strdup ("00000000-0000-4000-8000-000000000002");
  g_ptr_array_add (report->records[2], source);

  g_assert_false (gs_memory_report_load (report, workspace, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "00000000-0000-4000-8000-000000000002"));
  g_assert_cmpint (gs_workspace_count (workspace, &gs_source_type, NULL), ==, 0);
}

/* What is there by its bytes or its path is not stored again under another
 * UUID, and claims are pointed to it. */
static void
test_merge (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.json");
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, "5a11c0de", -1);
  g_autofree char *other = g_strjoinv ("5a11c0df", parts);
  g_autoptr (GBytes) other_bytes = g_bytes_new (other, strlen (other));
  g_autoptr (GsMemoryReport) before = gs_memory_report_of (workspace, NULL);
  g_autoptr (GsMemoryReport) after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GsReportOutcome) outcome = { 99, NULL };
  GsClaimRecord *claim;

  gs_report_import (workspace, other_bytes, NULL, &outcome, &error);
  g_assert_no_error (error);
  /* All but two tags and an article. */
  g_assert_cmpuint (outcome.n_records, ==, 1 + 3 + 1 + 3 + 2);

  after = gs_memory_report_of (workspace, NULL);
  g_assert_cmpuint (after->records[1]->len, ==, before->records[1]->len);
  g_assert_cmpuint (after->records[2]->len, ==, 2 * before->records[2]->len);
  g_assert_cmpuint (after->records[4]->len, ==, 1);
  g_assert_cmpuint (after->records[5]->len, ==, 6);

  claim = after->records[5]->pdata[3];
  g_assert_true (g_str_has_prefix (claim->uuid, "5a11c0df"));
  g_assert_true (g_str_has_prefix (claim->article, "5a11c0de"));
  g_assert_true (g_str_has_prefix (claim->tags->pdata[0], "5a11c0de"));
  g_assert_true (g_str_has_prefix (claim->question, "5a11c0df"));
  g_assert_cmpstr (after->workspace, ==, before->workspace);
  assert_clean (workspace);
}

/* A report that holds one thing twice, as no workspace does. */
static void
test_twice (void)
{
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
  g_autoptr (GsMemoryReport) stored = NULL;
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);

  for (guint i = 0; i < 2; i++)
    {
      GsArticleRecord *article = gs_record_new (&gs_article_type);
      GsTagRecord *tag = gs_record_new (&gs_tag_type);

      tag->uuid = g_strdup_printf ("00000000-0000-4000-8000-00000000000%u", i);
      tag->name = g_strdup ("same");
      g_ptr_array_add (report->records[1], tag);
      article->uuid = g_strdup_printf ("00000000-0000-4000-8000-00000000001%u", i);
      article->text = g_strdup ("same");
      article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "same", -1);
      g_ptr_array_add (report->records[4], article);
    }
  claim->uuid = g_strdup ("00000000-0000-4000-8000-000000000020");
  claim->article = g_strdup ("00000000-0000-4000-8000-000000000011");
  g_ptr_array_add (claim->tags, g_strdup ("00000000-0000-4000-8000-000000000001"));
  g_ptr_array_add (report->records[5], claim);

  gs_memory_report_load (report, workspace, &error);
  g_assert_no_error (error);
  stored = gs_memory_report_of (workspace, NULL);
  g_assert_cmpuint (stored->records[1]->len, ==, 1);
  g_assert_cmpuint (stored->records[4]->len, ==, 1);
  claim = stored->records[5]->pdata[0];
  g_assert_cmpstr (claim->article, ==, "00000000-0000-4000-8000-000000000010");
  g_assert_cmpstr (claim->tags->pdata[0], ==, "00000000-0000-4000-8000-000000000000");
}

/* Offsets that do not hold are mended by the quote, or visibly orphaned. */
static void
test_places (void)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GsMemoryReport) report = gs_memory_report_read (bytes, "json", NULL);
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GsMemoryReport) stored = NULL;
  GsClaimRecord *claim = report->records[5]->pdata[0];
  GsSpanRecord *quote = claim->spans->pdata[0];
  GsSpanRecord *cue = claim->spans->pdata[1];
  GsHopRecord *hop = claim->hops->pdata[1];
  g_autoptr (GError) error = NULL;

  quote->start += 4;
  quote->end += 4;
  g_free (cue->exact);
  cue->exact = g_strdup ("never written");
  hop->cue_start = 5;
  gs_memory_report_load (report, workspace, &error);
  g_assert_no_error (error);

  stored = gs_memory_report_of (workspace, NULL);
  claim = stored->records[5]->pdata[0];
  g_assert_cmpint (((GsSpanRecord *) claim->spans->pdata[0])->start, ==, quote->start - 4);
  g_assert_false (((GsSpanRecord *) claim->spans->pdata[0])->orphaned);
  g_assert_true (((GsSpanRecord *) claim->spans->pdata[1])->orphaned);
  g_assert_cmpint (((GsHopRecord *) claim->hops->pdata[1])->cue_end, ==, 0);
  assert_clean (workspace);
}

/* Whatever is wrong with a file, the workspace is what it was. */
static void
test_refused (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.json");
  g_autoptr (GBytes) before = export_to_bytes (workspace, "xml");
  static const char *const files[] = { "golden/report/small.json", "golden/report/small.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = gs_test_data (files[i]);
      g_autoptr (GBytes) bytes = gs_test_read (path);
      gsize length = g_bytes_get_size (bytes);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), length);
      g_auto (GStrv) parts = g_strsplit (text, "5a11c0de", -1);
      g_autofree char *other = g_strjoinv ("5a11c0df", parts);

      for (gsize end = 0; end < length - 1; end += 97)
        {
          g_autoptr (GBytes) part = g_bytes_new (other, end);
          g_autoptr (GError) error = NULL;

          g_assert_false (gs_report_import (workspace, part, NULL, NULL, &error));
          g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
        }
    }

  assert_one_step (workspace);
  {
    g_autoptr (GBytes) after = export_to_bytes (workspace, "xml");

    gs_assert_bytes_equal (before, after);
  }
}

/* The name is the file system's, the history is UTF-8. */
static void
test_name (void)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  GsHistoryListing *step;

  gs_report_import (workspace, bytes, "/some/where/na\xefve.json", NULL, &error);
  g_assert_no_error (error);
  steps = gs_workspace_history (workspace, 10, &error);
  g_assert_no_error (error);
  step = steps->pdata[0];
  g_assert_true (g_utf8_validate (step->label, -1, NULL));
  g_assert_null (strstr (step->label, "where"));
}

static void
test_undo (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.xml");
  g_autoptr (GBytes) before = export_to_bytes (workspace, "xml");
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  gs_workspace_undo (workspace, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_assert_cmpint (gs_workspace_count (workspace, gs_workspace_types[i], NULL), ==, 0);

  gs_workspace_redo (workspace, NULL, &error);
  g_assert_no_error (error);
  after = export_to_bytes (workspace, "xml");
  gs_assert_bytes_equal (before, after);
}

static void
assert_counts (GsMemoryReport *report, const char *expected)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_string_append_printf (counts, "%s%u", i > 0 ? " " : "", report->records[i]->len);

  g_assert_cmpstr (counts->str, ==, expected);
}

static void
test_scope (void)
{
  static const struct
  {
    const char *question, *tag, *counts;
  } scopes[] = {
    { NULL, NULL, "1 2 3 1 1 3 2" },
    /* Two claims answer it; one of them brings both tags, the outlet, the
     * mayor and the port that the mayor is part of; the link between them. */
    { "5a11c0de-0000-4000-8000-000000000007", NULL, "1 2 3 1 1 2 1" },
    { NULL, "5a11c0de-0000-4000-8000-000000000002", "1 2 3 1 1 2 1" },
    /* The tag below brings its parent. */
    { NULL, "5a11c0de-0000-4000-8000-000000000003", "1 2 3 1 1 2 1" },
    { "5a11c0de-0000-4000-8000-000000000007", "5a11c0de-0000-4000-8000-000000000002", "1 2 3 1 1 1 0" },
    { "5a11c0de-0000-4000-8000-000000000099", NULL, "0 0 0 0 0 0 0" },
  };
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.xml");

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      GsReportOptions scope = { (char *) scopes[i].question, (char *) scopes[i].tag };
      g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, &scope);
      g_autoptr (GBytes) xml = gs_memory_report_write (report, "xml");
      g_autoptr (GsWorkspace) other = new_workspace ();
      g_autoptr (GError) error = NULL;

      assert_counts (report, scopes[i].counts);
      /* The schema's key references find nothing missing, nor does the loader. */
      g_assert_cmpstr (gs_check_xml_schema (xml), ==, NULL);
      gs_memory_report_load (report, other, &error);
      g_assert_no_error (error);
    }
}

/* The other ways to choose a part, and another order than that of the file. */
static void
test_parts (void)
{
  char *with_claims[] = { (char *) "5a11c0de-0000-4000-8000-000000000008", NULL };
  char *unknown[] = { (char *) "5a11c0de-0000-4000-8000-000000000099", NULL };
  const struct
  {
    GsReportOptions options;
    const char *counts;
  } parts[] = {
    { { .source = (char *) "5a11c0de-0000-4000-8000-000000000005" }, "1 2 3 1 1 1 0" },
    { { .source = (char *) "5a11c0de-0000-4000-8000-000000000099" }, "0 0 0 0 0 0 0" },
    { { .articles = with_claims }, "1 2 3 1 1 3 2" },
    { { .articles = unknown }, "0 0 0 0 0 0 0" },
    { { .judged = TRUE }, "1 2 3 1 1 2 1" },
    { { .order = GS_ORDER_ARTICLE }, "1 2 3 1 1 3 2" },
    { { .order = GS_ORDER_QUESTION }, "1 2 3 1 1 3 2" },
    { { .order = GS_ORDER_DATE }, "1 2 3 1 1 3 2" },
    { { .order = GS_ORDER_TEXT }, "1 2 3 1 1 3 2" },
  };
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.xml");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, &parts[i].options);
      g_autoptr (GBytes) xml = gs_memory_report_write (report, "xml");

      assert_counts (report, parts[i].counts);
      g_assert_cmpstr (gs_check_xml_schema (xml), ==, NULL);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_of ("golden/report/small.xml");
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (gs_report_feed (workspace, NULL, &report->parent, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* And the workspace goes on. */
  g_assert_cmpint (gs_workspace_count (workspace, &gs_claim_type, NULL), ==, 3);
}

typedef struct
{
  guint n;
  guint fail_at; /* 0: never */
} Putting;

static gboolean
put_tags (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Putting *putting = data;

  for (guint i = 1; i <= putting->n; i++)
    {
      g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

      g_free (tag->uuid);
      tag->uuid = g_uuid_string_random ();
      tag->name = g_strdup_printf ("tag %u", i);
      tag->created = g_strdup ("2026-01-01T00:00:00.000Z");
      tag->modified = g_strdup (tag->created);
      if (!gs_workspace_put (workspace, &gs_tag_type, tag, error))
        return FALSE;
      if (i == putting->fail_at)
        {
          g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, "no");
          return FALSE;
        }
    }

  return TRUE;
}

/* An action of several parts stands whole or not at all, and is one step. */
static void
test_act (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  Putting putting = { 12000, 11000 };

  g_assert_false (gs_workspace_act (workspace, "Act", put_tags, &putting, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_tag_type, NULL), ==, 0);
  g_assert_false (gs_workspace_undo (workspace, NULL, NULL));

  putting.fail_at = 0;
  g_assert_true (gs_workspace_act (workspace, "Act", put_tags, &putting, &error));
  g_assert_no_error (error);
  assert_one_step (workspace);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_tag_type, NULL), ==, 12000);
  g_assert_true (gs_workspace_undo (workspace, NULL, &error));
  g_assert_cmpint (gs_workspace_count (workspace, &gs_tag_type, NULL), ==, 0);
  g_assert_true (gs_workspace_redo (workspace, NULL, &error));
  g_assert_cmpint (gs_workspace_count (workspace, &gs_tag_type, NULL), ==, 12000);
  assert_clean (workspace);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/workspace/golden", test_golden);
  g_test_add_func ("/report/workspace/act", test_act);
  g_test_add_func ("/report/workspace/golden-keeps-to-schemas", test_golden_keeps_to_schemas);
  g_test_add_func ("/report/workspace/nothing-is-left-out", test_nothing_is_left_out);
  g_test_add_func ("/report/workspace/sample", test_sample);
  g_test_add_func ("/report/workspace/random", test_random);
  g_test_add_func ("/report/workspace/forward", test_forward);
  g_test_add_func ("/report/workspace/dangling", test_dangling);
  g_test_add_func ("/report/workspace/merge", test_merge);
  g_test_add_func ("/report/workspace/twice", test_twice);
  g_test_add_func ("/report/workspace/places", test_places);
  g_test_add_func ("/report/workspace/refused", test_refused);
  g_test_add_func ("/report/workspace/name", test_name);
  g_test_add_func ("/report/workspace/undo", test_undo);
  g_test_add_func ("/report/workspace/scope", test_scope);
  g_test_add_func ("/report/workspace/parts", test_parts);
  g_test_add_func ("/report/workspace/cancel", test_cancel);

  return g_test_run ();
}
