/* gs-report-loader.c: from a report into the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collects one action and performs it at the end, or stores each record as it
 * comes where an action is open already: all of the report or nothing of it,
 * and one step to undo. What the workspace has already (by
 * UUID; an article also by its bytes, a tag by its path) is left alone, and
 * what refers to it in the report is pointed to what is there.
 */

#include "config.h"

#include "gs-report.h"

#include <glib/gi18n-lib.h>

#include "gs-report-places.h"
#include "gs-report-private.h"
#include "gs-report-refs.h"

#define MAX_TEXTS 32

typedef struct
{
  GsReportSink parent;
  GsWorkspace *workspace;
  gboolean direct;  /* within gs_workspace_act() */
  GsAction *action; /* otherwise */
  char *title;
  char *uuid;        /* of the workspace that the report came from */
  gboolean empty;    /* the workspace holds nothing yet */
  GHashTable *known; /* UUID in the report → UUID in the workspace; itself where that is the same */
  GStringChunk *others;
  GHashTable *paths;  /* UUID of a tag in the report → its path */
  GHashTable *named;  /* type and name of what can be there only once → UUID */
  GPtrArray *waiting; /* records of @section that refer forward in it */
  const GsRecordType *section;
  GsReportPlaces *places;
  guint n_records;
  guint n_met; /* articles whose text was looked up */
  GStrvBuilder *remarks;
} GsReportLoader;

static const char *
uuid_of (gconstpointer record)
{
  return ((const GsHeadRecord *) record)->uuid;
}

