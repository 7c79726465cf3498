import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonSchemaText, type PublishedSchema, publishedSchemas } from "./json-schema.ts";

/* `npm run schema`: writes the JSON Schemas that editors read beside the files they describe. */

const folder = join(import.meta.dirname, "../../realm-config");
for (const name of Object.keys(publishedSchemas) as PublishedSchema[]) {
  await writeFile(join(folder, name), jsonSchemaText(name));
  process.stdout.write(`realm-config/${name}\n`);
}
