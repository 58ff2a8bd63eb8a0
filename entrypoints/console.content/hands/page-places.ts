import { identifyPage } from "../../../lib/page/api-keys-page";
import { complaintSince, spokenTexts } from "../../../lib/page/console-words";
import type { CreateForm } from "../../../lib/page/create-form";
import {
  findApiKeysLink,
  findCreateControl,
  findCreateForm,
  findRevealControl,
  frameOf,
  isSignedOut,
} from "../../../lib/page/creation-controls";
import { findKeyLists } from "../../../lib/page/key-list";
import { isWholeList } from "../../../lib/page/list-extent";
import { shadowRootsIn } from "../../../lib/page/roots";
import { tokensShown } from "../../../lib/page/token-text";
import { pressOn } from "../../../lib/page/write-field";
import { isNewRow, mayBeNewRow } from "../../../lib/tasks/creation/created-row";
import type { PageWork } from "../../../lib/tasks/creation/page-work";
import type { Job } from "./hands";
import { listedRows } from "./listed-rows";

/** Where things are in the console's page at this moment. Looked up anew each time: the page renders as it likes. */
export interface PagePlaces {
  roots(): ParentNode[];
  /** Gets to the API Keys page of somebody signed in; `false` when the job ended on the way. */
  arrive(job: Job): Promise<boolean>;
  /** Rows on screen that look like the key of this job. */
  similar(work: PageWork): number;
  /** Tells the rows of a list that has come to rest. */
  reportRows(job: Job): Promise<void>;
}

const LOOK_MS = 60;
const AWAY_MS = 300;
/** A page that says nothing for so long will not. */
const PATIENCE_MS = 8_000;
const CLICK_AGAIN_MS = 2_500;
/** A view of another page is gone by then. */
const SETTLED_MS = 4_000;
const REST_MS = 900;
const LIST_ADDRESS = "/api_keys";

export function pagePlaces(): PagePlaces {
  const roots = () => [document, ...shadowRootsIn(document)];

  async function arrive(job: Job): Promise<boolean> {
    let told = "";
    let clickedAtMs = 0;
    let sinceMs = Date.now();
    let address = "";
    let movedAtMs = 0;
    const tell = async (kind: "signed-out" | "on-page"): Promise<void> => {
      if (told === kind) return;
      told = kind;
      sinceMs = Date.now();
      await job.report({ kind });
    };
    while (!job.isOver()) {
      const all = roots();
      if (isSignedOut(all)) {
        await tell("signed-out");
        await job.pause(AWAY_MS);
        sinceMs = Date.now();
        continue;
      }
      if (address !== location.href) movedAtMs = Date.now();
      address = location.href;
      const isSettled = Date.now() - movedAtMs > SETTLED_MS;
      const { isApiKeysPage, byPath } = identifyPage(
        all,
        location.pathname + location.hash,
        isSettled,
      );
      if (
        isApiKeysPage &&
        (job.work.isSubmitted || findCreateControl(all) || findCreateForm(all))
      ) {
        await tell("on-page");
        return !job.isOver();
      }
      if (Date.now() - sinceMs > PATIENCE_MS) {
        await giveUp(job, isApiKeysPage);
        return false;
      }
      // At the address of the keys already, a link would only load the page anew, over and over.
      if (!isApiKeysPage && !byPath && Date.now() - clickedAtMs > CLICK_AGAIN_MS) {
        const link = findApiKeysLink(all);
        if (link) {
          clickedAtMs = Date.now();
          pressOn(link);
        }
      }
      await job.pause(LOOK_MS);
    }
    return false;
  }

  /** A page that lets this person create no keys says so, mostly in a note. */
  async function giveUp(job: Job, isApiKeysPage: boolean): Promise<void> {
    const [words] = isApiKeysPage ? spokenTexts(roots(), null) : [];
    if (words) await job.report({ kind: "said", words });
    else
      await job.report({ kind: "not-understood", part: isApiKeysPage ? "create button" : "page" });
  }

  async function reportRows(job: Job): Promise<void> {
    let print = "";
    let restsSinceMs = Date.now();
    let startedAtMs = Date.now();
    let hasLeft = false;
    while (!job.isOver()) {
      const rows = listedRows(roots())?.map(({ facts }) => facts) ?? null;
      const form = rows || hasLeft || Date.now() - startedAtMs < REST_MS ? null : formAlone(job);
      if (form) {
        hasLeft = true;
        startedAtMs = Date.now();
        await leaveForm(job, form);
      }
      const now = JSON.stringify(rows);
      if (now !== print) restsSinceMs = Date.now();
      print = now;
      const isAtRest = Date.now() - restsSinceMs > REST_MS && document.readyState === "complete";
      if (rows && rows.length > 0 && isAtRest) {
        const mine = rows.filter((row) => mayBeNewRow(row, job.work)).slice(0, 100);
        const isWhole = isWholeList(roots(), findKeyLists(roots()));
        const loadedAtMs = performance.timeOrigin;
        await job.report({ kind: "rows", rows: mine, isWhole, loadedAtMs });
        return;
      }
      if (Date.now() - startedAtMs > PATIENCE_MS) {
        await job.report({ kind: "not-understood", part: "list" });
        return;
      }
      await job.pause(LOOK_MS);
    }
  }

  /**
   * The form as a page of its own, loaded anew in the list's place; `null` while somebody else writes
   * in it, or where a key may still be shown.
   */
  function formAlone({ work }: Job): CreateForm | null {
    const all = roots();
    if (tokensShown(all).size > 0 || findRevealControl(all)) return null;
    const form = findCreateForm(all);
    const written = form?.description?.value.trim() ?? "";
    return written === "" || written === work.description ? form : null;
  }

  /** A form that was posted may come back with what is wrong with it. */
  async function leaveForm(job: Job, form: CreateForm): Promise<void> {
    const words = complaintSince(new Set(), spokenTexts([frameOf(form)], null));
    await job.report(words === null ? { kind: "working" } : { kind: "said", words });
    if (job.isOver()) return;
    const link = findApiKeysLink(roots());
    if (link) pressOn(link);
    else location.assign(LIST_ADDRESS);
  }

  return {
    roots,
    arrive,
    similar: (work) =>
      (listedRows(roots()) ?? []).filter(({ facts }) => isNewRow(facts, work)).length,
    reportRows,
  };
}
