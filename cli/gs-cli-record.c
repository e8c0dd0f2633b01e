/* gs-cli-record.c: any record or listing from its field table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

static char *
scalar_to_text (const GsField *field, gconstpointer record)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (field->kind)
    {
    case GS_FIELD_TEXT:
      return gs_cli_clean_text (GS_FIELD_VALUE (field, record, char *));

    case GS_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, GS_FIELD_VALUE (field, record, gint64));

    case GS_FIELD_BOOL:
      return g_strdup ("yes");

    case GS_FIELD_NUMBER:
      return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", GS_FIELD_VALUE (field, record, double)));

    case GS_FIELD_WORD:
      return g_strdup (gs_word_to_nick (field->words, GS_FIELD_VALUE (field, record, int)));

    case GS_FIELD_BYTES:
      return g_strdup_printf ("%" G_GSIZE_FORMAT " bytes", g_bytes_get_size (GS_FIELD_VALUE (field, record, GBytes *)));

    case GS_FIELD_REF:
    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      return NULL;
    }
}

static void
put_value (const char *name, const char *value, int depth)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  if (lines[0] == NULL || lines[1] == NULL)
    {
      gs_cli_putf ("%*s%s: %s\n", depth * 2, "", name, value);
      return;
    }

  gs_cli_putf ("%*s%s:\n", depth * 2, "", name);
  for (guint i = 0; lines[i] != NULL; i++)
    gs_cli_putf ("%*s%s%s\n", depth * 2, "", *lines[i] != '\0' ? "  " : "", lines[i]);
}

/* The UUID, and behind it what it stands for. */
static char *
ref_to_text (GsWorkspace *workspace, const GsRecordType *type, const char *uuid)
{
  g_autofree char *name = gs_cli_name_of (workspace, type, uuid);
  g_autofree char *line = name != NULL ? g_strconcat (uuid, "  ", name, NULL) : g_strdup (uuid);

  return gs_cli_escape (line);
}

static void put_fields (GsWorkspace *workspace, const GsRecordType *type, gconstpointer record, int depth);

static void
put_list (GsWorkspace *workspace, const GsField *field, const GPtrArray *list, int depth)
{
  gs_cli_putf ("%*s%s:\n", depth * 2, "", field->name);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = NULL;

      if (field->kind == GS_FIELD_LIST)
        {
          gs_cli_putf ("%*s- %u\n", depth * 2 + 2, "", i + 1);
          put_fields (workspace, field->type, list->pdata[i], depth + 2);
          continue;
        }

      line = field->kind == GS_FIELD_REFS ? ref_to_text (workspace, field->type, list->pdata[i])
                                          : gs_cli_escape (list->pdata[i]);
      gs_cli_putf ("%*s- %s\n", depth * 2 + 2, "", line);
    }
}

static void
put_fields (GsWorkspace *workspace, const GsRecordType *type, gconstpointer record, int depth)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];
      g_autofree char *value = NULL;

      /* A word is worth showing even when it has its default. */
      if (gs_field_is_default (field, record) && field->kind != GS_FIELD_WORD)
        continue;

      value = field->kind == GS_FIELD_REF ? ref_to_text (workspace, field->type, GS_FIELD_VALUE (field, record, char *))
                                          : scalar_to_text (field, record);
      if (value != NULL)
        put_value (field->name, value, depth);
      else
        put_list (workspace, field, GS_FIELD_VALUE (field, record, GPtrArray *), depth);
    }
}

/**
 * gs_cli_put_record:
 * @workspace: where what the record refers to is found
 * @type: type of @record
 * @record: a record
 *
 * Writes what is present, one field a line, parts indented.
 */
void
gs_cli_put_record (GsWorkspace *workspace, const GsRecordType *type, gconstpointer record)
{
  put_fields (workspace, type, record, 0);
}
