import type { VariantAbout } from "../shared/about.ts";
import { two } from "../shared/two-digits.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "mui-table",
  summary: "React, MUI Table and Dialog, MUI X DateTimePicker with typed segments",
  language: "en",
  list: "table",
  dateText,
  precision: "minute",
  hasMachineTime: false,
  paging: { kind: "pages", rows: null, next: "Go to next page" },
  sorting: { role: "button", name: "Valid until" },
  token: { kind: "field", label: "API key" },
  create: "dialog",
  openCreateRole: "button",
  expiration: {
    kind: "segments",
    label: "Expiration date and time",
    typed: (at) =>
      `${two(at.getDate())}${two(at.getMonth() + 1)}${at.getFullYear()}${two(at.getHours())}${two(at.getMinutes())}`,
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
    copy: "Copy to clipboard",
    done: "Close",
    deleteKey: "Delete API key",
    confirmDelete: "Delete",
  },
  decoys: { "/api_keys": 1, "/docs": 1 },
};
