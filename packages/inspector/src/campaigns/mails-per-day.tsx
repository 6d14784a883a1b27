import type { CampaignDetail, DayCount } from "@modulex-instantly/sandbox";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { countText } from "../components/count-text.ts";
import { live } from "../control/live.ts";
import { dayText } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { DayTable } from "./day-table.tsx";
import type { Plot, PlotSource } from "./draw-plot.ts";
import { plotDays, secondsOf } from "./plot-days.ts";
import { momentOf } from "./schedule-week.ts";

/** The emails of each day, past and planned, as a plot and as a table. */
export function MailsPerDay({ campaign }: { readonly campaign: CampaignDetail }) {
  const { days, timezone, plannedUntil } = campaign;
  return (
    <section class="panel stack" aria-labelledby="campaign-days">
      <h3 id="campaign-days">Mails per day</h3>
      {days.length === 0 ? (
        <p class="quiet">
          No mail was sent yet, and none is planned. Activate the campaign with POST /api/v2/campaigns/ID/activate.
        </p>
      ) : (
        <>
          <Chart days={days} timezone={timezone} />
          <p class="quiet">
            Days in {timezone}.{" "}
            {plannedUntil !== null && (
              <>
                What is planned is known until <Time at={plannedUntil} zone={timezone} />; later mails are not shown.
              </>
            )}
          </p>
          <DayTable days={days} />
        </>
      )}
    </section>
  );
}

function Chart({ days, timezone }: { readonly days: readonly DayCount[]; readonly timezone: string }) {
  const box = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLParagraphElement>(null);
  const plot = useRef<Plot>();
  const [pointed, setPointed] = useState<number | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  const now = live.value?.now;
  const moment = useMemo(() => (now === undefined ? undefined : momentOf(now, timezone)), [now, timezone]);
  const shown = useMemo(() => plotDays(days, moment?.day ?? days[0]?.day ?? "1970-01-01"), [days, moment?.day]);
  const latest = useRef({ shown, moment });
  latest.current = { shown, moment };

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let isGone = false;
    const source: PlotSource = {
      days: () => latest.current.shown,
      // The days of the plot begin at their centre.
      now: () =>
        secondsOf(latest.current.moment?.day ?? "1970-01-01") + ((latest.current.moment?.top ?? 0) - 0.5) * 86_400,
      colours: () => ({
        sent: colourOf(legend.current, "sent"),
        received: colourOf(legend.current, "received"),
        axis: colourOf(legend.current, "axis"),
        grid: colourOf(legend.current, "grid"),
        now: colourOf(legend.current, "now"),
      }),
      onPoint: setPointed,
    };
    const redraw = (): void => plot.current?.redraw();
    const resizes = new ResizeObserver(redraw);
    const themes = new MutationObserver(redraw);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    void import("./draw-plot.ts").then(({ drawPlot }) => {
      if (isGone) return;
      plot.current = drawPlot(element, source);
      setDrawn(true);
      resizes.observe(element);
      themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
      scheme.addEventListener("change", redraw);
    });
    return () => {
      isGone = true;
      resizes.disconnect();
      themes.disconnect();
      scheme.removeEventListener("change", redraw);
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, []);
  useEffect(() => plot.current?.redraw(), [shown, moment]);

  const total = (of: (day: DayCount) => number): number => days.reduce((sum, day) => sum + of(day), 0);
  const label = `Mails per day: ${countText(
    total(({ sent }) => sent),
    "mail",
  )} sent and ${total(({ plannedSent }) => plannedSent).toLocaleString("en")} planned, ${total(({ received }) => received).toLocaleString("en")} received and ${total(({ plannedReceived }) => plannedReceived).toLocaleString("en")} planned`;
  return (
    <div class="campaigns-chart">
      <p class="campaigns-legend" ref={legend}>
        <span data-colour="sent" class="is-past">
          Sent
        </span>
        <span data-colour="sent" class="is-planned">
          Planned
        </span>
        <span data-colour="received" class="is-past">
          Received
        </span>
        <span data-colour="received" class="is-planned">
          Planned
        </span>
        <i data-colour="axis" />
        <i data-colour="grid" />
        <i data-colour="now" />
        <span class="campaigns-pointed quiet">{pointed !== null && pointedText(shown.days[pointed], days)}</span>
      </p>
      <div class="campaigns-plot" ref={box} role="img" aria-label={label} data-drawn={isDrawn} />
    </div>
  );
}

/** A colour of the theme as the canvas needs it: without variables and `light-dark()`. */
function colourOf(legend: HTMLElement | null, name: string): string {
  const element = legend?.querySelector(`[data-colour=${name}]`);
  return element ? getComputedStyle(element, element.tagName === "SPAN" ? "::before" : null).color : "#888";
}

function pointedText(seconds: number | undefined, days: readonly DayCount[]): string {
  if (seconds === undefined) return "";
  const at = new Date(seconds * 1000).toISOString();
  const {
    sent = 0,
    received = 0,
    plannedSent = 0,
    plannedReceived = 0,
  } = days.find(({ day }) => day === at.slice(0, 10)) ?? {};
  const part = (past: number, planned: number, word: string): string =>
    `${past} ${word}${planned > 0 ? ` and ${planned} planned` : ""}`;
  return `${dayText(at, "UTC")}: ${part(sent, plannedSent, "sent")}, ${part(received, plannedReceived, "received")}`;
}
