/* gs-language.c: which language a text is in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-language.h"

#include <string.h>

/* As much as is read: some 600 words. */
#define SAMPLE_BYTES 4000
#define MAX_WORD_BYTES 40

/* The commonest small words. A word of several languages counts for each in
 * equal parts. */
/* clang-format off */
static const struct
{
  const char *tag;
  const char *words;
} languages[] = {
  { "en", "the of and to in a is that for it was on with as be by at this have from or had not are but which they you he his her "
          "she were been has their would will an we who its about into said can there than more when what so if no out up after" },
  { "nl", "de het een en van in is dat op te voor met zijn aan er niet ook die om als maar door naar bij uit nog over hij worden "
          "wordt werd heeft hebben kan zou dan ze tot geen meer al was tegen deze wel dit onder zei volgens hun zich haar ons wat" },
  { "de", "der die das und in zu den mit von für auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird "
          "bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei "
          "des sich vom habe laut gegen ihre seine" },
  { "fr", "le la les de des et en un une du est que dans qui pour par sur pas au plus ne ce il a avec sont son se aux ont cette été "
          "mais ou comme était sa elle leur ses nous vous selon après être deux entre fait aussi même l'on d'un c'est qu'il" },
  { "es", "el la los las de del y en que un una por con para no se su al lo es como más o pero sus le ha sin sobre este ya entre "
          "cuando todo esta ser son dos también fue había era muy hasta desde está según años han tras" },
  { "it", "il la le di e che un una in per con non del della i si da è sono al dei come anche più ha nel alla gli lo ma delle ed dal "
          "se su o questo degli nella dalla suo sulla essere stato stata hanno dopo ai tra due era loro ci" },
  { "pt", "o a os as de do da dos das e em um uma que no na para com não por se é mais ao como mas foi ele sua seu ou pelo pela são "
          "também já nos nas entre até isso após ser está há foram segundo quando sobre disse" },
  { "sv", "och i att det som en på är av för med den till har de inte om ett var men från vi så kan när hade efter också under eller "
          "nu han hon sig ska vid mot sin skulle säger" },
  { "da", "og i at det som en på er af for med den til har de ikke om et var men fra vi så kan når havde efter også under eller nu han "
          "hun sig skal ved mod sin ville blev siger være bliver" },
  { "no", "og i å det som en på er av for med den til har de ikke om et var men fra vi så kan når hadde etter også under eller nå han "
          "hun seg skal ved mot sin ville ble sier være blir" },
  { "fi", "ja on ei se että oli ovat myös mutta kun hän joka tai sen jos mukaan niin kuin ole olla vuoden mitä vain jo sekä ovat nyt "
          "voi joka hänen siitä tämä kertoo sanoo" },
  { "pl", "w i na z do się że nie to jest o jak po przez od za a ale dla są oraz co był tym które który tego już przed być jego ich "
          "także było została może tylko będzie roku ze" },
  { "cs", "a v se na je že s z do o to i k jako za by ale pro po podle které jsou který jeho od byl jsem už tak nebo bude jen také "
          "když byla však při ve má bylo" },
  { "sk", "a v sa na je že s z do o to aj k ako za by ale pre po podľa ktoré sú ktorý jeho od bol som už tak alebo bude len tiež "
          "keď bola však pri vo má bolo" },
  { "hu", "a az és hogy nem is egy ez volt meg már csak még mint el de vagy ha szerint lesz van után azt ki kell azonban" },
  { "ro", "și de la a în cu pe că nu o din un pentru care mai este se au fost sunt o prin fi al ale dar sau după către lui ca" },
  { "tr", "ve bir bu da de için ile olarak çok olan daha gibi kadar sonra ise en var olduğunu oldu ancak göre değil her ya ne" },
  { "id", "yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh ada juga telah kepada adalah mereka kata bahwa" },
  { "is", "og að er í á sem til við um það ekki með fyrir var en af frá hann því þau eru hafa hefur kom verið segir þetta" },
  { "lt", "ir kad su yra bei į iš tai per dėl ne jis už kaip apie po nuo ar bet taip buvo jo prie metų šių" },
  { "lv", "un ir ka ar par no uz arī kas tas bet kā tika pēc līdz nav bija lai savu viņš gada to vai" },
  { "et", "ja on ei et see kui ka oli ning mis aga oma selle kes ta kuid nii seda või pärast tema aasta" },
  { "hr", "i u je na se da za su od s a koji će iz što kako nije o do bi kao nakon ili samo biti već" },
  { "ca", "i el la de que a en els per les un una amb del al és no va dels han com ha més seva aquest aquesta" },
  { "vi", "và của các là trong có cho được với không người này đã những từ khi một đến ông về để" },
  { "ru", "и в не на что с по как это он из к за от для а но о же так его был до их при или также было которые будет еще только она "
          "они этом чтобы после если все мы во" },
  { "uk", "і в не на що з по як це він із до за від для а але про та його був їх при або також було які буде ще тільки вона вони "
          "щоб після якщо все ми у й є цього" },
  { "bg", "и на в за се от да че не с по са е като до към или при ще му което които беше но след те той тя бъде е това" },
  { "sr", "и у на је да се за од са су не а као што до ће али из који које би то о је био било након код" },
  { "fa", "و در به از که این را با است برای آن یک تا شد می بر خود شده هم کرد اما ها های او نیز باید دو پس گفت کرده ایران" },
  { "ar", "في من على أن إلى التي عن مع هذا الذي ما هذه بعد قال كان لا كما بين أو وقد لم قد خلال غير كل بعض إن منذ وفي" },
  { "ur", "کے کی میں ہے اور سے کا کو نے پر کہ ہیں اس یہ ہو بھی تھا گیا کر نہیں ایک کیا" },
};
/* clang-format on */

