import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BulkQuestion } from "#client/features/contributions/bulk-dialogs.tsx";
import type { useBulk } from "#client/features/contributions/use-bulk.ts";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";

type Props = {
  bulk: ReturnType<typeof useBulk>;
  mayScale: boolean;
  run: (act: () => Promise<ItemResults>) => void;
  onAsk: (question: BulkQuestion) => void;
};

/** The acts that fit the chosen lines, each with the number of lines it fits. */
export function BulkButtons({ bulk, mayScale, run, onAsk }: Props) {
  const { t } = useTranslation();
  const { fit } = bulk;
  const acts = [
    { name: "agree", count: fit.agree.length, act: () => run(bulk.agree), isFirst: true },
    { name: "agreeChanges", count: fit.answer.length, act: () => run(bulk.agreeChanges), isFirst: true },
    { name: "declineChanges", count: fit.answer.length, act: () => onAsk("decline") },
    { name: "scale", count: mayScale ? fit.scale.length : 0, act: () => onAsk("scale") },
    { name: "confide", count: fit.confide.length, act: () => run(() => bulk.confide("coordinator")) },
    { name: "share", count: fit.share.length, act: () => run(() => bulk.confide("consortium")) },
    { name: "withdraw", count: fit.withdraw.length, act: () => onAsk("withdraw") },
  ];
  return acts
    .filter(({ count }) => count > 0)
    .map(({ name, count, act, isFirst = false }) => (
      <Button key={name} size="xs" variant={isFirst ? "filled" : "default"} disabled={bulk.isBusy} onClick={act}>
        {t(`contributions:bulk.${name}`, { count })}
      </Button>
    ));
}
