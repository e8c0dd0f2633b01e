/* test-settings.c: what the window remembers, and what it calls things.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-labels.h"
#include "gs-settings.h"

static void
test_filter (void)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GsListFilter) same = NULL;
  g_autoptr (GsListFilter) other = NULL;

  filter->tag = g_strdup ("0f3c0000-0000-4000-8000-000000000001");
  filter->stance = g_strdup ("denies");
  filter->untagged = TRUE;
  filter->order = GS_ORDER_QUESTION;
  filter->descending = TRUE;
  gs_settings_save_filter ("claims-filter", "/a/b c.gainsay", filter);

  same = gs_settings_load_filter ("claims-filter", "/a/b c.gainsay");
  g_assert_true (gs_record_equal (&gs_list_filter_type, filter, same));

  /* Another workspace has other tags; the order holds everywhere. */
  other = gs_settings_load_filter ("claims-filter", "/a/other.gainsay");
  g_assert_null (other->tag);
  g_assert_null (other->stance);
  g_assert_false (other->untagged);
  g_assert_cmpint (other->order, ==, GS_ORDER_QUESTION);
  g_assert_true (other->descending);
}

static void
test_recent (void)
{
  g_auto (GStrv) recent = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *path = g_strdup_printf ("/w/%u.gainsay", i);

      gs_settings_add_recent (path);
    }
  gs_settings_add_recent ("/w/9.gainsay");
  gs_settings_add_recent ("/w/not\xffutf-8.gainsay");

  recent = gs_settings_get_recent ();
  g_assert_cmpuint (g_strv_length (recent), ==, 8);
  g_assert_cmpstr (recent[0], ==, "/w/9.gainsay");
  g_assert_cmpstr (recent[1], ==, "/w/11.gainsay");
  g_assert_cmpstr (recent[7], ==, "/w/4.gainsay");
}

/* A word without a label would show its nick, which is lower case. */
static void
test_every_word_has_a_label (void)
{
  const GsWordList *lists[] = { &gs_zone_kinds, &gs_stances,  &gs_certainties,      &gs_statuses, &gs_source_kinds,
                                &gs_link_kinds, &gs_verdicts, &gs_conflict_classes, &gs_reviews,  &gs_answer_kinds };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (int value = 0; lists[i]->nicks[value] != NULL; value++)
        g_assert_true (g_ascii_isupper (*gs_label (lists[i], value)));
      g_assert_cmpstr (gs_label (lists[i], 1000), ==, "");
    }
}

static void
test_dates (void)
{
  const struct
  {
    const char *lo;
    const char *hi;
    const char *label;
  } cases[] = {
    { "2022-10-17", "2022-10-17", "17 October 2022" },
    { "2022-10", "2022-10", "October 2022" },
    { "2022", "2022", "2022" },
    { "2022-10-17", "2022-10-19", "17 October 2022 – 19 October 2022" },
    { NULL, "2022-02-24", "until 24 February 2022" },
    { "2022-02-24", NULL, "since 24 February 2022" },
    { NULL, NULL, "" },
    { "2022-02-31", "2022-02-31", "2022-02-31" },
    { "soon", "soon", "soon" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = gs_label_dates (cases[i].lo, cases[i].hi);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_languages (void)
{
  g_autofree char *dutch = gs_label_language ("nl-BE");
  g_autofree char *unknown = gs_label_language ("qaa");
  g_autofree char *none = gs_label_language (NULL);

  g_assert_cmpstr (dutch, ==, "Dutch");
  g_assert_cmpstr (unknown, ==, "qaa");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/settings/filter", test_filter);
  g_test_add_func ("/ui/settings/recent", test_recent);
  g_test_add_func ("/ui/labels/every-word-has-a-label", test_every_word_has_a_label);
  g_test_add_func ("/ui/labels/dates", test_dates);
  g_test_add_func ("/ui/labels/languages", test_languages);

  return g_test_run ();
}
