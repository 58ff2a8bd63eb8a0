import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Names a Chromium family browser goes by on Linux, best first. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];

const MAC_APPLICATIONS = ["Chromium", "Google Chrome", "Microsoft Edge"];

const WINDOWS_FILES = [
  join("Google", "Chrome", "Application", "chrome.exe"),
  join("Chromium", "Application", "chrome.exe"),
  join("Microsoft", "Edge", "Application", "msedge.exe"),
];

export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** Whether a program of that path can be run. */
  isProgram(path: string): boolean;
}

const THIS_MACHINE: Machine = { platform: process.platform, env: process.env, isProgram };

/** Path of a Chrome, Chromium or Edge, or `null`. `CHROME_PATH` outweighs what is found. */
export function findChromium(machine: Machine = THIS_MACHINE): string | null {
  const named = machine.env.CHROME_PATH;
  if (named) return machine.isProgram(named) ? named : null;
  return candidates(machine).find((path) => machine.isProgram(path)) ?? null;
}

/** Path of a Firefox, or `null`. `FIREFOX_PATH` outweighs what is found. */
export function findFirefox(machine: Machine = THIS_MACHINE): string | null {
  const named = machine.env.FIREFOX_PATH;
  if (named) return machine.isProgram(named) ? named : null;
  const paths =
    machine.platform === "darwin"
      ? ["/Applications/Firefox.app/Contents/MacOS/firefox"]
      : machine.platform === "win32"
        ? programFolders(machine).map((folder) => join(folder, "Mozilla Firefox", "firefox.exe"))
        : onPath(["firefox", "firefox-esr"], machine);
  return paths.find((path) => machine.isProgram(path)) ?? null;
}

function candidates(machine: Machine): string[] {
  if (machine.platform === "darwin") {
    const roots = ["/Applications", join(machine.env.HOME ?? "", "Applications")];
    return MAC_APPLICATIONS.flatMap((name) =>
      roots.map((root) => join(root, `${name}.app`, "Contents", "MacOS", name)),
    );
  }
  if (machine.platform === "win32") {
    return WINDOWS_FILES.flatMap((file) =>
      programFolders(machine).map((folder) => join(folder, file)),
    );
  }
  return onPath(NAMES, machine);
}

function programFolders({ env }: Machine): string[] {
  return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
}

function onPath(names: readonly string[], { env }: Machine): string[] {
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Missing, not ours to run, not a file: it cannot be used either way.
    return false;
  }
}
