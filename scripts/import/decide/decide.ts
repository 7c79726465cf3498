import { type Fingerprint, fingerprinted } from "../fingerprint.ts";
import { type KnownAccount, membershipOf } from "../known/known-account.ts";
import type { KnownPeople } from "../known/known-people.ts";
import type { FindingKind } from "../report-format.ts";
import type { ExportRow } from "../rows/export-row.ts";
import { type Mentions, noAddress, several } from "../rows/mentions.ts";
import { type Account, accountOf, type Membership } from "./account.ts";
import { areAlike, areNone, changesTo, dependsOnAllSchools, namesVerdict } from "./changes.ts";
import { claimOn, type Group } from "./groups.ts";

/** What is to be done for one account. */
export interface Plan {
  /** All that the account is to have. */
  readonly account: Account;
  /** The account that is to have it; none where one is to be made. */
  readonly base?: KnownAccount;
  /** The account without an address has the same person's old name; once all is in `base`, it goes. */
  readonly merged: readonly KnownAccount[];
  /** What other accounts lose to this one, once it has it. */
  readonly takes: readonly Take[];
  /** The rows it is about, with what becomes of them once it is done. */
  readonly rows: readonly RowVerdict[];
}

/** What an account loses to another one: old user names and numbers of one school. */
export interface Take {
  readonly from: KnownAccount;
  readonly school: string;
  readonly usernames: readonly string[];
  readonly personIds: readonly string[];
  /** Whether rows of the school have the address of the account, so that it stays a member. */
  readonly stays: boolean;
}

/** What becomes of a row. */
export interface RowVerdict {
  readonly row: ExportRow;
  readonly outcome: "imported" | "unchanged" | "held";
  readonly findings: readonly RowFinding[];
}

/** What there is to say of a row. */
export interface RowFinding {
  readonly kind: FindingKind;
  readonly detail?: string;
  /** The school would learn from it that another one knows the person, too. */
  readonly isForOperations?: boolean;
}

/** What becomes of a group of rows: each of them is in a plan or held. */
export interface Decision {
  readonly plans: readonly Plan[];
  readonly held: readonly RowVerdict[];
}

/** What decisions are made by. */
export interface Circumstances {
  readonly known: KnownPeople;
  readonly mentions: Mentions;
  readonly fingerprint: Fingerprint;
  /** Whether a school's changed addresses are carried out rather than held. */
  readonly updatesAddresses: boolean;
  /** The schools whose old method is still open. */
  readonly open: ReadonlySet<string>;
  /** The rows, as `placeOf` names them, by which an address was changed before. */
  readonly moved: ReadonlySet<string>;
}

/** The name of a row's place, e.g. `people.csv:12`. */
export function placeOf({ file, line }: ExportRow): string {
  return `${file}:${line}`;
}

/**
 * Decides what becomes of rows. It rests on the rows, on what all files mention and on what the realm
 * has, never on the order of rows (but for names), and comes to the same end again from any state in
 * which carrying it out was interrupted (design, rules 2 to 6).
 */
export function decide(group: Group, at: Circumstances): Decision {
  if (group.address === "") return decideAddressless(group.rows, at);
  const base = at.known.withAddress(group.address);
  const looks = group.rows.map((row) => lookAt(row, group.address, base, at));
  const anchors = looks.filter(({ row, problem }) => problem === undefined && row.address !== "");
  const apart = looks.filter((look) => look.problem === undefined && !belongs(look, anchors, base));
  const kept = looks.filter((look) => look.problem === undefined && !apart.includes(look));
  const main = kept.length > 0 ? planFor(group.address, base, kept, at) : undefined;
  const others = decideAddressless(
    apart.map(({ row }) => row),
    at,
  );
  return {
    plans: [...(main?.plans ?? []), ...others.plans],
    held: [
      ...looks.flatMap(({ row, problem }) => (problem ? [held(row, problem)] : [])),
      ...(main?.held ?? []),
      ...others.held,
    ],
  };
}

