import { t } from "../../lib/words/words";

/** Where somebody is, and the way back up. The last one is the present place. */
export function Crumbs({ steps }: { steps: { name: string; href: string }[] }) {
  return (
    <nav aria-label={t("estate.breadcrumbs")} class="crumbs">
      <ol>
        {steps.map(({ name, href }, at) => (
          <li key={href}>
            {at < steps.length - 1 ? (
              <a href={href}>{name}</a>
            ) : (
              <span aria-current="page">{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
