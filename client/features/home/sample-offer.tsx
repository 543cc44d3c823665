import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/home/home.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** Offers the illustrative sample project to who may load it, as long as it is not there. */
export function SampleOffer() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sample = useQuery(trpc.sample.show.queryOptions());
  const load = useMutation(
    trpc.sample.load.mutationOptions({
      onSuccess: ({ projectId }) => void navigate({ to: "/projects/$projectId", params: { projectId } }),
    }),
  );
  if (!sample.data?.mayChange || sample.data.projectId !== null) return null;
  return (
    <div className={classes["sample"]}>
      <p className={classes["quiet"]}>{t("home:sampleText")}</p>
      <FaultAlert error={load.error} />
      <Button mt="xs" variant="light" loading={load.isPending} onClick={() => load.mutate()}>
        {t("home:loadSample")}
      </Button>
    </div>
  );
}
