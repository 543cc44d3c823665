import { Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CommentThread } from "#client/features/comments/comment-thread.tsx";
import { ConfidentialitySwitch } from "#client/features/contributions/confidentiality-switch.tsx";
import { contributionTones } from "#client/features/contributions/contribution-tones.ts";
import { LineActions } from "#client/features/contributions/line-actions.tsx";
import { LineFacts } from "#client/features/contributions/line-facts.tsx";
import classes from "#client/features/contributions/line-facts.module.css";
import { LineReports } from "#client/features/contributions/line-reports.tsx";
import { LineAmendment } from "#client/features/contributions/line-amendment.tsx";
import { TalkList } from "#client/features/contributions/talk-list.tsx";
import { PresenceList } from "#client/features/presence/presence-list.tsx";
import { TypingScope } from "#client/features/presence/typing-scope.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** A line: its facts, the talk about it, what may be done now, and its reports. */
export function LineView({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  const revise = useMutation(trpc.contribution.revise.mutationOptions());
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <StateBadge tone={contributionTones[line.state]}>{t(`contributions:state.${line.state}`)}</StateBadge>
        <PresenceList />
      </Group>
      {line.may.revise ? (
        <TypingScope entity="contribution" entityId={line.id}>
          <InlineField
            label={t("contributions:title")}
            name="title"
            value={line.title}
            canEdit
            maxLength={300}
            onSave={(title, present) =>
              revise.mutateAsync({
                id: line.id,
                version: present?.version ?? line.version,
                patch: { title: title ?? "" },
              })
            }
          />
        </TypingScope>
      ) : null}
      <LineFacts line={line} />
      <ConfidentialitySwitch line={line} />
      <section aria-label={t("contributions:talk")}>
        <h2 className={classes["heading"]}>{t("contributions:talk")}</h2>
        <Stack gap="md">
          <TalkList line={line} />
          <LineActions line={line} />
          <LineAmendment line={line} />
        </Stack>
      </section>
      {line.state === "agreed" ? <LineReports line={line} /> : null}
      <CommentThread subject="contribution" subjectId={line.id} heading={t("comments:talkOf")} />
    </Stack>
  );
}
