import { ask } from "../ask-background.ts";
import type { Figure, Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { type PopupOpening, timePopup } from "../popup-opening.ts";
import { ensureOpen } from "../vault-filling.ts";
import type { World } from "../world.ts";

/** The real toolbar popup against a bare extension's, with 1,000 keys unlocked, and locked. */
export async function popupOpen(world: World): Promise<Results> {
  const [ours, bare, against] = [await world.ours(), await world.bare(), await world.against()];
  const figures: Figure[] = [];
  for (const state of ["unlocked", "locked"] as const) {
    if (state === "unlocked") await ensureOpen(ours.vault.page);
    else await ask(ours.vault.page, "lock");
    const others = Object.fromEntries(
      Object.entries(against).map(([name, stage]) => [name, () => timePopup(stage, false)]),
    );
    const {
      ours: mine,
      bare: floor,
      ...rest
    } = await interleave<string, PopupOpening>(world.runs, {
      ours: () => timePopup(ours, state === "unlocked"),
      bare: () => timePopup(bare, false),
      ...others,
    });
    figures.push(...figuresOf(state, mine ?? [], floor ?? [], rest));
  }
  await ensureOpen(ours.vault.page);
  return { figures, growths: [] };
}

function figuresOf(
  state: "unlocked" | "locked",
  ours: PopupOpening[],
  floor: PopupOpening[],
  others: Record<string, PopupOpening[]>,
): Figure[] {
  const figure = (
    name: string,
    of: (opening: PopupOpening) => number,
    more: Partial<Figure> = {},
  ): Figure => ({
    name: `popup, 1,000 keys ${state}: ${name}`,
    unit: "ms",
    ours: ours.map(of),
    floor: floor.map(of),
    floorIs: "bare extension, one static button",
    others: Object.fromEntries(Object.entries(others).map(([at, all]) => [at, all.map(of)])),
    ...more,
  });
  const control = ours[0]?.firstControl ?? "";
  return [
    figure("action → document", (opening) => opening.documentMs, {
      note: "the browser's own part",
    }),
    figure("action → first paint", (opening) => opening.firstPaintMs, {
      target: { limit: "ratio", most: 1.15 },
    }),
    figure("action → first enabled control", (opening) => opening.firstControlMs, {
      target: { limit: "ratio", most: 1.4 },
      note: `“${control}”`,
    }),
    figure("document → first paint", ({ firstPaintMs, documentMs }) => firstPaintMs - documentMs),
    figure(
      "document → first enabled control",
      ({ firstControlMs, documentMs }) => firstControlMs - documentMs,
    ),
    ...(state === "unlocked"
      ? [
          {
            ...figure(
              "action → first key can be copied",
              (opening) => opening.listMs ?? Number.NaN,
            ),
            floor: floor.map(({ firstControlMs }) => firstControlMs),
            floorIs: "first enabled control of the bare extension",
            others: {},
          },
        ]
      : []),
  ];
}
