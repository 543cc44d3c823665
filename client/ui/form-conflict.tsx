import { useTranslation } from "react-i18next";
import { NoValue } from "#client/ui/no-value.tsx";
import classes from "#client/ui/inline-conflict.module.css";

/** A field that two people wrote at the same time, with both texts. */
export type FieldConflict = { label: string; yours: string; theirs: string };

type Props = { fields: readonly FieldConflict[] };

/** After a refused save: what somebody else wrote in the meantime beside what stands in the form, which saves over it the next time. */
export function FormConflict({ fields }: Props) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={classes["conflict"]}>
      <p className={classes["words"]}>{t("ui:field.conflictInForm")}</p>
      {fields.map(({ label, yours, theirs }) => (
        <div key={label} className={classes["sides"]}>
          <div className={classes["side"]}>
            <strong className={classes["title"]}>{t("ui:field.yoursOf", { name: label })}</strong>
            <div className={classes["text"]}>{yours === "" ? <NoValue /> : yours}</div>
          </div>
          <div className={classes["side"]}>
            <strong className={classes["title"]}>{t("ui:field.theirsOf", { name: label })}</strong>
            <div className={classes["text"]}>{theirs === "" ? <NoValue /> : theirs}</div>
          </div>
        </div>
      ))}
    </div>
  );
}
