import type { Brief, Change, Thing } from "../../lib/tasks/figures/brief";
import { t, type WordName } from "../../lib/words/words";
import { exactBytes, formatBytes } from "../amounts";
import { dateAndTime } from "../dates";
import { HERE, Said } from "../frame/Said";

/** What changed since the reading before. */
export function BriefList({ brief }: { brief: Brief | null }) {
  if (brief === null) {
    return <p class="quiet">{t("brief.first")}</p>;
  }
  return (
    <>
      <p class="quiet">{t("brief.span", dateAndTime(brief.from), dateAndTime(brief.to))}</p>
      {brief.changes.length === 0 && <p class="empty">{t("brief.nothing")}</p>}
      <ul aria-label={t("brief.changes")} class="brief">
        {brief.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a brief never changes once it is drawn.
          <li key={index} data-kind={change.kind}>
            {sentence(change)}
          </li>
        ))}
      </ul>
    </>
  );
}

const ALLOCATION: Record<(Change & { kind: "allocation" })["of"], WordName> = {
  contract: "brief.reserved",
  partner: "brief.allocatedPartner",
  "storage account": "brief.allocatedAccount",
};

/** Alone, and with where it belongs. A contract belongs nowhere. */
type Names = [alone: WordName, within?: WordName];
const CAME_OR_WENT: Record<"appeared" | "gone", Record<Thing, Names>> = {
  appeared: {
    contract: ["brief.newContract"],
    partner: ["brief.newPartner", "brief.newPartnerIn"],
    member: ["brief.newMember", "brief.newMemberIn"],
    "storage account": ["brief.newAccount", "brief.newAccountIn"],
  },
  gone: {
    contract: ["brief.goneContract"],
    partner: ["brief.gonePartner", "brief.gonePartnerIn"],
    member: ["brief.goneMember", "brief.goneMemberIn"],
    "storage account": ["brief.goneAccount", "brief.goneAccountIn"],
  },
};

function sentence(change: Change) {
  const size = (bytes: number, zero = "0 B") => (
    <span title={exactBytes(bytes)}>{bytes === 0 ? zero : formatBytes(bytes)}</span>
  );
  const name = <strong>{change.name}</strong>;
  switch (change.kind) {
    case "allocation":
      return (
        <Said words={t(ALLOCATION[change.of], ...HERE)}>
          {name}
          {size(change.before, t("estate.payPerUse"))}
          {size(change.after, t("estate.payPerUse"))}
        </Said>
      );
    case "appeared":
    case "gone": {
      const [alone, within = alone] = CAME_OR_WENT[change.kind][change.what];
      return (
        <Said words={t(change.at ? within : alone, ...HERE)}>
          {name}
          {change.at && <span class="quiet">{change.at}</span>}
        </Said>
      );
    }
    case "jump":
      return (
        <Said words={t(change.at ? "brief.jumpIn" : "brief.jump", ...HERE)}>
          {name}
          {size(change.before)}
          {size(change.after)}
          {change.at && <span class="quiet">{change.at}</span>}
        </Said>
      );
    case "fell-to-zero":
      return (
        <Said words={t(change.at ? "brief.fellToZeroIn" : "brief.fellToZero", ...HERE)}>
          {name}
          {size(change.before)}
          {change.at && <span class="quiet">{change.at}</span>}
        </Said>
      );
  }
}
