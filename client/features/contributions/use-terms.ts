import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readTerms, type TermsText } from "#client/features/contributions/terms-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import type { FaultField } from "#shared/fault.ts";
import { termsFaults } from "#shared/features/contributions/contribution-rules.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { ContributionKind } from "#shared/features/contributions/contribution-words.ts";

type Frame = { currency: string; durationMonths: number | null };

/** Terms while they are typed: their text, and `check`, which reads them or shows what is wrong beside the fields. */
export function useTerms(frame: Frame, initial: TermsText) {
  const { t } = useTranslation();
  const [text, setText] = useState(initial);
  const [refused, setRefused] = useState<readonly FaultField[]>([]);

  /** The terms, or null when something is wrong with them; `others` are faults of fields around them. */
  function check(kind: ContributionKind, others: readonly FaultField[] = []): Terms | null {
    const { terms, faults: unreadable } = readTerms(kind, text, minorPlaces(frame.currency));
    const found = unreadable.length > 0 ? unreadable : termsFaults(kind, terms, frame.durationMonths);
    const all = [...found, ...others];
    setRefused(all);
    return all.length > 0 ? null : terms;
  }

  const faults = Object.fromEntries(refused.map(({ path, appCode }) => [path, t(`faults:${appCode}`)]));
  return { text, setText, check, faults };
}
