import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/organisations/membership-panel.module.css";
import { MembershipRow } from "#client/features/organisations/membership-row.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { Pager } from "#client/ui/pager.tsx";
import type { MembershipView } from "#shared/features/organisations/organisation-views.ts";

type Props = { organisationId: string; onEdit: (membership: MembershipView) => void };

const pageSize = 20;

/** The direct members of a cluster or association, page by page. */
export function MembershipMemberList({ organisationId, onEdit }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const found = useQuery(
    trpc.organisation.members.queryOptions({ organisationId, page, pageSize }, { placeholderData: keepPreviousData }),
  );
  if (found.data === undefined)
    return found.error === null ? <Loading /> : <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  const { rows, total } = found.data;
  if (total === 0) return <p className={classes["none"]}>{t("organisations:membership.noneDown")}</p>;
  return (
    <>
      <ul className={classes["tree"]}>
        {rows.map((membership) => (
          <li key={membership.id}>
            <MembershipRow membership={membership} onEdit={() => onEdit(membership)} />
          </li>
        ))}
      </ul>
      {total > pageSize ? <Pager page={page} pageSize={pageSize} total={total} onPage={setPage} /> : null}
    </>
  );
}
