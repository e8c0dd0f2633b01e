/* test-backup.c: backups are made when they should be, kept as long as they should, and come back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "gs-backup-keeper.h"
#include "gs-backup-private.h"
#include "gs-names.h"
#include "gs-test.h"

typedef struct
{
  char *folder;
  char *path;
  GsWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GsBackupPolicy policy = GS_BACKUP_POLICY_DEFAULT;
  g_autoptr (GError) error = NULL;

  self->folder = gs_test_make_folder ();
  self->path = g_build_filename (self->folder, "Häfen “eins”.gainsay", NULL);
  gs_backup_set_policy (&policy);
  gs_workspace_create (self->path, "Harbours", &error);
  g_assert_no_error (error);
  self->workspace = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->workspace);
  g_free (self->path);
  gs_test_remove_folder (self->folder);
}

static void
add_tag (Fixture *self, const char *path)
{
  g_autoptr (GsAction) action = gs_action_new (path);
  g_autoptr (GError) error = NULL;

  g_free (gs_names_ensure_tag (self->workspace, action, path, &error));
  gs_workspace_perform (self->workspace, action, &error);
  g_assert_no_error (error);
}

static gboolean
has_tag (Fixture *self, const char *path)
{
  g_autofree char *uuid = gs_workspace_find_name (self->workspace, &gs_tag_type, path, NULL);

  return uuid != NULL;
}

static char *
make (Fixture *self, GsBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  char *made = NULL;

  gs_backup_make (self->path, reason, &made, NULL, &error);
  g_assert_no_error (error);

  return made;
}

static GPtrArray *
list (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = gs_backup_list (self->path, &error);

  g_assert_no_error (error);

  return backups;
}

static void
test_when_changed (Fixture *self, gconstpointer data)
{
  g_autofree char *first = make (self, GS_BACKUP_OPENED);
  g_autofree char *same = make (self, GS_BACKUP_TIMED);
  g_autofree char *asked = make (self, GS_BACKUP_ASKED);
  g_autofree char *changed = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const GsBackupListing *listing;

  g_assert_nonnull (first);
  g_assert_null (same);
  g_assert_nonnull (asked);
  add_tag (self, "port");
  changed = make (self, GS_BACKUP_TIMED);
  g_assert_nonnull (changed);

  backups = list (self);
  g_assert_cmpuint (backups->len, ==, 3);
  listing = backups->pdata[0];
  g_assert_cmpint (listing->reason, ==, GS_BACKUP_TIMED);
  g_assert_cmpstr (listing->path, ==, changed);
  g_assert_cmpstr (listing->title, ==, "Harbours");
  g_assert_cmpint (listing->size, >, 0);
  g_assert_false (listing->elsewhere);
  g_assert_false (listing->broken);
  listing = backups->pdata[2];
  g_assert_cmpint (listing->reason, ==, GS_BACKUP_OPENED);
}

/* Undo of a restoration is restoring what it had put aside. */
static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;

  add_tag (self, "before");
  backup = make (self, GS_BACKUP_ASKED);
  add_tag (self, "after");
  gs_backup_restore (backup, self->path, &aside, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (aside);
  g_assert_true (has_tag (self, "before"));
  g_assert_false (has_tag (self, "after"));

  gs_backup_restore (aside, self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_tag (self, "after"));
}

/* The backup that is restored is not taken away for the one made before. */
static void
test_restore_oldest (Fixture *self, gconstpointer data)
{
  GsBackupPolicy policy = { NULL, 2, 0, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *oldest = NULL;
  g_autofree char *next = NULL;

  gs_backup_set_policy (&policy);
  add_tag (self, "one");
  oldest = make (self, GS_BACKUP_ASKED);
  add_tag (self, "two");
  next = make (self, GS_BACKUP_ASKED);
  gs_backup_restore (oldest, self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_tag (self, "one"));
  g_assert_false (has_tag (self, "two"));
  backups = list (self);
  g_assert_cmpuint (backups->len, ==, 3);
}

/* Nothing is left of the workspace but what was put aside, byte by byte. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  static const char rubbish[] = "SQLite format 3 is what this once was.";

  add_tag (self, "kept");
  backup = make (self, GS_BACKUP_OPENED);
  g_clear_object (&self->workspace);
  gs_test_write (self->path, rubbish, -1);
  g_assert_null (gs_workspace_open (self->path, GS_OPEN_BEST, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (gs_backup_make (self->path, GS_BACKUP_TIMED, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* It is found by its place alone. */
  backups = list (self);
  g_assert_cmpuint (backups->len, ==, 1);
  gs_backup_restore (backup, self->path, &aside, NULL, &error);
  g_assert_no_error (error);
  kept = gs_test_read (aside);
  g_assert_cmpuint (g_bytes_get_size (kept), ==, strlen (rubbish));
  g_assert_cmpint (memcmp (g_bytes_get_data (kept, NULL), rubbish, strlen (rubbish)), ==, 0);
  self->workspace = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (has_tag (self, "kept"));
}

