import classes from "#client/features/reporting/forecast.module.css";
import type { ForecastCell } from "#shared/features/reporting/forecast.ts";

/** Agreed as a thin line above delivered and what is still forecast; its figures stand beside it. */
export function ForecastBar({ cell, largest }: { cell: ForecastCell; largest: number }) {
  const { agreed, delivered, forecast } = cell;
  if (agreed === null || delivered === null || forecast === null) return null;
  const width = (amount: number) => `${largest === 0 ? 0 : (amount / largest) * 100}%`;
  return (
    <span className={classes["picture"]} aria-hidden="true">
      <span className={classes["agreed"]} style={{ width: width(agreed) }} />
      <span className={classes["outlook"]}>
        <span className={classes["delivered"]} style={{ width: width(delivered) }} />
        <span className={classes["expected"]} style={{ width: width(forecast - delivered) }} />
      </span>
    </span>
  );
}
