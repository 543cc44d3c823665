/** What can be talked about; a comment is read by whoever may read its record. */
export const commentSubjects = ["project", "stream", "contribution", "update"] as const;
export type CommentSubject = (typeof commentSubjects)[number];
