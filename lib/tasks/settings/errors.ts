/** The person switched off what would be needed for this, or paused everything on the console's page. */
export class SwitchedOffError extends Error {
  override name = "SwitchedOffError";
}
