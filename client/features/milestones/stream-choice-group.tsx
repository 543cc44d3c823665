import { Checkbox, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";

type Props = { projectId: string; value: string[]; onChange: (ids: string[]) => void };

/** The streams of a project to tick; nothing where there are none. */
export function StreamChoiceGroup({ projectId, value, onChange }: Props) {
  const { t } = useTranslation();
  const streams = useQuery(trpc.stream.list.queryOptions({ projectId }));
  const rows = streams.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Checkbox.Group label={t("milestones:streams")} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {rows.map((row) => (
          <Checkbox key={row.id} value={row.id} label={`${row.code} ${row.title}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