/** Accounts of which a decision takes more than was read of all: all schools, and other ways in. */
export function toBeCompleted(group: Group, at: Circumstances): KnownAccount[] {
  const base = group.address === "" ? undefined : at.known.withAddress(group.address);
  const isNamed = base && dependsOnAllSchools(base, accountOf(group.address, group.rows));
  const others = at.updatesAddresses
    ? group.rows.flatMap((row) => lookAt(row, group.address, base, at).others)
    : [];
  return distinct([
    ...(isNamed ? [base] : []),
    ...others.filter(({ hasOwnWayIn }) => hasOwnWayIn === undefined),
  ]);
}

/** A row, with the accounts that its school's old user name or number belong to by now. */
interface Look {
  readonly row: ExportRow;
  /** Accounts of other addresses. */
  readonly others: readonly KnownAccount[];
  /** Accounts without an address. */
  readonly addressless: readonly KnownAccount[];
  /** Why the row can't be taken over. */
  readonly problem?: FindingKind;
}

function lookAt(
  row: ExportRow,
  address: string,
  base: KnownAccount | undefined,
  { known, mentions, updatesAddresses }: Circumstances,
): Look {
  const { school, username, personId } = row;
  const named = username ? known.named(school, username) : [];
  const numbered = personId ? known.numbered(school, personId) : [];
  const number = mentions.numberOf(address);
  // Who has no address yet may be about to get one by an old user name.
  const isBase = (one: KnownAccount) =>
    one.id === base?.id || (one.address === "" && claimOn(one, mentions) === number);
  const isOfAnotherAddress = (one: KnownAccount) =>
    one.address !== "" || (claimOn(one, mentions) !== noAddress && !named.includes(one));
  // A number leads to nobody whose address no school knows: old user names do.
  const addressless = named.filter((one) => one.address === "");
  const elsewhere = [named, numbered].flatMap((holders) =>
    // What the account already has is its own, whoever else has it; an interrupted move goes on.
    holders.some(isBase) && !updatesAddresses
      ? []
      : holders.filter((one) => isOfAnotherAddress(one) && !isBase(one)),
  );
  const others = distinct(elsewhere);
  const problem = (): FindingKind | undefined => {
    if (mentions.addressOfName(school, username) === several && !named.some(isBase)) {
      return "username-twice";
    }
    if (mentions.addressOfNumber(school, personId) === several && !numbered.some(isBase)) {
      return "number-twice";
    }
    if (row.address === "") {
      const said = mentions.addressOfNumber(school, personId) ?? noAddress;
      const isElsewhere = said !== noAddress && said !== number && !numbered.some(isBase);
      return others.length > 0 || isElsewhere ? "contradiction" : undefined;
    }
    if (addressless.some((one) => claimOn(one, mentions) !== number)) {
      return "contradiction";
    }
    return others.length > 0 && !updatesAddresses ? "address-changed" : undefined;
  };
  const found = problem();
  return { row, others, addressless, ...(found ? { problem: found } : {}) };
}

/**
 * Whether a row without an address goes with those that have it: by the account of the address, or by
 * a row that is itself taken over. Held rows give nobody an address.
 */
function belongs(
  { row, addressless }: Look,
  anchors: readonly Look[],
  base: KnownAccount | undefined,
): boolean {
  if (row.address !== "") return true;
  const { school, username } = row;
  if (base && membershipOf(base, school).usernames.includes(username)) return true;
  const anchored = anchors.filter(
    (anchor) => anchor.row.school === school && anchor.row.username === username,
  );
  return addressless.length > 0
    ? anchored.some((anchor) => anchor.addressless.length > 0)
    : anchored.length > 0;
}

