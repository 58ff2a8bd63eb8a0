import { later } from "../../components/later";

/** The vault page is loaded when it is first shown. */
export const LaterVaultPlace = later(
  async () => (await import("../companion/VaultPlace")).VaultPlace,
);

export const LaterSettings = later(
  async () => (await import("../companion/SettingsPlace")).SettingsPlace,
);

export const LaterTour = later(async () => (await import("../../components/tour/Tour")).Tour);

export const LaterSelfCheck = later(
  async () => (await import("../companion/SelfCheckPlace")).SelfCheckPlace,
);
