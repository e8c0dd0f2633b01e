/* test-values.c: quantities, times and actions as values.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "gs-action-private.h"
#include "gs-citation.h"
#include "gs-error-private.h"
#include "gs-labels.h"
#include "gs-quantity.h"
#include "gs-test.h"
#include "gs-time.h"
#include "gs-db-error.h"

typedef struct
{
  const char *typed;
  const char *shown; /* NULL: refused */
  double lo;
  double hi;
  gboolean lo_open;
  gboolean hi_open;
  const char *unit;
  const char *measure;
} Quantity;

static const Quantity quantities[] = {
  { "450 drones", "450 drones", 450, 450, FALSE, FALSE, "drones", NULL },
  { "  450drones ", "450 drones", 450, 450, FALSE, FALSE, "drones", NULL },
  { "200..999 drones", "200..999 drones", 200, 999, FALSE, FALSE, "drones", NULL },
  { "200 .. 999", "200..999", 200, 999, FALSE, FALSE, NULL, NULL },
  { ">1500 km", ">1500 km", 1500, NAN, TRUE, FALSE, "km", NULL },
  { ">= 24", "24..", 24, NAN, FALSE, FALSE, NULL, NULL },
  { "24.. ships", "24.. ships", 24, NAN, FALSE, FALSE, "ships", NULL },
  { ">=24 155-mm shells", ">=24 155-mm shells", 24, NAN, FALSE, FALSE, "155-mm shells", NULL },
  { "..5", "..5", NAN, 5, FALSE, FALSE, NULL, NULL },
  { "<=5", "..5", NAN, 5, FALSE, FALSE, NULL, NULL },
  { "<5 t", "<5 t", NAN, 5, FALSE, TRUE, "t", NULL },
  { ">5..<6.25", ">5..<6.25", 5, 6.25, TRUE, TRUE, NULL, NULL },
  { "-5..-0.5 °C", "-5..-0.5 °C", -5, -0.5, FALSE, FALSE, "°C", NULL },
  { "~40 %", "36..44 %", 36, 44, FALSE, FALSE, "%", NULL },
  { "1e6 rounds", "1000000 rounds", 1e6, 1e6, FALSE, FALSE, "rounds", NULL },
  { "5 e3", "5 e3", 5, 5, FALSE, FALSE, "e3", NULL },
  { "per shipment: 40 drones", "per shipment: 40 drones", 40, 40, FALSE, FALSE, "drones", "per shipment" },
  { ".. drones", ".. drones", NAN, NAN, FALSE, FALSE, "drones", NULL },
  { "", NULL },
  { "drones", NULL },
  { "total:", NULL },
  { "1,500 km", NULL },
  { "1.500.000", NULL },
  { "999..200", NULL },
  { ">5..5", NULL },
  { "nan", NULL },
  { "1e999", NULL },
  { "<5..7", NULL },
  { "1..2..3", NULL },
};

static gboolean
same (double a, double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) < 1e-9;
}

static void
test_quantities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      const Quantity *expected = &quantities[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      GsQuantityRecord *quantity = gs_quantity_parse (expected->typed, &error);

      g_test_message ("“%s”", expected->typed);
      if (expected->shown == NULL)
        {
          g_assert_null (quantity);
          g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (same (quantity->lo, expected->lo));
      g_assert_true (same (quantity->hi, expected->hi));
      g_assert_cmpint (quantity->lo_open, ==, expected->lo_open);
      g_assert_cmpint (quantity->hi_open, ==, expected->hi_open);
      g_assert_cmpstr (quantity->unit, ==, expected->unit);
      g_assert_cmpstr (quantity->measure, ==, expected->measure);
      shown = gs_quantity_format (quantity);
      g_assert_cmpstr (shown, ==, expected->shown);
      gs_record_free (&gs_quantity_type, quantity);
    }
}

