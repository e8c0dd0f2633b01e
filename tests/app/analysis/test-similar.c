/* test-similar.c: copies and translations are found, and nothing else.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-similar.h"
#include "gs-sketch.h"
#include "gs-test.h"

#define WIRE                                                                                                          \
  "The harbour authority of Port Mellin said on Tuesday that 34 containers had been held since 3 March 2021. "        \
  "Director "                                                                                                         \
  "Anna Verhulst told reporters that inspectors Pieter Lanoye and Marta Quist had opened 12 of them and found 4,200 " \
  "crates without papers. The freighter Sofia Kalda left Tallinn on 18 February 2021 with 611 tonnes of cargo, the "  \
  "Estonian ministry confirmed. A spokesman for the owner, Baltmar, denied that anybody had been detained.\n"

#define WIRE_NL                                                                                                   \
  "De haven van Port Mellin houdt sinds 3 maart 2021 34 containers vast, zei de havendienst dinsdag. Volgens "    \
  "directeur Anna Verhulst openden de inspecteurs Pieter Lanoye en Marta Quist er 12 en vonden ze 4.200 kratten " \
  "zonder papieren. Het vrachtschip Sofia Kalda vertrok op 18 februari 2021 uit Tallinn met 611 ton lading, "     \
  "bevestigt het ministerie. Eigenaar Baltmar ontkent dat iemand is aangehouden.\n"

#define MORE                                                                                                       \
  "Fishermen in the bay complained of the noise at night. The council will discuss new rules for the quay in the " \
  "autumn, once the budget has been settled and the mayor is back from her journey.\n"

/* The same affair, told by somebody else. */
#define OTHER                                                                                                      \
  "Residents of Port Mellin have known for weeks that something was wrong at the docks. Anna Verhulst, who runs "  \
  "the harbour, would not say on Friday how many boxes were still sealed. Customs had counted 51 by then, and an " \
  "insurer in Tallinn speaks of losses of 7 million. Baltmar did not answer our questions about the crew.\n"

typedef struct
{
  GsWorkspace *workspace;
  guint n;
} Case;

static char *
add (Case *self, const char *language, const char *day, const char *text)
{
  g_autoptr (GsAction) action = gs_action_new ("Add");
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GError) error = NULL;

  article->title = g_strdup_printf ("Article %u", ++self->n);
  article->language = g_strdup (language);
  article->published_lo = g_strdup (day);
  article->text = g_strdup (text);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  gs_action_save (action, &gs_article_type, article);
  gs_workspace_perform (self->workspace, action, &error);
  g_assert_no_error (error);

  return gs_workspace_resolve (self->workspace, &gs_article_type, article->sha256, NULL);
}

static GPtrArray *
find (Case *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found;
  gint64 place = 0;
  gboolean more = TRUE;

  while (more)
    {
      gs_similar_prepare (self->workspace, &place, 3, &more, &error);
      g_assert_no_error (error);
    }
  found = gs_similar_find (self->workspace, NULL, &error);
  g_assert_no_error (error);

  return found;
}

static void
expect_none (Case *self)
{
  g_autoptr (GPtrArray) found = find (self);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
expect_one (Case *self, GsLikenessKind kind, const char *article, const char *other)
{
  g_autoptr (GPtrArray) found = find (self);
  const GsLikeness *likeness;

  g_assert_cmpuint (found->len, ==, 1);
  likeness = found->pdata[0];
  g_assert_cmpint (likeness->kind, ==, kind);
  g_assert_cmpstr (likeness->article, ==, article);
  g_assert_cmpstr (likeness->other, ==, other);
  g_test_message ("%s", likeness->evidence);
}

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_assert_finalize_object (self->workspace);
}

static void
test_copy (Case *self, gconstpointer data)
{
  g_autofree char *original = add (self, "en", "2021-03-09", WIRE);
  g_autofree char *copy = add (self, "en", "2021-03-10", "Harbour news\n" WIRE MORE);

  expect_one (self, GS_LIKENESS_COPY, copy, original);
}

/* The one that came in first is not the original when it was published later. */
static void
test_earlier_by_day (Case *self, gconstpointer data)
{
  g_autofree char *copy = add (self, "en", "2021-03-10", WIRE MORE);
  g_autofree char *original = add (self, NULL, "2021-03-09", WIRE);

  expect_one (self, GS_LIKENESS_COPY, copy, original);
}

static void
test_translation (Case *self, gconstpointer data)
{
  g_autofree char *original = add (self, "en", "2021-03-09", WIRE MORE);
  g_autofree char *translation = add (self, "nl", "2021-03-10", WIRE_NL);

  expect_one (self, GS_LIKENESS_TRANSLATION, translation, original);
}

static void
test_long_after (Case *self, gconstpointer data)
{
  g_free (add (self, "en", "2021-03-09", WIRE MORE));
  g_free (add (self, "nl", "2022-03-10", WIRE_NL));

  expect_none (self);
}

static void
test_same_affair (Case *self, gconstpointer data)
{
  g_free (add (self, "en", "2021-03-09", WIRE));
  g_free (add (self, "en", "2021-03-10", OTHER));
  g_free (add (self, "nl", "2021-03-10", "Op 18 februari 2021 vertrok een schip uit Tallinn.\n"));

  expect_none (self);
}

