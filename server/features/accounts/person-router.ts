import { personProcedure, router } from "#server/api/trpc.ts";
import { acceptedSchema } from "#shared/features/accounts/account.ts";
import {
  addPersonSchema,
  changeSeatRoleSchema,
  listPeopleSchema,
  peopleSchema,
  removeSeatSchema,
} from "#shared/features/accounts/person.ts";
import { z } from "zod";

import { countInvitation } from "./person-service.ts";
import { listPeople } from "./seat-queries.ts";
import { addPerson, changeSeatRole, removeSeat } from "./seat-service.ts";

export const personRouter = router({
  list: personProcedure
    .meta({ rule: "organisation-people" })
    .input(listPeopleSchema)
    .output(peopleSchema)
    .query(({ ctx, input }) => listPeople(ctx.read, ctx.person, input.organisationId)),

  add: personProcedure
    .meta({ rule: "organisation-people" })
    .input(addPersonSchema)
    .output(acceptedSchema)
    .mutation(async ({ ctx, input }) => {
      await countInvitation(ctx.parts.db, ctx.person, input);
      return ctx.write((tx) => addPerson(tx, ctx.person, ctx.session, input));
    }),

  changeRole: personProcedure
    .meta({ rule: "organisation-people" })
    .input(changeSeatRoleSchema)
    .output(z.strictObject({ version: z.int() }))
    .mutation(({ ctx, input }) => ctx.write((tx) => changeSeatRole(tx, ctx.person, ctx.session.id, input))),

  remove: personProcedure
    .meta({ rule: "organisation-people" })
    .input(removeSeatSchema)
    .output(z.null())
    .mutation(({ ctx, input }) => ctx.write((tx) => removeSeat(tx, ctx.person, ctx.session.id, input))),
});
