import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MembershipDialog, type MembershipTask } from "#client/features/organisations/membership-dialog.tsx";
import { MembershipMemberList } from "#client/features/organisations/membership-member-list.tsx";
import { MembershipRow } from "#client/features/organisations/membership-row.tsx";
import classes from "#client/features/organisations/membership-panel.module.css";
import { MembershipUmbrellaList } from "#client/features/organisations/membership-umbrella-list.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { isUmbrella } from "#shared/features/organisations/organisation-policy.ts";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** The clusters and associations above an organisation as a small tree, and its own members below. */
export function MembershipPanel({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const [task, setTask] = useState<MembershipTask | null>(null);
  const { id, name, parents, umbrellas, may } = organisation;
  const add = (kind: "addParent" | "addMember") => (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={15} aria-hidden="true" />}
      onClick={() => setTask({ kind })}
    >
      {t(`organisations:membership.${kind}`)}
    </Button>
  );
  return (
    <PagePanel title={t("organisations:membership.title")}>
      <div className={classes["heading"]}>
        <h3 className={classes["subtitle"]}>{t("organisations:membership.up")}</h3>
        {may.addParent ? add("addParent") : null}
      </div>
      {parents.length === 0 ? (
        <p className={classes["none"]}>{t("organisations:membership.noneUp")}</p>
      ) : (
        <ul className={classes["tree"]}>
          {parents.map((membership) => (
            <li key={membership.id}>
              <MembershipRow
                membership={membership}
                onEdit={() => setTask({ kind: "edit", membership, isParent: true })}
              />
              <MembershipUmbrellaList umbrellas={umbrellas} childId={membership.organisation.id} />
            </li>
          ))}
        </ul>
      )}
      {isUmbrella(organisation.kind) ? (
        <>
          <div className={classes["heading"]}>
            <h3 className={classes["subtitle"]}>{t("organisations:membership.down")}</h3>
            {may.addMember ? add("addMember") : null}
          </div>
          <MembershipMemberList
            organisationId={id}
            onEdit={(membership) => setTask({ kind: "edit", membership, isParent: false })}
          />
        </>
      ) : null}
      {task === null ? null : (
        <MembershipDialog organisation={{ id, name }} task={task} onClose={() => setTask(null)} />
      )}
    </PagePanel>
  );
}
