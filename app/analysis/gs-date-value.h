/* gs-date-value.h: what a date says, and which days that makes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "gs-lexicon.h"

G_BEGIN_DECLS

/* What was said; %GS_UNSAID where nothing was. */
#define GS_UNSAID G_MININT

typedef struct
{
  int year;
  int month;
  int day;
  int weekday;
  int hour;
  int minute;
  int second;
  int half_day; /* 0 or 12 */
  int part;     /* GsDayPart */
  int loose;    /* a number that is a day or an hour, as its company has it */
  int relative_day;
  int next;     /* how many periods on */
  int period;   /* GsPeriod, of @next */
  int ordinal;  /* of @unit in the rest; -1 the last */
  int unit;     /* GsPeriod, of @ordinal */
  int count;    /* of periods, in "next three weeks" */
  int season;
  int feast;
  int decade;
  int century;
  int edge;     /* GsEdge */
  int now;
} GsDateFields;

typedef enum
{
  GS_BOUND_NONE,
  GS_BOUND_SINCE,
  GS_BOUND_BEFORE,
  GS_BOUND_AFTER,
  GS_BOUND_UNTIL,
} GsDateBound;

typedef struct
{
  GsDateFields sides[3]; /* beginning or all, end, what both share */
  guint        side;
  gboolean     is_range;
  gboolean     conflict; /* something was said twice */
  GsDateBound  bound;
  double       amount[2]; /* of a duration, NaN for none */
  int          amount_period[2];
  guint        n_amounts;
  int          direction; /* of the duration: 1 later, -1 ago, 0 a length */
  gboolean     repeats;
} GsDateValue;

void     gs_date_value_init    (GsDateValue *value);
/* Sets a field of the side at hand, or notes a conflict. */
void     gs_date_value_set     (GsDateValue *value,
                                int         *field,
                                int          what);
/* First and last day or second, as ISO 8601. @reference: (nullable). Both are
 * left %NULL for a mere length or repetition, one for an open end. */
void     gs_date_value_resolve (const GsDateValue *value,
                                const char        *reference,
                                char             **from,
                                char             **to);

/* Julian day of Easter. */
guint32  gs_date_easter        (int          year);

G_END_DECLS
