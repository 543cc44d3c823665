import { Button } from "@mantine/core";
import { IconDeviceMobile, IconMail } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { drawPartToken, partAddress } from "#client/features/reporting/part-address.ts";
import { PartAskDialog } from "#client/features/reporting/part-ask-dialog.tsx";
import { PartLinkList } from "#client/features/reporting/part-link-list.tsx";
import classes from "#client/features/reporting/part-share.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

// Brings what draws the picture; only who asks for one waits for it.
const PartPictureDialog = lazy(() =>
  import("#client/features/reporting/part-picture-dialog.tsx").then((part) => ({ default: part.PartPictureDialog })),
);

type Props = { projectId: string; periodId: string };

/** Ways to report our part of a period without this page: on the own phone, or by a colleague. */
export function PartSharePanel({ projectId, periodId }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [sentTo, setSentTo] = useState("");
  const [token, setToken] = useState("");
  const links = useQuery(trpc.part.links.queryOptions({ projectId, periodId }));
  const picture = useMutation(trpc.part.picture.mutationOptions());
  if (!links.data?.may.share) return null;
  function draw() {
    const drawn = drawPartToken();
    setToken(drawn);
    picture.mutate({ projectId, periodId, token: drawn });
  }
  return (
    <section className={classes["share"]} aria-label={t("part:share.title")} data-chrome>
      <div className={classes["buttons"]}>
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={17} aria-hidden="true" />}
          loading={picture.isPending}
          onClick={draw}
        >
          {t("part:share.phone")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMail size={17} aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {t("part:share.ask")}
        </Button>
      </div>
      <p role="status" className={classes["quiet"]}>
        {sentTo === "" ? null : t("part:share.sent", { email: sentTo })}
      </p>
      <FaultAlert error={picture.error} />
      {links.data.rows.length === 0 ? null : <PartLinkList rows={links.data.rows} />}
      {isAsking ? (
        <PartAskDialog
          projectId={projectId}
          periodId={periodId}
          onClose={() => setAsking(false)}
          onSent={(email) => {
            setSentTo(email);
            setAsking(false);
          }}
        />
      ) : null}
      {picture.data === undefined ? null : (
        <Suspense fallback={null}>
          <PartPictureDialog picture={picture.data} address={partAddress(token)} onClose={picture.reset} />
        </Suspense>
      )}
    </section>
  );
}
