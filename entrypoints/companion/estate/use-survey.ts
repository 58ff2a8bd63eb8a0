import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { SurveyState } from "../../../components/figures/SurveyProgress";
import { ownVault } from "../../../lib/browser/vault/own-vault";
import { type Brief, briefOf } from "../../../lib/tasks/figures/brief";
import type { AccountSide } from "../../../lib/tasks/reading/account-side";
import { takeOwnSurvey } from "../../../lib/tasks/reading/own-survey";
import { putSnapshot, readSnapshot } from "../../../lib/tasks/reading/snapshots";
import { type Survey, takeSurvey } from "../../../lib/tasks/reading/survey";
import { viewClient } from "./slots";

const IDLE: SurveyState = { progress: null, failure: null, wasStopped: false };

/** The last reading of everything, what changed since the one before, and a new one on demand. */
export function useSurvey(keyId: string, side: AccountSide | null) {
  const [survey, setSurvey] = useState<Survey | null>(null);
  const [brief, setBrief] = useState<Brief | null>(null);
  const [state, setState] = useState<SurveyState>(IDLE);
  const aborter = useRef<AbortController | null>(null);

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const vault = await ownVault();
      const kept = await readSnapshot<Survey>(vault, keyId, "survey");
      const last = await readSnapshot<Brief>(vault, keyId, "brief");
      if (isGone) return;
      setSurvey(kept?.value ?? null);
      setBrief(last?.value ?? null);
    };
    read().catch((failure: Error) => {
      if (!isGone) setState({ ...IDLE, failure });
    });
    return () => {
      isGone = true;
      aborter.current?.abort();
    };
  }, [keyId]);

  const start = useCallback(async () => {
    const own = new AbortController();
    aborter.current?.abort();
    aborter.current = own;
    setState({ ...IDLE, progress: { done: 0, total: 0 } });
    try {
      const onProgress = (progress: { done: number; total: number }) => {
        if (!own.signal.aborted) setState({ ...IDLE, progress });
      };
      const client = await viewClient(keyId);
      const taken =
        side === "partner"
          ? await takeOwnSurvey(client, Date.now(), own.signal)
          : await takeSurvey(client, Date.now(), onProgress, own.signal);
      const changes = survey && briefOf(survey, taken);
      const vault = await ownVault();
      // Locked, or left, while it was put together.
      own.signal.throwIfAborted();
      await putSnapshot(vault, keyId, "survey", { at: taken.at, value: taken });
      if (changes) await putSnapshot(vault, keyId, "brief", { at: taken.at, value: changes });
      setSurvey(taken);
      if (changes) setBrief(changes);
      setState(IDLE);
    } catch (error) {
      if (own.signal.aborted) setState({ ...IDLE, wasStopped: true });
      else setState({ ...IDLE, failure: error as Error });
    }
  }, [keyId, side, survey]);

  const stop = useCallback(() => aborter.current?.abort(), []);
  return { survey, brief, state, start: () => void start(), stop };
}
