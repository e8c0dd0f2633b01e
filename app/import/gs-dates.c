/* gs-dates.c: dates as articles write them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-dates.h"

#include <stdio.h>
#include <string.h>

#define MAX_NAME_BYTES 40

/* clang-format off */
static const char *const months[12] = {
  "january jan januari januar jänner janvier enero ene gennaio gen janeiro styczeń stycznia январь января січня ocak يناير ژانویه leden ledna",
  "february feb februari februar febr février fév fevrier febrero febbraio fevereiro fev luty lutego февраль февраля лютого şubat فبراير فوریه únor února",
  "march mar maart mrt märz mär mars marzo março marzec marca март марта березня mart مارس březen března",
  "april apr avril avr abril abr aprile kwiecień kwietnia апрель апреля квітня nisan أبريل آوریل duben dubna",
  "may mei mai mayo maggio mag maio maj maja май мая травня mayıs مايو مه květen května",
  "june jun juni juin junio giugno giu junho czerwiec czerwca июнь июня червня haziran يونيو ژوئن červen června",
  "july jul juli juillet juil julio luglio lug julho lipiec lipca июль июля липня temmuz يوليو ژوئیه červenec července",
  "august aug augustus août aout agosto ago sierpień sierpnia август августа серпня ağustos أغسطس اوت srpen srpna",
  "september sep sept septembre septiembre settembre set setembro wrzesień września сентябрь сентября вересня eylül سبتمبر سپتامبر září",
  "october oct oktober okt octobre octubre ottobre ott outubro out październik października октябрь октября жовтня ekim أكتوبر اکتبر říjen října",
  "november nov novembre noviembre novembro listopad listopada ноябрь ноября листопада kasım نوفمبر نوامبر",
  "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudzień grudnia декабрь декабря грудня aralık ديسمبر دسامبر prosinec prosince",
};

static const char *const weekdays[7] = {
  "monday maandag montag lundi lunes lunedì segunda-feira poniedziałek понедельник понедельника понеділок mandag måndag pazartesi الاثنين دوشنبه",
  "tuesday dinsdag dienstag mardi martes martedì terça-feira wtorek вторник вторника вівторок tirsdag tisdag salı الثلاثاء",
  "wednesday woensdag mittwoch mercredi miércoles mercoledì quarta-feira środa środę среда среду середу onsdag çarşamba الأربعاء چهارشنبه",
  "thursday donderdag donnerstag jeudi jueves giovedì quinta-feira czwartek четверг четверга четвер torsdag perşembe الخميس",
  "friday vrijdag freitag vendredi viernes venerdì sexta-feira piątek пятница пятницу п'ятницю fredag cuma الجمعة جمعه",
  "saturday zaterdag samstag sonnabend samedi sábado sabato sobota sobotę суббота субботу суботу lørdag lördag cumartesi السبت شنبه",
  "sunday zondag sonntag dimanche domingo domenica niedziela niedzielę воскресенье неділю søndag söndag pazar الأحد یکشنبه",
};
/* clang-format on */

/* Days and months by name: the first that bears it, from 1. */
static GHashTable *
make_names (const char *const *names, guint n)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = n; i > 0; i--)
    {
      g_auto (GStrv) words = g_strsplit (names[i - 1], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_insert (table, g_strdup (words[j]), GUINT_TO_POINTER (i));
    }

  return table;
}

static int
find_name (GHashTable *table, const char *word, gsize length)
{
  char name[MAX_NAME_BYTES + 1];

  if (length == 0 || length > MAX_NAME_BYTES)
    return 0;
  memcpy (name, word, length);
  name[length] = '\0';

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (table, name));
}

/**
 * gs_dates_month:
 * @word: a word in lower case, of any of the languages known
 * @length: bytes of it
 *
 * Returns: the month, 1–12; 0 for none
 */
int
gs_dates_month (const char *word, gsize length)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_names (months, G_N_ELEMENTS (months)));

  return find_name (table, word, length);
}

/**
 * gs_dates_weekday:
 * @word: a word in lower case, of any of the languages known
 * @length: bytes of it
 *
 * Returns: the weekday, 1 (Monday) to 7; 0 for none
 */
int
gs_dates_weekday (const char *word, gsize length)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_names (weekdays, G_N_ELEMENTS (weekdays)));

  return find_name (table, word, length);
}

/**
 * gs_dates_format:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): "2023-06-09", as ISO 8601 has it; %NULL for a
 *   day that does not exist or is before 1500
 */
char *
gs_dates_format (const GsDay *day)
{
  if (day->year < 1500 || day->year > 2999 || day->month < 1 || day->month > 12
      || !g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) day->year))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
}

/* A number of at most four digits; its length in bytes, 0 for none. */
static gsize
read_number (const char *at, int *value)
{
  gsize n = 0;

  *value = 0;
  while (g_ascii_isdigit (at[n]))
    {
      if (n == 4)
        return 0;
      *value = *value * 10 + (at[n++] - '0');
    }

  return n;
}

