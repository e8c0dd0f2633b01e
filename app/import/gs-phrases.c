/* gs-phrases.c: the stock phrases of news pages, in many languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only phrases that any site may carry; nothing of one article or one site.
 */

#include "config.h"

#include "gs-phrases.h"

#include <string.h>

/* clang-format off */
/* Whole blocks. */
static const char *const furniture[] = {
  /* English */
  "leave a reply", "leave a comment", "comments", "source link", "source site", "source", "tags", "share",
  "share this", "share this article", "related", "related articles", "related stories", "related posts",
  "related topics", "read more", "most read", "most popular", "trending", "trending now", "recommended",
  "advertisement", "advertising", "sponsored", "sponsored content", "newsletter", "print", "email", "topics",
  "more on this story", "top stories", "latest news", "you may also like", "you might also like",
  "view comments", "show comments", "menu", "search", "subscribe", "sign in", "log in", "skip to content",
  "skip to main content", "back to top", "next article", "previous article", "follow us", "editor's picks",
  "editors' picks", "story continues below advertisement", "article continues below", "continue reading",
  "loading", "privacy policy", "terms of use", "cookie policy",
  /* Dutch */
  "meest gelezen", "meest bekeken", "lees ook", "lees meer", "lees verder", "reacties", "reageer",
  "plaats een reactie", "geef een reactie", "deel dit artikel", "deel", "delen", "gerelateerd",
  "gerelateerde artikelen", "advertentie", "bron", "nieuwsbrief", "trefwoorden", "meer over dit onderwerp",
  "net binnen", "ook interessant", "aanbevolen",
  /* German */
  "meistgelesen", "meist gelesen", "lesen sie auch", "mehr zum thema", "mehr lesen", "weiterlesen",
  "kommentare", "kommentar schreiben", "schreibe einen kommentar", "anzeige", "werbung", "quelle", "quelllink",
  "schlagwörter", "schlagworte", "teilen", "artikel teilen", "themen", "zur startseite", "drucken",
  "startseite", "das könnte sie auch interessieren",
  /* French */
  "les plus lus", "à lire aussi", "lire aussi", "commentaires", "laisser un commentaire", "publicité",
  "partager", "mots-clés", "sur le même sujet", "lire la suite", "lien source", "étiquettes",
  /* Spanish, Italian, Portuguese */
  "lo más leído", "lo más visto", "comentarios", "deja un comentario", "deja una respuesta", "compartir",
  "publicidad", "etiquetas", "leer más", "fuente", "enlace fuente", "archivado en", "i più letti",
  "leggi anche", "commenti", "lascia un commento", "condividi", "pubblicità", "leggi tutto", "fonte",
  "mais lidas", "leia também", "comentários", "deixe um comentário", "deixe uma resposta", "compartilhar",
  "partilhar", "publicidade",
  /* Polish, Czech, Swedish, Danish, Norwegian, Finnish, Turkish */
  "najczęściej czytane", "czytaj także", "komentarze", "udostępnij", "reklama", "nejčtenější", "diskuse",
  "mest läst", "läs också", "kommentarer", "annons", "mest læst", "læs også", "annonce", "mest lest",
  "les også", "luetuimmat", "lue myös", "en çok okunanlar", "yorumlar", "paylaş", "etiketler",
  /* Russian, Ukrainian, Arabic, Persian */
  "самое читаемое", "читайте также", "комментарии", "оставить комментарий", "теги", "реклама", "поделиться",
  "источник", "найпопулярніше", "читайте також", "коментарі", "поділитися", "джерело", "الأكثر قراءة",
  "اقرأ أيضا", "تعليقات", "پربازدیدترین", "نظرات", "برچسب‌ها", "منبع",
};

