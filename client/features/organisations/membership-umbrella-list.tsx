import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/membership-panel.module.css";
import type { UmbrellaView } from "#shared/features/organisations/organisation-views.ts";

type Props = { umbrellas: readonly UmbrellaView[]; childId: string };

/** What a cluster itself belongs to, as far up as it goes; memberships have no circles, so this ends. */
export function MembershipUmbrellaList({ umbrellas, childId }: Props) {
  const { t } = useTranslation();
  const above = umbrellas.filter((umbrella) => umbrella.childId === childId);
  if (above.length === 0) return null;
  return (
    <ul className={classes["tree"]}>
      {above.map(({ organisation, isCurrent }) => (
        <li key={organisation.id}>
          <div className={classes["row"]} data-ended={isCurrent ? undefined : true}>
            <div className={classes["name"]}>
              <Anchor
                component={Link}
                to="/organisations/$organisationId"
                params={{ organisationId: organisation.id } as never}
              >
                {organisation.name}
              </Anchor>
              {isCurrent ? null : <div className={classes["dates"]}>{t("organisations:membership.ended")}</div>}
            </div>
          </div>
          <MembershipUmbrellaList umbrellas={umbrellas} childId={organisation.id} />
        </li>
      ))}
    </ul>
  );
}
