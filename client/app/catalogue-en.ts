/** Every text of this language; one lazy chunk. */
export const catalogue = import.meta.glob<Record<string, unknown>>("../locales/en/*.json", {
  eager: true,
  import: "default",
});
