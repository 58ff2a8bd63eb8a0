import type { VariantAbout } from "../shared/about.ts";
import { two } from "../shared/two-digits.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "web-components",
  summary: "Lit and Vaadin: nested open shadow roots, virtual grid, dates without a time",
  language: "en",
  list: "grid",
  dateText,
  precision: "day",
  hasMachineTime: false,
  paging: { kind: "virtual", scroller: "vaadin-grid" },
  sorting: { role: "selector", name: 'vaadin-grid-sorter[aria-label="Sort by Valid until"]' },
  token: { kind: "text", selector: "code.secret" },
  create: "dialog",
  openCreateRole: "button",
  expiration: {
    kind: "pair",
    dayLabel: "Valid until Expiration date",
    timeLabel: "Valid until Expiration time",
    typedDay: (at) => `${at.getMonth() + 1}/${at.getDate()}/${at.getFullYear()}`,
    typedTime: (at) => `${two(at.getHours())}:${two(at.getMinutes())}`,
    endedBy: "Enter",
  },
  words: {
    signIn: "Sign in",
    overview: "Overview",
    partners: "Partners",
    teamMembers: "Team members",
    apiKeys: "API Keys",
    docs: "API reference",
    openCreate: "Create API key",
    description: "Description",
    submit: "Create",
    copy: "Copy",
    done: "Close",
    deleteKey: "Delete key",
    confirmDelete: "Delete",
  },
  decoys: { "/api_keys": 1, "/docs": 1 },
};
