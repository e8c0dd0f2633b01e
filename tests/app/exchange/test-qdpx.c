/* test-qdpx.c: REFI-QDA projects and code books, in and out and in again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "carried.h"
#include "gs-test.h"
#include "gs-zip-writer.h"
#include "memory-report.h"

static GsWorkspace *
new_workspace (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);

  return workspace;
}

static GBytes *export(GsWorkspace *workspace, const char *nick)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  gs_report_write (workspace, gs_report_format_by_nick (nick), NULL, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, &error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static GsWorkspace *
import (GBytes *bytes, GsReportOutcome *outcome)
{
  GsWorkspace *workspace = new_workspace ();
  g_autoptr (GError) error = NULL;

  gs_report_import (workspace, bytes, "project.qdpx", outcome, &error);
  g_assert_no_error (error);

  return workspace;
}

/* Places that hold: random ones never do. */
static void
place_spans (GsMemoryReport *report, GRand *rand)
{
  GPtrArray *claims = gs_carried_records (report, &gs_claim_type),
            *articles = gs_carried_records (report, &gs_article_type);

  for (guint i = 0; i < claims->len; i++)
    {
      GsClaimRecord *claim = claims->pdata[i];
      const GsArticleRecord *article = NULL;
      gint64 length;

      for (guint j = 0; j < articles->len; j++)
        {
          if (g_strcmp0 (((GsArticleRecord *) articles->pdata[j])->uuid, claim->article) == 0)
            article = articles->pdata[j];
        }
      length = article != NULL ? g_utf8_strlen (article->text, -1) : 0;
      for (guint j = 0; j < claim->spans->len && length > 1; j++)
        {
          GsSpanRecord *span = claim->spans->pdata[j];

          if (g_rand_int_range (rand, 0, 4) == 0)
            continue;
          span->orphaned = FALSE;
          span->start = g_rand_int_range (rand, 0, (gint32) length);
          span->end = g_rand_int_range (rand, (gint32) span->start + 1, (gint32) length + 1);
          g_free (span->exact);
          span->exact = g_utf8_substring (article->text, span->start, span->end);
        }
    }
}

/* A link of nothing has no ends to write. */
static void
drop_loose_links (GsMemoryReport *report)
{
  GPtrArray *links = gs_carried_records (report, &gs_link_type);

  for (guint i = links->len; i > 0; i--)
    {
      const GsLinkRecord *link = links->pdata[i - 1];

      if (link->a == NULL || link->b == NULL)
        g_ptr_array_remove_index (links, i - 1);
    }
}

static void
assert_carried (GsMemoryReport *before, GsMemoryReport *after)
{
  g_autofree char *difference = gs_carried_difference (before, after);

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_random (void)
{
  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 1 + seed % 9);
      g_autoptr (GsWorkspace) workspace = new_workspace ();
      g_autoptr (GsMemoryReport) before = NULL;
      g_autoptr (GsMemoryReport) after = NULL;
      g_autoptr (GsMemoryReport) later = NULL;
      g_autoptr (GsWorkspace) other = NULL;
      g_autoptr (GsWorkspace) third = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GError) error = NULL;

      gs_memory_report_tame (report);
      place_spans (report, rand);
      drop_loose_links (report);
      gs_memory_report_load (report, workspace, &error);
      g_assert_no_error (error);
      before = gs_memory_report_of (workspace, NULL);

      bytes = export(workspace, "qdpx");
      other = import (bytes, NULL);
      after = gs_memory_report_of (other, NULL);
      assert_carried (before, after);

      again = export(other, "qdpx");
      third = import (again, NULL);
      later = gs_memory_report_of (third, NULL);
      assert_carried (after, later);
    }
}

static void
assert_differs (GsMemoryReport *before, GsMemoryReport *after)
{
  g_autofree char *difference = gs_carried_difference (before, after);

  g_assert_cmpstr (difference, !=, NULL);
  g_test_message ("%s", difference);
}

