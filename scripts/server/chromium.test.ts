import { expect, it } from "vitest";
import { installedChromium } from "./chromium.ts";

it("takes the browser that CHROMIUM_PATH names before any other", async () => {
  expect(await installedChromium({ CHROMIUM_PATH: process.execPath }, ["/bin/sh"])).toBe(
    process.execPath,
  );
});

it("refuses a CHROMIUM_PATH that is no program instead of passing over it", async () => {
  await expect(installedChromium({ CHROMIUM_PATH: "/nowhere" }, [])).rejects.toMatchObject({
    code: "CHROMIUM_PATH_WRONG",
    message: expect.stringContaining("/nowhere"),
  });
});

it("takes the first known place that holds a program", async () => {
  expect(await installedChromium({}, ["/nowhere", "/bin/sh"])).toBe("/bin/sh");
});

it("tells that there is none", async () => {
  expect(await installedChromium({}, ["/nowhere"])).toBeNull();
});
