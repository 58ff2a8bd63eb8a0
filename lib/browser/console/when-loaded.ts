import { NoAnswerError } from "../messaging";

/** A page that is loading has no content script yet: it is asked again until it answers. */
export async function whenLoaded(
  ask: () => Promise<void>,
  { stepMs, attempts }: { stepMs: number; attempts: number },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NoAnswerError) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, stepMs));
    }
  }
}
