/* gs-backup.c: backups of a workspace: made, kept, listed and restored.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gs-backup-private.h"
#include "gs-db-error.h"
#include "gs-error-private.h"
#include "gs-workspace-private.h"

/* Left free on the disk whatever happens, in bytes. */
#define RESERVE (16 * 1024 * 1024)

static GMutex policy_lock;
static GsBackupPolicy current_policy = GS_BACKUP_POLICY_DEFAULT;

/**
 * gs_backup_set_policy:
 * @policy: what is kept from now on; copied
 *
 * Any thread.
 */
void
gs_backup_set_policy (const GsBackupPolicy *policy)
{
  const char *folder;

  g_return_if_fail (policy != NULL);

  /* Interned, since somebody may be reading it; it changes hardly ever. */
  folder = policy->folder != NULL && *policy->folder != '\0' ? g_intern_string (policy->folder) : NULL;
  g_mutex_lock (&policy_lock);
  current_policy = *policy;
  current_policy.folder = folder;
  g_mutex_unlock (&policy_lock);
}

static GsBackupPolicy
get_policy (void)
{
  GsBackupPolicy policy;

  g_mutex_lock (&policy_lock);
  policy = current_policy;
  g_mutex_unlock (&policy_lock);

  return policy;
}

/**
 * gs_backup_get_folder:
 *
 * That of the policy; else the environment's GAINSAY_BACKUPS, for scripts; else
 * gainsay/backups in the user's data. It need not be there.
 *
 * Returns: (transfer full): where all backups lie, in the encoding of file names
 */
char *
gs_backup_get_folder (void)
{
  GsBackupPolicy policy = get_policy ();
  const char *asked = policy.folder != NULL ? policy.folder : g_getenv ("GAINSAY_BACKUPS");

  return asked != NULL && *asked != '\0' ? g_strdup (asked)
                                         : g_build_filename (g_get_user_data_dir (), "gainsay", "backups", NULL);
}

static gboolean
check_room (const char *folder, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  GStatBuf size;

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) || g_stat (path, &size) != 0
      || g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) > (guint64) size.st_size + RESERVE)
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_NO_SPACE,
               _ ("There is no room for a backup in “%s”. Make room there, or choose another folder for backups."),
               folder);

  return FALSE;
}

/* @needed: (nullable): path of a backup that stays in any case. */
static void
rotate (const char *folder, const GsBackupPolicy *policy, const char *needed)
{
  g_autoptr (GPtrArray) files = gs_backup_files_in (folder);
  g_autofree gboolean *keep = g_new0 (gboolean, files->len + 1);

  gs_backup_rotate (files, policy, keep);
  for (guint i = 0; i < files->len; i++)
    {
      const GsBackupFile *file = files->pdata[i];

      if (!keep[i] && g_strcmp0 (file->path, needed) != 0)
        g_unlink (file->path);
    }
  gs_backup_files_tidy (folder);
}

static gboolean
is_unchanged (const char *folder, const GsDbState *state)
{
  g_autoptr (GPtrArray) files = gs_backup_files_in (folder);
  g_auto (GsDbState) last = { 0 };

  return files->len > 0 && gs_db_state_read (((GsBackupFile *) files->pdata[0])->path, TRUE, &last, NULL)
         && gs_db_state_equal (state, &last);
}

static gboolean
make (const char *path,
      GsBackupReason reason,
      const char *needed,
      char **made,
      GCancellable *cancellable,
      GError **error)
{
  GsBackupPolicy policy = get_policy ();
  g_auto (GsDbState) state = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *to = NULL;
  GError *failure = NULL;

  if (made != NULL)
    *made = NULL;
  if (!gs_db_state_read (path, FALSE, &state, &failure))
    return gs_error_take (error, failure);

  folder = gs_backup_files_folder (path, &state, error);
  if (folder == NULL)
    return FALSE;
  if ((reason == GS_BACKUP_OPENED || reason == GS_BACKUP_TIMED) && is_unchanged (folder, &state))
    return TRUE;
  if (!check_room (folder, path, error))
    return FALSE;

  to = gs_backup_files_name (folder, gs_word_to_nick (&gs_backup_reasons, (int) reason), NULL);
  if (!gs_db_backup_make (path, to, cancellable, &failure))
    return gs_error_take (error, failure);

  rotate (folder, &policy, needed);
  if (made != NULL)
    *made = g_steal_pointer (&to);

  return TRUE;
}