/* Whatever an export loses or bends, the comparison above says so. */
static void
test_loss (void)
{
  static const GsRecordType *const types[] = { &gs_article_type,  &gs_tag_type,   &gs_source_type,
                                               &gs_question_type, &gs_claim_type, &gs_link_type };
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) golden = gs_test_read (path);
  g_autoptr (GsWorkspace) workspace = import (golden, NULL);
  g_autoptr (GsMemoryReport) before = gs_memory_report_of (workspace, NULL);
  g_autoptr (GBytes) bytes = export(workspace, "qdpx");
  g_autoptr (GsWorkspace) other = import (bytes, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GsMemoryReport) after = gs_memory_report_of (other, NULL);
      GPtrArray *records = gs_carried_records (after, types[i]);

      assert_carried (before, after);
      g_ptr_array_remove_index (records, records->len - 1);
      assert_differs (before, after);
    }

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GsMemoryReport) after = gs_memory_report_of (other, NULL);
      GsClaimRecord *claim = gs_carried_records (after, &gs_claim_type)->pdata[0];
      GsLinkRecord *link = gs_carried_records (after, &gs_link_type)->pdata[0];

      if (i == 0)
        gs_record_free (&gs_span_type, g_ptr_array_steal_index (claim->spans, 0));
      else if (i == 1)
        ((GsSpanRecord *) claim->spans->pdata[0])->start++;
      else if (i == 2)
        g_ptr_array_remove_index (claim->tags, 0);
      else
        link->verdict = GS_VERDICT_CONFIRMED;
      assert_differs (before, after);
    }
}

/* Import again, into the workspace it came from and into one that has it: nothing new. */
static void
test_idempotent (void)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) golden = gs_test_read (path);
  g_autoptr (GsWorkspace) workspace = import (golden, NULL);
  g_autoptr (GBytes) bytes = export(workspace, "qdpx");
  g_autoptr (GError) error = NULL;
  g_auto (GsReportOutcome) outcome = { 99, NULL };

  gs_report_import (workspace, bytes, NULL, &outcome, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.n_records, ==, 0);
  g_assert_cmpuint (g_strv_length (outcome.remarks), ==, 0);
}

/* Projects of others ------------------------------------------------------------------- */

