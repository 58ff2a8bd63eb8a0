import type { Capture, KeyEnd } from "../../../lib/keys/api-key";
import { readToken } from "../../../lib/keys/token";
import { tokenMark } from "../../../lib/page/token-mark";
import type { TokenPlace } from "../../../lib/page/token-place";
import { stillPresents } from "../../../lib/page/token-presence";
import type { PageWatch } from "../page-watch";
import { type CaptureFlow, type SaveView, startCapture } from "./capture-flow";
import type { CreationWatch, WatchedCreation } from "./creation-watch";
import { createSaveControl, type SaveControl } from "./save-control";
import { shownApiHost } from "./shown-api-host";

/** One token at a time: where it stands, the control beside it, and its way into the vault. */
export interface ShownToken {
  /** `null` while none is shown. */
  place(): TokenPlace | null;
  /** The same token stands elsewhere now. */
  moveTo(place: TokenPlace): void;
  /** It is on its way into the vault, or there. */
  isHeld(): boolean;
  /** It is shown without a control, and left where it is. */
  isUnkept(): boolean;
  /** The page changed: the control stands where the token stands, and goes with it. */
  follow(): void;
  /** Begins its way into the vault, or goes on with it where it was begun. */
  hold(place: TokenPlace, creation: WatchedCreation): void;
  /** Says what stands in the way of a token that is not taken. */
  decline(place: TokenPlace, view: SaveView, onPress: () => void): void;
  /** Only its place is remembered, so that it can be said, and kept once that is wanted again. */
  leaveUnkept(place: TokenPlace): void;
  leave(): void;
  /** As if its button had been pressed. */
  press(place: TokenPlace): void;
  /** Its way into the vault was begun and is not at its end. */
  isUnderWay(token: string): boolean;
  /** How many are under way and exist nowhere but in this page. */
  unsafe(): number;
  vaultChanged(): void;
  stop(): void;
}

interface Seen {
  place: TokenPlace;
  control: SaveControl | null;
  flow: CaptureFlow | null;
}

/** Nothing is shown at first. What was begun goes on although another token is shown meanwhile. */
export function createShownToken(
  watch: PageWatch,
  creations: CreationWatch,
  { isAlive, onChange }: { isAlive: () => boolean; onChange: () => void },
): ShownToken {
  const flows = new Map<string, CaptureFlow>();
  /** By marks: a page that draws its key anew, after a moment without it, shows the same one. */
  const captureIds = new Map<string, string>();
  let seen: Seen | null = null;

  function isUnkept(): boolean {
    return seen !== null && !seen.flow && !seen.control;
  }

  function hold(place: TokenPlace, creation: WatchedCreation): void {
    leave();
    const current: Seen = { place, control: null, flow: flows.get(place.token) ?? null };
    seen = current;
    let last: SaveView | null = null;
    const show = (view: SaveView): void => {
      last = view;
      if (seen === current) {
        current.control ??= createSaveControl(current.place, watch.write, () =>
          press(current.place),
        );
        current.control.show(view);
      }
      if (view.state === "saved") flows.delete(place.token);
      onChange();
    };
    const description = creations.description(place.container);
    // From both ends: two keys that shared one mark would share an id, and the second count as a resend.
    const mark = `${tokenMark(place.token)} ${tokenMark([...place.token].reverse().join(""))}`;
    const captureId = captureIds.get(mark) ?? crypto.randomUUID();
    captureIds.set(mark, captureId);
    const capture = captureOf(place.token, captureId, { ...creation, description });
    const apiHost = shownApiHost(watch.roots());
    current.flow ??= startCapture(apiHost ? { ...capture, apiHost } : capture, { isAlive, show });
    flows.set(place.token, current.flow);
    if (last) show(last);
    else onChange();
  }

  function press({ token, container }: TokenPlace): void {
    flows.get(token)?.press(creations.description(container));
  }

  function decline(place: TokenPlace, view: SaveView, onPress: () => void): void {
    leave();
    seen = { place, control: createSaveControl(place, watch.write, onPress), flow: null };
    seen.control?.show(view);
  }

  function leaveUnkept(place: TokenPlace): void {
    if (seen && !isUnkept()) return;
    const isNew = seen === null;
    seen = { place, control: null, flow: null };
    if (isNew) onChange();
  }

  function leave(): void {
    if (!seen) return;
    const { control, flow, place } = seen;
    seen = null;
    control?.remove();
    // What lies sealed in the inbox needs no memory here; what does not is kept until it does.
    if (flow?.isSafe()) {
      flow.stop();
      flows.delete(place.token);
    }
    onChange();
  }

  return {
    place: () => seen?.place ?? null,
    moveTo: (place) => {
      if (seen) seen.place = place;
    },
    isHeld: () => Boolean(seen?.flow),
    isUnkept,
    follow: () => {
      if (!seen) return;
      if (stillPresents(seen.place)) seen.control?.follow(seen.place);
      else leave();
    },
    hold,
    decline,
    leaveUnkept,
    leave,
    press,
    isUnderWay: (token) => flows.has(token),
    unsafe: () => [...flows.values()].filter((flow) => !flow.isSafe()).length,
    vaultChanged: () => {
      for (const flow of flows.values()) flow.vaultChanged();
    },
    stop: () => {
      seen?.control?.remove();
      seen = null;
      for (const flow of flows.values()) flow.stop();
      flows.clear();
    },
  };
}

function captureOf(
  token: string,
  captureId: string,
  { description, endsMs }: WatchedCreation,
): Capture {
  const end: KeyEnd =
    endsMs === null
      ? { kind: "unknown" }
      : { kind: "at", at: new Date(endsMs).toISOString(), from: "console" };
  // Read once more exactly as the vault will: what is no token must not look held.
  const text = readToken(token)?.text ?? token;
  return {
    captureId,
    token: text,
    description,
    end,
    capturedAt: new Date().toISOString(),
  };
}
