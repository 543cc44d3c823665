import { IconArrowsExchange, IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/baselines/baselines.module.css";
import type { DifferenceKind } from "#shared/features/baselines/compare-rules.ts";

const icons = { added: IconPlus, removed: IconMinus, changed: IconArrowsExchange };

/** Added, removed or changed, as sign and word together. */
export function ChangeMark({ change }: { change: DifferenceKind }) {
  const { t } = useTranslation();
  const Sign = icons[change];
  return (
    <span className={classes["mark"]} data-change={change}>
      <Sign size={14} aria-hidden="true" />
      {t(`baselines:change.${change}`)}
    </span>
  );
}
