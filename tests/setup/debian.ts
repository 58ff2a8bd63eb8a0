import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether packages of Debian or Ubuntu may be installed here. */
export function isDebianRoot(): boolean {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}

/** What apt says stands in the run; whoever calls looks whether the program is there afterwards. */
export function installDebian(debianPackage: string): void {
  apt("update");
  apt("install", "-y", "--no-install-recommends", debianPackage);
}

function apt(...args: string[]): void {
  spawnSync("apt-get", ["-q", ...args], {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
