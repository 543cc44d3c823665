import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/part-share.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { dayOf } from "#shared/dates.ts";
import type { PartLinkRow } from "#shared/features/part/part.ts";

/** Links that open our part now: whose they are, how often they were used, and the way to end them. */
export function PartLinkList({ rows }: { rows: readonly PartLinkRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const revoke = useMutation(trpc.part.revoke.mutationOptions());
  return (
    <details className={classes["links"]}>
      <summary>
        {t("part:share.links")} ({rows.length})
      </summary>
      <ul>
        {rows.map((row) => {
          const role = row.isSelf ? t("part:share.you") : row.isNamed ? t("part:share.colleague") : null;
          const kind = t(row.kind === "mail" ? "part:share.mail" : "part:share.pictureKind");
          return (
            <li key={row.id}>
              <div>
                <strong>{row.personName}</strong> {row.personName === row.email ? null : <span>{row.email}</span>}
                <p className={classes["quiet"]}>
                  {[role, kind, t("part:share.until", { day: format.day(dayOf(row.expiresAt)) })]
                    .filter((fact) => fact !== null)
                    .join(" · ")}
                  {" · "}
                  {row.lastUsedAt === null ? (
                    t("part:share.never")
                  ) : (
                    <>
                      {t("part:share.used", { count: row.uses })} <RelativeTime at={row.lastUsedAt} />
                    </>
                  )}
                </p>
              </div>
              <Button
                size="xs"
                variant="default"
                aria-label={t("part:share.revokeNamed", { name: row.personName })}
                loading={revoke.isPending && revoke.variables.id === row.id}
                onClick={() => revoke.mutate({ id: row.id, version: row.version })}
              >
                {t("part:share.revoke")}
              </Button>
            </li>
          );
        })}
      </ul>
      <FaultAlert error={revoke.error} />
    </details>
  );
}
