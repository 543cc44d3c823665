import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ForecastBar } from "#client/features/reporting/forecast-bar.tsx";
import { type AmountText, differenceText } from "#client/features/reporting/forecast-text.ts";
import classes from "#client/features/reporting/forecast.module.css";
import type { ForecastCell } from "#shared/features/reporting/forecast.ts";

type Props = {
  name: string;
  cell: ForecastCell;
  amounts: AmountText;
  largest: number;
  unfold?: { isOpen: boolean; label: string; toggle: () => void } | undefined;
};

/** The head of a row: its name, which unfolds it, its picture and how far it is from what was agreed. */
export function ForecastName({ name, cell, amounts, largest, unfold }: Props) {
  const { t } = useTranslation();
  const Arrow = unfold?.isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      {unfold ? (
        <button
          type="button"
          className={classes["unfold"]}
          aria-expanded={unfold.isOpen}
          aria-label={unfold.label}
          onClick={unfold.toggle}
        >
          <Arrow size={16} aria-hidden="true" />
          <span>{name}</span>
        </button>
      ) : (
        <span className={classes["plain"]}>{name}</span>
      )}
      <ForecastBar cell={cell} largest={largest} />
      {cell.agreed === null ? null : <span className={classes["difference"]}>{differenceText(cell, amounts, t)}</span>}
    </>
  );
}
