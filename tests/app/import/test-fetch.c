/* test-fetch.c: pages from a server that misbehaves, on this machine only.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-fetch.h"
#include "gs-importer.h"
#include "gs-test.h"

#include <libsoup/soup.h>
#include <string.h>

#define PAGE                                                                                                           \
  "<!DOCTYPE html><html><head><title>Harbour council admits night unloading</title></head><body><article><h1>Harbour " \
  "council admits night unloading</h1><p>The harbour council has admitted that a ship was unloaded at the north quay " \
  "in the night of 3 May, after denying it for a week.</p></article></body></html>"

static const GsFetchLimits tight = { .max_bytes = 4096, .max_seconds = 60, .max_redirects = 3 };
static const GsFetchLimits hasty = { .max_bytes = 4096, .max_seconds = 1, .max_redirects = 3 };

/* A server of the test's own, in a thread of its own. */
typedef struct
{
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  guint port;
  guint requests;
  GMutex lock;
  GCond started;
} Server;

static gboolean
drip_cb (gpointer data)
{
  SoupServerMessage *message = data;

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "a", 1);
  soup_server_message_unpause (message);

  return G_SOURCE_CONTINUE;
}

static void
stop_drip_cb (SoupServerMessage *message, GSource *source)
{
  g_source_destroy (source);
}

/* A message may also go without having finished. */
static void
forget_drip (gpointer source, GClosure *closure)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
answer_slowly (Server *self, SoupServerMessage *message)
{
  GSource *source = g_timeout_source_new (100);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_server_message_pause (message);
  g_source_set_callback (source, drip_cb, message, NULL);
  g_source_attach (source, self->context);
  g_signal_connect_data (message, "finished", G_CALLBACK (stop_drip_cb), source, forget_drip, 0);
}

static void
answer_with (SoupServerMessage *message, const char *type, const char *body, gsize length)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, length);
}

static void
request_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  static const char latin[] = "<html><body><p>Het caf\xe9 aan de kade was de hele nacht open, en niemand zag iets.</p>";
  static const struct
  {
    const char *path;
    const char *to;
  } redirects[] = {
    { "/moved", "/page" },
    { "/loop", "/loop" },
    { "/file", "file:///etc/passwd" },
    { "/ftp", "ftp://quay.example/page" },
    { "/nowhere", "http:///" },
  };
  Server *self = data;

  self->requests++;
  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      if (g_str_equal (path, redirects[i].path))
        {
          soup_server_message_set_redirect (message, 302, redirects[i].to);
          soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                        redirects[i].to);
          return;
        }
    }

  if (g_str_equal (path, "/page"))
    answer_with (message, "text/html", PAGE, strlen (PAGE));
  else if (g_str_equal (path, "/latin"))
    answer_with (message, "text/html; charset=iso-8859-1", latin, strlen (latin));
  else if (g_str_equal (path, "/picture"))
    answer_with (message, "image/png", "\x89PNG\r\n\x1a\n", 8);
  else if (g_str_equal (path, "/hidden"))
    answer_with (message, "text/html", "\x89PNG\r\n\x1a\n0123456789", 18);
  else if (g_str_equal (path, "/large"))
    {
      g_autofree char *large = g_strnfill (100000, 'a');

      answer_with (message, "text/plain", large, 100000);
    }
  else if (g_str_equal (path, "/slow"))
    answer_slowly (self, message);
  else
    soup_server_message_set_status (message, 404, NULL);
}

static gpointer
serve (gpointer data)
{
  Server *self = data;
  SoupServer *server;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  g_assert_true (soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (server);

  g_mutex_lock (&self->lock);
  self->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&self->started);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_object_unref (server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static Server *
start_server (void)
{
  Server *self = g_new0 (Server, 1);

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->started);
  self->thread = g_thread_new ("server", serve, self);
  g_mutex_lock (&self->lock);
  while (self->port == 0)
    g_cond_wait (&self->started, &self->lock);
  g_mutex_unlock (&self->lock);

  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
stop_server (Server *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->started);
  g_free (self);
}

static char *
address (const Server *self, const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

static void
test_page (void)
{
  Server *server = start_server ();
  g_autofree char *url = address (server, "/moved");
  g_autofree char *end = address (server, "/page");
  g_autoptr (GError) error = NULL;
  g_autoptr (GsFetched) fetched = gs_fetch (url, &tight, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (fetched->bytes), ==, strlen (PAGE));
  g_assert_true (memcmp (g_bytes_get_data (fetched->bytes, NULL), PAGE, strlen (PAGE)) == 0);
  g_assert_cmpstr (fetched->url, ==, end);
  g_assert_cmpuint (strlen (fetched->retrieved), ==, strlen ("2031-05-06T09:30:00Z"));
  g_assert_cmpuint (server->requests, ==, 2);
  stop_server (server);
}

static const struct
{
  const char *path;
  int code;
  const char *words;
} refusals[] = {
  { "/loop", GS_ERROR_LIMIT, "redirects" },
  { "/file", GS_ERROR_UNREADABLE, "web address" },
  { "/ftp", GS_ERROR_UNREADABLE, "not ftp" },
  { "/nowhere", GS_ERROR_UNREADABLE, "web address" },
  { "/large", GS_ERROR_LIMIT, "4.0" },
  { "/slow", GS_ERROR_LIMIT, "1 seconds" },
  { "/picture", GS_ERROR_UNREADABLE, "image/png" },
  { "/gone", GS_ERROR_UNREADABLE, "404" },
};

static void
test_refusals (void)
{
  Server *server = start_server ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *url = address (server, refusals[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (gs_fetch (url, g_str_equal (refusals[i].path, "/slow") ? &hasty : &tight, NULL, &error));
      g_test_message ("%s: %s", refusals[i].path, error->message);
      g_assert_error (error, GS_ERROR, refusals[i].code);
      g_assert_nonnull (strstr (error->message, refusals[i].words));
    }
  stop_server (server);
}

static void
test_no_server (void)
{
  static const char *const addresses[] = { "ftp://quay.example/", "file:///etc/passwd", "quay", "http://", "" };
  Server *server = start_server ();
  g_autofree char *url = address (server, "/page");
  g_autoptr (GError) gone = NULL;

  stop_server (server);
  g_assert_null (gs_fetch (url, &tight, NULL, &gone));
  g_assert_error (gone, GS_ERROR, GS_ERROR_UNREADABLE);

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gs_fetch (addresses[i], &tight, NULL, &error));
      g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
    }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200000);
  g_cancellable_cancel (cancellable);

  return NULL;
}

