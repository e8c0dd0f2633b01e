/* gs-report-feed.c: from the workspace into a sink.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One record is in memory at a time. For a part of the workspace, one walk
 * first notes the UUIDs of what belongs to it.
 */

#include "config.h"

#include "gs-report.h"

#include "gs-report-private.h"
#include "gs-report-refs.h"

typedef struct
{
  GsWorkspace *workspace;
  const GsReportScope *scope;
  GsReportSink *sink;
  GCancellable *cancellable;
  GHashTable *tags;    /* the scope's tag and those below it; NULL: any */
  GHashTable **chosen; /* a set of UUIDs for each type; NULL: everything */
  gboolean grown;      /* the type being walked has got new members */
} Feed;

static gboolean
note_ref (const GsRecordType *target, char **uuid, gpointer data, GError **error)
{
  Feed *feed = data;
  int section = gs_report_section_of (target);

  if (g_hash_table_add (feed->chosen[section], g_strdup (*uuid)))
    feed->grown = TRUE;

  return TRUE;
}

static gboolean
is_chosen (Feed *feed, const GsRecordType *type, gpointer record)
{
  const GsHeadRecord *head = record;

  return feed->chosen == NULL || g_hash_table_contains (feed->chosen[gs_report_section_of (type)], head->uuid);
}

