/** What can be talked about; a comment is read by whoever may read its record. */
export const commentSubjects = ["project", "stream", "contribution", "update"] as const;
export type CommentSubject = (typeof commentSubjects)[number];

/** The longest comment, in characters. */
export const longestComment = 5_000;

/** How many of the newest comments of a thread a page asks for at first. */
export const commentsAtFirst = 50;