/* There is a backup of what it was before it is brought up to date, or it stays as it is. */
static void
test_upgrade (Fixture *self, gconstpointer data)
{
  GsBackupPolicy nowhere = GS_BACKUP_POLICY_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_clear_object (&self->workspace);
  g_unlink (self->path);
  gs_test_unpack ("db/old/old-1.gainsay.gz", self->path);
  g_assert_null (gs_workspace_open (self->path, GS_OPEN_READ_ONLY, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "older version"));
  g_clear_error (&error);

  nowhere.folder = "/dev/null/backups";
  gs_backup_set_policy (&nowhere);
  g_assert_null (gs_workspace_open (self->path, GS_OPEN_BEST, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "no backup could be made"));
  g_clear_error (&error);
  g_assert_true (gs_db_file_is_older (self->path));

  gs_backup_set_policy (&(GsBackupPolicy) GS_BACKUP_POLICY_DEFAULT);
  self->workspace = gs_workspace_open (self->path, GS_OPEN_BEST, &error);
  g_assert_no_error (error);
  backups = list (self);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (((GsBackupListing *) backups->pdata[0])->reason, ==, GS_BACKUP_UPGRADE);
  g_assert_true (gs_db_file_is_older (((GsBackupListing *) backups->pdata[0])->path));

  /* It comes back as a workspace of this version: others may have it open. */
  add_tag (self, "new");
  gs_backup_restore (((GsBackupListing *) backups->pdata[0])->path, self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (has_tag (self, "new"));
  g_assert_cmpint (gs_workspace_count (self->workspace, &gs_article_type, NULL), ==, 8);
}

/* A file that was moved has its backups, told as being from elsewhere. */
static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = make (self, GS_BACKUP_OPENED);
  g_autofree char *there = g_build_filename (self->folder, "moved.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *latest = NULL;

  g_clear_object (&self->workspace);
  g_assert_cmpint (g_rename (self->path, there), ==, 0);
  g_free (self->path);
  self->path = g_steal_pointer (&there);
  backups = list (self);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (((GsBackupListing *) backups->pdata[0])->elsewhere);
  /* That of a copy may be meant, so it has to be named. */
  latest = gs_backup_find (self->path, "latest", &error);
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  latest = gs_backup_find (self->path, ((GsBackupListing *) backups->pdata[0])->name, &error);
  g_assert_cmpstr (latest, ==, backup);
}

static void
pump_cb (GsWorkspace *workspace, GParamSpec *pspec, gboolean *notified)
{
  *notified = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* What is open is not written into a file that nobody will find, and is not lost. */
static void
test_deleted_while_open (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Late");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autofree char *copy = g_build_filename (self->folder, "copy.gainsay", NULL);
  gboolean notified = FALSE;

  add_tag (self, "kept");
  g_signal_connect (self->workspace, "notify::astray", G_CALLBACK (pump_cb), &notified);
  gs_workspace_watch (self->workspace);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  tag->name = g_strdup ("late");
  gs_action_save (action, &gs_tag_type, tag);
  g_assert_false (gs_workspace_perform (self->workspace, action, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_ASTRAY);
  g_clear_error (&error);
  gs_test_pump_until (is_set, &notified, 30);
  g_assert_true (gs_workspace_is_astray (self->workspace));

  gs_backup_save_copy (self->workspace, copy, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->workspace);
  self->workspace = gs_workspace_open (copy, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (has_tag (self, "kept"));
  g_assert_false (has_tag (self, "late"));
}

static void
made_cb (GsBackupKeeper *keeper, const char *path, guint *n)
{
  ++*n;
}

static gboolean
is_made (gpointer data)
{
  return *(guint *) data > 0;
}

static void
test_keeper (Fixture *self, gconstpointer data)
{
  g_autoptr (GsBackupKeeper) keeper = gs_backup_keeper_new (self->workspace, 0, 1);
  g_autoptr (GPtrArray) backups = NULL;
  guint n = 0;

  g_signal_connect (keeper, "made", G_CALLBACK (made_cb), &n);
  gs_test_pump_until (is_made, &n, 30);
  n = 0;
  add_tag (self, "later");
  gs_test_pump_until (is_made, &n, 30);
  gs_backup_keeper_stop (keeper);
  backups = list (self);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (((GsBackupListing *) backups->pdata[0])->reason, ==, GS_BACKUP_TIMED);
  g_assert_cmpint (((GsBackupListing *) backups->pdata[1])->reason, ==, GS_BACKUP_OPENED);
}

/* One letter a backup, newest first: the day of the month, and what is kept. */
static void
assert_rotation (const char *days, const char *kept, GsBackupPolicy policy)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_backup_file_free);
  g_auto (GStrv) parts = g_strsplit (days, " ", -1);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree gboolean *keep = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GsBackupFile *file = g_new0 (GsBackupFile, 1);

      file->at = g_strdup_printf ("2026-%sT10:00:00.000Z", parts[i]);
      file->size = 100;
      g_ptr_array_add (files, file);
    }
  keep = g_new0 (gboolean, files->len);
  gs_backup_rotate (files, &policy, keep);
  for (guint i = 0; i < files->len; i++)
    g_string_append_c (found, keep[i] ? 'x' : '-');
  g_assert_cmpstr (found->str, ==, kept);
}

static void
test_rotation (void)
{
  /* The last three; one of each of four days; one of each of three weeks. */
  assert_rotation ("11-20 11-20 11-20 11-20 11-19 11-19 11-18 11-17 11-16 11-09 11-08 11-02 10-20", "xxx-x-xx-xx--",
                   (GsBackupPolicy){ NULL, 3, 4, 3, 0 });
  /* Two stay whatever is said, and however little room there is. */
  assert_rotation ("11-20 11-20 11-20", "xx-", (GsBackupPolicy){ NULL, 0, 0, 0, 0 });
  assert_rotation ("11-20 11-19 11-18 11-17", "xx--", (GsBackupPolicy){ NULL, 4, 0, 0, 1 });
  assert_rotation ("11-20 11-19 11-18 11-17", "xxx-", (GsBackupPolicy){ NULL, 4, 0, 0, 300 });
  assert_rotation ("11-20", "x", (GsBackupPolicy){ NULL, 5, 7, 4, 0 });
}

/* That there are none and that they cannot be seen are two things. */
static void
test_unreadable (Fixture *self, gconstpointer data)
{
  GsBackupPolicy policy = GS_BACKUP_POLICY_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (self->folder, "not yet", NULL);
  g_autoptr (GPtrArray) none = NULL;

  policy.folder = nowhere;
  gs_backup_set_policy (&policy);
  none = gs_backup_list (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  policy.folder = self->path;
  gs_backup_set_policy (&policy);
  g_assert_null (gs_backup_list (self->path, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (gs_backup_find (self->path, "latest", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_FAILED);

  policy.folder = NULL;
  gs_backup_set_policy (&policy);
}

/* What nobody has finished for a day goes; what was put aside stays. */
static void
test_tidy (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean stays;
  } cases[] = {
    { "20261121T081500.250Z-asked.gainsay.Ab3xYz", FALSE },
    { "20261121T081500.250Z-asked.gainsay", TRUE },
    { "20261121T081500.250Z-damaged.gainsay.damaged", TRUE },
    { "20261121T081500.250Z-damaged.gainsay.damaged-wal", TRUE },
  };
  struct utimbuf old = { 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].name, NULL);

      gs_test_write (path, "bytes", -1);
      g_assert_cmpint (g_utime (path, &old), ==, 0);
    }
  gs_backup_files_tidy (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].name, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == cases[i].stays);
    }
}

#define ADD(name, func) g_test_add ("/backup/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/rotation", test_rotation);
  ADD ("when-changed", test_when_changed);
  ADD ("restore", test_restore);
  ADD ("restore-oldest", test_restore_oldest);
  ADD ("damaged", test_damaged);
  ADD ("upgrade", test_upgrade);
  ADD ("moved", test_moved);
  ADD ("deleted-while-open", test_deleted_while_open);
  ADD ("keeper", test_keeper);
  ADD ("unreadable", test_unreadable);
  ADD ("tidy", test_tidy);

  return g_test_run ();
}
