import { z } from "zod";

/*
 * What `realm-config/` may say. Each `error` text completes the sentence "allowed: …", so that a
 * mistake is reported with what would have been right.
 */

/** A span of time, written `45s`, `15m`, `12h` or `30d` in the files. */
export interface Duration {
  readonly seconds: number;
}

const secondsPerUnit = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

const duration = z
  .string({ error: "a duration such as 45s, 15m, 12h or 30d" })
  .regex(/^[1-9]\d*[smhd]$/, { error: "a duration such as 45s, 15m, 12h or 30d", abort: true })
  .transform((text): Duration => {
    const unit = text.at(-1) as keyof typeof secondsPerUnit;
    return { seconds: Number(text.slice(0, -1)) * secondsPerUnit[unit] };
  });

/** A variable's value is text; a number is accepted in either form. */
function wholeNumber(from: number, to: number) {
  const allowed = { error: `a whole number from ${from} to ${to}` };
  return z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], allowed)
    .pipe(z.number(allowed).int(allowed).min(from, allowed).max(to, allowed));
}

function text(allowed: string, pattern: RegExp = /\S/) {
  return z.string({ error: allowed }).regex(pattern, { error: allowed });
}

const loopbackHosts = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** True for an address that no network lies in front of. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/**
 * An absolute address. Plain http is for this machine alone; wildcards and fragments are refused,
 * since redirect addresses are compared letter by letter.
 */
const webAddress = z.string({ error: "an address such as https://school.example/callback" }).refine(
  (value) => {
    if (/[*\s#]/.test(value) || !URL.canParse(value)) return false;
    const url = new URL(value);
    if (url.username || url.password) return false;
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  },
  {
    error:
      "an https:// address (http:// only on 127.0.0.1, ::1 and localhost), exact, without * or #",
  },
);

/** A page for parents: the same for everybody, or one for each language. */
const pageAddress = z.union(
  [webAddress, z.strictObject({ fr: webAddress, nl: webAddress, de: webAddress, en: webAddress })],
  { error: "an https:// address, or one each for fr, nl, de and en" },
);

const mailAddress = text("an e-mail address", /^[^\s@]+@[^\s@]+$/);

/** The languages the pages and mails are written in. */
export const languages = ["fr", "nl", "de", "en"] as const;
const language = z.enum(languages);

/** `realm-config/portal.yaml`. */
export const portalSchema = z.strictObject({
  realm: text("small letters, digits and hyphens, e.g. itschool", /^[a-z0-9]+(-[a-z0-9]+)*$/),
  displayName: text("a name for people, e.g. iT.SCHOOL"),
  brand: text("the name of a folder in themes/", /^[a-z0-9]+(-[a-z0-9]+)*$/),
  languages: z
    .strictObject({ default: language, offered: z.array(language).min(1) })
    .superRefine((value, context) => {
      if (value.offered.includes(value.default)) return;
      context.addIssue({
        code: "custom",
        path: ["default"],
        message: `one of the offered languages: ${value.offered.join(", ")}`,
      });
    }),
  links: z.strictObject({ terms: pageAddress, privacy: pageAddress }).optional(),
  mail: z.strictObject({
    host: text("a host name or an IP address", /^[^\s/:]+$/),
    port: wholeNumber(1, 65_535),
    from: mailAddress,
    fromName: text("the name people see as the sender"),
    replyTo: mailAddress.optional(),
    encryption: z.enum(["none", "starttls", "tls"]).default("none"),
    user: z.string().optional(),
    password: z.string().optional(),
  }),
  password: z.strictObject({
    minLength: wholeNumber(8, 64),
    maxLength: wholeNumber(64, 1024),
  }),
  bruteForce: z.strictObject({
    failures: wholeNumber(3, 100),
    firstWait: duration,
    longestWait: duration,
    forgetAfter: duration,
  }),
  sessions: z
    .strictObject({
      idle: duration,
      max: duration,
      rememberedIdle: duration,
      rememberedMax: duration,
      accessToken: duration,
    })
    .superRefine((value, context) => {
      notLonger(context, value, "idle", "max");
      notLonger(context, value, "rememberedIdle", "rememberedMax");
      notLonger(context, value, "accessToken", "idle");
    }),
  signIn: z
    .strictObject({ lifespan: duration, mailLink: duration })
    .superRefine((value, context) => notLonger(context, value, "mailLink", "lifespan")),
  events: z.strictObject({ signIns: duration, administration: duration }),
});

/** `realm-config/schools/<id>.yaml`; the id is the file's name. */
export const schoolSchema = z.strictObject({
  name: text("the school's name as parents know it"),
  application: z.strictObject({
    type: z.enum(["public", "confidential"]),
    home: webAddress,
    redirects: z.array(webAddress).min(1, { error: "at least one address" }),
    afterSignOut: z.array(webAddress).min(1, { error: "at least one address" }),
    backchannelLogout: webAddress.optional(),
  }),
});

/** What a school's id, the name of its file, looks like. */
export const schoolIdPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The settings of the portal as a whole. */
export type Portal = z.output<typeof portalSchema>;

/** One school. */
export interface School extends z.output<typeof schoolSchema> {
  /** Names its file, its client (`school-<id>`) and its group (`/schools/<id>`). */
  readonly id: string;
}

/** All of `realm-config/`, checked, with variables filled in. */
export interface PortalConfig extends Portal {
  /** In the order of their ids. */
  readonly schools: readonly School[];
}

function notLonger<Key extends string>(
  context: z.core.$RefinementCtx,
  value: Record<Key, Duration>,
  shorter: Key,
  longer: Key,
) {
  if (value[shorter].seconds <= value[longer].seconds) return;
  context.addIssue({
    code: "custom",
    path: [shorter],
    message: `a duration no longer than ${longer}`,
  });
}
