/**
 * Texts the console uses or may use, by meaning. Add a line when it changes; keep the old ones.
 * All are compared after {@link fold}: lower case, no invisible characters, single blanks.
 */

const API_KEY = `api[ -]?(?:access[ -]?)?(?:keys?|tokens?|schlüssel|zugangsschlüssel)`;

/** A heading or menu entry that names the page. 2026-11: "API Keys". */
export const API_KEYS_HEADING = new RegExp(
  String.raw`^(?:\S+ ){0,3}?(?:${API_KEY}|clés? (?:d['’])?api|claves? (?:de )?api|chiavi api|api-sleutels?|chaves? (?:de )?api|klucze api)(?: ?\(?\d+\)?| \S+){0,3}$`,
);
/** Anywhere in a short text: "Your new API key", "Neuer API-Schlüssel". */
export const MENTIONS_API_KEY = new RegExp(
  String.raw`\b(?:${API_KEY}|clé (?:d['’])?api|clave (?:de )?api|chiave api|api-sleutel|chave (?:de )?api|klucz api)`,
);
export const API_KEYS_PATH =
  /(?:^|[/#!?=])(?:api[-_ ]?(?:keys?|tokens?|schl(?:ü|ue)ssel))(?=$|[/#?&.])/i;
/** Pages that speak about keys without being the place to make them. */
export const DOCUMENTATION =
  /\b(?:docs?|documentation|guide|tutorial|reference|how to|getting started|faq|help|anleitung|dokumentation|hilfe|referenz)\b/;
/** What other pages and lists of the console are about. 2026-11: Partners, Team members. */
export const OTHER_SUBJECT =
  /\b(?:team|members?|users?|partners?|contracts?|invoices?|billing|usage|storage accounts?|sessions?|invitations?|licen[cs]es?|certificates?|domains?|webhooks?|audit|events?|activity|logs?|devices?|mitglieder|teammitglieder|benutzer|nutzer|verträge|rechnungen|nutzung|speicherkonten|sitzungen|einladungen|lizenzen|zertifikate|ereignisse|aktivität(?:en)?|protokolle?|geräte)\b/;

/** Headers of the column with a key's end. 2026-11: "Valid until". */
const EXPIRY = [
  /^(?:valid|good|usable|active) (?:until|till?|to|thru|through)\b/,
  /^(?:key |token )?(?:expir(?:y|ation)|expires?)(?: (?:date|time|at|on|timestamp|after|date (?:and|&) time))*$/,
  /^date of expir(?:y|ation)$|^not after$|^end(?:s|ing)?(?: (?:date|at|on))?$|^validity(?: end)?$/,
  /^gültig bis\b|^gültigkeit(?:s(?:ende|datum))?$|^gültigkeit (?:endet|bis)\b/,
  /^ablauf(?:datum|zeit|zeitpunkt|tag)?(?: am)?$|^datum des ablaufs$|^l(?:ä|ae)uft (?:ab|aus)(?: am)?$|^verfällt(?: am)?$|^verfall(?:s(?:datum|zeit))?$|^end(?:et am|et|datum)$|^befristet bis$/,
  /^(?:date d['’])?expir(?:ation|e)(?: le)?$|^valable jusqu|^valide jusqu|^échéance$/,
  /^válid[oa] (?:hasta|até)$|^(?:fecha|data) de (?:caducidad|expiración|expiração|vencimiento)$|^(?:caduca|vence|expira)(?: (?:el|em))?$|^vencimiento$|^validade$/,
  /^valid[oa] fino|^(?:data di )?scadenza$|^scade il$/,
  /^geldig tot|^verloopt(?: op)?$|^verval(?:t op|datum)$|^ważn[ye] do$|^wygasa$|^data wygaśnięcia$/,
];
/** Looser, for headers such as "Key expiry (UTC)"; only where nothing above was found. */
const EXPIRY_LOOSE = /\b(?:expir(?:y|ation|es)|valid until|gültig bis|ablauf(?:datum)?|läuft ab)\b/;
const NOT_EXPIRY =
  /^(?:no|not|never|does|without|kein|ohne|nie|niemals)\b|\b(?:notif\w*|remind\w*|warn\w*|alert\w*|polic\w*|status|state|days|benachrichtig\w*|erinner\w*|tage|created|erstellt)\b|\?$/;

const CREATED = [
  /^(?:date |time )?(?:created|issued|generated|added)(?: (?:at|on|date|time|timestamp))*$|^(?:creation|issue)(?: (?:date|time|timestamp))+$|^created\/?$|^creation$|^issued?$|^not before$/,
  /^(?:erstellt|angelegt|erzeugt|ausgestellt|hinzugefügt)(?: (?:am|um))?$|^(?:erstell(?:ungs|ungs|)|anlage|ausstellungs|erzeugungs)(?:datum|zeit|zeitpunkt)$|^erstellung$/,
  /^cré[ée]+e?(?: le)?$|^date de création$|^cread[oa](?: el)?$|^fecha de creación$|^creat[oa](?: il)?$|^data (?:di creazione|de criação|utworzenia)$|^criad[oa](?: em)?$|^aangemaakt(?: op)?$|^aanmaakdatum$|^utworzono$/,
];

const DESCRIPTION = [
  /^(?:key |token |api[ -]key )?(?:description|name|label|title|purpose|alias)$|^(?:beschreibung|bezeichnung|name|titel|zweck|schlüsselname|verwendungszweck)$/,
  /^(?:notes?|comments?|remarks?|display name|friendly name|(?:notiz|kommentar|bemerkung|anmerkung)(?:en)?)$|^(?:nom|nombre|nome|naam|nazwa|descripción|descrizione|descrição|omschrijving|opis|libellé|beschrijving)$|^api[ -](?:key|schlüssel)$/,
];

export type ColumnPart = "expiry" | "created" | "description";

/**
 * How well a header or label names a column: 0 not at all, otherwise the higher the surer.
 *
 * @param header - Already folded.
 */
export function namesColumn(part: ColumnPart, header: string): number {
  if (header.length === 0 || header.length > 60) return 0;
  const bare = header.replace(/ ?[([].*?[)\]] ?/g, " ").trim();
  const list = part === "expiry" ? EXPIRY : part === "created" ? CREATED : DESCRIPTION;
  const at = list.findIndex((pattern) => pattern.test(bare));
  if (at >= 0) return 100 - at;
  if (part !== "expiry" || NOT_EXPIRY.test(bare) || bare.length > 40) return 0;
  return EXPIRY_LOOSE.test(bare) ? 10 : 0;
}

/** A label and its value in one text: "Valid until: 1 Mar 2027", "Läuft ab am 1.3.2027". */
export const EXPIRY_PREFIX =
  /^(?:key |token )?(?:valid (?:until|till?|to|through)|expir(?:y|ation|es)(?: (?:date|time|at|on))*|gültig bis(?: zum)?|ablauf(?:datum|zeit)?|läuft (?:ab|aus)(?: am)?|verfällt(?: am)?|endet am|gültigkeit bis|expired(?: on| at)?|abgelaufen(?: am)?|expire le|valable jusqu['’]au|válido hasta|caduca el|scade il|geldig tot|verloopt op)(?=[\s:：–—-]|$)\s*[:：–—-]?\s*/i;
export const CREATED_PREFIX =
  /^(?:created|issued|added|generated|creation date|erstellt|angelegt|ausgestellt|erstellungsdatum|créée? le|creado el|creato il|aangemaakt op)(?: (?:at|on|am))?(?=[\s:：–—-]|$)\s*[:：–—-]?\s*/i;

/** Says that this is the only time the key is shown. */
export const SHOWN_ONCE =
  /\b(?:only (?:time|once|be (?:shown|displayed))|(?:shown|displayed|visible|see it) (?:only )?once|(?:not|never|n['’]t) (?:be )?(?:able to )?(?:see|view|show|display|retriev|access)\w*|(?:copy|save|store) (?:it|this|your|the)\b.{0,40}\b(?:now|safe|secure)|nur (?:jetzt|(?:dieses )?ein(?:es)?\s?mal|einmalig|hier)|nicht (?:erneut|wieder|noch einmal|mehr|ein zweites mal) (?:an)?(?:ge)?(?:zeig|seh|einseh)|(?:erneut|wieder|mehr) angezeigt|jetzt (?:kopieren|sichern|speichern))/;
export const COPY =
  /\b(?:copy|copied|copier|copiar|copia|kopi(?:e|ë)ren|kopier(?:en|t)|kopiuj)\b|📋|⧉|zwischenablage|clipboard/;
/** Was made just now. */
export const CREATED_NEWS =
  /\b(?:(?:was|been|successfully|key) (?:successfully )?(?:created|generated)|(?:new|your|the) (?:\w+ )?(?:api[ -]?)?(?:key|token)|(?:neuer?|ihr|dein) (?:\w+ )?(?:api-)?(?:schlüssel|token)|(?:wurde )?erfolgreich (?:erstellt|angelegt|erzeugt)|(?:erstellt|angelegt|erzeugt) worden|wurde (?:erstellt|angelegt|erzeugt))\b/;
/** Words beside a string that is not the new key. */
export const NOT_THE_KEY =
  /\b(?:examples?|samples?|demo|e\.g|placeholder|documentation|docs|debug\w*|sessions?|session[- ]?token|id[- ]?token|refresh[- ]?token|access[- ]token of|signed in as|bearer of|csrf|trace|request headers?|previous(?:ly)?|old key|revoked|beispiele?|muster|platzhalter|dokumentation|sitzung\w*|angemeldet als|vorherig\w*|widerrufen\w*)\b|z\. ?b\./;
/** A command or header line around a string: an illustration, whatever string it holds. */
export const SNIPPET =
  /\b(?:curl|wget|http(?:ie)?|fetch\(|authorization\s*[:=]|bearer|export [a-z_]+=|axios|requests\.)(?:\b|\s|$|["'])/;

/** Opens or sends the form that makes a key. */
export const CREATE_PRESS =
  /\b(?:create|generate|new|add|issue|make|submit|save|confirm|continue|ok|erstellen|erzeugen|generieren|anlegen|neuer?|hinzufügen|ausstellen|absenden|speichern|bestätigen|weiter|créer|générer|crear|generar|crea|genera|aanmaken|maken|criar|gerar|utwórz)\b|^\+/;
/** Makes a hidden key readable. */
export const REVEAL_PRESS =
  /\b(?:show|reveal|display|view|unmask|anzeigen|einblenden|zeigen|aufdecken|afficher|mostrar|mostra|tonen)\b/;
export const CANCEL_PRESS =
  /\b(?:cancel|close|dismiss|delete|remove|revoke|abbrechen|schließen|löschen|entfernen|widerrufen)\b/;
