import { useEffect, useState } from "preact/hooks";
import type { EstateView } from "../../components/Companion";
import type { ContractsActions } from "../../components/contracts/Contracts";
import type { OnCopyAs } from "../../components/keys/CopyAs";
import type { Route } from "../../components/route";
import type { CompanionState } from "../../lib/tasks/companion-state";

type Module = typeof import("./estate/Estate");

/** Loaded after the first picture, and only once: the popup opens without it. */
let loading: Promise<Module> | undefined;
let loaded: Module | null = null;

export function loadEstate(): Promise<Module> {
  loading ??= import("./estate/Estate").then((module) => {
    loaded = module;
    return module;
  });
  return loading;
}

export function useEstateModule(isOpen: boolean): Module | null {
  const [, setModule] = useState<Module | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    if (!loaded)
      void loadEstate().then((module) => {
        if (!isGone) setModule(module);
      });
    return () => {
      isGone = true;
      // Locked: what was read goes, too.
      loaded?.forgetReadings();
    };
  }, [isOpen]);
  return loaded;
}

interface EstateProps {
  state: Extract<CompanionState, { kind: "open" }>;
  route: Route;
  contracts: ContractsActions;
  onCopyAs: (keyId: string, ...what: Parameters<OnCopyAs>) => Promise<void>;
  nowMs: number;
  place: "popup" | "workspace";
}

/** Everything about contracts and below, handed to whoever draws the frame around it. */
export function estateView(
  { EstatePage, EstateFound, WriteSwitch }: Module,
  { state, route, contracts, onCopyAs, nowMs, place }: EstateProps,
): EstateView {
  const { keyInUse, side } = state;
  const key = keyInUse ?? "";
  return {
    page: (
      <EstatePage
        key={key}
        keyId={keyInUse}
        side={side}
        snapshot={state.contracts}
        contracts={contracts}
        onCopyAs={async (...what) => {
          if (keyInUse !== null) await onCopyAs(keyInUse, ...what);
        }}
        nowMs={nowMs}
        place={place}
        route={route}
      />
    ),
    results: (query) => (
      <EstateFound
        key={key}
        keyId={keyInUse}
        side={side}
        contracts={state.contracts?.contracts ?? NONE}
        query={query}
      />
    ),
    foot: <WriteSwitch />,
  };
}

const NONE: never[] = [];

export const NO_ESTATE: EstateView = { page: null, results: () => null, foot: null };
