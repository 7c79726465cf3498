import { Command } from "commander";
import { addCommand } from "./schools/add.ts";
import { listCommand } from "./schools/list.ts";
import { showCommand } from "./schools/show.ts";

/** `portail schools`: the schools, and what their developers need. */
export function schoolsCommand(): Command {
  return new Command("schools")
    .description("the schools: list them, show what a developer needs, add one")
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(addCommand());
}
