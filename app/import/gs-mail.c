/* gs-mail.c: e-mail messages and folders of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-mail.h"

#include <string.h>

#include "gs-mail-parts.h"
#include "gs-mhtml.h"

static void
initialise_once (void)
{
  static gsize once;

  /* Before several threads parse; GMime's own counter is not atomic. */
  if (g_once_init_enter (&once))
    {
      g_mime_init ();
      g_once_init_leave (&once, 1);
    }
}

/* (transfer full) (nullable): the names of people, joined; addresses of those
 * without. */
static char *
names_of (InternetAddressList *list)
{
  GString *names = g_string_new (NULL);

  for (int i = 0; list != NULL && i < internet_address_list_length (list); i++)
    {
      InternetAddress *address = internet_address_list_get_address (list, i);
      const char *name = internet_address_get_name (address);

      if ((name == NULL || *name == '\0') && INTERNET_ADDRESS_IS_MAILBOX (address))
        name = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));
      if (name != NULL && *name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (names, names->len == 0);
}

static void
read_headers (GsDocument *document, GMimeMessage *message)
{
  GsArticleRecord *article = document->article;
  g_autofree char *from = names_of (g_mime_message_get_from (message));
  const char *date = g_mime_object_get_header (GMIME_OBJECT (message), "Date");

  article->title = gs_intake_clean (g_mime_message_get_subject (message));
  article->byline = gs_intake_clean (from);
  if (date != NULL)
    gs_intake_set_day (article, date);
}

/* Lines from the message that is answered, and all after the line "-- ", are
 * not what the sender says here. */
static void
mark_quotes (GsDocument *document)
{
  const char *text = document->text->str;
  gboolean signature = FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);

      signature = signature || (block->end - block->start == 2 && memcmp (text + block->start, "--", 2) == 0);
      if (signature || text[block->start] == '>')
        block->kind = GS_ZONE_BOILERPLATE;
    }
}

/* Folders write ">From " for a line that begins with "From ". */
static void
unescape_from (GsDecoded *decoded)
{
  char *to = decoded->text;
  gboolean fresh = TRUE;

  for (const char *at = decoded->text; *at != '\0'; at++)
    {
      if (fresh && g_str_has_prefix (at, ">From "))
        at++;
      fresh = *at == '\n';
      *to++ = *at;
    }
  *to = '\0';
  decoded->length = (gsize) (to - decoded->text);
}

static gboolean
read_part (GsIntake *intake, GsDocument *document, GMimePart *part, GsFormat format, GError **error)
{
  g_autoptr (GBytes) bytes = gs_mail_part_bytes (part);
  g_auto (GsDecoded) decoded = { 0 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    return TRUE;

  gs_decode (data, length, &decoded);
  if (format == GS_FORMAT_TEXT)
    unescape_from (&decoded);
  if (!gs_intake_decoded (intake, document, format, &decoded, error))
    return FALSE;
  if (format == GS_FORMAT_TEXT)
    mark_quotes (document);

  return TRUE;
}

static gboolean
has_body (GsDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      if (gs_document_block (document, i)->kind == GS_ZONE_BODY)
        return TRUE;
    }

  return FALSE;
}

/* (transfer full): HTML tells more about its blocks than text does, unless
 * nothing of it is running text. */
static GsDocument *
read_best (GsIntake *intake, GMimeMessage *message, const GsMailParts *parts, GError **error)
{
  GsDocument *document = gs_document_new ();
  gboolean done = TRUE;

  read_headers (document, message);
  if (parts->html != NULL)
    done = read_part (intake, document, parts->html, GS_FORMAT_HTML, error);
  if (done && parts->text != NULL && !has_body (document))
    {
      gs_document_free (document);
      document = gs_document_new ();
      read_headers (document, message);
      done = read_part (intake, document, parts->text, GS_FORMAT_TEXT, error);
    }
  if (!done)
    g_clear_pointer (&document, gs_document_free);

  return document;
}

static GMimeMessage *
parse (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (data, length);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

  g_object_unref (parser);
  g_object_unref (stream);

  return message;
}

static gboolean
read_message (GsIntake *intake, GMimeMessage *message, GBytes *bytes, GError **error)
{
  g_auto (GsMailParts) parts = { 0 };
  GsDocument *document;

  if (!gs_mail_parts_find (&parts, intake, message, error))
    return FALSE;

  document = read_best (intake, message, &parts, error);
  if (document == NULL)
    return FALSE;
  if (parts.attached->len > 0)
    gs_intake_note (document->article, "Attachments: %s", parts.attached->str);
  gs_intake_finish (intake, document, bytes, "message/rfc822");

  return TRUE;
}

/**
 * gs_mail_read:
 * @intake: gets the article
 * @bytes: a message as RFC 5322 has it
 *
 * One article: the message's best text. Headers become metadata; attachments are named
 * in the note and not read. A page that a browser saved as a message is read as a page.
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_mail_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  GMimeMessage *message;
  GMimePart *page;
  gboolean done;

  initialise_once ();
  message = parse (bytes);
  if (message == NULL)
    {
      intake->left_out++;
      return TRUE;
    }

  page = gs_mhtml_find_page (message);
  if (page != NULL)
    done = gs_mhtml_read (intake, message, page, bytes, error);
  else
    done = read_message (intake, message, bytes, error);
  g_object_unref (message);

  return done;
}

/* The next "From " line that begins a message: at the start or after a blank
 * line. Its end otherwise. */
static gsize
next_from (const char *data, gsize at, gsize length)
{
  while (at < length)
    {
      const char *newline = memchr (data + at, '\n', length - at);

      if (newline == NULL)
        return length;
      at = (gsize) (newline - data) + 1;
      if (length - at >= 5 && memcmp (data + at, "From ", 5) == 0
          && (at < 2 || data[at - 2] == '\n' || (at > 2 && data[at - 2] == '\r' && data[at - 3] == '\n')))
        return at;
    }

  return length;
}

/**
 * gs_mbox_read:
 * @intake: gets an article for each message
 * @bytes: an mbox folder
 *
 * Each message's bytes, without the "From " line, are its article's original.
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_mbox_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  guint n = 0;

  for (gsize at = 0; at < length;)
    {
      gsize end = next_from (data, at, length);
      const char *newline = memchr (data + at, '\n', end - at);
      gsize start = newline != NULL ? (gsize) (newline - data) + 1 : end;
      g_autoptr (GBytes) message = g_bytes_new_from_bytes (bytes, start, end - start);

      if (!gs_intake_may_take (intake, ++n, error))
        return FALSE;
      /* One message beyond a limit is no reason to lose the others. */
      if (end > start && !gs_mail_read (intake, message, NULL))
        intake->left_out++;
      at = end;
    }

  return TRUE;
}
