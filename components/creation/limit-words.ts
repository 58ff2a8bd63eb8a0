import type { BrokenLimit } from "../../lib/tasks/creation/broken-limit";
import type { KnownLimits } from "../../lib/tasks/creation/form-limits";
import { t, tn } from "../../lib/words/words";
import { dateAndTime } from "../dates";

/** A limit of the console's form as a sentence. */
export function limitWords(limit: BrokenLimit): string {
  switch (limit.kind) {
    case "longest":
      return tn("limit.longest", limit.most);
    case "earliest":
      return t("limit.earliest", dateAndTime(limit.at));
    case "latest":
      return t("limit.latest", dateAndTime(limit.at));
    case "said":
      return t("limit.said", limit.words.replace(/[.!]$/, ""));
  }
}

/** Everything the console's form was seen to demand; one sentence for each. */
export function knownLimitWords({
  longest,
  earliest,
  latest,
  said,
  seenAt,
}: KnownLimits): string[] {
  const limits: BrokenLimit[] = [
    ...(longest === null ? [] : [{ kind: "longest", most: longest } as const]),
    // That it must lie ahead is no news.
    ...(earliest === null || earliest <= seenAt
      ? []
      : [{ kind: "earliest", at: earliest } as const]),
    ...(latest === null ? [] : [{ kind: "latest", at: latest } as const]),
    ...(said ? [{ kind: "said", words: said.words } as const] : []),
  ];
  return limits.map(limitWords);
}
