import { useTranslation } from "react-i18next";
import { InstantText } from "#client/features/decisions/instant-text.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

/** Who voted how and when, for the minutes. */
export function MinutesTable({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isByShare = decision.weighting === "share";
  return (
    <ScrollBox label={t("decisions:votes")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("decisions:member")}</th>
            {isByShare ? <th scope="col">{t("decisions:weight")}</th> : null}
            <th scope="col">{t("decisions:choiceTitle")}</th>
            <th scope="col">{t("decisions:votedAt")}</th>
          </tr>
        </thead>
        <tbody>
          {decision.electors.map((elector) => (
            <tr key={elector.organisationId}>
              <th scope="row">{elector.name}</th>
              {isByShare ? <td>{format.share(elector.weight)}</td> : null}
              <td>
                {elector.left ? t("decisions:left") : t(`decisions:choice.${elector.choice ?? "absent"}`)}
                {elector.reason === "" ? "" : ` – ${elector.reason}`}
              </td>
              <td>{elector.votedAt === null ? "–" : <InstantText at={elector.votedAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
