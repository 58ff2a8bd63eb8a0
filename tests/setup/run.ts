import { spawnSync } from "node:child_process";

/** Runs a program to its end; what it says is shown only when it failed. @throws when it failed. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === "win32",
  });
  if (status === 0) return stdout;
  process.stderr.write(`${stdout}${stderr}\n`);
  throw error ?? new Error(`${program} ${args.join(" ")} ended with ${status}`);
}
