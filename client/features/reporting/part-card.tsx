import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/part-card.module.css";
import { QrPicture } from "#client/features/reporting/qr-picture.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { dayOf } from "#shared/dates.ts";
import type { Picture } from "#shared/features/part/part.ts";

type Props = { picture: Picture; address: string };

/** The card of a personal link, of the size of a postcard: on paper it is the whole page, on screen it is not there. */
export function PartCard({ picture, address }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { organisationName, projectAcronym, projectTitle, periodNumber, dueOn, personName, expiresAt } = picture;
  useEffect(() => {
    document.documentElement.dataset["printed"] = "card";
    return () => void delete document.documentElement.dataset["printed"];
  }, []);
  return createPortal(
    <section className={classes["card"]} aria-hidden="true">
      <h1>{t("part:share.cardTitle", { organisation: organisationName })}</h1>
      <p className={classes["project"]}>
        <strong>{projectAcronym}</strong> {projectTitle}
      </p>
      <p>
        {t("reporting:periodNumber", { number: periodNumber })} · {t("reporting:dueOn")}: {format.day(dueOn)}
      </p>
      <div className={classes["picture"]}>
        <QrPicture text={address} label={t("part:share.picture")} />
      </div>
      <p>{t("part:share.cardWhat")}</p>
      <p className={classes["small"]}>
        {t("part:share.cardPersonal", { name: personName })}{" "}
        {t("part:share.cardUntil", { day: format.day(dayOf(expiresAt)) })}
      </p>
    </section>,
    document.body,
  );
}
