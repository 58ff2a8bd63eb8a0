import { ok } from "../answer.ts";
import type { Operation } from "./call.ts";

export const regionOperations: Operation[] = [
  {
    name: "GET /integration/regions/list",
    role: "anyone",
    handle: ({ state }) => ok({ regions: state.regions }),
  },
];
