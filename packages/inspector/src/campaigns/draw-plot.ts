import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { PlotDays } from "./plot-days.ts";

const DAY = 86_400;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The colours of the plot, as the theme has them at this moment. */
export interface PlotColours {
  readonly sent: string;
  readonly received: string;
  readonly axis: string;
  readonly grid: string;
  readonly now: string;
}

/** What a plot shows. It is read again whenever it is drawn. */
export interface PlotSource {
  readonly days: () => PlotDays;
  /** The virtual now, on the axis of the days. */
  readonly now: () => number;
  readonly colours: () => PlotColours;
  /** The index of the day under the pointer. */
  readonly onPoint: (index: number | null) => void;
}

/** A plot that was drawn. */
export interface Plot {
  /** Draws it again, with the present data, colours and size. */
  readonly redraw: () => void;
  readonly destroy: () => void;
}

/** Draws the emails of each day into an element: what was sent is solid, what is planned is dotted. */
export function drawPlot(element: HTMLElement, source: PlotSource): Plot {
  const bars = (side: 1 | -1): uPlot.Series.PathBuilder | undefined =>
    uPlot.paths.bars?.({ align: side, size: [0.42, 26], gap: 1 });
  const past = (side: 1 | -1, colour: (colours: PlotColours) => string): uPlot.Series => ({
    stroke: () => colour(source.colours()),
    fill: () => colour(source.colours()),
    width: 0,
    points: { show: false },
    ...pathsOf(bars(side)),
  });
  const planned = (side: 1 | -1, colour: (colours: PlotColours) => string): uPlot.Series => ({
    stroke: () => colour(source.colours()),
    fill: () => colour(source.colours()).replace(/^rgb\((.*)\)$/, "rgba($1, 0.14)"),
    width: 1.5,
    dash: [2, 3],
    points: { show: false },
    ...pathsOf(bars(side)),
  });
  const axis = {
    stroke: () => source.colours().axis,
    font: "12px system-ui, sans-serif",
    grid: { stroke: () => source.colours().grid, width: 1 },
    ticks: { stroke: () => source.colours().grid, width: 1, size: 4 },
  };
  const plot = new uPlot(
    {
      ...sizeOf(element),
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: {
        x: { time: true, range: (_, least, most) => [least - DAY / 2, most + DAY / 2] },
        y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.08))] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          incrs: [1, 2, 7, 14, 28, 56, 182, 364].map((days) => days * DAY),
          space: 64,
          size: 28,
          values: (_, splits) => splits.map(dayOfAxis),
        },
        { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000] },
      ],
      series: [
        {},
        planned(-1, ({ sent }) => sent),
        planned(1, ({ received }) => received),
        past(-1, ({ sent }) => sent),
        past(1, ({ received }) => received),
      ],
      hooks: {
        draw: [(drawn) => drawNow(drawn, source)],
        setCursor: [(drawn) => source.onPoint(drawn.cursor.idx ?? null)],
      },
    },
    columnsOf(source.days()),
    element,
  );
  return {
    redraw: () => {
      const { width, height } = sizeOf(element);
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
      plot.setData(columnsOf(source.days()));
    },
    destroy: () => plot.destroy(),
  };
}

function columnsOf({ days, sent, sentInAll, received, receivedInAll }: PlotDays): uPlot.AlignedData {
  return [days, sentInAll, receivedInAll, sent, received];
}

function pathsOf(paths: uPlot.Series.PathBuilder | undefined): Partial<uPlot.Series> {
  return paths === undefined ? {} : { paths };
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(200, element.clientWidth), height: Math.max(120, element.clientHeight) };
}

function dayOfAxis(seconds: number): string {
  const date = new Date(seconds * 1000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** The virtual now as a vertical line. */
function drawNow(plot: uPlot, source: PlotSource): void {
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(source.now(), "x", true));
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = source.colours().now;
  ctx.fillStyle = source.colours().now;
  ctx.lineWidth = Math.max(1, Math.round(devicePixelRatio * 1.5));
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textBaseline = "top";
  ctx.textAlign = x > bbox.left + bbox.width / 2 ? "right" : "left";
  ctx.fillText("now", x + (ctx.textAlign === "right" ? -5 : 5) * devicePixelRatio, bbox.top);
  ctx.restore();
}
