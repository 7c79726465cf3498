import type { Draw } from "./draw.ts";

/* What stands in real exports, and what breaks programs that read them. */

const long = (length: number, text: string) => text.repeat(length).slice(0, length);

/** First and last names. */
export const names: readonly string[] = [
  ...[
    "Claire",
    "Dubois",
    "Zoé",
    "Müller",
    "Łukasz",
    "Nguyễn",
    "Ðặng",
    "Øystein",
    "İbrahim",
    "Işık",
  ],
  ...["d'Hondt", "O’Brien", "O'Brien", "'t Hooft", "Van 't Hek", "Anne-Marie", "Jean  Pierre", "X"],
  ...["-Jean", "=cmd|' /C calc'!A0", "+32475000000", "@SUM(1+1)", "＝1+1", "-", "="],
  ...[
    '"Nini"',
    "a,b",
    "a;b",
    "<script>alert(1)</script>",
    "${7*7}",
    "{{7*7}}",
    "%s%n",
    "\\n",
    "\\",
  ],
  ...["🦄", "👩‍👧‍👦 famille", "محمد", "יוסף", "李小龙", "ひらがな", "Αλέξανδρος", "Александра"],
  ...["Zoé".normalize("NFD"), "Zoë".normalize("NFD"), long(255, "Maximilien "), long(255, "é")],
  ...["null", "NULL", "undefined", "__proto__", "constructor", "TRUE", "0", "1e5", "1/2", "NaN"],
  ...["a@example.org", "''", "sep=;", "email", "../../etc", "##", "€uro", "Ð", "ÿ", "ﬁ", "ß"],
].map((name) => name.trim());

/** What stands before and after the number that makes an old user name one of its own. */
export const usernames: readonly ((number: number) => string)[] = [
  (n) => `dubois${n}`,
  (n) => `Dubois.C${n}`,
  (n) => `ZOÉ${n}`,
  (n) => `zoe\u0301${n}`,
  (n) => `jean dupont ${n}`,
  (n) => `p${n}@ecole.example`,
  (n) => `-u${n}`,
  (n) => `=u${n}`,
  (n) => `u:${n}=x&y`,
  (n) => `u'${n}"`,
  (n) => `../u${n}%2f`,
  (n) => `🦄${n}`,
  (n) => `محمد${n}`,
  (n) => `İ${n}`,
  (n) => `__proto__${n}`,
  (n) => `${n}`,
  (n) => `${n}${"y".repeat(255)}`.slice(0, 255),
];

/** The school's own numbers, likewise. */
export const numbers: readonly ((number: number) => string)[] = [
  (n) => `D${n}`,
  (n) => `00${n}`,
  (n) => `${n}`,
  (n) => `=${n}`,
  (n) => `-${n}`,
  (n) => `${n},5`,
  (n) => `n° ${n}`,
  (n) => `A/${n}`,
  (n) => `é${n}🦄`,
];

/** Addresses, as accounts have them. */
export const addresses: readonly ((number: number) => string)[] = [
  (n) => `claire.dubois${n}@example.org`,
  (n) => `p${n}@example.net`,
  (n) => `zoe.${n}@example.org`,
  (n) => `o'brien${n}@example.org`,
  (n) => `p${n}+ecole@example.org`,
  (n) => `p${n}+@example.org`,
  (n) => `p${n}!#$%&*/=?^_{|}~-@example.org`,
  (n) => `p${n}%2f%00@example.org`,
  (n) => `-p${n}@example.org`,
  (n) => `=p${n}@example.org`,
  (n) => `p${n}@école-de-namur.example`,
  (n) => `p${n}@xn--cole-de-namur-9gb.example`,
  (n) => `p${n}@a.b.c.d.e.example.museum`,
  (n) => `${`p${n}`.padEnd(64, "x")}@example.org`,
  (n) => `p${n}@${"sous-domaine.".repeat(19).slice(0, 200)}x.example.org`,
  (n) => `ibrahim${n}@example.org`,
  (n) => `constructor${n}@example.org`,
];

/** The same letters as a program or a hurried person writes them: one address still, and one name. */
export function respelled(draw: Draw, text: string): string {
  const capital = (letter: string) => {
    const large = letter.toUpperCase();
    return large.toLowerCase() === letter ? large : letter;
  };
  const ways = [
    text,
    text,
    Array.from(text, capital).join(""),
    Array.from(text, (letter) => (draw.percent(40) ? capital(letter) : letter)).join(""),
    text.normalize("NFD"),
    Array.from(text, capital).join("").normalize("NFD"),
    `  ${text}\u00A0`,
    text.replaceAll("k", "\u212A"),
  ];
  return draw.of(ways);
}

/** Cells of languages, and what they mean. */
export const languages: readonly (readonly [cell: string, means: string])[] = [
  ["", ""],
  ["fr", "fr"],
  ["FR", "fr"],
  ["nl", "nl"],
  ["De", "de"],
  [" en ", "en"],
  ["fr-BE", "fr"],
  ["nl-be", "nl"],
  ["Français", "fr"],
  ["Nederlands", "nl"],
  ["deutsch", "de"],
  ["English", "en"],
];

/** Cells that name no language of the portal. */
export const unknownLanguages = ["it", "klingon", "français de Belgique ?", "x", "__proto__", "-"];

/** Cells of a column that means nothing to an import. */
export const remarks: readonly string[] = [
  ...["", "absente le lundi", 'dit "Nini"', "a;b,c\td", "=1+1", "première ligne\nseconde ligne"],
  ...["première ligne\r\nseconde\r\n\r\nquatrième", '"', "école,email\n", "sep=,"],
];

/** Addresses that are none. */
export const badAddresses: readonly string[] = [
  ...["claire.dubois", "claire@dubois@example.org", "claire dubois@example.org", "@example.org"],
  ...[
    "claire@localhost",
    "claire..dubois@example.org",
    ".claire@example.org",
    "claire.@example.org",
  ],
  ...["a@example.org;b@example.org", "a@example.org, b@example.org", "<claire@example.org>"],
  ...["claire\u200B@example.org", "claire\u202E@example.org", "claire@example.org\u200F.x"],
  ...["zoé@example.org", "ıbrahim@example.org", "сlaire@example.org", "محمد@example.org"],
  ...["mailto:claire@example.org", "claire@exa_mple.org", "claire@-example.org", "claire@example"],
  ...[`${"x".repeat(65)}@example.org`, `c@${"x.".repeat(130)}org`, "néant", "-", "=1+1", "N/A"],
];
