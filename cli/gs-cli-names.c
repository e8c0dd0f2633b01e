/* gs-cli-names.c: what a UUID is called.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-workspace.h"

/* A listing never lacks what a row is called by; records may. */
static const struct
{
  const GsRecordType *type;
  const GsRecordType *listing;
  const char *field;
} names[] = {
  { &gs_tag_type, &gs_tag_listing_type, "path" },           { &gs_source_type, &gs_source_listing_type, "name" },
  { &gs_question_type, &gs_question_listing_type, "text" }, { &gs_article_type, &gs_article_listing_type, "title" },
  { &gs_claim_type, &gs_claim_listing_type, "summary" },
};

static char *
take_field (const GsRecordType *type, gpointer record, const char *field_name)
{
  const GsField *field = gs_record_type_find_field (type, field_name);
  char *text = g_strdup (GS_FIELD_VALUE (field, record, char *));

  gs_record_free (type, record);

  return text;
}

/**
 * gs_cli_name_of:
 * @workspace: the workspace
 * @type: what kind of thing
 * @uuid: its UUID
 *
 * For people's eyes: what cannot be read has no name.
 *
 * Returns: (transfer full) (nullable): path of a tag, name of a source, text
 *   of a question, title of an article, summary of a claim
 */
char *
gs_cli_name_of (GsWorkspace *workspace, const GsRecordType *type, const char *uuid)
{
  gpointer record;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i].type != type)
        continue;

      record = gs_workspace_list_row (workspace, names[i].listing, uuid, NULL);
      return record != NULL ? take_field (names[i].listing, record, names[i].field) : NULL;
    }

  if (type != &gs_annotator_type)
    return NULL;

  record = gs_workspace_load (workspace, type, uuid, NULL);

  return record != NULL ? take_field (type, record, "name") : NULL;
}
