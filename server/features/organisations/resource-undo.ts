import type { UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { resources } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { mayEditOrganisation } from "#shared/features/organisations/organisation-policy.ts";
import { type AddResourceInput, resourceSearchText } from "#shared/features/organisations/resource.ts";

import { loadOrganisation, loadOrganisationFacts } from "./organisation-facts-queries.ts";

/** What organisations offer and seek, by whoever writes for them. */
export const resourceUndo: UndoRule = {
  store: rowStore(resources),
  carriers: ["organisationId"],
  isBinned: true,
  derive: (row) => ({ search: resourceSearchText(row as unknown as AddResourceInput) }),
  async demand(tx, { step }, { person }) {
    const { id } = await loadOrganisation(tx, step.organisationId ?? "");
    demand(mayEditOrganisation(person, await loadOrganisationFacts(tx, id, person.today)));
  },
};
