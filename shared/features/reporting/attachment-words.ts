/** What can be handed in as evidence: media type by the bytes of a file → endings its name may have. */
export const attachmentTypes = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "image/tiff": ["tif", "tiff"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "text/plain": ["txt", "csv", "md"],
  "application/xml": ["xml", "svg"],
} as const satisfies Record<string, readonly string[]>;

export type AttachmentType = keyof typeof attachmentTypes;

/** Images that are drawn anew when they arrive, so that they can be shown within a page and tell no place. */
export const redrawnImages: readonly AttachmentType[] = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/tiff",
];

/** Images that browsers show. */
export const shownImages: readonly string[] = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/** Limits of evidence files (security.md, R-I6 and R-I8); the size of one file is a setting of the installation. */
export const attachmentLimits = {
  perRequest: 20,
  perReport: 50,
  bytesPerMember: 2 * 1024 ** 3,
  megapixels: 40,
} as const;
