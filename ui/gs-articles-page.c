/* gs-articles-page.c: library, reader and claim editor beside each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-articles-page.h"

#include <glib/gi18n.h>

#include "gs-claim-editor.h"
#include "gs-library.h"
#include "gs-notify.h"
#include "gs-paned.h"
#include "gs-reader-marks.h"
#include "gs-reader.h"
#include "gs-settings.h"

enum
{
  PANE_LIBRARY,
  PANE_READER,
  PANE_EDITOR,
};

struct _GsArticlesPage
{
  GsFoldingPage parent_instance;

  GsWorkspace *workspace;
  gboolean editing;
  gboolean waiting; /* for an article to be shown */
  int editor_width;

  GtkPaned *outer;
  GtkPaned *inner;
  GsLibrary *library;
  GsReader *reader;
  GsClaimEditor *editor;
};

enum
{
  PROP_0,
  PROP_EDITOR_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GsArticlesPage, gs_articles_page, GS_TYPE_FOLDING_PAGE)

static void
place_editor (GsArticlesPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner));

  if (width > self->editor_width)
    gtk_paned_set_position (self->inner, width - self->editor_width);
}

static void
gs_articles_page_arrange (GsFoldingPage *page, gboolean folded, guint depth)
{
  GsArticlesPage *self = GS_ARTICLES_PAGE (page);
  gboolean had_editor = gtk_widget_get_visible (GTK_WIDGET (self->editor));

  gtk_widget_set_visible (GTK_WIDGET (self->library), !folded || depth == PANE_LIBRARY);
  gtk_widget_set_visible (GTK_WIDGET (self->inner), !folded || depth != PANE_LIBRARY);
  gtk_widget_set_visible (GTK_WIDGET (self->reader), !folded || depth == PANE_READER);
  if (!had_editor && self->editing && !folded)
    place_editor (self);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), self->editing && (!folded || depth == PANE_EDITOR));
}

static void
inner_moved_cb (GsArticlesPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner));
  int editor_width = width - gtk_paned_get_position (self->inner);

  if (gs_folding_page_is_folded (GS_FOLDING_PAGE (self)) || !self->editing || width == 0 || editor_width < 200
      || editor_width == self->editor_width)
    return;

  self->editor_width = editor_width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR_WIDTH]);
}

/* What was typed is not lost because another claim was asked for. FALSE: it
 * cannot be understood yet, and the editor says why. */
static gboolean
save_editor (GsArticlesPage *self)
{
  return !self->editing || !gs_claim_editor_is_dirty (self->editor) || gs_claim_editor_save (self->editor);
}

/* Where in the article it says who says it, while the claim is being edited. */
static void
show_marks (GsArticlesPage *self)
{
  g_autoptr (GArray) marks = gs_claim_editor_get_marks (self->editor);

  gs_reader_set_marks (self->reader, gs_claim_editor_get_article (self->editor), self->editing ? marks : NULL);
}

/* What is selected in the claim's own article can be added to it. */
static void
selection_changed_cb (GsArticlesPage *self)
{
  const char *article = gs_reader_get_article (self->reader);
  g_autofree char *text = NULL;
  gint64 start = 0, end = 0;

  if (!self->editing)
    return;
  if (g_strcmp0 (article, gs_claim_editor_get_article (self->editor)) == 0
      && gs_reader_get_selection (self->reader, &start, &end))
    text = gs_reader_get_quote (self->reader, start, end);
  gs_claim_editor_set_selection (self->editor, start, end, text);
}

static void
open_editor (GsArticlesPage *self)
{
  self->editing = TRUE;
  show_marks (self);
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_EDITOR);
}

static void
close_editor (GsArticlesPage *self)
{
  GsFoldingPage *page = GS_FOLDING_PAGE (self);

  self->editing = FALSE;
  show_marks (self);
  gs_folding_page_go_to (page, MIN (gs_folding_page_get_depth (page), PANE_READER));
}

/* The editor does not go on about an article that is no longer beside it. What
 * cannot be stored yet stays, and the editor says why. */
static void
leave_article (GsArticlesPage *self, const char *article)
{
  if (self->editing && g_strcmp0 (gs_reader_get_article (self->reader), article) != 0 && save_editor (self))
    close_editor (self);
}

static void
edit_claim (GsArticlesPage *self, const char *claim)
{
  if (save_editor (self))
    gs_claim_editor_edit (self->editor, claim);
}

