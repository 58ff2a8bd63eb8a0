const LEAD =
  "(?:expir(?:es|y|ation)(?: date)?|valid(?:ity)?(?: until| to)?|ends?|active|aktiv|gültig(?:keit)?(?: bis)?|ablauf(?:datum)?|status|(?:this |api )?key|schlüssel)";
const ENDLESS =
  "(?:never(?: expires?)?|no (?:expir\\p{L}+|end|time limit)(?: date)?(?: set)?|(?:does not|doesn't|will not|won't|not) expir(?:e|es|ing)|non-?expiring|unlimited|indefinite(?:ly)?|permanent(?:ly)?|perpetual|forever|infinit(?:e|y)|∞|without (?:expiry|expiration|end|(?:time )?limit)(?: date)?|until revoked|nie(?:mals)?|läuft (?:nie|niemals|nicht) ab|kein (?:ablauf(?:datum)?|ende|enddatum)|ohne (?:ablauf(?:datum)?|ende|befristung|begrenzung)|(?:zeitlich )?un(?:begrenzt|befristet|endlich|limitiert)|dauerhaft|ewig|bis auf widerruf)";

/** The whole text must say so: "never used" does not, and neither does a dash, which says nothing at all. */
const NEVER = new RegExp(
  `^(?:${LEAD}[\\s:·-]*)*${ENDLESS}(?:[\\s:·(-]*(?:${LEAD}|gültig))*[\\s.!)]*$`,
  "u",
);

/** Whether a lower-case text says that a key has no end. */
export function saysNever(text: string): boolean {
  return NEVER.test(text);
}

const EXPIRED_ONLY = new RegExp(
  `^(?:${LEAD}[\\s:·-]*)*(?:(?:is |has |ist |already |bereits )*(?:expired|abgelaufen))(?: key)?[\\s.!]*$`,
  "u",
);

/** Whether a lower-case text says that the end has passed, and not when. */
export function saysExpiredOnly(text: string): boolean {
  return EXPIRED_ONLY.test(text);
}
