/* gs-qde-parse.c: project.qde of a REFI-QDA project, as it stands in the file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qde-private.h"

#include <stdlib.h>
#include <string.h>

#include "gs-gettext.h"
#include "gs-error.h"
#include "gs-sax.h"

#define PROJECT_STEM "urn:QDA-XML:project:"
#define CODEBOOK_STEM "urn:QDA-XML:codebook:"

typedef struct
{
  GsQde *qde;
  gboolean known; /* the root is that of a project or a code book */
  gboolean newer; /* of a version we do not know */
  guint depth;
  GPtrArray *codes; /* GsQdeCode that are open, innermost last */
  GsQdeText *text;
  GsQdeSelection *selection;
  GsQdeCase *one;
  GsQdeSet *set;
  GsQdeValue *value;
  char *media_name; /* of the source in another medium that is open */
  gboolean in_notes;
  gboolean in_media;
  gboolean in_transcript;
  GString *characters; /* (nullable): content that is wanted */
} Parse;

/* guids are the same whatever their case and with or without braces. */
static char *
take_guid (const GsSaxAttributes *attributes, const char *name)
{
  g_autofree char *given = gs_sax_attribute (attributes, name);
  g_autofree char *lower = given != NULL ? g_ascii_strdown (given, -1) : NULL;
  gsize length = lower != NULL ? strlen (lower) : 0;

  if (length > 2 && lower[0] == '{' && lower[length - 1] == '}')
    return g_strndup (lower + 1, length - 2);

  return g_steal_pointer (&lower);
}

static void
read_head (GsQdeHead *head, const GsSaxAttributes *attributes)
{
  head->guid = take_guid (attributes, "guid");
  head->name = gs_sax_attribute (attributes, "name");
  head->user = take_guid (attributes, "creatingUser");
  head->created = gs_sax_attribute (attributes, "creationDateTime");
  head->modifier = take_guid (attributes, "modifyingUser");
  head->modified = gs_sax_attribute (attributes, "modifiedDateTime");
}

static gint64
read_number (const GsSaxAttributes *attributes, const char *name)
{
  g_autofree char *text = gs_sax_attribute (attributes, name);
  gint64 number;

  if (text != NULL && g_ascii_string_to_signed (g_strstrip (text), 10, 0, G_MAXINT32, &number, NULL))
    return number;

  return -1;
}

static void
start_code (Parse *self, const GsSaxAttributes *attributes)
{
  GsQdeCode *code = gs_qde_code_new ();
  const GsQdeCode *parent = self->codes->len > 0 ? self->codes->pdata[self->codes->len - 1] : NULL;

  read_head (&code->head, attributes);
  code->colour = gs_sax_attribute (attributes, "color");
  code->parent = parent != NULL ? g_strdup (parent->head.guid) : NULL;
  g_ptr_array_add (self->qde->codes, code);
  g_ptr_array_add (self->codes, code);
}

static void
start_text (Parse *self, const GsSaxAttributes *attributes)
{
  GsQdeText *text = gs_qde_text_new ();

  read_head (&text->head, attributes);
  if (text->head.name == NULL)
    text->head.name = g_strdup (self->media_name);
  text->path = gs_sax_attribute (attributes, "plainTextPath");
  self->text = text;
  g_ptr_array_add (self->in_notes ? self->qde->notes : self->qde->texts, text);
}

static void
start_selection (Parse *self, const GsSaxAttributes *attributes)
{
  GsQdeSelection *selection = gs_qde_selection_new ();

  read_head (&selection->head, attributes);
  selection->start = read_number (attributes, "startPosition");
  selection->end = read_number (attributes, "endPosition");
  self->selection = selection;
  g_ptr_array_add (self->text->selections, selection);
}

static void
start_case (Parse *self, const GsSaxAttributes *attributes)
{
  self->one = gs_qde_case_new ();
  read_head (&self->one->head, attributes);
  g_ptr_array_add (self->qde->cases, self->one);
}

static void
start_set (Parse *self, const GsSaxAttributes *attributes)
{
  self->set = gs_qde_set_new ();
  read_head (&self->set->head, attributes);
  g_ptr_array_add (self->qde->sets, self->set);
}

