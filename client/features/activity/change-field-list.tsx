import { useTranslation } from "react-i18next";
import { shownFields, valueText } from "#client/features/activity/change-value.ts";
import classes from "#client/features/activity/activity.module.css";
import { useFormat } from "#client/lib/use-format.ts";

type Props = {
  fields: Record<string, readonly unknown[]>;
  currency: string;
  labels: Record<string, string>;
  isNew: boolean;
};

/** What a change did, field by field: the old value struck through before the new one. */
export function ChangeFieldList({ fields, currency, labels, isNew }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const context = { t, format, currency, labels };
  return (
    <dl className={classes["fields"]}>
      {shownFields(fields).map(({ name, before, after }) => (
        <div key={name} className={classes["field"]}>
          <dt>{t(`activity:fields.${name}`, { defaultValue: name })}</dt>
          <dd>
            {isNew ? null : (
              <>
                <del aria-label={`${t("activity:before")}: ${valueText(name, before, context)}`}>
                  {valueText(name, before, context)}
                </del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <ins aria-label={`${t("activity:after")}: ${valueText(name, after, context)}`}>
              {valueText(name, after, context)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
