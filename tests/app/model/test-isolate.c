/* test-isolate.c: names that run from right to left stay by themselves.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-isolate.h"
#include "gs-listings.h"

#include "gs-test.h"

#define HE "מרים"
#define FA "وزیر دفاع"
#define LRM "\u200e"
#define FSI "\u2068"
#define PDI "\u2069"

/* What runs as the window does is left as it is, whatever it is made of. */
static void
test_plain (void)
{
  g_autofree char *sentence = gs_compose ("%s relays %s, %'d claims, 100 %%", "Reuters", "Ёлкин", 3);
  g_autofree char *name = gs_isolate ("Zoë › 伊朗");
  g_autofree char *none = gs_isolate (NULL);
  g_autofree char *parts = gs_isolate_parts ("VRT › Iran", GS_CHAIN_ARROW);

  g_assert_cmpstr (sentence, ==, "Reuters relays Ёлкин, 3 claims, 100 %");
  g_assert_cmpstr (name, ==, "Zoë › 伊朗");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (parts, ==, "VRT › Iran");
}

static void
test_compose (void)
{
  g_autofree char *first = gs_compose ("%s · %d claims", FA, 12);
  g_autofree char *second = gs_compose ("%2$s, then %1$s (%3$u)", FA, HE, 4u);
  g_autofree char *mixed = gs_compose ("%s – %s", "Reuters", HE);
  g_autofree char *inner = gs_compose ("%s says: %s", FA, "yes");
  g_autofree char *outer = gs_compose ("Undo “%s”", inner);

  g_assert_cmpstr (first, ==, LRM FSI FA PDI " · 12 claims");
  g_assert_cmpstr (second, ==, LRM FSI HE PDI ", then " FSI FA PDI " (4)");
  g_assert_cmpstr (mixed, ==, LRM "Reuters – " FSI HE PDI);
  g_assert_cmpstr (outer, ==, LRM "Undo “" FSI LRM FSI FA PDI " says: yes" PDI "”");
}

static void
test_parts (void)
{
  g_autofree char *chain = gs_isolate_parts ("VRT › " FA " › " HE, GS_CHAIN_ARROW);
  g_autofree char *name = gs_isolate (HE);

  g_assert_cmpstr (name, ==, LRM FSI HE PDI);
  g_assert_cmpstr (chain, ==, LRM "VRT › " FSI FA PDI " › " FSI HE PDI);
}

static void
test_runs (void)
{
  g_autofree char *told = gs_isolate_runs (FA " says: “" HE " 52, " HE "”. Then: no.");
  g_autofree char *two = gs_isolate_runs ("“" FA " 52”. " HE " denies, 3 times.");
  g_autofree char *plain = gs_isolate_runs ("Reuters says: “no”.");

  g_assert_cmpstr (told, ==, LRM FSI FA PDI " says: “" FSI HE " 52, " HE PDI "”. Then: no.");
  g_assert_cmpstr (two, ==, LRM "“" FSI FA " 52" PDI "”. " FSI HE PDI " denies, 3 times.");
  g_assert_cmpstr (plain, ==, "Reuters says: “no”.");
}

/* Names come from files: marks of their own, marks that never end, bytes that are no text. */
static void
test_hostile (void)
{
  static const char *const names[] = { FSI HE, HE PDI PDI, "\xff\xfe" HE "\xf0", "%s%n", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sentence = gs_compose ("a %s b %s c", names[i], HE);
      g_autofree char *name = gs_isolate (names[i]);
      g_autofree char *parts = gs_isolate_parts (names[i], ", ");

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_utf8_validate (parts, -1, NULL));
      g_assert_true (g_str_has_suffix (sentence, " c"));
    }
}

/* A format that breaks off ends there. */
static void
test_formats (void)
{
  g_autofree char *per_cent = gs_compose ("%u %% of %s", 5u, HE);
  g_autofree char *padded = gs_compose ("%-6s|%.2s|%5.1f", "ab", "abcd", 1.5);

  g_assert_cmpstr (per_cent, ==, LRM "5 % of " FSI HE PDI);
  g_assert_cmpstr (padded, ==, "ab    |ab|  1.5");
}

static void
test_begins (void)
{
  g_assert_true (gs_begins_right_to_left (HE));
  g_assert_true (gs_begins_right_to_left ("«12» " HE " said"));
  g_assert_false (gs_begins_right_to_left ("He said " HE));
  g_assert_false (gs_begins_right_to_left ("12"));
  g_assert_false (gs_begins_right_to_left (""));
  g_assert_false (gs_begins_right_to_left (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/isolate/plain", test_plain);
  g_test_add_func ("/model/isolate/compose", test_compose);
  g_test_add_func ("/model/isolate/parts", test_parts);
  g_test_add_func ("/model/isolate/runs", test_runs);
  g_test_add_func ("/model/isolate/hostile", test_hostile);
  g_test_add_func ("/model/isolate/formats", test_formats);
  g_test_add_func ("/model/isolate/begins", test_begins);

  return g_test_run ();
}
