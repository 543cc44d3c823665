import { Group } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { StreamRow } from "#shared/features/streams/stream.ts";

type Props = { projectId: string; rows: readonly StreamRow[]; stream: StreamRow };

/** Moves a stream one place up or down; the numbers follow. */
export function StreamOrderButtons({ projectId, rows, stream }: Props) {
  const { t } = useTranslation();
  const reorder = useMutation(trpc.stream.reorder.mutationOptions());
  const place = rows.findIndex((row) => row.id === stream.id);
  const move = (by: -1 | 1) => {
    const order = rows.map(({ id, version }) => ({ id, version }));
    const [moved] = order.splice(place, 1);
    if (!moved) return;
    order.splice(place + by, 0, moved);
    reorder.mutate({ projectId, streams: order });
  };
  // Above the link that covers the row.
  return (
    <Group gap={0} wrap="nowrap" style={{ position: "relative", zIndex: 1 }}>
      <IconButton
        icon={IconArrowUp}
        label={t("streams:moveUp", { code: stream.code })}
        disabled={place === 0 || reorder.isPending}
        onClick={() => move(-1)}
      />
      <IconButton
        icon={IconArrowDown}
        label={t("streams:moveDown", { code: stream.code })}
        disabled={place === rows.length - 1 || reorder.isPending}
        onClick={() => move(1)}
      />
    </Group>
  );
}