static GBytes *
zip (const char *project, const char *name, const char *text)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GsZipWriter) writer = gs_zip_writer_new (out);
  g_autoptr (GError) error = NULL;

  g_assert_true (gs_zip_writer_begin (writer, "project.qde", &error));
  g_assert_true (gs_zip_writer_write (writer, project, strlen (project), &error));
  if (name != NULL)
    {
      g_assert_true (gs_zip_writer_begin (writer, name, &error));
      g_assert_true (gs_zip_writer_write (writer, text, strlen (text), &error));
    }
  g_assert_true (gs_zip_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

#define GUID(n) "0000000" #n "-1111-4222-8333-444444444444"

/* As QualCoder has it: guids in capitals, categories as codes that cannot be
 * used, offsets in UTF-16 units, the selection named by its text. */
static const char qualcoder[] =
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Study\" origin=\"QualCoder 3.5\" "
  "creatingUserGUID=\"" GUID (
    1) "\" creationDateTime=\"2024-01-15T10:00:00\">\n"
       "<Users><User guid=\"" GUID (
         1) "\" name=\"Ann &amp; Bob\"/></Users>\n"
            "<CodeBook><Codes><Code guid=\"" GUID (
              2) "\" name=\"Arms/Trade\" isCodable=\"false\">"
                 "<Code guid=\"{" GUID (
                   3) "}\" name=\"drones\" isCodable=\"true\" color=\"#F00\"><Description>what flies</Description>"
                      "</Code></Code></Codes></CodeBook>\n"
                      "<Variables><Variable guid=\"" GUID (
                        8) "\" name=\"Year\" typeOfVariable=\"Text\"/></Variables>\n"
                           "<Cases><Case guid=\"" GUID (
                             4) "\" name=\"One\"/></Cases>\n"
                                "<Sources><TextSource guid=\"" GUID (
                                  5) "\" name=\"first.txt\" plainTextPath=\"internal://a.txt\" "
                                     "creatingUser=\"" GUID (
                                       1) "\">"
                                          "<PlainTextSelection guid=\"" GUID (
                                            6) "\" name=\"drones were sold\" startPosition=\"7\" endPosition=\"23\" "
                                               "creatingUser=\"" GUID (
                                                 1) "\" creationDateTime=\"2024-01-15T10:00:00\">"
                                                    "<Coding guid=\"" GUID (7) "\"><CodeRef targetGUID=\"" GUID (
                                                      3) "\"/></Coding>"
                                                         "<NoteRef targetGUID=\"" GUID (
                                                           9) "\"/></PlainTextSelection>"
                                                              "<VariableValue><VariableRef targetGUID=\"" GUID (
                                                                8) "\"/><TextValue>2023</TextValue></VariableValue>"
                                                                   "</TextSource><PictureSource "
                                                                   "guid=\"aaaaaaaa-1111-4222-8333-444444444444\" "
                                                                   "name=\"p\"/></Sources>\n"
                                                                   "<Notes><Note guid=\"" GUID (
                                                                     9) "\" name=\"memo\"><PlainTextContent>look at "
                                                                        "this</PlainTextContent></Note>"
                                                                        "<Note "
                                                                        "guid=\"bbbbbbbb-1111-4222-8333-444444444444\" "
                                                                        "name=\"journal\"><PlainTextContent>x</"
                                                                        "PlainTextContent></Note>"
                                                                        "</Notes></Project>\n";

static void
test_qualcoder (void)
{
  /* Two emoji before: UTF-16 offset 7 is code point 5. */
  g_autoptr (GBytes) bytes = zip (qualcoder, "sources/a.txt", "\xef\xbb\xbf😀😀 a drones were sold.");
  g_auto (GsReportOutcome) outcome = { 0 };
  g_autoptr (GsWorkspace) workspace = import (bytes, &outcome);
  g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, NULL);
  const GsClaimRecord *claim = gs_carried_records (report, &gs_claim_type)->pdata[0];
  const GsArticleRecord *article = gs_carried_records (report, &gs_article_type)->pdata[0];
  const GsTagRecord *tag = gs_carried_records (report, &gs_tag_type)->pdata[1];
  const GsSpanRecord *span = gs_claim_record_quote (claim);

  g_assert_cmpuint (gs_carried_records (report, &gs_claim_type)->len, ==, 1);
  g_assert_cmpstr (span->exact, ==, "drones were sold");
  g_assert_cmpint (span->start, ==, 5);
  g_assert_cmpstr (claim->note, ==, "look at this");
  g_assert_cmpstr (claim->created, ==, "2024-01-15T10:00:00.000Z");
  g_assert_cmpstr (claim->tags->pdata[0], ==, tag->uuid);
  g_assert_cmpstr (tag->colour, ==, "#ff0000");
  g_assert_cmpstr (tag->description, ==, "what flies");
  g_assert_cmpstr (article->note, ==, "Year: 2023");
  g_assert_cmpstr (((GsAnnotatorRecord *) gs_carried_records (report, &gs_annotator_type)->pdata[0])->name, ==,
                   "Ann & Bob");
  /* The picture, the journal, the case. */
  g_assert_cmpuint (g_strv_length (outcome.remarks), ==, 3);
}

