import { queryRoots } from "./roots";
import { closestAcross, fold, isShown, OURS, textOf } from "./text";
import { SHOWN_ONCE } from "./wording";

const SPOKEN =
  "[role=alert],[role=status],[aria-live=assertive],[aria-live=polite],[aria-errormessage]";
const SUCCESS =
  /\b(?:success\w*|(?:was|been|key|token) (?:created|generated)|erfolg\w*|wurde (?:erstellt|angelegt|erzeugt))\b/;
/** Said while the console works on it. */
const PROGRESS =
  /(?:…|\.\.\.)$|^(?:please wait|one moment|just a moment|loading|creating|generating|saving|sending|processing|submitting|working|validating|almost|hang|bitte warten|einen moment|wird)\b|\bbeing (?:created|generated)\b|\bwe are \w+ing\b|\bin (?:progress|bearbeitung)\b|\bw(?:ird|erden)\b.* (?:erstellt|erzeugt|angelegt|generiert|gespeichert|verarbeitet|geladen)\b/;
const FAILURE =
  /\b(?:fail\w*|errors?|wrong|not|denied|invalid|unable|fehl\w*|nicht|ungültig\w*|abgelehnt)\b|n['’]t\b/;
const LONGEST = 400;

/** Everything a page says aloud at this moment: alerts, toasts, and the small texts of a form. */
export function spokenTexts(roots: ParentNode[], frame: Element | null): Set<string> {
  const alerts = queryRoots(roots, SPOKEN).filter((element) => !closestAcross(element, OURS));
  const texts = new Set(alerts.filter(isShown).map((element) => textOf(element)));
  if (frame?.isConnected) for (const text of leafTexts(frame)) texts.add(text);
  texts.delete("");
  return texts;
}

/**
 * What is said now and was not said before, in the page's own words.
 *
 * @returns `null` when nothing is; news of success or progress and the warning beside a shown key do not count.
 */
export function complaintSince(
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): string | null {
  const news = [...now].filter(
    (text) => !before.has(text) && text.length <= LONGEST && /\p{L}{2}/u.test(text),
  );
  const complaints = news.filter((text) => {
    const words = fold(text);
    const isProgress = PROGRESS.test(words) && !FAILURE.test(words);
    return !isProgress && !SHOWN_ONCE.test(words) && !SUCCESS.test(words);
  });
  // An alert and the element inside it say the same: the shortest that says it all is enough.
  const [first] = complaints.filter(
    (text) =>
      !complaints.some(
        (other) => other !== text && other.length < text.length && text.includes(other),
      ),
  );
  return first ?? null;
}

function leafTexts(frame: Element): string[] {
  const leaves = [...frame.querySelectorAll("p,span,div,small,li,strong,em")].filter(
    (element) =>
      element.childElementCount === 0 &&
      !element.closest("button,[role=button],label,[role=spinbutton]"),
  );
  return leaves
    .slice(0, 300)
    .filter(isShown)
    .map((element) => textOf(element));
}
