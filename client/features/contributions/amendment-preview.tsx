import { useTranslation } from "react-i18next";
import { DeliveredWarning } from "#client/features/contributions/delivered-warning.tsx";
import { TermChangeTable } from "#client/features/contributions/term-change-table.tsx";
import { readTerms, type TermsText } from "#client/features/contributions/terms-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { compareTerms, shortOfDelivered } from "#shared/features/contributions/amendment-rules.ts";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** What the typed figures would change of the agreed ones; `text` null takes the line back. Nothing while they cannot be read. */
export function AmendmentPreview({ line, text }: { line: ContributionDetail; text: TermsText | null }) {
  const { t } = useTranslation();
  const read = text === null ? null : readTerms(line.kind, text, minorPlaces(line.currency));
  if (read !== null && read.faults.length > 0) return null;
  const after = read?.terms ?? null;
  const changes = compareTerms(line, after);
  if (changes.length === 0) return null;
  return (
    <>
      <TermChangeTable label={t("contributions:amendment.preview")} changes={changes} currency={line.currency} />
      <DeliveredWarning line={line} below={shortOfDelivered(after, line)} />
    </>
  );
}
