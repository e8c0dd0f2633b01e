/* gs-qdpx-units.c: what the offsets of a REFI-QDA project count.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qdpx-units.h"

#include <string.h>

/* So much of a selection's name must agree, and enough to be no accident. */
#define MAX_NAME 20
#define MIN_NAME 3

/**
 * gs_qdpx_units_init:
 * @self: (out): units
 * @origin: (nullable): name of the program that wrote the project
 */
void
gs_qdpx_units_init (GsQdpxUnits *self, const char *origin)
{
  *self = (GsQdpxUnits){ 0 };
  self->utf16_first = origin != NULL && g_ascii_strncasecmp (origin, "QualCoder", 9) == 0;
}

static char *
fold_lines (const char *content)
{
  g_auto (GStrv) lines = g_strsplit (content, "\r\n", -1);

  return g_strjoinv ("\n", lines);
}

/* The beginning of a selection's name, without what stands for more. */
static char *
name_of (const GsQdeSelection *selection)
{
  g_autofree char *name =
    selection->head.name != NULL
      ? g_utf8_substring (selection->head.name, 0, MIN (MAX_NAME, g_utf8_strlen (selection->head.name, -1)))
      : NULL;
  gsize length;

  if (name == NULL)
    return NULL;

  for (length = strlen (name); length > 0 && name[length - 1] == '.'; length--)
    name[length - 1] = '\0';
  if (g_str_has_suffix (name, "…"))
    name[length - strlen ("…")] = '\0';

  return g_utf8_strlen (name, -1) >= MIN_NAME ? g_steal_pointer (&name) : NULL;
}

static gboolean
agrees (const GsText *text, GsQdaUnit unit, const GsQdeSelection *selection, const char *name)
{
  gint64 start = gs_qda_convert (text, unit, selection->start);
  gint64 end = gs_qda_convert (text, unit, selection->end);
  g_autofree char *slice = NULL;

  if (start < 0 || start >= end || end > gs_text_length (text))
    return FALSE;

  slice = gs_text_slice (text, start, end);

  return g_str_has_prefix (slice, name);
}

/**
 * gs_qdpx_units_look:
 * @self: units
 * @text: a text of the project
 * @content: its content
 *
 * Counts for each reading how many selections begin as they are named.
 */
void
gs_qdpx_units_look (GsQdpxUnits *self, const GsQdeText *text, const char *content)
{
  g_autofree char *folded = fold_lines (content);
  g_autoptr (GsText) plain = gs_text_new (content);
  g_autoptr (GsText) lines = gs_text_new (folded);

  for (guint i = 0; i < text->selections->len; i++)
    {
      const GsQdeSelection *selection = text->selections->pdata[i];
      g_autofree char *name = name_of (selection);

      for (guint reading = 0; name != NULL && reading < GS_QDPX_N_READINGS; reading++)
        {
          const GsText *view = (reading & 2) != 0 ? lines : plain;

          self->votes[reading] +=
            agrees (view, (reading & 1) != 0 ? GS_QDA_UTF16 : GS_QDA_CODE_POINTS, selection, name);
        }
    }
}

/**
 * gs_qdpx_units_decide:
 * @self: units that have looked at every text
 */
void
gs_qdpx_units_decide (GsQdpxUnits *self)
{
  guint best = self->utf16_first ? 1 : 0;

  for (guint reading = 0; reading < GS_QDPX_N_READINGS; reading++)
    {
      if (self->votes[reading] > self->votes[best])
        best = reading;
    }

  self->unit = (best & 1) != 0 ? GS_QDA_UTF16 : GS_QDA_CODE_POINTS;
  self->folded = (best & 2) != 0;
}

/**
 * gs_qdpx_units_text:
 * @self: units that are decided
 * @content: a text of the project
 *
 * Returns: (transfer full): what offsets count in
 */
char *
gs_qdpx_units_text (const GsQdpxUnits *self, const char *content)
{
  return self->folded ? fold_lines (content) : g_strdup (content);
}

/**
 * gs_qdpx_units_convert:
 * @self: units that are decided
 * @text: what gs_qdpx_units_text() gave
 * @offset: as the project has it
 *
 * Returns: the code point; one more than @text is long, or -1, when it is outside
 */
gint64
gs_qdpx_units_convert (const GsQdpxUnits *self, const GsText *text, gint64 offset)
{
  return gs_qda_convert (text, self->unit, offset);
}
