import { useTranslation } from "react-i18next";
import classes from "#client/features/baselines/baselines.module.css";
import { comparedText } from "#client/features/baselines/comparison-text.ts";
import { useFormat } from "#client/lib/use-format.ts";
import type { ComparedRow, Comparison } from "#shared/features/baselines/baseline.ts";

/** The fields of a row that differ: the old value struck through above the new one; changed ones on grey. */
export function ComparedFields({ row, comparison }: { row: ComparedRow; comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = (field: string, value: ComparedRow["fields"][number]["before"]) =>
    comparedText(field, value, { t, format, comparison });
  const isShort = row.change !== "changed";
  const fields = isShort ? row.fields.filter(({ field }) => !quiet.has(field)) : row.fields;
  return (
    <dl className={classes["fields"]}>
      {fields.map(({ field, before, after }) => (
        <div key={field} data-changed={isShort ? undefined : true}>
          <dt>{t(`activity:fields.${field}`)}</dt>
          {row.change === "added" ? null : (
            <dd>
              <del>
                <span className={classes["hidden"]}>{t("baselines:was", { value: "" })}</span>
                {write(field, before)}
              </del>
            </dd>
          )}
          {row.change === "removed" ? null : <dd>{write(field, after)}</dd>}
        </div>
      ))}
    </dl>
  );
}

// What the name of an added or removed row says already, or nobody asks for.
const quiet = new Set(["number", "title", "code", "name", "streamId", "organisationId", "participantId", "pinned"]);
