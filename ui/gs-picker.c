/* gs-picker.c: a button that chooses a tag, a source, a question or an article, or any.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-picker.h"

#include <glib/gi18n.h>

#include "gs-paged-list.h"
#include "gs-row-factory.h"
#include "gs-tooltip.h"

typedef struct
{
  const char *kind;
  const GsRecordType *listing;
  const char *any;
  const char *name;
  GsRowText text;
} PickerKind;

struct _GsPicker
{
  GtkWidget parent_instance;

  const PickerKind *kind;
  GsWorkspace *workspace;
  char *uuid;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkLabel *any_label;
  GtkListView *list;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_UUID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GsPicker, gs_picker, GTK_TYPE_WIDGET)

static char *
tag_text (gconstpointer record)
{
  return g_strdup (((const GsTagListing *) record)->path);
}

static char *
source_text (gconstpointer record)
{
  return g_strdup (((const GsSourceListing *) record)->name);
}

static char *
question_text (gconstpointer record)
{
  return g_strdup (((const GsQuestionListing *) record)->text);
}

static char *
article_text (gconstpointer record)
{
  return g_strdup (((const GsArticleListing *) record)->title);
}

static const PickerKind kinds[] = {
  { "tag", &gs_tag_listing_type, N_ ("Any tag"), N_ ("Tag"), tag_text },
  { "source", &gs_source_listing_type, N_ ("Any source"), N_ ("Source"), source_text },
  { "party", &gs_source_listing_type, N_ ("No source"), N_ ("Source"), source_text },
  { "question", &gs_question_listing_type, N_ ("Any question"), N_ ("Question"), question_text },
  { "article", &gs_article_listing_type, N_ ("Any article"), N_ ("Article"), article_text },
};

static const PickerKind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].kind, name) == 0)
        return &kinds[i];
    }

  g_assert_not_reached ();
}

static void
gs_picker_show (GsPicker *self, const char *text)
{
  const char *shown = text != NULL ? text : _ (self->kind->any);

  gtk_label_set_label (self->label, shown);
  gs_tooltip_set (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->kind->name),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
}

static void
gs_picker_choose (GsPicker *self, const char *uuid, const char *text)
{
  gtk_popover_popdown (self->popover);
  gs_picker_show (self, text);
  if (g_strcmp0 (self->uuid, uuid) == 0)
    return;

  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UUID]);
}

static void
activated_cb (GsPicker *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GsRow) row = g_list_model_get_item (model, position);
  gconstpointer record = row != NULL ? gs_row_get_record (row) : NULL;
  g_autofree char *text = record != NULL ? self->kind->text (record) : NULL;

  if (record != NULL)
    gs_picker_choose (self, gs_row_get_uuid (row), text);
}

static void
entry_activated_cb (GsPicker *self)
{
  if (gtk_list_view_get_model (self->list) != NULL)
    activated_cb (self, 0);
}

static void
any_clicked_cb (GsPicker *self)
{
  gs_picker_choose (self, NULL, NULL);
}

static void
search_changed_cb (GsPicker *self)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (self->list);
  g_autoptr (GsListFilter) filter = NULL;
  const char *text = gtk_editable_get_text (self->entry);

  if (selection == NULL)
    return;

  filter = gs_record_new (&gs_list_filter_type);
  filter->order = GS_ORDER_TEXT;
  /* Articles are found by words, of which the last is still being typed; names by any part. */
  if (*text != '\0')
    filter->text = self->kind->listing == &gs_article_listing_type ? g_strconcat (text, "*", NULL) : g_strdup (text);
  gs_paged_list_set_filter (GS_PAGED_LIST (gtk_no_selection_get_model (GTK_NO_SELECTION (selection))), filter);
}

/* The list lives while it is shown. */
static void
shown_cb (GsPicker *self)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GtkNoSelection) selection = NULL;

  if (self->workspace == NULL)
    return;

  filter->order = GS_ORDER_TEXT;
  selection = gtk_no_selection_new (G_LIST_MODEL (gs_paged_list_new (self->workspace, self->kind->listing, filter)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
closed_cb (GsPicker *self)
{
  gtk_list_view_set_model (self->list, NULL);
}

/* The name of what was chosen before this run. */
typedef struct
{
  const GsRecordType *listing;
  char *uuid;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->uuid);
  g_free (wanted);
}

static gpointer
load_listing (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = data;

  return gs_workspace_list_row (workspace, wanted->listing, wanted->uuid, error);
}

static void
listing_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsPicker) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer record = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (record == NULL)
    {
      gs_picker_choose (self, NULL, NULL);
      return;
    }

  text = self->kind->text (record);
  gs_picker_show (self, text);
  gs_record_free (self->kind->listing, record);
}

