import { parseArgs } from "node:util";
import pMap from "p-map";
import { UserError } from "../../scripts/errors.ts";
import { describeFailure } from "../../scripts/failure.ts";
import { connect } from "../../scripts/keycloak/connection.ts";
import { usualJvm } from "../../scripts/server/jvm.ts";
import { type RunningKeycloak, startKeycloak } from "../../scripts/server/keycloak.ts";
import { portalProviders } from "../../scripts/server/providers.ts";
import { type Teller, terminalTeller } from "../../scripts/terminal.ts";
import { authorizationUrl } from "../support/authorization.ts";
import { Visitor } from "../support/visitor.ts";
import {
  addPeople,
  application,
  makeOldMethodRealm,
  oldMethodPerson,
  type Pbkdf2Sha256,
  pbkdf2Sha256,
  person,
} from "./old-method-realm.ts";
import { compare, median, type Report, type Shown, table } from "./report.ts";

/**
 * `npm run bench:old-method`: sign-ins by the old method, through a school's landing page, against
 * sign-ins by password in a realm with Keycloak's own flow and theme and the same hash, in one run on
 * one server. Everybody signs in once, so each is the first of the day, which is written down.
 * `-- --json` prints one JSON document; `-- --rounds 41`, `-- --iterations 100000` change the run.
 */
const ours = "old method";
const theirs = "stock password";

/** People who sign in in one round, on each side, and how many of them at a time. */
const perRound = 40;
const atATime = 4;
/** Rounds before any that count: Java gets faster for some seconds. */
const warmUpRounds = 20;

const password = "ancien mot de passe";

type Figure = "signInsPerSecond" | "signInMs";

const shown: Record<Figure, Shown> = {
  signInsPerSecond: { label: "sign-ins per second", unit: "", goal: { ratioAtLeast: 0.9 } },
  signInMs: { label: "one sign-in, median", unit: "ms" },
};

/** One of the two ways in. */
interface Side {
  address: string;
  form(username: string): Record<string, string>;
}

try {
  const { json, rounds, iterations } = asked();
  const report = await bench(rounds, iterations, terminalTeller());
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : table(report, shown));
} catch (error) {
  process.stderr.write(describeFailure(error, true));
  process.exitCode = 1;
}

function asked(): { json: boolean; rounds: number; iterations: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      rounds: { type: "string", default: "21" },
      // Keycloak's default before version 24; with more of them all else would hardly be seen.
      iterations: { type: "string", default: "27500" },
    },
  });
  const [rounds, iterations] = [Number(values.rounds), Number(values.iterations)];
  const isUsable =
    Number.isInteger(rounds) &&
    rounds >= 1 &&
    rounds <= 100 &&
    Number.isInteger(iterations) &&
    iterations >= 1_000 &&
    iterations <= 2_000_000;
  if (isUsable) return { json: values.json, rounds, iterations };
  throw new UserError(
    "BENCH_ROUNDS",
    `--rounds is "${values.rounds}" and --iterations "${values.iterations}", expected 1 to 100 and 1,000 to 2,000,000`,
    "Say how many rounds there are, e.g. npm run bench:old-method -- --rounds 41.",
  );
}

async function bench(rounds: number, iterations: number, teller: Teller): Promise<Report<Figure>> {
  const providers = await portalProviders(teller);
  const keycloak = await startKeycloak({ providers, teller, jvm: usualJvm });
  try {
    const hash = pbkdf2Sha256(password, iterations);
    const usernames = Array.from(
      { length: (warmUpRounds + rounds) * perRound },
      (_, person) => `person${person}`,
    );
    teller.start(`Making ${usernames.length} people on each side`);
    const sides = {
      [ours]: await oldMethodSide(keycloak, hash, usernames),
      [theirs]: await stockSide(keycloak, hash, iterations, usernames),
    };
    const measured: Record<keyof typeof sides, Record<Figure, number>[]> = {
      [ours]: [],
      [theirs]: [],
    };
    for (let round = 0; round < warmUpRounds + rounds; round++) {
      const people = usernames.slice(round * perRound, (round + 1) * perRound);
      const inTurn = round % 2 === 0 ? ([ours, theirs] as const) : ([theirs, ours] as const);
      for (const side of inTurn) {
        const figures = await signIns(sides[side], people);
        teller.note(`round ${round}: ${side} ${figures.signInsPerSecond.toFixed(1)}/s`);
        if (round >= warmUpRounds) measured[side].push(figures);
      }
    }
    return pairwise(measured);
  } finally {
    await keycloak.stop();
  }
}

