import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

/** A component whose code is loaded when it is first drawn, or before, by {@link preloadSoon}. */
export type Later<Props> = ComponentType<Props> & { preload: () => Promise<void> };

export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Later<Props> {
  let Loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | undefined;
  function preload(): Promise<void> {
    loading ??= load().then((component) => {
      Loaded = component;
    });
    return loading;
  }
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each, at the module level
  function Waiting(props: Props) {
    const [, drawAgain] = useState(false);
    useEffect(() => {
      if (Loaded) return;
      let isShown = true;
      void preload().then(() => isShown && drawAgain(true));
      return () => {
        isShown = false;
      };
    }, []);
    return Loaded && <Loaded {...props} />;
  }
  return Object.assign(Waiting, { preload });
}

/**
 * `false` until these parts can be drawn in one picture with the rest of a view, where its first
 * picture needs them. What stands already never waits for them.
 */
export function useTogether(
  isNeeded: boolean,
  ...parts: { preload: () => Promise<void> }[]
): boolean {
  const [isReady, setReady] = useState(!isNeeded);
  // Before the frame: where they are loaded already, nobody sees a view without them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first picture counts
  useLayoutEffect(() => {
    if (isReady) return;
    // A list without them is better than none.
    void Promise.allSettled(parts.map(({ preload }) => preload())).then(() => setReady(true));
  }, []);
  return isReady;
}

/** Loads what the next click may need, once the picture stands and the browser has nothing to do. */
export function preloadSoon(...parts: { preload: () => Promise<void> }[]): void {
  whenIdle(() => {
    for (const { preload } of parts) void preload();
  });
}

const MOST_WAIT_MS = 400;

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: MOST_WAIT_MS });
  else setTimeout(work);
}
