import type { Forecast, ForecastCells } from "#shared/features/reporting/forecast.ts";

/** Which rows are shown; `stream` may be "none" for what belongs to the project as a whole. */
export type ForecastView = {
  by: "member" | "stream";
  member?: string | undefined;
  stream?: string | undefined;
  period?: string | undefined;
};

/** A row as the page shows it; `parts` are its streams or members. */
export type ForecastRow = ForecastCells & { id: string; name: string; parts: readonly ForecastRow[] };

export const noStream = "none";

type Names = { member: (id: string) => string; stream: (id: string | null) => string };

/** The rows of a view, and the row of totals that stands under them (none under a single row). */
export function forecastRows(
  forecast: Forecast,
  { by, member, stream }: ForecastView,
  names: Names,
): { rows: ForecastRow[]; total: ForecastCells | null } {
  const isStream = (id: string | null) => stream === undefined || (id ?? noStream) === stream;
  const isMember = (id: string) => member === undefined || id === member;
  const pairs = forecast.pairs.filter((pair) => isStream(pair.streamId) && isMember(pair.participantId));
  const asMember = ({ participantId, cells, all }: (typeof pairs)[number]): ForecastRow => ({
    id: participantId,
    name: names.member(participantId),
    cells,
    all,
    parts: [],
  });
  const asStream = ({ streamId, cells, all }: (typeof pairs)[number]): ForecastRow => ({
    id: streamId ?? noStream,
    name: names.stream(streamId),
    cells,
    all,
    parts: [],
  });
  if (by === "member") {
    const whole = forecast.byStream.find(({ streamId }) => (streamId ?? noStream) === stream);
    const rows =
      stream === undefined
        ? forecast.byMember
            .filter(({ participantId }) => isMember(participantId))
            .map(({ participantId, cells, all }) => ({
              id: participantId,
              name: names.member(participantId),
              cells,
              all,
              parts: pairs.filter((pair) => pair.participantId === participantId).map(asStream),
            }))
        : pairs.map(asMember);
    return { rows, total: member === undefined ? (stream === undefined ? forecast.total : (whole ?? null)) : null };
  }
  const whole = forecast.byMember.find(({ participantId }) => participantId === member);
  const rows =
    member === undefined
      ? forecast.byStream
          .filter(({ streamId }) => isStream(streamId))
          .map(({ streamId, cells, all }) => ({
            id: streamId ?? noStream,
            name: names.stream(streamId),
            cells,
            all,
            parts: pairs.filter((pair) => pair.streamId === streamId).map(asMember),
          }))
      : pairs.map(asStream);
  return { rows, total: stream === undefined ? (member === undefined ? forecast.total : (whole ?? null)) : null };
}
