/* gs-qdpx-model.c: sources, questions and what is known of articles in a REFI-QDA project.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources are cases, questions are sets of the notes that answer them, and what
 * is known of an article are variables of its text.
 */

#include "config.h"

#include "gs-qdpx-private.h"

#include "gs-field-text.h"
#include "gs-qda.h"

static char *
variable_guid (const char *of, const char *name)
{
  return gs_qda_uuid ("variable", of, name, NULL);
}

static void
put_variable (GsQdpx *self, const char *of, const char *name)
{
  g_autofree char *guid = variable_guid (of, name);

  g_string_append (self->xml, "<Variable typeOfVariable=\"Text\"");
  gs_qdpx_put_attribute (self, "guid", guid);
  gs_qdpx_put_attribute (self, "name", name);
  g_string_append (self->xml, "/>\n");
}

static void
put_value (GsQdpx *self, const char *of, const char *name, const char *text)
{
  g_autofree char *guid = variable_guid (of, name);

  g_string_append (self->xml, "<VariableValue><VariableRef");
  gs_qdpx_put_attribute (self, "targetGUID", guid);
  g_string_append (self->xml, "/>");
  gs_qdpx_put_element (self, "TextValue", text);
  g_string_append (self->xml, "</VariableValue>\n");
}

void
gs_qdpx_put_variables (GsQdpx *self)
{
  g_string_append (self->xml, "<Variables>\n");
  for (guint i = 0; i < gs_article_type.n_fields; i++)
    {
      if (gs_qda_is_variable (&gs_article_type.fields[i]))
        put_variable (self, "article", gs_article_type.fields[i].name);
    }
  put_variable (self, "source", "kind");
  g_string_append (self->xml, "</Variables>\n");
}

void
gs_qdpx_put_values (GsQdpx *self, const GsArticleRecord *article)
{
  for (guint i = 0; i < gs_article_type.n_fields; i++)
    {
      const GsField *field = &gs_article_type.fields[i];
      g_autofree char *text = NULL;

      if (!gs_qda_is_variable (field) || !gs_field_is_written (field, article))
        continue;
      text = gs_field_to_text (field, article, NULL);
      if (text != NULL)
        put_value (self, "article", field->name, text);
    }
}

void
gs_qdpx_put_cases (GsQdpx *self)
{
  GPtrArray *sources = gs_report_catalogue_list (self->catalogue, &gs_source_type);

  if (sources->len == 0)
    return;

  g_string_append (self->xml, "<Cases>\n");
  for (guint i = 0; i < sources->len; i++)
    {
      const GsSourceRecord *source = sources->pdata[i];

      g_string_append (self->xml, "<Case");
      gs_qdpx_put_attribute (self, "guid", source->uuid);
      gs_qdpx_put_attribute (self, "name", source->name != NULL ? source->name : "?");
      g_string_append (self->xml, ">\n");
      gs_qdpx_put_element (self, "Description", source->note);
      put_value (self, "source", "kind", gs_word_to_nick (&gs_source_kinds, source->kind));
      g_string_append (self->xml, "</Case>\n");
    }
  g_string_append (self->xml, "</Cases>\n");
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

void
gs_qdpx_add_member (GsQdpx *self, const GsClaimRecord *claim)
{
  GString *members;

  if (claim->question == NULL)
    return;
  if (self->members == NULL)
    self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);

  members = g_hash_table_lookup (self->members, claim->question);
  if (members == NULL)
    {
      members = g_string_new (NULL);
      g_hash_table_insert (self->members, g_strdup (claim->question), members);
    }
  g_string_append_printf (members, "<MemberNote targetGUID=\"%s\"/>", claim->uuid);
}

static gboolean
put_set (GsQdpx *self, const GsQuestionRecord *question, GError **error)
{
  const GString *members = self->members != NULL ? g_hash_table_lookup (self->members, question->uuid) : NULL;

  g_string_append (self->xml, "<Set");
  gs_qdpx_put_attribute (self, "guid", question->uuid);
  gs_qdpx_put_attribute (self, "name", question->text != NULL ? question->text : "?");
  g_string_append (self->xml, ">\n");
  gs_qdpx_put_element (self, "Description", question->note);
  if (members != NULL)
    g_string_append_len (self->xml, members->str, (gssize) members->len);
  g_string_append (self->xml, "</Set>\n");

  return gs_qdpx_pass (self, error);
}

gboolean
gs_qdpx_put_sets (GsQdpx *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);

  if (questions->len == 0)
    return TRUE;

  g_string_append (self->xml, "<Sets>\n");
  for (guint i = 0; i < questions->len; i++)
    {
      if (!put_set (self, questions->pdata[i], error))
        return FALSE;
    }
  g_string_append (self->xml, "</Sets>\n");

  return TRUE;
}
