import { Button, Group, Modal, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/milestones/milestones.module.css";
import { StreamChoiceGroup } from "#client/features/milestones/stream-choice-group.tsx";
import { useSeenVersion } from "#client/lib/use-seen-version.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { MilestoneRow } from "#shared/features/milestones/milestone.ts";

type Props = { row: MilestoneRow; codes: ReadonlyMap<string, string>; canEdit: boolean };

/** The streams a milestone belongs to; planners choose them in a dialog. */
export function MilestoneStreamsField({ row, codes, canEdit }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const text = row.streamIds.flatMap((id) => codes.get(id) ?? []).join(", ");
  if (!canEdit) return text || <NoValue />;
  const name = t("milestones:streamsOf", { name: `M${row.number}` });
  return (
    <>
      <UnstyledButton className={classes["streams"]} title={name} onClick={() => setOpen(true)}>
        {text || <span className={classes["quiet"]}>{t("ui:field.add")}</span>}
        <IconPencil size={15} aria-hidden="true" />
      </UnstyledButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={name}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <ChoiceForm row={row} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function ChoiceForm({ row, onDone }: { row: MilestoneRow; onDone: () => void }) {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const [streamIds, setStreamIds] = useState(row.streamIds);
  const seen = useSeenVersion(row.version);
  const revise = useMutation(trpc.milestone.revise.mutationOptions({ onSuccess: onDone, onError: seen.learn }));
  const { id, title } = row;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        revise.mutate({ id, version: seen.version, patch: { streamIds } });
      }}
    >
      <p className={classes["title"]}>{title}</p>
      <StreamChoiceGroup projectId={projectId} value={streamIds} onChange={setStreamIds} />
      <FaultAlert error={revise.error} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t("common:cancel")}
        </Button>
        <Button type="submit" loading={revise.isPending}>
          {t("common:save")}
        </Button>
      </Group>
    </form>
  );
}
