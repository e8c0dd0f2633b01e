/* gs-labels.c: what the closed vocabularies are called, in the reader's language.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-labels.h"

#include <stdio.h>

#include "gs-gettext.h"

typedef struct
{
  const GsWordList *list;
  const char *nick;
  const char *label;
} Label;

/* By nick and not by position, so that a word added in the middle of a
 * vocabulary cannot shift the labels of the others. */
static const Label labels[] = {
  { &gs_zone_kinds, "body", N_ ("Body") },
  { &gs_zone_kinds, "title", N_ ("Title") },
  { &gs_zone_kinds, "subhead", N_ ("Subhead") },
  { &gs_zone_kinds, "caption", N_ ("Caption") },
  { &gs_zone_kinds, "credit", N_ ("Credit") },
  { &gs_zone_kinds, "teaser", N_ ("Teaser") },
  { &gs_zone_kinds, "boilerplate", N_ ("Boilerplate") },
  { &gs_span_roles, "quote", N_ ("Quote") },
  { &gs_span_roles, "cue", N_ ("Cue") },
  { &gs_span_roles, "context", N_ ("Context") },
  { &gs_backup_reasons, "opened", N_ ("When it was opened") },
  { &gs_backup_reasons, "timed", N_ ("While it changed") },
  { &gs_backup_reasons, "upgrade", N_ ("Before an upgrade") },
  { &gs_backup_reasons, "merge", N_ ("Before a merge") },
  { &gs_backup_reasons, "restore", N_ ("Before a restoration") },
  { &gs_backup_reasons, "asked", N_ ("On request") },
  { &gs_stances, "asserts", N_ ("Asserts") },
  { &gs_stances, "denies", N_ ("Denies") },
  { &gs_certainties, "certain", N_ ("Certain") },
  { &gs_certainties, "probable", N_ ("Probable") },
  { &gs_certainties, "possible", N_ ("Possible") },
  { &gs_certainties, "unknown", N_ ("Unknown") },
  { &gs_statuses, "realis", N_ ("Happened") },
  { &gs_statuses, "ongoing", N_ ("Ongoing") },
  { &gs_statuses, "planned", N_ ("Planned") },
  { &gs_statuses, "possible", N_ ("Possible") },
  { &gs_statuses, "conditional", N_ ("Conditional") },
  { &gs_statuses, "habitual", N_ ("Habitual") },
  { &gs_statuses, "negated", N_ ("Did not happen") },
  { &gs_statuses, "unknown", N_ ("Unknown") },
  { &gs_source_kinds, "unknown", N_ ("Unknown") },
  { &gs_source_kinds, "person", N_ ("Person") },
  { &gs_source_kinds, "office", N_ ("Office") },
  { &gs_source_kinds, "government", N_ ("Government") },
  { &gs_source_kinds, "organisation", N_ ("Organisation") },
  { &gs_source_kinds, "outlet", N_ ("Outlet") },
  { &gs_source_kinds, "agency", N_ ("News agency") },
  { &gs_source_kinds, "document", N_ ("Document") },
  { &gs_source_kinds, "anonymous-group", N_ ("Anonymous group") },
  { &gs_source_kinds, "generic", N_ ("Generic") },
  { &gs_time_kinds, "event", N_ ("On") },
  { &gs_time_kinds, "onset", N_ ("For the first time") },
  { &gs_time_kinds, "state", N_ ("During") },
  { &gs_time_kinds, "universal", N_ ("Throughout") },
  { &gs_answer_kinds, "free", N_ ("Free text") },
  { &gs_answer_kinds, "yes-no", N_ ("Yes or no") },
  { &gs_answer_kinds, "number", N_ ("Number") },
  { &gs_answer_kinds, "date", N_ ("Date") },
  { &gs_answer_kinds, "value", N_ ("Value") },
  { &gs_link_kinds, "contradicts", N_ ("Contradicts") },
  { &gs_link_kinds, "tension", N_ ("In tension") },
  { &gs_link_kinds, "denies", N_ ("Denies") },
  { &gs_link_kinds, "supports", N_ ("Supports") },
  { &gs_link_kinds, "refines", N_ ("Refines") },
  { &gs_link_kinds, "duplicates", N_ ("Duplicates") },
  { &gs_link_kinds, "supersedes", N_ ("Supersedes") },
  { &gs_link_kinds, "corrects", N_ ("Corrects") },
  { &gs_link_kinds, "explains", N_ ("Explains") },
  { &gs_link_kinds, "undercuts", N_ ("Undercuts") },
  { &gs_link_kinds, "derived-from", N_ ("Derived from") },
  { &gs_link_kinds, "same-origin", N_ ("Same origin") },
  { &gs_link_kinds, "independent-origin", N_ ("Independent origin") },
  { &gs_verdicts, "undecided", N_ ("Undecided") },
  { &gs_verdicts, "confirmed", N_ ("Confirmed") },
  { &gs_verdicts, "dismissed", N_ ("Dismissed") },
  { &gs_conflict_classes, "none", N_ ("Unclassified") },
  { &gs_conflict_classes, "dispute", N_ ("Dispute") },
  { &gs_conflict_classes, "self-contradiction", N_ ("Self-contradiction") },
  { &gs_conflict_classes, "mis-attribution", N_ ("Mis-attribution") },
  { &gs_conflict_classes, "voice-upgrade", N_ ("Voice upgrade") },
  { &gs_conflict_classes, "sourcing-differs", N_ ("Sourcing differs") },
  { &gs_conflict_classes, "own-voice", N_ ("Own voice against a denial") },
  { &gs_hop_modes, "unknown", N_ ("Not told") },
  { &gs_hop_modes, "direct", N_ ("Quoted") },
  { &gs_hop_modes, "indirect", N_ ("Reported") },
  { &gs_hop_modes, "reportative", N_ ("Reported by mood") },
  { &gs_hop_modes, "inferred", N_ ("Inferred") },
  { &gs_grades, "none", N_ ("Not rated") },
  { &gs_grades, "A", N_ ("A: completely reliable") },
  { &gs_grades, "B", N_ ("B: usually reliable") },
  { &gs_grades, "C", N_ ("C: fairly reliable") },
  { &gs_grades, "D", N_ ("D: not usually reliable") },
  { &gs_grades, "E", N_ ("E: unreliable") },
  { &gs_grades, "F", N_ ("F: cannot be judged") },
  { &gs_likelihoods, "none", N_ ("Not judged") },
  { &gs_confidences, "none", N_ ("Not judged") },
  { &gs_likelihoods, "almost-no-chance", N_ ("Almost no chance (1–5 %)") },
  { &gs_likelihoods, "very-unlikely", N_ ("Very unlikely (5–20 %)") },
  { &gs_likelihoods, "unlikely", N_ ("Unlikely (20–45 %)") },
  { &gs_likelihoods, "even", N_ ("Roughly even chance (45–55 %)") },
  { &gs_likelihoods, "likely", N_ ("Likely (55–80 %)") },
  { &gs_likelihoods, "very-likely", N_ ("Very likely (80–95 %)") },
  { &gs_likelihoods, "almost-certain", N_ ("Almost certain (95–99 %)") },
  { &gs_confidences, "low", N_ ("Low") },
  { &gs_confidences, "moderate", N_ ("Moderate") },
  { &gs_confidences, "high", N_ ("High") },
  { &gs_reviews, "draft", N_ ("Draft") },
  { &gs_reviews, "ready", N_ ("Ready") },
  { &gs_reviews, "checked", N_ ("Checked") },
};

