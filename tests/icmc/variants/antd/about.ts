import type { VariantAbout } from "../shared/about.ts";
import { dateText } from "./date-text.ts";

export const about: VariantAbout = {
  name: "antd",
  summary: "React, Ant Design in German: table with a fixed (cloned) header, modal, date picker",
  language: "de",
  list: "table",
  dateText,
  precision: "minute",
  hasMachineTime: false,
  paging: { kind: "pages", rows: null, next: "Nächste Seite" },
  sorting: { role: "columnheader", name: "Gültig bis" },
  token: { kind: "text", selector: ".ant-modal pre" },
  create: "dialog",
  openCreateRole: "button",
  expiration: { kind: "text", label: "Gültig bis", typed: dateText },
  words: {
    signIn: "Anmelden",
    overview: "Übersicht",
    partners: "Partner",
    teamMembers: "Teammitglieder",
    apiKeys: "API-Schlüssel",
    docs: "Dokumentation",
    openCreate: "API-Schlüssel anlegen",
    description: "Beschreibung",
    submit: "Anlegen",
    copy: "Kopieren",
    done: "Fertig",
    deleteKey: "Löschen",
    confirmDelete: "Ja, löschen",
  },
  decoys: { "/api_keys": 1, "/docs": 1 },
};
