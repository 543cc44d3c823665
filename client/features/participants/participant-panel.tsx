import { Stack } from "@mantine/core";
import { ParticipantField } from "#client/features/participants/participant-field.tsx";
import type { ParticipantRow } from "#shared/features/participants/participant.ts";

/** One member's row in full; contact and rate are the consortium's own and absent for readers outside of it. */
export function ParticipantPanel({ row }: { row: ParticipantRow }) {
  const isInside = row.contact !== null;
  return (
    <Stack>
      <ParticipantField row={row} name="role" />
      <ParticipantField row={row} name="roleText" />
      {isInside ? <ParticipantField row={row} name="contact" /> : null}
      <ParticipantField row={row} name="joinedOn" />
      <ParticipantField row={row} name="leftOn" />
      {isInside ? <ParticipantField row={row} name="fundingRateBp" /> : null}
    </Stack>
  );
}