static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", N_ ("Arabic") },  { "de", N_ ("German") },    { "en", N_ ("English") },    { "es", N_ ("Spanish") },
  { "fa", N_ ("Persian") }, { "fr", N_ ("French") },    { "he", N_ ("Hebrew") },     { "it", N_ ("Italian") },
  { "nl", N_ ("Dutch") },   { "pl", N_ ("Polish") },    { "pt", N_ ("Portuguese") }, { "ru", N_ ("Russian") },
  { "tr", N_ ("Turkish") }, { "uk", N_ ("Ukrainian") }, { "zh", N_ ("Chinese") },
};

/**
 * gs_label:
 * @list: a vocabulary
 * @value: one of its values
 *
 * Returns: (transfer none): the translated label; the nick where the value has no
 *   label, "" where the list does not know the value; never %NULL
 */
const char *
gs_label (const GsWordList *list, int value)
{
  const char *nick = gs_word_to_nick (list, value);

  if (nick == NULL)
    return "";

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (labels[i].list == list && g_str_equal (labels[i].nick, nick))
        return _ (labels[i].label);
    }

  return nick;
}

/**
 * gs_labels_of:
 * @list: a vocabulary
 *
 * The position of a label in the array is the value it stands for.
 *
 * Returns: (transfer container) (array zero-terminated=1): the labels in the order of
 *   the values; free with g_free()
 */
