import { join } from "node:path";
import { execa } from "execa";

/** Builds what the tests look at. */
export default async function buildStorybook(): Promise<void> {
  const cwd = join(import.meta.dirname, "../..");
  await execa("storybook", ["build", "--quiet"], { cwd, preferLocal: true, all: true });
}
