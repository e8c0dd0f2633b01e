/* test-pdf.c: PDF documents: hyphens, refusals, limits.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-hyphens.h"
#include "gs-pdf-layout.h"
#include "gs-test.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *before;
  const char *after;
  const char *language;
  GsHyphen judgement;
} joints[] = {
  { "een drone-", "aanval op", "nl", GS_HYPHEN_KEEP },
  { "een zee-", "egel die", "nl", GS_HYPHEN_KEEP },
  { "die Bau-", "ern und", "de", GS_HYPHEN_DROP },
  { "el te-", "atro de", "es", GS_HYPHEN_DROP },
  { "het be-", "stuur van", "nl", GS_HYPHEN_DROP },
  { "de reï-", "ntegratie", "nl", GS_HYPHEN_DROP },
  { "in Luft-", "und Raumfahrt", "de", GS_HYPHEN_SPACED },
  { "short-", "and long-term", "en", GS_HYPHEN_SPACED },
  { "the NATO-", "led force", "en", GS_HYPHEN_KEEP },
  { "Amir-", "Abdollahian", "en", GS_HYPHEN_KEEP },
  { "an e-", "mail to", "en", GS_HYPHEN_KEEP },
  { "the 20-", "year plan", "en", GS_HYPHEN_KEEP },
  { "soft\xc2\xad", "Ware", "en", GS_HYPHEN_DROP },
  { "the north-", "east gate", "en", GS_HYPHEN_KEEP }, /* stands whole elsewhere */
  { "the life-", "boats were", "en", GS_HYPHEN_DROP },
  { "a dash –", "and more", "en", GS_HYPHEN_NONE },
  { "no hyphen", "at all", "en", GS_HYPHEN_NONE },
  { "-", "x", "en", GS_HYPHEN_NONE },
  { "hanging-", "", NULL, GS_HYPHEN_NONE },
};

static void
test_hyphens (void)
{
  g_autoptr (GsHyphens) hyphens = gs_hyphens_new ();

  gs_hyphens_add_line (hyphens, "By the North-East gate lay the life-");
  gs_hyphens_add_line (hyphens, "boats, and the lifeboats lay still.");
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_test_message ("%s %s", joints[i].before, joints[i].after);
      g_assert_cmpint (gs_hyphens_judge (hyphens, joints[i].before, joints[i].after, joints[i].language), ==,
                       joints[i].judgement);
    }
}

static char *
refusal (const char *data, gsize length, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = gs_extract_all (bytes, "a.pdf", NULL, &error);

  g_assert_null (articles);
  g_assert_error (error, GS_ERROR, code);

  return g_strdup (error->message);
}

static void
assert_refused (const char *data, gsize length, int code, const char *words)
{
  g_autofree char *reason = refusal (data, length, code);

  g_test_message ("%s", reason);
  g_assert_nonnull (strstr (reason, words));
}

#define CATALOGUE "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
#define PAGE "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
#define KEY "12345678901234567890123456789012"

static void
test_refusals (void)
{
  static const char scan[] = "%PDF-1.4\n" CATALOGUE PAGE "trailer<</Root 1 0 R/Size 4>>\n%%EOF";
  static const char secret[] = "%PDF-1.4\n" CATALOGUE PAGE "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" KEY ")/U(" KEY
                               ")>>endobj\ntrailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[(a)(a)]>>\n%%EOF";
  static const char loop[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]"
                             "/Count 99999999/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF";

  assert_refused (scan, strlen (scan), GS_ERROR_UNREADABLE, "no text layer");
  assert_refused (secret, strlen (secret), GS_ERROR_UNREADABLE, "encrypted");
  assert_refused (loop, strlen (loop), GS_ERROR_UNREADABLE, "damaged");
  assert_refused ("%PDF-1.7\n", 9, GS_ERROR_UNREADABLE, "damaged");
}

/* Cut off or with bytes of noise, it is an article or a refusal. */
static void
test_damage (void)
{
  g_autofree char *path = gs_test_data ("golden/import/courier.pdf");
  g_autoptr (GBytes) whole = gs_test_read (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 24; i++)
    {
      gsize length = g_bytes_get_size (whole);
      g_autofree char *data = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = NULL;

      for (guint j = 0; j < 40; j++)
        data[g_rand_int_range (rand, 8, (gint32) length)] = (char) g_rand_int (rand);
      bytes = g_bytes_new (data, i % 2 == 0 ? length : length * i / 24 + 5);
      articles = gs_extract_all (bytes, NULL, NULL, &error);
      g_assert_true ((articles != NULL) != (error != NULL));
    }
}

