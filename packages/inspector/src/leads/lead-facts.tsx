import type { LeadDetail } from "@modulex-instantly/sandbox";
import type { ComponentChildren } from "preact";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { Fact } from "../components/fact.tsx";
import { stepText } from "../sending/step-text.ts";
import { Time } from "../time/time.tsx";

/** The numbers, the custom variables and the JSON of a lead. */
export function LeadFacts({ lead }: { readonly lead: LeadDetail }) {
  const { id, opens, clicks, replies, lastStep, lastContact, nextDue, list, timezone } = lead;
  const facts: readonly (readonly [name: string, value: ComponentChildren])[] = [
    ["Opens", opens.toLocaleString("en")],
    ["Clicks", clicks.toLocaleString("en")],
    ["Replies", replies.toLocaleString("en")],
    ["Last step", lastStep === null ? "None yet" : stepText(lastStep)],
    ["Last contact", lastContact === null ? "None yet" : <Time key={lastContact} at={lastContact} zone={timezone} />],
    ["Next step due", nextDue === null ? "Not planned" : <Time key={nextDue} at={nextDue} zone={timezone} />],
    [
      "Lead list",
      list === null ? (
        "None"
      ) : (
        <Link key={list} to={viewAddress("leads", { list, workspace: lead.workspace })}>
          All leads of its list
        </Link>
      ),
    ],
    [
      "Id",
      <span key={id} class="mono">
        {id}
      </span>,
    ],
  ];
  const variables = Object.entries(lead.lead.payload ?? {});
  const json = JSON.stringify(lead.lead, null, 2);
  return (
    <>
      <section class="panel stack" aria-labelledby="lead-facts">
        <h3 id="lead-facts">Facts</h3>
        <Facts of={facts} />
      </section>
      <section class="panel stack" aria-labelledby="lead-variables">
        <h3 id="lead-variables">Variables</h3>
        {variables.length === 0 ? (
          <p class="quiet">The lead has no variables.</p>
        ) : (
          <Facts of={variables.map(([name, value]) => [name, <bdi key={name}>{valueText(value)}</bdi>])} />
        )}
      </section>
      <details class="panel">
        <summary>As the API returns it</summary>
        <div class="stack leads-json">
          <CopyButton text={json} label="Copy the JSON" />
          <pre>{json}</pre>
        </div>
      </details>
    </>
  );
}

function Facts({ of }: { readonly of: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {of.map(([name, value]) => (
        <Fact key={name} name={<bdi>{name}</bdi>}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}

function valueText(value: unknown): string {
  if (value === "" || value === null || value === undefined) return "empty";
  return typeof value === "string" ? value : JSON.stringify(value);
}
