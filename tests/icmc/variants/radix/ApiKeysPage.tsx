/** @jsxImportSource react */
import { useEffect, useRef, useState } from "react";
import type { ApiKey } from "../house/backend.ts";
import { useAnswer } from "../shared/react/use-answer.ts";
import { followInside } from "../shared/route.ts";
import { CREATE_PATH } from "./CreatePage.tsx";
import { DeleteButton } from "./DeleteButton.tsx";
import { dateText } from "./date-text.ts";

/** Rows that appear whenever the end of the list comes into view. */
const ROWS_AT_ONCE = 15;

export function ApiKeysPage() {
  const { value, failure, reload } = useAnswer<ApiKey[]>("/api-keys");
  const [isByExpiry, setByExpiry] = useState(false);
  const end = (key: ApiKey) => key.validUntil ?? "9999";
  const keys = isByExpiry
    ? (value ?? []).toSorted((a, b) => end(a).localeCompare(end(b)))
    : (value ?? []);
  return (
    <>
      <header>
        <h1>API Keys</h1>
        <a
          className="primary"
          href={CREATE_PATH}
          onClick={(event) => followInside(event, CREATE_PATH)}
        >
          Create new API Key
        </a>
      </header>
      {failure && <p role="alert">{failure}</p>}
      <button type="button" aria-pressed={isByExpiry} onClick={() => setByExpiry(!isByExpiry)}>
        Sort by expiry
      </button>
      <EndlessList keys={keys} onDeleted={reload} />
    </>
  );
}

function EndlessList({ keys, onDeleted }: { keys: readonly ApiKey[]; onDeleted(): void }) {
  const [count, setCount] = useState(ROWS_AT_ONCE);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const more = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setCount((before) => before + ROWS_AT_ONCE);
    });
    more.observe(end.current);
    return () => more.disconnect();
  }, []);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a list by its role only, as this kit's users write */}
      <div role="list" aria-label="API Keys" className="rows">
        {keys.slice(0, count).map((key) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div role="listitem" key={key.id}>
            <strong>{key.description}</strong>
            <span>
              Created <b>{dateText(new Date(key.createdAt))}</b>
            </span>
            <span>
              Valid until <b>{dateText(key.validUntil ? new Date(key.validUntil) : null)}</b>
            </span>
            <DeleteButton apiKey={key} onDeleted={onDeleted} />
          </div>
        ))}
      </div>
      <div ref={end} style={{ height: 1 }} />
    </>
  );
}
