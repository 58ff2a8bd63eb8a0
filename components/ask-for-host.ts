import { createContext } from "preact";

/** Asks the browser to let us reach a host, in the turn of a click; `false` when that was refused. */
export const AskForHost = createContext<(host: string) => Promise<boolean>>(async () => false);
