/* gs-mail-parts.c: what a message consists of.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-mail-parts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Real messages are nested three deep; forwarded ones are not gone into. */
#define MAX_DEPTH 32
#define MAX_NAMED 50
#define MAX_NAME_CHARS 120

static void
add_name (GsMailParts *parts, const char *name, const char *type, gsize size)
{
  g_autofree char *clean = gs_intake_clean (name);
  g_autofree char *clean_type = gs_intake_clean (type);

  parts->n_attached++;
  if (parts->n_attached > MAX_NAMED)
    return;
  if (clean != NULL && g_utf8_strlen (clean, -1) > MAX_NAME_CHARS)
    strcpy (g_utf8_offset_to_pointer (clean, MAX_NAME_CHARS - 1), "\xe2\x80\xa6");
  if (parts->attached->len > 0)
    g_string_append (parts->attached, "; ");
  g_string_append_printf (parts->attached, "%s (%s, %" G_GSIZE_FORMAT " bytes)", clean != NULL ? clean : "unnamed",
                          clean_type != NULL ? clean_type : "unknown", size);
}

static GByteArray *
part_content (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *out;

  if (content == NULL)
    return bytes;

  out = g_mime_stream_mem_new_with_byte_array (bytes);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (out), FALSE);
  g_mime_data_wrapper_write_to_stream (content, out);
  g_object_unref (out);

  return bytes;
}

static void
add_attachment (GsMailParts *parts, GMimePart *part)
{
  g_autofree char *type = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (GMIME_OBJECT (part)));
  GByteArray *content = part_content (part);

  add_name (parts, g_mime_part_get_filename (part), type, content->len);
  g_byte_array_unref (content);
}

static void
add_part (GsMailParts *parts, GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  GMimePart **place = NULL;

  if (g_mime_content_type_is_type (type, "text", "html"))
    place = &parts->html;
  else if (g_mime_content_type_is_type (type, "text", "plain"))
    place = &parts->text;

  if (place == NULL || *place != NULL || g_mime_part_is_attachment (part))
    add_attachment (parts, part);
  else
    *place = part;
}

static gboolean
visit (GsMailParts *parts, GsIntake *intake, GMimeObject *object, guint depth, GError **error)
{
  if (depth > MAX_DEPTH)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("parts are nested deeper than %d"), MAX_DEPTH);
      return FALSE;
    }
  if (!gs_intake_may_take (intake, ++parts->n_parts, error))
    return FALSE;

  if (GMIME_IS_MULTIPART (object))
    {
      GMimeMultipart *multipart = GMIME_MULTIPART (object);

      for (int i = 0; i < g_mime_multipart_get_count (multipart); i++)
        {
          if (!visit (parts, intake, g_mime_multipart_get_part (multipart, i), depth + 1, error))
            return FALSE;
        }
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *inner = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      add_name (parts, inner != NULL ? g_mime_message_get_subject (inner) : NULL, "message/rfc822", 0);
    }
  else if (GMIME_IS_PART (object))
    {
      add_part (parts, GMIME_PART (object));
    }

  return TRUE;
}

/**
 * gs_mail_parts_find:
 * @parts: (inout): all zero; borrows from @message; clear with gs_mail_parts_clear()
 * @intake: whose limits hold
 * @message: a message
 *
 * Returns: %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_mail_parts_find (GsMailParts *parts, GsIntake *intake, GMimeMessage *message, GError **error)
{
  GMimeObject *root = g_mime_message_get_mime_part (message);

  parts->attached = g_string_new (NULL);
  if (root == NULL)
    return TRUE;
  if (!visit (parts, intake, root, 0, error))
    return FALSE;
  if (parts->n_attached > MAX_NAMED)
    g_string_append_printf (parts->attached, "; %u more", parts->n_attached - MAX_NAMED);

  return TRUE;
}

/**
 * gs_mail_parts_clear:
 * @parts: what gs_mail_parts_find() filled
 */
void
gs_mail_parts_clear (GsMailParts *parts)
{
  if (parts->attached != NULL)
    g_string_free (g_steal_pointer (&parts->attached), TRUE);
}

/**
 * gs_mail_part_bytes:
 * @part: a part
 *
 * Returns: (transfer full): what is in it, without its transfer encoding and, where it
 *   is text in a charset that the message names, in UTF-8
 */
GBytes *
gs_mail_part_bytes (GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  const char *charset = g_mime_content_type_get_parameter (type, "charset");
  GByteArray *content = part_content (part);
  g_autofree char *text = NULL;
  gsize length = 0;

  /* A charset that does not fit is no better than a guess from the bytes. */
  if (charset != NULL && g_ascii_strcasecmp (charset, "us-ascii") != 0 && content->len > 0)
    text = g_convert ((const char *) content->data, (gssize) content->len, "UTF-8", charset, NULL, &length, NULL);
  if (text == NULL)
    return g_byte_array_free_to_bytes (content);

  g_byte_array_unref (content);

  return g_bytes_new_take (g_steal_pointer (&text), length);
}
