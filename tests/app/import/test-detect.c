/* test-detect.c: what a file is, by its content; which language a text is in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-language.h"
#include "gs-test.h"

#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

/* The name says nothing: everything here is called article.txt. */
static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *reason; /* part of it */
  } files[] = {
    { BYTES (""), "empty" },
    { BYTES (" \n\t\n"), "no text" },
    { BYTES ("<html><body><script>x</script></body></html>"), "no text" },
    { BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "PDF" },
    { BYTES ("PK\3\4\24\0\0\0\0\0[Content_Types].xml"), "Office" },
    { BYTES ("PK\3\4\12\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "OpenDocument" },
#if !HAVE_LIBARCHIVE
    { BYTES ("PK\3\4\24\0\0\0\0\0[Content_Types].xml\0\0word/document.xml"), "without libarchive" },
#endif
    { BYTES ("PK\3\4\12\0\0\0photo.bin"), "ZIP" },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "PNG" },
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), "JPEG" },
    { BYTES ("RIFF\x24\0\0\0WEBPVP8 "), "WebP" },
    { BYTES ("GIF89a\1\0\1\0"), "GIF" },
    { BYTES ("\0\0\0 ftypisom"), "video" },
    { BYTES ("\x1f\x8b\x08\0\0\0\0\0"), "gzip" },
    { BYTES ("SQLite format 3\0\x10\0"), "database" },
    { BYTES ("\x7f"
             "ELF\2\1\1\0"),
      "program" },
    { BYTES ("{\\rtf1\\ansi text}"), "RTF" },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "old Office" },
    { BYTES ("WARC/1.0\r\nWARC-Type: response\r\n"), "no text" },
    { BYTES ("<?xml version='1.0'?><nitf><body/></nitf>"), "no text" },
    { BYTES ("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>"), "no text" },
    { BYTES ("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"), "XML" },
    { BYTES ("{\"title\": \"x\", \"n\": 1}"), "JSON" },
#if !HAVE_GMIME
    { BYTES ("From: a@b\nSubject: s\nMIME-Version: 1.0\n\nbody"), "without GMime" },
#endif
    { BYTES ("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f text that is none"), "binary" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, files[i].length);
      g_autoptr (GError) error = NULL;
      GsArticleRecord *article = gs_extract (bytes, "article.txt", NULL, &error);

      g_test_message ("%s", files[i].reason);
      g_assert_null (article);
      g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, files[i].reason));
      g_assert_null (strstr (error->message, "article.txt"));
    }
}

static void
test_accepted (void)
{
  static const struct
  {
    const char *bytes;
    const char *media_type;
  } files[] = {
    { "One line of text", "text/plain" },
    { "# A title\n\nText.", "text/markdown" },
    { "Text.\n\n## More\n\nText.", "text/markdown" },
    { "<!DOCTYPE html><p>Text.", "text/html" },
    { "  \n<html><body>Text.", "text/html" },
    { "<!-- saved --><div>Text.</div>", "text/html" },
    { "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><p>Text.</p></html>",
      "text/html" },
    { "[Update] Text in brackets, and [more].", "text/plain" },
    { "{not json} text", "text/plain" },
    { "<3 is a heart", "text/plain" },
    { "BM is no picture", "text/plain" },
    { "From: the editor\n\nText.", "text/plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, strlen (files[i].bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (GsArticleRecord) article = gs_extract (bytes, "picture.jpg", NULL, &error);

      g_test_message ("%s", files[i].bytes);
      g_assert_no_error (error);
      g_assert_cmpstr (article->media_type, ==, files[i].media_type);
    }
}

static void
expect_limit (const char *data, const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr (GError) error = NULL;
  GsArticleRecord *article = gs_extract (bytes, NULL, NULL, &error);

  g_assert_null (article);
  g_assert_error (error, GS_ERROR, GS_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, part));
}

static void
repeat (GString *out, const char *what, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (out, what);
}

