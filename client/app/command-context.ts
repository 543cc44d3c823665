import { useMantineColorScheme } from "@mantine/core";
import { useNavigate, useParams, type UseNavigateResult } from "@tanstack/react-router";
import { openOverlay, toggleSidebar } from "#client/app/frame-state.ts";
import { useSession } from "#client/app/session.ts";
import { signOut } from "#client/app/sign-out.ts";

/** What commands look at and act with. */
export type CommandContext = {
  session: ReturnType<typeof useSession>;
  /** The project on screen. */
  projectId: string | undefined;
  navigate: UseNavigateResult<string>;
  openPalette: () => void;
  openShortcutSheet: () => void;
  toggleSidebar: () => void;
  toggleColorScheme: () => void;
  signOut: () => void;
};

/** The command context of the present page. */
export function useCommandContext(): CommandContext {
  const { toggleColorScheme } = useMantineColorScheme();
  const { projectId } = useParams({ strict: false });
  return {
    session: useSession(),
    projectId,
    navigate: useNavigate(),
    openPalette: () => openOverlay("palette"),
    openShortcutSheet: () => openOverlay("shortcuts"),
    toggleSidebar,
    toggleColorScheme,
    signOut,
  };
}
