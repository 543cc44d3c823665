import { Checkbox } from "@mantine/core";
import type { TFunction } from "i18next";
import type { MouseEvent } from "react";
import classes from "#client/features/contributions/contribution-columns.module.css";
import type { Column } from "#client/ui/data-table.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Choice = {
  isChoosable: (row: ContributionRow) => boolean;
  chosen: ReadonlySet<string>;
  /** `isRange`: from the last chosen line to this one. */
  onToggle: (id: string, isRange: boolean) => void;
};

/** A column to tick lines for what is done with many at once; with Shift held down all lines in between. */
export function choiceColumn(t: TFunction, { isChoosable, chosen, onToggle }: Choice): Column<ContributionRow> {
  return {
    id: "tick",
    header: t("contributions:chooseColumn"),
    cell: (row) =>
      isChoosable(row) ? (
        <Checkbox
          className={classes["tick"] ?? ""}
          checked={chosen.has(row.id)}
          onClick={(event: MouseEvent) => onToggle(row.id, event.shiftKey)}
          readOnly
          data-tick
          aria-label={t("contributions:choose", { title: row.title })}
        />
      ) : null,
  };
}
