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
#include "gs-unitizing.h"

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

static GPtrArray *
stretches (const char *text)
{
  GPtrArray *coders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* A line a coder: the letters are units, points the gaps between them. */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GArray *units = g_array_new (FALSE, FALSE, sizeof (GsStretch));

      for (gint64 at = 0; lines[i][at] != '\0'; at++)
        {
          GsStretch unit = { at, at + 1 };

          if (lines[i][at] == '.')
            continue;
          if (at > 0 && lines[i][at] == lines[i][at - 1])
            g_array_index (units, GsStretch, units->len - 1).end++;
          else
            g_array_append_val (units, unit);
        }
      g_ptr_array_add (coders, units);
    }

  return coders;
}

static double
alpha_of_units (const char *text)
{
  g_autoptr (GPtrArray) coders = stretches (text);
  g_autoptr (GsUnitizing) units = gs_unitizing_new ();

  gs_unitizing_add (units, coders, (gint64) strcspn (text, "\n"));

  return gs_unitizing_alpha (units);
}

/* By hand, after Krippendorff (1995). A: 3 units long from 2, B: 3 long from 3, of 10.
 * Observed: 2 (1² + 1²) / (2·1·10²) = .02. Chance: a unit of 3 with the other one
 * (2·27 − 3·9 + 3) / 3 = 10, in the gaps of 2, 5, 3 and 4 in 9 (3 + 1 + 2) = 54 ways:
 * (2/10) 2 (10 + 54) / (20·19 − 2·3·2) = .0695652. Alpha: 1 − .02 / .0695652. */
static void
test_units (void)
{
  g_assert_cmpfloat_with_epsilon (alpha_of_units ("..aaa.....\n...aaa...."), 0.7125, 1e-12);
  /* One only: 2·3² / 200 = .09. Chance: in the gaps of 2, 5 and 10 in 9 (3 + 8) = 99 ways,
   * (2/10) 99 / (20·19 − 3·2). */
  g_assert_cmpfloat_with_epsilon (alpha_of_units ("..aaa.....\n.........."), 1.0 - 0.09 / (0.2 * 99.0 / 374.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (alpha_of_units ("..aaa..bb.\n..aaa..bb."), 1.0, 1e-12);
  /* Two that touch are two; of three coders every pair counts. */
  g_assert_cmpfloat (alpha_of_units (".aabb.....\n.cccc....."), <, 1.0);
  g_assert_cmpfloat (alpha_of_units (".aaaa.....\n.aaaa.....\n..aaaa...."), >,
                     alpha_of_units (".aaaa.....\n...aaaa...\n..aaaa...."));
  g_assert_true (isnan (alpha_of_units ("..........\n..........")));
}

/* What sections disagree in all the places where two of them can meet. */
static double
meet_everywhere (const GArray *a, const GArray *b, gboolean both)
{
  double sum = 0.0;

  for (guint i = 0; i < a->len; i++)
    {
      gint64 one = g_array_index (a, gint64, i);

      for (guint j = both ? i + 1 : 0; j < b->len; j++)
        {
          gint64 other = g_array_index (b, gint64, j);

          for (gint64 at = both ? 1 - one : 0; at < (both ? other : other - one + 1); at++)
            sum += both ? (double) (at * at + (at + one - other) * (at + one - other)) : (double) (one * one);
        }
    }

  return sum;
}

/* The closed form of chance against all meetings, counted one by one. */
static void
test_units_chance (void)
{
  static const char text[] = ".aa.bbb......c..\n.aaaaa....bb....\n..aa.b......ccc.";
  g_autoptr (GPtrArray) coders = stretches (text);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  double length = (double) strcspn (text, "\n"), total = 3.0 * length, pairs = total * (total - 1.0);
  /* First and second, first and third, second and third: 3², 3² + 1², c and bb alone … */
  double observed = 2.0 * ((9 + 10 + 1 + 4) + (2 + 2 + 2) + (5 + 16 + 4 + 9));
  double chance;

  for (guint i = 0; i < coders->len; i++)
    {
      const GArray *own = coders->pdata[i];
      gint64 at = 0;

      for (guint j = 0; j <= own->len; j++)
        {
          const GsStretch *unit = j < own->len ? &g_array_index (own, GsStretch, j) : NULL;
          gint64 gap = (unit != NULL ? unit->start : (gint64) length) - at,
                 size = unit != NULL ? unit->end - unit->start : 0;

          if (gap > 0)
            g_array_append_val (gaps, gap);
          if (unit == NULL)
            break;
          g_array_append_val (units, size);
          pairs -= (double) (size * (size - 1));
          at = unit->end;
        }
    }
  chance = 2.0 * (meet_everywhere (units, units, TRUE) + meet_everywhere (units, gaps, FALSE)) / pairs;
  g_assert_cmpfloat_with_epsilon (alpha_of_units (text), 1.0 - observed / 2.0 / total / chance, 1e-12);
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
  g_test_add_func ("/agreement/units", test_units);
  g_test_add_func ("/agreement/units-chance", test_units_chance);
  g_test_add_func ("/agreement/workspace", test_workspace);
  g_test_add_func ("/agreement/settle", test_settle);

  return g_test_run ();
}
