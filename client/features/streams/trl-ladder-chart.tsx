import { useTranslation } from "react-i18next";
import classes from "#client/features/streams/trl-ladder-chart.module.css";

type Props = { start: number | null; now: number | null; target: number | null };

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const step = 20;
const rise = 3;

/** The nine readiness levels as a ladder: solid from start to now, hatched from now to the target; said in words as well. */
export function TrlLadderChart({ start, now, target }: Props) {
  const { t } = useTranslation();
  if (start === null && now === null && target === null)
    return <span className={classes["none"]}>{t("streams:trl.none")}</span>;
  const value = (level: number | null) => (level === null ? t("streams:trl.unknown") : String(level));
  const words = t("streams:trl.words", { start: value(start), now: value(now), target: value(target) });
  const from = start ?? now ?? 1;
  const reached = now ?? from;
  const stateOf = (level: number) => {
    if (level === now) return "now";
    if (level >= from && level < reached) return "done";
    if (target !== null && level > reached && level <= target) return "ahead";
    return "outside";
  };
  return (
    <span className={classes["ladder"]}>
      <svg viewBox={`0 -5 ${levels.length * step} 42`} role="img" aria-label={words} className={classes["picture"]}>
        {levels.map((level) => {
          const height = 8 + level * rise;
          return (
            <g key={level} data-state={stateOf(level)} className={classes["level"]}>
              <rect x={(level - 1) * step + 1} y={36 - height} width={step - 2} height={height} rx="2" />
              {level === target ? (
                <path d={`M${(level - 1) * step + 5} ${34 - height} h10`} className={classes["flag"]} />
              ) : null}
            </g>
          );
        })}
      </svg>
      <span className={classes["words"]} aria-hidden="true">
        {t("streams:trl.short", { start: value(start), now: value(now), target: value(target) })}
      </span>
    </span>
  );
}
