import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { OrganisationForm } from "#client/features/organisations/organisation-form.tsx";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import type { OrganisationKind } from "#shared/features/organisations/organisation-words.ts";

type Props = {
  isOpen: boolean;
  /** The name typed so far. */
  name?: string;
  kinds?: OrganisationKind[] | undefined;
  /** Offers membership in the acting cluster. */
  offersOwnCluster?: boolean;
  onClose: () => void;
  /** Gets the new organisation, or the one that the person recognised as the same. */
  onDone: (organisation: OrganisationOption) => void;
};

/** Enters an organisation into the directory without leaving the page. */
export function OrganisationCreateDialog({
  isOpen,
  name = "",
  kinds,
  offersOwnCluster = true,
  onClose,
  onDone,
}: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("organisations:create.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <OrganisationForm
        name={name}
        kinds={kinds}
        offersOwnCluster={offersOwnCluster}
        onCancel={onClose}
        onDone={onDone}
      />
    </Modal>
  );
}
