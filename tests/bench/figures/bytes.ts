import { readBudget } from "../budget.ts";
import { bundleSizes } from "../bundle-size.ts";
import type { Results } from "../figure.ts";
import type { World } from "../world.ts";

/** What each part of the bundle weighs after gzip, against what it may weigh one day. */
export function bytes({ bundle }: World): Results {
  const sizes = new Map(Object.entries(bundleSizes(bundle)));
  const figures = Object.entries(readBudget()).flatMap(([part, { aim }]) => {
    const size = sizes.get(part);
    return size === undefined || aim === undefined
      ? []
      : [
          {
            name: `bytes: ${part}, after gzip`,
            unit: "kB" as const,
            ours: [size.gzipBytes / 1_000],
            floor: [],
            floorIs: "",
            target: { limit: "absolute" as const, most: aim / 1_000 },
          },
        ];
  });
  return { figures, growths: [] };
}
