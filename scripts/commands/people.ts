import { Command } from "commander";
import { eraseCommand } from "./people/erase.ts";
import { resetSecondFactorCommand } from "./people/reset-2fa.ts";
import { showCommand } from "./people/show.ts";
import { unlinkCommand } from "./people/unlink.ts";

/** `portail people`: what support does for one person, and the end of accounts. */
export function peopleCommand(): Command {
  return new Command("people")
    .description("what support and data protection need")
    .addCommand(showCommand())
    .addCommand(unlinkCommand())
    .addCommand(resetSecondFactorCommand())
    .addCommand(eraseCommand());
}
