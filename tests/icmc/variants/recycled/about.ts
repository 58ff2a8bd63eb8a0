import type { VariantAbout } from "../shared/about.ts";
import { two } from "../shared/two-digits.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "recycled",
  summary: "No framework: a plain table whose rows are used again while scrolling, inline panel",
  language: "en",
  list: "table",
  dateText,
  precision: "minute",
  hasMachineTime: false,
  paging: { kind: "virtual", scroller: ".window" },
  sorting: { role: "button", name: "Valid until" },
  token: { kind: "text", selector: ".created code" },
  create: "panel",
  openCreateRole: "button",
  expiration: {
    kind: "text",
    label: "Valid until (DD/MM/YYYY HH:mm)",
    typed: (at) =>
      `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`,
  },
  words: {
    signIn: "Sign in",
    overview: "Overview",
    partners: "Partners",
    teamMembers: "Team members",
    apiKeys: "API Keys",
    docs: "Documentation",
    openCreate: "Create new API Key",
    description: "Description",
    submit: "Create",
    copy: "Copy",
    done: "Hide",
    deleteKey: "Delete API key",
    confirmDelete: "Really delete?",
  },
  decoys: { "/api_keys": 1, "/docs": 1 },
};
