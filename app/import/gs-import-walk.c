/* gs-import-walk.c: the inputs of an import one after the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-import-walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-import-read.h"

/* An open folder: names of what is left in it. */
typedef struct
{
  char *path;
  GPtrArray *names; /* sorted backwards: the next is the last */
} Folder;

struct _GsImportWalk
{
  const GPtrArray *inputs;
  guint next;
  gboolean recursive;
  GPtrArray *folders; /* Folder, innermost last */
  char *root;         /* the folder that was given, links resolved, while in it */
  guint waiting;
};

/**
 * gs_import_input_clear:
 * @input: an input
 *
 * Frees what it holds, not @input itself.
 */
void
gs_import_input_clear (GsImportInput *input)
{
  g_clear_pointer (&input->path, g_free);
  g_clear_pointer (&input->url, g_free);
  g_clear_pointer (&input->shown, g_free);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_clear_pointer (&input->name, g_free);
  g_clear_pointer (&input->reason, g_free);
}

/**
 * gs_import_input_free:
 * @input: (transfer full): an input on the heap
 */
void
gs_import_input_free (GsImportInput *input)
{
  gs_import_input_clear (input);
  g_free (input);
}

static void
folder_free (gpointer data)
{
  Folder *folder = data;

  g_free (folder->path);
  g_ptr_array_unref (folder->names);
  g_free (folder);
}

/**
 * gs_import_walk_new:
 * @inputs: (transfer none) (element-type GsImportInput): must live as long as the walk
 *   and not change
 * @recursive: whether folders are entered
 *
 * Returns: (transfer full): a walk before the first input
 */
GsImportWalk *
gs_import_walk_new (const GPtrArray *inputs, gboolean recursive)
{
  GsImportWalk *self = g_new0 (GsImportWalk, 1);

  self->inputs = inputs;
  self->recursive = recursive;
  self->folders = g_ptr_array_new_with_free_func (folder_free);
  self->waiting = inputs->len;

  return self;
}

/**
 * gs_import_walk_free:
 * @self: (transfer full): a walk
 */
void
gs_import_walk_free (GsImportWalk *self)
{
  g_ptr_array_unref (self->folders);
  free (self->root);
  g_free (self);
}

static int
compare_backwards (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* NULL with errno. */
static GPtrArray *
read_names (const char *path)
{
  DIR *dir = opendir (path);
  GPtrArray *names;
  const struct dirent *entry;

  if (dir == NULL)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  while ((entry = readdir (dir)) != NULL)
    {
      if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
        g_ptr_array_add (names, g_strdup (entry->d_name));
    }
  closedir (dir);
  g_ptr_array_sort (names, compare_backwards);

  return names;
}

/* The folder takes the place of its own entry among what is waiting. */
static gboolean
enter_folder (GsImportWalk *self, GsImportInput *input, gboolean given)
{
  GPtrArray *names = read_names (input->path);
  Folder *folder;

  if (names == NULL)
    {
      input->reason = gs_import_refuse_errno (errno, input->path);
      return FALSE;
    }

  if (given)
    {
      free (self->root);
      self->root = realpath (input->path, NULL);
    }
  folder = g_new0 (Folder, 1);
  folder->path = g_steal_pointer (&input->path);
  folder->names = names;
  self->waiting += names->len;
  g_ptr_array_add (self->folders, folder);

  return TRUE;
}

static gboolean
is_link (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0 && S_ISLNK (info.st_mode);
}

/* A project of QualCoder is a folder; all that counts of it is in one file. */
static gboolean
take_project (GsImportInput *input)
{
  g_autofree char *database = g_build_filename (input->path, "data.qda", NULL);
  struct stat info;

  if (stat (database, &info) != 0 || !S_ISREG (info.st_mode))
    return FALSE;

  g_free (input->path);
  input->path = g_steal_pointer (&database);
  input->size = (gsize) info.st_size;

  return TRUE;
}

/* A folder from somewhere must not say which of the analyst's other files
 * become articles. */
static gboolean
leads_out (GsImportWalk *self, const char *path)
{
  char *target = is_link (path) && self->root != NULL ? realpath (path, NULL) : NULL;
  gsize n = self->root != NULL ? strlen (self->root) : 0;
  gboolean out =
    target != NULL && n > 1 && (strncmp (target, self->root, n) != 0 || (target[n] != '/' && target[n] != '\0'));

  free (target);

  return out;
}

/* Whether @input is to be handed out; a folder that was entered is not. */
static gboolean
look_at (GsImportWalk *self, GsImportInput *input, gboolean given)
{
  struct stat info;

  /* What cannot be looked at is refused when it is read, with the reason. */
  if (input->path == NULL || stat (input->path, &info) != 0)
    return TRUE;

  input->size = S_ISREG (info.st_mode) ? (gsize) info.st_size : 0;
  if (!S_ISDIR (info.st_mode) || ((given || !is_link (input->path)) && take_project (input)))
    {
      if (!given && leads_out (self, input->path))
        input->reason = g_strdup (_ ("a link that leads out of the folder: not followed"));
      return TRUE;
    }

  /* A link in a folder may lead back up; one that was named is meant. */
  if (self->recursive && !given && is_link (input->path))
    input->reason = g_strdup (_ ("a link to a folder: not followed"));
  else if (!self->recursive)
    input->reason = g_strdup (gs_import_refuse_kind (&info));
  else
    return !enter_folder (self, input, given);

  return TRUE;
}

static gboolean
take_from_folder (GsImportWalk *self, GsImportInput *input)
{
  while (self->folders->len > 0)
    {
      Folder *folder = self->folders->pdata[self->folders->len - 1];

      if (folder->names->len > 0)
        {
          input->path = g_build_filename (folder->path, folder->names->pdata[folder->names->len - 1], NULL);
          g_ptr_array_set_size (folder->names, (int) folder->names->len - 1);
          return TRUE;
        }
      g_ptr_array_set_size (self->folders, (int) self->folders->len - 1);
    }

  return FALSE;
}

static gboolean
take_given (GsImportWalk *self, GsImportInput *input)
{
  const GsImportInput *given;

  if (self->next >= self->inputs->len)
    return FALSE;

  given = self->inputs->pdata[self->next++];
  input->path = g_strdup (given->path);
  input->url = g_strdup (given->url);
  input->shown = g_strdup (given->shown);
  input->name = g_strdup (given->name);
  input->bytes = given->bytes != NULL ? g_bytes_ref (given->bytes) : NULL;
  input->size = given->bytes != NULL ? g_bytes_get_size (given->bytes) : 0;

  return TRUE;
}

/**
 * gs_import_walk_next:
 * @self: a walk
 * @input: (out caller-allocates): the next input; clear with gs_import_input_clear()
 *
 * Blocks on the file system. What is known already to be refused comes with its reason.
 *
 * Returns: whether there is one
 */
gboolean
gs_import_walk_next (GsImportWalk *self, GsImportInput *input)
{
  while (TRUE)
    {
      gboolean given = FALSE;

      *input = (GsImportInput){ 0 };
      if (!take_from_folder (self, input))
        {
          if (!take_given (self, input))
            return FALSE;
          given = TRUE;
        }
      self->waiting--;
      if (look_at (self, input, given))
        return TRUE;
      gs_import_input_clear (input);
    }
}

/**
 * gs_import_walk_waiting:
 * @self: a walk
 *
 * Returns: how many inputs are known to be still to come; grows as folders are read
 */
guint
gs_import_walk_waiting (GsImportWalk *self)
{
  return self->waiting;
}
