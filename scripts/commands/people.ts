import { Command } from "commander";
import { unlinkCommand } from "./people/unlink.ts";

/** `portail people`: what support does for one person. */
export function peopleCommand(): Command {
  return new Command("people")
    .description("what support does for one person")
    .addCommand(unlinkCommand());
}
