/* gs-page-charts.c: drawings that say at a glance what stands beside them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each holds so much as can be read, and says so when that is not all.
 */

#include "config.h"

#include "gs-page-private.h"

#include <stdio.h>
#include <string.h>

#include "gs-gettext.h"
#include "gs-labels.h"

#define SIZE 9.0        /* of letters */
#define LINE 16.0       /* from one to the next */
#define LABELS 170.0    /* room for names at the left */
#define QUESTIONS 250.0 /* the same for questions */
#define KEY 150.0       /* to colours */
#define DASH 5.0        /* at an end that is not bounded */
#define MAX_BARS 16
#define MAX_EVENTS 24

static void
put_bar (GsFigure *figure, int stance, double x, double y, double width, double height)
{
  if (stance == GS_STANCE_DENIES)
    gs_figure_frame (figure, GS_INK_DENIES, x, y, width, height);
  else
    gs_figure_box (figure, GS_INK_ASSERTS, x, y, width, height);
}

/* What denies is empty, not only of another colour. */
static void
put_title (GsFigure *figure)
{
  gs_figure_text (figure, GS_INK_TEXT, GS_ALIGN_START, 0, 11, 10.5, GS_FIGURE_WIDTH - KEY, figure->title);
  for (guint i = 0; i < 2; i++)
    {
      int stance = i == 0 ? GS_STANCE_ASSERTS : GS_STANCE_DENIES;
      double x = GS_FIGURE_WIDTH - KEY / (i + 1);

      put_bar (figure, stance, x, 3, 9, 8);
      gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, x + 13, 11, SIZE, KEY / 2 - 16,
                      gs_label (&gs_stances, stance));
    }
}

static void
put_more (GsFigure *figure, guint more)
{
  /* Translators: there is no room for all in a drawing. */
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

  if (more > 0)
    gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, 0, figure->height + LINE - 4, SIZE, GS_FIGURE_WIDTH, text);
}

/* Answers ------------------------------------------------------------------------ */

typedef struct
{
  const char *text;
  GsPageAnswers answers;
} Bar;

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const Bar *x = a, *y = b;
  guint n = x->answers.asserting + x->answers.denying, m = y->answers.asserting + y->answers.denying;

  return n != m ? (n < m ? 1 : -1) : g_strcmp0 (x->text, y->text);
}

/* Questions that are answered, the most answered first. */
static GArray *
collect_bars (GsPage *self)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (Bar));

  for (guint i = 0; i < questions->len; i++)
    {
      const GsQuestionRecord *question = questions->pdata[i];
      const GsPageAnswers *answers = g_hash_table_lookup (self->answers, question->uuid);
      Bar bar = { gs_page_name (question->text) };

      if (answers == NULL)
        continue;
      bar.answers = *answers;
      g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);

  return bars;
}

static void
put_answers (GsFigure *figure, guint i, const Bar *bar, guint most)
{
  double y = 24 + i * LINE;
  double room = GS_FIGURE_WIDTH - QUESTIONS - 50;
  double asserting = room * bar->answers.asserting / most;
  double denying = room * bar->answers.denying / most;
  g_autofree char *count = g_strdup_printf ("%u + %u", bar->answers.asserting, bar->answers.denying);

  gs_figure_text (figure, GS_INK_TEXT, GS_ALIGN_START, 0, y + 9, SIZE, QUESTIONS - 10, bar->text);
  if (bar->answers.asserting > 0)
    put_bar (figure, GS_STANCE_ASSERTS, QUESTIONS, y, MAX (asserting, 1), 11);
  if (bar->answers.denying > 0)
    put_bar (figure, GS_STANCE_DENIES, QUESTIONS + asserting, y, MAX (denying, 1), 11);
  gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, QUESTIONS + asserting + denying + 6, y + 9, SIZE, 60, count);
}

GsFigure *
gs_page_chart_answers (GsPage *self)
{
  g_autoptr (GArray) bars = collect_bars (self);
  g_autoptr (GsFigure) figure = NULL;
  g_autoptr (GString) description = g_string_new (NULL);
  guint most;

  if (bars->len < 2)
    return NULL;

  figure = gs_figure_new (_ ("Claims that assert + claims that deny, by question"));
  most = g_array_index (bars, Bar, 0).answers.asserting + g_array_index (bars, Bar, 0).answers.denying;
  put_title (figure);
  for (guint i = 0; i < MIN (bars->len, MAX_BARS); i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      put_answers (figure, i, bar, most);
      /* Translators: a question, and how many claims assert and deny an answer to it. */
      g_string_append_printf (description, _ ("%1$s %2$u assert, %3$u deny. "), bar->text, bar->answers.asserting,
                              bar->answers.denying);
    }
  put_more (figure, bars->len > MAX_BARS ? bars->len - MAX_BARS : 0);
  figure->description = g_string_free (g_steal_pointer (&description), FALSE);

  return g_steal_pointer (&figure);
}

/* Timeline ----------------------------------------------------------------------- */

typedef struct
{
  char *voice;
  char *when;
  int stance;
  guint number;       /* among those that were added */
  double first, last; /* days; an end that is not bounded is at the rim */
  gboolean open_first, open_last;
} Event;

struct _GsPageTimeline
{
  GArray *events;
  guint more;
};

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_free (event->voice);
  g_free (event->when);
}

GsPageTimeline *
gs_page_timeline_new (void)
{
  GsPageTimeline *self = g_new0 (GsPageTimeline, 1);

  self->events = g_array_new (FALSE, TRUE, sizeof (Event));
  g_array_set_clear_func (self->events, event_clear);

  return self;
}

void
gs_page_timeline_free (GsPageTimeline *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->events);
  g_free (self);
}

