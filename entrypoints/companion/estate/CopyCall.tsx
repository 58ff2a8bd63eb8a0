import { CopyAs, type OnCopyAs } from "../../../components/keys/CopyAs";

const FORMS = ["curl", "powershell", "python"] as const;

/** The call behind what is shown, for a script. */
export function CopyCall({
  segments,
  query = "",
  name,
  onCopyAs,
}: {
  /** Of the path below `/v1`; each is encoded. */
  segments: readonly string[];
  /** Such as `?from=2027-01-01&to=2027-01-31`. */
  query?: string;
  name: string;
  onCopyAs: OnCopyAs;
}) {
  const path = `/${segments.map(encodeURIComponent).join("/")}${query}`;
  return <CopyAs name={name} call={{ method: "GET", path }} forms={FORMS} onCopyAs={onCopyAs} />;
}
