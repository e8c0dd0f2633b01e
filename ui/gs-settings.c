/* gs-settings.c: what the window remembers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-settings.h"

/* One schema for every profile; what keeps their settings apart is the sandbox. */
#define SCHEMA "org.gainsay.Gainsay"
#define MAX_RECENT 8

/**
 * gs_settings_get:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): the settings, %NULL where the schema is not installed
 */
GSettings *
gs_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema =
        source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

      looked = TRUE;
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
}

/**
 * gs_settings_bind:
 * @key: name of a setting
 * @object: (type GObject): gets the value, and gives it
 * @property: its property
 *
 * Does nothing where the program's schema is not installed.
 */
void
gs_settings_bind (const char *key, gpointer object, const char *property)
{
  GSettings *settings = gs_settings_get ();

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * gs_settings_get_string:
 * @key: name of a setting
 *
 * Returns: (transfer full): its value; "" where the schema is not installed
 */
char *
gs_settings_get_string (const char *key)
{
  GSettings *settings = gs_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * gs_settings_set_string:
 * @key: name of a setting
 * @value: (nullable): %NULL for ""
 *
 * Does nothing where the program's schema is not installed.
 */
void
gs_settings_set_string (const char *key, const char *value)
{
  GSettings *settings = gs_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, key, value != NULL ? value : "");
}

/**
 * gs_settings_get_recent:
 *
 * Returns: (transfer full) (array zero-terminated=1): paths of workspaces, latest first
 */
char **
gs_settings_get_recent (void)
{
  GSettings *settings = gs_settings_get ();

  return settings != NULL ? g_settings_get_strv (settings, "recent-workspaces") : g_new0 (char *, 1);
}

/**
 * gs_settings_add_recent:
 * @path: of a workspace; one that is not UTF-8 is left out
 */
void
gs_settings_add_recent (const char *path)
{
  GSettings *settings = gs_settings_get ();
  g_auto (GStrv) old = gs_settings_get_recent ();
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  /* Settings hold UTF-8; a path that is not stays out of the list. */
  if (settings == NULL || !g_utf8_validate (path, -1, NULL))
    return;

  g_ptr_array_add (recent, (char *) path);
  for (guint i = 0; old[i] != NULL && recent->len < MAX_RECENT; i++)
    {
      if (!g_str_equal (old[i], path))
        g_ptr_array_add (recent, old[i]);
    }
  g_ptr_array_add (recent, NULL);

  g_settings_set_strv (settings, "recent-workspaces", (const char *const *) recent->pdata);
}

static void
field_from_text (const GsField *field, GsListFilter *filter, const char *text)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
      g_free (*GS_FIELD_PTR (field, filter, char *));
      *GS_FIELD_PTR (field, filter, char *) = g_strdup (text);
      break;
    case GS_FIELD_BOOL:
      *GS_FIELD_PTR (field, filter, gboolean) = TRUE;
      break;
    case GS_FIELD_WORD:
      gs_word_from_nick (field->words, text, GS_FIELD_PTR (field, filter, int));
      break;
    case GS_FIELD_INT:
    case GS_FIELD_NUMBER:
    case GS_FIELD_BYTES:
    case GS_FIELD_TEXTS:
    case GS_FIELD_REF:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      break;
    }
}

static const char *
field_to_text (const GsField *field, const GsListFilter *filter)
{
  if (gs_field_is_default (field, filter))
    return NULL;
  if (field->kind == GS_FIELD_TEXT)
    return GS_FIELD_VALUE (field, filter, char *);
  if (field->kind == GS_FIELD_WORD)
    return gs_word_to_nick (field->words, GS_FIELD_VALUE (field, filter, int));

  return field->kind == GS_FIELD_BOOL ? "true" : NULL;
}

static gboolean
is_order (const char *name)
{
  return g_str_equal (name, "order") || g_str_equal (name, "descending");
}

/**
 * gs_settings_load_filter:
 * @key: "library-filter" or "claims-filter"
 * @path: (nullable): the workspace it is for
 *
 * Returns: (transfer full): a filter, empty when nothing was kept
 */
GsListFilter *
gs_settings_load_filter (const char *key, const char *path)
{
  GsListFilter *filter = gs_record_new (&gs_list_filter_type);
  GSettings *settings = gs_settings_get ();
  g_autoptr (GVariant) kept = settings != NULL ? g_settings_get_value (settings, key) : NULL;
  const char *owner = NULL, *name, *text;
  GVariantIter iter;

  if (kept == NULL)
    return filter;

  g_variant_lookup (kept, "workspace", "&s", &owner);
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const GsField *field = gs_record_type_find_field (&gs_list_filter_type, name);

      if (field != NULL && (is_order (name) || g_strcmp0 (owner, path) == 0))
        field_from_text (field, filter, text);
    }

  return filter;
}

/**
 * gs_settings_save_filter:
 * @key: name of the setting
 * @path: (nullable): of the workspace that the filter names things of
 * @filter: how a list is sorted and filtered
 */
void
gs_settings_save_filter (const char *key, const char *path, const GsListFilter *filter)
{
  GSettings *settings = gs_settings_get ();
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  if (settings == NULL)
    return;

  if (path != NULL && g_utf8_validate (path, -1, NULL))
    g_variant_builder_add (&builder, "{ss}", "workspace", path);
  for (guint i = 0; i < gs_list_filter_type.n_fields; i++)
    {
      const GsField *field = &gs_list_filter_type.fields[i];
      const char *text = field_to_text (field, filter);

      if (text != NULL)
        g_variant_builder_add (&builder, "{ss}", field->name, text);
    }

  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}
