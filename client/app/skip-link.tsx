import { useTranslation } from "react-i18next";
import classes from "#client/app/skip-link.module.css";

/** First stop of the Tab key: past the navigation to the page itself. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href="#main"
      className={classes["link"]}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      {t("frame:skipToMain")}
    </a>
  );
}
