import { Command } from "commander";
import { showCommand } from "./people/show.ts";
import { unlinkCommand } from "./people/unlink.ts";

/** `portail people`: what support does for one person. */
export function peopleCommand(): Command {
  return new Command("people")
    .description("what support does for one person")
    .addCommand(showCommand())
    .addCommand(unlinkCommand());
}