/* How blocks begin that ask for something. */
static const char *const invitations[] = {
  "click here", "tap here", "follow live", "follow us on", "follow our live", "sign up for", "sign up to",
  "subscribe to our", "subscribe now", "download the app", "download our app", "get the app", "join our",
  "share on", "posted in", "filed under", "tagged with", "watch live", "read the full story",
  "this article was originally published", "we use cookies", "klik hier", "volg live", "volg het laatste",
  "volg ons", "volg de laatste", "schrijf je in", "meld je aan voor", "abonneer", "download onze app",
  "download de app", "wij gebruiken cookies", "klicken sie hier", "hier klicken", "folgen sie",
  "verfolgen sie live", "abonnieren sie", "melden sie sich", "jetzt anmelden", "laden sie die app",
  "cliquez ici", "suivez en direct", "suivez-nous", "inscrivez-vous", "abonnez-vous", "téléchargez",
  "haga clic", "haz clic", "sigue en directo", "síguenos", "suscríbete", "siga en directo", "clicca qui",
  "segui in diretta", "iscriviti", "clique aqui", "siga ao vivo", "kliknij", "нажмите здесь", "подписывайтесь",
  "підписуйтесь", "اضغط هنا",
};

static const char *const pointers[] = {
  "read also", "also read", "see also", "read more:", "related:", "watch:", "more:", "don't miss", "lees ook",
  "lees meer", "bekijk ook", "zie ook", "luister ook", "lesen sie auch", "lesen sie mehr", "mehr dazu",
  "siehe auch", "lire aussi", "à lire aussi", "voir aussi", "lea también", "lee también", "ver también",
  "leggi anche", "leia também", "leia mais", "czytaj także", "czytaj też", "читайте также", "читать также",
  "читайте також", "läs också", "læs også", "les også",
};

static const char *const credits[] = {
  "foto:", "fotos:", "foto ©", "foto's:", "photo:", "photos:", "photo by", "photo credit", "photograph:",
  "photo ©", "picture:", "pictures:", "image:", "images:", "image source", "image credit", "image by", "©",
  "(c)", "copyright", "credit:", "credits:", "illustration:", "graphic:", "video:", "beeld:", "beeld ©",
  "bild:", "bilder:", "bildquelle", "symbolbild", "grafik:", "crédit", "crédits", "crédit photo", "fotografía:",
  "imagen:", "fotografia:", "crediti:", "imagem:", "fot.", "zdjęcie:", "фото:", "фото ", "изображение:",
  "зображення:", "getty images", "all rights reserved", "alle rechten voorbehouden", "alle rechte vorbehalten",
  "tous droits réservés", "todos los derechos", "صورة:", "عکس:",
};

static const char *const other_heads[] = {
  "more from", "more stories", "more news", "more on", "related", "read next", "up next", "top rated comments",
  "comments", "recommended", "you may also", "you might also", "latest", "trending", "most read", "most popular",
  "popular", "top stories", "don't miss", "about the author", "join the conversation", "sign up", "newsletter",
  "mehr zum", "mehr von", "mehr aus", "mehr über", "das könnte", "ähnliche", "weitere artikel", "weitere themen",
  "weitere meldungen", "lesen sie", "meistgelesen", "top-themen", "kommentare", "neueste", "auch interessant",
  "à lire", "lire aussi", "sur le même", "plus d'articles", "les plus lus", "commentaires", "más noticias",
  "te puede interesar", "le puede interesar", "lea también", "noticias relacionadas", "comentarios", "lo más",
  "leggi anche", "potrebbe interessarti", "altri articoli", "articoli correlati", "commenti", "leia também",
  "veja também", "notícias relacionadas", "comentários", "meer over", "meer nieuws", "lees ook", "lees meer",
  "aanbevolen", "gerelateerd", "reacties", "läs mer", "läs också", "les også", "læs også", "relaterte", "kommentarer",
  "czytaj także", "zobacz także", "komentarze", "další články", "související", "diskuse", "читайте также",
  "самые популярные", "комментарии", "отзывы", "другие новости", "читайте також", "коментарі", "ilgili haberler",
  "yorumlar", "baca juga", "berita terkait", "komentar", "tin liên quan", "관련기사", "関連記事", "関連キーワード",
  "相关", "相關", "延伸閱讀", "اقرأ أيضا", "أخبار ذات صلة",
};

