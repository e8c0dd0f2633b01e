/* gs-language-choice.c: a drop-down with the languages of a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-language-choice.h"

#include <glib/gi18n.h>

#include "gs-labels.h"

struct _GsLanguageChoice
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;
  GsWorkspace *workspace;
  GPtrArray *codes; /* one an item, after "any" */
  char *code;
  gboolean updating;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsLanguageChoice, gs_language_choice, GTK_TYPE_WIDGET)

static guint
find_code (GsLanguageChoice *self, const char *code)
{
  for (guint i = 0; code != NULL && i < self->codes->len; i++)
    {
      if (g_str_equal (self->codes->pdata[i], code))
        return i + 1;
    }

  return 0;
}

/* Offers @codes, which it takes, and in any case the one that is chosen. */
static void
offer (GsLanguageChoice *self, GPtrArray *codes)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->codes = codes;
  if (self->code != NULL && find_code (self, self->code) == 0)
    g_ptr_array_add (codes, g_strdup (self->code));

  gtk_string_list_append (names, _ ("Any language"));
  for (guint i = 0; i < codes->len; i++)
    gtk_string_list_take (names, gs_label_language (codes->pdata[i]));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, find_code (self, self->code));
  self->updating = FALSE;
}

static void
selected_cb (GsLanguageChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const char *code = selected > 0 && selected <= self->codes->len ? self->codes->pdata[selected - 1] : NULL;

  if (self->updating || g_strcmp0 (self->code, code) == 0)
    return;

  g_free (self->code);
  self->code = g_strdup (code);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
same_codes (GsLanguageChoice *self, const GPtrArray *codes)
{
  if (self->codes->len != codes->len)
    return FALSE;

  for (guint i = 0; i < codes->len; i++)
    {
      if (!g_str_equal (self->codes->pdata[i], codes->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static gpointer
read_languages (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_languages (workspace, error);
}

static void
languages_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsLanguageChoice) self = user_data;
  g_autoptr (GPtrArray) codes = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  /* What was offered before is no worse than nothing. */
  if (codes != NULL && self->workspace == GS_WORKSPACE (source) && !same_codes (self, codes))
    offer (self, g_steal_pointer (&codes));
}

static void
gs_language_choice_dispose (GObject *object)
{
  GsLanguageChoice *self = GS_LANGUAGE_CHOICE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_language_choice_parent_class)->dispose (object);
}

static void
gs_language_choice_finalize (GObject *object)
{
  GsLanguageChoice *self = GS_LANGUAGE_CHOICE (object);

  g_ptr_array_unref (self->codes);
  g_free (self->code);

  G_OBJECT_CLASS (gs_language_choice_parent_class)->finalize (object);
}

static void
gs_language_choice_class_init (GsLanguageChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gs_language_choice_dispose;
  object_class->finalize = gs_language_choice_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gs_language_choice_init (GsLanguageChoice *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  offer (self, g_ptr_array_new_with_free_func (g_free));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gs_language_choice_set_workspace:
 * @self: a #GsLanguageChoice
 * @workspace: (nullable): whose articles' languages are offered
 *
 * Offers any language until those of @workspace have been read.
 */
void
gs_language_choice_set_workspace (GsLanguageChoice *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_LANGUAGE_CHOICE (self));

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->code, g_free);
  offer (self, g_ptr_array_new_with_free_func (g_free));
  gs_language_choice_refresh (self);
}

/**
 * gs_language_choice_refresh:
 * @self: a #GsLanguageChoice
 *
 * Reads the languages anew, without blocking: to be called before the analyst looks at
 * them.
 */
void
gs_language_choice_refresh (GsLanguageChoice *self)
{
  g_return_if_fail (GS_IS_LANGUAGE_CHOICE (self));

  if (self->workspace != NULL)
    gs_workspace_call_async (self->workspace, read_languages, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                             languages_read_cb, g_object_ref (self));
}

/**
 * gs_language_choice_get_code:
 * @self: a #GsLanguageChoice
 *
 * Returns: (transfer none) (nullable): a code such as "en" (BCP 47), %NULL for any language
 */
const char *
gs_language_choice_get_code (GsLanguageChoice *self)
{
  g_return_val_if_fail (GS_IS_LANGUAGE_CHOICE (self), NULL);

  return self->code;
}

/**
 * gs_language_choice_set_code:
 * @self: a #GsLanguageChoice
 * @code: (nullable): a code such as "en", %NULL for any language
 *
 * Emits nothing.
 */
void
gs_language_choice_set_code (GsLanguageChoice *self, const char *code)
{
  g_return_if_fail (GS_IS_LANGUAGE_CHOICE (self));

  g_free (self->code);
  self->code = g_strdup (code);
  offer (self, g_steal_pointer (&self->codes));
}
