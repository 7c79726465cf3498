/** How addresses and old user names are compared: without spaces around, in Unicode NFC and small letters. */
export function normalized(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}
