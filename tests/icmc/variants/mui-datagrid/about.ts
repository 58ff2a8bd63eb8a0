import type { VariantAbout } from "../shared/about.ts";
import { two } from "../shared/two-digits.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "mui-datagrid",
  summary: "React, MUI X DataGrid with virtual rows and columns in another order, masked token",
  language: "en",
  list: "grid",
  dateText,
  precision: "minute",
  hasMachineTime: false,
  paging: { kind: "virtual", scroller: ".MuiDataGrid-virtualScroller" },
  sorting: { role: "columnheader", name: "Expires Expires column menu" },
  token: { kind: "text", selector: "[data-secret]", show: "Show key" },
  create: "dialog",
  openCreateRole: "button",
  expiration: {
    kind: "segments",
    label: "Expires",
    typed: (at) =>
      `${two(at.getMonth() + 1)}${two(at.getDate())}${at.getFullYear()}${two(at.getHours() % 12 || 12)}${two(at.getMinutes())}${at.getHours() < 12 ? "A" : "P"}`,
  },
  words: {
    signIn: "Sign in",
    overview: "Overview",
    partners: "Partners",
    teamMembers: "Team members",
    apiKeys: "API Keys",
    docs: "Documentation",
    openCreate: "New key",
    description: "Name",
    submit: "Generate key",
    copy: "Copy key",
    done: "I have stored it",
    deleteKey: "Delete",
    confirmDelete: "Delete",
  },
  decoys: { "/api_keys": 2, "/docs": 2 },
};
