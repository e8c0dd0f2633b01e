/* gs-report-refs.c: what a record refers to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report-refs.h"

static gboolean
each_member (const GsField *field, GPtrArray *list, GsRefFunc func, gpointer user_data, GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      gboolean more = field->kind == GS_FIELD_LIST
                        ? gs_record_each_ref (field->type, list->pdata[i], func, user_data, error)
                        : func (field->type, (char **) &list->pdata[i], user_data, error);

      if (!more)
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_record_each_ref:
 * @type: type of @record
 * @record: a record
 * @func: (scope call): called with the place of each reference that is not %NULL, which
 *   it may change; returns %FALSE to stop
 * @user_data: for @func
 *
 * References of the records that it holds, too.
 *
 * Returns: %FALSE when @func stopped, with the error it set
 */
gboolean
gs_record_each_ref (const GsRecordType *type, gpointer record, GsRefFunc func, gpointer user_data, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (field->kind == GS_FIELD_REF)
        {
          char **uuid = GS_FIELD_PTR (field, record, char *);

          if (*uuid != NULL && !func (field->type, uuid, user_data, error))
            return FALSE;
        }
      else if (field->kind == GS_FIELD_REFS || field->kind == GS_FIELD_LIST)
        {
          if (!each_member (field, GS_FIELD_VALUE (field, record, GPtrArray *), func, user_data, error))
            return FALSE;
        }
    }

  return TRUE;
}
