/* test-backup.c: gainsayctl backup, backups and restore.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "gs-ctl.h"

typedef struct
{
  char *folder;
  char *workspace;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = gs_test_make_folder ();
  self->workspace = gs_ctl_new_workspace (self->folder);
  g_free (gs_ctl_import_text (self->workspace, self->folder, "a.txt", "Statement\n\nThe ministry said so.\n"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->workspace);
  gs_test_remove_folder (self->folder);
}

static guint
count_articles (const char *workspace)
{
  g_autoptr (JsonNode) articles = gs_ctl_json ("articles", workspace, NULL);

  return gs_ctl_length (articles);
}

static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonNode) made = gs_ctl_json ("backup", self->workspace, NULL);
  g_autoptr (JsonNode) backups = gs_ctl_json ("backups", self->workspace, NULL);
  g_autoptr (JsonNode) restored = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copy.gainsay", NULL);

  g_assert_cmpuint (gs_ctl_length (backups), ==, 1);
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (backups, 0), "path"), ==, gs_ctl_text (made, "backup"));
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (backups, 0), "reason"), ==, "asked");

  g_free (gs_ctl_import_text (self->workspace, self->folder, "b.txt", "Reply\n\nThe embassy denied it.\n"));
  g_assert_cmpuint (count_articles (self->workspace), ==, 2);
  restored = gs_ctl_json ("restore", self->workspace, "latest", NULL);
  g_assert_cmpuint (count_articles (self->workspace), ==, 1);
  g_free (gs_ctl_expect (0, "check", self->workspace, NULL));

  /* What was there before is a backup like any other. */
  g_free (gs_ctl_expect (0, "restore", self->workspace, gs_ctl_text (restored, "aside"), "-o", copy, NULL));
  g_assert_cmpuint (count_articles (copy), ==, 2);
  g_free (gs_ctl_expect (1, "restore", self->workspace, "latest", "-o", copy, NULL));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *none = g_build_filename (self->folder, "none.gainsay", NULL);
  g_autoptr (JsonNode) backups = gs_ctl_json ("backups", none, NULL);

  g_assert_cmpuint (gs_ctl_length (backups), ==, 0);
  g_free (gs_ctl_expect (3, "backup", none, NULL));
  g_free (gs_ctl_expect (1, "restore", self->workspace, "latest", NULL));
  g_free (gs_ctl_expect (2, "restore", self->workspace, NULL));
}

/* What is beyond reading comes back, too. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_free (gs_ctl_expect (0, "backup", self->workspace, NULL));
  gs_test_write (self->workspace, "overwritten", -1);
  g_free (gs_ctl_expect (3, "articles", self->workspace, NULL));
  g_free (gs_ctl_expect (0, "restore", self->workspace, "latest", NULL));
  g_assert_cmpuint (count_articles (self->workspace), ==, 1);
}

#define ADD(name, func) g_test_add ("/cli/backup/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("refused", test_refused);
  ADD ("damaged", test_damaged);

  return g_test_run ();
}
