/**
 * Something the person at the keyboard can put right: a typing mistake in a file, a missing
 * variable, a server that is down. It is shown as one line and a next step, never with a stack
 * trace. Everything that is not a `UserError` is a bug of ours.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  /** Stable name of the mistake, e.g. `CONFIG_UNKNOWN_KEY`; tests match it, prose may change. */
  readonly code: string;
  /** What to do next, as a full sentence. */
  readonly remedy: string;

  /**
   * @param code stable name of the mistake, in capitals
   * @param what what is wrong, where (file, line, field), what was expected and what was found
   * @param remedy what to do next
   */
  constructor(code: string, what: string, remedy: string, options?: ErrorOptions) {
    super(what, options);
    this.code = code;
    this.remedy = remedy;
  }
}

/** Several mistakes of one kind found in one go, so that nobody has to mend them one by one. */
export class UserErrors extends AggregateError {
  override readonly name = "UserErrors";
  declare readonly errors: UserError[];

  constructor(errors: UserError[]) {
    super(errors, `${errors.length} mistakes`);
  }
}
