import { useTranslation } from "react-i18next";
import classes from "#client/features/baselines/baselines.module.css";
import { ChangeMark } from "#client/features/baselines/change-mark.tsx";
import { sentenceTexts } from "#client/features/baselines/comparison-text.ts";
import { useFormat } from "#client/lib/use-format.ts";
import type { ComparedRow, Comparison } from "#shared/features/baselines/baseline.ts";

type Props = { comparison: Comparison; rows: readonly ComparedRow[] };

/** What changed in sentences, under the organisation that answers for it. */
export function ComparisonList({ comparison, rows }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = new Map(comparison.participants.map(({ id, number, name }) => [id, { number, name }]));
  const groups = [...Map.groupBy(rows, ({ participantId }) => participantId)].toSorted(
    ([left], [right]) => (names.get(left ?? "")?.number ?? 0) - (names.get(right ?? "")?.number ?? 0),
  );
  return groups.map(([owner, own]) => (
    <section key={owner ?? "none"} className={classes["group"]}>
      <h3 className={classes["owner"]}>{names.get(owner ?? "")?.name ?? t("baselines:noOwner")}</h3>
      <ul className={classes["sentences"]}>
        {own.map((row) => (
          <li key={`${row.kind} ${row.id}`}>
            <ChangeMark change={row.change} />
            <span>
              <strong>{row.label}</strong> <span className={classes["quiet"]}>({t(`baselines:kind.${row.kind}`)})</span>
              : {sentenceTexts(row, { t, format, comparison }).join("; ")}.
              {row.by ? (
                <span className={classes["quiet"]}>
                  {" "}
                  {t("baselines:changedBy", { name: row.by.name, at: format.instant(row.by.at) })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
