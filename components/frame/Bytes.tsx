import type { Field } from "../../lib/api/field";
import { t } from "../../lib/words/words";
import { exactBytes, formatBytes } from "../amounts";
import { FieldText } from "./FieldText";

/** Bytes as the console writes them, every byte in the title. */
export function Bytes({ field }: { field: Field<number> }) {
  return (
    <FieldText
      field={field}
      words={(value) => formatBytes(value)}
      title={(value) => exactBytes(value)}
    />
  );
}

/** Like {@link Bytes}, for what was allocated: 0 means billed by consumption. */
export function Allocation({ field }: { field: Field<number> }) {
  if (field.value === 0) {
    return <span title={t("estate.payPerUseTitle")}>{t("estate.payPerUse")}</span>;
  }
  return <Bytes field={field} />;
}

/** Of numbers that were added up. */
export function Sum({ bytes }: { bytes: bigint | number }) {
  return <span title={exactBytes(bytes)}>{formatBytes(bytes)}</span>;
}