static gsize
read_month (const char *at, int *month)
{
  gsize n = 0;

  while (at[n] != '\0' && g_unichar_isalpha (g_utf8_get_char (at + n)))
    n += g_utf8_skip[(guchar) at[n]];
  *month = gs_dates_month (at, n);

  return *month > 0 ? n : 0;
}

/* ", 2023", " de 2023", ". 2023". */
static gsize
read_year (const char *at, int *year)
{
  gsize n = strspn (at, " ,.");
  gsize digits;

  if (g_str_has_prefix (at + n, "de "))
    n += 3;
  if (n == 0)
    return 0;

  digits = read_number (at + n, year);
  if (digits != 4 || *year < 1900)
    {
      *year = 0;
      return 0;
    }

  return n + digits;
}

/* "2023-06-09" or "09.06.2023": @at stands on the first digit. */
static gsize
read_numeric (const char *at, GsDay *day)
{
  int length = 0;
  g_autofree char *formatted = NULL;

  if (sscanf (at, "%4d-%2d-%2d%n", &day->year, &day->month, &day->day, &length) != 3 || length < 8)
    {
      length = 0;
      if (sscanf (at, "%2d.%2d.%4d%n", &day->day, &day->month, &day->year, &length) != 3)
        return 0;
    }
  formatted = gs_dates_format (day);

  return formatted != NULL && !g_ascii_isdigit (at[length]) ? (gsize) length : 0;
}

/* "9 June", "9. Juni", "9 de junio", "9th of June". */
static gsize
read_day_first (const char *at, GsDay *day)
{
  gsize n = read_number (at, &day->day);
  gsize month;

  if (n == 0 || n > 2)
    return 0;

  if (g_str_has_prefix (at + n, "st") || g_str_has_prefix (at + n, "nd") || g_str_has_prefix (at + n, "rd")
      || g_str_has_prefix (at + n, "th") || g_str_has_prefix (at + n, "er"))
    n += 2;
  n += strspn (at + n, ". ");
  if (g_str_has_prefix (at + n, "de ") || g_str_has_prefix (at + n, "of "))
    n += 3;
  month = read_month (at + n, &day->month);
  if (month == 0)
    return 0;

  n += month;
  n += read_year (at + n, &day->year);

  return n;
}

/* "June 9". */
static gsize
read_month_first (const char *at, GsDay *day)
{
  gsize n = read_month (at, &day->month);
  gsize digits;

  if (n == 0)
    return 0;
  n += strspn (at + n, ". ");
  digits = read_number (at + n, &day->day);
  if (digits == 0 || digits > 2)
    return 0;

  n += digits;
  if (g_str_has_prefix (at + n, "st") || g_str_has_prefix (at + n, "nd") || g_str_has_prefix (at + n, "rd")
      || g_str_has_prefix (at + n, "th"))
    n += 2;
  n += read_year (at + n, &day->year);

  return n;
}

/* One character for one, so that places in it are places in @text: in full, lower
 * case may be longer ("İ"). */
static char *
lower_each (const char *text)
{
  GString *lower = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (at)));

  return g_string_free (lower, FALSE);
}

/**
 * gs_dates_find:
 * @text: UTF-8
 * @day: (out caller-allocates): the first date in it; its year is 0 when not said
 * @end: (out) (optional): the byte after the date
 *
 * Reads "9 June 2023", "June 9", "9. Juni 2023", "2023-06-09", "09.06.2023".
 *
 * Returns: whether there is one
 */
gboolean
gs_dates_find (const char *text, GsDay *day, gsize *end)
{
  g_autofree char *lower = lower_each (text);
  gboolean in_word = FALSE;

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean alnum = g_unichar_isalnum (g_utf8_get_char (at));
      gsize n = 0;

      if (alnum && !in_word)
        {
          *day = (GsDay){ 0 };
          n = g_ascii_isdigit (*at) ? read_numeric (at, day) : read_month_first (at, day);
          if (n == 0 && g_ascii_isdigit (*at))
            {
              *day = (GsDay){ 0 };
              n = read_day_first (at, day);
            }
        }
      in_word = alnum;
      if (n > 0 && day->day >= 1 && day->day <= 31 && !g_ascii_isdigit (at[n]))
        {
          if (end != NULL)
            *end = (gsize) (g_utf8_offset_to_pointer (text, g_utf8_pointer_to_offset (lower, at + n)) - text);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * gs_dates_day_of:
 * @instant: an instant as ISO 8601 or RFC 2822 write it, or a date in words
 *
 * Returns: (transfer full) (nullable): its day in its own time zone, "2023-06-09";
 *   %NULL if it is none of these or no such day
 */
char *
gs_dates_day_of (const char *instant)
{
  GsDay day = { 0 };

  instant += strspn (instant, " \t\n");
  if (sscanf (instant, "%4d-%2d-%2d", &day.year, &day.month, &day.day) == 3)
    return gs_dates_format (&day);
  if (sscanf (instant, "%4d%2d%2d", &day.year, &day.month, &day.day) == 3)
    return gs_dates_format (&day);
  if (strlen (instant) < 60 && gs_dates_find (instant, &day, NULL))
    return gs_dates_format (&day);

  return NULL;
}
