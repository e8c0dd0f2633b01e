/* test-office.c: documents that are archives, as they should not be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-test.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define WORD "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define PARAGRAPH(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define DOCUMENT(body) "<w:document " WORD "><w:body>" body "</w:body></w:document>"
#define PART "word/document.xml"

static void
put (struct archive *out, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (out, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (out, text, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

/* (transfer full): @parts: name, text, name, text … NULL */
static GBytes *
archive (const char *const *parts)
{
  struct archive *out = archive_write_new ();
  gsize size = 4 * 1024 * 1024;
  gsize used = 0;
  char *buffer = g_malloc (size);

  archive_write_set_format_zip (out);
  g_assert_cmpint (archive_write_open_memory (out, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; parts[i] != NULL; i += 2)
    put (out, parts[i], parts[i + 1], strlen (parts[i + 1]));
  g_assert_cmpint (archive_write_close (out), ==, ARCHIVE_OK);
  archive_write_free (out);

  return g_bytes_new_take (buffer, used);
}

static void
expect (const char *const *parts, const GsExtractLimits *limits, GsError code, const char *reason)
{
  g_autoptr (GBytes) bytes = archive (parts);
  g_autoptr (GError) error = NULL;

  g_assert_null (gs_extract_all (bytes, "article.txt", limits, &error));
  g_assert_error (error, GS_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_refused (void)
{
  const char *const twice[] = { PART, DOCUMENT (PARAGRAPH ("one")), PART, DOCUMENT (PARAGRAPH ("two")), NULL };
  const char *const none[] = { "word/styles.xml", "<a/>", NULL };
  const char *const broken[] = { PART, DOCUMENT ("<w:p>"), NULL };
  const char *const entity[] = { PART, "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" DOCUMENT ("&x;"),
                                 NULL };
  const char *const blank[] = { PART, DOCUMENT (PARAGRAPH (" ")), NULL };

  expect (twice, NULL, GS_ERROR_UNREADABLE, "two parts");
  expect (none, NULL, GS_ERROR_UNREADABLE, "without the text");
  expect (broken, NULL, GS_ERROR_UNREADABLE, "not well-formed");
  expect (entity, NULL, GS_ERROR_LIMIT, "entities");
  expect (blank, NULL, GS_ERROR_UNREADABLE, "no text");
}

static void
test_limits (void)
{
  GsExtractLimits limits = gs_extract_limits_default;
  const char *const plain[] = { "word/a.xml", "", "word/b.xml", "", PART, DOCUMENT (PARAGRAPH ("text")), NULL };
  g_autofree char *blanks = g_strnfill (20 * 1024 * 1024, ' ');
  const char *const bomb[] = { PART, blanks, NULL };
  g_autoptr (GString) deep = g_string_new ("<w:document " WORD ">");
  g_autofree char *wide = g_strnfill (100000, 'a');
  g_autofree char *tag = g_strdup_printf ("<w:document %s='1'/>", wide);
  const char *const long_tag[] = { PART, tag, NULL };

  limits.max_parts = 2;
  expect (plain, &limits, GS_ERROR_LIMIT, "limit of 2");
  limits.max_parts = 10;
  limits.max_expanded = 50;
  expect (plain, &limits, GS_ERROR_LIMIT, "50 bytes");
  expect (bomb, NULL, GS_ERROR_LIMIT, "200 times");
  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<w:p>");
  expect ((const char *const[]){ PART, deep->str, NULL }, NULL, GS_ERROR_LIMIT, "deeper than 250");
  expect (long_tag, NULL, GS_ERROR_LIMIT, "65536 bytes");
}

/* Names are keys: none of these is a path. */
static void
test_names (void)
{
  const char *const parts[] = {
    PART, DOCUMENT (PARAGRAPH ("text")), "../../slipped", "x", "/slipped", "x", "..\\slipped", "x", NULL,
  };
  g_autoptr (GBytes) bytes = archive (parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = gs_extract_all (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((GsArticleRecord *) articles->pdata[0])->text, ==, "text");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/office/refused", test_refused);
  g_test_add_func ("/import/office/limits", test_limits);
  g_test_add_func ("/import/office/names", test_names);

  return g_test_run ();
}