/**
 * gs_backup_make:
 * @path: a workspace file, in use or not
 * @reason: why
 * @made: (out) (optional) (nullable): path of the backup; %NULL when none was needed
 * @cancellable: (nullable): to cancel with
 * @error: %GS_ERROR_DAMAGED, _NO_SPACE, _OPEN, _FAILED, or %G_IO_ERROR_CANCELLED
 *
 * Blocks. A backup is on the disk and has been read again before an older one is
 * taken away for it.
 *
 * Returns: whether there is a backup of what the workspace is now
 */
gboolean
gs_backup_make (const char *path, GsBackupReason reason, char **made, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return make (path, reason, NULL, made, cancellable, error);
}

static GsBackupListing *
describe (const GsBackupFile *file)
{
  GsBackupListing *listing = gs_record_new (&gs_backup_listing_type);
  g_autofree char *base = g_path_get_basename (file->path);
  g_auto (GsDbState) state = { 0 };

  listing->name = g_filename_display_name (base);
  listing->path = g_filename_display_name (file->path);
  listing->at = g_strdup (file->at);
  listing->reason = file->reason;
  listing->size = file->size;
  listing->elsewhere = file->elsewhere;
  listing->broken = !gs_db_state_read (file->path, TRUE, &state, NULL);
  listing->articles = state.articles;
  listing->claims = state.claims;
  listing->title = g_strdup (state.title);

  return listing;
}

static GPtrArray *
files_of (const char *path, GError **error)
{
  g_auto (GsDbState) state = { 0 };

  /* It may be damaged or gone, which is when its backups are wanted most. */
  gs_db_state_read (path, FALSE, &state, NULL);

  return gs_backup_files_of (path, state.uuid, error);
}

/**
 * gs_backup_list:
 * @path: where a workspace is or was
 * @error: %GS_ERROR_FAILED when the folder cannot be read
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsBackupListing): newest first; %NULL with @error
 */
GPtrArray *
gs_backup_list (const char *path, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  GPtrArray *list;

  g_return_val_if_fail (path != NULL, NULL);

  files = files_of (path, error);
  if (files == NULL)
    return NULL;

  list = gs_record_array_new (&gs_backup_listing_type);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (list, describe (files->pdata[i]));

  return list;
}

/**
 * gs_backup_find:
 * @path: where a workspace is or was
 * @name: of a backup's file, or its path, or "latest"
 * @error: %GS_ERROR_NOT_FOUND, _FAILED
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the path of that backup
 */
char *
gs_backup_find (const char *path, const char *name, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (path != NULL && name != NULL, NULL);

  if (strchr (name, G_DIR_SEPARATOR) != NULL && g_file_test (name, G_FILE_TEST_IS_REGULAR))
    return g_strdup (name);

  files = files_of (path, error);
  if (files == NULL)
    return NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const GsBackupFile *file = files->pdata[i];
      g_autofree char *base = g_path_get_basename (file->path);

      if (g_str_equal (base, name) || (g_str_equal (name, "latest") && !file->elsewhere))
        return g_strdup (file->path);
    }

  g_set_error (error, GS_ERROR, GS_ERROR_NOT_FOUND, _ ("There is no backup “%s” of this workspace."), name);

  return NULL;
}

/**
 * gs_backup_copy:
 * @from: a workspace file or a backup
 * @to: where nothing is yet
 * @cancellable: (nullable): to cancel with
 * @error: %GS_ERROR_EXISTS, _NO_SPACE, _DAMAGED, _FAILED
 *
 * Blocks. Returns: whether there is a whole copy at @to
 */
gboolean
gs_backup_copy (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  return gs_db_backup_make (from, to, cancellable, &failure) || gs_error_take (error, failure);
}

