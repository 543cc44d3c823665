import { ColorSchemeMenu } from "#client/app/color-scheme-menu.tsx";
import { LanguageMenu } from "#client/app/language-menu.tsx";

/** Language and colours for pages without sidebar; a chunk of its own. */
export function BareMenus() {
  return (
    <>
      <LanguageMenu />
      <ColorSchemeMenu />
    </>
  );
}
