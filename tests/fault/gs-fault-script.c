/* gs-fault-script.c: what a workspace goes through while the disk fails.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records bear UUIDs that are the same in each run, so that states of
 * different runs can be compared.
 */

#include "config.h"

#include "gs-fault-script.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gs-conflicts.h"
#include "gs-merge.h"
#include "gs-report.h"
#include "gs-test.h"

#define N_ARTICLES 3

static char *
uuid_of (const char *kind, guint n)
{
  return g_strdup_printf ("00000000-%04x-4000-8000-%012u", g_str_hash (kind) & 0xffff, n);
}

static void
save (GsAction *action, const GsRecordType *type, gpointer record)
{
  gs_action_save (action, type, record);
  gs_record_free (type, record);
}

static gboolean
perform (GsFaultScript *self, GsAction *action, GError **error)
{
  g_autoptr (GsAction) own = action;

  return gs_workspace_perform (self->workspace, own, error);
}

static gboolean
create (GsFaultScript *self, GError **error)
{
  return gs_workspace_create (self->path, "Faults", error);
}

static gboolean
open_workspace (GsFaultScript *self, GError **error)
{
  self->workspace = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, error);

  return self->workspace != NULL;
}

static gboolean
reopen (GsFaultScript *self, GError **error)
{
  gs_fault_script_close (self);

  return open_workspace (self, error);
}

static char *
text_of (guint n)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "Shipment %u\n\nThe ministry denied shipment %u on Monday.\n\n", n, n);
  for (guint i = 0; i < 150 * n; i++)
    g_string_append_printf (text, "Paragraph %u of article %u says little that is new.\n\n", i, n);

  return g_string_free (text, FALSE);
}

static gboolean
import_articles (GsFaultScript *self, GError **error)
{
  g_autoptr (GPtrArray) articles = gs_record_array_new (&gs_article_type);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (int));
  gint64 group = 0;

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      GsArticleRecord *article = gs_record_append (articles, &gs_article_type);

      article->uuid = uuid_of ("article", i);
      article->title = g_strdup_printf ("Shipment %u", i);
      article->text = text_of (i);
      article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text, -1);
      article->language = g_strdup ("en");
      article->outlet = g_strdup ("The Courier");
    }

  return gs_workspace_store_articles (self->workspace, "Import", articles, results, uuids, &group, error);
}

static gboolean
add_names (GsFaultScript *self, GError **error)
{
  GsAction *action = gs_action_new ("Names");

  for (guint i = 0; i < 2; i++)
    {
      GsTagRecord *tag = gs_record_new (&gs_tag_type);
      GsSourceRecord *source = gs_record_new (&gs_source_type);
      GsQuestionRecord *question = gs_record_new (&gs_question_type);

      tag->uuid = uuid_of ("tag", i);
      tag->name = g_strdup_printf ("tag %u", i);
      tag->parent = i > 0 ? uuid_of ("tag", 0) : NULL;
      save (action, &gs_tag_type, tag);
      source->uuid = uuid_of ("source", i);
      source->name = g_strdup_printf ("Source %u", i);
      save (action, &gs_source_type, source);
      question->uuid = uuid_of ("question", i);
      question->text = g_strdup_printf ("Was shipment %u sent?", i);
      save (action, &gs_question_type, question);
    }

  return perform (self, action, error);
}

static GsClaimRecord *
make_claim (guint n)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);
  GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);
  GsSlotRecord *slot = gs_record_append (claim->slots, &gs_slot_type);
  GsTimeRecord *time = gs_record_append (claim->times, &gs_time_type);

  claim->uuid = uuid_of ("claim", n);
  claim->article = uuid_of ("article", n % N_ARTICLES);
  claim->question = uuid_of ("question", 0);
  claim->summary = g_strdup_printf ("Claim %u", n);
  claim->stance = n % 2 == 0 ? GS_STANCE_ASSERTS : GS_STANCE_DENIES;
  span->uuid = uuid_of ("span", n);
  span->start = 0;
  span->end = 8;
  span->exact = g_strdup ("Shipment");
  hop->source = uuid_of ("source", n % 2);
  hop->cue = g_strdup ("said on Monday, through a spokesman");
  slot->name = g_strdup ("object");
  slot->entity = g_strdup_printf ("shipment %u", n);
  time->text = g_strdup ("on Monday");
  g_ptr_array_add (claim->tags, uuid_of ("tag", n % 2));

  return claim;
}

