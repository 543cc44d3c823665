import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";

export type Owners = { coordinatorId: string | null; clusterId: string | null };

type Props = { owners: Owners; onChange: (owners: Owners) => void; texts: Record<string, string> };

/** A cluster names the coordinator of its project; everybody else coordinates and names the cluster. */
export function ProjectOwnerFields({ owners, onChange, texts }: Props) {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  if (actingFor?.kind === "cluster") {
    return (
      <OrganisationSelect
        label={t("projects:fields.coordinator")}
        value={owners.coordinatorId}
        onChoose={(chosen) => onChange({ ...owners, coordinatorId: chosen?.id ?? null })}
        error={texts["coordinatorId"]}
        isRequired
      />
    );
  }
  return (
    <OrganisationSelect
      label={t("projects:fields.cluster")}
      value={owners.clusterId}
      onChoose={(chosen) => onChange({ ...owners, clusterId: chosen?.id ?? null })}
      kinds={["cluster", "association"]}
      error={texts["clusterId"]}
    />
  );
}
