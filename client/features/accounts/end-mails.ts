/** Ends the mails a token of a mail stands for, as the mail program's own button does; throws what `faultOf` reads. */
export async function endMails(token: string): Promise<void> {
  const response = await fetch(`/unsubscribe?token=${encodeURIComponent(token)}`, { method: "POST" });
  if (response.ok) return;
  const body = (await response.json().catch(() => ({}))) as { error?: { message?: string; data?: unknown } };
  throw Object.assign(new Error(body.error?.message ?? response.statusText), { data: body.error?.data });
}
