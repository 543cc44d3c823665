import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { SampleOffer } from "#client/features/samples/sample-offer.tsx";
import { SampleRemoveButton } from "#client/features/samples/sample-remove-button.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** To administrators: the sample that is loaded with the way to remove it, or the offer to load it. */
export function SamplePanel({ isOffered = true }: { isOffered?: boolean }) {
  const { t } = useTranslation();
  const { data: sample } = useQuery(trpc.sample.show.queryOptions());
  if (!sample?.mayChange) return null;
  if (sample.projectId === null) {
    return isOffered ? (
      <PagePanel title={t("samples:title")}>
        <SampleOffer />
      </PagePanel>
    ) : null;
  }
  return (
    <PagePanel title={t("samples:title")} description={t("samples:loadedText")}>
      <Group gap="xs">
        <Button
          variant="default"
          component={Link}
          to="/projects/$projectId"
          params={{ projectId: sample.projectId } as never}
        >
          {t("samples:toProject")}
        </Button>
        <SampleRemoveButton />
      </Group>
    </PagePanel>
  );
}
