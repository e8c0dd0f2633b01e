/* gs-qde.c: what a REFI-QDA project is made of.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qde-private.h"

static void
head_clear (GsQdeHead *head)
{
  g_free (head->guid);
  g_free (head->name);
  g_free (head->user);
  g_free (head->created);
  g_free (head->modifier);
  g_free (head->modified);
}

static void
head_free (gpointer data)
{
  head_clear (data);
  g_free (data);
}

static void
code_free (gpointer data)
{
  GsQdeCode *code = data;

  g_free (code->parent);
  g_free (code->colour);
  g_free (code->description);
  g_ptr_array_unref (code->notes);
  head_free (&code->head);
}

static void
selection_free (gpointer data)
{
  GsQdeSelection *selection = data;

  g_free (selection->description);
  g_ptr_array_unref (selection->codes);
  g_ptr_array_unref (selection->notes);
  head_free (&selection->head);
}

static void
value_free (gpointer data)
{
  GsQdeValue *value = data;

  g_free (value->variable);
  g_free (value->text);
  g_free (value);
}

static void
text_free (gpointer data)
{
  GsQdeText *text = data;

  g_free (text->description);
  g_free (text->path);
  g_free (text->content);
  g_ptr_array_unref (text->selections);
  g_ptr_array_unref (text->codes);
  g_ptr_array_unref (text->notes);
  g_ptr_array_unref (text->values);
  head_free (&text->head);
}

static void
case_free (gpointer data)
{
  GsQdeCase *one = data;

  g_free (one->description);
  g_ptr_array_unref (one->values);
  head_free (&one->head);
}

static void
link_free (gpointer data)
{
  GsQdeLink *link = data;

  g_free (link->origin);
  g_free (link->target);
  head_free (&link->head);
}

static void
set_free (gpointer data)
{
  GsQdeSet *set = data;

  g_free (set->description);
  g_ptr_array_unref (set->notes);
  head_free (&set->head);
}

static GPtrArray *
guids_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

GsQdeCode *
gs_qde_code_new (void)
{
  GsQdeCode *code = g_new0 (GsQdeCode, 1);

  code->notes = guids_new ();

  return code;
}

GsQdeText *
gs_qde_text_new (void)
{
  GsQdeText *text = g_new0 (GsQdeText, 1);

  text->selections = g_ptr_array_new_with_free_func (selection_free);
  text->codes = guids_new ();
  text->notes = guids_new ();
  text->values = g_ptr_array_new_with_free_func (value_free);

  return text;
}

GsQdeSelection *
gs_qde_selection_new (void)
{
  GsQdeSelection *selection = g_new0 (GsQdeSelection, 1);

  selection->codes = guids_new ();
  selection->notes = guids_new ();

  return selection;
}

GsQdeCase *
gs_qde_case_new (void)
{
  GsQdeCase *one = g_new0 (GsQdeCase, 1);

  one->values = g_ptr_array_new_with_free_func (value_free);

  return one;
}

GsQdeSet *
gs_qde_set_new (void)
{
  GsQdeSet *set = g_new0 (GsQdeSet, 1);

  set->notes = guids_new ();

  return set;
}

GsQde *
gs_qde_new (void)
{
  GsQde *self = g_new0 (GsQde, 1);

  self->users = g_ptr_array_new_with_free_func (head_free);
  self->codes = g_ptr_array_new_with_free_func (code_free);
  self->variables = g_ptr_array_new_with_free_func (head_free);
  self->cases = g_ptr_array_new_with_free_func (case_free);
  self->texts = g_ptr_array_new_with_free_func (text_free);
  self->notes = g_ptr_array_new_with_free_func (text_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->sets = g_ptr_array_new_with_free_func (set_free);

  return self;
}

/**
 * gs_qde_free:
 * @self: (transfer full): a project
 */
void
gs_qde_free (GsQde *self)
{
  g_free (self->origin);
  g_free (self->name);
  g_free (self->description);
  g_ptr_array_unref (self->users);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->variables);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->sets);
  g_free (self);
}
