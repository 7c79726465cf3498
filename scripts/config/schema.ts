import { z } from "zod";

/*
 * What `realm-config/` may say. Each `error` text completes the sentence "allowed: …", so that a
 * mistake is reported with what would have been right. Each `describe` text is what an editor shows
 * beside the setting; `npm run schema` takes both into the published JSON Schemas.
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
  const number = z.number(allowed).int(allowed).min(from, allowed).max(to, allowed);
  const digits = z.string(allowed).regex(/^\d+$/, allowed);
  return z.union([number, digits.transform(Number).pipe(number)], allowed);
}

function text(allowed: string, pattern: RegExp = /\S/) {
  return z.string({ error: allowed }).regex(pattern, { error: allowed, abort: true });
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
const exactAddress = {
  error:
    "an https:// address (http:// only on 127.0.0.1, ::1 and localhost), exact, without * or #",
};
const webAddress = z
  .string(exactAddress)
  .refine((value) => {
    if (/[*\s#]/.test(value) || !URL.canParse(value)) return false;
    const url = new URL(value);
    if (url.username || url.password) return false;
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  }, exactAddress)
  // The same for editors, as near as a pattern comes.
  .meta({
    pattern: "^(https://|http://(127\\.0\\.0\\.1|\\[::1\\]|localhost)([:/]|$))[^\\s*#@]*$",
  });

/** A page for parents: the same for everybody, or one for each language. */
const pageAddress = z.union(
  [webAddress, z.strictObject({ fr: webAddress, nl: webAddress, de: webAddress, en: webAddress })],
  { error: "an https:// address, or one each for fr, nl, de and en" },
);

/** A page elsewhere that pages link to; never plain http, and with any path and fragment. */
const secureAddress = { error: "an https:// address" };
const linkedPage = z
  .string(secureAddress)
  .refine((value) => {
    if (/\s/.test(value) || !URL.canParse(value)) return false;
    const url = new URL(value);
    return url.protocol === "https:" && !url.username && !url.password;
  }, secureAddress)
  .meta({ pattern: "^https://[^\\s/?#@]+([/?#]\\S*)?$" });

const day = { error: "a day such as 2026-08-31" };
const legacyUntil = text(day.error, /^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => {
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
  }, day)
  .describe("The last day of the old method, to its end in Belgium, e.g. 2026-08-31.");

/** What somebody may set up as a second factor. */
export const secondFactors = ["app", "recoveryCodes", "passkey"] as const;

/** Whether people are told of something by mail. */
function notice(what: string) {
  return z.boolean({ error: "true or false" }).default(true).describe(what);
}

const mailAddress = text("an e-mail address", /^[^\s@]+@[^\s@]+$/);

/** The languages the pages and mails are written in. */
export const languages = ["fr", "nl", "de", "en"] as const;
const language = z.enum(languages);

/** Microsoft's words for whole kinds of accounts, a tenant's GUID, or a domain of it. */
const tenantPattern =
  /^(common|organizations|consumers|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,})$/;

