import { useTranslation } from "react-i18next";
import { electorColumns } from "#client/features/decisions/elector-columns.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

/** Who votes, who has voted and when; how stands here once the vote is closed. */
export function ElectorPanel({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { electors, state, castBp } = decision;
  const voted = electors.filter(({ votedAt }) => votedAt !== null).length;
  const note =
    state === "open"
      ? t("decisions:secretNote", { share: format.share(castBp) })
      : t("decisions:votedOf", { voted, voters: electors.length });
  return (
    <PagePanel title={t("decisions:electorate")} description={note} isFlush>
      <DataTable
        label={t("decisions:electorate")}
        columns={electorColumns(t, format, decision)}
        rows={electors}
        rowKey={(row) => row.organisationId}
        empty={null}
      />
    </PagePanel>
  );
}