static void
decide (Case *self, GsLikenessKind kind, const char *article, const char *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_similar_decide (self->workspace, article, other, kind, &error);

  g_assert_no_error (error);
  gs_workspace_perform (self->workspace, action, &error);
  g_assert_no_error (error);
}

/* What the analyst decides is recorded, not asked again, and can be undone. */
static void
test_decide (Case *self, gconstpointer data)
{
  g_autofree char *original = add (self, "en", "2021-03-09", WIRE);
  g_autofree char *copy = add (self, "en", "2021-03-10", WIRE MORE);
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GError) error = NULL;

  expect_one (self, GS_LIKENESS_COPY, copy, original);
  decide (self, GS_LIKENESS_COPY, copy, original);
  expect_none (self);
  article = gs_workspace_load (self->workspace, &gs_article_type, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->near_duplicate_of, ==, original);

  g_assert_true (gs_workspace_undo (self->workspace, NULL, &error));
  expect_one (self, GS_LIKENESS_COPY, copy, original);

  decide (self, GS_LIKENESS_COPY, copy, original);
  decide (self, GS_LIKENESS_DISTINCT, copy, original);
  expect_none (self);
  g_clear_pointer (&article, gs_article_record_free);
  article = gs_workspace_load (self->workspace, &gs_article_type, copy, &error);
  g_assert_null (article->near_duplicate_of);
  g_assert_cmpuint (article->unlike->len, ==, 1);
}

static void
test_refused (Case *self, gconstpointer data)
{
  g_autofree char *article = add (self, "en", NULL, WIRE);
  g_autoptr (GError) error = NULL;

  g_assert_null (gs_similar_decide (self->workspace, article, article, GS_LIKENESS_COPY, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (gs_similar_decide (self->workspace, article, "nobody", GS_LIKENESS_COPY, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
}

/* An article that has gone takes its likenesses along; the next one to get its
 * row number does not inherit them. */
static void
test_gone (Case *self, gconstpointer data)
{
  g_autofree char *original = add (self, "en", "2021-03-09", WIRE);
  g_autofree char *copy = add (self, "en", "2021-03-10", WIRE MORE);
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  expect_one (self, GS_LIKENESS_COPY, copy, original);
  g_assert_true (gs_workspace_undo (self->workspace, NULL, &error));
  expect_none (self);

  other = add (self, "en", "2021-03-10", OTHER);
  expect_none (self);
}

/* A hundred papers print the same: each is a copy of the first few. */
static void
test_many (Case *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *first = add (self, "en", "2021-03-01", WIRE);
  guint of_first = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf (WIRE "Paper %u prints this.\n", i);

      g_free (add (self, "en", "2021-03-02", text));
    }

  found = find (self);
  for (guint i = 0; i < found->len; i++)
    {
      const GsLikeness *likeness = found->pdata[i];

      of_first += g_str_equal (likeness->other, first);
    }
  g_assert_cmpuint (of_first, ==, 100);
  g_assert_cmpuint (found->len, <=, 800);
}

/* The five seeds tell one affair in three languages, and none is a copy. */
static void
test_seeds (Case *self, gconstpointer data)
{
  g_autofree char *path = gs_test_seed ("reference.json");
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (path == NULL)
    return;

  folder = g_path_get_dirname (path);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      const char *text;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      bytes = gs_test_read (file);
      text = g_bytes_get_data (bytes, NULL);
      g_free (add (self,
                   strstr (text, " het ") != NULL   ? "nl"
                   : strstr (text, " der ") != NULL ? "de"
                                                    : "en",
                   NULL, text));
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
  expect_none (self);
}

static void
test_sketch (void)
{
  g_autoptr (GsSketch) whole = gs_sketch_new (WIRE MORE, "en", NULL);
  g_autoptr (GsSketch) part = gs_sketch_new (MORE, "en", NULL);
  g_autoptr (GsSketch) empty = gs_sketch_new ("", NULL, NULL);
  g_autoptr (GArray) sample = gs_sketch_sample (whole->shingles, 1, 10);

  g_assert_cmpuint (gs_sketch_shared (whole->shingles, part->shingles), ==, part->shingles->len);
  g_assert_cmpuint (gs_sketch_shared (whole->shingles, empty->shingles), ==, 0);
  g_assert_cmpuint (empty->shingles->len + empty->numbers->len + empty->dates->len + empty->names->len, ==, 0);
  g_assert_cmpuint (sample->len, ==, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)
  ADD ("/similar/copy", test_copy);
  ADD ("/similar/earlier-by-day", test_earlier_by_day);
  ADD ("/similar/translation", test_translation);
  ADD ("/similar/long-after", test_long_after);
  ADD ("/similar/same-affair", test_same_affair);
  ADD ("/similar/decide", test_decide);
  ADD ("/similar/refused", test_refused);
  ADD ("/similar/gone", test_gone);
  ADD ("/similar/many", test_many);
  ADD ("/similar/seeds", test_seeds);
#undef ADD
  g_test_add_func ("/similar/sketch", test_sketch);

  return g_test_run ();
}