/**
 * The ratio is the median of the rounds' own, whose two halves follow each other within seconds: a
 * busy machine is busy for both.
 */
function pairwise(measured: Record<typeof ours | typeof theirs, Record<Figure, number>[]>) {
  const report = compare("old-method", [ours, measured[ours]], [theirs, measured[theirs]]);
  const ratios = measured[ours].map(
    (round, index) =>
      round.signInsPerSecond / (measured[theirs][index]?.signInsPerSecond ?? Number.NaN),
  );
  return { ...report, ratios: { signInsPerSecond: median(ratios) } };
}

/** People who have a password too: those who have none see one page more. */
async function oldMethodSide(
  keycloak: RunningKeycloak,
  { encoded, ...stored }: Pbkdf2Sha256,
  usernames: readonly string[],
): Promise<Side> {
  const { admin, address } = await makeOldMethodRealm(keycloak, "ours");
  const people = usernames.map((username) => {
    const { credentials = [], ...rest } = oldMethodPerson(username, encoded);
    return { ...rest, credentials: [...credentials, { type: "password", ...stored }] };
  });
  await addPeople(admin, people);
  return { address, form: (username) => ({ method: "legacy", username, password }) };
}

async function stockSide(
  keycloak: RunningKeycloak,
  { credentialData, secretData }: Pbkdf2Sha256,
  iterations: number,
  usernames: readonly string[],
): Promise<Side> {
  const { url } = keycloak;
  const realm = "stock";
  const connection = { url, adminRealm: "master", credentials: keycloak.admin };
  const admin = await connect(connection, realm);
  const clientId = "school";
  await admin.realms.create({
    realm,
    enabled: true,
    // Else Keycloak would hash each password anew at its first use.
    passwordPolicy: `hashAlgorithm(pbkdf2-sha256) and hashIterations(${iterations})`,
    clients: [
      {
        clientId,
        publicClient: true,
        redirectUris: [`${application}/callback`],
        attributes: { "pkce.code.challenge.method": "S256" },
      },
    ],
  });
  await addPeople(
    admin,
    usernames.map((username) => ({
      ...person(username),
      credentials: [{ type: "password", credentialData, secretData }],
    })),
  );
  return {
    address: authorizationUrl(
      { issuer: `${url}/realms/${realm}` },
      { clientId, app: { url: application } },
    ),
    form: (username) => ({ username: `${username}@example.org`, password }),
  };
}

/** Each of these people signs in once, as a browser of their own does. */
async function signIns(side: Side, usernames: readonly string[]): Promise<Record<Figure, number>> {
  const startedAt = performance.now();
  const times = await pMap(usernames, (username) => signIn(side, username), {
    concurrency: atATime,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  return { signInsPerSecond: usernames.length / seconds, signInMs: median(times) };
}

/** @returns milliseconds from the application's door back to it */
async function signIn({ address, form }: Side, username: string): Promise<number> {
  const startedAt = performance.now();
  const visitor = await new Visitor(application).open(address);
  await visitor.send(form(username));
  const time = performance.now() - startedAt;
  // Also at another page of ours, such as one that asks for something.
  if (!new URL(visitor.url).searchParams.has("code")) {
    throw new Error(`${username} did not come in, but to ${visitor.url}`);
  }
  return time;
}
