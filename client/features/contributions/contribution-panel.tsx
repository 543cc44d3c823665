import { Drawer, Stack, Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { contributionTones } from "#client/features/contributions/contribution-tones.ts";
import { LineActions } from "#client/features/contributions/line-actions.tsx";
import classes from "#client/features/contributions/line-facts.module.css";
import { LineFacts } from "#client/features/contributions/line-facts.tsx";
import { LineReports } from "#client/features/contributions/line-reports.tsx";
import { OfferList } from "#client/features/contributions/offer-list.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";

type Props = { id: string | undefined; onClose: () => void };

/** One line beside the ledger: facts, the talk about it, what may be done, and its reports. */
export function ContributionPanel({ id, onClose }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.contribution.show.queryOptions({ id: id ?? "" }, { enabled: id !== undefined }));
  const confide = useMutation(trpc.contribution.setConfidentiality.mutationOptions());
  const revise = useMutation(trpc.contribution.revise.mutationOptions());
  const line = id === undefined ? undefined : found.data;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={line?.title ?? t("contributions:line")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {line === undefined ? (
        found.error ? null : (
          <Loading />
        )
      ) : (
        <Stack gap="lg">
          <div>
            <StateBadge tone={contributionTones[line.state]}>{t(`contributions:state.${line.state}`)}</StateBadge>
          </div>
          {line.may.revise ? (
            <InlineField
              label={t("contributions:title")}
              name="title"
              value={line.title}
              canEdit
              maxLength={300}
              onSave={(title, present) =>
                revise.mutateAsync({
                  id: line.id,
                  version: Number(present?.version ?? line.version),
                  patch: { title: title ?? "" },
                })
              }
            />
          ) : null}
          <LineFacts line={line} />
          {line.may.setConfidentiality || line.confidentiality === "coordinator" ? (
            <Switch
              checked={line.confidentiality === "coordinator"}
              disabled={!line.may.setConfidentiality || confide.isPending}
              label={t("contributions:confidentiality.coordinator")}
              description={t("contributions:confidentiality.hint")}
              onChange={(event) =>
                confide.mutate({
                  id: line.id,
                  version: line.version,
                  confidentiality: event.currentTarget.checked ? "coordinator" : "consortium",
                })
              }
            />
          ) : null}
          <FaultAlert error={confide.error} />
          <section aria-label={t("contributions:talk")}>
            <h2 className={classes["heading"]}>{t("contributions:talk")}</h2>
            <Stack gap="md">
              <OfferList line={line} />
              <LineActions line={line} />
            </Stack>
          </section>
          {line.state === "agreed" ? <LineReports line={line} /> : null}
        </Stack>
      )}
    </Drawer>
  );
}
