import { expect, test } from "vitest";
import { recoveryCodesFile } from "./recovery-codes.ts";

test("a kept file says whose codes they are, which number each has, and when they were made", () => {
  const text = recoveryCodesFile(["ABCD-EFGH-1234", "IJKL-MNPQ-5678"], {
    header: "Codes de votre compte",
    description: "À garder.",
    madeOn: "Créés le",
    date: "23 novembre 2026",
  });
  expect(text.split("\r\n")).toEqual([
    "Codes de votre compte",
    "",
    "1: ABCD-EFGH-1234",
    "2: IJKL-MNPQ-5678",
    "",
    "À garder.",
    "",
    "Créés le 23 novembre 2026",
    "",
  ]);
});
