import type { VariantAbout } from "../shared/about.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "cards",
  summary: "No framework: definition-list cards, native dialog and date field, relative words",
  language: "en",
  list: "cards",
  dateText,
  precision: "relative",
  hasMachineTime: true,
  paging: { kind: "none" },
  sorting: { role: "select", name: "Expires first" },
  token: { kind: "text", selector: "dialog .token" },
  create: "dialog",
  openCreateRole: "button",
  expiration: { kind: "native", label: "Expires on" },
  words: {
    signIn: "Sign in",
    overview: "Overview",
    partners: "Partners",
    teamMembers: "Team members",
    apiKeys: "API Keys",
    docs: "Documentation",
    openCreate: "+ Create new API Key",
    description: "What is it for?",
    submit: "Create key",
    copy: "Copy key",
    done: "OK, stored",
    deleteKey: "Delete",
    confirmDelete: "Delete for good",
  },
  decoys: { "/api_keys": 1, "/team_members": 1, "/docs": 2 },
};