/* Day number of the first or last day that an ISO date may mean; 0: none. */
static double
day_of (const char *iso, gboolean last)
{
  int year = 0, month = 0, day = 0;
  int n = iso != NULL ? sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) : 0;
  GDate date;

  if (n < 1 || year < 1 || (n >= 2 && (month < 1 || month > 12)))
    return 0;

  if (n < 2)
    month = last ? 12 : 1;
  if (n < 3)
    day = last ? g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) : 1;
  if (day < 1 || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

void
gs_page_timeline_add (GsPageTimeline *self, GsPage *page, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->times->len; i++)
    {
      const GsTimeRecord *time = claim->times->pdata[i];
      Event event = { .stance = claim->stance };

      event.first = day_of (time->start_lo, FALSE);
      event.last = day_of (time->end_hi != NULL ? time->end_hi : time->start_hi, TRUE);
      event.open_first = event.first < 1;
      event.open_last = event.last < 1;
      if (event.open_first && event.open_last)
        continue;
      if (self->events->len >= MAX_EVENTS)
        {
          self->more++;
          continue;
        }
      event.voice = g_strdup (gs_parties_voice (page->parties, claim));
      event.when = gs_page_when (time);
      event.number = self->events->len;
      g_array_append_val (self->events, event);
    }
}

static void
find_bounds (GsPageTimeline *self, double *first, double *last)
{
  *first = G_MAXDOUBLE;
  *last = 0;
  for (guint i = 0; i < self->events->len; i++)
    {
      const Event *event = &g_array_index (self->events, Event, i);

      *first = MIN (*first, event->open_first ? event->last : event->first);
      *last = MAX (*last, event->open_last ? event->first : event->last);
    }
  /* Room at both rims, for what is not bounded. */
  *first -= (*last - *first) * 0.06 + 3;
  *last += (*last - *first) * 0.06 + 3;
}

static double
place_of (double day, double first, double last)
{
  return LABELS + (GS_FIGURE_WIDTH - LABELS) * (day - first) / (last - first);
}

/* The first of a month or of a year, not more than some to be read. */
static void
put_axis (GsFigure *figure, double first, double last, double height)
{
  double days = last - first;
  guint step = days < 240 ? 1 : days < 430 ? 2 : days < 1300 ? 6 : 12 * (1 + (guint) (days / 5000));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (first, 1));
  g_date_set_day (&date, 1);
  gs_figure_line (figure, GS_INK_LINE, LABELS, 30, GS_FIGURE_WIDTH, 30, 0.5);
  for (g_date_add_months (&date, 1); g_date_get_julian (&date) < last; g_date_add_months (&date, 1))
    {
      double x = place_of (g_date_get_julian (&date), first, last);
      guint month = g_date_get_month (&date);
      g_autofree char *label = NULL;

      if ((g_date_get_year (&date) * 12 + month - 1) % step != 0)
        continue;
      label = step < 12 ? g_strdup_printf ("%d-%02u", g_date_get_year (&date), month)
                        : g_strdup_printf ("%d", g_date_get_year (&date));
      gs_figure_line (figure, GS_INK_LINE, x, 30, x, height, 0.5);
      gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_MIDDLE, x, 27, 7.5, 60, label);
    }
}

/* What begins earlier stands higher. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *x = a, *y = b;

  if (x->open_first != y->open_first)
    return x->open_first ? -1 : 1;
  if (!x->open_first && x->first < y->first)
    return -1;
  if (!x->open_first && x->first > y->first)
    return 1;

  return x->number < y->number ? -1 : x->number > y->number;
}

static void
put_dashes (GsFigure *figure, int stance, double x, double y)
{
  for (guint i = 0; i < 3; i++)
    gs_figure_box (figure, stance == GS_STANCE_DENIES ? GS_INK_DENIES : GS_INK_ASSERTS, x + i * DASH, y, DASH - 2, 8);
}

static void
put_event (GsFigure *figure, const Event *event, double y, double first, double last)
{
  double from = event->open_first ? LABELS + 3 * DASH : place_of (event->first, first, last);
  double to = event->open_last ? GS_FIGURE_WIDTH - 3 * DASH : place_of (event->last + 1, first, last);

  gs_figure_text (figure, event->stance == GS_STANCE_DENIES ? GS_INK_DENIES : GS_INK_TEXT, GS_ALIGN_START, 0, y + 9,
                  SIZE, LABELS - 10, event->voice);
  put_bar (figure, event->stance, from, y + 2, MAX (to - from, 3), 8);
  if (event->open_first)
    put_dashes (figure, event->stance, LABELS, y + 2);
  if (event->open_last)
    put_dashes (figure, event->stance, GS_FIGURE_WIDTH - 3 * DASH + 2, y + 2);
}

GsFigure *
gs_page_timeline_draw (GsPageTimeline *self, const char *question)
{
  g_autoptr (GsFigure) figure = NULL;
  g_autoptr (GString) description = NULL;
  double first, last;

  if (self->events->len < 2)
    return NULL;

  figure = gs_figure_new (_ ("Timeline: when, and who says so"));
  description = g_string_new (question);
  find_bounds (self, &first, &last);
  put_title (figure);
  put_axis (figure, first, last, 34 + self->events->len * LINE);
  g_array_sort (self->events, compare_events);
  for (guint i = 0; i < self->events->len; i++)
    {
      const Event *event = &g_array_index (self->events, Event, i);

      put_event (figure, event, 34 + i * LINE, first, last);
      g_string_append_printf (description, " %s (%s): %s.", event->voice, gs_label (&gs_stances, event->stance),
                              event->when);
    }
  put_more (figure, self->more);
  figure->description = g_string_free (g_steal_pointer (&description), FALSE);

  return g_steal_pointer (&figure);
}