static const char *const pictures[] = {
  "getty", "/afp", "/ap ", "/ap)", "/reuters", "/epa", "/shutterstock", "/imago", "/dpa", "/anp", "/belga",
  "/tass", "/nurphoto", "afp/", "ap/", "ap photo", "reuters/", "epa/", "epa-efe", "dpa/", "anp/", "belga/",
  "imago/", "via reuters", "via ap", "via afp", "shutterstock", "alamy", "picture alliance", "europa press/",
  "contact/", "handout", "file photo", "via x)", "wikimedia",
};

static const char *const bylines[] = {
  "by ", "door ", "von ", "par ", "por ", "di ", "av ", "af ", "автор ", "автор: ",
};

static const struct
{
  const char *written;
  const char *name;
} agencies[] = {
  { "associated press", "Associated Press" }, { "the associated press", "Associated Press" },
  { "reuters", "Reuters" }, { "thomson reuters", "Reuters" }, { "agence france-presse", "AFP" },
  { "afp", "AFP" }, { "ap", "AP" }, { "dpa", "dpa" }, { "anp", "ANP" }, { "belga", "Belga" },
  { "europa press", "Europa Press" }, { "efe", "EFE" }, { "ansa", "ANSA" }, { "lusa", "Lusa" },
  { "tass", "TASS" }, { "interfax", "Interfax" }, { "interfax-ukraine", "Interfax-Ukraine" },
  { "ria novosti", "RIA Novosti" }, { "ukrinform", "Ukrinform" }, { "unian", "UNIAN" }, { "pap", "PAP" },
  { "čtk", "ČTK" }, { "ctk", "ČTK" }, { "apa", "APA" }, { "kna", "KNA" }, { "epd", "epd" }, { "sda", "SDA" },
  { "ats", "ATS" }, { "ntb", "NTB" }, { "ritzau", "Ritzau" }, { "tt", "TT" }, { "stt", "STT" },
  { "xinhua", "Xinhua" }, { "kyodo", "Kyodo" }, { "kyodo news", "Kyodo" }, { "jiji", "Jiji" },
  { "yonhap", "Yonhap" }, { "pti", "PTI" }, { "ani", "ANI" }, { "irna", "IRNA" }, { "isna", "ISNA" },
  { "fars", "Fars" }, { "tasnim", "Tasnim" }, { "anadolu", "Anadolu" },
  { "anadolu agency", "Anadolu" }, { "upi", "UPI" }, { "bloomberg", "Bloomberg" },
  { "epa", "EPA" }, { "sputnik", "Sputnik" }, { "kcna", "KCNA" }, { "wam", "WAM" }, 
  { "sana", "SANA" }, { "mti", "MTI" }, { "agerpres", "Agerpres" }, { "bta", "BTA" }, { "tanjug", "Tanjug" },
  { "hina", "HINA" }, { "getty images", "Getty Images" },
};
/* clang-format on */

static gboolean
is_edge (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace (c) || (g_ascii_ispunct (c) && strchr ("$+<=>^`~(", (int) c) == NULL);

  return g_unichar_isspace (c) || (g_unichar_ispunct (c) && c != '(' && c != 0xa9) || c == '|';
}

static void
append_folded (GString *out, const char *at, gunichar c)
{
  if (c < 0x80)
    g_string_append_c (out, (char) c);
  else if (c == 0x2019)
    g_string_append_c (out, '\'');
  else
    g_string_append_len (out, at, g_utf8_skip[(guchar) *at]);
}

/* g_utf8_strdown() asks for the locale and the neighbours of every letter. */
static char *
to_lower (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if ((guchar) *at >= 0x80)
        return g_utf8_strdown (text, -1);
    }

  return g_ascii_strdown (text, -1);
}

/**
 * gs_phrases_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): lower case, single spaces, without punctuation at the ends
 */
char *
gs_phrases_fold (const char *text)
{
  g_autofree char *lower = to_lower (text);
  const char *start = lower;
  const char *end = lower + strlen (lower);
  GString *out = g_string_new (NULL);

  while (*start != '\0' && is_edge (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_edge (g_utf8_get_char (g_utf8_prev_char (end))) && end[-1] != ')' && end[-1] != ':')
    end = g_utf8_prev_char (end);

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x80 ? !g_ascii_isspace (c) : !g_unichar_isspace (c))
        append_folded (out, at, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }

  return g_string_free (out, FALSE);
}