static void
start_link (Parse *self, const GsSaxAttributes *attributes)
{
  GsQdeLink *link = g_new0 (GsQdeLink, 1);

  read_head (&link->head, attributes);
  link->origin = take_guid (attributes, "originGUID");
  link->target = take_guid (attributes, "targetGUID");
  g_ptr_array_add (self->qde->links, link);
}

static void
start_head (GPtrArray *list, const GsSaxAttributes *attributes)
{
  GsQdeHead *head = g_new0 (GsQdeHead, 1);

  read_head (head, attributes);
  g_ptr_array_add (list, head);
}

static void
start_value (Parse *self)
{
  GPtrArray *values = self->text != NULL && self->selection == NULL ? self->text->values
                      : self->one != NULL                           ? self->one->values
                                                                    : NULL;

  if (values == NULL)
    return;

  self->value = g_new0 (GsQdeValue, 1);
  g_ptr_array_add (values, self->value);
}

static void
take_note_ref (Parse *self, char *guid)
{
  GPtrArray *notes = self->selection != NULL ? self->selection->notes
                     : self->text != NULL    ? self->text->notes
                     : self->set != NULL     ? self->set->notes
                     : self->codes->len > 0  ? ((GsQdeCode *) self->codes->pdata[self->codes->len - 1])->notes
                                             : NULL;

  if (notes != NULL && guid != NULL)
    g_ptr_array_add (notes, guid);
  else
    g_free (guid);
}

static void
take_code_ref (Parse *self, char *guid)
{
  GPtrArray *codes = self->selection != NULL ? self->selection->codes : self->text != NULL ? self->text->codes : NULL;

  if (codes != NULL && guid != NULL)
    g_ptr_array_add (codes, guid);
  else
    g_free (guid);
}

static void
start_media (Parse *self, const GsSaxAttributes *attributes)
{
  self->in_media = TRUE;
  g_free (self->media_name);
  self->media_name = gs_sax_attribute (attributes, "name");
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static void
start_root (Parse *self, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  g_autofree char *origin = gs_sax_attribute (attributes, "origin");
  gboolean project = g_str_equal (name, "Project") && ns != NULL && g_str_has_prefix (ns, PROJECT_STEM);
  gboolean book = g_str_equal (name, "CodeBook") && ns != NULL && g_str_has_prefix (ns, CODEBOOK_STEM);

  self->known = project || book;
  /* Programs write "1.0" and "1:0" for what the standard calls 1.5. */
  self->newer = self->known && strtoul (ns + strlen (project ? PROJECT_STEM : CODEBOOK_STEM), NULL, 10) > 1;
  self->qde->origin = g_steal_pointer (&origin);
  self->qde->name = gs_sax_attribute (attributes, "name");
}

/* What is referred to, and what holds nothing else. */
static gboolean
start_leaf (Parse *self, const char *name, const GsSaxAttributes *attributes)
{
  static const char *const wanted[] = { "Description",  "PlainTextContent", "TextValue",
                                        "BooleanValue", "IntegerValue",     "FloatValue",
                                        "DateValue",    "DateTimeValue",    NULL };
  static const char *const areas[] = { "PictureSelection", "AudioSelection",      "VideoSelection",
                                       "PDFSelection",     "TranscriptSelection", NULL };

  if (is_one_of (name, wanted))
    self->characters = self->characters != NULL ? self->characters : g_string_new (NULL);
  else if (is_one_of (name, areas))
    self->qde->n_areas++;
  else if (g_str_equal (name, "NoteRef") || g_str_equal (name, "MemberNote"))
    take_note_ref (self, take_guid (attributes, "targetGUID"));
  else if (g_str_equal (name, "CodeRef"))
    take_code_ref (self, take_guid (attributes, "targetGUID"));
  else if (g_str_equal (name, "VariableRef") && self->value != NULL && self->value->variable == NULL)
    self->value->variable = take_guid (attributes, "targetGUID");
  else
    return FALSE;

  return TRUE;
}

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  static const char *const media[] = { "PictureSource", "AudioSource", "VideoSource", NULL };
  static const char *const texts[] = { "TextSource", "Representation", "TextDescription", NULL };
  Parse *self = data;

  if (self->depth++ == 0)
    start_root (self, name, ns, attributes);
  if (!self->known || self->newer || self->in_transcript || start_leaf (self, name, attributes))
    return;

  if (g_str_equal (name, "User"))
    start_head (self->qde->users, attributes);
  else if (g_str_equal (name, "Variable"))
    start_head (self->qde->variables, attributes);
  else if (g_str_equal (name, "Code"))
    start_code (self, attributes);
  else if (g_str_equal (name, "Notes"))
    self->in_notes = TRUE;
  else if (g_str_equal (name, "Transcript"))
    self->in_transcript = TRUE;
  else if (g_str_equal (name, "PDFSource"))
    start_media (self, attributes);
  else if (is_one_of (name, media))
    {
      start_media (self, attributes);
      self->qde->n_media++;
    }
  else if (self->text == NULL && (is_one_of (name, texts) || (self->in_notes && g_str_equal (name, "Note"))))
    start_text (self, attributes);
  else if (g_str_equal (name, "PlainTextSelection") && self->text != NULL)
    start_selection (self, attributes);
  else if (g_str_equal (name, "Case"))
    start_case (self, attributes);
  else if (g_str_equal (name, "Set"))
    start_set (self, attributes);
  else if (g_str_equal (name, "Link"))
    start_link (self, attributes);
  else if (g_str_equal (name, "VariableValue"))
    start_value (self);
  else if (g_str_equal (name, "Graph"))
    self->qde->n_graphs++;
}

