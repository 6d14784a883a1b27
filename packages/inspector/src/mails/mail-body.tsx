import type { MailDetail } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";
import { CopyButton } from "../components/copy-button.tsx";
import { SafeText } from "../components/safe-text.tsx";
import { Tabs } from "../components/tabs.tsx";
import { LongText, sizeText } from "./long-text.tsx";

const tabNames = { html: "HTML", text: "Text", headers: "Headers", source: "Source" } as const;

type Tab = keyof typeof tabNames;

const isTab = (name: string): name is Tab => Object.hasOwn(tabNames, name);

/** The mail as HTML, text, headers and source. Only the tab that is open is in the document. */
export function MailBody({ mail }: { readonly mail: MailDetail }) {
  const { html: _html, ...withoutHtml } = tabNames;
  const tabs = mail.html === null ? withoutHtml : tabNames;
  const asked = parameter("tab") ?? "";
  const selected: Tab = isTab(asked) && asked in tabs ? asked : mail.html === null ? "text" : "html";
  return (
    <Tabs
      label="The mail as"
      tabs={tabs as Readonly<Record<Tab, string>>}
      selected={selected}
      onSelect={(tab) => go(changedAddress({ tab }), { replace: true })}
    >
      {selected === "html" && <HtmlBody mail={mail} />}
      {selected === "text" && <CopiedText text={mail.text} label="Copy the text" />}
      {selected === "headers" && <Headers mail={mail} />}
      {selected === "source" && <CopiedText text={mail.source} label="Copy the source" />}
    </Tabs>
  );
}

/** The layout of a larger document may take seconds, in which the whole page would stand still. */
const LARGE = 1_000_000;

/** The mail is hostile: nothing in its frame can run, load, navigate or open anything. */
function HtmlBody({ mail }: { readonly mail: MailDetail }) {
  const size = mail.html?.length ?? 0;
  const [isAllowed, allow] = useState(size < LARGE);
  if (!isAllowed) {
    return (
      <div class="empty stack">
        <p>The HTML of this mail is large: {sizeText(size)}. To show it may take a while.</p>
        <p>
          <button type="button" onClick={() => allow(true)}>
            Show the HTML
          </button>
        </p>
      </div>
    );
  }
  return (
    <>
      <iframe
        class="mails-frame"
        title="The mail as HTML"
        sandbox=""
        referrerpolicy="no-referrer"
        src={mail.frame}
        style={{ height: frameHeight(mail) }}
      />
      <p class="quiet mails-frame-note">
        Nothing in it runs, opens or loads.{" "}
        <a href={mail.frame} target="_blank" rel="noopener noreferrer">
          Open in a new tab
        </a>
      </p>
    </>
  );
}

/** The height that the text probably needs, in pixels. The document itself cannot be asked: it is of another origin. */
function frameHeight({ html, text }: MailDetail): number {
  if (/<(?:img|table|svg)\b|height/i.test((html ?? "").slice(0, 100_000))) return 420;
  const lines = text
    .slice(0, 10_000)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 70)), 0);
  return Math.min(420, Math.max(120, 50 + 20 * lines));
}

function CopiedText({ text, label }: { readonly text: string; readonly label: string }) {
  if (text === "") return <p class="empty">The mail has no text.</p>;
  return (
    <div class="mails-text">
      <div class="mails-copy">
        <span class="quiet">{sizeText(text.length)}</span>
        <CopyButton text={text} label={label} />
      </div>
      <LongText text={text} />
    </div>
  );
}

function Headers({ mail: { headers } }: { readonly mail: MailDetail }) {
  return (
    <table class="mails-headers">
      <thead>
        <tr>
          <th scope="col">Header</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {headers.map(({ name, value }, index) => (
          <tr key={index}>
            <th scope="row">
              <SafeText text={name} />
            </th>
            <td class="mono">
              <SafeText text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
