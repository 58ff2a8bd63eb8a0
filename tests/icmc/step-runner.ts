export interface Step {
  /** What the person does and must then see. */
  name: string;
  /** Throws when it did not hold. */
  walk(): Promise<void>;
}

export interface RunOptions {
  say(line: string): void;
  /** Called once with the failed step, before anything is closed. */
  onFailure(step: Step): Promise<void>;
  clockMs(): number;
}

/** Walks the steps in order and stops at the first that does not hold. @returns Whether all held. */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<boolean> {
  const { say, onFailure, clockMs } = options;
  const startedAtMs = clockMs();
  for (const [at, step] of steps.entries()) {
    const stepAtMs = clockMs();
    try {
      await step.walk();
      say(`  ✓ ${seconds(clockMs() - stepAtMs)}  ${step.name}`);
    } catch (error) {
      say(`  ✗ ${seconds(clockMs() - stepAtMs)}  ${step.name}`);
      say(`             ${error instanceof Error ? error.message : String(error)}`);
      for (const left of steps.slice(at + 1)) say(`  ·            ${left.name} (not walked)`);
      await onFailure(step);
      return false;
    }
  }
  say(`\n  All ${steps.length} steps held in ${seconds(clockMs() - startedAtMs).trim()}.`);
  return true;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(6)} s`;
}
