import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { UserError } from "../../scripts/errors.ts";
import { describeFailure } from "../../scripts/failure.ts";
import { usualJvm } from "../../scripts/server/jvm.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { portalProviders } from "../../scripts/server/providers.ts";
import { type Teller, terminalTeller } from "../../scripts/terminal.ts";
import { Visitor } from "../support/visitor.ts";
import { mannWhitney } from "./mann-whitney.ts";
import {
  addPeople,
  application,
  makeOldMethodRealm,
  noteUsualHash,
  type OldMethodRealm,
  oldMethodPerson,
  pbkdf2Sha256,
} from "./old-method-realm.ts";
import { machine, median } from "./report.ts";
import { startSlowMail } from "./slow-mail.ts";

/**
 * `npm run bench:timing`: whether the time of a refusal tells who has an account. The times of known
 * people are compared with those of names nobody has, by the Mann-Whitney U test, in an order drawn
 * by lot. `-- --json` prints one JSON document; `-- --requests 500`, `-- --seed 2` change the run.
 */
const hashes = {
  // Of jBCrypt's tests.
  "bcrypt 10": "$2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi",
  "PBKDF2 100,000": pbkdf2Sha256("ancien mot de passe", 100_000).encoded,
};
type Kind = keyof typeof hashes;
const kinds = Object.keys(hashes) as Kind[];

const warmUp = 40;
/** From one request to the next: the server answers some only on its beat, and is idle meanwhile. */
const paceMs = 130;
const lockedPeople = 5;
/** Each takes as long as its mail. */
const resets = 40;
const slowMailMs = 500;

/** One group of people against the names that nobody has. */
interface Comparison {
  /** Where: the school's usual hash, or the form. */
  at: string;
  /** Who is compared. */
  who: string;
  /** Requests of each of the two. */
  n: number;
  medianMs: number;
  unknownMedianMs: number;
  differenceMs: number;
  p: number;
  auc: number;
}

try {
  const { json, requests, seed } = asked();
  const comparisons = await bench(requests, seed, terminalTeller());
  const report = { name: "timing", machine: machine(), seed, comparisons };
  process.stdout.write(
    json ? `${JSON.stringify(report, null, 2)}\n` : `${table(comparisons)}\n${machine()}\n`,
  );
} catch (error) {
  process.stderr.write(describeFailure(error, true));
  process.exitCode = 1;
}

function asked(): { json: boolean; requests: number; seed: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      requests: { type: "string", default: "250" },
      seed: { type: "string", default: "1" },
    },
  });
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (Number.isInteger(requests) && requests >= 10 && requests <= 5_000 && Number.isInteger(seed)) {
    return { json: values.json, requests, seed };
  }
  throw new UserError(
    "BENCH_REQUESTS",
    `--requests is "${values.requests}" and --seed "${values.seed}", expected 10 to 5,000 and a whole number`,
    "Say how many requests there are of each kind, e.g. npm run bench:timing -- --requests 500.",
  );
}

async function bench(requests: number, seed: number, teller: Teller): Promise<Comparison[]> {
  const providers = await portalProviders(teller);
  const keycloak = await startKeycloak({ providers, teller, jvm: usualJvm });
  const random = randomFrom(seed);
  try {
    const comparisons: Comparison[] = [];
    for (const [index, kind] of kinds.entries()) {
      const realm = await guessableRealm(keycloak, `timing-${index}`, kind, requests);
      teller.start(`Guessing old passwords, ${kind}`);
      comparisons.push(...(await guess(realm, kind, requests, random)));
      if (index > 0) continue;
      for (const delayMs of [0, slowMailMs]) {
        teller.start(`Asking for new passwords, the mail server takes ${delayMs} ms`);
        comparisons.push(await reset(realm, delayMs, random));
      }
    }
    return comparisons;
  } finally {
    await keycloak.stop();
  }
}

/** A realm in which guessing goes on for ever, except at the people who are locked. */
async function guessableRealm(
  keycloak: RunningKeycloak,
  name: string,
  kind: Kind,
  requests: number,
): Promise<OldMethodRealm> {
  const realm = await makeOldMethodRealm(keycloak, name);
  const { admin } = realm;
  const other = kinds.find((each) => each !== kind) ?? kind;
  await noteUsualHash(admin, hashes[kind]);
  const people = (prefix: string, count: number, hash: string) =>
    Array.from({ length: count }, (_, index) => oldMethodPerson(`${prefix}${index}`, hash));
  await addPeople(admin, [
    ...people("known", requests + warmUp, hashes[kind]),
    ...people("other", requests, hashes[other]),
    ...people("locked", lockedPeople, hashes[kind]),
  ]);
  const protection = { quickLoginCheckMilliSeconds: 0, waitIncrementSeconds: 36_000 };
  await admin.realms.update(
    { realm: name },
    { ...protection, failureFactor: 1, maxFailureWaitSeconds: 36_000 },
  );
  for (let index = 0; index < lockedPeople; index++) await lock(realm, `locked${index}`);
  await admin.realms.update({ realm: name }, { failureFactor: 1_000 });
  return realm;
}

