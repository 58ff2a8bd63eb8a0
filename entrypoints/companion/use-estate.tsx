import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EstateView } from "../../components/Companion";
import type { OnCopyAs } from "../../components/CopyAs";
import type { ContractsActions } from "../../components/contracts/Contracts";
import type { Route } from "../../components/route";
import type { CompanionState } from "../../lib/tasks/companion-state";

type Module = typeof import("./estate/Estate");

/** Loaded after the first picture, and only once: the popup opens without it. */
let loading: Promise<Module> | undefined;

export function useEstateModule(isWanted: boolean): Module | null {
  const [module, setModule] = useState<Module | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    loading ??= import("./estate/Estate");
    let isGone = false;
    void loading.then((loaded) => {
      if (!isGone) setModule(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  return module;
}

interface EstateProps {
  module: Module;
  state: Extract<CompanionState, { kind: "open" }>;
  route: Route;
  contracts: ContractsActions;
  onCopyAs: (keyId: string, ...what: Parameters<OnCopyAs>) => Promise<void>;
  nowMs: number;
  place: "popup" | "workspace";
  children: (view: EstateView) => ComponentChildren;
}

/** Everything about contracts and below, handed to whoever draws the frame around it. */
export function WithEstate({
  module,
  state,
  route,
  contracts,
  onCopyAs,
  nowMs,
  place,
  children,
}: EstateProps) {
  const { EstatePage, EstateResults, WriteSwitch, useFindables, useWriteDesk } = module;
  const { keyInUse, side } = state;
  const desk = useWriteDesk(keyInUse);
  const { findables, partnerCounts } = useFindables(
    keyInUse,
    side,
    state.contracts?.contracts ?? NONE,
  );
  useEffect(() => module.forgetReadings, [module]);
  return children({
    page: (
      <EstatePage
        key={keyInUse ?? ""}
        keyId={keyInUse}
        side={side}
        snapshot={state.contracts}
        contracts={contracts}
        onCopyAs={async (...what) => {
          if (keyInUse !== null) await onCopyAs(keyInUse, ...what);
        }}
        nowMs={nowMs}
        place={place}
        desk={desk}
        route={route}
        findables={findables}
        partnerCounts={partnerCounts}
      />
    ),
    results: (query) => <EstateResults all={findables} query={query} />,
    foot: <WriteSwitch desk={desk} />,
  });
}

const NONE: never[] = [];
