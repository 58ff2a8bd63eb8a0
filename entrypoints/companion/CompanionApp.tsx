import { type ComponentType, render } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { AskForHost } from "../../components/ask-for-host";
import type { CompanionActions, CompanionProps } from "../../components/Companion";
import { SiteAccess } from "../../components/later-parts";
import { type Route, routeOf } from "../../components/route";
import { isApiHost } from "../../lib/api/api-host";
import { frontPage } from "../../lib/browser/console/front-page";
import { askForApiHost } from "../../lib/browser/host-permission";
import { send } from "../../lib/browser/messaging";
import { followVault } from "../../lib/browser/vault/follow-vault";
import { openWorkspace } from "../../lib/browser/workspace-tab";
import type { KeyEnd } from "../../lib/keys/api-key";
import { badgeOfEnd } from "../../lib/keys/badge";
import type { PageReport } from "../../lib/messages";
import type { CompanionState } from "../../lib/tasks/companion-state";
import { t } from "../../lib/words/words";
import { unlockActions } from "./unlock-actions";
import { useContractsRefresh } from "./use-contracts-refresh";
import { creationActions, useCreation } from "./use-creation";
import { estateView, NO_ESTATE, useEstateModule } from "./use-estate";
import { type KeyCareView, useKeyCare } from "./use-key-care";
import { useSettings } from "./use-settings";
import { useMissingSites } from "./use-site-access";

const LOADING: CompanionState = { kind: "loading" };
const OPENING: CompanionState = { kind: "opening" };
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Puts the companion into a page of the extension. */
export function showCompanion(
  place: "popup" | "workspace",
  Frame: ComponentType<CompanionProps>,
): void {
  document.documentElement.lang = t("locale");
  const root = document.getElementById("app");
  if (root)
    render(
      <AskForHost.Provider value={async (host) => isApiHost(host) && askForApiHost(host)}>
        <CompanionApp place={place} Frame={Frame} />
      </AskForHost.Provider>,
      root,
    );
}

function CompanionApp({
  place,
  Frame,
}: {
  place: "popup" | "workspace";
  Frame: ComponentType<CompanionProps>;
}) {
  const [read, setState] = useState<CompanionState>(LOADING);
  const settings = useSettings();
  const [page, setPage] = useState<PageReport | "not-reached" | null>(null);
  const nowMs = useMinute();
  const creation = useCreation();
  // A key in the making stands above the others, so they wait for it; the head waits for nothing.
  const state: CompanionState =
    settings === null ? LOADING : read.kind === "open" && creation === undefined ? OPENING : read;
  const keyInUse = state.kind === "open" ? state.keyInUse : null;
  const refresh = useContractsRefresh(keyInUse);

  useEffect(() => followVault(setState), []);
  useEffect(() => {
    if (read.kind === "locked") void import("./get-ready").then(({ getReady }) => getReady());
  }, [read.kind]);
  useEffect(() => {
    if (place === "popup") void frontPage().then(setPage);
  }, [place]);

  const actions = useMemo(() => actionsFor(place), [place]);
  const badgeOf = useCallback((end: KeyEnd) => badgeOfEnd(end, nowMs, zone), [nowMs]);
  const route = useRoute();
  const keyCare = useKeyCare(state, nowMs);
  const missing = useMissingSites();
  const module = useEstateModule(state.kind === "open");
  // The popup's head and tabs work before the keys are opened; a tab has time to come as a whole.
  if (place === "workspace" && (state.kind === "loading" || state.kind === "opening")) return null;
  const all = { ...actions, ...refresh, ...keyCare.actions };
  // The frame stays the same one when the pages arrive: somebody may be typing in it.
  const estate =
    state.kind === "open" && module !== null
      ? estateView(module, {
          state,
          route,
          contracts: all,
          onCopyAs: actions.onCopyAs,
          nowMs,
          place,
        })
      : NO_ESTATE;
  return (
    <Frame
      state={state}
      settings={settings}
      route={route}
      estate={estate}
      page={page}
      creation={creation ?? null}
      care={keyCare.care}
      ownReminders={keyCare.own}
      badgeOf={badgeOf}
      nowMs={nowMs}
      actions={all}
      share={{ isOn: settings?.isShared ?? false, onSwitch: switchShare }}
      siteAccess={missing && <SiteAccess missing={missing.sites} onAllow={missing.onAllow} />}
      {...(place === "popup" && { onPause: (isPaused) => send("changeSettings", { isPaused }) })}
    />
  );
}

function actionsFor(
  place: "popup" | "workspace",
): Omit<
  CompanionActions,
  keyof ReturnType<typeof useContractsRefresh> | keyof KeyCareView["actions"]
> {
  return {
    onJudgePassphrase: async (passphrase) =>
      (await import("../../lib/vault/passphrase")).judgePassphrase(passphrase),
    onSuggestPassphrase: async () =>
      (await import("../../lib/vault/passphrase-words")).suggestPassphrase(),
    onCreateVault: (passphrase) => send("createVault", passphrase),
    ...unlockActions(place),
    onLock: () => send("lock"),
    onCopy: async (keyId) => {
      await (await import("../../lib/browser/copy-token")).copyToken(keyId);
      await send("copied");
    },
    onCopyAs: async (...what) => (await import("./copy-key-as")).copyKeyAs(...what),
    onUse: (keyId) => send("useKey", keyId),
    onTest: async (keyId) => void (await send("testKey", keyId)),
    onRemove: (keyId) => send("removeKey", keyId),
    onSaveWaiting: async (captureId, description) =>
      void (await send("saveWaiting", { captureId, description })),
    onDiscardWaiting: (captureId) => send("discardWaiting", captureId),
    onAddKey: async (key) => void (await send("addKey", key)),
    ...creationActions,
    onCopyText: (text) => navigator.clipboard.writeText(text),
    ...(place === "popup" ? { onOpenWorkspace: () => void openWorkspace().then(close) } : {}),
  };
}

function switchShare(isShared: boolean): void {
  // At once: whoever presses this has no time for a worker to start.
  document.documentElement.toggleAttribute("data-shared", isShared);
  void send("changeSettings", { isShared });
}

/** The place the address names; back and forward walk through those that were visited. */
function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", follow);
    // It may have changed between the first picture and now.
    follow();
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
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
