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

#include "gs-i18n.h"
#include "gs-report-private.h"
#include "gs-report-refs.h"

/* How many claims are in memory when they are not fed in the order of the file. */
#define PAGE 100

typedef struct
{
  GsWorkspace *workspace;
  const GsReportOptions *options; /* (nullable) */
  GsReportSink *sink;
  GCancellable *cancellable;
  GHashTable *tags;    /* the tag that is asked for and those below it; NULL: any */
  GHashTable *judged;  /* UUIDs of claims at either end of a judged contradiction; NULL: any */
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
has_tag (Feed *feed, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->tags->len; i++)
    {
      if (g_hash_table_contains (feed->tags, claim->tags->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_source (Feed *feed, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];

      if (g_strcmp0 (hop->source, feed->options->source) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_asked_for (Feed *feed, const GsClaimRecord *claim)
{
  const GsReportOptions *options = feed->options;

  return (options->question == NULL || g_strcmp0 (options->question, claim->question) == 0)
         && (feed->tags == NULL || has_tag (feed, claim)) && (options->source == NULL || has_source (feed, claim))
         && (options->articles == NULL
             || (claim->article != NULL && g_strv_contains ((const char *const *) options->articles, claim->article)))
         && (feed->judged == NULL || g_hash_table_contains (feed->judged, claim->uuid));
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

  if (is_asked_for (feed, record))
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

  if (g_str_equal (tag->uuid, feed->options->tag)
      || (tag->parent != NULL && g_hash_table_contains (feed->tags, tag->parent)))
    g_hash_table_add (feed->tags, g_strdup (tag->uuid));

  return TRUE;
}

static gboolean
note_judged (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Feed *feed = data;
  const GsLinkRecord *link = record;

  if (link->verdict != GS_VERDICT_UNDECIDED && (link->kind == GS_LINK_CONTRADICTS || link->kind == GS_LINK_TENSION)
      && link->a != NULL && link->b != NULL)
    {
      g_hash_table_add (feed->judged, g_strdup (link->a));
      g_hash_table_add (feed->judged, g_strdup (link->b));
    }

  return TRUE;
}

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What must be known before the first claim can be asked about. */
static gboolean
prepare (Feed *feed, GError **error)
{
  if (feed->options->tag != NULL)
    {
      feed->tags = set_new ();
      if (!gs_workspace_each (feed->workspace, &gs_tag_type, note_tag_below, feed, error))
        return FALSE;
    }
  if (feed->options->judged)
    {
      feed->judged = set_new ();
      if (!gs_workspace_each (feed->workspace, &gs_link_type, note_judged, feed, error))
        return FALSE;
    }

  feed->chosen = g_new0 (GHashTable *, gs_n_workspace_types);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    feed->chosen[i] = set_new ();

  /* An article that was asked for is there although nobody claims anything in it. */
  for (guint i = 0; feed->options->articles != NULL && feed->options->articles[i] != NULL; i++)
    g_hash_table_add (feed->chosen[gs_report_section_of (&gs_article_type)], g_strdup (feed->options->articles[i]));

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
  if (!prepare (feed, error))
    return FALSE;

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

/* In another order than that of the file: all row numbers, then whole claims
 * a page at a time. */
static gboolean
feed_ordered (Feed *feed, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GArray) ids = NULL;

  filter->order = feed->options->order;
  ids = gs_workspace_list_skeleton (feed->workspace, &gs_claim_listing_type, filter, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i += PAGE)
    {
      g_autoptr (GPtrArray) claims =
        gs_workspace_load_rows (feed->workspace, &gs_claim_type, &g_array_index (ids, gint64, i),
                                MIN (PAGE, ids->len - i), error);

      if (claims == NULL)
        return FALSE;
      for (guint j = 0; j < claims->len; j++)
        {
          if (!feed_record (&gs_claim_type, claims->pdata[j], feed, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
feed_type (Feed *feed, const GsRecordType *type, GError **error)
{
  if (type == &gs_claim_type && feed->options != NULL && feed->options->order != GS_ORDER_NATURAL)
    return feed_ordered (feed, error);

  return gs_workspace_each (feed->workspace, type, feed_record, feed, error);
}

static gboolean
feed_all (Feed *feed, GError **error)
{
  if ((!gs_report_options_are_whole (feed->options) && !choose_all (feed, error)) || !feed_header (feed, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (!feed_type (feed, gs_workspace_types[i], error))
        return FALSE;
    }

  return feed->sink->end (feed->sink, error);
}

static void
feed_clear (Feed *feed)
{
  g_clear_pointer (&feed->tags, g_hash_table_unref);
  g_clear_pointer (&feed->judged, g_hash_table_unref);
  if (feed->chosen == NULL)
    return;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_hash_table_unref (feed->chosen[i]);
  g_clear_pointer (&feed->chosen, g_free);
}

gboolean
gs_report_feed_within (GsWorkspace *workspace,
                       const GsReportOptions *options,
                       GsReportSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  Feed feed = { .workspace = workspace, .options = options, .sink = sink, .cancellable = cancellable };
  gboolean done = feed_all (&feed, error);

  feed_clear (&feed);

  return done;
}

/* What is done on the workspace's thread. */
typedef struct
{
  const GsReportFormat *format; /* NULL: feeds */
  const GsReportOptions *options;
  GsReportSink *sink;
  GOutputStream *out;
} Job;

static gpointer
job_cb (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const char *language = job->options != NULL ? gs_i18n_find (job->options->language) : NULL;
  const char *before = gs_i18n_enter (language != NULL ? language : gs_i18n_default ());
  gboolean done;

  if (job->format != NULL)
    done = job->format->write (workspace, job->options, job->out, cancellable, error);
  else
    done = gs_report_feed_within (workspace, job->options, job->sink, cancellable, error);
  gs_i18n_leave (before);

  return done ? job : NULL;
}

/**
 * gs_report_feed:
 * @workspace: a workspace
 * @options: (nullable): which part of it; a question or tag that is not there gives an empty report
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
                const GsReportOptions *options,
                GsReportSink *sink,
                GCancellable *cancellable,
                GError **error)
{
  Job job = { .options = options, .sink = sink };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  return gs_workspace_read (workspace, job_cb, &job, cancellable, error) != NULL;
}

/**
 * gs_report_write:
 * @workspace: a workspace
 * @format: a format that can be written
 * @options: (nullable): which part of the workspace
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
                 const GsReportOptions *options,
                 GOutputStream *out,
                 GCancellable *cancellable,
                 GError **error)
{
  Job job = { .format = format, .options = options, .out = out };
  g_autoptr (GsReportSink) writer = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (format != NULL && (format->writer_new != NULL || format->write != NULL), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), FALSE);

  if (format->write != NULL)
    return gs_workspace_read (workspace, job_cb, &job, cancellable, error) != NULL;

  writer = format->writer_new (out);

  return gs_report_feed (workspace, options, writer, cancellable, error);
}
