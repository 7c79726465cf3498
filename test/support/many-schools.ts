import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const shipped = join(import.meta.dirname, "../../realm-config");

/** Writes the shipped configuration as that of a realm with so many schools in the place of its own. */
export async function writeManySchools(
  folder: string,
  { realm, count }: { realm: string; count: number },
): Promise<void> {
  await mkdir(join(folder, "schools"), { recursive: true });
  const portal = await readFile(join(shipped, "portal.yaml"), "utf8");
  await writeFile(join(folder, "portal.yaml"), portal.replace(/^realm: .*$/m, `realm: ${realm}`));
  await cp(join(shipped, "portal.schema.json"), join(folder, "portal.schema.json"));
  for (let school = 0; school < count; school++) await writeSchool(folder, school);
}

/** Writes the file of one of them anew. */
export async function writeSchool(
  folder: string,
  school: number,
  name: string = `School ${school}`,
): Promise<void> {
  const url = `https://school-${school}.example.org`;
  await writeFile(
    join(folder, `schools/school-${school}.yaml`),
    `name: ${name}
application:
  type: public
  home: ${url}/
  redirects:
    - ${url}/callback
  afterSignOut:
    - ${url}/
  backchannelLogout: ${url}/backchannel-logout
`,
  );
}
