import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { faultText } from "#client/lib/fault-text.ts";

type Props = { projectId: string | null; onChoose: (projectId: string | null) => void };

const mostOffered = 50;

/** Which project a table is for, found by typing; the server searches, so that there may be thousands. */
export function ProjectChoice({ projectId, onChoose }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const options = trpc.project.list.queryOptions(
    { search, pageSize: mostOffered },
    { placeholderData: keepPreviousData },
  );
  const found = useQuery(options);
  return (
    <Select
      label={t("imports:wizard.project")}
      placeholder={t("imports:wizard.noProject")}
      data={(found.data?.rows ?? []).map(({ id, acronym }) => ({ value: id, label: acronym }))}
      value={projectId}
      onChange={onChoose}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={t("imports:wizard.noneFound")}
      error={found.error ? faultText(found.error, t) : null}
      searchable
      required
    />
  );
}
