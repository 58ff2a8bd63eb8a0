import type { DayRange } from "../../lib/api/arguments";
import { addDays, dayMs } from "../../lib/tasks/figures/days";
import { t, tn } from "../../lib/words/words";

const PRESETS = [30, 90, 365];

/** First and last day, or one of the usual spans up to today. */
export function RangeField({
  range,
  today,
  onRange,
}: {
  range: DayRange;
  today: string;
  onRange: (range: DayRange) => void;
}) {
  const days = (dayMs(range.to) - dayMs(range.from)) / 86_400_000 + 1;
  return (
    <fieldset class="range">
      <legend class="sr-only">{t("usage.daysShown")}</legend>
      {PRESETS.map((count) => (
        <button
          key={count}
          type="button"
          aria-pressed={range.to === today && days === count}
          onClick={() => onRange({ from: addDays(today, 1 - count), to: today })}
        >
          {count === 365 ? t("usage.year") : tn("usage.days", count)}
        </button>
      ))}
      <label>
        <span class="sr-only">{t("usage.from")}</span>
        <input
          type="date"
          value={range.from}
          max={range.to}
          onChange={({ currentTarget: { value } }) =>
            value !== "" && value <= range.to && onRange({ ...range, from: value })
          }
        />
      </label>
      <span aria-hidden="true">–</span>
      <label>
        <span class="sr-only">{t("usage.to")}</span>
        <input
          type="date"
          value={range.to}
          min={range.from}
          max={today}
          onChange={({ currentTarget: { value } }) =>
            value !== "" && value >= range.from && onRange({ ...range, to: value })
          }
        />
      </label>
    </fieldset>
  );
}
