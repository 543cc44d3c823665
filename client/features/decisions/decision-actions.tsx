import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Asked, DecisionDialogs } from "#client/features/decisions/decision-dialogs.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

/** What the coordinator may do with a question now: change it, open the vote, close it early, call it off. */
export function DecisionActions({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asked>(null);
  const { may } = decision;
  if (!may.revise && !may.open && !may.close && !may.cancel) return null;
  return (
    <Group gap="xs">
      {may.open ? <Button onClick={() => setAsking("open")}>{t("decisions:open")}</Button> : null}
      {may.revise ? (
        <Button variant="default" onClick={() => setAsking("revise")}>
          {t("decisions:revise")}
        </Button>
      ) : null}
      {may.close ? (
        <Button variant="default" onClick={() => setAsking("close")}>
          {t("decisions:close")}
        </Button>
      ) : null}
      {may.cancel ? (
        <Button variant="subtle" color="gray" onClick={() => setAsking("cancel")}>
          {t("decisions:cancel")}
        </Button>
      ) : null}
      <DecisionDialogs decision={decision} asking={asking} onClose={() => setAsking(null)} />
    </Group>
  );
}
