/* gs-prefill-events.c: when what articles date by took place.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Before the war" says a date to every reader of its time. The table has what
 * news dates by most; which war is meant, the article says by the places that
 * it names. A line more is all that another one takes.
 */

#include "config.h"

#include "gs-prefill-private.h"

#include <string.h>

/* Names are compared in lower case, as parts of words: "russische invasie van oekraïne". */
static const GsHappening happenings[] = {
  { "war", "1914-07-28", "1918-11-11", "first world war|world war i|eerste wereldoorlog|ersten weltkrieg" },
  { "war", "1939-09-01", "1945-09-02", "second world war|world war ii|tweede wereldoorlog|zweiten weltkrieg" },
  { "war", "1950-06-25", "1953-07-27", "korean war|koreaoorlog|koreakrieg" },
  { "war", "1955-11-01", "1975-04-30", "vietnam" },
  { "war", "1980-09-22", "1988-08-20", "iran-iraq|irak-iran|iran-irak" },
  { "war", "1990-08-02", "1991-02-28", "gulf war|golfoorlog|golfkrieg|kuwait|koeweit" },
  { "invasion", "1990-08-02", "1991-02-28", "kuwait|koeweit" },
  { "war", "1992-04-06", "1995-12-14", "bosnia|bosnië|bosnien" },
  { "war", "1998-02-28", "1999-06-11", "kosovo" },
  { "war", "2001-10-07", "2021-08-30", "afghanistan" },
  { "invasion", "2001-10-07", "2021-08-30", "afghanistan" },
  { "war", "2003-03-20", "2011-12-18", "iraq|irak" },
  { "invasion", "2003-03-20", "2011-12-18", "iraq|irak" },
  { "war", "2008-08-01", "2008-08-16", "georgia|georgië|georgien" },
  { "war", "2011-03-15", NULL, "syria|syrië|syrien" },
  { "war", "2014-09-22", NULL, "yemen|jemen" },
  { "war", "2020-11-03", "2022-11-03", "tigray|ethiopia|ethiopië|äthiopien" },
  { "war", "2022-02-24", NULL, "ukrain|oekraïn" },
  { "invasion", "2022-02-24", NULL, "ukrain|oekraïn" },
  { "war", "2023-04-15", NULL, "sudan|soedan" },
  { "war", "2023-10-07", NULL, "gaza|hamas" },
  { "invasion", "2023-10-27", NULL, "gaza" },
  { "pandemic", "2020-03-11", "2023-05-05", "covid|corona|sars-cov" },
};

static guint
count (const char *text, const char *name)
{
  guint n = 0;

  for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name))
    n++;

  return n;
}

static guint
count_names (const char *text, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);
  guint n = 0;

  for (guint i = 0; list[i] != NULL; i++)
    n += count (text, list[i]);

  return n;
}

/**
 * gs_happening_find:
 * @kind: "war", "invasion" or "pandemic"
 * @near: what stands around the word
 * @text: the whole article
 * @reference: (nullable): day of the article; what came later is not meant
 *
 * Returns: (transfer none) (nullable): the one named near the word, or else the one
 *   that the article names most often; %NULL when it names none or two alike
 */
const GsHappening *
gs_happening_find (const char *kind, const char *near, const char *text, const char *reference)
{
  g_autofree char *around = g_utf8_strdown (near, -1);
  g_autofree char *all = g_utf8_strdown (text, -1);
  const GsHappening *best = NULL;
  guint most = 0;
  gboolean tied = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (happenings); i++)
    {
      const GsHappening *happening = &happenings[i];
      guint n;

      if (!g_str_equal (happening->kind, kind) || (reference != NULL && strcmp (happening->start, reference) > 0))
        continue;
      n = count_names (around, happening->names) * 1000 + count_names (all, happening->names);
      if (n > 0 && n >= most)
        {
          tied = n == most;
          best = happening;
          most = n;
        }
    }

  return tied ? NULL : best;
}