static void
write_reader (const char *path, const char *script)
{
  gs_test_write (path, script, -1);
  g_assert_no_errno (g_chmod (path, 0700));
}

/* A reader that was killed, that is not there, that lies. */
static void
test_reader (void)
{
  static const char any[] = "%PDF-1.4\n";
  g_autofree char *told = g_strdup (g_getenv ("GAINSAY_PDF_READER"));
  char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "reader", NULL);

  g_setenv ("GAINSAY_PDF_READER", path, TRUE);
  assert_refused (any, strlen (any), GS_ERROR_UNREADABLE, "missing");
  write_reader (path, "#!/bin/sh\necho P 9 9 1; echo L 1 1 9 9 5 0 half; kill -9 $$\n");
  assert_refused (any, strlen (any), GS_ERROR_LIMIT, "limit");
  write_reader (path,
                "#!/bin/sh\nprintf 'L 1 1 9 9 5 0 no page\\nP nan 9\\nP 9 9 1\\nL 1e999 x\\nL 1 2 3\\nZ\\n.\\n'\n");
  assert_refused (any, strlen (any), GS_ERROR_UNREADABLE, "no text layer");

  /* One that has its answer before the end of the file is no broken pipe. */
  {
    g_autofree char *large = g_strnfill (1024 * 1024, ' ');

    memcpy (large, any, strlen (any));
    write_reader (path, "#!/bin/sh\nprintf 'E encrypted\\n'\n");
    assert_refused (large, 1024 * 1024, GS_ERROR_UNREADABLE, "encrypted");
  }

  if (told != NULL)
    g_setenv ("GAINSAY_PDF_READER", told, TRUE);
  else
    g_unsetenv ("GAINSAY_PDF_READER");
  gs_test_remove_folder (folder);
}

/* Row by row, as Poppler gives lines with a narrow gutter between them: a
 * headline over both columns, the left one, the right one; a justified line
 * in pieces is one line again. */
static void
test_columns (void)
{
  static const char *const texts[] = { "Harbour council admits it all", "left 0 and so on it went",
                                       "left 1 and so on it went",      "left 2 and so on it went",
                                       "left 3 and so on it went",      "left 4 and so on it went",
                                       "left 5 and so on it went",      "right 0 and so on it goes",
                                       "right 1 and so on it goes",     "right 2 and so on it goes",
                                       "right 3 and so on it goes",     "right 4 and so on it goes",
                                       "right 5 and so on it goes" };
  g_autoptr (GString) out = g_string_new ("P 600 800 1\nL 50 200 540 220 20 0 Harbour council admits it all\n");
  g_autoptr (GsPdfLines) lines = NULL;

  for (guint i = 0; i < 6; i++)
    {
      guint y = 300 + 12 * i;

      g_string_append_printf (out, "L 50 %u 120 %u 10 0 left %u and\nL 130 %u 290 %u 10 0 so on it went\n", y, y + 10,
                              i, y, y + 10);
      g_string_append_printf (out, "L 300 %u 540 %u 10 0 right %u and so on it goes\n", y, y + 10, i);
    }
  lines = gs_pdf_lines_parse (out->str, out->len);
  gs_pdf_mark_furniture (lines);
  gs_pdf_order_columns (lines);
  g_assert_cmpuint (lines->lines->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (gs_pdf_line (lines, i)->text, ==, texts[i]);
}

/* A hundred thousand lines in one place: what is quadratic does not come back
 * before Meson ends the test. */
static void
test_many_lines (void)
{
  g_autoptr (GString) out = g_string_new ("P 600 800 1\n");
  g_autoptr (GsPdfLines) lines = NULL;
  g_autoptr (GsDocument) document = gs_document_new ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (out, "L 50 %u 500 %u 10 0 and so it went on and-\n", 100 + i % 500, 110 + i % 500);
  lines = gs_pdf_lines_parse (out->str, out->len);
  gs_pdf_mark_furniture (lines);
  gs_pdf_order_columns (lines);
  gs_pdf_layout (lines, "en", document);
  g_assert_cmpuint (document->text->len, >, 100000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/pdf/hyphens", test_hyphens);
  g_test_add_func ("/import/pdf/refusals", test_refusals);
  g_test_add_func ("/import/pdf/damage", test_damage);
  g_test_add_func ("/import/pdf/reader", test_reader);
  g_test_add_func ("/import/pdf/columns", test_columns);
  g_test_add_func ("/import/pdf/many-lines", test_many_lines);

  return g_test_run ();
}
