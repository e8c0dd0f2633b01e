/* test-agreement.c: measures against published examples, and agreement in a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "gs-agreement.h"
#include "gs-test.h"

/* Cohen (1968), table 1 of his reliability example: 200 cases, .492. */
static void
test_kappa (void)
{
  static const double cohen[] = { 88, 10, 2, 14, 40, 6, 18, 10, 12 };
  /* Fifty grant proposals, two readers: .4. */
  static const double proposals[] = { 20, 5, 10, 15 };
  static const double same[] = { 7, 0, 0, 3 };
  static const double nothing[] = { 9, 0, 0, 0 };

  g_assert_cmpfloat_with_epsilon (gs_cohen_kappa (cohen, 3), 0.492, 0.0005);
  g_assert_cmpfloat_with_epsilon (gs_cohen_kappa (proposals, 2), 0.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (gs_cohen_kappa (same, 2), 1.0, 1e-12);
  g_assert_true (isnan (gs_cohen_kappa (nothing, 2)));
}

static double
alpha_of (const char *const *coders, guint n_coders, const char *categories)
{
  guint n = (guint) strlen (categories);
  g_autofree double *coincidences = g_new0 (double, n *n);
  g_autofree int *values = g_new (int, n_coders);

  for (guint unit = 0; coders[0][unit] != '\0'; unit++)
    {
      for (guint i = 0; i < n_coders; i++)
        {
          const char *at = coders[i][unit] == '.' ? NULL : strchr (categories, coders[i][unit]);

          values[i] = at != NULL ? (int) (at - categories) : -1;
        }
      gs_alpha_add (coincidences, n, values, n_coders, 1.0);
    }

  return gs_alpha (coincidences, n);
}

/* Krippendorff (2011), “Computing Krippendorff's Alpha-Reliability”, examples A, B and C. */
static void
test_alpha (void)
{
  static const char *const a[] = { "0100000010", "1110010000" };
  static const char *const b[] = { "aabbdcccedda", "babbbccceddd" };
  static const char *const c[] = { "123321412...", "1233224125.3", ".3332342251.", "12332441251." };

  g_assert_cmpfloat_with_epsilon (alpha_of (a, 2, "01"), 0.095, 0.0005);
  g_assert_cmpfloat_with_epsilon (alpha_of (b, 2, "abcde"), 0.692, 0.0005);
  g_assert_cmpfloat_with_epsilon (alpha_of (c, 4, "12345"), 0.743, 0.0005);
}

/* Two annotators on one article of 100 code points. */
#define TEXT "0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGHIJ0123456789"

#define UUID(n) "00000000-0000-4000-8000-0000000000" n

static void
add_claim (GsAction *action, const char *uuid, const char *author, gint64 start, gint64 end, const char *tag)
{
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);

  g_free (claim->uuid);
  claim->uuid = g_strdup (uuid);
  claim->author = g_strdup (author);
  claim->modified_by = g_strdup (author);
  claim->created = g_strdup ("2026-01-01T00:00:00.000Z");
  claim->modified = g_strdup (claim->created);
  claim->article = g_strdup (UUID ("03"));
  span->start = start;
  span->end = end;
  span->exact = g_utf8_substring (TEXT, start, end);
  if (tag != NULL)
    g_ptr_array_add (claim->tags, g_strdup (tag));
  gs_action_save (action, &gs_claim_type, claim);
}

static void
add_named (GsAction *action, const GsRecordType *type, const char *uuid, const char *name)
{
  gpointer record = gs_record_new (type);
  char **own = record;

  g_free (*own);
  *own = g_strdup (uuid);
  *GS_FIELD_PTR (gs_record_type_find_field (type, "name"), record, char *) = g_strdup (name);
  gs_action_save (action, type, record);
  gs_record_free (type, record);
}

