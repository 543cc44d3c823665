import { type ReactNode, useRef } from "react";
import { attachmentTypes } from "#shared/features/reporting/attachment-words.ts";

type Props = {
  label: string;
  /** Opens the camera of a phone. */
  isCamera?: boolean;
  onFiles: (files: File[]) => void;
  children: (open: () => void) => ReactNode;
};

const accepted = Object.values(attachmentTypes)
  .flat()
  .map((ending) => `.${ending}`)
  .join(",");

/** A button of one's own that opens the choice of files. */
export function FilePicker({ label, isCamera = false, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple={!isCamera}
        accept={isCamera ? "image/*" : accepted}
        {...(isCamera ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
