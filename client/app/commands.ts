import {
  IconActivity,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBell,
  IconBinaryTree,
  IconBuildingCommunity,
  IconChartLine,
  IconChecklist,
  IconCoins,
  IconDownload,
  IconFileImport,
  IconFlag,
  IconGavel,
  IconHome,
  IconKeyboard,
  IconLayoutSidebar,
  IconListDetails,
  IconListSearch,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconShieldCheck,
  IconStack2,
  IconTable,
  IconTimeline,
  IconTrash,
  IconUserCircle,
  IconUsers,
  type Icon,
  IconAlertTriangle,
  IconGitCompare,
} from "@tabler/icons-react";
import type { CommandContext } from "#client/app/command-context.ts";

/** Order of the groups in palette and shortcut sheet. */
export const commandGroups = ["project", "navigate", "create", "general", "account"] as const;

/** One thing a person can do from anywhere; palette, sidebar tooltips and shortcut sheet are made from these. */
export type Command = {
  id: string;
  /** Key of the title. */
  titleKey: string;
  icon: Icon;
  group: (typeof commandGroups)[number];
  /** See `Shortcut.keys`. */
  keys?: string;
  /** In a text field the keys belong to the text. */
  isForPage?: boolean;
  /** Only another way to press a command that stands elsewhere. */
  isTwin?: boolean;
  isVisible?: (context: CommandContext) => boolean;
  run: (context: CommandContext) => void;
};

const signedIn = ({ session }: CommandContext) => session.user !== null;
const isManager = ({ session }: CommandContext) =>
  session.user?.isAdministrator === true || session.actingFor?.role === "manager";
const inProject = ({ session, projectId }: CommandContext) => session.user !== null && projectId !== undefined;

function toProject(id: string, icon: Icon, to: ProjectPath, keys: string): Command {
  return {
    id: `project-${id}`,
    titleKey: `frame:${id}`,
    icon,
    group: "project",
    keys,
    isVisible: inProject,
    run: ({ navigate, projectId }) => void navigate({ to, params: { projectId: projectId ?? "" } }),
  };
}

type ProjectPath =
  `/projects/$projectId${"" | "/streams" | "/plan" | "/members" | "/contributions" | "/matrix" | "/updates" | "/forecast" | "/budget" | "/gaps" | "/milestones" | "/risks" | "/baselines" | "/decisions" | "/exports" | "/activity"}`;