static GsWorkspace *
new_workspace (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);
  g_autoptr (GsAction) action = gs_action_new ("Make");
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

  g_assert_no_error (error);
  add_named (action, &gs_annotator_type, UUID ("01"), "Ann");
  add_named (action, &gs_annotator_type, UUID ("02"), "Bob");
  add_named (action, &gs_tag_type, UUID ("04"), "drone");
  add_named (action, &gs_tag_type, UUID ("05"), "vague");
  g_free (article->uuid);
  article->uuid = g_strdup (UUID ("03"));
  article->text = g_strdup (TEXT);
  article->title = g_strdup ("An article");
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);
  gs_action_save (action, &gs_article_type, article);
  gs_action_keep_stamps (action);
  add_claim (action, UUID ("11"), UUID ("01"), 0, 40, UUID ("04"));
  add_claim (action, UUID ("12"), UUID ("02"), 2, 50, UUID ("04"));
  add_claim (action, UUID ("13"), UUID ("01"), 60, 70, UUID ("05"));
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);

  return workspace;
}

static void
test_workspace (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAgreementReport) report = gs_agreement_report (workspace, NULL, NULL, &error);
  g_autoptr (GsAgreementReport) one = NULL;
  const GsAgreement *drone, *vague;
  /* Ann alone 2, Bob alone 10, both 38, nobody 50. */
  static const double matrix[] = { 50, 10, 2, 38 };

  g_assert_no_error (error);
  g_assert_cmpuint (report->articles, ==, 1);
  g_assert_cmpuint (report->annotators->len, ==, 2);
  g_assert_cmpstr (report->annotators->pdata[0], ==, "Ann");
  g_assert_cmpuint (report->rows->len, ==, 3);
  g_assert_null (((GsAgreement *) report->rows->pdata[0])->tag);

  drone = report->rows->pdata[1];
  g_assert_cmpstr (drone->path, ==, "drone");
  g_assert_cmpfloat_with_epsilon (drone->kappa, gs_cohen_kappa (matrix, 2), 1e-12);
  /* The beginnings are near each other, the ends are not. */
  g_assert_cmpfloat_with_epsilon (drone->edges, 0.5, 1e-12);
  g_assert_cmpuint (drone->spans, ==, 2);

  vague = report->rows->pdata[2];
  g_assert_cmpstr (vague->path, ==, "vague");
  g_assert_cmpfloat_with_epsilon (vague->kappa, 0.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (vague->edges, 0.0, 1e-12);

  one = gs_agreement_report (workspace, UUID ("05"), NULL, &error);
  g_assert_cmpuint (one->rows->len, ==, 1);
}

static void
test_settle (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = gs_disagreements_list (workspace, NULL, 100, NULL, &error);
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GsClaimRecord) settled = NULL;
  const GsDisagreement *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  first = found->pdata[0];
  g_assert_cmpstr (first->a->uuid, ==, UUID ("11"));
  g_assert_cmpstr (first->b->uuid, ==, UUID ("12"));
  g_assert_cmpstr (first->a_name, ==, "Ann");
  g_assert_true (first->edges_differ);
  g_assert_false (first->tags_differ);
  second = found->pdata[1];
  g_assert_null (second->b);
  g_assert_cmpstr (second->b_name, ==, "Bob");

  g_assert_true (gs_disagreement_settle (workspace, first, GS_SETTLE_B, &error));
  settled = gs_workspace_load (workspace, &gs_claim_type, UUID ("11"), &error);
  g_assert_cmpint (gs_claim_record_quote (settled)->start, ==, 2);
  g_assert_cmpint (gs_claim_record_quote (settled)->end, ==, 50);
  g_assert_cmpstr (gs_claim_record_quote (settled)->exact, ==, gs_claim_record_quote (first->b)->exact);
  g_assert_cmpint (settled->review, ==, GS_REVIEW_CHECKED);

  g_assert_true (gs_disagreement_settle (workspace, second, GS_SETTLE_B, &error));
  rest = gs_disagreements_list (workspace, NULL, 100, NULL, &error);
  g_assert_cmpuint (rest->len, ==, 0);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_claim_type, NULL), ==, 2);

  g_assert_true (gs_workspace_undo (workspace, NULL, &error));
  g_assert_cmpint (gs_workspace_count (workspace, &gs_claim_type, NULL), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agreement/kappa", test_kappa);
  g_test_add_func ("/agreement/alpha", test_alpha);
  g_test_add_func ("/agreement/workspace", test_workspace);
  g_test_add_func ("/agreement/settle", test_settle);

  return g_test_run ();
}
