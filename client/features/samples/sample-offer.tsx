import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useLoadSample } from "#client/features/samples/use-load-sample.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** Offers the illustrative sample project to who may load it, as long as it is not there. */
export function SampleOffer() {
  const { t } = useTranslation();
  const sample = useQuery(trpc.sample.show.queryOptions());
  const load = useLoadSample();
  if (!sample.data?.mayChange || sample.data.projectId !== null) return null;
  return (
    <div>
      <p style={{ margin: 0, color: "var(--mantine-color-dimmed)" }}>{t("samples:offerText")}</p>
      <FaultAlert error={load.error} />
      <Button mt="xs" variant="light" loading={load.isPending || load.isSuccess} onClick={() => load.mutate()}>
        {t("samples:load")}
      </Button>
    </div>
  );
}
