/** What stands in the file of recovery codes beside the codes themselves, in the page's language. */
export interface RecoveryCodesFile {
  header: string;
  description: string;
  /** Stands before the date. */
  madeOn: string;
  date: string;
}

/** Recovery codes as a person keeps them: a line each, with the number by which one is asked for. */
export function numbered(codes: readonly string[]): string {
  return codes.map((code, index) => `${index + 1}: ${code}`).join("\r\n");
}

/** The text of the file that a person keeps. Every system's editor reads these ends of lines. */
export function recoveryCodesFile(codes: readonly string[], file: RecoveryCodesFile): string {
  const { header, description, madeOn, date } = file;
  return [header, "", numbered(codes), "", description, "", `${madeOn} ${date}`, ""].join("\r\n");
}

/** Hands a text to the browser as a file to be kept. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  // Safari reads the address only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
