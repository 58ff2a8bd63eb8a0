import type { VariantAbout } from "../shared/about.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "vue",
  summary: "Vue 3, Element Plus table, dialog and date picker; token in a textarea",
  language: "en",
  list: "table",
  dateText,
  precision: "minute",
  hasMachineTime: false,
  paging: { kind: "pages", rows: null, next: "Go to next page" },
  sorting: { role: "button", name: "Sort by Expiration date" },
  token: { kind: "field", label: "Secret key" },
  create: "dialog",
  openCreateRole: "button",
  expiration: { kind: "text", label: "Expiration date", typed: dateText },
  words: {
    signIn: "Sign in",
    overview: "Overview",
    partners: "Partners",
    teamMembers: "Team members",
    apiKeys: "API Keys",
    docs: "Developers",
    openCreate: "Add API key",
    description: "Label",
    submit: "Add key",
    copy: "Copy",
    done: "Done",
    deleteKey: "Remove",
    confirmDelete: "Remove key",
  },
  decoys: { "/api_keys": 1, "/docs": 2 },
};
