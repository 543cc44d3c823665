import type { Page } from "playwright-core";

/** A page of the product: its route, and the address where it is found; `project` stands for the sample. */
export type Place = {
  route: string;
  address: string;
  /** For a page of one thing: a link to it on the page at `address`, and what comes after it. */
  link?: string;
  ending?: string;
};

const inProject = (route: string, more: Partial<Place> = {}): Place => ({
  route: `/projects/$projectId${route}`,
  address: `project${route}`,
  ...more,
});

/** Pages of people who are not signed in. */
export const doors: readonly Place[] = [
  { route: "/sign-in", address: "/sign-in" },
  { route: "/setup", address: "/setup?token=unknown" },
  { route: "/reset", address: "/reset" },
  { route: "/unsubscribe", address: "/unsubscribe" },
  { route: "/invitation", address: "/invitation?token=i1" },
  { route: "/invitation", address: "/invitation?id=1" },
];

/** Pages of people who are signed in; a test fails for every route that is in neither list. */
export const places: readonly Place[] = [
  { route: "/", address: "/" },
  { route: "/projects", address: "/projects" },
  { route: "/organisations", address: "/organisations" },
  {
    route: "/organisations/$organisationId",
    address: "/organisations?q=Lendtherm",
    link: "table a[href*='/organisations/']",
  },
  { route: "/imports", address: "/imports" },
  { route: "/account", address: "/account" },
  { route: "/notifications", address: "/notifications" },
  { route: "/bin", address: "/bin" },
  { route: "/administration/audit", address: "/administration/audit" },
  inProject(""),
  inProject("/streams"),
  inProject("/streams/$streamId", { address: "project/streams", link: "table a[href*='/streams/']" }),
  inProject("/plan"),
  inProject("/members"),
  inProject("/contributions"),
  inProject("/contributions", { address: "project/contributions?amended=true" }),
  inProject("/matrix"),
  inProject("/updates"),
  inProject("/updates", { address: "project/updates?tab=status" }),
  inProject("/updates", { address: "project/updates?tab=ask" }),
  inProject("/forecast"),
  inProject("/budget"),
  inProject("/budget", { address: "project/budget?book=interreg&by=stream" }),
  inProject("/gaps"),
  inProject("/milestones"),
  inProject("/risks"),
  inProject("/baselines"),
  inProject("/baselines", { address: "project/baselines?view=table" }),
  inProject("/decisions"),
  inProject("/decisions/$decisionId", { address: "project/decisions", link: "main a[href*='/decisions/']" }),
  inProject("/decisions/$decisionId/minutes", {
    address: "project/decisions",
    link: "main a[href*='/decisions/']",
    ending: "/minutes",
  }),
  inProject("/exports"),
  inProject("/activity"),
  inProject("/bin"),
];

/** Opens a page of the product and waits until it has been read. */
export async function openPlace(page: Page, projectUrl: string, { address, link, ending = "" }: Place): Promise<void> {
  const { origin } = new URL(projectUrl);
  await page.goto(address.startsWith("project") ? projectUrl + address.slice("project".length) : origin + address);
  if (link !== undefined) await page.goto(origin + (await page.locator(link).first().getAttribute("href")) + ending);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
}
