import type { VariantAbout } from "../shared/about.ts";
import { two } from "../shared/two-digits.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "radix",
  summary: "React, Radix: a list that grows while scrolling, a create page, the key in a portal",
  language: "en",
  list: "list",
  dateText,
  precision: "minute",
  hasMachineTime: false,
  paging: { kind: "endless", rows: 15 },
  sorting: { role: "button", name: "Sort by expiry" },
  token: { kind: "field", label: "Key" },
  create: "route",
  openCreateRole: "link",
  expiration: {
    kind: "pair",
    dayLabel: "Expiration date",
    timeLabel: "Expiration time",
    typedDay: (at) => `${two(at.getMonth() + 1)}${two(at.getDate())}${at.getFullYear()}`,
    typedTime: (at) =>
      `${two(at.getHours() % 12 || 12)}${two(at.getMinutes())}${at.getHours() < 12 ? "A" : "P"}`,
    endedBy: "Tab",
  },
  words: {
    signIn: "Sign in",
    overview: "Overview",
    partners: "Partners",
    teamMembers: "Team members",
    apiKeys: "API Keys",
    docs: "Docs",
    openCreate: "Create new API Key",
    description: "Description",
    submit: "Create API Key",
    copy: "Copy",
    done: "Back to API Keys",
    deleteKey: "Delete",
    confirmDelete: "Yes, delete",
  },
  decoys: { "/docs": 1 },
};
