import { render } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { Companion, type CompanionActions } from "../../components/Companion";
import { copyToken, followVault, frontPage, openWorkspace } from "../../lib/browser/companion";
import { send } from "../../lib/browser/messaging";
import type { KeyEnd } from "../../lib/keys/api-key";
import { badgeOfEnd } from "../../lib/keys/badge";
import type { PageReport } from "../../lib/messages";
import type { CompanionState } from "../../lib/tasks/companion-state";
import { readPasted } from "./read-pasted";
import { creationActions, useCreation } from "./use-creation";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Puts the companion into a page of the extension. */
export function showCompanion(place: "popup" | "workspace"): void {
  const root = document.getElementById("app");
  if (root) render(<CompanionApp place={place} />, root);
}

function CompanionApp({ place }: { place: "popup" | "workspace" }) {
  const [state, setState] = useState<CompanionState>({ kind: "loading" });
  const [page, setPage] = useState<PageReport | "not-reached" | null>(null);
  const nowMs = useMinute();
  const keyInUse = state.kind === "open" ? state.keyInUse : null;
  const refresh = useRefresh(keyInUse);
  const creation = useCreation();

  useEffect(() => followVault(setState), []);
  useEffect(() => {
    if (place === "popup") void frontPage().then(setPage);
  }, [place]);

  const actions = useMemo(() => actionsFor(place), [place]);
  const badgeOf = useCallback((end: KeyEnd) => badgeOfEnd(end, nowMs, zone), [nowMs]);
  if (state.kind === "loading") return null;
  return (
    <Companion
      state={state}
      page={page}
      creation={creation}
      badgeOf={badgeOf}
      nowMs={nowMs}
      actions={{ ...actions, ...refresh }}
    />
  );
}

function actionsFor(
  place: "popup" | "workspace",
): Omit<CompanionActions, keyof ReturnType<typeof useRefresh>> {
  return {
    onJudgePassphrase: async (passphrase) =>
      (await import("../../lib/vault/passphrase")).judgePassphrase(passphrase),
    onSuggestPassphrase: async () =>
      (await import("../../lib/vault/passphrase-words")).suggestPassphrase(),
    onCreateVault: (passphrase) => send("createVault", passphrase),
    onUnlock: (passphrase) => send("unlock", passphrase),
    onLock: () => send("lock"),
    onCopy: async (keyId) => {
      await copyToken(keyId);
      await send("copied");
    },
    onUse: (keyId) => send("useKey", keyId),
    onTest: async (keyId) => void (await send("testKey", keyId)),
    onRemove: (keyId) => send("removeKey", keyId),
    onSaveWaiting: async (captureId, description) =>
      void (await send("saveWaiting", { captureId, description })),
    onDiscardWaiting: (captureId) => send("discardWaiting", captureId),
    onReadPasted: readPasted,
    onAddKey: async (key) => void (await send("addKey", key)),
    ...creationActions,
    onCopyText: (text) => navigator.clipboard.writeText(text),
    ...(place === "popup" ? { onOpenWorkspace: () => void openWorkspace().then(close) } : {}),
  };
}

/** Contracts are refreshed as soon as there is a key to do it with, and on demand. */
function useRefresh(keyInUse: string | null) {
  const [isRefreshing, setRefreshing] = useState(false);
  const [refreshFailure, setFailure] = useState<Error | null>(null);
  const refresh = useCallback(async () => {
    setRefreshing(true);
    try {
      await send("refreshContracts");
      setFailure(null);
    } catch (error) {
      setFailure(error as Error);
    } finally {
      setRefreshing(false);
    }
  }, []);
  useEffect(() => {
    setFailure(null);
    if (keyInUse !== null) void refresh();
  }, [keyInUse, refresh]);
  return { onRefreshContracts: () => void refresh(), isRefreshing, refreshFailure };
}

/** The present instant in epoch ms, renewed every minute: badges must not go stale in an open view. */
function useMinute(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