/* Code points, whatever the program is known for, when the texts say so. */
static void
test_units_by_text (void)
{
  g_autofree char *project = g_strdup (qualcoder);
  char *at = strstr (project, "startPosition=\"7\" endPosition=\"23\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GsMemoryReport) report = NULL;

  memcpy (at, "startPosition=\"5\" endPosition=\"21\"", strlen ("startPosition=\"5\" endPosition=\"21\""));
  bytes = zip (project, "Sources/a.txt", "😀😀 a drones were sold.");
  workspace = import (bytes, NULL);
  report = gs_memory_report_of (workspace, NULL);
  g_assert_cmpstr (gs_claim_record_quote (gs_carried_records (report, &gs_claim_type)->pdata[0])->exact, ==,
                   "drones were sold");
}

static void
test_qdc (void)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) golden = gs_test_read (path);
  g_autoptr (GsWorkspace) workspace = import (golden, NULL);
  g_autoptr (GBytes) bytes = export(workspace, "qdc");
  g_autoptr (GsWorkspace) other = import (bytes, NULL);
  g_autoptr (GsMemoryReport) before = gs_memory_report_of (workspace, NULL);
  g_autoptr (GsMemoryReport) after = gs_memory_report_of (other, NULL);
  GPtrArray *a = gs_carried_records (before, &gs_tag_type), *b = gs_carried_records (after, &gs_tag_type);
  g_autoptr (GBytes) again = export(other, "qdc");

  g_assert_cmpuint (a->len, >, 0);
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const GsTagRecord *tag = a->pdata[i], *other_tag = b->pdata[i];

      g_assert_cmpstr (tag->uuid, ==, other_tag->uuid);
      g_assert_cmpstr (tag->name, ==, other_tag->name);
      g_assert_cmpstr (tag->parent, ==, other_tag->parent);
      g_assert_cmpstr (tag->colour, ==, other_tag->colour);
      g_assert_cmpstr (tag->description, ==, other_tag->description);
    }
  gs_assert_bytes_equal (bytes, again);
}

static void
test_refused (void)
{
  static const char *const projects[] = {
    "",
    "<Project/>",
    "<Project xmlns=\"urn:QDA-XML:project:2.0\"/>",
    "<Project xmlns=\"urn:QDA-XML:project:1.0\">",
    "<!DOCTYPE x [<!ENTITY a \"b\">]><Project xmlns=\"urn:QDA-XML:project:1.0\">&a;</Project>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      g_autoptr (GBytes) bytes = zip (projects[i], NULL, NULL);
      g_autoptr (GsWorkspace) workspace = new_workspace ();
      g_autoptr (GError) error = NULL;

      g_assert_false (gs_report_import (workspace, bytes, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == GS_ERROR);
    }
}

/* Whatever is wrong with a file, in whatever format: after an error the workspace is as it
 * was, by what it exports. */
static void
assert_unharmed (GsWorkspace *workspace, GBytes *before, const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = NULL;

  if (gs_report_import (workspace, bytes, NULL, NULL, &error))
    {
      /* What is left of it may be right. */
      return;
    }

  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
  after = export(workspace, "json");
  gs_assert_bytes_equal (before, after);
}

static void
test_damaged (void)
{
  static const char *const nicks[] = { "xml", "json", "qdpx", "qdc" };
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) golden = gs_test_read (path);
  g_autoptr (GsWorkspace) full = import (golden, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (GBytes) bytes = export(full, nicks[i]);
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);

      for (gsize cut = 1; cut < length; cut += MAX (length / 60, 1))
        {
          g_autoptr (GsWorkspace) workspace = new_workspace ();
          g_autoptr (GBytes) before = export(workspace, "json");

          assert_unharmed (workspace, before, data, cut);
        }
      for (guint flip = 0; flip < 60; flip++)
        {
          g_autofree guint8 *bent = g_memdup2 (data, length);
          g_autoptr (GsWorkspace) workspace = new_workspace ();
          g_autoptr (GBytes) before = export(workspace, "json");

          for (guint j = 0; j < 3; j++)
            bent[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int_range (rand, 0, 256);
          assert_unharmed (workspace, before, bent, length);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/qdpx/random", test_random);
  g_test_add_func ("/exchange/qdpx/loss", test_loss);
  g_test_add_func ("/exchange/qdpx/idempotent", test_idempotent);
  g_test_add_func ("/exchange/qdpx/qualcoder", test_qualcoder);
  g_test_add_func ("/exchange/qdpx/units-by-text", test_units_by_text);
  g_test_add_func ("/exchange/qdpx/refused", test_refused);
  g_test_add_func ("/exchange/qdc", test_qdc);
  g_test_add_func ("/exchange/damaged", test_damaged);

  return g_test_run ();
}
