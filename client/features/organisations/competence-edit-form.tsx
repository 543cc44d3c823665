import { Button, Group, TagsInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReviseOrganisation } from "#client/features/organisations/use-revise-organisation.ts";
import { useSeenVersion } from "#client/lib/use-seen-version.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

type Props = { organisation: OrganisationView; onClose: () => void };

/** Changes the competences of an organisation as tags. */
export function CompetenceEditForm({ organisation, onClose }: Props) {
  const { t } = useTranslation();
  // As it stood when the form opened: what others save meanwhile must not be saved over unknowingly.
  const [opened] = useState(organisation);
  const seen = useSeenVersion(opened.version);
  const revise = useReviseOrganisation(opened);
  const [competences, setCompetences] = useState(organisation.competences);
  const save = useMutation({
    mutationFn: () => revise({ competences }, seen.present),
    onSuccess: onClose,
    onError: seen.learn,
  });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TagsInput
        ref={input}
        aria-label={t("organisations:field.competences")}
        placeholder={t("organisations:page.addCompetence")}
        value={competences}
        onChange={setCompetences}
        maxTags={50}
        maxLength={80}
        acceptValueOnBlur
      />
      <FaultAlert error={save.error} />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={save.isPending}>
          {t("common:save")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  );
}
