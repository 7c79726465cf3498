import { expect, it } from "vitest";
import { startFailure } from "./start-failure.ts";

const start = { port: 8080, dataDir: "/data", logFile: "/data/keycloak.log" };

it("names the port that somebody took in the meantime", () => {
  const log = "ERROR [main] Port 8080 already bound: 127.0.0.1:8080: Address already in use";
  expect(startFailure(log, start)).toMatchObject({
    code: "PORT_TAKEN",
    message: expect.stringContaining("8080"),
    remedy: expect.stringContaining("--port"),
  });
});

it("tells that the data belong to another running server", () => {
  const log = 'ERROR Database may be already in use: "/data/h2/keycloakdb.mv.db"';
  expect(startFailure(log, start)).toMatchObject({ code: "DATA_IN_USE" });
});

it("shows the last complaints without stack frames", () => {
  const log = "INFO fine\nERROR x is wrong\n\tat org.keycloak.X(X.java:1)\nERROR y is wrong";
  expect(startFailure(log, start).message).toBe(
    "Keycloak ended before it answered:\n  ERROR x is wrong\n  ERROR y is wrong",
  );
});
