import { Command } from "commander";
import { extendCommand } from "./legacy/extend.ts";
import { retireCommand } from "./legacy/retire.ts";
import { statusCommand } from "./legacy/status.ts";

/** `portail legacy`: the way from the old method to the new one. */
export function legacyCommand(): Command {
  return new Command("legacy")
    .description("the end of the old method: who has moved, until when it is open, and erasing it")
    .addCommand(statusCommand())
    .addCommand(extendCommand())
    .addCommand(retireCommand());
}
