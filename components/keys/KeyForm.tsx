import { t } from "../../lib/words/words";
import { NewKey } from "../creation/NewKey";
import { AddKey } from "./AddKey";
import type { KeysState, KeysViewActions } from "./KeysView";

/** `replacing` names a kept key by its id. */
export type FormMode = "adding" | "creating" | { replacing: string };

/** What stands in place of the list while somebody describes a key. */
export function KeyForm({
  mode,
  state,
  nowMs,
  actions,
  onDone,
}: {
  mode: FormMode;
  state: KeysState;
  nowMs: number;
  actions: KeysViewActions;
  onDone: () => void;
}) {
  if (mode === "adding") return <AddKey onAdd={actions.onAddKey} onDone={onDone} />;
  const all = { limits: state.formLimits, nowMs };
  if (mode === "creating")
    return (
      <NewKey
        {...all}
        draft={state.draft}
        suggestions={[...new Set(state.keys.map(({ description }) => description))].filter(Boolean)}
        onDraft={actions.onDraft}
        onCreate={(wish) => actions.onCreateKey({ ...wish, replaces: null })}
        onCancel={() => {
          actions.onDraft(null);
          onDone();
        }}
      />
    );
  const replaced = state.keys.find(({ id }) => id === mode.replacing);
  return (
    replaced && (
      <NewKey
        {...all}
        title={t("keys.replace", replaced.description)}
        lead={t("keys.replaceLead")}
        draft={{ description: replaced.description, expires: "90 days" }}
        suggestions={[]}
        onDraft={() => undefined}
        onCreate={(wish) => actions.onCreateKey({ ...wish, replaces: replaced.id })}
        onCancel={onDone}
      />
    )
  );
}