static GsQuantityRecord *
random_quantity (GRand *chance)
{
  static const char *const units[] = { NULL, "drones", "km", "% of it", "°C" };
  static const char *const measures[] = { NULL, "total", "per shipment" };
  GsQuantityRecord *quantity = gs_record_new (&gs_quantity_type);

  if (g_rand_boolean (chance))
    quantity->lo = g_rand_double_range (chance, -1e6, 1e6);
  if (g_rand_boolean (chance))
    quantity->hi = isnan (quantity->lo) ? g_rand_int_range (chance, -9, 9)
                                        : quantity->lo + g_rand_int_range (chance, 0, 3) * g_rand_double (chance);
  if (isnan (quantity->lo) || isnan (quantity->hi) || quantity->lo < quantity->hi)
    {
      quantity->lo_open = !isnan (quantity->lo) && g_rand_boolean (chance);
      quantity->hi_open = !isnan (quantity->hi) && g_rand_boolean (chance);
    }
  quantity->unit = g_strdup (units[g_rand_int_range (chance, 0, G_N_ELEMENTS (units))]);
  quantity->measure = g_strdup (measures[g_rand_int_range (chance, 0, G_N_ELEMENTS (measures))]);

  return quantity;
}

static void
test_quantity_inverse (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (21);

  for (guint i = 0; i < 5000; i++)
    {
      GsQuantityRecord *quantity = random_quantity (chance);
      g_autofree char *shown = gs_quantity_format (quantity);
      g_autoptr (GError) error = NULL;
      GsQuantityRecord *back = gs_quantity_parse (shown, &error);

      g_assert_no_error (error);
      if (!gs_record_equal (&gs_quantity_type, quantity, back))
        g_error ("“%s” is read as another quantity", shown);
      gs_record_free (&gs_quantity_type, quantity);
      gs_record_free (&gs_quantity_type, back);
    }
}

typedef struct
{
  const char *typed;
  const char *shown; /* NULL: refused */
  int kind;
  const char *start_lo, *start_hi, *end_lo, *end_hi;
} Time;

