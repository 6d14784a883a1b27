import type { CampaignDetail } from "@modulex-instantly/sandbox";
import { live } from "../control/live.ts";
import { dayText } from "../time/format-time.ts";
import type { Week, WeekMoment, WeekWindow } from "./schedule-week.ts";
import { daysText, isOpenAt, momentOf, WEEKDAYS, weeksOf } from "./schedule-week.ts";

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24] as const;

/** When a campaign may send: a week for each time zone of its schedule, with the virtual now. */
export function WeekPanel({ campaign: { schedule } }: { readonly campaign: CampaignDetail }) {
  const weeks = weeksOf(schedule);
  const now = live.value?.now;
  return (
    <section class="panel stack" aria-labelledby="campaign-schedule">
      <h3 id="campaign-schedule">Schedule</h3>
      <p class="quiet">{datesText(schedule)}</p>
      {weeks.length === 0 && <p>The schedule has no window, so the campaign cannot send.</p>}
      {weeks.map((week) => {
        const moment = now === undefined ? undefined : momentOf(now, week.timezone);
        return (
          <div key={week.timezone} class="stack">
            <ul class="campaigns-windows">
              {week.windows.map((window, index) => (
                <li key={`${window.from} ${window.to} ${window.name}`} class={`campaigns-window-${index % 4}`}>
                  <bdi>{window.name === "" ? "Without a name" : window.name}</bdi>: {windowText(window)}
                </li>
              ))}
              {moment && (
                <li class="campaigns-now-text">
                  Virtual now: {WEEKDAYS[moment.weekday]}, {moment.clock} ({week.timezone}),{" "}
                  {isOpenAt(week, schedule, moment) ? "sending is allowed" : "sending is not allowed"}
                </li>
              )}
            </ul>
            <WeekGrid week={week} moment={moment} />
          </div>
        );
      })}
    </section>
  );
}

/** The week as a picture. The list above it says the same. */
function WeekGrid({ week, moment }: { readonly week: Week; readonly moment: WeekMoment | undefined }) {
  return (
    <div class="campaigns-week" aria-hidden="true" data-testid="week">
      <div class="campaigns-hours">
        {HOURS.map((hour) => (
          <span key={hour} style={{ top: percent(hour / 24) }}>
            {String(hour).padStart(2, "0")}
          </span>
        ))}
      </div>
      {WEEKDAYS.map((name, day) => (
        <div key={name} class={`campaigns-day ${moment?.weekday === day ? "is-today" : ""}`}>
          <span class="campaigns-day-name">{name.slice(0, 3)}</span>
          <div class="campaigns-day-hours">
            {week.windows.map(
              (window, index) =>
                window.days[day] === true &&
                window.canOpen && (
                  <span
                    key={`${window.from} ${window.to} ${window.name}`}
                    class={`campaigns-block campaigns-window-${index % 4}`}
                    style={{ top: percent(window.top), height: percent(window.height) }}
                  >
                    {window.from}–{window.to}
                  </span>
                ),
            )}
            {moment?.weekday === day && <span class="campaigns-now" style={{ top: percent(moment.top) }} />}
          </div>
        </div>
      ))}
    </div>
  );
}

function windowText({ days, from, to, canOpen }: WeekWindow): string {
  const text = `${daysText(days)}, ${from} to ${to}`;
  return canOpen ? text : `${text}. It never opens, because its end is not after its start`;
}

function datesText({ start_date, end_date }: CampaignDetail["schedule"]): string {
  const day = (date: string): string => dayText(`${date.slice(0, 10)}T00:00:00Z`, "UTC");
  if (start_date && end_date) return `From ${day(start_date)} to ${day(end_date)}.`;
  if (start_date) return `From ${day(start_date)}, without an end.`;
  return end_date ? `Until ${day(end_date)}.` : "Without a start or an end date.";
}

function percent(part: number): string {
  return `${part * 100}%`;
}
