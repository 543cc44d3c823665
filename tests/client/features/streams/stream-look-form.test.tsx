import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";

import { type StreamLook, StreamLookForm } from "#client/features/streams/stream-look-form.tsx";
import { draw } from "#tests/client/render.tsx";

afterEach(cleanup);

const named = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });

describe("how a stream is drawn", () => {
  test("is chosen among named swatches and written in one go", async () => {
    const saved: StreamLook[] = [];
    let isClosed = false;
    draw(
      <StreamLookForm
        look={{ colour: "teal", pattern: "solid" }}
        onSave={(look) => Promise.resolve(saved.push(look))}
        onDone={() => (isClosed = true)}
      />,
    );
    expect(screen.getAllByRole("radio")).toHaveLength(15);
    expect(named("Teal").checked).toBe(true);
    fireEvent.click(named("Orange"));
    fireEvent.click(named("dots"));
    expect(named("Teal").checked).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(isClosed).toBe(true));
    expect(saved).toEqual([{ colour: "orange", pattern: "dots" }]);
  });
});
