import { NativeSelect, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";
import { type ContributionKind, contributionKinds } from "#shared/features/contributions/contribution-words.ts";

/** `streamId` empty: for the project as a whole. */
export type LineChoice = { participantId: string; kind: ContributionKind; streamId: string };

type Props = {
  members: ContributionOptions["members"];
  streams: ContributionOptions["streams"];
  line: LineChoice;
  isOwn: boolean;
  faults: Record<string, string>;
  onChange: (line: LineChoice) => void;
};

/** Whose line it is, of which kind, for which stream. */
export function ProposeChoices({ members, streams, line, isOwn, faults, onChange }: Props) {
  const { t } = useTranslation();
  const put = (part: Partial<LineChoice>) => onChange({ ...line, ...part });
  const whole = { value: "", label: t("contributions:wholeProject") };
  return (
    <>
      {members.length > 1 ? (
        <NativeSelect
          label={t("contributions:member")}
          description={isOwn ? undefined : t("contributions:form.asked")}
          value={line.participantId}
          onChange={(event) => put({ participantId: event.currentTarget.value })}
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t("contributions:kind.title")}
          value={line.kind}
          onChange={(event) => put({ kind: event.currentTarget.value as ContributionKind })}
          data={contributionKinds.map((value) => ({ value, label: t(`contributions:kind.${value}`) }))}
        />
        <NativeSelect
          label={t("contributions:stream")}
          value={line.streamId}
          error={faults["streamId"]}
          onChange={(event) => put({ streamId: event.currentTarget.value })}
          data={[whole, ...streams.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))]}
        />
      </SimpleGrid>
    </>
  );
}
