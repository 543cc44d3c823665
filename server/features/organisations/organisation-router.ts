import { z } from "zod";

import { idSchema } from "#shared/ids.ts";
import {
  organisationListSchema,
  organisationOptionsSchema,
  organisationPageSchema,
  similarOrganisationSchema,
  similarOrganisationsSchema,
} from "#shared/features/organisations/organisation-directory.ts";
import {
  duplicateSchema,
  mergeOrganisationsSchema,
  mergePairSchema,
  mergePreviewSchema,
} from "#shared/features/organisations/organisation-merge.ts";
import {
  memberPageSchema,
  organisationOptionSchema,
  organisationPartSchema,
  organisationProjectPageSchema,
  organisationViewSchema,
} from "#shared/features/organisations/organisation-views.ts";
import {
  createOrganisationSchema,
  reviseOrganisationSchema,
  versionedIdSchema,
} from "#shared/features/organisations/organisation.ts";
import { addResourceSchema, reviseResourceSchema } from "#shared/features/organisations/resource.ts";

import { writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { listDuplicates, previewMerge } from "./organisation-merge-queries.ts";
import { mergeOrganisations } from "./organisation-merge-service.ts";
import { listOrganisations } from "./organisation-directory-queries.ts";
import { organisationOptions, similarOrganisations } from "./organisation-option-queries.ts";
import { listMembers, listOrganisationProjects } from "./organisation-part-queries.ts";
import { showOrganisation } from "./organisation-queries.ts";
import { createOrganisation, removeOrganisation, reviseOrganisation } from "./organisation-service.ts";
import { addResource, removeResource, reviseResource } from "./resource-service.ts";

const written = z.strictObject({ id: z.string(), version: z.int() });
const removed = z.strictObject({ id: z.string() });

const reading = personProcedure.meta({ rule: "directory" });
const merging = personProcedure.meta({ rule: "organisation-merge" });
const editing = personProcedure.meta({ rule: "organisation-edit" });

export const organisationRouter = router({
  list: reading
    .input(organisationListSchema)
    .output(organisationPageSchema)
    .query(({ ctx, input }) => listOrganisations(ctx.read, ctx.person, input)),
  show: reading
    .input(z.strictObject({ id: idSchema }))
    .output(organisationViewSchema)
    .query(({ ctx, input }) => showOrganisation(ctx.read, ctx.person, input.id)),
  members: reading
    .input(organisationPartSchema)
    .output(memberPageSchema)
    .query(({ ctx, input }) => listMembers(ctx.read, ctx.person, input)),
  projects: reading
    .input(organisationPartSchema)
    .output(organisationProjectPageSchema)
    .query(({ ctx, input }) => listOrganisationProjects(ctx.read, ctx.person, input)),
  options: reading
    .input(organisationOptionsSchema)
    .output(z.array(organisationOptionSchema))
    .query(({ ctx, input }) => organisationOptions(ctx.read, input)),
  similar: reading
    .input(similarOrganisationsSchema)
    .output(z.array(similarOrganisationSchema))
    .query(({ ctx, input }) => similarOrganisations(ctx.read, input)),
  create: personProcedure
    .meta({ rule: "organisation-create" })
    .input(createOrganisationSchema)
    .output(written)
    .mutation(({ ctx, input }) => ctx.write((tx) => createOrganisation(tx, ctx.person, input))),
  revise: editing
    .input(reviseOrganisationSchema)
    .output(written)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseOrganisation(tx, ctx.person, input))),
  duplicates: reading
    .input(z.strictObject({ id: idSchema }))
    .output(z.array(duplicateSchema))
    .query(({ ctx, input }) => listDuplicates(ctx.read, ctx.person, input.id)),
  mergePreview: merging
    .input(mergePairSchema)
    .output(mergePreviewSchema)
    .query(({ ctx, input }) => previewMerge(ctx.read, ctx.person, input)),
  merge: merging
    .input(mergeOrganisationsSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => mergeOrganisations(tx, ctx.person, input))),
  remove: editing
    .input(versionedIdSchema)
    .output(removed)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeOrganisation(tx, ctx.person, input))),
  addResource: editing
    .input(addResourceSchema)
    .output(written)
    .mutation(({ ctx, input }) => ctx.write((tx) => addResource(tx, ctx.person, input))),
  reviseResource: editing
    .input(reviseResourceSchema)
    .output(written)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseResource(tx, ctx.person, input))),
  removeResource: editing
    .input(versionedIdSchema)
    .output(removed)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeResource(tx, ctx.person, input))),
});