/** Every command of the product; a feature adds its own by one entry. */
export const commands: readonly Command[] = [
  toProject("overview", IconListDetails, "/projects/$projectId", "g v"),
  toProject("streams", IconBinaryTree, "/projects/$projectId/streams", "g s"),
  toProject("plan", IconTimeline, "/projects/$projectId/plan", "g w"),
  toProject("members", IconUsers, "/projects/$projectId/members", "g l"),
  toProject("contributions", IconStack2, "/projects/$projectId/contributions", "g c"),
  toProject("matrix", IconTable, "/projects/$projectId/matrix", "g m"),
  toProject("updates", IconChecklist, "/projects/$projectId/updates", "g u"),
  toProject("forecast", IconChartLine, "/projects/$projectId/forecast", "g r"),
  toProject("budget", IconCoins, "/projects/$projectId/budget", "g f"),
  toProject("gaps", IconListSearch, "/projects/$projectId/gaps", "g g"),
  toProject("milestones", IconFlag, "/projects/$projectId/milestones", "g t"),
  toProject("risks", IconAlertTriangle, "/projects/$projectId/risks", "g k"),
  toProject("baselines", IconGitCompare, "/projects/$projectId/baselines", "g b"),
  toProject("decisions", IconGavel, "/projects/$projectId/decisions", "g d"),
  toProject("exports", IconDownload, "/projects/$projectId/exports", "g e"),
  toProject("activity", IconActivity, "/projects/$projectId/activity", "g a"),
  {
    id: "home",
    titleKey: "frame:home",
    icon: IconHome,
    group: "navigate",
    keys: "g h",
    isVisible: signedIn,
    run: ({ navigate }) => void navigate({ to: "/" }),
  },
  {
    id: "projects",
    titleKey: "frame:projects",
    icon: IconStack2,
    group: "navigate",
    keys: "g p",
    isVisible: signedIn,
    run: ({ navigate }) => void navigate({ to: "/projects" }),
  },
  {
    id: "organisations",
    titleKey: "frame:organisations",
    icon: IconBuildingCommunity,
    group: "navigate",
    keys: "g o",
    isVisible: signedIn,
    run: ({ navigate }) => void navigate({ to: "/organisations" }),
  },
  {
    id: "imports",
    titleKey: "frame:imports",
    icon: IconFileImport,
    group: "navigate",
    keys: "g i",
    isVisible: isManager,
    run: ({ navigate }) => void navigate({ to: "/imports" }),
  },
  {
    id: "notifications",
    titleKey: "frame:notifications",
    icon: IconBell,
    group: "navigate",
    keys: "g n",
    isVisible: signedIn,
    run: ({ navigate }) => void navigate({ to: "/notifications" }),
  },
  {
    id: "bin",
    titleKey: "frame:bin",
    icon: IconTrash,
    group: "navigate",
    isVisible: ({ session }) => session.actingFor !== null && session.actingFor.role !== "viewer",
    run: ({ navigate }) => void navigate({ to: "/bin" }),
  },
  {
    id: "audit",
    titleKey: "frame:audit",
    icon: IconShieldCheck,
    group: "navigate",
    isVisible: ({ session }) => session.user?.isAdministrator === true,
    run: ({ navigate }) => void navigate({ to: "/administration/audit" }),
  },
  {
    id: "create-project",
    titleKey: "projects:create.open",
    icon: IconPlus,
    group: "create",
    keys: "n p",
    isVisible: ({ session }) => session.actingFor !== null && session.actingFor.role !== "viewer",
    run: ({ navigate }) => void navigate({ to: "/projects", search: { create: true } }),
  },
  {
    id: "undo",
    titleKey: "frame:undo",
    icon: IconArrowBackUp,
    group: "general",
    keys: "mod+z",
    isForPage: true,
    isVisible: signedIn,
    run: () => void import("#client/features/activity/take-back.tsx").then(({ undoLast }) => undoLast()),
  },
  ...["mod+shift+z", "mod+y"].map((keys, index): Command => ({
    id: index === 0 ? "redo" : "redo-twin",
    titleKey: "frame:redo",
    icon: IconArrowForwardUp,
    group: "general",
    keys,
    isForPage: true,
    isTwin: index > 0,
    isVisible: signedIn,
    run: () => void import("#client/features/activity/take-back.tsx").then(({ redoLast }) => redoLast()),
  })),
  {
    id: "palette",
    titleKey: "frame:search",
    icon: IconSearch,
    group: "general",
    keys: "mod+k",
    isVisible: signedIn,
    run: ({ openPalette }) => openPalette(),
  },
  {
    id: "shortcut-sheet",
    titleKey: "frame:shortcuts",
    icon: IconKeyboard,
    group: "general",
    keys: "?",
    isVisible: signedIn,
    run: ({ openShortcutSheet }) => openShortcutSheet(),
  },
  {
    id: "sidebar",
    titleKey: "frame:toggleSidebar",
    icon: IconLayoutSidebar,
    group: "general",
    keys: "mod+b",
    isVisible: signedIn,
    run: ({ toggleSidebar }) => toggleSidebar(),
  },
  {
    id: "color-scheme",
    titleKey: "frame:switchColorScheme",
    icon: IconMoon,
    group: "general",
    run: ({ toggleColorScheme }) => toggleColorScheme(),
  },
  {
    id: "account",
    titleKey: "frame:account",
    icon: IconUserCircle,
    group: "account",
    isVisible: signedIn,
    run: ({ navigate }) => void navigate({ to: "/account" }),
  },
  {
    id: "sign-out",
    titleKey: "frame:signOut",
    icon: IconLogout,
    group: "account",
    isVisible: signedIn,
    run: ({ signOut }) => signOut(),
  },
];

/** The commands that make sense here and now, in the order of their groups. */
export function visibleCommands(context: CommandContext): Command[] {
  const visible = commands.filter((command) => command.isVisible?.(context) ?? true);
  return commandGroups.flatMap((group) => visible.filter((command) => command.group === group));
}