static gboolean
begins_with_any (const char *folded, const char *const *phrases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize length = strlen (phrases[i]);

      /* Not in the midst of a word. */
      if (strncmp (folded, phrases[i], length) == 0
          && (!g_unichar_isalpha (g_utf8_get_char (folded + length))
              || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (phrases[i] + length)))))
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_phrases_is_furniture:
 * @folded: from gs_phrases_fold()
 *
 * Returns: whether all of it is furniture: "leave a reply", "meest gelezen"
 */
gboolean
gs_phrases_is_furniture (const char *folded)
{
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == ':')
    length--;
  for (gsize i = 0; i < G_N_ELEMENTS (furniture); i++)
    {
      if (strncmp (folded, furniture[i], length) == 0 && furniture[i][length] == '\0' && length > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_phrases_heads_other:
 * @folded: from gs_phrases_fold()
 *
 * Returns: whether a heading that begins so heads other stories, or what readers say
 */
gboolean
gs_phrases_heads_other (const char *folded)
{
  return begins_with_any (folded, other_heads, G_N_ELEMENTS (other_heads));
}

/**
 * gs_phrases_is_invitation:
 * @folded: from gs_phrases_fold()
 *
 * Returns: whether it begins like an invitation: "click here to", "follow live"
 */
gboolean
gs_phrases_is_invitation (const char *folded)
{
  return begins_with_any (folded, invitations, G_N_ELEMENTS (invitations));
}

/**
 * gs_phrases_is_pointer:
 * @folded: from gs_phrases_fold()
 *
 * Returns: whether it begins like a pointer to another story: "lees ook"
 */
gboolean
gs_phrases_is_pointer (const char *folded)
{
  return begins_with_any (folded, pointers, G_N_ELEMENTS (pointers));
}

/**
 * gs_phrases_is_credit:
 * @folded: from gs_phrases_fold()
 *
 * Returns: whether it begins like a credit: "foto:", "copyright", "©", or an agency's
 *   name
 */
gboolean
gs_phrases_is_credit (const char *folded)
{
  const char *after;
  gsize length;

  if (begins_with_any (folded, credits, G_N_ELEMENTS (credits)))
    return TRUE;
  if (gs_phrases_agency (folded, &length) == NULL)
    return FALSE;

  /* "AFP", "Reuters/Name", "AFP or licensors", "AP Photo/Name". */
  after = folded + length;
  return *after == '\0' || *after == '/' || *after == '|' || *after == ',' || g_str_has_prefix (after, " or licensors")
         || g_str_has_prefix (after, " via ") || g_str_has_prefix (after, " photo")
         || g_str_has_prefix (after, " images") || g_str_has_prefix (after, " / ") || g_str_has_prefix (after, " | ");
}

/**
 * gs_phrases_names_pictures:
 * @folded: from gs_phrases_fold()
 *
 * Returns: whether a word of credits is anywhere in it: "getty images", "/afp"
 */
gboolean
gs_phrases_names_pictures (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      if (strstr (folded, pictures[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_phrases_byline:
 * @folded: from gs_phrases_fold()
 *
 * Returns: bytes of the "by", "door" or "von" it begins with and the space after it; 0
 *   for none
 */
gsize
gs_phrases_byline (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bylines); i++)
    {
      if (g_str_has_prefix (folded, bylines[i]))
        return strlen (bylines[i]);
    }

  return 0;
}

/**
 * gs_phrases_agency:
 * @text: UTF-8, in any case
 * @length: (out): bytes that the name takes, 0 for none
 *
 * Returns: (transfer none) (nullable): the usual name of the news agency that @text
 *   begins with; static
 */
const char *
gs_phrases_agency (const char *text, gsize *length)
{
  const char *name = NULL;

  *length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      gsize n = strlen (agencies[i].written);

      if (n > *length && g_ascii_strncasecmp (text, agencies[i].written, n) == 0
          && !g_unichar_isalnum (g_utf8_get_char (text + n)))
        {
          name = agencies[i].name;
          *length = n;
        }
    }

  return name;
}
