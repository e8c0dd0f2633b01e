/* test-dateline.c: places, days and agencies at the head of articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-dates.h"
#include "gs-extract.h"
#include "gs-test.h"

#include <string.h>

#define PROSE "The ministry said nothing more about the ship and its cargo, which left the harbour before dawn."

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    int year, month, day;
  } dates[] = {
    { "June 9", 0, 6, 9 },
    { "on June 9, 2023", 2023, 6, 9 },
    { "9 June 2023", 2023, 6, 9 },
    { "9. Juni 2023", 2023, 6, 9 },
    { "9 juin 2023", 2023, 6, 9 },
    { "9 de junio de 2023", 2023, 6, 9 },
    { "le 1er mars 2022", 2022, 3, 1 },
    { "March 3rd", 0, 3, 3 },
    { "9 июня 2023", 2023, 6, 9 },
    { "2023-06-09T10:00", 2023, 6, 9 },
    { "09.06.2023", 2023, 6, 9 },
    { "17 oktober", 0, 10, 17 },
    { "Updated 29 February 2024", 2024, 2, 29 },
  };
  static const char *const none[] = {
    "", "June", "9", "in 2023", "Juniper 9", "2023-13-45", "31.31.2023", "12345-67-89"
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      GsDay day = { 0 };

      g_test_message ("%s", dates[i].text);
      g_assert_true (gs_dates_find (dates[i].text, &day, NULL));
      g_assert_cmpint (day.year, ==, dates[i].year);
      g_assert_cmpint (day.month, ==, dates[i].month);
      g_assert_cmpint (day.day, ==, dates[i].day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      GsDay day = { 0 };

      g_test_message ("%s", none[i]);
      g_assert_false (gs_dates_find (none[i], &day, NULL));
    }
}

/* In lower case "İ" is longer: the place is that in the text nevertheless. */
static void
test_date_ends (void)
{
  static const char text[] = "İZMİR, 9 June 2023";
  GsDay day = { 0 };
  gsize end = 0;

  g_assert_true (gs_dates_find (text, &day, &end));
  g_assert_cmpuint (end, ==, strlen (text));
}

static void
test_instants (void)
{
  static const struct
  {
    const char *instant;
    const char *day;
  } instants[] = {
    { "2022-10-17T23:35:00+02:00", "2022-10-17" },
    { "2022-10-17", "2022-10-17" },
    { "20221017", "2022-10-17" },
    { "Mon, 17 Oct 2022 06:35:00 GMT", "2022-10-17" },
    { "October 17, 2022", "2022-10-17" },
    { "2020-13-45T99:99:99Z", NULL },
    { "2021-02-29", NULL },
    { "yesterday", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autofree char *day = gs_dates_day_of (instants[i].instant);

      g_test_message ("%s", instants[i].instant);
      g_assert_cmpstr (day, ==, instants[i].day);
    }
}

typedef struct
{
  const char *text;
  const char *agency;
  const char *byline;
  const char *published;
  int basis;
} Head;

static const Head heads[] = {
  { "KYIV, March 3, 2022 (Reuters) - " PROSE, "Reuters", NULL, "2022-03-03", GS_BASIS_DATELINE },
  { "WASHINGTON (AP) — " PROSE, "AP", NULL, NULL, GS_BASIS_NONE },
  { "BERLIN (dpa) - " PROSE, "dpa", NULL, NULL, GS_BASIS_NONE },
  { "MOSCOW, June 9. /TASS/. " PROSE, "TASS", NULL, NULL, GS_BASIS_NONE },
  { "Paris, 9 juin 2023 (AFP) – " PROSE, "AFP", NULL, "2023-06-09", GS_BASIS_DATELINE },
  { "Sarajevo (Agencija Fena) - " PROSE, "Agencija Fena", NULL, NULL, GS_BASIS_NONE },
  { "Ship leaves harbour\n\nBy Ann Example\n\n" PROSE, NULL, "Ann Example", NULL, GS_BASIS_NONE },
  { "Schip verlaat haven\n\nDoor Jan van der Voorbeeld\n\n" PROSE, NULL, "Jan van der Voorbeeld", NULL, GS_BASIS_NONE },
  { "Ship leaves harbour\n\n12 May 2021\n\n" PROSE, NULL, NULL, "2021-05-12", GS_BASIS_DATELINE },
  /* A day and a weekday leave one year near those the text names. */
  { "June 9 (REUTERS) – The ministry said this Friday that the plant could open in early 2024. " PROSE, "Reuters", NULL,
    "2023-06-09", GS_BASIS_WEEKDAY },
  { "Oct. 17 (AP) - The attack on Monday was the first since the war began in February 2022. " PROSE, "AP", NULL,
    "2022-10-17", GS_BASIS_WEEKDAY },
  { "9 juni (ANP) - De minister zei vrijdag dat de fabriek begin 2024 zal openen. " PROSE, "ANP", NULL, "2023-06-09",
    GS_BASIS_WEEKDAY },
  /* No weekday, no year named, or none that fits: no guess. */
  { "June 9 (REUTERS) – The plant could open in early 2024, the ministry said. " PROSE, "Reuters", NULL, NULL,
    GS_BASIS_NONE },
  { "June 9 (REUTERS) – The ministry said this Friday that it knew nothing. " PROSE, "Reuters", NULL, NULL,
    GS_BASIS_NONE },
  { "June 31 (REUTERS) – The ministry said this Friday that the plant could open in early 2024. " PROSE, "Reuters",
    NULL, NULL, GS_BASIS_NONE },
  /* Brackets in running text are no dateline. */
  { "The minister (left) - who denied it - " PROSE, NULL, NULL, NULL, GS_BASIS_NONE },
  { "President Example (58) said on June 9 that nothing had happened. " PROSE, NULL, NULL, NULL, GS_BASIS_NONE },
  { "By the time Ann arrived, nobody was there to see the ship leave the harbour. " PROSE, NULL, NULL, NULL,
    GS_BASIS_NONE },
};

static void
test_heads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const Head *head = &heads[i];
      g_autoptr (GBytes) bytes = g_bytes_new_static (head->text, strlen (head->text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GsArticleRecord) article = gs_extract (bytes, NULL, NULL, &error);

      g_test_message ("%s", head->text);
      g_assert_no_error (error);
      g_assert_cmpstr (article->agency, ==, head->agency);
      g_assert_cmpstr (article->byline, ==, head->byline);
      g_assert_cmpstr (article->published_lo, ==, head->published);
      g_assert_cmpstr (article->published_hi, ==, head->published);
      g_assert_cmpint (article->published_basis, ==, head->basis);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/dateline/dates", test_dates);
  g_test_add_func ("/import/dateline/date-ends", test_date_ends);
  g_test_add_func ("/import/dateline/instants", test_instants);
  g_test_add_func ("/import/dateline/heads", test_heads);

  return g_test_run ();
}
