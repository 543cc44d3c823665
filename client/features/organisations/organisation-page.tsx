import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { trpc } from "#client/app/trpc.ts";
import { AccessPanel } from "#client/features/access/access-panel.tsx";
import { PersonListPanel } from "#client/features/accounts/person-list-panel.tsx";
import { DuplicateListPanel } from "#client/features/organisations/duplicate-list-panel.tsx";
import { MembershipPanel } from "#client/features/organisations/membership-panel.tsx";
import { OrganisationFactsPanel } from "#client/features/organisations/organisation-facts-panel.tsx";
import { OrganisationHeader } from "#client/features/organisations/organisation-header.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { OrganisationPlacePanel } from "#client/features/organisations/organisation-place-panel.tsx";
import { OrganisationProfilePanel } from "#client/features/organisations/organisation-profile-panel.tsx";
import { OrganisationProjectPanel } from "#client/features/organisations/organisation-project-panel.tsx";
import { ResourcePanel } from "#client/features/organisations/resource-panel.tsx";
import { usePageTitle } from "#client/lib/page-title.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { isUmbrella } from "#shared/features/organisations/organisation-policy.ts";

/** The profile of one organisation: everything the directory knows, edited where it stands. */
export function OrganisationPage() {
  const { organisationId } = useParams({ from: "/organisations/$organisationId" });
  const found = useQuery(trpc.organisation.show.queryOptions({ id: organisationId }));
  const organisation = found.data;
  usePageTitle(organisation === undefined ? undefined : (organisation.shortName ?? organisation.name));
  if (organisation === undefined) {
    return found.error === null ? <Loading /> : <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  }
  // The members of a cluster are a long list and matter more there than its own facts.
  const hasMembers = isUmbrella(organisation.kind);
  return (
    <>
      <OrganisationHeader organisation={organisation} />
      <div className={classes["columns"]}>
        <div className={classes["column"]}>
          <OrganisationProfilePanel organisation={organisation} />
          <ResourcePanel organisation={organisation} />
          <OrganisationProjectPanel organisationId={organisation.id} />
          {hasMembers ? <MembershipPanel organisation={organisation} /> : null}
          <DuplicateListPanel organisation={organisation} />
          <PersonListPanel organisationId={organisation.id} />
          <AccessPanel organisationId={organisation.id} />
        </div>
        <div className={classes["column"]}>
          <OrganisationFactsPanel organisation={organisation} />
          <OrganisationPlacePanel organisation={organisation} />
          {hasMembers ? null : <MembershipPanel organisation={organisation} />}
        </div>
      </div>
    </>
  );
}