static gboolean
add_claim (GsFaultScript *self, guint n, GError **error)
{
  GsAction *action = gs_action_new ("Claim");

  save (action, &gs_claim_type, make_claim (n));

  return perform (self, action, error);
}

static gboolean
add_claim_0 (GsFaultScript *self, GError **error)
{
  return add_claim (self, 0, error);
}

static gboolean
add_claim_1 (GsFaultScript *self, GError **error)
{
  return add_claim (self, 1, error);
}

static gboolean
add_claim_2 (GsFaultScript *self, GError **error)
{
  return add_claim (self, 2, error);
}

static gboolean
judge (GsFaultScript *self, GError **error)
{
  GsAction *action = gs_action_new ("Verdict");
  GsLinkRecord *link = gs_record_new (&gs_link_type);

  link->uuid = uuid_of ("link", 0);
  link->a = uuid_of ("claim", 0);
  link->b = uuid_of ("claim", 1);
  link->kind = GS_LINK_CONTRADICTS;
  link->verdict = GS_VERDICT_CONFIRMED;
  save (action, &gs_link_type, link);

  return perform (self, action, error);
}

static gboolean
undo (GsFaultScript *self, GError **error)
{
  return gs_workspace_undo (self->workspace, NULL, error);
}

static gboolean
redo (GsFaultScript *self, GError **error)
{
  return gs_workspace_redo (self->workspace, NULL, error);
}

static gboolean
read_conflicts (GsFaultScript *self, GError **error)
{
  g_autoptr (GPtrArray) conflicts = gs_conflicts_list (self->workspace, NULL, 0, 10, error);

  return conflicts != NULL;
}

static gboolean
search (GsFaultScript *self, GError **error)
{
  g_autoptr (GPtrArray) hits = gs_workspace_search (self->workspace, "ministry", 10, error);

  return hits != NULL;
}

static gboolean
import_report (GsFaultScript *self, GError **error)
{
  return gs_report_import (self->workspace, self->report, "small.json", NULL, error);
}

static gboolean
delete_article (GsFaultScript *self, GError **error)
{
  GsAction *action = gs_action_new ("Delete");
  g_autofree char *uuid = uuid_of ("article", 2);

  gs_action_delete (action, &gs_article_type, uuid);

  return perform (self, action, error);
}

static gboolean
merge (GsFaultScript *self, GError **error)
{
  g_autoptr (GsWorkspace) theirs = gs_merge_open_theirs (self->other, error);
  g_autoptr (GsMerge) comparison = NULL;

  if (theirs == NULL)
    return FALSE;
  comparison = gs_merge_compare (self->workspace, theirs, GS_MERGE_NEWER, NULL, error);

  return comparison != NULL && gs_merge_perform (comparison, NULL, error);
}

static gboolean
export_report (GsFaultScript *self, GError **error)
{
  g_autofree char *out = g_strconcat (self->path, ".json", NULL);
  gboolean done = gs_report_export (self->path, gs_report_format_by_nick ("json"), NULL, out, NULL, error);

  g_assert_cmpint (done, ==, g_file_test (out, G_FILE_TEST_EXISTS));
  g_unlink (out);

  return done;
}

static gboolean
check (GsFaultScript *self, GError **error)
{
  g_autoptr (GPtrArray) findings = gs_workspace_check (self->workspace, error);

  /* A disk that does not read may be told of as damage; that there is none is checked later. */
  return findings != NULL;
}

static const struct
{
  const char *name;
  gboolean (*func) (GsFaultScript *self, GError **error);
} steps[] = {
  { "create", create },
  { "open", open_workspace },
  { "import", import_articles },
  { "names", add_names },
  { "claim 0", add_claim_0 },
  { "claim 1", add_claim_1 },
  { "conflicts", read_conflicts },
  { "verdict", judge },
  { "undo verdict", undo },
  { "redo verdict", redo },
  { "search", search },
  { "reopen", reopen },
  { "claim 2", add_claim_2 },
  { "undo claim", undo },
  { "report", import_report },
  { "conflicts again", read_conflicts },
  { "export", export_report },
  { "delete", delete_article },
  { "undo delete", undo },
  { "merge", merge },
  { "undo merge", undo },
  { "redo merge", redo },
  { "check", check },
  { "reopen again", reopen },
};

guint
gs_fault_script_length (void)
{
  return G_N_ELEMENTS (steps);
}