/* Whether the workspace has it. A failure is told by @error. */
static gboolean
is_stored (GsReportLoader *self, const GsRecordType *type, const char *uuid, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer record;

  if (self->empty)
    return FALSE;

  record = gs_workspace_load (self->workspace, type, uuid, &local_error);
  if (local_error != NULL && !g_error_matches (local_error, GS_ERROR, GS_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  gs_record_free (type, record);

  return record != NULL;
}

/* Path of a tag in the report; its parent came before it. */
static const char *
note_path (GsReportLoader *self, const GsTagRecord *tag)
{
  const char *parent = tag->parent != NULL ? g_hash_table_lookup (self->paths, tag->parent) : NULL;
  char *path = g_strconcat (parent != NULL ? parent : "", parent != NULL ? "/" : "", tag->name, NULL);

  g_hash_table_insert (self->paths, g_strdup (tag->uuid), path);

  return path;
}

/* Who bears that name: in the report so far, or in the workspace. */
static char *
find_named (GsReportLoader *self, const GsRecordType *type, const char *name, const char *uuid, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s %s", type->name, name);
  const char *first = g_hash_table_lookup (self->named, key);

  if (first != NULL)
    return g_strdup (g_hash_table_lookup (self->known, first));

  g_hash_table_insert (self->named, g_steal_pointer (&key), g_strdup (uuid));

  return self->empty ? NULL : gs_workspace_find_name (self->workspace, type, name, error);
}

/* The same thing under another UUID, as far as there can be only one of it.
 * (transfer full), NULL without error when there is none. */
static char *
find_same (GsReportLoader *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  const char *name = NULL;

  if (type == &gs_tag_type)
    name = note_path (self, record);
  else if (type == &gs_article_type)
    name = ((const GsArticleRecord *) record)->sha256;

  return name != NULL ? find_named (self, type, name, uuid_of (record), error) : NULL;
}

/* References ------------------------------------------------------------------- */

typedef struct
{
  GsReportLoader *loader;
  const GsRecordType *type;
  const char *uuid; /* of the record that refers */
  gboolean final;   /* all of its section has come */
  gboolean forward; /* (out) something was not there yet */
} Pointing;

static gboolean
set_dangling (const Pointing *pointing, const GsRecordType *target, const char *uuid, GError **error)
{
  /* Translators: “claim 0123… refers to the source 4567…, which …” */
  g_set_error (error, GS_ERROR, GS_ERROR_INVALID, _ ("%s %s refers to the %s %s, which is not in the report"),
               pointing->type->name, pointing->uuid, target->name, uuid);

  return FALSE;
}

static gboolean
point_ref (const GsRecordType *target, char **uuid, gpointer data, GError **error)
{
  Pointing *pointing = data;
  GsReportLoader *self = pointing->loader;
  g_autoptr (GError) local_error = NULL;
  const char *there = g_hash_table_lookup (self->known, *uuid);

  if (there != NULL)
    {
      g_autofree char *old = *uuid;

      *uuid = g_strdup (there);
      return TRUE;
    }

  if (target == pointing->type && !pointing->final)
    {
      pointing->forward = TRUE;
      return TRUE;
    }

  if (is_stored (self, target, *uuid, &local_error))
    return TRUE;

  if (local_error == NULL)
    return set_dangling (pointing, target, *uuid, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
drop_forward_ref (const GsRecordType *target, char **uuid, gpointer data, GError **error)
{
  Pointing *pointing = data;

  if (target == pointing->type && !g_hash_table_contains (pointing->loader->known, *uuid))
    g_clear_pointer (uuid, g_free);

  return TRUE;
}

static gboolean
save (GsReportLoader *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  if (self->direct)
    return gs_workspace_put (self->workspace, type, record, error);

  gs_action_save (self->action, type, record);

  return TRUE;
}

/* A record that refers forward is saved twice: now without these references,
 * so that it keeps its place in the order, and whole when its section ends. */
static gboolean
save_for_now (GsReportLoader *self, const GsRecordType *type, gpointer record, Pointing *pointing, GError **error)
{
  gpointer whole = gs_record_copy (type, record);
  gpointer partial = gs_record_copy (type, record);
  gboolean saved;

  gs_record_each_ref (type, partial, drop_forward_ref, pointing, NULL);
  saved = save (self, type, partial, error);
  gs_record_free (type, partial);
  g_ptr_array_add (self->waiting, whole);

  return saved;
}

static gboolean
save_waiting (GsReportLoader *self, GError **error)
{
  const GsRecordType *type = self->section;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      gpointer record = self->waiting->pdata[i];
      Pointing pointing = { .loader = self, .type = type, .uuid = uuid_of (record), .final = TRUE };

      if (!gs_record_each_ref (type, record, point_ref, &pointing, error) || !save (self, type, record, error))
        return FALSE;
    }

  for (guint i = 0; i < self->waiting->len; i++)
    gs_record_free (type, self->waiting->pdata[i]);
  g_ptr_array_set_size (self->waiting, 0);

  return TRUE;
}

/* Records ---------------------------------------------------------------------- */

static void
know (GsReportLoader *self, const char *uuid, const char *there)
{
  char *key = g_strdup (uuid);

  g_hash_table_insert (self->known, key, g_str_equal (uuid, there) ? key : g_string_chunk_insert (self->others, there));
}

/* The article is here under another UUID, perhaps read by another importer. */
static gboolean
meet_article (GsReportLoader *self, const char *there, GError **error)
{
  GsArticleRecord *article = gs_workspace_load (self->workspace, &gs_article_type, there, error);

  if (article == NULL)
    return FALSE;

  /* Claims come by article, mostly: a few texts are enough. */
  if (self->direct && ++self->n_met % MAX_TEXTS == 0)
    {
      gs_report_places_free (self->places);
      self->places = gs_report_places_new ();
    }

  gs_report_places_add (self->places, article->uuid, article->text);
  gs_article_record_free (article);

  return TRUE;
}

static gboolean
prepare (GsReportLoader *self, const GsRecordType *type, gpointer copy, GError **error)
{
  if (type == &gs_article_type)
    {
      GsArticleRecord *article = copy;

      if (!gs_report_places_check (article, error))
        return FALSE;
      /* Stored already, it is read when a claim wants it. */
      if (!self->direct)
        gs_report_places_add (self->places, article->uuid, article->text);
    }
  else if (type == &gs_claim_type)
    {
      GsClaimRecord *claim = copy;

      /* One that was here before is not looked at: its claims were, then. */
      if (claim->article != NULL && !gs_report_places_knows (self->places, claim->article)
          && !meet_article (self, claim->article, error))
        return FALSE;
      if (claim->article != NULL)
        gs_report_places_mend (self->places, claim);
    }

  return TRUE;
}

static gboolean
load_new (GsReportLoader *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  gpointer copy = gs_record_copy (type, record);
  Pointing pointing = { .loader = self, .type = type, .uuid = uuid_of (record) };
  gboolean done = gs_record_each_ref (type, copy, point_ref, &pointing, error) && prepare (self, type, copy, error);

  if (done && pointing.forward)
    done = save_for_now (self, type, copy, &pointing, error);
  else if (done)
    done = save (self, type, copy, error);

  if (done)
    {
      know (self, uuid_of (record), uuid_of (record));
      self->n_records++;
    }
  gs_record_free (type, copy);

  return done;
}

static gboolean
gs_report_loader_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsReportLoader *self = (GsReportLoader *) sink;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *same = NULL;

  if (type != self->section)
    {
      if (!save_waiting (self, error))
        return FALSE;
      self->section = type;
    }

  if (g_hash_table_contains (self->known, uuid_of (record)))
    {
      g_set_error (error, GS_ERROR, GS_ERROR_INVALID, _ ("two records of the report have the UUID %s"),
                   uuid_of (record));
      return FALSE;
    }

  /* Looked for first of all: it also notes the path of a tag. */
  same = find_same (self, type, record, &local_error);
  if (local_error == NULL && is_stored (self, type, uuid_of (record), &local_error))
    know (self, uuid_of (record), uuid_of (record));
  else if (local_error == NULL && same != NULL)
    know (self, uuid_of (record), same);
  else if (local_error == NULL)
    return load_new (self, type, record, error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
gs_report_loader_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsReportLoader *self = (GsReportLoader *) sink;

  self->title = g_strdup (header->title);
  self->uuid = g_strdup (header->workspace);
  self->empty = TRUE;

  for (guint i = 0; i < gs_n_workspace_types && self->empty; i++)
    {
      gint64 count = gs_workspace_count (self->workspace, gs_workspace_types[i], error);

      if (count < 0)
        return FALSE;
      self->empty = count == 0;
    }

  return TRUE;
}

static gboolean
gs_report_loader_end (GsReportSink *sink, GError **error)
{
  GsReportLoader *self = (GsReportLoader *) sink;

  if (!save_waiting (self, error))
    return FALSE;

  return self->direct
         || (gs_workspace_perform (self->workspace, self->action, error) && gs_report_loader_adopt (sink, error));
}

gboolean
gs_report_loader_adopt (GsReportSink *sink, GError **error)
{
  GsReportLoader *self = (GsReportLoader *) sink;

  /* A report read into an empty workspace is that workspace again. */
  return !self->empty || self->n_records == 0 || gs_workspace_adopt (self->workspace, self->uuid, self->title, error);
}

static void
gs_report_loader_remark (GsReportSink *sink, const char *sentence)
{
  g_strv_builder_add (((GsReportLoader *) sink)->remarks, sentence);
}

static void
gs_report_loader_free (GsReportSink *sink)
{
  GsReportLoader *self = (GsReportLoader *) sink;

  for (guint i = 0; i < self->waiting->len; i++)
    gs_record_free (self->section, self->waiting->pdata[i]);
  g_ptr_array_unref (self->waiting);
  gs_report_places_free (self->places);
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->paths);
  g_hash_table_unref (self->known);
  g_string_chunk_free (self->others);
  gs_action_unref (self->action);
  g_object_unref (self->workspace);
  g_strv_builder_unref (self->remarks);
  g_free (self->title);
  g_free (self->uuid);
  g_free (self);
}

/**
 * gs_report_loader_new:
 * @workspace: a workspace
 * @label: what the history says of the import
 *
 * Returns: (transfer full): a sink that stores what it is fed, at its end. Its
 *   functions block; not to be fed by a workspace that is the same.
 */
GsReportSink *
gs_report_loader_new (GsWorkspace *workspace, const char *label)
{
  GsReportLoader *self;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (GsReportLoader, 1);
  self->parent.begin = gs_report_loader_begin;
  self->parent.record = gs_report_loader_record;
  self->parent.end = gs_report_loader_end;
  self->parent.free = gs_report_loader_free;
  self->parent.remark = gs_report_loader_remark;
  self->workspace = g_object_ref (workspace);
  self->action = gs_action_new (label);
  gs_action_keep_stamps (self->action);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->others = g_string_chunk_new (1024);
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->waiting = g_ptr_array_new ();
  self->places = gs_report_places_new ();
  self->remarks = g_strv_builder_new ();

  return &self->parent;
}

GsReportSink *
gs_report_loader_new_direct (GsWorkspace *workspace)
{
  GsReportSink *sink = gs_report_loader_new (workspace, "");

  ((GsReportLoader *) sink)->direct = TRUE;

  return sink;
}

void
gs_report_loader_get_outcome (GsReportSink *sink, GsReportOutcome *outcome)
{
  GsReportLoader *self = (GsReportLoader *) sink;

  outcome->n_records = self->n_records;
  outcome->remarks = g_strv_builder_end (self->remarks);
}
