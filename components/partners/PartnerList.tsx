import { useMemo, useState } from "preact/hooks";
import type { Partner } from "../../lib/api/partners";
import { t, tn } from "../../lib/words/words";
import { grouped } from "../amounts";
import { Allocation } from "../frame/Bytes";
import { CopyId } from "../frame/CopyId";
import { FieldText } from "../frame/FieldText";
import { Rows } from "../frame/Rows";
import { Icon } from "../Icon";

const ROW_HEIGHT = 44;

/** A contract's partners, however many; a filter above finds them by name or id. */
export function PartnerList({
  partners,
  hrefOf,
  onCopyText,
}: {
  partners: readonly Partner[];
  hrefOf: (partnerId: string) => string;
  onCopyText: (text: string) => Promise<void>;
}) {
  const [query, setQuery] = useState("");
  const sorted = useMemo(() => partners.toSorted(byName), [partners]);
  const found = useMemo(() => filtered(sorted, query), [sorted, query]);
  const payPerUse = partners.filter(({ allocatedBytes }) => allocatedBytes.value === 0).length;
  return (
    <div class="stack">
      <p class="quiet">
        {tn(
          payPerUse > 0 ? "partners.countPayPerUse" : "partners.count",
          partners.length,
          grouped(partners.length),
          grouped(payPerUse),
        )}
      </p>
      {partners.length > 12 && (
        <div class="search">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t("partners.filter")}
            placeholder={t("partners.filterHint")}
            value={query}
            spellcheck={false}
            autoComplete="off"
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      )}
      {found.length === 0 && query !== "" && (
        <p class="empty" role="status">
          {t("partners.noMatch", query)}
        </p>
      )}
      <Rows
        label={t("partners.list")}
        items={found}
        rowHeight={ROW_HEIGHT}
        keyOf={(partner, index) => partner.id.value ?? String(index)}
      >
        {(partner) => <PartnerRow partner={partner} hrefOf={hrefOf} onCopyText={onCopyText} />}
      </Rows>
    </div>
  );
}

function PartnerRow({
  partner,
  hrefOf,
  onCopyText,
}: {
  partner: Partner;
  hrefOf: (partnerId: string) => string;
  onCopyText: (text: string) => Promise<void>;
}) {
  const name = partner.name.value ?? partner.id.value ?? "—";
  return (
    <>
      <span class="row-main">
        {partner.id.value === undefined ? (
          <span title={t("estate.noId")}>{name}</span>
        ) : (
          <a class="name-link" href={hrefOf(partner.id.value)} title={name}>
            <FieldText field={partner.name} words={(value) => value} />
          </a>
        )}
        <span class="quiet row-more" title={partner.details.value}>
          {partner.details.value}
        </span>
      </span>
      <span class="row-figure">
        <Allocation field={partner.allocatedBytes} />
      </span>
      <CopyId id={partner.id} name={name} onCopyText={onCopyText} />
    </>
  );
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function byName(one: Partner, other: Partner): number {
  return collator.compare(one.name.value ?? "", other.name.value ?? "");
}

function filtered(partners: readonly Partner[], query: string): readonly Partner[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return partners;
  return partners.filter(({ name, id }) =>
    `${name.value ?? ""} ${id.value ?? ""}`.toLowerCase().includes(wanted),
  );
}