/** `realm-config/portal.yaml`. */
export const portalSchema = z
  .strictObject({
    realm: text(
      "small letters, digits and hyphens, e.g. itschool",
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
    ).describe(
      "The realm's name in Keycloak: part of every address of the portal. Never change it later.",
    ),
    displayName: text("a name for people, e.g. iT.SCHOOL").describe(
      "What people read: page titles, mails, the authenticator app.",
    ),
    brand: text("the name of a folder in themes/", /^[a-z0-9]+(-[a-z0-9]+)*$/).describe(
      "The look of pages and mails: a folder in themes/.",
    ),
    languages: z
      .strictObject({
        default: language.describe("Spoken to people whose language isn't known."),
        offered: z.array(language).min(1).describe("The language menu."),
      })
      .superRefine((value, context) => {
        if (value.offered.includes(value.default)) return;
        context.addIssue({
          code: "custom",
          path: ["default"],
          message: `one of the offered languages: ${value.offered.join(", ")}`,
        });
      })
      .describe("The languages of pages and mails."),
    links: z
      .strictObject({
        terms: pageAddress.describe(
          "The conditions of use: one address, or one for each language.",
        ),
        privacy: pageAddress.describe("How data are protected: one address, or one a language."),
      })
      .optional()
      .describe(
        "At the foot of every page, in place of the brand's own (themes/<brand>/brand.yaml).",
      ),
    mail: z
      .strictObject({
        host: text("a host name or an IP address", /^[^\s/:]+$/).describe("The mail server."),
        port: wholeNumber(1, 65_535).describe(
          "The mail server's port: usually 587 for starttls, 465 for tls.",
        ),
        from: mailAddress.describe("The address mails come from."),
        fromName: text("the name people see as the sender").describe(
          "The name people see as the sender.",
        ),
        replyTo: mailAddress.optional().describe("Where an answer to a mail goes."),
        encryption: z
          .enum(["none", "starttls", "tls"])
          .default("none")
          .describe("none, starttls (usually port 587) or tls (usually port 465)."),
        user: z.string().optional().describe("Only for a mail server that asks for one."),
        password: z
          .string()
          .optional()
          .describe(
            "Only for a mail server that asks for one. A variable such as ${SMTP_PASSWORD}: the password never stands in the file.",
          ),
      })
      .superRefine((mail, context) => {
        if (mail.password !== undefined && mail.user === undefined) {
          context.addIssue({
            code: "custom",
            path: ["user"],
            message: "a user name, since there is a password",
          });
        }
        const isReadable = mail.encryption === "none" && !loopbackHosts.has(mail.host);
        if (mail.password === undefined || !isReadable) return;
        context.addIssue({
          code: "custom",
          path: ["encryption"],
          message: "starttls or tls, since a password is sent over the network",
        });
      })
      .describe("How mails leave."),
    password: z
      .strictObject({
        minLength: wholeNumber(8, 64).describe("How many characters a password has at least."),
        maxLength: wholeNumber(64, 1024).describe("How many characters a password has at most."),
      })
      .describe(
        "What a new password must be. Length protects better than odd characters. The address and the user name are never accepted.",
      ),
    bruteForce: z
      .strictObject({
        failures: wholeNumber(3, 100).describe(
          "After so many failures in a row the account waits, longer each time.",
        ),
        firstWait: duration.describe("How long an account waits the first time."),
        longestWait: duration.describe("How long an account waits at most."),
        forgetAfter: duration.describe("Failures older than this no longer count."),
      })
      .describe("What stands in the way of guessing passwords."),
    sessions: z
      .strictObject({
        idle: duration.describe("How long somebody stays signed in without doing anything."),
        max: duration.describe("How long somebody stays signed in in all."),
        rememberedIdle: duration.describe(
          'Without doing anything, for whoever chose "Se souvenir de moi".',
        ),
        rememberedMax: duration.describe('In all, for whoever chose "Se souvenir de moi".'),
        accessToken: duration.describe(
          "How long a school's application may rely on one access token before it asks again.",
        ),
      })
      .superRefine((value, context) => {
        notLonger(context, value, "idle", "max");
        notLonger(context, value, "rememberedIdle", "rememberedMax");
        notLonger(context, value, "accessToken", "idle");
      })
      .describe("How long somebody stays signed in."),
    signIn: z
      .strictObject({
        lifespan: duration.describe(
          "How long a sign-in page that is open stays usable. No shorter than mailLink.",
        ),
        mailLink: duration.describe(
          "How long a link in a mail works. A parent's mail may take a while to arrive.",
        ),
        invitation: duration.describe(
          "How long the link of an invitation works (portail invite): nobody is waiting for that mail.",
        ),
      })
      .superRefine((value, context) => notLonger(context, value, "mailLink", "lifespan"))
      .describe("How long a sign-in may take."),
    secondFactor: z
      .strictObject({
        offered: z
          .array(z.enum(secondFactors, { error: secondFactors.join(", ") }), {
            error: `a list of ${secondFactors.join(", ")}; [] for none`,
          })
          .describe(
            "app: codes of an authenticator app. recoveryCodes: codes on paper, offered when an app was set up. passkey: a fingerprint, a face or a key.",
          ),
        codes: z
          .strictObject({
            digits: z
              .union([z.literal(6), z.literal(8)], { error: "6 or 8" })
              .describe("How many digits a code has. Many apps can do no other than 6."),
            every: duration.describe(
              "How long one code lasts. Many apps can do no other than 30s, whatever they are told.",
            ),
            leeway: wholeNumber(0, 5).describe(
              "So many codes before and after the present one are taken too, for clocks that are wrong.",
            ),
          })
          .prefault({ digits: 6, every: "30s", leeway: 1 })
          .describe(
            "The codes of authenticator apps. An app that was set up before keeps its digits and its time.",
          ),
        afterMicrosoft: z
          .boolean({ error: "true or false" })
          .default(true)
          .describe("Whether it is asked for after a sign-in with Microsoft too."),
        rememberDeviceDays: wholeNumber(2, 365)
          .optional()
          .describe(
            "For so many days it is not asked for again on a device that a person has had remembered. Left out: it is asked for at each sign-in.",
          ),
      })
      .superRefine(({ offered }, context) => {
        if (!offered.includes("recoveryCodes") || offered.length > 1) return;
        context.addIssue({
          code: "custom",
          path: ["offered"],
          message: "app or passkey too, since recovery codes only stand in for one of them",
        });
      })
      .describe("What people may set up as a second factor. Nobody has to."),
    passkeys: z
      .strictObject({
        signIn: z
          .boolean({ error: "true or false" })
          .describe("Whether the sign-in page takes a passkey in place of the password."),
      })
      .default({ signIn: true })
      .describe("Passkeys that people sign in with: a fingerprint or a face, and no password."),
    notices: z
      .strictObject({
        newPassword: notice("A new password was chosen, also the first one."),
        secondFactor: notice("An authenticator app or a passkey was set up or removed."),
        recoveryCodes: notice("Recovery codes were made or removed, or one was used."),
        microsoft: notice("A Microsoft account was linked, or its link taken away."),
      })
      .prefault({})
      .describe(
        "Mails that tell people of changes about how their account is entered; false: no such mail. Without these settings each is sent, only to an address that was proven by a mail.",
      ),
    microsoft: z
      .strictObject({
        tenant: text(
          "common, organizations, consumers, or a tenant's id or domain, which Entra's admin centre shows under Overview",
          tenantPattern,
        )
          .default("common")
          .describe(
            "Whose accounts may be used. common: everybody's, of schools and firms and personal ones. organizations: of schools and firms. consumers: personal ones, such as outlook.com's. Or one tenant's id or domain. docs/microsoft.md says more.",
          ),
        clientId: text("the id that Microsoft gave the application")
          .optional()
          .describe("The id that Microsoft gave the application: Application (client) ID."),
        clientSecret: z
          .string()
          .optional()
          .describe(
            "A variable such as ${MICROSOFT_CLIENT_SECRET}: the secret never stands in the file. It is the secret's Value, not its Secret ID.",
          ),
      })
      .superRefine((value, context) => {
        if ((value.clientId === undefined) === (value.clientSecret === undefined)) return;
        const path = [value.clientId === undefined ? "clientId" : "clientSecret"];
        context.addIssue({ code: "custom", path, message: "both of clientId and clientSecret" });
      })
      .optional()
      .describe(
        "Signing in with a Microsoft account. Without a clientId there is no Microsoft button. docs/microsoft.md has each step.",
      ),
    legacy: z
      .strictObject({ until: legacyUntil })
      .optional()
      .describe(
        "The old method: a school's own user name and password. Without a date it is closed.",
      ),
    events: z
      .strictObject({
        signIns: duration.describe("Sign-ins, failed ones too."),
        administration: duration.describe("Changes made by administrators and by portail."),
      })
      .describe("How long Keycloak keeps what happened, for support and for security questions."),
  })
  .describe("The portal as a whole. portail apply makes the realm so.");

