import type { Field } from "../../lib/api/field";
import type { Region } from "../../lib/api/regions";
import { t } from "../../lib/words/words";
import { FieldText } from "../frame/FieldText";

const SERVICES = [
  ["S3", "s3Url"],
  ["IAM", "iamUrl"],
  ["STS", "stsUrl"],
] as const;

/** Where each region's services answer: text to copy, never a link to follow. */
export function RegionList({
  regions,
  onCopyText,
}: {
  regions: readonly Region[];
  onCopyText: (text: string) => Promise<void>;
}) {
  return (
    <ul aria-label={t("places.regions")} class="cards">
      {regions.map((region, index) => (
        <li key={region.name.value ?? index} class="card stack">
          <h3>
            <FieldText field={region.name} words={(value) => value} />
          </h3>
          <dl class="endpoints">
            {SERVICES.map(([service, field]) => (
              <Endpoint
                key={service}
                service={service}
                url={region[field]}
                region={region.name.value ?? ""}
                onCopyText={onCopyText}
              />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Endpoint({
  service,
  url,
  region,
  onCopyText,
}: {
  service: string;
  url: Field<string>;
  region: string;
  onCopyText: (text: string) => Promise<void>;
}) {
  const { value } = url;
  return (
    <div>
      <dt>{service}</dt>
      <dd>
        <span class="mono">
          <FieldText field={url} words={(text) => text} />
        </span>
        {value !== undefined && (
          <button
            type="button"
            aria-label={t("regions.addressOf", service, region)}
            onClick={() => void onCopyText(value)}
          >
            {t("regions.copy")}
          </button>
        )}
      </dd>
    </div>
  );
}
