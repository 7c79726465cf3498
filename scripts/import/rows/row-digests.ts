import { hash } from "node:crypto";
import type { ExportRow } from "./export-row.ts";

const words = 8;

/** Digests the rows of each school, whatever their order. */
export class RowDigests {
  readonly #key: string;
  readonly #sums = new Map<string, Uint32Array>();

  /** @param key at least 32 bytes: nobody without it can try rows on a digest */
  constructor(key: Buffer) {
    this.#key = key.toString("base64");
  }

  /** Adds a row. */
  add(row: ExportRow): void {
    const { school, address, firstName, lastName, username, personId, language, password } = row;
    const secret = password?.is === "weak" ? password.weak.encoded : password?.hash;
    const cells = [address, firstName, lastName, username, personId, language, secret];
    // Only a sum of many is ever seen, which no longer text can be made from: a key before it is enough.
    const digest = Buffer.from(
      hash("sha256", this.#key + JSON.stringify(cells), "binary"),
      "binary",
    );
    const sum = this.#sums.get(school) ?? new Uint32Array(words);
    this.#sums.set(school, sum);
    // Sums come out the same in any order; unlike exclusive or, also with a row that is there twice.
    for (let word = 0; word < words; word++) {
      sum[word] = (sum[word] ?? 0) + digest.readUInt32BE(word * 4);
    }
  }

  /** @returns by school id, in Base64url */
  bySchool(): Map<string, string> {
    return new Map(
      [...this.#sums].map(([school, sum]) => [
        school,
        Buffer.from(sum.buffer).toString("base64url"),
      ]),
    );
  }
}
