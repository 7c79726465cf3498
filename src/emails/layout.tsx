import { createContext, type ReactNode, useContext } from "react";
import { directive, interpolation } from "../login/freemarker/markers.ts";
import { freemarkerString } from "../login/freemarker/path.ts";
import type { EmailMessageKey } from "./messages/index.ts";
import { darkStyleSheet, type EmailBrand, emailStyles } from "./styles.ts";

/** One mail that Keycloak can send. */
export interface Mail {
  /** Keycloak's name of its template, without `.ftl`. */
  name: string;
  /** What it says, made of the components below; HTML and plain text are both drawn from it. */
  body: ReactNode;
}

/** How a mail is drawn just now. */
interface Drawing {
  format: "html" | "text";
  brand: EmailBrand;
}

const DrawingContext = createContext<Drawing | null>(null);

/** Draws what it encloses as HTML or as plain text, in the clothes of a brand. */
export const DrawnAs = DrawingContext.Provider;

function useDrawing() {
  const drawing = useContext(DrawingContext);
  if (drawing === null) throw new Error("A part of an e-mail stands outside of DrawnAs");
  return {
    isText: drawing.format === "text",
    brand: drawing.brand,
    styles: emailStyles(drawing.brand),
  };
}

/** A FreeMarker expression, e.g. `event.ipAddress`. */
export type Expression = string;

/** The words of a message in the reader's language; its arguments are FreeMarker expressions. */
export function words(key: EmailMessageKey, ...values: Expression[]): string {
  return interpolation(`msg(${[freemarkerString(key), ...values].join(", ")})`);
}

/**
 * The words of a message around a name that somebody else has chosen. Keycloak never sees the name: it
 * reads a message's arguments as templates and would take `${…}` in it for the key of a text.
 *
 * @param of a message whose last argument is the name
 * @param values expressions of the arguments before it
 * @param name expression of the name
 */
export function WordsWithName(props: {
  of: EmailMessageKey;
  values: Expression[];
  name: Expression;
}) {
  const { isText } = useDrawing();
  const place = freemarkerString(`{${props.values.length}}`);
  const whole = `msg(${[freemarkerString(props.of), ...props.values].join(", ")})`;
  const name = value(props.name);
  return (
    <>
      {value(`${whole}?keep_before(${place})`)}
      {isText ? name : <bdi>{name}</bdi>}
      {value(`${whole}?keep_after(${place})`)}
    </>
  );
}

/** The value of a FreeMarker expression; HTML escapes it, plain text does not. */
export function value(expression: Expression): string {
  return interpolation(expression);
}

/** The whole mail around what it says: the brand above, where it comes from below. */
export function Page({ children }: { children: ReactNode }) {
  const { isText, brand, styles } = useDrawing();
  const brandName = value(freemarkerString(brand.name));
  if (isText) {
    return (
      <>
        {`${brandName}\n\n`}
        {children}
        {`-- \n${words("footerOrigin")}\n${words("footerPassword")}\n`}
        {`${words("footerPrivacy")}\n${privacyUrl}\n`}
      </>
    );
  }
  return (
    <html lang={value("locale.language")}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{brandName}</title>
        <style>{darkStyleSheet(brand)}</style>
      </head>
      <body className="page" style={styles.page}>
        <Table className="page" style={styles.page}>
          <td align="center" style={styles.outer}>
            <Table style={styles.column} width={560}>
              <td className="brand" style={styles.brand}>
                {brandName}
              </td>
              <td className="card" style={styles.card}>
                {children}
              </td>
              <td className="quiet" style={styles.footer}>
                {words("footerOrigin")}
                <br />
                {words("footerPassword")}
                <br />
                <a className="link" style={styles.link} href={privacyUrl}>
                  {words("footerPrivacy")}
                </a>
              </td>
            </Table>
          </td>
        </Table>
      </body>
    </html>
  );
}

const privacyUrl = value('msg("privacyUrl")');

/**
 * Greets by name where the account has one. The name is put in last: Keycloak reads a message's
 * arguments as templates and would take `${…}` in a name for the key of a text.
 *
 * @param name expression of the first name
 */
