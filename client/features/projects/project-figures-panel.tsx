import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import { EffortText } from "#client/ui/effort-text.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { PercentBar } from "#client/ui/percent-bar.tsx";
import { StatRow } from "#client/ui/stat-row.tsx";
import { StatTile } from "#client/ui/stat-tile.tsx";
import type { ProjectOverview } from "#shared/features/projects/project-overview.ts";

/** The figures a board asks for first. */
export function ProjectFiguresPanel({ overview }: { overview: ProjectOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { balance, participants, project } = overview;
  const members = participants.filter((row) => row.state === "accepted");
  const countries = [...new Set(members.flatMap((row) => row.country ?? []))].toSorted();
  const { value, effort } = balance;
  const money = (cents: number | null) => (
    <MoneyText cents={cents ?? "confidential"} currency={project.currency} isShort />
  );
  const share = value.agreed && value.delivered !== null ? Math.floor((value.delivered * 10_000) / value.agreed) : null;
  return (
    <StatRow label={t("projects:figures.title")}>
      <StatTile
        label={t("projects:members")}
        value={format.count(members.length)}
        note={
          countries.length > 0
            ? t("projects:figures.countries", {
                count: countries.length,
                names: format.list(countries.map(format.country)),
              })
            : undefined
        }
      />
      <StatTile label={t("projects:figures.agreed")} value={money(value.agreed)} note={pm(effort.agreed)} />
      <StatTile label={t("projects:figures.delivered")} value={money(value.delivered)} note={pm(effort.delivered)}>
        {share === null ? undefined : <PercentBar label={t("projects:figures.deliveredShare")} basisPoints={share} />}
      </StatTile>
      <StatTile label={t("projects:figures.forecast")} value={money(value.forecast)} note={pm(effort.forecast)} />
    </StatRow>
  );
}

function pm(amount: number | null) {
  return <EffortText pmHundredths={amount ?? "confidential"} />;
}