/* Where the content that has ended belongs; NULL: nowhere. */
static char **
place_of (Parse *self, const char *name)
{
  if (g_str_equal (name, "PlainTextContent"))
    return self->text != NULL ? &self->text->content : NULL;
  if (!g_str_equal (name, "Description"))
    return self->value != NULL ? &self->value->text : NULL;

  if (self->selection != NULL)
    return &self->selection->description;
  if (self->text != NULL)
    return &self->text->description;
  if (self->codes->len > 0)
    return &((GsQdeCode *) self->codes->pdata[self->codes->len - 1])->description;
  if (self->one != NULL)
    return &self->one->description;
  if (self->set != NULL)
    return &self->set->description;

  return self->depth == 1 ? &self->qde->description : NULL;
}

static void
end_content (Parse *self, const char *name)
{
  char **place = place_of (self, name);
  char *text = g_string_free (g_steal_pointer (&self->characters), FALSE);

  if (place != NULL && *place == NULL)
    *place = text;
  else
    g_free (text);
}

static void
end_cb (gpointer data, const char *name)
{
  Parse *self = data;

  self->depth--;
  if (g_str_equal (name, "Transcript"))
    self->in_transcript = FALSE;
  if (self->in_transcript)
    return;

  if (self->characters != NULL)
    end_content (self, name);
  else if (g_str_equal (name, "Code") && self->codes->len > 0)
    g_ptr_array_set_size (self->codes, (int) self->codes->len - 1);
  else if (g_str_equal (name, "PlainTextSelection"))
    self->selection = NULL;
  else if (g_str_equal (name, "TextSource") || g_str_equal (name, "Representation")
           || g_str_equal (name, "TextDescription") || g_str_equal (name, "Note"))
    self->text = NULL;
  else if (g_str_equal (name, "Case"))
    self->one = NULL;
  else if (g_str_equal (name, "Set"))
    self->set = NULL;
  else if (g_str_equal (name, "VariableValue"))
    self->value = NULL;
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Parse *self = data;

  if (self->characters != NULL)
    g_string_append_len (self->characters, text, (gssize) length);
}

/**
 * gs_qde_parse:
 * @bytes: project.qde, or a code book (.qdc)
 *
 * Returns: (transfer full): what stands in it; or %NULL with %GS_ERROR_UNREADABLE or
 *   %GS_ERROR_LIMIT
 */
GsQde *
gs_qde_parse (GBytes *bytes, GError **error)
{
  static const GsSaxHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GsQde) qde = gs_qde_new ();
  Parse self = { .qde = qde, .codes = g_ptr_array_new () };
  gboolean parsed = gs_sax_parse (bytes, &handler, &self, &gs_extract_limits_default, error);

  g_ptr_array_unref (self.codes);
  g_free (self.media_name);
  if (self.characters != NULL)
    g_string_free (self.characters, TRUE);
  if (!parsed)
    return NULL;

  if (!self.known)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("this XML is not a REFI-QDA project"));
  else if (self.newer)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE,
                         _ ("the project is of a newer version of REFI-QDA: save it as version 1.5 to read it"));

  return self.known && !self.newer ? g_steal_pointer (&qde) : NULL;
}