const char **
gs_labels_of (const GsWordList *list)
{
  guint n = g_strv_length ((char **) list->nicks);
  const char **strv = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    strv[i] = gs_label (list, (int) i);

  return strv;
}

/**
 * gs_label_language:
 * @code: (nullable): a BCP 47 tag; only its primary subtag counts
 *
 * Returns: (transfer full): the translated name; the code itself when it has none, ""
 *   for %NULL
 */
char *
gs_label_language (const char *code)
{
  g_autofree char *primary = code != NULL ? g_strndup (code, strcspn (code, "-_")) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_str_equal (languages[i].code, primary))
        return g_strdup (_ (languages[i].name));
    }

  return g_strdup (code != NULL ? code : "");
}

/**
 * gs_label_languages:
 *
 * Returns: (transfer container) (array zero-terminated=1): codes of the languages that have a
 *   name; free with g_free()
 */
const char **
gs_label_languages (void)
{
  const char **codes = g_new0 (const char *, G_N_ELEMENTS (languages) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    codes[i] = languages[i].code;

  return codes;
}

/* Not strftime()'s, which are those of the process. */
static const char *
label_month (int month)
{
  static const char *const months[] = {
    NC_ ("in a date", "January"), NC_ ("in a date", "February"), NC_ ("in a date", "March"),
    NC_ ("in a date", "April"),   NC_ ("in a date", "May"),      NC_ ("in a date", "June"),
    NC_ ("in a date", "July"),    NC_ ("in a date", "August"),   NC_ ("in a date", "September"),
    NC_ ("in a date", "October"), NC_ ("in a date", "November"), NC_ ("in a date", "December"),
  };

  return gs_i18n_pgettext ("in a date", months[month - 1]);
}

/* One ISO 8601 date, as precise as it is. */
static char *
label_date (const char *iso)
{
  int year = 0, month = 0, day = 0;
  int n = sscanf (iso, "%4d-%2d-%2d", &year, &month, &day);

  if (n < 1 || year < 1 || (n >= 2 && (month < 1 || month > 12))
      || (n >= 3 && !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 255), (GDateMonth) month, (GDateYear) year)))
    return g_strdup (iso);

  if (n == 1)
    return g_strdup_printf ("%d", year);
  if (n == 2)
    /* Translators: a month and its year, as of articles whose day is not known. */
    return g_strdup_printf (_ ("%1$s %2$d"), label_month (month), year);

  /* Translators: a day, its month and its year: “17 October 2022”. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), day, label_month (month), year);
}

/**
 * gs_label_dates:
 * @lo: (nullable): first day, month or year, ISO 8601
 * @hi: (nullable): last day, month or year, ISO 8601
 *
 * In the language of gs-i18n.h, whatever the locale says of dates.
 *
 * Returns: (transfer full): "17 October 2022", a span of two, "since …" or "until …";
 *   "" when both are absent
 */
char *
gs_label_dates (const char *lo, const char *hi)
{
  g_autofree char *first = lo != NULL ? label_date (lo) : NULL;
  g_autofree char *last = hi != NULL ? label_date (hi) : NULL;

  if (first != NULL && last != NULL && !g_str_equal (first, last))
    /* Translators: an interval of dates. */
    return g_strdup_printf (_ ("%s – %s"), first, last);
  if (first != NULL && last == NULL)
    return g_strdup_printf (_ ("since %s"), first);
  if (first == NULL && last != NULL)
    return g_strdup_printf (_ ("until %s"), last);

  return g_strdup (first != NULL ? first : "");
}

/**
 * gs_label_page:
 * @article: an article, with its pages
 * @offset: where in its text, in code points
 *
 * Returns: (transfer full) (nullable): "page 12"; %NULL where the document has no pages, or
 *   this one has no name
 */
char *
gs_label_page (const GsArticleRecord *article, gint64 offset)
{
  const char *page = gs_article_record_page_at (article, offset);

  /* Translators: the page of a printed document, as its number or name is printed. */
  return page != NULL ? g_strdup_printf (_ ("page %s"), page) : NULL;
}
