import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Whether a program of the computer can be run; tests that need it say that they were skipped. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The text of a PDF as `pdftotext` reads it. */
export function textOfPdf(bytes: Uint8Array): string {
  return inFolder((folder) => {
    const file = path.join(folder, "file.pdf");
    writeFileSync(file, bytes);
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  });
}

/** What LibreOffice makes of an Office file, in a profile of its own. */
export function convertByOffice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return inFolder((folder) => {
    const source = path.join(folder, `file.${from}`);
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const target = path.join(folder, "out");
    execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", target, source], {
      stdio: "ignore",
    });
    const [made = ""] = readdirSync(target);
    return readFileSync(path.join(target, made));
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "consortia-office-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
