import {
  changeStatusSchema,
  createProjectSchema,
  projectDetailSchema,
  projectInputSchema,
  reviseProjectSchema,
} from "#shared/features/projects/project.ts";
import { listProjectsSchema, projectListSchema } from "#shared/features/projects/project-list.ts";
import { projectOverviewSchema } from "#shared/features/projects/project-overview.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { createProject } from "./project-creation-service.ts";
import { listProjects } from "./project-list-queries.ts";
import { showProjectOverview } from "./project-overview-queries.ts";
import { showProject } from "./project-queries.ts";
import { changeProjectStatus, removeProject, reviseProject } from "./project-service.ts";

const read = personProcedure.meta({ rule: "project-read" });
const plan = personProcedure.meta({ rule: "project-plan" });

export const projectRouter = router({
  list: personProcedure
    .meta({ rule: "own-projects" })
    .input(listProjectsSchema)
    .output(projectListSchema)
    .query(({ ctx, input }) => listProjects(ctx.read, ctx.person, input)),
  show: read
    .input(projectInputSchema)
    .output(projectDetailSchema)
    .query(({ ctx, input }) => showProject(ctx.read, ctx.person, input.projectId)),
  overview: read
    .input(projectInputSchema)
    .output(projectOverviewSchema)
    .query(({ ctx, input }) => showProjectOverview(ctx.read, ctx.person, input.projectId, ctx.parts.clock())),
  create: personProcedure
    .meta({ rule: "project-create" })
    .input(createProjectSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createProject(tx, ctx.person, input))),
  revise: plan
    .input(reviseProjectSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseProject(tx, ctx.person, input))),
  changeStatus: plan
    .input(changeStatusSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => changeProjectStatus(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeProject(tx, ctx.person, input))),
});
