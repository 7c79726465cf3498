import type { KnownPeople } from "../known/known-people.ts";
import { type Mentions, noAddress, several } from "../rows/mentions.ts";

/**
 * Notes the numbers of rows without an address whose old user name gives them one. Otherwise it would
 * depend on what was written first whether such a number is already somebody else's.
 */
export function settleNumbers(mentions: Mentions, known: KnownPeople): void {
  for (const { school, username, personId } of mentions.addressless) {
    if (personId === "") continue;
    const said = mentions.addressOfName(school, username) ?? noAddress;
    if (said !== noAddress && said !== several) {
      mentions.addNumberAt(school, personId, said);
      continue;
    }
    const addressed = known.named(school, username).find(({ address }) => address !== "");
    if (addressed) mentions.addNumber(school, personId, addressed.address);
  }
}
