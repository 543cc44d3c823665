import { useTranslation } from "react-i18next";
import classes from "#client/features/decisions/decision.module.css";
import { resultSentence } from "#client/features/decisions/result-sentence.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StackedBarChart } from "#client/ui/stacked-bar-chart.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

type Props = { decision: DecisionDetail; result: NonNullable<DecisionDetail["result"]> };

const answers = ["yes", "no", "abstain", "absent"] as const;

/** The frozen result: a sentence, a bar with patterns, and the same figures as a table. */
export function DecisionResultPanel({ decision, result }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { yesBp, noBp, abstainBp, absentBp, leftIds } = result;
  const left = decision.electors.filter(({ organisationId }) => leftIds.includes(organisationId));
  return (
    <PagePanel title={t("decisions:result")}>
      <StackedBarChart
        title={resultSentence(result, t, format)}
        series={answers.map((id) => ({ id, label: t(`decisions:choice.${id}`) }))}
        bars={[
          {
            id: "all",
            label: t(`decisions:unit.${decision.weighting}`),
            values: { yes: yesBp, no: noBp, abstain: abstainBp, absent: absentBp },
          },
        ]}
        format={format.share}
        barHeader={t("decisions:votes")}
        totalHeader={t("decisions:total")}
        note={
          left.length === 0 ? null : (
            <p className={classes["quiet"]}>
              {t("decisions:leftNote", { names: format.list(left.map(({ name }) => name)), count: left.length })}
            </p>
          )
        }
      />
    </PagePanel>
  );
}
