import { Anchor, Button, Group, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/imports/imports.module.css";
import { ImportProgress } from "#client/features/imports/import-progress.tsx";
import type { ImportState } from "#client/features/imports/use-import.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ImportDetail } from "#shared/features/imports/import.ts";
import { importKinds } from "#shared/features/imports/import-words.ts";

type Props = Pick<ImportState, "writing" | "undoing" | "leave" | "stop"> & { detail: ImportDetail };

/** The decision about a preview, and once it is written what came of it, with the way back. */
export function ImportResultPanel({ detail, writing, undoing, leave, stop }: Props) {
  const { t } = useTranslation();
  const { id, stage, state, preview, projects, mayUndo } = detail;
  const isOpen = stage === "previewed" && state === "pending";
  const changesSomething = importKinds.some((kind) => preview.counts[kind].new + preview.counts[kind].changed > 0);
  const sentence =
    stage === "applied"
      ? changesSomething
        ? "imports:applied"
        : "imports:unchanged"
      : stage === "undone"
        ? "imports:undone"
        : preview.errorCount > 0
          ? "imports:refused"
          : changesSomething
            ? "imports:ready"
            : "imports:nothingNew";
  return (
    <PagePanel title={t("imports:outcome")}>
      <p role="status" className={classes["lead"]}>
        {t(sentence, { count: preview.errorCount })}
      </p>
      <FaultAlert error={writing.error} />
      <FaultAlert error={undoing.error} />
      {writing.isPending ? <ImportProgress id={id} onStop={stop} /> : null}
      {undoing.isPending ? <Progress value={100} animated my="sm" aria-label={t("imports:writing")} /> : null}
      {stage !== "applied" || projects.length === 0 ? null : (
        <ul className={classes["projects"]} aria-label={t("imports:kind.project")}>
          {projects.map(({ projectId, acronym }) => (
            <li key={projectId}>
              <Anchor component={Link} to="/projects/$projectId" params={{ projectId } as never}>
                {acronym}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      <Group mt="md" gap="xs">
        {isOpen && preview.errorCount === 0 ? (
          <Button onClick={() => writing.mutate({ id })} loading={writing.isPending}>
            {t("imports:apply")}
          </Button>
        ) : null}
        {mayUndo ? (
          <Button variant="default" onClick={() => undoing.mutate({ id })} loading={undoing.isPending}>
            {t("imports:undo")}
          </Button>
        ) : null}
        <Button variant={isOpen ? "default" : "light"} onClick={leave} disabled={writing.isPending}>
          {t(isOpen ? "imports:otherFiles" : "imports:again")}
        </Button>
      </Group>
    </PagePanel>
  );
}
