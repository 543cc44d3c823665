import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { ParticipantActions } from "#client/features/participants/participant-actions.tsx";
import { participantTones } from "#client/features/participants/participant-tones.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { DateText } from "#client/ui/date-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ParticipantRow } from "#shared/features/participants/participant.ts";

type Options = {
  coordinator: ParticipantRow | undefined;
  country: (code: string) => string;
  onOpen: (row: ParticipantRow) => void;
};

/** Columns of the members of a project; ids of sortable ones are the server's. */
export function participantColumns(t: TFunction, { coordinator, country, onOpen }: Options): Column<ParticipantRow>[] {
  return [
    { id: "number", header: t("participants:number"), isSortable: true, width: "4rem", cell: (row) => row.number },
    {
      id: "name",
      header: t("participants:organisation"),
      isSortable: true,
      isName: true,
      cell: (row) => (
        <>
          <Anchor component={Link} to={`/organisations/${row.organisationId}`} fw={600} fz="inherit" c="inherit">
            {row.organisationName}
          </Anchor>
          {row.isOwn ? ` (${t("participants:us")})` : null}
        </>
      ),
    },
    {
      id: "role",
      header: t("participants:roleTitle"),
      isSortable: true,
      cell: (row) => t(`participants:role.${row.role}`),
    },
    {
      id: "state",
      header: t("participants:stateTitle"),
      isSortable: true,
      cell: (row) => <StateBadge tone={participantTones[row.state]}>{t(`participants:state.${row.state}`)}</StateBadge>,
    },
    {
      id: "country",
      header: t("participants:country"),
      isSortable: true,
      cell: (row) => (row.country === null ? <NoValue /> : country(row.country)),
    },
    {
      id: "joined",
      header: t("participants:joinedOn"),
      isSortable: true,
      isWideOnly: true,
      cell: (row) => <DateText day={row.joinedOn} />,
    },
    {
      id: "leads",
      header: t("participants:leads"),
      isWideOnly: true,
      cell: (row) => (row.leads.length === 0 ? <NoValue /> : row.leads.map((stream) => stream.code).join(", ")),
    },
    {
      id: "actions",
      header: t("participants:actions"),
      cell: (row) => <ParticipantActions row={row} coordinator={coordinator} onOpen={() => onOpen(row)} />,
    },
  ];
}
