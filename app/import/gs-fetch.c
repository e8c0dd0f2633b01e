/* gs-fetch.c: one page from the web, because somebody asked for it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Redirects are followed here and not by libsoup, so that each is looked at.
 * Everything runs in a context of its own, whose clock also ends a server that
 * sends one byte at a time.
 */

#include "config.h"

#include "gs-fetch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gs-fetch-answer.h"

#define CHUNK 65536
#define AGENT "Gainsay/" GS_VERSION
#define ACCEPT "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5"

const GsFetchLimits gs_fetch_limits_default = {
  .max_bytes = 64 * 1024 * 1024,
  .max_seconds = 60,
  .max_redirects = 10,
};

typedef struct
{
  const GsFetchLimits *limits;
  GMainContext *context;
  GCancellable *cancellable; /* of its own; what is waited for heeds it */
  SoupSession *session;
  gboolean late;
  gboolean ready;
  GAsyncResult *result;
} Fetch;

/**
 * gs_fetched_free:
 * @fetched: (transfer full): a page
 */
void
gs_fetched_free (GsFetched *fetched)
{
  g_clear_pointer (&fetched->bytes, g_bytes_unref);
  g_free (fetched->url);
  g_free (fetched->charset);
  g_free (fetched->retrieved);
  g_free (fetched);
}

/**
 * gs_fetch_is_there:
 *
 * Returns: whether this Gainsay was built with libsoup
 */
gboolean
gs_fetch_is_there (void)
{
  return TRUE;
}

static gboolean
done_cb (gpointer data)
{
  Fetch *self = data;

  self->late = TRUE;
  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *outer, gpointer data)
{
  Fetch *self = data;

  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fetch *self = data;

  self->result = g_object_ref (result);
  self->ready = TRUE;
}

static GAsyncResult *
wait (Fetch *self)
{
  while (!self->ready)
    g_main_context_iteration (self->context, TRUE);
  self->ready = FALSE;

  return g_steal_pointer (&self->result);
}

/* What went wrong underneath, in words. */
static void
explain (const Fetch *self, const GError *why, GError **error)
{
  if (self->late)
    g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("the server took longer than the limit of %u seconds"),
                 self->limits->max_seconds);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("cancelled"));
  else
    g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("it cannot be fetched: %s"), why->message);
}

/**
 * gs_fetch_clean_url:
 * @url: what somebody typed or pasted
 *
 * Returns: (transfer full) (nullable): the web address it is, "https://" put before one
 *   without a scheme; %NULL where it is none
 */
char *
gs_fetch_clean_url (const char *url)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (url));
  g_autofree char *whole =
    strstr (trimmed, "://") != NULL ? g_strdup (trimmed) : g_strconcat ("https://", trimmed, NULL);
  g_autoptr (GUri) uri = strpbrk (trimmed, " \t\n") == NULL ? gs_fetch_parse_url (whole, NULL, NULL) : NULL;

  if (uri == NULL
      || (strchr (g_uri_get_host (uri), '.') == NULL && strchr (g_uri_get_host (uri), ':') == NULL
          && !g_str_equal (g_uri_get_host (uri), "localhost")))
    return NULL;

  return g_uri_to_string (uri);
}

static gboolean
is_too_large (const Fetch *self, goffset length, GError **error)
{
  g_autofree char *limit = NULL;

  if (length <= (goffset) self->limits->max_bytes)
    return FALSE;

  limit = g_format_size_full (self->limits->max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("larger than the limit of %s"), limit);

  return TRUE;
}

/* (transfer full) (nullable) */
static GBytes *
read_all (Fetch *self, GInputStream *stream, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  while (TRUE)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) chunk = NULL;
      g_autoptr (GError) local = NULL;

      g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable, ready_cb, self);
      result = wait (self);
      chunk = g_input_stream_read_bytes_finish (stream, result, &local);
      if (chunk == NULL)
        {
          explain (self, local, error);
          return NULL;
        }
      if (g_bytes_get_size (chunk) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (is_too_large (self, (goffset) (all->len + g_bytes_get_size (chunk)), error))
        return NULL;
      g_byte_array_append (all, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
    }
}

