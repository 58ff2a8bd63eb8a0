/** The application's own places; every variant has the same ones. */
export const PATHS = {
  overview: "/",
  partners: "/partners",
  teamMembers: "/team_members",
  apiKeys: "/api_keys",
  docs: "/docs",
} as const;

const listeners = new Set<() => void>();

export function navigate(path: string): void {
  if (path === location.pathname) return;
  history.pushState(null, "", path);
  for (const listener of listeners) listener();
}

/** Tells of every change of the path. @returns What ends it. */
export function onRoute(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

/** Lets a plain left click on a link navigate inside the application. */
export function followInside(event: MouseEvent | { preventDefault(): void }, path: string): void {
  event.preventDefault();
  navigate(path);
}
