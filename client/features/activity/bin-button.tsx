import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Leads to removed projects and entries of the directory. */
export function BinButton() {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={17} aria-hidden="true" />}
      renderRoot={(props) => <Link to="/bin" {...props} />}
    >
      {t("frame:bin")}
    </Button>
  );
}