static const Time times[] = {
  { "2022-08", "2022-08", GS_TIME_EVENT, "2022-08", NULL, NULL, "2022-08" },
  { "event: 2022", "2022", GS_TIME_EVENT, "2022", NULL, NULL, "2022" },
  { "2022-08-01..2022-08-31", "2022-08-01..2022-08-31", GS_TIME_EVENT, "2022-08-01", NULL, NULL, "2022-08-31" },
  { "2022-08-01/2022-08-31", "2022-08-01..2022-08-31", GS_TIME_EVENT, "2022-08-01", NULL, NULL, "2022-08-31" },
  { "..2022-02-24", "..2022-02-24", GS_TIME_EVENT, NULL, NULL, NULL, "2022-02-24" },
  { "onset:2022-08", "onset:2022-08", GS_TIME_ONSET, "2022-08", "2022-08", NULL, NULL },
  { "onset:..2022-02-24", "onset:..2022-02-24", GS_TIME_ONSET, NULL, "2022-02-24", NULL, NULL },
  { "state:2022-02-24..", "state:2022-02-24..", GS_TIME_STATE, "2022-02-24", NULL, NULL, NULL },
  { "universal:..", "universal:..", GS_TIME_UNIVERSAL, NULL, NULL, NULL, NULL },
  { "2022/2023..2024/2025", "2022/2023..2024/2025", GS_TIME_EVENT, "2022", "2023", "2024", "2025" },
  { "/2023../", "/2023../", GS_TIME_EVENT, NULL, "2023", NULL, NULL },
  { "2022-10-17T06:35:00Z", "2022-10-17T06:35:00Z", GS_TIME_EVENT, "2022-10-17T06:35:00Z", NULL, NULL,
    "2022-10-17T06:35:00Z" },
  { "2022-08..2022", "2022-08..2022", GS_TIME_EVENT, "2022-08", NULL, NULL, "2022" },
  { "", NULL },
  { "yesterday", NULL },
  { "first:2022", NULL },
  { "2022-13", NULL },
  { "2023-02-29", NULL },
  { "2022-9", NULL },
  { "0000", NULL },
  { "2023..2022", NULL },
  { "2022-08-01..x", NULL },
  { "onset:", NULL },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const Time *expected = &times[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      GsTimeRecord *time = gs_time_parse (expected->typed, &error);
      GsTimeRecord *back;

      g_test_message ("“%s”", expected->typed);
      if (expected->shown == NULL)
        {
          g_assert_null (time);
          g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (time->kind, ==, expected->kind);
      g_assert_cmpstr (time->start_lo, ==, expected->start_lo);
      g_assert_cmpstr (time->start_hi, ==, expected->start_hi);
      g_assert_cmpstr (time->end_lo, ==, expected->end_lo);
      g_assert_cmpstr (time->end_hi, ==, expected->end_hi);
      shown = gs_time_format (time);
      g_assert_cmpstr (shown, ==, expected->shown);
      back = gs_time_parse (shown, &error);
      g_assert_no_error (error);
      g_assert_true (gs_record_equal (&gs_time_type, time, back));
      gs_record_free (&gs_time_type, time);
      gs_record_free (&gs_time_type, back);
    }
}

static void
test_time_inverse (void)
{
  static const char *const dates[] = { NULL, "2021", "2022-02", "2022-02-24", "2023-03-10" };
  guint n = G_N_ELEMENTS (dates);

  /* Every set of bounds in order, of every kind. */
  for (guint i = 0; i < 4 * n * n * n * n; i++)
    {
      guint a = i / 4 % n, b = i / 4 / n % n, c = i / 4 / n / n % n, d = i / 4 / n / n / n;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      GsTimeRecord *time, *back;

      if ((b > 0 && a > b) || (d > 0 && c > d) || (d > 0 && a > d))
        continue;
      time = gs_record_new (&gs_time_type);
      time->kind = (int) (i % 4);
      time->start_lo = g_strdup (dates[a]);
      time->start_hi = g_strdup (dates[b]);
      time->end_lo = g_strdup (dates[c]);
      time->end_hi = g_strdup (dates[d]);
      shown = gs_time_format (time);
      back = gs_time_parse (shown, &error);
      g_assert_no_error (error);
      if (!gs_record_equal (&gs_time_type, time, back))
        g_error ("“%s” is read as another time", shown);
      gs_record_free (&gs_time_type, time);
      gs_record_free (&gs_time_type, back);
    }
}

static void
test_days (void)
{
  guint32 first, last, day, unused;

  g_assert_true (gs_date_days ("2024-02", &first, &last));
  g_assert_cmpuint (last - first, ==, 28);
  g_assert_true (gs_date_days ("2024-02-29", &day, &unused));
  g_assert_cmpuint (day, ==, last);
  g_assert_true (gs_date_days ("2023", &first, &last));
  g_assert_cmpuint (last - first, ==, 364);
  g_assert_false (gs_date_days (NULL, &first, &last));
  g_assert_false (gs_date_days ("2024-02-30", &first, &last));
  g_assert_false (gs_date_days ("2024-02-29x", &first, &last));
}

static void
test_action (void)
{
  g_autoptr (GsAction) action = gs_action_new ("Do it");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  const GPtrArray *steps = gs_action_get_steps (action);
  const GsActionStep *step;
  const char *uuid;

  g_assert_true (gs_action_is_empty (action));
  tag->name = g_strdup ("drone");
  uuid = gs_action_save (action, &gs_tag_type, tag);
  g_assert_true (g_uuid_string_is_valid (uuid));
  /* A copy: what the caller does afterwards does not show. */
  g_free (tag->name);
  tag->name = g_strdup ("other");
  step = steps->pdata[0];
  g_assert_true (step->fresh);
  g_assert_cmpstr (((GsTagRecord *) step->record)->name, ==, "drone");
  g_assert_true (gs_action_find (action, &gs_tag_type, uuid) == step->record);

  claim->uuid = g_uuid_string_random ();
  gs_record_append (claim->spans, &gs_span_type);
  g_assert_cmpstr (gs_action_save (action, &gs_claim_type, claim), ==, claim->uuid);
  step = steps->pdata[1];
  g_assert_false (step->fresh);
  g_assert_true (g_uuid_string_is_valid (((GsSpanRecord *) ((GsClaimRecord *) step->record)->spans->pdata[0])->uuid));

  gs_action_delete (action, &gs_tag_type, uuid);
  g_assert_null (gs_action_find (action, &gs_tag_type, uuid));
  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_false (gs_action_is_empty (action));
  g_assert_cmpstr (gs_action_get_label (action), ==, "Do it");
}

/* Every code of the lower room has its word here; none is lost on the way. */
static void
test_errors (void)
{
  for (int code = GS_DB_ERROR_FAILED; code <= GS_DB_ERROR_NOTHING_TO_REDO; code++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gs_error_take (&error, g_error_new (GS_DB_ERROR, code, "x.gainsay: what is wrong")));
      g_assert_nonnull (error);
      if (code == GS_DB_ERROR_INTERRUPTED)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_true (error->domain == GS_ERROR);
      if (code == GS_DB_ERROR_CORRUPT)
        g_assert_cmpstr (error->message, ==, "x.gainsay: what is wrong");
    }

  gs_error_take (NULL, g_error_new_literal (GS_DB_ERROR, GS_DB_ERROR_IO, "nobody asks"));
}