static void
article_chosen_cb (GsArticlesPage *self, const char *article, gboolean activated)
{
  leave_article (self, article);
  gs_reader_show_article (self->reader, article, NULL);
  if (activated)
    {
      gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_READER);
      gtk_widget_grab_focus (GTK_WIDGET (self->reader));
    }
}

static void
article_shown_cb (GsArticlesPage *self, const char *article)
{
  self->waiting = FALSE;
  gs_library_select (self->library, article);
  show_marks (self);
}

static void
make_claim_cb (GsArticlesPage *self, const char *article, gint64 start, gint64 end)
{
  g_autofree char *quote = gs_reader_get_quote (self->reader, start, end);

  if (gs_workspace_is_read_only (self->workspace))
    {
      gs_notify (GTK_WIDGET (self), _ ("This workspace is open for reading only"));
      return;
    }

  if (!save_editor (self))
    return;

  gs_claim_editor_begin (self->editor, article, start, end, quote);
  open_editor (self);
}

/**
 * gs_articles_page_edit_claim:
 * @self: a #GsArticlesPage
 * @claim: UUID of a claim in the article that is shown or about to be
 *
 * Opens it in the editor; the one that is there is saved first.
 */
void
gs_articles_page_edit_claim (GsArticlesPage *self, const char *claim)
{
  g_return_if_fail (GS_IS_ARTICLES_PAGE (self));

  if (!save_editor (self))
    return;

  gs_claim_editor_edit (self->editor, claim);
  open_editor (self);
}

/* Gone to by key: the editor goes along, the focus stays. */
static void
claim_reached_cb (GsArticlesPage *self, const char *claim)
{
  if (self->editing)
    edit_claim (self, claim);
}

static void
claim_saved_cb (GsArticlesPage *self, const char *claim)
{
  /* Saved because another one was asked for: then that one has the place. */
  if (!self->editing || g_strcmp0 (gs_claim_editor_get_claim (self->editor), claim) != 0)
    return;

  gs_reader_show_article (self->reader, gs_reader_get_article (self->reader), claim);
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

static void
editor_closed_cb (GsArticlesPage *self)
{
  close_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

static void
claim_deleted_cb (GsArticlesPage *self, const char *claim, const char *label)
{
  close_editor (self);
  gs_notify_undo (GTK_WIDGET (self), self->workspace, label, _ ("Claim deleted"));
}

static void
show_quote_cb (GsArticlesPage *self, const char *article, const char *claim)
{
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_READER);
  gs_reader_show_article (self->reader, article, claim);
}

static void
article_wanted_cb (GsArticlesPage *self, const char *article)
{
  gs_articles_page_show_article (self, article, NULL);
}

static void
show_place_cb (GsArticlesPage *self, const char *article, gint64 start, gint64 end)
{
  if (g_strcmp0 (article, gs_reader_get_article (self->reader)) != 0)
    return;

  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_READER);
  gs_reader_show_place (self->reader, start, end);
}

static void
gs_articles_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GsArticlesPage *self = GS_ARTICLES_PAGE (object);

  switch (prop_id)
    {
    case PROP_EDITOR_WIDTH:
      self->editor_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_articles_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GsArticlesPage *self = GS_ARTICLES_PAGE (object);

  switch (prop_id)
    {
    case PROP_EDITOR_WIDTH:
      g_value_set_int (value, self->editor_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
gs_articles_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GS_ARTICLES_PAGE (widget)->reader));
}

/* From the editor to the reader: it closes. */
static void
gs_articles_page_go_back (GsFoldingPage *page)
{
  GsArticlesPage *self = GS_ARTICLES_PAGE (page);

  if (gs_folding_page_get_depth (page) == PANE_EDITOR)
    {
      save_editor (self);
      close_editor (self);
    }
  else
    gs_folding_page_go_to (page, PANE_LIBRARY);
}

static void
gs_articles_page_dispose (GObject *object)
{
  GsArticlesPage *self = GS_ARTICLES_PAGE (object);

  if (self->outer != NULL)
    gs_articles_page_set_workspace (self, NULL);
  g_clear_pointer ((GtkWidget **) &self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_articles_page_parent_class)->dispose (object);
}