async function lock(realm: OldMethodRealm, username: string): Promise<void> {
  const [user] = await realm.admin.users.find({ username: `${username}@example.org`, exact: true });
  await refusal(realm, username);
  // Keycloak counts after it has answered.
  for (let asked = 0; asked < 1_000; asked++) {
    const status = await realm.admin.attackDetection.findOne({ id: user?.id ?? "" });
    if ((status as { disabled?: boolean } | undefined)?.disabled) return;
  }
  throw new Error(`${username} was not locked`);
}

async function guess(
  realm: OldMethodRealm,
  kind: Kind,
  requests: number,
  random: () => number,
): Promise<Comparison[]> {
  const first = {
    unknown: (index: number) => `nobody-yet${index}`,
    known: (index: number) => `known${requests + index}`,
  };
  await inRandomOrder(first, warmUp, random, (name) => refusal(realm, name));
  // Everybody once, as a guesser who goes through a list of names.
  const names = {
    unknown: (index: number) => `nobody${index}`,
    "wrong password": (index: number) => `known${index}`,
    locked: (index: number) => `locked${index % lockedPeople}`,
    "another kind of hash": (index: number) => `other${index}`,
  };
  const times = await inRandomOrder(names, requests, random, (name) => refusal(realm, name));
  const { unknown, ...known } = times;
  return Object.entries(known).map(([who, measured]) => compared(kind, who, measured, unknown));
}

async function reset(
  realm: OldMethodRealm,
  delayMs: number,
  random: () => number,
): Promise<Comparison> {
  await using mail = await startSlowMail(delayMs);
  const { admin } = realm;
  const { smtpServer } = (await admin.realms.findOne({ realm: admin.realmName })) ?? {};
  await admin.realms.update(
    { realm: admin.realmName },
    { smtpServer: { ...smtpServer, host: "127.0.0.1", port: String(mail.port) } },
  );
  const start = delayMs > 0 ? resets : 0;
  const names = {
    unknown: (index: number) => `nobody${start + index}@example.org`,
    known: (index: number) => `known${start + index}@example.org`,
  };
  const { unknown, known } = await inRandomOrder(names, resets, random, (address) =>
    mailAsked(realm, address),
  );
  return compared(`forgotten password, mail ${delayMs} ms`, "known address", known, unknown);
}

/** @returns milliseconds of each request, by kind of name */
async function inRandomOrder<Who extends string>(
  names: Record<Who, (index: number) => string>,
  requests: number,
  random: () => number,
  request: (name: string) => Promise<number>,
): Promise<Record<Who, number[]>> {
  const kindsOfNames = Object.keys(names) as Who[];
  const order = Array.from({ length: requests }, (_, index) => index)
    .flatMap((index) => kindsOfNames.map((who) => ({ who, name: names[who](index) })))
    .map((one) => ({ ...one, lot: random() }))
    .sort((one, other) => one.lot - other.lot);
  const times = Object.fromEntries(kindsOfNames.map((who) => [who, []])) as unknown as Record<
    Who,
    number[]
  >;
  const running: Promise<unknown>[] = [];
  for (const { who, name } of order) {
    running.push(request(name).then((ms) => times[who].push(ms)));
    await delay(paceMs);
  }
  await Promise.all(running);
  return times;
}

/** @returns milliseconds from sending a wrong old password to the end of the page that refuses it */
async function refusal({ address }: OldMethodRealm, username: string): Promise<number> {
  const visitor = await new Visitor(application).open(address);
  const startedAt = performance.now();
  await visitor.send({ method: "legacy", username, password: "pas celui-là" });
  const time = performance.now() - startedAt;
  // The page that was left, with what was typed.
  if (visitor.html.includes(`value="${username}"`)) return time;
  throw new Error(`${username} was not refused, but sent to ${visitor.url}`);
}

/** @returns milliseconds from asking for a mail to the end of the page that says it is under way */
async function mailAsked({ address }: OldMethodRealm, email: string): Promise<number> {
  const visitor = await new Visitor(application).open(address);
  await visitor.send({ method: "portal" });
  await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/);
  const startedAt = performance.now();
  await visitor.send({ username: email });
  return performance.now() - startedAt;
}

function compared(
  at: string,
  who: string,
  known: readonly number[],
  unknown: readonly number[],
): Comparison {
  const { p, auc } = mannWhitney(known, unknown);
  const [medianMs, unknownMedianMs] = [median(known), median(unknown)];
  const differenceMs = medianMs - unknownMedianMs;
  return { at, who, n: known.length, medianMs, unknownMedianMs, differenceMs, p, auc };
}

function table(comparisons: readonly Comparison[]): string {
  const lines = [
    ["at", "who", "n", "median", "unknown", "difference", "p", "AUC"],
    ...comparisons.map(({ at, who, n, medianMs, unknownMedianMs, differenceMs, p, auc }) => [
      at,
      who,
      String(n),
      `${medianMs.toFixed(1)} ms`,
      `${unknownMedianMs.toFixed(1)} ms`,
      `${differenceMs.toFixed(1)} ms`,
      p.toPrecision(2),
      auc.toFixed(3),
    ]),
  ].map(([at = "", who = "", ...figures]) =>
    [at.padEnd(30), who.padEnd(20), ...figures.map((figure) => figure.padStart(10))].join("  "),
  );
  return `${lines.join("\n")}

Mann-Whitney U, two-sided p. AUC: how often one guess from one time is right; 0.5 is a coin's.
`;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