static void
test_cancel (void)
{
  Server *server = start_server ();
  g_autofree char *url = address (server, "/slow");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;

  /* Whoever does not listen gets another error, after a minute. */
  g_assert_null (gs_fetch (url, &tight, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  stop_server (server);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *typed;
    const char *meant;
  } addresses[] = {
    { " https://quay.example/1 \n", "https://quay.example/1" },
    { "quay.example/a", "https://quay.example/a" },
    { "http://localhost:8080/a", "http://localhost:8080/a" },
    { "http://[::1]/a", "http://[::1]/a" },
    { "quay", NULL },
    { "a line of text.", NULL },
    { "file:///etc/passwd", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *url = gs_fetch_clean_url (addresses[i].typed);

      g_assert_cmpstr (url, ==, addresses[i].meant);
    }
}

static void
collect_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer data)
{
  g_string_append_printf (data, "%s %s %s\n", strrchr (result->path, '/'),
                          gs_word_to_nick (&gs_import_statuses, result->status),
                          result->title != NULL ? result->title : result->reason);
}

/* What is fetched is kept, with where it was and when. */
static void
test_import (void)
{
  static const char *const paths[] = { "/moved", "/gone", "/hidden", "/page", "/latin" };
  Server *server = start_server ();
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);
  GsImporter *importer = gs_importer_new (workspace);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *url = address (server, paths[i]);

      gs_importer_add_url (importer, url);
    }
  gs_importer_run (importer, collect_cb, lines, NULL, &error);
  g_assert_no_error (error);
  gs_importer_free (importer);
  g_test_message ("%s", lines->str);
  g_assert_true (g_str_has_prefix (lines->str, "/moved imported Harbour council admits night unloading\n"
                                               "/gone refused the server says: 404 Not Found\n"
                                               "/hidden refused an image (PNG), no text\n"
                                               "/page duplicate Harbour council admits night unloading\n"
                                               "/latin imported "));
  gs_workspace_close (workspace);
  g_object_unref (workspace);
  stop_server (server);
}

static void
collect_all_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer data)
{
  g_string_append_printf (data, "%s %s %s\n", result->path, result->title != NULL ? result->title : "",
                          result->reason != NULL ? result->reason : "");
}

static gboolean
collect_article_cb (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  const GsArticleRecord *article = record;

  g_string_append_printf (data, "%s %s\n", article->url, article->note != NULL ? article->note : "");

  return TRUE;
}

/* A name and a password in an address are for the server: neither a message
 * nor the history nor an article tells of them. */
static void
test_secrets (void)
{
  static const char *const paths[] = { "/page", "/gone", "/moved" };
  Server *server = start_server ();
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i <= G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *url = address (server, i < G_N_ELEMENTS (paths) ? paths[i] : "/page");
      g_autofree char *secret = g_strdup_printf ("http://keeper:s3c ret@%s", url + strlen ("http://"));
      GsImporter *importer = gs_importer_new (workspace);

      /* The last one is no address. */
      if (i < G_N_ELEMENTS (paths))
        *strchr (secret, ' ') = '.';
      gs_importer_add_url (importer, secret);
      gs_importer_run (importer, collect_all_cb, told, NULL, &error);
      g_assert_no_error (error);
      gs_importer_free (importer);
      g_assert_nonnull (strstr (told->str, "http://127.0.0.1:"));
    }

  g_assert_true (gs_workspace_each (workspace, &gs_article_type, collect_article_cb, told, &error));
  g_assert_nonnull (gs_workspace_get_undo_label (workspace));
  g_string_append (told, gs_workspace_get_undo_label (workspace));
  g_test_message ("%s", told->str);
  g_assert_null (strstr (told->str, "s3c"));
  g_assert_null (strstr (told->str, "keeper"));
  gs_workspace_close (workspace);
  g_object_unref (workspace);
  stop_server (server);
}

int
main (int argc, char *argv[])
{
  /* Or else whoever knows the proxies of this machine is asked. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/fetch/page", test_page);
  g_test_add_func ("/import/fetch/refusals", test_refusals);
  g_test_add_func ("/import/fetch/no-server", test_no_server);
  g_test_add_func ("/import/fetch/cancel", test_cancel);
  g_test_add_func ("/import/fetch/addresses", test_addresses);
  g_test_add_func ("/import/fetch/import", test_import);
  g_test_add_func ("/import/fetch/secrets", test_secrets);

  return g_test_run ();
}
