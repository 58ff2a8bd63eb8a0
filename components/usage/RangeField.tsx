import type { DayRange } from "../../lib/api/arguments";
import { addDays, dayMs } from "../../lib/tasks/figures/days";

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
      <legend class="sr-only">Days shown</legend>
      {PRESETS.map((count) => (
        <button
          key={count}
          type="button"
          aria-pressed={range.to === today && days === count}
          onClick={() => onRange({ from: addDays(today, 1 - count), to: today })}
        >
          {count === 365 ? "1 year" : `${count} days`}
        </button>
      ))}
      <label>
        <span class="sr-only">From</span>
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
        <span class="sr-only">To</span>
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
