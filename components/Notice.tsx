import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";

/**
 * A sentence the person should see. `alert` interrupts a screen reader, `status` waits its turn:
 * failures are alerts, outcomes are statuses.
 */
export function Notice({
  kind,
  tone = kind === "alert" ? "danger" : "plain",
  children,
}: {
  kind: "alert" | "status";
  tone?: "danger" | "plain" | "good";
  children: ComponentChildren;
}) {
  return (
    <div class="notice" data-tone={tone} role={kind}>
      <Icon name={tone === "danger" ? "alert" : "check"} />
      <div>{children}</div>
    </div>
  );
}
