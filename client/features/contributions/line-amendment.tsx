import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AmendmentCard } from "#client/features/contributions/amendment-card.tsx";
import { AmendmentForm } from "#client/features/contributions/amendment-form.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** The open change of an agreed line, or the way to propose one. */
export function LineAmendment({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  const [isProposing, setProposing] = useState(false);
  if (line.openAmendment)
    return <AmendmentCard key={line.openAmendment.id} line={line} amendment={line.openAmendment} />;
  if (!line.may.amend) return null;
  if (isProposing) return <AmendmentForm key={line.version} line={line} onDone={() => setProposing(false)} />;
  return (
    <div>
      <Button variant="default" onClick={() => setProposing(true)}>
        {t(`contributions:amendment.${line.bothSides ? "change" : "propose"}`)}
      </Button>
    </div>
  );
}