/** `realm-config/schools/<id>.yaml`; the id is the file's name. */
export const schoolSchema = z
  .strictObject({
    name: text("the school's name as parents know it").describe(
      "As parents know it; shown on the pages and in mails.",
    ),
    application: z
      .strictObject({
        type: z
          .enum(["public", "confidential"])
          .describe(
            "public: runs in the browser or on a phone and can't keep a secret. confidential: runs on a server; Keycloak makes its secret.",
          ),
        home: webAddress.describe('Where "back to the school" leads.'),
        redirects: z
          .array(webAddress)
          .min(1, { error: "at least one address" })
          .describe("Where the browser comes back to after signing in."),
        afterSignOut: z
          .array(webAddress)
          .min(1, { error: "at least one address" })
          .describe("Where the browser may go after signing out."),
        backchannelLogout: webAddress
          .optional()
          .describe("Called by Keycloak when somebody signs out elsewhere. May be left out."),
      })
      .describe(
        "The school's own application, which people sign in to. Addresses are compared letter by letter.",
      ),
    video: linkedPage
      .optional()
      .describe(
        "A film that explains the new sign-in, linked on the school's landing page. https only. May be left out.",
      ),
    legacy: z
      .strictObject({ until: legacyUntil })
      .optional()
      .describe("Another last day of the old method than portal.yaml has."),
  })
  .describe("One school. The file's name is the school's id and stays the same for good.");

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