static void
gs_picker_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GsPicker *self = GS_PICKER (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = find_kind (g_value_get_string (value));
      break;
    case PROP_UUID:
      gs_picker_set_uuid (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GsPicker *self = GS_PICKER (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind->kind);
      break;
    case PROP_UUID:
      g_value_set_string (value, self->uuid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_picker_constructed (GObject *object)
{
  GsPicker *self = GS_PICKER (object);
  g_autoptr (GtkListItemFactory) factory = gs_row_factory_new (self->kind->text, NULL, PANGO_ELLIPSIZE_END);
  g_autofree char *search = g_strdup_printf (_ ("Search: %s"), _ (self->kind->name));

  G_OBJECT_CLASS (gs_picker_parent_class)->constructed (object);

  gtk_list_view_set_factory (self->list, factory);
  gtk_label_set_label (self->any_label, _ (self->kind->any));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->kind->name), -1);
  gs_picker_show (self, NULL);
}

static void
gs_picker_dispose (GObject *object)
{
  GsPicker *self = GS_PICKER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_picker_parent_class)->dispose (object);
}

static void
gs_picker_finalize (GObject *object)
{
  g_free (GS_PICKER (object)->uuid);

  G_OBJECT_CLASS (gs_picker_parent_class)->finalize (object);
}

static void
gs_picker_class_init (GsPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gs_picker_set_property;
  object_class->get_property = gs_picker_get_property;
  object_class->constructed = gs_picker_constructed;
  object_class->dispose = gs_picker_dispose;
  object_class->finalize = gs_picker_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "tag",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, GsPicker, button);
  gtk_widget_class_bind_template_child (widget_class, GsPicker, label);
  gtk_widget_class_bind_template_child (widget_class, GsPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, GsPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, GsPicker, any_label);
  gtk_widget_class_bind_template_child (widget_class, GsPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
gs_picker_init (GsPicker *self)
{
  GtkWidget *around;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK keeps what is on a menu button in its middle; a name begins at its edge. */
  around = gtk_widget_get_parent (gtk_menu_button_get_child (self->button));
  if (GTK_IS_BOX (around))
    gtk_widget_set_halign (around, GTK_ALIGN_FILL);
}

/**
 * gs_picker_new:
 * @kind: "tag", "source" or "question"
 *
 * Returns: (transfer floating): a picker that chooses any
 */
GtkWidget *
gs_picker_new (const char *kind)
{
  return g_object_new (GS_TYPE_PICKER, "kind", kind, NULL);
}

/**
 * gs_picker_set_workspace:
 * @self: a #GsPicker
 * @workspace: (nullable): what to choose from
 */
void
gs_picker_set_workspace (GsPicker *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_PICKER (self));

  gtk_popover_popdown (self->popover);
  g_set_object (&self->workspace, workspace);
}

/**
 * gs_picker_get_uuid:
 * @self: a #GsPicker
 *
 * Returns: (transfer none) (nullable): what is chosen; %NULL for any
 */
const char *
gs_picker_get_uuid (GsPicker *self)
{
  g_return_val_if_fail (GS_IS_PICKER (self), NULL);

  return self->uuid;
}

/**
 * gs_picker_set_uuid:
 * @self: a picker that has a workspace, unless @uuid is %NULL
 * @uuid: (nullable): what to choose, %NULL for any
 *
 * The name follows when it has been looked up; a UUID that is not there
 * becomes "any".
 */
void
gs_picker_set_uuid (GsPicker *self, const char *uuid)
{
  Wanted *wanted;

  g_return_if_fail (GS_IS_PICKER (self));

  if (g_strcmp0 (self->uuid, uuid) == 0)
    return;

  if (uuid == NULL || self->workspace == NULL)
    {
      gs_picker_choose (self, NULL, NULL);
      return;
    }

  wanted = g_new0 (Wanted, 1);
  wanted->listing = self->kind->listing;
  wanted->uuid = g_strdup (uuid);
  gs_picker_choose (self, uuid, "…");
  gs_workspace_call_async (self->workspace, load_listing, wanted, wanted_free, self->kind->listing->free, NULL,
                           listing_loaded_cb, g_object_ref (self));
}
