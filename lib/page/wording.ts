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
  /\b(?:docs?|documentation|guide|tutorial|reference|how to|getting started|faq|help|support|articles?|knowledge(?: ?base)?|kb|blog|academy|learn|changelog|release notes|anleitung|dokumentation|hilfe|referenz)\b/;
/** What other pages and lists of the console are about. 2026-11: Partners, Team members. */
export const OTHER_SUBJECT =
  /\b(?:team|members?|users?|partners?|contracts?|invoices?|billing|usage|storage accounts?|sessions?|invitations?|licen[cs]es?|certificates?|domains?|webhooks?|audit|events?|activity|logs?|devices?|mitglieder|teammitglieder|benutzer|nutzer|verträge|rechnungen|nutzung|speicherkonten|sitzungen|einladungen|lizenzen|zertifikate|ereignisse|aktivität(?:en)?|protokolle?|geräte)\b/;

/** The whole state of a key that opens nothing now. */
export const INACTIVE =
  /^(?:revoked|disabled|deactivated|inactive|not active|suspended|paused|expired|pending|draft|widerrufen|deaktiviert|gesperrt|inaktiv|pausiert|abgelaufen|ausstehend)$/;

/** The whole title of a list that holds keys of one state. */
export const KEY_STATE =
  /^(?:(?:recently|already|soon) )?(?:active|inactive|expir(?:ed|ing)(?: soon)?|valid|revoked|disabled|archived?|older|old|previous|aktive?|inaktive?|abgelaufene?|gültige?|gesperrte?|widerrufene?|archiv(?:iert)?|ältere)(?: (?:keys|schlüssel|ones))?(?: ?\(?\d+\)?)?$/;

