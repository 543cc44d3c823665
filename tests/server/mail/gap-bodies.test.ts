import { expect, test } from "vitest";

import { gapReminderBody } from "#server/mail/gap-bodies.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts } from "#tests/support/parts.ts";

test("a reminder of gaps names kinds and how many, in the reader's language, to who still acts there", async () => {
  const db = await openTestDatabase();
  const parts = makeTestParts(db);
  const { owners, people, project } = await buildConsortium(db);
  const params = {
    acronym: project.acronym,
    projectId: project.id,
    organisationId: owners.member.id,
    kinds: "contribution-no-value 2,member-no-contact 1,no-such-kind 1",
  };
  const mail = { to: "m@example.test", language: "fi", params } as const;
  const body = await gapReminderBody(parts, { id: people.member.userId }, mail);
  expect(body).toMatchObject({
    path: `/projects/${project.id}/gaps?owner=${owners.member.id}`,
    items: ["Panokselta puuttuu arvo (2)", "Jäseneltä puuttuu yhteyshenkilö"],
  });
  expect(body?.unsubscribePath).toBeDefined();
  expect(await gapReminderBody(parts, { id: people.other.userId }, mail)).toBeNull();
  await parts.remove();
});