static void
test_page (void)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autofree char *none = gs_label_page (article, 10);
  g_autofree char *label = NULL;
  GsPageRecord *page = gs_record_append (article->pages, &gs_page_type);

  page->label = g_strdup ("iv");
  label = gs_label_page (article, 10);
  g_assert_null (none);
  g_assert_cmpstr (label, ==, "page iv");
}

static void
test_citation (void)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autofree char *bare = NULL;
  g_autofree char *whole = NULL;
  GsPageRecord *page = gs_record_append (article->pages, &gs_page_type);

  g_assert_null (gs_citation_quote (article, 0, 1));
  article->text = g_strdup ("🎉 Three ships\n  sailed. Nobody saw them.");
  bare = gs_citation_quote (article, 2, 23);
  g_assert_cmpstr (bare, ==, "“Three ships sailed.”");
  g_assert_null (gs_citation_quote (article, 5, 5));
  g_assert_null (gs_citation_quote (article, 40, 400));

  article->title = g_strdup ("At sea");
  article->byline = g_strdup ("Ann Ash");
  article->agency = g_strdup ("Wire");
  article->outlet = g_strdup ("The Courier");
  article->published_lo = g_strdup ("2024-03-05");
  article->published_hi = g_strdup ("2024-03-05");
  article->url = g_strdup ("https://courier.example/sea");
  page->label = g_strdup ("3");
  whole = gs_citation_quote (article, 2, 7);
  g_assert_cmpstr (whole, ==,
                   "“Three” (Ann Ash, “At sea”, The Courier, 5 March 2024, page 3, https://courier.example/sea)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/quantity/table", test_quantities);
  g_test_add_func ("/app/quantity/inverse", test_quantity_inverse);
  g_test_add_func ("/app/time/table", test_times);
  g_test_add_func ("/app/time/inverse", test_time_inverse);
  g_test_add_func ("/app/time/days", test_days);
  g_test_add_func ("/app/label/page", test_page);
  g_test_add_func ("/app/action", test_action);
  g_test_add_func ("/app/error", test_errors);

  g_test_add_func ("/app/citation", test_citation);

  return g_test_run ();
}
