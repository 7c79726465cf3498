import type { PortalConfig } from "../config/schema.ts";
import type { LiveRealm } from "../plan/live-realm.ts";
import type { Plan } from "../plan/plan.ts";
import type { MicrosoftAnswer } from "./ask-microsoft.ts";
import type { Looked } from "./looked.ts";

/** What the server says to everybody. */
export interface ServerAnswer {
  /** The address portail works with. */
  readonly url: string;
  /** How it calls its realms: the address of one of them. */
  readonly issuer: string;
  /** Whether browsers are told to come back over https alone. */
  readonly hasStrictTransport: boolean;
}

/** What the clocks of this machine and of the server showed at one moment. */
export interface Clocks {
  readonly here: Date;
  readonly there: Date;
}

/** A realm beside what it should be. */
export interface RealmComparison {
  /** `null` when there is no such realm. */
  readonly live: LiveRealm | null;
  readonly plan: Plan;
}

/** Somebody who may do everything on the server. */
export interface Administrator {
  readonly name: string;
  /** Meant to be there until somebody else is. */
  readonly isTemporary: boolean;
}

/** All that the checks judge. Looking is one thing, judging another: this is what lies between. */
export interface Facts {
  /** Today in Belgium, e.g. `2026-08-31`. */
  readonly today: string;
  readonly config: Looked<PortalConfig>;
  readonly answer: Looked<ServerAnswer>;
  /** What is told of the account portail works as, e.g. `the client "portail"`. */
  readonly account: Looked<string>;
  readonly clocks: Looked<Clocks>;
  readonly version: Looked<string>;
  /** The names of the themes that the server has, by what they are for. */
  readonly themes: Looked<Readonly<Record<"login" | "email" | "account", readonly string[]>>>;
  /** The version of the extension that the server has, `null` where it has none, and this project's. */
  readonly extension: Looked<{ readonly deployed: string | null; readonly own: string }>;
  readonly comparison: Looked<RealmComparison>;
  /** The ids of the schools that still have what goes with old passwords. */
  readonly schoolsWithOldPasswords: Looked<readonly string[]>;
  readonly administrators: Looked<readonly Administrator[]>;
  /** Whether others on this machine may read `.env`; `null` where there is none. */
  readonly isEnvReadable: boolean | null;
  /** What Microsoft says of the application; `null` where the configuration has none. */
  readonly microsoft: Looked<MicrosoftAnswer | null>;
  /** The address a test mail was sent to. */
  readonly testMail: Looked<string>;
}
