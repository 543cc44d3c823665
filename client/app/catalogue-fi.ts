/** Every text of this language; one lazy chunk. */
export const catalogue = import.meta.glob<Record<string, unknown>>("../locales/fi/*.json", {
  eager: true,
  import: "default",
});
