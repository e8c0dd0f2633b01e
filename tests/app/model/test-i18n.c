/* test-i18n.c: a thread of its own language.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "gs-gettext.h"
#include "gs-labels.h"

static void
test_find (void)
{
  g_assert_cmpstr (gs_i18n_find ("nl"), ==, "nl");
  g_assert_cmpstr (gs_i18n_find ("nl-BE"), ==, "nl");
  g_assert_cmpstr (gs_i18n_find ("DE_AT.UTF-8"), ==, "de");
  g_assert_cmpstr (gs_i18n_find ("en@quot"), ==, "en");
  g_assert_null (gs_i18n_find ("n"));
  g_assert_null (gs_i18n_find ("nld"));
  g_assert_null (gs_i18n_find (""));
  g_assert_null (gs_i18n_find (NULL));
  g_assert_cmpstr (gs_i18n_default (), ==, "en");
}

static void
assert_says (const char *language, const char *stance, const char *day, const char *month, const char *since)
{
  const char *before = gs_i18n_enter (language);
  g_autofree char *first = gs_label_dates ("2022-03-07", "2022-03-07");
  g_autofree char *second = gs_label_dates ("2022-05", "2022-05");
  g_autofree char *third = gs_label_dates ("2022", NULL);

  g_assert_cmpstr (gs_label (&gs_stances, GS_STANCE_DENIES), ==, stance);
  g_assert_cmpstr (first, ==, day);
  g_assert_cmpstr (second, ==, month);
  g_assert_cmpstr (third, ==, since);
  gs_i18n_leave (before);
}

static void
test_labels (void)
{
  assert_says ("nl", "Ontkent", "7 maart 2022", "mei 2022", "sinds 2022");
  assert_says ("de", "Bestreitet", "7. März 2022", "Mai 2022", "seit 2022");
  assert_says ("en", "Denies", "7 March 2022", "May 2022", "since 2022");
  /* The process speaks English here. */
  assert_says (NULL, "Denies", "7 March 2022", "May 2022", "since 2022");
  assert_says ("xx", "Denies", "7 March 2022", "May 2022", "since 2022");
}

/* What is no date is shown as it is. */
static void
test_dates (void)
{
  static const char *const odd[] = { "2022-13", "2022-02-30", "0000", "soon", "2022-00-01" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *text = gs_label_dates (odd[i], odd[i]);

      g_assert_cmpstr (text, ==, odd[i]);
    }
}

static void
test_nested (void)
{
  const char *dutch = gs_i18n_enter ("nl");
  const char *german = gs_i18n_enter ("de");

  g_assert_cmpstr (gs_i18n_gettext ("Denies"), ==, "Bestreitet");
  gs_i18n_leave (german);
  g_assert_cmpstr (gs_i18n_gettext ("Denies"), ==, "Ontkent");
  g_assert_cmpstr (gs_i18n_gettext ("A sentence that nobody has translated"), ==,
                   "A sentence that nobody has translated");
  g_assert_cmpstr (gs_i18n_pgettext ("no such context", "Denies"), ==, "Denies");
  gs_i18n_leave (dutch);
  g_assert_cmpstr (gs_i18n_gettext ("Denies"), ==, "Denies");
}

static gpointer
say_cb (gpointer data)
{
  gs_i18n_enter (data);
  for (guint i = 0; i < 1000; i++)
    {
      if (i % 10 == 0)
        g_thread_yield ();
      g_assert_cmpstr (gs_i18n_gettext ("Denies"), ==, g_str_equal (data, "nl") ? "Ontkent" : "Bestreitet");
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *dutch = g_thread_new ("nl", say_cb, (gpointer) "nl");
  GThread *german = g_thread_new ("de", say_cb, (gpointer) "de");

  g_thread_join (dutch);
  g_thread_join (german);
  g_assert_cmpstr (gs_i18n_gettext ("Denies"), ==, "Denies");
}

/* ngettext() takes the first form for one and the second for all others. */
static void
test_plurals (void)
{
  for (guint i = 0; gs_i18n_languages[i] != NULL; i++)
    {
      const char *before = gs_i18n_enter (gs_i18n_languages[i]);
      const char *head = gs_i18n_gettext ("");

      if (!g_str_equal (gs_i18n_languages[i], "en"))
        g_assert_nonnull (strstr (head, "Plural-Forms: nplurals=2; plural=(n != 1);"));
      g_assert_cmpstr (gs_i18n_ngettext ("%d never translated", "%d never translateds", 1), ==, "%d never translated");
      g_assert_cmpstr (gs_i18n_ngettext ("%d never translated", "%d never translateds", 0), ==, "%d never translateds");
      gs_i18n_leave (before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/i18n/find", test_find);
  g_test_add_func ("/i18n/labels", test_labels);
  g_test_add_func ("/i18n/dates", test_dates);
  g_test_add_func ("/i18n/nested", test_nested);
  g_test_add_func ("/i18n/threads", test_threads);
  g_test_add_func ("/i18n/plurals", test_plurals);

  return g_test_run ();
}