/* A word's languages, by index in the table. */
typedef guint32 Languages;
G_STATIC_ASSERT (G_N_ELEMENTS (languages) <= 32);

static GHashTable *
make_words (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      char **list = g_strsplit (languages[i].words, " ", -1);

      for (guint j = 0; list[j] != NULL; j++)
        {
          const char *word = g_intern_string (list[j]);
          Languages mask = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));

          g_hash_table_insert (words, (gpointer) word, GUINT_TO_POINTER (mask | (Languages) 1 << i));
        }
      g_strfreev (list);
    }

  return words;
}

static GHashTable *
get_words (void)
{
  static gsize once;
  static GHashTable *words;

  if (g_once_init_enter (&once))
    {
      words = make_words ();
      g_once_init_leave (&once, 1);
    }

  return words;
}

/* Scripts that one language has nearly to itself. */
static const char *
language_of_script (gunichar c)
{
  static const struct
  {
    gunichar first;
    gunichar last;
    const char *tag;
  } scripts[] = {
    { 0x0370, 0x03ff, "el" }, { 0x0530, 0x058f, "hy" }, { 0x0590, 0x05ff, "he" }, { 0x0900, 0x097f, "hi" },
    { 0x0980, 0x09ff, "bn" }, { 0x0b80, 0x0bff, "ta" }, { 0x0e00, 0x0e7f, "th" }, { 0x10a0, 0x10ff, "ka" },
    { 0x1200, 0x137f, "am" }, { 0x3040, 0x30ff, "ja" }, { 0x4e00, 0x9fff, "zh" }, { 0xac00, 0xd7af, "ko" },
  };

  if (c < scripts[0].first)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (c >= scripts[i].first && c <= scripts[i].last)
        return scripts[i].tag;
    }

  return NULL;
}

/* Reads the next word, in small letters. Returns where it ends, or NULL. */
static const char *
next_word (const char *at, const char *end, char *word, guint *letters, GHashTable *scripts)
{
  gsize length = 0;

  while (at < end)
    {
      gunichar c = (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char (at);
      gboolean in_word = c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);

      if (!in_word && !((c == '\'' || c == 0x2019) && length > 0))
        {
          if (length > 0)
            break;
        }
      else if (length + 6 < MAX_WORD_BYTES)
        {
          const char *script = c < 0x370 ? NULL : language_of_script (c);

          if (script != NULL)
            g_hash_table_insert (scripts, (gpointer) script,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (scripts, script)) + 1));
          (*letters)++;
          if (c < 0x80)
            word[length++] = g_ascii_tolower ((char) c);
          else
            length += g_unichar_to_utf8 (c == 0x2019 ? '\'' : g_unichar_tolower (c), word + length);
        }
      at = g_utf8_next_char (at);
    }
  word[length] = '\0';

  return length > 0 ? at : NULL;
}