function planFor(
  address: string,
  existing: KnownAccount | undefined,
  looks: readonly Look[],
  at: Circumstances,
): Decision {
  const addressless = distinct(looks.flatMap((look) => look.addressless)).sort(byId);
  const others = distinct(looks.flatMap((look) => look.others));
  const corrected =
    existing || addressless.length > 0 ? undefined : correctable(others, address, looks, at);
  const base = existing ?? addressless[0] ?? corrected;
  const merged = addressless.filter(({ id }) => id !== base?.id);
  const losing = others.filter(({ id }) => id !== base?.id);
  const rows = looks.map(({ row }) => row);

  const account = withMerged(accountOf(address, rows), merged);
  const lacking = looks.filter((look) => lacksPassword(look, merged, losing, account, at.open));
  if (lacking.length > 0) return withoutLacking(address, existing, looks, lacking, merged, at);

  const takes = looks.flatMap((look) => takesOf(look, base, at.mentions));
  const isMoved = new Set(looks.filter((look) => look.others.length > 0).map(({ row }) => row));
  return {
    plans: [planned({ account, merged, takes, ...(base ? { base } : {}) }, rows, isMoved, at)],
    held: [],
  };
}

/** An old password can't be read from Keycloak: only a row that has it can bring it elsewhere. */
function lacksPassword(
  { row, addressless, others }: Look,
  merged: readonly KnownAccount[],
  losing: readonly KnownAccount[],
  account: Account,
  open: ReadonlySet<string>,
): boolean {
  const needs = (known: KnownAccount, school: string, isConcerned: (name: string) => boolean) =>
    open.has(school) &&
    membershipOf(known, school)
      .fingerprints.map(fingerprinted)
      .some((name) => isConcerned(name) && !account.memberships.get(school)?.passwords.has(name));
  return (
    addressless
      .filter((one) => merged.includes(one))
      .some((one) => [...one.schools].some((school) => needs(one, school, () => true))) ||
    others
      .filter((one) => losing.includes(one))
      .some((one) => needs(one, row.school, (name) => name === row.username))
  );
}

/** Holds the rows that would lose a password, and those without an address that hang on them. */
function withoutLacking(
  address: string,
  base: KnownAccount | undefined,
  looks: readonly Look[],
  lacking: readonly Look[],
  merged: readonly KnownAccount[],
  at: Circumstances,
): Decision {
  const isLacking = (look: Look) =>
    lacking.includes(look) ||
    look.addressless.some(
      (one) => merged.includes(one) && lacking.some((other) => other.addressless.includes(one)),
    );
  const alone = looks.filter((look) => isLacking(look) && look.row.address === "");
  const rest = looks.filter((look) => !isLacking(look));
  const main = rest.length > 0 ? planFor(address, base, rest, at) : undefined;
  const addressless = decideAddressless(
    alone.map(({ row }) => row),
    at,
  );
  return {
    plans: [...(main?.plans ?? []), ...addressless.plans],
    held: [
      ...looks
        .filter((look) => isLacking(look) && look.row.address !== "")
        .map(({ row }) => held(row, "password-needed")),
      ...(main?.held ?? []),
      ...addressless.held,
    ],
  };
}

/**
 * The account whose own address is corrected rather than its school's part moved: nobody but the school
 * uses it, and nobody ever got into it by what the school has no say in (design, rule 4).
 */
function correctable(
  others: readonly KnownAccount[],
  address: string,
  looks: readonly Look[],
  { mentions }: Circumstances,
): KnownAccount | undefined {
  const [only] = others;
  if (!only || others.length > 1) return undefined;
  const isOnlySchool =
    only.hasAllSchools &&
    only.schools.size === 1 &&
    looks.every(({ row }) => only.schools.has(row.school));
  const isUnused = only.hasOwnWayIn === false;
  const isGone =
    mentions.rowsAt(only.address) === 0 && claimOn(only, mentions) === mentions.numberOf(address);
  return isOnlySchool && isUnused && isGone ? only : undefined;
}

function takesOf(
  { row, others }: Look,
  base: KnownAccount | undefined,
  mentions: Mentions,
): Take[] {
  const { school, username, personId } = row;
  return others
    .filter(({ id }) => id !== base?.id)
    .map((from) => {
      const has = membershipOf(from, school);
      return {
        from,
        school,
        usernames: has.usernames.filter((one) => one === username),
        personIds: has.personIds.filter((one) => one === personId),
        stays: mentions.schoolsAt(from.address).includes(school),
      };
    });
}

