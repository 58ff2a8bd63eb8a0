import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

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