export function Greeting({ name = "user.firstName" }: { name?: Expression }) {
  return (
    <Paragraph>
      <When condition={`(${name})?has_content`} otherwise={words("greeting")}>
        {value(`msg("greetingNamed", "{0}")?replace("{0}", ${name})`)}
      </When>
    </Paragraph>
  );
}

/** A paragraph of words and values. */
export function Paragraph({ children }: { children: ReactNode }) {
  const { isText, styles } = useDrawing();
  if (isText) return <TextBlock>{children}</TextBlock>;
  return <p style={styles.paragraph}>{children}</p>;
}

/** A paragraph that may be overlooked: how long a link is valid, what to do with an unexpected mail. */
export function Note({ children }: { children: ReactNode }) {
  const { isText, styles } = useDrawing();
  if (isText) return <TextBlock>{children}</TextBlock>;
  return (
    <p className="quiet" style={styles.quiet}>
      {children}
    </p>
  );
}

/**
 * The one thing to press, how long it works, and at the end its address written out for clients that
 * show no buttons. Such an address is a wall of signs: nothing that is to be read stands behind it.
 *
 * @param props.label what it does
 * @param props.link expression of its address
 * @param props.children more to be read before the address
 */
export function LinkButton(props: { label: string; link?: Expression; children?: ReactNode }) {
  const { isText, styles } = useDrawing();
  const { label, children } = props;
  const link = value(props.link ?? "link");
  const validity = words("linkValidity", "linkExpirationFormatter(linkExpiration)");
  if (isText) {
    return (
      <>
        <TextBlock>{`${label}\n${link}`}</TextBlock>
        <TextBlock>{validity}</TextBlock>
        {children}
      </>
    );
  }
  return (
    <>
      <Table>
        <td className="button" style={styles.button}>
          <a className="button-link" style={styles.buttonLink} href={link}>
            {label}
          </a>
        </td>
      </Table>
      <Note>{validity}</Note>
      {children}
      <p className="quiet" style={styles.address}>
        {words("linkFallback")}
        <br />
        <a className="link" style={styles.link} href={link}>
          {link}
        </a>
      </p>
    </>
  );
}

/** A code to be typed in. */
export function Code({ children }: { children: ReactNode }) {
  const { isText, styles } = useDrawing();
  if (isText) return <TextBlock>{children}</TextBlock>;
  return <p style={styles.code}>{children}</p>;
}

/**
 * A list with an entry for each item.
 *
 * @param items expression of the items
 * @param entry what is written of the FreeMarker variable `item`
 */
export function List({ items, entry }: { items: Expression; entry: string }) {
  const { isText, styles } = useDrawing();
  const open = directive(`<#list ${items} as item>`);
  const close = directive("</#list>");
  // A line that holds a FreeMarker tag alone leaves no line behind, hence the second line's end.
  if (isText) return `${open}\n- ${entry}\n${close}\n\n`;
  return (
    <ul style={styles.list}>
      {open}
      <li>{entry}</li>
      {close}
    </ul>
  );
}

/** Draws one thing where a FreeMarker condition holds, and another elsewhere. */
export function When(props: { condition: Expression; children: ReactNode; otherwise?: ReactNode }) {
  return (
    <>
      {directive(`<#if ${props.condition}>`)}
      {props.children}
      {props.otherwise !== undefined && directive("<#else>")}
      {props.otherwise}
      {directive("</#if>")}
    </>
  );
}

/** In plain text: a paragraph ends with an empty line. */
function TextBlock({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      {"\n\n"}
    </>
  );
}

/** A table that only lays out, one row for each cell; Outlook knows no other way. */
function Table(props: {
  children: ReactNode;
  className?: string;
  style?: React.CSSProperties;
  width?: number | "100%";
}) {
  const cells = Array.isArray(props.children) ? props.children : [props.children];
  return (
    <table
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      className={props.className}
      style={props.style}
      width={props.width}
    >
      <tbody>
        {cells.map((cell, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
          <tr key={index}>{cell}</tr>
        ))}
      </tbody>
    </table>
  );
}
