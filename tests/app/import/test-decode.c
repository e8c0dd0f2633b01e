/* test-decode.c: bytes in whatever encoding.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-decode.h"
#include "gs-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *charset;
  const char *text;
  guint64 replaced;
} Case;

#define CASE(name, bytes, charset, text, replaced)           \
  {                                                          \
    name, bytes, sizeof (bytes) - 1, charset, text, replaced \
  }

static const Case cases[] = {
  CASE ("ascii", "plain\n", "UTF-8", "plain\n", 0),
  CASE ("utf-8", "caf\xc3\xa9 \xf0\x9f\x98\x80", "UTF-8", "café 😀", 0),
  CASE ("utf-8 mark",
        "\xef\xbb\xbf"
        "caf\xc3\xa9",
        "UTF-8",
        "café",
        0),
  CASE ("mark in the midst stays",
        "a\xef\xbb\xbf"
        "b",
        "UTF-8",
        "a\xef\xbb\xbf"
        "b",
        0),
  CASE ("utf-16le mark", "\xff\xfeh\0\xe9\0", "UTF-16LE", "hé", 0),
  CASE ("utf-16be mark", "\xfe\xff\0h\0\xe9", "UTF-16BE", "hé", 0),
  CASE ("utf-16le odd", "\xff\xfeh\0i\0!", "UTF-16LE", "hi\xef\xbf\xbd", 1),
  CASE ("utf-16le lone surrogate", "\xff\xfe\x00\xd8h\0", "UTF-16LE", "\xef\xbf\xbdh", 1),
  CASE ("utf-16le pair", "\xff\xfe\x3d\xd8\x00\xde", "UTF-16LE", "😀", 0),
  CASE ("utf-32le mark", "\xff\xfe\0\0h\0\0\0\x00\xf6\x01\0", "UTF-32LE", "h😀", 0),
  CASE ("utf-32be mark", "\0\0\xfe\xff\0\0\0h", "UTF-32BE", "h", 0),
  CASE ("utf-16le bare", "h\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0!\0", "UTF-16LE", "hello world!", 0),
  CASE ("utf-16be bare", "\0h\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0!", "UTF-16BE", "hello world!", 0),
  CASE ("utf-16le bare cyrillic",
        "\x14\x04\x30\x04 \0=\x04\x35\x04\x42\x04.\0 \0\x14\x04\x30\x04",
        "UTF-16LE",
        "Да нет. Да",
        0),
  CASE ("utf-32le bare", "h\0\0\0i\0\0\0 \0\0\0y\0\0\0", "UTF-32LE", "hi y", 0),
  CASE ("crlf", "a\r\nb\rc\nd\r\r\n", "UTF-8", "a\nb\nc\nd\n\n", 0),
  CASE ("page and line breaks", "a\vb\fc", "UTF-8", "a\nb\nc", 0),
  CASE ("controls",
        "a\0b\x01\x1f",
        "UTF-8",
        "a\xef\xbf\xbd"
        "b\xef\xbf\xbd\xef\xbf\xbd",
        3),
  CASE ("noncharacters", "\xef\xbf\xbe \xef\xbf\xbf.", "UTF-8", "\xef\xbf\xbd \xef\xbf\xbd.", 2),
  CASE ("broken utf-8",
        "na\xc3\xafve caf\xc3\xa9 \xc3\xa9\xc3\xa8\xc3\xaa \xff!",
        "UTF-8",
        "naïve café éèê \xef\xbf\xbd!",
        1),
  CASE ("declared",
        "<meta charset=iso-8859-1><p>caf\xe9 \x80",
        "WINDOWS-1252",
        "<meta charset=iso-8859-1><p>café €",
        0),
  CASE ("declared by http-equiv",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xc4\xe0",
        "windows-1251",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>Да",
        0),
  CASE ("declared by xml",
        "<?xml version='1.0' encoding='koi8-r'?><html>\xe4\xc1",
        "koi8-r",
        "<?xml version='1.0' encoding='koi8-r'?><html>Да",
        0),
  CASE ("declared wrongly",
        "<meta charset=windows-1252><p>caf\xc3\xa9",
        "UTF-8",
        "<meta charset=windows-1252><p>café",
        0),
  CASE ("utf-7 is not believed",
        "<meta charset=utf-7><p>+ADw-script+AD4-",
        "UTF-8",
        "<meta charset=utf-7><p>+ADw-script+AD4-",
        0),
  CASE ("iso-2022-jp", "\x1b$B$3$s$K$A$O\x1b(B", "ISO-2022-JP", "こんにちは", 0),
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GsDecoded) decoded = { 0 };

      g_test_message ("%s", cases[i].name);
      gs_decode ((const guint8 *) cases[i].bytes, cases[i].length, &decoded);
      g_assert_cmpstr (decoded.charset, ==, cases[i].charset);
      g_assert_cmpstr (decoded.text, ==, cases[i].text);
      g_assert_cmpuint (decoded.length, ==, strlen (cases[i].text));
      g_assert_cmpuint (decoded.replaced, ==, cases[i].replaced);
    }
}

/* Longer texts, for the guess from the bytes alone. */
static void
test_guess (void)
{
  static const struct
  {
    const char *charset;
    const char *text;
  } texts[] = {
    { "WINDOWS-1252",
      "Der Außenminister erklärte, die Lieferung sei „vollständig“ gewesen – das bestätigten später drei "
      "Beamte. Für die Opposition war die Erklärung „völlig ungenügend“, wie sie am Abend mitteilte." },
    { "WINDOWS-1252",
      "“We have seen the documents,” she said – and they don’t show any shipment to the café’s owner." },
    { "WINDOWS-1251",
      "Министр иностранных дел заявил, что поставка состоялась в августе, за два месяца до начала войны. "
      "Представители оппозиции назвали это объяснение недостаточным." },
    { "KOI8-R", "Министр иностранных дел заявил, что поставка состоялась в августе, за два месяца до начала войны. "
                "Представители оппозиции назвали это объяснение недостаточным." },
    { "WINDOWS-1251", "Міністр заявив, що поставка відбулася в серпні, а її отримувачів ще не знайшли." },
    { "KOI8-U", "Міністр заявив, що поставка відбулася в серпні, а її отримувачів ще не знайшли." },
    { "IBM866", "Министр иностранных дел заявил, что поставка состоялась в августе, за два месяца до войны." },
    { "WINDOWS-1250",
      "Minister powiedział, że dostawa była w sierpniu, a świadkowie nie są zgodni, czy to było w nocy." },
    { "ISO-8859-2",
      "Minister powiedział, że dostawa była w sierpniu, a świadkowie nie są zgodni, czy to było w nocy." },
    { "WINDOWS-1250", "Ministr řekl, že dodávka byla v srpnu, ale podle svědků to tak nebylo a nikdo už to neví." },
    { "WINDOWS-1250",
      "A miniszter azt mondta, hogy a szállítmány már augusztusban megérkezett, és nem volt őr a kapunál." },
    { "WINDOWS-1254", "Bakan, sevkiyatın ağustos ayında olduğunu ve bunun için çok geç olmadığını söyledi." },
    { "WINDOWS-1253", "Ο υπουργός είπε ότι η παράδοση έγινε τον Αύγουστο και ότι κανείς δεν το είδε." },
    { "WINDOWS-1257", "Ministras sakė, kad krovinys jau yra uoste, bet apie tai niekas nežino ir dėl to ginčijasi." },
    { "WINDOWS-1252", "Le ministre a déclaré que la livraison était arrivée à Noël, où personne ne l’a vue." },
    { "WINDOWS-1252",
      "De minister zei dat er één schip was gelost, en dat de reële lading nog niet is geïnspecteerd." },
    { "WINDOWS-1252", "The owner of the café said that it was open, and that he had not seen them." },
    { "MACINTOSH", "Der Außenminister erklärte, für die Lieferung über den Hafen sei er nicht zuständig gewesen." },
    { "SHIFT_JIS",
      "外務大臣は、納入は戦争が始まる二か月前の八月に行われたと述べた。野党はこの説明を不十分だと批判した。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GsDecoded) decoded = { 0 };
      gsize length = 0;
      g_autofree char *bytes = g_convert (texts[i].text, -1, texts[i].charset, "UTF-8", NULL, &length, NULL);

      g_assert_nonnull (bytes);
      gs_decode ((const guint8 *) bytes, length, &decoded);
      g_test_message ("%s read as %s", texts[i].charset, decoded.charset);
      g_assert_cmpstr (decoded.text, ==, texts[i].text);
      g_assert_cmpuint (decoded.replaced, ==, 0);
    }
}

/* Whatever the bytes: valid UTF-8 without what XML cannot carry. */
static void
test_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_auto (GsDecoded) decoded = { 0 };
      guint8 bytes[300];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      int top = g_test_rand_int_range (1, 257);

      for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8) g_test_rand_int_range (0, top);
      gs_decode (bytes, length, &decoded);
      g_assert_true (g_utf8_validate_len (decoded.text, decoded.length, NULL));
      for (gsize i = 0; i < decoded.length; i++)
        g_assert_true ((guchar) decoded.text[i] >= 0x20 || decoded.text[i] == '\n' || decoded.text[i] == '\t');
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/decode/table", test_table);
  g_test_add_func ("/import/decode/guess", test_guess);
  g_test_add_func ("/import/decode/random", test_random);

  return g_test_run ();
}