static void
test_limits (void)
{
  const GsExtractLimits tiny = { .max_bytes = 10, .max_depth = 100, .max_attributes = 10 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("eleven bytes", 12);
  g_autoptr (GString) deep = g_string_new ("<html><body>");
  g_autoptr (GString) wide = g_string_new ("<p");
  g_autoptr (GString) hidden = g_string_new ("<html><!-- --!><p ");
  g_autoptr (GString) stray = g_string_new ("<p>");
  g_autoptr (GString) fine = g_string_new ("<p>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) article = NULL;

  g_assert_null (gs_extract (bytes, NULL, &tiny, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_LIMIT);
  g_clear_error (&error);

  repeat (deep, "<b><i>", 100000);
  expect_limit (deep->str, "512");
  repeat (wide, " a=1", 50000);
  g_string_append (wide, ">x</p>");
  expect_limit (wide->str, "1000 attributes");
  repeat (hidden, "b ", 50000);
  g_string_append (hidden, ">x</p>");
  expect_limit (hidden->str, "1000 attributes");
  repeat (stray, "</b>", 200000);
  expect_limit (stray->str, "end tags");

  /* Attributes of another element, a script, long values: no reason. */
  repeat (fine, "<br a b c d>", 1000);
  g_string_append (fine, "<script>if (a <b) {");
  repeat (fine, "x y ", 5000);
  g_string_append (fine, "}</script><i title='");
  repeat (fine, "x y ", 5000);
  g_string_append (fine, "'>text</i>");
  g_bytes_unref (bytes);
  bytes = g_bytes_new_static (fine->str, fine->len);
  article = gs_extract (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_language (void)
{
  static const struct
  {
    const char *tag;
    const char *text;
  } texts[] = {
    { "en",
      "The minister has denied that the ship was carrying weapons, but the crew said it had been loaded by night." },
    { "nl", "De minister heeft ontkend dat het schip wapens vervoerde, maar de bemanning zei dat het 's nachts was "
            "geladen." },
    { "de",
      "Der Minister hat bestritten, dass das Schiff Waffen transportierte, doch die Besatzung sagte etwas anderes." },
    { "fr",
      "Le ministre a nié que le navire transportait des armes, mais l'équipage a dit qu'il avait été chargé de nuit." },
    { "es",
      "El ministro ha negado que el barco llevara armas, pero la tripulación dijo que fue cargado por la noche." },
    { "it",
      "Il ministro ha negato che la nave trasportasse armi, ma l'equipaggio ha detto che è stata caricata di notte." },
    { "pt",
      "O ministro negou que o navio transportasse armas, mas a tripulação disse que foi carregado durante a noite." },
    { "pl", "Minister zaprzeczył, że statek przewoził broń, ale załoga powiedziała, że został załadowany w nocy." },
    { "sv",
      "Ministern har förnekat att fartyget hade vapen ombord, men besättningen säger att det lastades på natten." },
    { "tr", "Bakan geminin silah taşıdığını yalanladı, ancak mürettebat bunun gece için bir yükleme olduğunu söyledi "
            "ve gitti." },
    { "ru", "Министр отрицал, что корабль перевозил оружие, но экипаж сказал, что он был загружен ночью." },
    { "uk", "Міністр заперечив, що корабель перевозив зброю, але екіпаж сказав, що його завантажили вночі після того, "
            "як він прибув." },
    { "fa", "وزیر تکذیب کرد که کشتی سلاح حمل می کرد، اما خدمه گفت که این بار در شب به آن منتقل شد." },
    { "ar", "نفى الوزير أن السفينة كانت تحمل أسلحة، لكن الطاقم قال إن الشحنة تم تحميلها في الليل من الميناء." },
    { "el", "Ο υπουργός αρνήθηκε ότι το πλοίο μετέφερε όπλα." },
    { "he", "השר הכחיש שהספינה נשאה נשק." },
    { "zh", "部长否认该船运载武器，但船员说货物是在夜间装载的。" },
    { "ja", "大臣は船が武器を運んでいたことを否定した。" },
    { "ko", "장관은 배가 무기를 싣고 있었다는 것을 부인했다." },
    { NULL, "" },
    { NULL, "12345 67890" },
    { NULL, "Amsterdam Rotterdam Utrecht" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].text);
      g_assert_cmpstr (gs_language_guess (texts[i].text, strlen (texts[i].text)), ==, texts[i].tag);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/detect/refused", test_refused);
  g_test_add_func ("/import/detect/accepted", test_accepted);
  g_test_add_func ("/import/detect/limits", test_limits);
  g_test_add_func ("/import/detect/language", test_language);

  return g_test_run ();
}