/* (transfer full) (nullable): the answer's body, its header read. */
static GInputStream *
send_request (Fetch *self, SoupMessage *message, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local = NULL;
  GInputStream *stream;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept", ACCEPT);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, self->cancellable, ready_cb, self);
  result = wait (self);
  stream = soup_session_send_finish (self->session, result, &local);
  if (stream == NULL)
    explain (self, local, error);

  return stream;
}

static GsFetched *
take_answer (Fetch *self, SoupMessage *message, GInputStream *stream, GUri *uri, GError **error)
{
  g_autoptr (GsFetched) fetched = g_new0 (GsFetched, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint status = soup_message_get_status (message);

  if (status != SOUP_STATUS_OK)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the server says: %u %s"), status,
                   soup_status_get_phrase (status));
      return NULL;
    }
  if (is_too_large (self, soup_message_headers_get_content_length (soup_message_get_response_headers (message)), error)
      || !gs_fetch_answer_is_text (soup_message_get_response_headers (message), &fetched->charset, error))
    return NULL;

  fetched->bytes = read_all (self, stream, error);
  if (fetched->bytes == NULL)
    return NULL;
  /* A password is for the server alone. */
  fetched->url = g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO);
  fetched->retrieved = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  return g_steal_pointer (&fetched);
}

static GsFetched *
follow (Fetch *self, const char *url, GError **error)
{
  g_autoptr (GUri) uri = gs_fetch_parse_url (url, NULL, error);

  for (guint hops = 0; uri != NULL; hops++)
    {
      g_autoptr (SoupMessage) message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
      g_autoptr (GInputStream) stream = send_request (self, message, error);
      const char *location = stream != NULL ? gs_fetch_answer_redirect (soup_message_get_status (message),
                                                                        soup_message_get_response_headers (message))
                                            : NULL;
      GUri *next;

      if (stream == NULL)
        return NULL;
      if (location == NULL)
        return take_answer (self, message, stream, uri, error);
      if (hops >= self->limits->max_redirects)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("more redirects than the limit of %u"),
                       self->limits->max_redirects);
          return NULL;
        }
      next = gs_fetch_parse_url (location, uri, error);
      g_uri_unref (uri);
      uri = next;
    }

  return NULL;
}

/**
 * gs_fetch:
 * @url: an address, http or https
 * @limits: (nullable): %NULL for the default
 * @cancellable: (nullable): ends it at once
 * @error: why there is nothing
 *
 * Blocks; any thread. Sends a request and nothing else, follows redirects to other web
 * addresses, and takes an answer with status 200.
 *
 * Returns: (transfer full): the page; %NULL with %GS_ERROR_UNREADABLE, %GS_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED, the message being the reason without the address
 */
GsFetched *
gs_fetch (const char *url, const GsFetchLimits *limits, GCancellable *cancellable, GError **error)
{
  Fetch self = { .limits = limits != NULL ? limits : &gs_fetch_limits_default };
  g_autoptr (GSource) clock = NULL;
  g_autoptr (GSource) stop = NULL;
  GsFetched *fetched;

  g_return_val_if_fail (url != NULL, NULL);

  self.context = g_main_context_new ();
  g_main_context_push_thread_default (self.context);
  self.cancellable = g_cancellable_new ();
  self.session = soup_session_new_with_options ("user-agent", AGENT, "timeout", self.limits->max_seconds, NULL);
  clock = g_timeout_source_new (self.limits->max_seconds * 1000);
  g_source_set_callback (clock, done_cb, &self, NULL);
  g_source_attach (clock, self.context);
  if (cancellable != NULL)
    {
      stop = g_cancellable_source_new (cancellable);
      g_source_set_callback (stop, G_SOURCE_FUNC (cancelled_cb), &self, NULL);
      g_source_attach (stop, self.context);
    }

  fetched = follow (&self, url, error);

  g_source_destroy (clock);
  if (stop != NULL)
    g_source_destroy (stop);
  soup_session_abort (self.session);
  g_object_unref (self.session);
  while (g_main_context_iteration (self.context, FALSE))
    ;
  g_main_context_pop_thread_default (self.context);
  g_main_context_unref (self.context);
  g_object_unref (self.cancellable);

  return fetched;
}
