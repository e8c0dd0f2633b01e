/* gs-detect-mail.c: whether bytes are e-mail.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A message begins with a block of header lines, a mailbox with a line
 * "From ADDRESS DATE" above such a block. An article may begin with "From:"
 * or "Subject:" too, so a field that only mail programs write must be there.
 */

#include "config.h"

#include "gs-detect.h"

#include <string.h>

/* Signatures of relays go on for pages. */
#define MAX_HEADER_BYTES 65536

static const char *const fields[] = {
  "from:",       "to:",       "cc:",          "subject:",      "date:",           "reply-to:",     "mime-version:",
  "message-id:", "received:", "return-path:", "content-type:", "dkim-signature:", "delivered-to:", "arc-seal:",
};
#define FIRST_TRANSPORT 6

typedef struct
{
  guint known;
  guint transport;
} Fields;

/* "Name: …", where the name has no blanks. */
static gboolean
is_field (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] > ' ' && line[n] < 0x7f && line[n] != ':')
    n++;

  return n > 0 && n < length && line[n] == ':';
}

static void
count_field (Fields *found, const char *line, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gsize n = strlen (fields[i]);

      if (length >= n && g_ascii_strncasecmp (line, fields[i], n) == 0)
        {
          found->known++;
          found->transport += i >= FIRST_TRANSPORT;
          return;
        }
    }
}

static gsize
line_length (const char *line, const char *end)
{
  const char *newline = memchr (line, '\n', end - line);

  return newline != NULL ? (gsize) (newline - line) : (gsize) (end - line);
}

static gboolean
has_header (const char *at, const char *end)
{
  Fields found = { 0 };

  while (at < end)
    {
      gsize length = line_length (at, end);
      gboolean continued = *at == ' ' || *at == '\t';

      if (length == 0 || (length == 1 && *at == '\r'))
        break;
      if (!continued && !is_field (at, length))
        return FALSE;
      count_field (&found, at, length);
      at += MIN (length + 1, (gsize) (end - at));
    }

  return found.known >= 3 && found.transport >= 1;
}

/**
 * gs_detect_mail:
 * @data: the file's bytes
 * @length: how many
 *
 * Goes by the header lines of RFC 5322, and by the "From " line of an mbox.
 *
 * Returns: %GS_FORMAT_MAIL, %GS_FORMAT_MBOX or %GS_FORMAT_TEXT
 */
GsFormat
gs_detect_mail (const guint8 *data, gsize length)
{
  const char *text = (const char *) data;
  const char *end = text + MIN (length, MAX_HEADER_BYTES);
  gsize first;

  if (length < 5 || memcmp (text, "From ", 5) != 0)
    return has_header (text, end) ? GS_FORMAT_MAIL : GS_FORMAT_TEXT;

  first = line_length (text, end);
  if (text + first >= end)
    return GS_FORMAT_TEXT;

  return has_header (text + first + 1, end) ? GS_FORMAT_MBOX : GS_FORMAT_TEXT;
}
