import { useTranslation } from "react-i18next";
import classes from "#client/features/part/part.module.css";
import { EmptyState } from "#client/ui/empty-state.tsx";

type Props = { appCode: string; unsent: readonly { title: string; text: string }[] };

const known = new Set([
  "NO_LINK",
  "OFFLINE",
  "LINK_UNKNOWN",
  "LINK_REVOKED",
  "LINK_ENDED",
  "LINK_PERIOD_LOCKED",
  "LINK_EXPIRED",
]);

/** Why the link opens nothing, and what to do; what was typed and never arrived stands there to be copied. */
export function PartEndedPanel({ appCode, unsent }: Props) {
  const { t } = useTranslation();
  const code = known.has(appCode) ? appCode : "LINK_UNKNOWN";
  return (
    <>
      <EmptyState kind="no-right" title={t(`part:ended.${code}.title`)} isPage>
        {t(`part:ended.${code}.text`)}
      </EmptyState>
      {unsent.length === 0 ? null : (
        <section className={classes["unsent"]}>
          <h2>{t("part:unsent")}</h2>
          {unsent.map(({ title, text }) => (
            <article key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </article>
          ))}
        </section>
      )}
    </>
  );
}
