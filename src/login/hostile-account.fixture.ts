/**
 * What the owner of an account at an identity provider may be called there, to break a page: markup,
 * signs that turn the direction of all that follows, places of arguments and of expressions.
 */
export const hostileName = `<img src=x onerror=alert(1)> "O'Brien" & \u202Eeltit {0} {1} \${msg("x")}`;

/** An address without a place to break it, that turns the direction of what follows. */
export const hostileAddress = `\u202E<script>alert('address')</script>${"interminable".repeat(12)}@example.org`;
