import { FileButton } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { attachmentTypes } from "#shared/features/reporting/attachment-words.ts";

type Props = {
  label: string;
  /** Opens the camera of a phone. */
  isCamera?: boolean;
  onFiles: (files: File[]) => void;
  children: (props: { onClick: () => void }) => ReactNode;
};

const accepted = Object.values(attachmentTypes)
  .flat()
  .map((ending) => `.${ending}`)
  .join(",");

/** A button of one's own that opens the choice of files, or the camera. */
export function FilePicker({ label, isCamera = false, onFiles, children }: Props) {
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      multiple
      accept={isCamera ? "image/*" : accepted}
      {...(isCamera ? { capture: "environment" as const } : {})}
      inputProps={{ "aria-label": label }}
      resetRef={reset}
      onChange={(files) => {
        onFiles(files);
        // The same file can be chosen again, after it was removed.
        reset.current?.();
      }}
    >
      {children}
    </FileButton>
  );
}
