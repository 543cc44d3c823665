import { Checkbox } from "@mantine/core";
import type { TFunction } from "i18next";
import classes from "#client/features/contributions/contribution-columns.module.css";
import type { Column } from "#client/ui/data-table.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

/** A column to tick the lines that wait for this person's answer. */
export function choiceColumn(
  t: TFunction,
  chosen: ReadonlySet<string>,
  onChoose: (ids: ReadonlySet<string>) => void,
): Column<ContributionRow> {
  const toggle = (id: string, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  return {
    id: "tick",
    header: t("contributions:chooseColumn"),
    cell: ({ id, title, mayAgree }) =>
      mayAgree ? (
        <Checkbox
          className={classes["tick"] ?? ""}
          checked={chosen.has(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
          aria-label={t("contributions:choose", { title })}
        />
      ) : null,
  };
}