/** Headers of the column with a key's end. 2026-11: "Valid until". */
const EXPIRY = [
  /^(?:(?:valid|good|usable|active) )?(?:until|till?|to|thru|through)(?:,? (?:date|day|time|timestamp|and|&|at|on|utc|gmt|ces?t|local))*$/,
  /^(?:key |token )?(?:expir(?:y|ation)|expires?)(?: (?:date|time|at|on|timestamp|after|date (?:and|&) time))*$/,
  /^date of expir(?:y|ation)$|^not after$|^end(?:s|ing)?(?: (?:date|at|on))?$|^validity(?: end| period)?$/,
  /^gültig bis(?: (?:zum|einschließlich|datum|uhrzeit|und|utc|mes?z))*$|^gültigkeit(?:s(?:ende|datum))?$|^gültigkeit (?:endet|bis)\b/,
  /^ablauf(?:datum|zeit|zeitpunkt|tag)?(?: am)?$|^datum des ablaufs$|^l(?:ä|ae)uft (?:ab|aus)(?: am)?$|^verfällt(?: am)?$|^verfall(?:s(?:datum|zeit))?$|^end(?:et am|et|datum)$|^befristet bis$/,
  /^(?:date d['’])?expir(?:ation|e)(?: le)?$|^val(?:abl|id)e jusqu['’](?:au?|à)?$|^échéance$/,
  /^válid[oa] (?:hasta|até)$|^(?:fecha|data) de (?:caducidad|expiración|expiração|vencimiento)$|^(?:caduca|vence|expira)(?: (?:el|em))?$|^vencimiento$|^validade$/,
  /^valid[oa] fino(?: al?)?$|^(?:data di )?scadenza$|^scade il$/,
  /^geldig tot(?: en met)?$|^verloopt(?: op)?$|^verval(?:t op|datum)$|^ważn[ye] do$|^wygasa$|^data wygaśnięcia$/,
];
/** Looser, for headers such as "Key expiry (UTC)"; only where nothing above was found. */
const EXPIRY_LOOSE = /\b(?:expir(?:y|ation|es)|valid until|gültig bis|ablauf(?:datum)?|läuft ab)\b/;
/** The same beside a value: a whole sentence about an expiry is no label of what comes after it. */
const LABEL_ENDS_EXPIRY =
  /\b(?:expiry|expiration|valid until|gültig bis|ablauf(?:datum)?)(?: (?:date|time|at|on))*$/;
const NOT_EXPIRY =
  /^(?:no|not|never|does|without|kein|ohne|nie|niemals)\b|\b(?:notif\w*|remind\w*|warn\w*|alert\w*|polic\w*|status|state|days|contract|subscription|licen[cs]e|cert\w*|password|session|account|previous|original|old|former|last|grace|after|before|extension|vertrag\w*|lizenz\w*|zertifikat\w*|vorherig\w*|benachrichtig\w*|erinner\w*|tage|created|erstellt)\b|\?$/;

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

/**
 * Whether a text is nothing but the label of a value that stands elsewhere.
 *
 * @param words - Already folded.
 */
export function isLabel(part: ColumnPart, words: string): boolean {
  const score = /\d/.test(words) ? 0 : namesColumn(part, words);
  return score > 10 || (score > 0 && LABEL_ENDS_EXPIRY.test(words.replace(/ ?[([].*$/, "")));
}

/** A label and its value in one text: "Valid until: 1 Mar 2027", "Läuft ab am 1.3.2027". */
export const EXPIRY_PREFIX =
  /^(?:key |token )?(?:valid (?:until|till?|to|through)|expir(?:y|ation|es)(?: (?:date|time|at|on))*|gültig bis(?: zum)?|ablauf(?:datum|zeit)?|läuft (?:ab|aus)(?: am)?|verfällt(?: am)?|endet am|gültigkeit bis|expired(?: on| at)?|abgelaufen(?: am)?|expire le|valable jusqu['’]au|válido hasta|caduca el|scade il|geldig tot|verloopt op)(?=[\s:：–—-]|$)\s*[:：–—-]?\s*/i;
export const CREATED_PREFIX =
  /^(?:created|issued|added|generated|creation date|erstellt|angelegt|ausgestellt|erstellungsdatum|créée? le|creado el|creato il|aangemaakt op)(?: (?:at|on|am))?(?=[\s:：–—-]|$)\s*[:：–—-]?\s*/i;

/** Begins a text about another event than the end of a key. */
export const OTHER_EVENT =
  /^(?:last |recently )?(?:used|seen|renewed|updated|modified|changed|accessed|active|rotated)\b|^(?:zuletzt|letzte[rs]?|geändert|aktualisiert|erneuert|verwendet|benutzt)\b/i;

/** Says that this is the only time the key is shown. */
export const SHOWN_ONCE =
  /\b(?:only (?:time|once|be (?:shown|displayed))|(?:shown|displayed|visible|see it) (?:only )?once|(?:not|never|n['’]t) (?:be )?(?:able to )?(?:see|view|show|display|retriev|access)\w*|(?:copy|save|store) (?:it|this|your|the)\b.{0,40}\b(?:now|safe|secure)|nur (?:jetzt|(?:dieses )?ein(?:es)?\s?mal|einmalig|hier)|nicht (?:erneut|wieder|noch einmal|mehr|ein zweites mal) (?:an)?(?:ge)?(?:zeig|seh|einseh)|(?:erneut|wieder|mehr) angezeigt|jetzt (?:kopieren|sichern|speichern))/;
export const COPY =
  /\b(?:copy|copied|copier|copiar|copia|kopi(?:e|ë)ren|kopier(?:en|t)|kopiuj)\b|📋|⧉|zwischenablage|clipboard/;
/** Was made just now. */
export const CREATED_NEWS =
  /\b(?:(?:was|been|successfully|key|token) (?:successfully )?(?:created|generated)|(?:new|your|the) (?:\w+ ){0,2}(?:api[ -]?)?(?:key|token)|(?:neuer?|ihr|dein) (?:\w+ )?(?:api-)?(?:schlüssel|token)|(?:erfolgreich|wurde) (?:erstellt|angelegt|erzeugt)|(?:erstellt|angelegt|erzeugt) worden)\b/;
/** A short text right before a string, or the heading over it, that makes it something else than the new key. */
export const LABEL_OF_OTHER =
  /^(?:(?:your|the|this|a|an|current|for|new|live|ihre?|der|die|das|ein|eine|zum|aktuelle[rs]?) )*(?:examples?|samples?|demo|e\.g|placeholder|docs|documentation|debug\w*|sessions?|web ?sockets?|trace|csrf|request(?: headers?)?|previous(?:ly)?|old (?:key|token)|revoked|cookies?|consent|beispiele?|muster|platzhalter|dokumentation|sitzung\w*|vorherig\w*|widerrufen\w*|z\. ?b\.)(?![\p{L}\p{N}])(?! (?:only|nur|möglich))[^.!?]{0,30}$/u;
/** The name of another kind of string, standing directly before one. */
export const NAMES_OTHER =
  /(?:^|[^\p{L}])(?:(?:session|web ?socket|socket|connection|stream(?:ing)?|access|refresh|identity|id|csrf|xsrf|device|push|invit(?:e|ation)|reset|login|sso|debug|trace|consent|cookie|sitzungs?|zugriffs?|verbindungs?|anmelde)[- ]?(?:tokens?|jwt|id|cookie|schlüssel)?|signed in as|angemeldet als|bearer of|token of|jwt) ?(?:is|ist)?[:=]?$/u;
/** A command or header line around a string: an illustration, whatever string it holds. */
export const SNIPPET =
  /\b(?:curl|wget|http(?:ie)?|fetch\(|authorization\s*[:=]|bearer|export [a-z_]+=|axios|requests\.)(?:\b|\s|$|["'])/;

/** Says that a form changes a key that is there already. */
export const EDIT_TITLE =
  /^(?:edit|rename|change|update|modify|bearbeiten|umbenennen|ändern)\b|\b(?:bearbeiten|umbenennen|ändern)$/;
/** Sends whatever form it stands in, so it tells nothing of a key being made. */
export const PLAIN_SEND =
  /^(?:save|submit|confirm|continue|ok|apply|rename|update|speichern|absenden|bestätigen|weiter|übernehmen|umbenennen)(?: (?:changes?|änderungen))?$/;

/** Opens or sends the form that makes a key. */
export const CREATE_PRESS =
  /\b(?:create|generate|new|add|issue|make|submit|save|confirm|continue|ok|erstellen|erzeugen|generieren|anlegen|neuer?|hinzufügen|ausstellen|absenden|speichern|bestätigen|weiter|créer|générer|crear?|generar?|(?:aan)?maken|criar|gerar|utwórz)\b|^\+/;
/** Makes another string for a key that is there already. */
export const RENEW_PRESS =
  /\b(?:re-?generate|re-?create|re-?issue|rotate|roll|renew|reset|neu (?:erzeugen|erstellen|generieren|ausstellen)|erneuern|rotieren|zurücksetzen|régénérer|regenerar|rigenera)\b/;
/** Among lives on offer: the one whose date is chosen freely. */
export const CUSTOM_DATE =
  /^(?:custom|other|specific|exact|pick|choose|select|set|(?:at|on) (?:a|the|this|date|specific)|a specific|date|eigene[srn]?|andere[srn]?|bestimmte[srn]?|genaue[srn]?|datum|autre|otr[oa]|altr[oa]|anders)\b|benutzerdef|individuell|personnalis|personali[sz]|aangepast/;
/** Makes a hidden key readable. */
export const REVEAL_PRESS =
  /\b(?:show|reveal|display|view|unmask|anzeigen|einblenden|zeigen|aufdecken|afficher|mostrar|mostra|tonen)\b/;
/** Ends a form without doing anything; the whole text of a button. */
export const CLOSE_PRESS =
  /^(?:cancel|close|dismiss|discard|back|abbrechen|schließen|verwerfen|zurück|annuler|fermer|cancelar|cerrar|annulla|chiudi|annuleren|sluiten|anuluj|zamknij|[×✕✖x])$/;
export const CANCEL_PRESS =
  /\b(?:cancel|close|dismiss|delete|remove|revoke|abbrechen|schließen|löschen|entfernen|widerrufen)\b/;