const char *
gs_fault_script_name (guint step)
{
  return steps[step].name;
}

gboolean
gs_fault_script_step (GsFaultScript *self, guint step, GError **error)
{
  /* What a failed reopening has left closed. */
  if (self->workspace == NULL && steps[step].func != create && steps[step].func != open_workspace
      && !open_workspace (self, error))
    return FALSE;

  return steps[step].func (self, error);
}

void
gs_fault_script_close (GsFaultScript *self)
{
  if (self->workspace != NULL)
    gs_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
}

static gboolean
is_stamp (const char *name)
{
  static const char *const stamps[] = { "author", "created", "modified", "modified_by", "retrieved", NULL };

  return g_strv_contains (stamps, name);
}

static void
put_list (GString *state, const GsField *field, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (field->kind == GS_FIELD_LIST)
        gs_fault_put_record (state, field->type, list->pdata[i]);
      else
        g_string_append_printf (state, " %s", (char *) list->pdata[i]);
    }
}

static void
put_field (GString *state, const GsField *field, gconstpointer record)
{
  g_string_append_printf (state, "\n  %s:", field->name);
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      g_string_append_printf (state, " %s", GS_FIELD_VALUE (field, record, char *));
      break;

    case GS_FIELD_INT:
      g_string_append_printf (state, " %" G_GINT64_FORMAT, GS_FIELD_VALUE (field, record, gint64));
      break;

    case GS_FIELD_BOOL:
    case GS_FIELD_WORD:
      g_string_append_printf (state, " %d", GS_FIELD_VALUE (field, record, int));
      break;

    case GS_FIELD_NUMBER:
      g_string_append_printf (state, " %g", GS_FIELD_VALUE (field, record, double));
      break;

    case GS_FIELD_BYTES:
      g_string_append_printf (state, " %d", GS_FIELD_VALUE (field, record, GBytes *) != NULL);
      break;

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      put_list (state, field, GS_FIELD_VALUE (field, record, GPtrArray *));
      break;
    }
}

void
gs_fault_put_record (GString *state, const GsRecordType *type, gconstpointer record)
{
  g_string_append_printf (state, "\n%s", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!is_stamp (type->fields[i].name) && !gs_field_is_default (&type->fields[i], record))
        put_field (state, &type->fields[i], record);
    }
}

static gboolean
put_record_cb (const GsRecordType *type, gpointer record, gpointer state, GError **error)
{
  gs_fault_put_record (state, type, record);

  return TRUE;
}

char *
gs_fault_state (GsWorkspace *workspace)
{
  g_autoptr (GString) state = g_string_new (NULL);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] != &gs_annotator_type)
        gs_workspace_each (workspace, gs_workspace_types[i], put_record_cb, state, &error);
      g_assert_no_error (error);
    }

  history = gs_workspace_history (workspace, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      const GsHistoryListing *entry = history->pdata[i];

      g_string_append_printf (state, "\n%s%s", entry->label, entry->undone ? " (undone)" : "");
    }

  return g_string_free (g_steal_pointer (&state), FALSE);
}

void
gs_fault_script_prepare (const char *path)
{
  GsFaultScript theirs = { .path = (char *) path };
  g_autoptr (GError) error = NULL;

  create (&theirs, &error);
  g_assert_no_error (error);
  g_assert_true (open_workspace (&theirs, &error) && import_articles (&theirs, &error) && add_names (&theirs, &error)
                 && add_claim (&theirs, 1, &error) && add_claim (&theirs, 3, &error));
  g_assert_no_error (error);
  gs_fault_script_close (&theirs);
}

/* A workspace large enough for its tables to be trees. */
void
gs_fault_script_fill (const char *path, const char *report, guint n_claims)
{
  GsFaultScript script = { .path = (char *) path };
  g_autoptr (GError) error = NULL;
  GsAction *action = gs_action_new ("Claims");

  script.report = gs_test_read (report);
  create (&script, &error);
  g_assert_no_error (error);
  g_assert_true (open_workspace (&script, &error) && import_articles (&script, &error) && add_names (&script, &error)
                 && import_report (&script, &error));
  for (guint i = 0; i < n_claims; i++)
    save (action, &gs_claim_type, make_claim (i));
  g_assert_true (perform (&script, action, &error) && judge (&script, &error) && read_conflicts (&script, &error));
  g_assert_no_error (error);
  gs_fault_script_close (&script);
  g_bytes_unref (script.report);
}
