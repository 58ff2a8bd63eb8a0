let depth = 0;

/**
 * Presses something of the page on the person's behalf. What the browser reports meanwhile counts
 * as pressed by the person; whatever else the page presses by itself does not.
 */
export function pressForPerson(press: () => void): void {
  depth++;
  try {
    press();
  } finally {
    depth--;
  }
}

/** Whether a person did this: with their own hands, or by asking us to. */
export function isByPerson(event: Event): boolean {
  return event.isTrusted || depth > 0;
}
