import { useFormat } from "#client/lib/use-format.ts";
import classes from "#client/ui/percent-bar.module.css";

type Props = {
  /** Spoken name of what is measured. */
  label: string;
  /** 10 000 is all; more than all fills the bar and is written as it is. */
  basisPoints: number;
};

/** A share as a bar with its figure beside it. */
export function PercentBar({ label, basisPoints }: Props) {
  const format = useFormat();
  const share = format.shareShort(basisPoints);
  const filled = Math.min(10_000, Math.max(0, basisPoints)) / 100;
  return (
    <span className={classes["line"]}>
      <span
        className={classes["track"]}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={filled}
        aria-valuetext={share}
      >
        <span
          className={classes["fill"]}
          style={{ width: `${filled}%` }}
          data-full={basisPoints >= 10_000 || undefined}
        />
      </span>
      <span className={classes["figure"]} aria-hidden="true">
        {share}
      </span>
    </span>
  );
}