static void
gs_articles_page_class_init (GsArticlesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GsFoldingPageClass *page_class = GS_FOLDING_PAGE_CLASS (klass);

  object_class->set_property = gs_articles_page_set_property;
  object_class->get_property = gs_articles_page_get_property;
  widget_class->grab_focus = gs_articles_page_grab_focus;
  object_class->dispose = gs_articles_page_dispose;
  page_class->arrange = gs_articles_page_arrange;
  page_class->go_back = gs_articles_page_go_back;

  properties[PROP_EDITOR_WIDTH] =
    g_param_spec_int ("editor-width", NULL, NULL, 200, G_MAXINT, 360, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GS_TYPE_LIBRARY);
  g_type_ensure (GS_TYPE_READER);
  g_type_ensure (GS_TYPE_CLAIM_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-articles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsArticlesPage, outer);
  gtk_widget_class_bind_template_child (widget_class, GsArticlesPage, inner);
  gtk_widget_class_bind_template_child (widget_class, GsArticlesPage, library);
  gtk_widget_class_bind_template_child (widget_class, GsArticlesPage, reader);
  gtk_widget_class_bind_template_child (widget_class, GsArticlesPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, inner_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_claim_cb);
  gtk_widget_class_bind_template_callback (widget_class, gs_articles_page_edit_claim);
  gtk_widget_class_bind_template_callback (widget_class, claim_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_marks);
  gtk_widget_class_bind_template_callback (widget_class, show_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_deleted_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_quote_cb);
}

static void
gs_articles_page_init (GsArticlesPage *self)
{
  self->editor_width = 360;
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_paned_free_hidden_handle (self->outer);
  gs_paned_free_hidden_handle (self->inner);
  gs_settings_bind ("library-width", self->outer, "position");
  gs_settings_bind ("editor-width", self, "editor-width");
}

/**
 * gs_articles_page_new:
 *
 * Returns: (transfer floating): the page, without a workspace
 */
GtkWidget *
gs_articles_page_new (void)
{
  return g_object_new (GS_TYPE_ARTICLES_PAGE, NULL);
}

/**
 * gs_articles_page_set_workspace:
 * @self: a #GsArticlesPage
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_articles_page_set_workspace (GsArticlesPage *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_ARTICLES_PAGE (self));

  self->editing = FALSE;
  g_set_object (&self->workspace, workspace);
  gs_reader_set_workspace (self->reader, workspace);
  gs_claim_editor_set_workspace (self->editor, workspace);
  gs_library_set_workspace (self->library, workspace);
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_LIBRARY);
}

/**
 * gs_articles_page_show_article:
 * @self: a #GsArticlesPage
 * @article: UUID
 * @claim: (nullable): UUID of a claim to scroll to
 *
 * Returns at once; the text follows.
 */
void
gs_articles_page_show_article (GsArticlesPage *self, const char *article, const char *claim)
{
  g_return_if_fail (GS_IS_ARTICLES_PAGE (self));
  g_return_if_fail (article != NULL);

  leave_article (self, article);
  if (self->editing && claim != NULL)
    edit_claim (self, claim);
  self->waiting = g_strcmp0 (gs_reader_get_article (self->reader), article) != 0;
  gs_reader_show_article (self->reader, article, claim);
  gs_library_select (self->library, article);
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_READER);
}

/**
 * gs_articles_page_show_first:
 * @self: a #GsArticlesPage
 *
 * Shows the first article of the list, as soon as that is there, unless one is shown.
 */
void
gs_articles_page_show_first (GsArticlesPage *self)
{
  g_return_if_fail (GS_IS_ARTICLES_PAGE (self));

  gs_library_choose_first (self->library);
}

/**
 * gs_articles_page_save:
 * @self: a #GsArticlesPage
 *
 * Stores what was typed into the claim editor, if it is valid.
 */
void
gs_articles_page_save (GsArticlesPage *self)
{
  g_return_if_fail (GS_IS_ARTICLES_PAGE (self));

  save_editor (self);
}

/**
 * gs_articles_page_is_editing:
 * @self: a #GsArticlesPage
 *
 * Returns: whether the claim editor is open
 */
gboolean
gs_articles_page_is_editing (GsArticlesPage *self)
{
  g_return_val_if_fail (GS_IS_ARTICLES_PAGE (self), FALSE);

  return self->editing;
}

/**
 * gs_articles_page_focus_filter:
 * @self: a #GsArticlesPage
 *
 * Goes to the library and puts the focus into its filter.
 */
void
gs_articles_page_focus_filter (GsArticlesPage *self)
{
  g_return_if_fail (GS_IS_ARTICLES_PAGE (self));

  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_LIBRARY);
  gs_library_focus_filter (self->library);
}

/**
 * gs_articles_page_is_settled:
 * @self: a #GsArticlesPage
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_articles_page_is_settled (GsArticlesPage *self)
{
  g_return_val_if_fail (GS_IS_ARTICLES_PAGE (self), FALSE);

  return !self->waiting && gs_library_is_settled (self->library);
}