static const char *
most_seen_script (GHashTable *scripts, guint letters)
{
  static const char *const tags[] = { "el", "hy", "he", "hi", "bn", "ta", "th", "ka", "am", "ko", "zh" };
  guint kana = GPOINTER_TO_UINT (g_hash_table_lookup (scripts, "ja"));
  guint han = GPOINTER_TO_UINT (g_hash_table_lookup (scripts, "zh"));

  /* Japanese is written in kana and Chinese characters together. */
  if (kana * 10 > han && (kana + han) * 2 > letters)
    return "ja";
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (GPOINTER_TO_UINT (g_hash_table_lookup (scripts, tags[i])) * 2 > letters)
        return tags[i];
    }

  return NULL;
}

/* @share: (out): how much of the text the language's small words make up. */
static const char *
guess (const char *text, gsize length, double *share)
{
  g_autoptr (GHashTable) scripts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *words = get_words ();
  double score[G_N_ELEMENTS (languages)] = { 0.0 };
  const char *end = text + MIN (length, SAMPLE_BYTES);
  const char *at = text;
  char word[MAX_WORD_BYTES];
  const char *script;
  guint letters = 0;
  guint n_words = 0;
  guint best = 0;
  double second = 0.0;

  while (end > text && end < text + length && ((guchar) *end & 0xc0) == 0x80)
    end--;

  while ((at = next_word (at, end, word, &letters, scripts)) != NULL)
    {
      Languages mask = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));
      double part = mask != 0 ? 1.0 / __builtin_popcount (mask) : 0.0;

      n_words++;
      for (; mask != 0; mask &= mask - 1)
        score[__builtin_ctz (mask)] += part;
    }

  *share = 1.0;
  script = letters > 0 ? most_seen_script (scripts, letters) : NULL;
  if (script != NULL)
    return script;

  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    {
      if (score[i] > score[best])
        best = i;
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (i != best)
        second = MAX (second, score[i]);
    }

  *share = n_words > 0 ? score[best] / n_words : 0.0;

  /* One small word may be a name; and a list of names is no language. */
  return score[best] >= 1.5 && score[best] * 20 >= n_words && score[best] > second * 1.15 ? languages[best].tag : NULL;
}

/**
 * gs_language_guess:
 * @text: UTF-8
 * @length: bytes; only the first part of a long text is read
 *
 * Goes by script, then by the small words that make up a third of any text
 * and that no two languages share in sum.
 *
 * Returns: (transfer none) (nullable): a BCP 47 tag ("nl"), or %NULL when the
 *   text is too short or too mixed to tell
 */
const char *
gs_language_guess (const char *text, gsize length)
{
  double share;

  return guess (text, length, &share);
}

/* Tags of one language: of a country, or of a form of it. */
static gboolean
is_same_language (const char *tag, const char *other)
{
  static const char *const kin[][2] = { { "nb", "no" }, { "nn", "no" }, { "ms", "id" },
                                        { "bs", "hr" }, { "sr", "hr" }, { "iw", "he" } };
  gsize n = strcspn (tag, "-");

  if (strlen (other) == n && g_ascii_strncasecmp (tag, other, n) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    {
      if (n == 2 && g_ascii_strncasecmp (tag, kin[i][0], 2) == 0 && g_str_equal (other, kin[i][1]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_known (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (is_same_language (tag, languages[i].tag))
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_language_settle:
 * @text: UTF-8
 * @length: bytes
 * @stated: (nullable): the tag of the language it is said to be in
 *
 * Checks what is said against the text. "nl-BE" stands for Dutch, and a
 * language that is not known stands unless the text is clearly in another.
 *
 * Returns: (transfer full) (nullable): a BCP 47 tag
 */
char *
gs_language_settle (const char *text, gsize length, const char *stated)
{
  double share;
  const char *found = guess (text, length, &share);

  if (found == NULL || (stated != NULL && is_same_language (stated, found)))
    return g_strdup (stated);
  /* A language whose small words are not known resembles its neighbour a
   * little; a page in its neighbour resembles it a lot. */
  if (stated != NULL && !is_known (stated) && share < 0.3)
    return g_strdup (stated);

  return g_strdup (found);
}
