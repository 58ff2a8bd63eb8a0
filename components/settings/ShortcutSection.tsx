import { t, type WordName } from "../../lib/words/words";
import { useAction } from "../use-action";

/** Keys that we answer to ourselves, by what they do. */
const OWN: readonly (readonly [keys: readonly string[], does: WordName])[] = [
  [["Alt", "Shift", "V"], "shortcuts.save"],
  [["↓", "↑"], "shortcuts.walk"],
  [["Enter"], "shortcuts.copy"],
  [["Esc"], "shortcuts.clear"],
  [["←", "→"], "shortcuts.tabs"],
];

/** Every shortcut there is: the browser's, which can be changed there, and ours. */
export function ShortcutSection({
  openPopup,
  share,
  onChange,
}: {
  /** As the browser writes them; empty for none. */
  openPopup: string;
  share: string;
  onChange: () => Promise<void>;
}) {
  const changing = useAction(onChange);
  return (
    <section aria-labelledby="settings-shortcuts">
      <h2 id="settings-shortcuts">{t("shortcuts.heading")}</h2>
      <dl class="shortcuts">
        <Shortcut keys={openPopup.split("+").filter(Boolean)} does="shortcuts.openPopup" />
        <Shortcut keys={share.split("+").filter(Boolean)} does="shortcuts.share" />
        {OWN.map(([keys, does]) => (
          <Shortcut key={does} keys={keys} does={does} />
        ))}
      </dl>
      <button type="button" disabled={changing.isBusy} onClick={() => void changing.run()}>
        {t("shortcuts.change")}
      </button>
    </section>
  );
}

function Shortcut({ keys, does }: { keys: readonly string[]; does: WordName }) {
  return (
    <div>
      <dt>
        {keys.length === 0 ? t("settings.none") : keys.map((key) => <kbd key={key}>{key}</kbd>)}
      </dt>
      <dd>{t(does)}</dd>
    </div>
  );
}
