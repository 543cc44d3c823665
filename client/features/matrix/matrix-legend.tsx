import { useTranslation } from "react-i18next";
import classes from "#client/features/matrix/matrix.module.css";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

const tones = ["open", "amended", "confidential"] as const;

/** What the figures are and what the marks of the cells mean. */
export function MatrixLegend({ matrix, isPhone }: { matrix: Matrix; isPhone: boolean }) {
  const { t } = useTranslation();
  const unit = matrix.measure === "effort" ? t("matrix:inPersonMonths") : t("matrix:inCurrency", matrix);
  return (
    <div className={classes["legend"]}>
      <span>{matrix.by === "period" ? `${unit} ${t("matrix:spread")}` : unit}</span>
      {matrix.by === "project"
        ? tones.map((tone) => (
            <span key={tone} className={classes["mark"]} data-tone={tone}>
              {t(`matrix:legend.${tone}`)}
            </span>
          ))
        : null}
      {isPhone || matrix.by === "period" ? null : <span data-chrome>{t("matrix:keys")}</span>}
    </div>
  );
}
