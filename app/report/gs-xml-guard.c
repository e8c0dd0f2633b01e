/* gs-xml-guard.c: what the XML parser must not even see.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-xml-guard.h"

#include <glib/gi18n-lib.h>

#include "gs-error.h"

/* Longer than any tag, comment or instruction of a report. */
#define MAX_RUN (64 * 1024)

enum
{
  IN_TEXT,
  AT_OPEN, /* after "<" */
  AT_BANG, /* after "<!" */
  IN_TAG,
  IN_QUOTE, /* in a tag */
  IN_COMMENT,
  IN_INSTRUCTION,
  IN_CDATA,
};

/**
 * gs_xml_guard_init:
 * @self: (out caller-allocates): the guard, before the first byte; nothing to clear
 */
void
gs_xml_guard_init (GsXmlGuard *self)
{
  *self = (GsXmlGuard){ .state = IN_TEXT, .line = 1 };
}

static void
enter (GsXmlGuard *self, int state)
{
  self->state = state;
  self->run = 0;
  self->last[0] = self->last[1] = '\0';
}

/* In a comment, an instruction or CDATA, which end in @end and ">". */
static void
step_to_end (GsXmlGuard *self, char c, const char *end)
{
  gboolean ended = c == '>' && self->last[1] == end[1] && (end[0] == '\0' || self->last[0] == end[0]);

  self->last[0] = self->last[1];
  self->last[1] = c;
  if (ended)
    enter (self, IN_TEXT);
}

static void
step_in_tag (GsXmlGuard *self, char c)
{
  if (self->state == IN_QUOTE)
    {
      if (c == self->quote)
        self->state = IN_TAG;
    }
  else if (c == '"' || c == '\'')
    {
      self->state = IN_QUOTE;
      self->quote = c;
    }
  else if (c == '>')
    enter (self, IN_TEXT);
}

/* Returns FALSE at a document type. */
static gboolean
step (GsXmlGuard *self, char c)
{
  self->run++;

  switch (self->state)
    {
    case IN_TEXT:
      self->run = 0;
      if (c == '<')
        enter (self, AT_OPEN);
      break;

    case AT_OPEN:
      enter (self, c == '!' ? AT_BANG : c == '?' ? IN_INSTRUCTION : IN_TAG);
      if (self->state == IN_TAG)
        step_in_tag (self, c);
      break;

    case AT_BANG:
      if (c != '-' && c != '[')
        return FALSE;
      enter (self, c == '-' ? IN_COMMENT : IN_CDATA);
      break;

    case IN_TAG:
    case IN_QUOTE:
      step_in_tag (self, c);
      break;

    case IN_COMMENT:
      /* The second dash of "<!--" does not count towards "-->". */
      if (self->run > 1)
        step_to_end (self, c, "--");
      break;

    case IN_INSTRUCTION:
      step_to_end (self, c, "\0?");
      break;

    case IN_CDATA:
      self->run = 0;
      step_to_end (self, c, "]]");
      break;

    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

/**
 * gs_xml_guard_pass:
 * @self: the guard
 * @data: the next bytes of the file
 * @length: their number
 *
 * Returns: whether the parser may see them; otherwise %GS_ERROR_UNREADABLE or
 *   %GS_ERROR_LIMIT, naming the line
 */
gboolean
gs_xml_guard_pass (GsXmlGuard *self, const char *data, gsize length, GError **error)
{
  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == '\0')
        {
          g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("line %u: the text is not UTF-8"), self->line);
          return FALSE;
        }

      self->line += data[i] == '\n';
      if (!step (self, data[i]))
        {
          g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE,
                       _ ("line %u: a report has no document type and declares no entities"), self->line);
          return FALSE;
        }

      if (self->run > MAX_RUN)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("line %u: a tag is longer than 64 kB"), self->line);
          return FALSE;
        }
    }

  return TRUE;
}
