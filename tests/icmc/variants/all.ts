import { about as antd } from "./antd/about.ts";
import { about as cards } from "./cards/about.ts";
import { about as muiDatagrid } from "./mui-datagrid/about.ts";
import { about as muiTable } from "./mui-table/about.ts";
import { about as radix } from "./radix/about.ts";
import { about as recycled } from "./recycled/about.ts";
import type { VariantAbout } from "./shared/about.ts";
import { about as vue } from "./vue/about.ts";
import { about as webComponents } from "./web-components/about.ts";

/** Every console that is built with a UI kit, for tests that run over all of them. */
export const VARIANTS: readonly VariantAbout[] = [
  muiTable,
  muiDatagrid,
  antd,
  vue,
  webComponents,
  cards,
  radix,
  recycled,
];

/** `null` for the console of the house, which is built with no kit. */
export function variantNamed(name: string): VariantAbout | null {
  return VARIANTS.find((one) => one.name === name) ?? null;
}