typedef struct
{
  const char *to;
  GCancellable *cancellable;
} Rescue;

static gpointer
rescue_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Rescue *rescue = data;

  return GINT_TO_POINTER (gs_db_backup_copy (db, rescue->to, rescue->cancellable, error));
}

/**
 * gs_backup_save_copy:
 * @workspace: a workspace
 * @to: where nothing is yet
 * @cancellable: (nullable): to cancel with
 * @error: %GS_ERROR_EXISTS, _NO_SPACE, _DAMAGED, _FAILED
 *
 * Blocks. Beside whatever the workspace is doing, where its file can be found.
 *
 * Returns: whether there is a whole copy at @to
 */
gboolean
gs_backup_save_copy (GsWorkspace *workspace, const char *to, GCancellable *cancellable, GError **error)
{
  Rescue rescue = { to, cancellable };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  if (!workspace->astray && g_file_test (workspace->path, G_FILE_TEST_EXISTS))
    return gs_backup_copy (workspace->path, to, cancellable, error);

  return gs_workspace_run (workspace, rescue_job, &rescue, error) != NULL;
}

/* Restoring --------------------------------------------------------------------- */

static gboolean
copy_bytes (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) copy = g_file_new_for_path (to);

  return g_file_copy (source, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/* Whatever is at @path, with what had not found its way into it yet. */
static gboolean
put_aside (const char *path, char **aside, GError **error)
{
  GsDbState unknown = { 0 };
  g_autofree char *folder = gs_backup_files_folder (path, &unknown, error);
  g_autofree char *to = folder != NULL ? gs_backup_files_name (folder, "damaged", ".gainsay.damaged") : NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *log_aside = NULL;

  if (to == NULL || !check_room (folder, path, error) || !copy_bytes (path, to, error))
    return FALSE;

  log_aside = g_strconcat (to, "-wal", NULL);
  if (g_file_test (log, G_FILE_TEST_EXISTS) && !copy_bytes (log, log_aside, error))
    return FALSE;

  *aside = g_steal_pointer (&to);

  return TRUE;
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT)
         || g_error_matches (error, GS_DB_ERROR, GS_DB_ERROR_NOT_WORKSPACE);
}

/* @damaged gets whether only its bytes could be put aside. */
static gboolean
secure (const char *path,
        const char *backup,
        char **aside,
        gboolean *damaged,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GError) failure = NULL;

  *damaged = FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (make (path, GS_BACKUP_RESTORE, backup, aside, cancellable, &failure))
    return TRUE;
  if (!g_error_matches (failure, GS_ERROR, GS_ERROR_DAMAGED) && !g_error_matches (failure, GS_ERROR, GS_ERROR_OPEN))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *damaged = TRUE;

  return put_aside (path, aside, error);
}

/**
 * gs_backup_restore:
 * @backup: path of a backup
 * @path: where the workspace is or was
 * @aside: (out) (optional) (nullable): path of what was at @path
 * @cancellable: (nullable): to cancel with
 * @error: %GS_ERROR_LOCKED, _NO_SPACE, _DAMAGED, _FAILED
 *
 * Blocks. Returns: whether the workspace is what the backup is; if not, it is as it was
 */
gboolean
gs_backup_restore (const char *backup, const char *path, char **aside, GCancellable *cancellable, GError **error)
{
  g_autofree char *kept = NULL;
  GError *failure = NULL;
  gboolean damaged = FALSE;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  if (aside != NULL)
    *aside = NULL;
  if (!gs_db_backup_verify (backup, cancellable, &failure))
    return gs_error_take (error, failure);
  if (!secure (path, backup, &kept, &damaged, cancellable, error))
    return FALSE;

  if (!gs_db_backup_restore (backup, path, cancellable, &failure))
    {
      if (!damaged || !is_damage (failure))
        return gs_error_take (error, failure);
      g_clear_error (&failure);
      if (!gs_db_backup_replace (backup, path, cancellable, &failure))
        return gs_error_take (error, failure);
    }

  if (aside != NULL)
    *aside = g_steal_pointer (&kept);

  return TRUE;
}
