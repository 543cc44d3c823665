import { countryOf } from "#shared/features/organisations/countries.ts";
import {
  activityTypes,
  organisationKinds,
  organisationSizes,
  resourceDirections,
  resourceMedia,
} from "#shared/features/organisations/organisation-words.ts";

type Given = Partial<
  Record<"kind" | "country" | "size" | "activity" | "cluster" | "direction" | "medium" | "resource", string>
>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filters of an address as the server takes them; what is no such word is left out, so that a bad link opens the plain list. */
export function directoryFilters(given: Given) {
  return {
    kind: organisationKinds.find((word) => word === given.kind),
    country: countryOf(given.country ?? "") ?? undefined,
    size: organisationSizes.find((word) => word === given.size),
    activityType: activityTypes.find((word) => word === given.activity),
    memberOf: given.cluster !== undefined && uuid.test(given.cluster) ? given.cluster : undefined,
    direction: resourceDirections.find((word) => word === given.direction),
    medium: resourceMedia.find((word) => word === given.medium),
    resource: given.resource?.slice(0, 120),
  };
}

export type DirectoryFilters = ReturnType<typeof directoryFilters>;
