import { Notifications } from "@mantine/notifications";

/** Where short messages appear; a chunk of its own, asked for after the first paint. */
export function Toasts() {
  return <Notifications position="bottom-right" limit={4} autoClose={5000} />;
}
