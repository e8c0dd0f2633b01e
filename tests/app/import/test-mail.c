/* test-mail.c: e-mail as it should not be, and folders of it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-test.h"

#include <string.h>

#define HEAD "From: A <a@example.org>\r\nTo: b@example.org\r\nSubject: News\r\nMIME-Version: 1.0\r\n"

/* (transfer full) */
static GPtrArray *
extract (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gs_extract_all (bytes, "article.html", NULL, error);
}

static void
expect (const char *mail, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = extract (mail, &error);
  const GsArticleRecord *article;

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  article = articles->pdata[0];
  g_assert_cmpstr (article->media_type, ==, "message/rfc822");
  g_assert_cmpstr (article->title, ==, "News");
  g_assert_cmpstr (article->byline, ==, "A");
  g_assert_cmpstr (g_strstrip (article->text), ==, body);
}

static void
test_bodies (void)
{
  expect (HEAD "\r\nplain", "plain");
  expect (HEAD "Content-Type: text/html\r\n\r\n<p>page", "page");
  expect (HEAD "Content-Type: text/plain; charset=nonsense\r\n\r\ncaf\xc3\xa9", "caf\xc3\xa9");
  expect (HEAD "Content-Type: text/plain; charset=iso-8859-1\r\n\r\ncaf\xe9", "caf\xc3\xa9");
  expect (HEAD "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\naGk=", "hi");
  expect (HEAD "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>hi", "hi");
  /* A page without running text is no better than the text beside it. */
  expect (HEAD "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\ntext of it\r\n--x\r\n"
               "Content-Type: text/html\r\n\r\n<img src='cid:1'>\r\n--x--\r\n",
          "text of it");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *mail;
    const char *reason;
  } mails[] = {
    { HEAD "\r\n", "no text" },
    { HEAD "Content-Type: multipart/alternative\r\n\r\nno boundary", "no text" },
    { HEAD "Content-Type: image/png\r\n\r\nx", "no text" },
    { HEAD "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nnot gone into", "no text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (extract (mails[i].mail, &error));
      g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, mails[i].reason));
    }
}

static void
test_nested (void)
{
  g_autoptr (GString) mail = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (mail, "Content-Type: multipart/mixed; boundary=\"b%u\"\r\n\r\n--b%u\r\n", i, i);
  g_string_append (mail, "\r\nhi\r\n");
  g_assert_null (extract (mail->str, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "deeper than 32"));
}

static void
test_attachments (void)
{
  g_autoptr (GString) mail = g_string_new (HEAD "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\ntext\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  const GsArticleRecord *article;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (mail,
                            "--x\r\nContent-Disposition: attachment; filename*=utf-8''../f%u%%0A.txt\r\n\r\nx\r\n", i);
  g_string_append (mail, "--x--\r\n");
  articles = extract (mail->str, &error);
  g_assert_no_error (error);
  article = articles->pdata[0];
  g_assert_true (g_str_has_prefix (article->note, "Attachments: ../f0"));
  g_assert_true (g_str_has_suffix (article->note, "; 10 more"));
}

static void
test_folder_limit (void)
{
  const GsExtractLimits few = { .max_bytes = 1000, .max_depth = 9, .max_attributes = 9, .max_parts = 2 };
  const char *one = "From x\nFrom: a@b\nSubject: s\nMessage-ID: <1@b>\n\ntext\n\n";
  g_autofree char *three = g_strconcat (one, one, one, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (three, strlen (three));
  g_autoptr (GError) error = NULL;

  g_assert_null (gs_extract_all (bytes, NULL, &few, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "limit of 2"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/mail/bodies", test_bodies);
  g_test_add_func ("/import/mail/refused", test_refused);
  g_test_add_func ("/import/mail/nested", test_nested);
  g_test_add_func ("/import/mail/attachments", test_attachments);
  g_test_add_func ("/import/mail/folder-limit", test_folder_limit);

  return g_test_run ();
}
