import type { DayCount } from "@modulex-instantly/sandbox";
import { dayText } from "../time/format-time.ts";

const columns: readonly (readonly [title: string, count: (day: DayCount) => number])[] = [
  ["Sent", ({ sent }) => sent],
  ["Planned to send", ({ plannedSent }) => plannedSent],
  ["Received", ({ received }) => received],
  ["Planned to receive", ({ plannedReceived }) => plannedReceived],
];

/** The numbers of the plot. */
export function DayTable({ days }: { readonly days: readonly DayCount[] }) {
  return (
    <details>
      <summary>The numbers as a table</summary>
      <table class="campaigns-days">
        <thead>
          <tr>
            <th scope="col">Day</th>
            {columns.map(([title]) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((count) => (
            <tr key={count.day}>
              <th scope="row">{dayText(`${count.day}T00:00:00Z`, "UTC")}</th>
              {columns.map(([title, of]) => (
                <td key={title} class="number">
                  {of(count).toLocaleString("en")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
