import { useEffect, useRef, useState } from "preact/hooks";
import type { KeyEnd } from "../../lib/keys/api-key";
import { t } from "../../lib/words/words";
import { Icon } from "../Icon";
import { AddKey } from "../keys/AddKey";
import { PlaceIcon } from "../PlaceIcon";
import { hrefOf } from "../route";

const CONSOLE = "https://partner.impossiblecloud.com/api_keys";
const STEPS = 3;

/**
 * Three steps from a new vault to the first key in it. The last one comes by itself, as soon as a
 * key is there, from wherever it came.
 */
export function Tour({
  keyCount,
  waiting,
  onAddKey,
  onEnd,
}: {
  keyCount: number;
  /** Held tokens that nobody saved yet; they stand below. */
  waiting: number;
  onAddKey: (key: { token: string; description: string; end: KeyEnd }) => Promise<void>;
  onEnd: () => void;
}) {
  // Who has keys already needs no tour, only its end.
  const [isNeeded] = useState(keyCount === 0);
  const [hasRead, setRead] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = keyCount > 0 ? 3 : hasRead ? 2 : 1;
  const first = useRef(step);
  useEffect(() => {
    if (step !== first.current) heading.current?.focus();
    first.current = step;
  }, [step]);
  if (!isNeeded) return null;
  return (
    <section class="tour" aria-labelledby="tour-step">
      <div class="key-line">
        <span class="quiet">{t("tour.progress", step, STEPS)}</span>
        {step < STEPS && (
          <button type="button" class="link" onClick={onEnd}>
            {t("tour.skip")}
          </button>
        )}
      </div>
      <h3 id="tour-step" ref={heading} tabIndex={-1}>
        {step === 1 ? t("tour.what") : step === 2 ? t("tour.firstKey") : t("tour.done")}
      </h3>
      {step === 1 && (
        <>
          <ul class="tour-points">
            <li>
              <Icon name="inbox" /> {t("tour.keeps")}
            </li>
            <li>
              <Icon name="alert" /> {t("tour.warns")}
            </li>
            <li>
              <PlaceIcon name="chart" /> {t("tour.uses")}
            </li>
          </ul>
          <div class="row">
            <button type="button" class="primary" onClick={() => setRead(true)}>
              {t("tour.next")}
            </button>
          </div>
        </>
      )}
      {step === 2 && isPasting && <AddKey onAdd={onAddKey} onDone={() => setPasting(false)} />}
      {step === 2 && !isPasting && (
        <>
          <p>{waiting > 0 ? t("tour.waits") : t("tour.ways")}</p>
          <div class="row">
            <a class="button primary" href={CONSOLE} target="_blank" rel="noopener">
              {t("tour.openConsole")}
            </a>
            <button type="button" onClick={() => setPasting(true)}>
              {t("tour.paste")}
            </button>
          </div>
        </>
      )}
      {step === 3 && (
        <>
          <p role="status">{t("tour.saved")}</p>
          <div class="row">
            <button type="button" class="primary" onClick={onEnd}>
              {t("tour.finish")}
            </button>
            <a href={hrefOf({ page: "vault" })}>{t("tour.backup")}</a>
          </div>
        </>
      )}
    </section>
  );
}
