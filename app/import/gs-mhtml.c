/* gs-mhtml.c: web pages saved whole, as one message (RFC 2557).
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What browsers save is a message in form: the page and its pictures are the
 * parts, the header says from where and when they were fetched. It has no
 * sender, or the browser poses as one.
 */

#include "config.h"

#include "gs-mhtml.h"

#include <string.h>

#include "gs-mail-parts.h"

static gboolean
was_sent (GMimeMessage *message)
{
  GMimeObject *object = GMIME_OBJECT (message);
  InternetAddressList *to = g_mime_message_get_to (message);

  if (g_mime_object_get_header (object, "Snapshot-Content-Location") != NULL)
    return FALSE;
  if (g_mime_object_get_header (object, "Received") != NULL)
    return TRUE;

  return to != NULL && internet_address_list_length (to) > 0;
}

static gboolean
is_page (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  return GMIME_IS_PART (object)
         && (g_mime_content_type_is_type (type, "text", "html")
             || g_mime_content_type_is_type (type, "application", "xhtml+xml"));
}

/* The part that "start" names, or the first page. Frames and what scripts
 * loaded are parts as well. */
static GMimePart *
find_root (GMimeMultipart *related)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (related));
  g_autofree char *start = g_strdup (g_mime_content_type_get_parameter (type, "start"));
  GMimePart *first = NULL;

  if (start != NULL)
    g_strstrip (g_strdelimit (start, "<>", ' '));
  for (int i = 0; i < g_mime_multipart_get_count (related); i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (related, i);

      if (!is_page (part))
        continue;
      if (first == NULL)
        first = GMIME_PART (part);
      if (start != NULL && g_strcmp0 (g_mime_object_get_content_id (part), start) == 0)
        return GMIME_PART (part);
    }

  return first;
}

/**
 * gs_mhtml_find_page:
 * @message: a message
 *
 * Returns: (transfer none) (nullable): the page that a browser saved as @message; %NULL
 *   for a message that was sent
 */
GMimePart *
gs_mhtml_find_page (GMimeMessage *message)
{
  GMimeObject *root = g_mime_message_get_mime_part (message);

  if (root == NULL || was_sent (message))
    return NULL;
  if (is_page (root))
    return g_mime_object_get_header (root, "Content-Location") != NULL ? GMIME_PART (root) : NULL;
  if (!GMIME_IS_MULTIPART (root)
      || !g_mime_content_type_is_type (g_mime_object_get_content_type (root), "multipart", "related"))
    return NULL;

  return find_root (GMIME_MULTIPART (root));
}

static void
set_provenance (GsArticleRecord *article, GMimeMessage *message, GMimePart *page)
{
  const char *location = g_mime_object_get_header (GMIME_OBJECT (page), "Content-Location");
  GDateTime *date = g_mime_message_get_date (message);
  g_autoptr (GDateTime) utc = date != NULL ? g_date_time_to_utc (date) : NULL;

  if (location == NULL || strstr (location, "://") == NULL)
    location = g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");
  if (location != NULL && (g_ascii_strncasecmp (location, "http", 4) == 0))
    article->url = gs_intake_clean (location);
  if (utc != NULL)
    article->retrieved = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * gs_mhtml_read:
 * @intake: gets the article
 * @message: what a browser saved
 * @page: its page, by gs_mhtml_find_page()
 * @bytes: the whole of it, the original
 * @error: why it was not read
 *
 * Reads the page as any other; where it stood and when it was fetched the header says.
 *
 * Returns: %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_mhtml_read (GsIntake *intake, GMimeMessage *message, GMimePart *page, GBytes *bytes, GError **error)
{
  g_autoptr (GsDocument) document = gs_document_new ();
  g_autoptr (GBytes) content = gs_mail_part_bytes (page);
  g_auto (GsDecoded) decoded = { 0 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (content, &length);

  set_provenance (document->article, message, page);
  gs_decode (data, length, &decoded);
  if (!gs_intake_decoded (intake, document, GS_FORMAT_HTML, &decoded, error))
    return FALSE;
  if (document->article->title == NULL)
    document->article->title = gs_intake_clean (g_mime_message_get_subject (message));
  gs_intake_finish (intake, g_steal_pointer (&document), bytes, "multipart/related");

  return TRUE;
}