/** What accounts that go have of old names and numbers is not lost. */
function withMerged(account: Account, merged: readonly KnownAccount[]): Account {
  const memberships = new Map(account.memberships);
  for (const known of merged) {
    for (const school of known.schools) {
      const has = membershipOf(known, school);
      const { usernames, personIds, passwords }: Membership = memberships.get(school) ?? {
        usernames: [],
        personIds: [],
        passwords: new Map(),
      };
      memberships.set(school, {
        usernames: [...new Set([...usernames, ...has.usernames])],
        personIds: [...new Set([...personIds, ...has.personIds])],
        passwords,
      });
    }
  }
  return { ...account, memberships };
}

/** Rows that no address goes with: one account for each old user name of a school. */
function decideAddressless(rows: readonly ExportRow[], at: Circumstances): Decision {
  const plans: Plan[] = [];
  const holding: RowVerdict[] = [];
  const byAccount = new Map<string, { base?: KnownAccount; rows: ExportRow[] }>();
  for (const row of rows) {
    const { school, username } = row;
    const base = at.known.named(school, username).find(({ address }) => address === "");
    if (!base && at.mentions.addressOfName(school, username) === several) {
      holding.push(held(row, "username-twice"));
    } else {
      const key = base?.id ?? `${school}\0${username}`;
      const one = byAccount.get(key) ?? { ...(base ? { base } : {}), rows: [] };
      one.rows.push(row);
      byAccount.set(key, one);
    }
  }
  for (const { base, rows } of byAccount.values()) {
    const account = accountOf("", rows);
    plans.push(
      planned({ account, merged: [], takes: [], ...(base ? { base } : {}) }, rows, new Set(), at),
    );
  }
  return { plans, held: holding };
}

function planned(
  plan: Omit<Plan, "rows">,
  rows: readonly ExportRow[],
  moved: ReadonlySet<ExportRow>,
  { fingerprint, moved: movedBefore }: Circumstances,
): Plan {
  const { account, base, merged, takes } = plan;
  const changes = base && changesTo(base, account, fingerprint);
  const isWhollyNew = changes === undefined || merged.length + takes.length > 0;
  const concernsAll = changes && !areNone({ ...changes, memberships: new Map() });
  const names = base && namesVerdict(base, account) !== "taken" && hasName(base) ? base : account;
  return {
    ...plan,
    rows: rows.map((row) => {
      const isChanged = isWhollyNew || concernsAll || changes.memberships.has(row.school);
      return {
        row,
        outcome: isChanged ? "imported" : "unchanged",
        findings: [
          ...row.leftOut,
          ...(moved.has(row) || movedBefore.has(placeOf(row))
            ? [{ kind: "address-updated" as const }]
            : []),
          ...nameConflict(row, rows, names),
          ...(account.address === "" ? [{ kind: "without-email" as const }] : []),
        ],
      };
    }),
  };
}

/**
 * A school is told where its own rows differ from one another. That they differ from the account would
 * tell it that another school knows the address.
 */
function nameConflict(
  row: ExportRow,
  rows: readonly ExportRow[],
  names: Pick<Account, "firstName" | "lastName">,
): RowFinding[] {
  if (!hasName(row)) return [];
  const own = rows.find((each) => each.school === row.school && hasName(each)) ?? row;
  const isForOperations = areAlike(row, own);
  return isForOperations && areAlike(row, names)
    ? []
    : [{ kind: "name-conflict", isForOperations }];
}

function hasName({ firstName, lastName }: { firstName: string; lastName: string }): boolean {
  return firstName !== "" || lastName !== "";
}

function held(row: ExportRow, kind: FindingKind): RowVerdict {
  return { row, outcome: "held", findings: [{ kind }] };
}

function distinct(accounts: readonly KnownAccount[]): KnownAccount[] {
  return [...new Map(accounts.map((account) => [account.id, account])).values()];
}

function byId(one: KnownAccount, other: KnownAccount): number {
  return one.id < other.id ? -1 : 1;
}
