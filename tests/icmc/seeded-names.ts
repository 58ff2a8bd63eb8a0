import type { Region, Role } from "./state.ts";

/** Made-up companies under reserved domains: nobody can mistake them for customers. */

export const DISTRIBUTOR = {
  name: "Nordlicht Distribution",
  contracts: [
    {
      details: "Storage pool Europe, 24 months",
      currency: "EUR",
      reservedTB: 500,
      costStorageGBCents: "0.78",
    },
    {
      details: "Storage pool Switzerland",
      currency: "CHF",
      reservedTB: 120,
      costStorageGBCents: "0.95",
    },
    {
      details: "Pay-per-Use, no commitment",
      currency: "EUR",
      reservedTB: 0,
      costStorageGBCents: "1",
    },
  ],
} as const;

export interface PartnerTemplate {
  name: string;
  domain: string;
  details: string;
  /** Index into the distributor's contracts. */
  contract: number;
  allocatedTB: number;
  allowOverdraft: boolean;
  members: readonly string[];
  accounts: readonly { name: string; domain: string; allocatedTB: number; leaving?: boolean }[];
}

export const PARTNERS: readonly PartnerTemplate[] = [
  {
    name: "Alpenblick IT",
    domain: "alpenblick.example",
    details: "Managed backup, Tyrol and Bavaria",
    contract: 0,
    allocatedTB: 180,
    allowOverdraft: true,
    members: ["Toni Muster", "Vroni Muster", "Luis Muster"],
    accounts: [
      { name: "Molkerei Sonnenalm", domain: "sonnenalm.example", allocatedTB: 40 },
      { name: "Bergbahnen Hohe Spitze", domain: "hohe-spitze.example", allocatedTB: 25 },
      { name: "Klinikum Talblick", domain: "talblick.example", allocatedTB: 80 },
      { name: "Holzbau Zirbe", domain: "zirbe.example", allocatedTB: 5, leaving: true },
    ],
  },
  {
    name: "Hafenwerk Systems",
    domain: "hafenwerk.example",
    details: "Ports and logistics",
    contract: 0,
    allocatedTB: 120,
    allowOverdraft: false,
    members: ["Fiete Muster", "Inken Muster"],
    accounts: [
      { name: "Reederei Morgenrot", domain: "morgenrot.example", allocatedTB: 60 },
      { name: "Kontor Elbblick", domain: "elbblick.example", allocatedTB: 12.5 },
    ],
  },
  {
    name: "Brightwater Cloud",
    domain: "brightwater.example",
    details: "Archive for media houses",
    contract: 0,
    allocatedTB: 75,
    allowOverdraft: true,
    members: ["Robin Sample", "Casey Sample"],
    accounts: [
      { name: "Lighthouse Pictures", domain: "lighthouse.example", allocatedTB: 50 },
      { name: "Paper Boat Radio", domain: "paperboat.example", allocatedTB: 0 },
    ],
  },
  {
    name: "Matterhof Data",
    domain: "matterhof.example",
    details: "Public sector, Switzerland",
    contract: 1,
    allocatedTB: 90,
    allowOverdraft: false,
    members: ["Reto Muster", "Ursina Muster"],
    accounts: [
      { name: "Gemeinde Obertal", domain: "obertal.example", allocatedTB: 30 },
      { name: "Kantonsarchiv Mitte", domain: "mitte.example", allocatedTB: 45 },
    ],
  },
  {
    name: "Zephyr Managed Services",
    domain: "zephyr.example",
    details: "Small offices, billed by use",
    contract: 2,
    allocatedTB: 0,
    allowOverdraft: true,
    members: ["Sam Sample"],
    accounts: [{ name: "Atelier Nine", domain: "atelier-nine.example", allocatedTB: 0 }],
  },
  {
    name: "Quellgrund Software",
    domain: "quellgrund.example",
    details: "New since this quarter",
    contract: 1,
    allocatedTB: 10,
    allowOverdraft: false,
    members: [],
    accounts: [],
  },
];

/** Who can sign in. The first one is prefilled on the sign-in page. */
export const TEAM: readonly {
  at: "distributor" | "partner";
  name: string;
  email: string;
  password: string;
  role: Role;
}[] = [
  {
    at: "distributor",
    name: "Alex Muster",
    email: "alex@nordlicht.example",
    password: "Polarlicht-7",
    role: "admin",
  },
  {
    at: "distributor",
    name: "Kim Muster",
    email: "kim@nordlicht.example",
    password: "Polarlicht-7",
    role: "staff",
  },
  {
    at: "distributor",
    name: "Noa Muster",
    email: "noa@nordlicht.example",
    password: "Polarlicht-7",
    role: "viewer",
  },
  {
    at: "distributor",
    name: "Juno Muster",
    email: "juno@nordlicht.example",
    password: "Polarlicht-7",
    role: "staff",
  },
  {
    at: "partner",
    name: "Toni Muster",
    email: "toni@alpenblick.example",
    password: "Polarlicht-7",
    role: "admin",
  },
];

export const REGIONS: readonly Region[] = [
  region("eu-central-2"),
  region("eu-west-1"),
  region("eu-east-1"),
];

function region(name: string): Region {
  return {
    name,
    s3_url: `https://${name}.storage.impossiblecloud.com`,
    iam_url: `https://iam.${name}.storage.impossiblecloud.com`,
    sts_url: `https://sts.${name}.storage.impossiblecloud.com`,
  };
}