static gboolean
is_in_scope (Feed *feed, const GsClaimRecord *claim)
{
  if (feed->scope->question != NULL && g_strcmp0 (feed->scope->question, claim->question) != 0)
    return FALSE;

  if (feed->tags == NULL)
    return TRUE;

  for (guint i = 0; i < claim->tags->len; i++)
    {
      if (g_hash_table_contains (feed->tags, claim->tags->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static void
choose (Feed *feed, const GsRecordType *type, gpointer record)
{
  const GsHeadRecord *head = record;

  g_hash_table_add (feed->chosen[gs_report_section_of (type)], g_strdup (head->uuid));
  gs_record_each_ref (type, record, note_ref, feed, NULL);
}

static gboolean
choose_claim (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Feed *feed = data;

  if (is_in_scope (feed, record))
    choose (feed, type, record);

  return !g_cancellable_set_error_if_cancelled (feed->cancellable, error);
}

static gboolean
choose_link (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Feed *feed = data;
  const GsLinkRecord *link = record;
  GHashTable *claims = feed->chosen[gs_report_section_of (&gs_claim_type)];

  if (link->a != NULL && link->b != NULL && g_hash_table_contains (claims, link->a)
      && g_hash_table_contains (claims, link->b))
    choose (feed, type, record);

  return TRUE;
}

static gboolean
follow_chosen (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  if (is_chosen (data, type, record))
    gs_record_each_ref (type, record, note_ref, data, error);

  return TRUE;
}

/* A tag comes after its parent. */
static gboolean
note_tag_below (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Feed *feed = data;
  const GsTagRecord *tag = record;

  if (g_str_equal (tag->uuid, feed->scope->tag)
      || (tag->parent != NULL && g_hash_table_contains (feed->tags, tag->parent)))
    g_hash_table_add (feed->tags, g_strdup (tag->uuid));

  return TRUE;
}

/* What records of a type refer to within their own type may lead on. */
static gboolean
follow_type (Feed *feed, const GsRecordType *type, GError **error)
{
  do
    {
      feed->grown = FALSE;
      if (!gs_workspace_each (feed->workspace, type, follow_chosen, feed, error))
        return FALSE;
    }
  while (feed->grown);

  return TRUE;
}

/* Claims choose, links join them, and the types before them follow from last
 * to first, since records refer to none after their own. */
static gboolean
choose_all (Feed *feed, GError **error)
{
  if (feed->scope->tag != NULL)
    {
      feed->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (!gs_workspace_each (feed->workspace, &gs_tag_type, note_tag_below, feed, error))
        return FALSE;
    }

  feed->chosen = g_new0 (GHashTable *, gs_n_workspace_types);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    feed->chosen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!gs_workspace_each (feed->workspace, &gs_claim_type, choose_claim, feed, error)
      || !gs_workspace_each (feed->workspace, &gs_link_type, choose_link, feed, error))
    return FALSE;

  for (int i = gs_report_section_of (&gs_claim_type) - 1; i >= 0; i--)
    {
      if (!follow_type (feed, gs_workspace_types[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
feed_record (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Feed *feed = data;

  if (g_cancellable_set_error_if_cancelled (feed->cancellable, error))
    return FALSE;

  return !is_chosen (feed, type, record) || feed->sink->record (feed->sink, type, record, error);
}

static gboolean
feed_header (Feed *feed, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *title = gs_workspace_get_meta (feed->workspace, "title", &local_error);
  g_autofree char *uuid = local_error == NULL ? gs_workspace_get_meta (feed->workspace, "uuid", &local_error) : NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return feed->sink->begin (feed->sink, &(GsReportHeader){ title, uuid }, error);
}

static gboolean
feed_all (Feed *feed, GError **error)
{
  gboolean whole = feed->scope == NULL || (feed->scope->question == NULL && feed->scope->tag == NULL);

  if ((!whole && !choose_all (feed, error)) || !feed_header (feed, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (!gs_workspace_each (feed->workspace, gs_workspace_types[i], feed_record, feed, error))
        return FALSE;
    }

  return feed->sink->end (feed->sink, error);
}

static void
feed_clear (Feed *feed)
{
  g_clear_pointer (&feed->tags, g_hash_table_unref);
  if (feed->chosen == NULL)
    return;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_hash_table_unref (feed->chosen[i]);
  g_clear_pointer (&feed->chosen, g_free);
}

gboolean
gs_report_feed_within (GsWorkspace *workspace,
                       const GsReportScope *scope,
                       GsReportSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  Feed feed = { .workspace = workspace, .scope = scope, .sink = sink, .cancellable = cancellable };
  gboolean done = feed_all (&feed, error);

  feed_clear (&feed);

  return done;
}

/* What is done on the workspace's thread. */
typedef struct
{
  const GsReportFormat *format; /* NULL: feeds */
  const GsReportScope *scope;
  GsReportSink *sink;
  GOutputStream *out;
} Job;

static gpointer
job_cb (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gboolean done;

  if (job->format != NULL)
    done = job->format->write (workspace, job->scope, job->out, cancellable, error);
  else
    done = gs_report_feed_within (workspace, job->scope, job->sink, cancellable, error);

  return done ? job : NULL;
}

/**
 * gs_report_feed:
 * @workspace: a workspace
 * @scope: (nullable): which part of it; a question or tag that is not there gives an empty report
 * @sink: what takes the records
 * @cancellable: (nullable): looked at with every record
 *
 * Blocks; @sink is called on the workspace's thread. What is fed is one state
 * of the workspace, whatever other programs write meanwhile.
 *
 * Returns: whether the whole report was fed
 */
gboolean
gs_report_feed (GsWorkspace *workspace,
                const GsReportScope *scope,
                GsReportSink *sink,
                GCancellable *cancellable,
                GError **error)
{
  Job job = { .scope = scope, .sink = sink };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  return gs_workspace_read (workspace, job_cb, &job, cancellable, error) != NULL;
}

/**
 * gs_report_write:
 * @workspace: a workspace
 * @format: a format that can be written
 * @scope: (nullable): which part of the workspace
 * @out: where to write; not closed
 * @cancellable: (nullable): to stop with
 *
 * Blocks; @out is written to on the workspace's thread. What is written is one
 * state of the workspace.
 *
 * Returns: whether the whole report was written
 */
gboolean
gs_report_write (GsWorkspace *workspace,
                 const GsReportFormat *format,
                 const GsReportScope *scope,
                 GOutputStream *out,
                 GCancellable *cancellable,
                 GError **error)
{
  Job job = { .format = format, .scope = scope, .out = out };
  g_autoptr (GsReportSink) writer = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (format != NULL && (format->writer_new != NULL || format->write != NULL), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), FALSE);

  if (format->write != NULL)
    return gs_workspace_read (workspace, job_cb, &job, cancellable, error) != NULL;

  writer = format->writer_new (out);

  return gs_report_feed (workspace, scope, writer, cancellable, error);
}
