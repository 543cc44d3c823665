import { useTranslation } from "react-i18next";
import classes from "#client/features/decisions/decision.module.css";
import { InstantText } from "#client/features/decisions/instant-text.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

/** The rules of a vote as names and values. */
export function DecisionFacts({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { quorumBp, majority, majorityBp, weighting, voters, closesAt, openedAt, closedAt, byName } = decision;
  const facts = [
    { name: t("decisions:closesAt"), value: <InstantText at={closesAt} /> },
    { name: t("decisions:quorum"), value: format.share(quorumBp) },
    {
      name: t("decisions:majorityTitle"),
      value:
        majority === "own"
          ? t("decisions:atLeast", { share: format.share(majorityBp ?? 0) })
          : t(`decisions:majority.${majority}`),
    },
    { name: t("decisions:weightingTitle"), value: t(`decisions:weighting.${weighting}`) },
    { name: t("decisions:votersTitle"), value: format.list(voters.map((role) => t(`participants:role.${role}`))) },
    ...(openedAt === null ? [] : [{ name: t("decisions:openedAt"), value: <InstantText at={openedAt} /> }]),
    ...(closedAt === null ? [] : [{ name: t("decisions:closedAt"), value: <InstantText at={closedAt} /> }]),
    ...(byName === null ? [] : [{ name: t("decisions:askedBy"), value: byName }]),
  ];
  return (
    <dl className={classes["facts"]}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
