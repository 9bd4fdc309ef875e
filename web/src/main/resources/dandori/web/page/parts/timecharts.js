// Charts over one axis of time: zoom one and all follow. Drawn by uPlot.
import uPlot from '/library/uplot/uPlot.esm.js';
import { dashOf, ofPlace, strokeOf, styled } from './colours.js';
import { endNames } from './endnames.js';
import { instant, short } from './numbers.js';
import { enlarged, font, high } from './sizes.js';
import { amountWords, COUNTS, STEPS, tickWords, ticksFrom } from './ticks.js';
import { speaks } from './words.js';

const t = speaks({
    en: { time: 'Time', range: '{name}: from {least} to {most}' },
    ja: { time: '時刻', range: '{name}：{least}〜{most}' },
});

const RIGHT = 72; // the label of the last tick reaches into it, px
const LEFT = 72; // for values and their unit, px
const NARROW = 480; // px; of such charts the caption says the unit

/**
 * The common axis of charts.
 * @param {{from: number, to: number, origin?: number, left?: number, right?: number, signal: AbortSignal, changed?: (from: number, to: number) => void,
 *   marker?: () => number, picked?: (time: number) => void}} axis
 *   seconds since the origin; the origin in seconds since 1970 if there is one; left and right are pixels for values and for names of lines; changed is told of each zoom;
 *   marker says which instant is looked at, and a click hands picked another
 */
export function timeAxis(axis) {
    const charts = new Set();
    let whole = { from: axis.from, to: axis.to };
    let shown = { ...whole };

    /** Shows a stretch of time in all charts. */
    function zoom(from, to, tell = true) {
        const least = 1;
        const length = Math.max(least, Math.min(to - from, whole.to - whole.from));
        const start = Math.min(Math.max(from, whole.from), whole.to - length);
        shown = { from: start, to: start + length };
        charts.forEach((chart) => chart.setScale('x', { min: shown.from, max: shown.to }));
        if (tell) {
            axis.changed?.(shown.from, shown.to);
        }
    }

    /** Makes the whole longer, as what is shown is still being read; who looked at all of it still does. */
    function extend(from, to) {
        const isAll = shown.from === whole.from && shown.to === whole.to;
        whole = { from, to };
        if (isAll) {
            zoom(from, to, false);
        }
    }

    /** The lines in words, for those who do not see them. */
    function inWords(all, format) {
        return all.flatMap((line) => {
            const known = line.values.filter((value) => value !== null && value !== undefined);
            const [least, most] = [Math.min, Math.max].map((of) => known.reduce((a, b) => of(a, b), known[0]));
            return known.length ? [t('range', { name: line.name, least: format(least), most: format(most) })] : [];
        });
    }

    /** What uPlot is told of the axis. */
    function options(width, height) {
        return {
            width,
            height,
            padding: [8, axis.right ?? RIGHT, 0, 0],
            cursor: {
                sync: { key: 'time', setSeries: false },
                drag: { x: true, y: false, setScale: false },
                bind: { dblclick: () => () => zoom(whole.from, whole.to) },
            },
            scales: { x: { time: false, auto: false, range: () => [shown.from, shown.to] } },
            hooks: {
                setSelect: [
                    (chart) => {
                        if (chart.select.width > 2) {
                            const from = chart.posToVal(chart.select.left, 'x');
                            const to = chart.posToVal(chart.select.left + chart.select.width, 'x');
                            chart.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
                            zoom(from, to);
                        }
                    },
                ],
                ...(axis.marker ? { draw: [mark], ready: [pick] } : {}),
            },
        };
    }

    /** Draws the instant that is looked at. */
    function mark(chart) {
        const x = Math.round(chart.valToPos(axis.marker(), 'x', true));
        const { left, top, width, height } = chart.bbox;
        if (x >= left && x <= left + width) {
            chart.ctx.fillStyle = styled('accent');
            chart.ctx.fillRect(x - devicePixelRatio, top, 2 * devicePixelRatio, height);
        }
    }

    /** A click that is no drag picks an instant. */
    function pick(chart) {
        let pressed = 0;
        chart.over.addEventListener('mousedown', (event) => (pressed = event.clientX));
        chart.over.addEventListener('click', (event) => {
            if (Math.abs(event.clientX - pressed) <= 2) {
                axis.picked?.(chart.posToVal(event.clientX - chart.over.getBoundingClientRect().left, 'x'));
            }
        });
    }

    /** Draws the marker of all charts anew. */
    function moved() {
        charts.forEach((chart) => chart.redraw(false, false));
    }

    function axes(unit, format) {
        const large = enlarged();
        const line = { stroke: styled('line'), width: 1 };
        const common = { stroke: styled('quiet'), font: font(), labelFont: font(), grid: line, ticks: line };
        return [
            {
                ...common, size: 36 * large, space: (innerWidth < NARROW ? 80 : 120) * large, incrs: STEPS,
                splits: (chart, side, min, max, step) => ticksFrom(min, max, step, axis.origin),
                values: (chart, ticks) => tickWords(ticks, axis.origin),
            },
            {
                ...common, space: 25 * large,
                ...(innerWidth < NARROW ? { size: 48 * large } : { label: unit, labelSize: 20 * large, size: (axis.left ?? LEFT) * large }),
                values: (chart, ticks, side, space, step) => amountWords(ticks, step, format === short ? undefined : format),
            },
        ];
    }

    /**
     * Lines over time.
     * @param {{place: HTMLElement, height?: number, times: number[], unit: string, format?: (value: number) => string, stepped?: boolean,
     *   lines: {name: string, values: (number | null)[], colour?: string, place?: number}[],
     *   named?: boolean, room?: number, full?: number}} of full is the value of the whole where there is one, else the axis fits the lines; whether the lines have their names at their ends, and room for so many letters;
     *   the place of a line among all that there are says how it is dashed
     */
    function lines(of) {
        let chart;
        const values = of.lines.flatMap((line) => line.values);
        const top = of.full && values.reduce((most, value) => Math.max(most, value ?? 0), of.full);
        const areCounts = values.every((value) => value === null || Number.isInteger(value));
        const height = () => high(of.height ?? 180);
        function draw() {
            chart?.destroy();
            charts.delete(chart);
            const base = options(of.place.clientWidth || 800, height());
            const [times, side] = axes(of.unit, of.format ?? short);
            const format = of.format ?? short;
            chart = new uPlot(
                {
                    ...base,
                    ...(of.named ? endNames(of.lines, of.room, axis.right) : {}),
                    scales: { ...base.scales, ...(top ? { y: { range: () => [0, top] } } : {}) },
                    hooks: { ...base.hooks, setCursor: [(its) => its.root.classList.toggle('pointed', its.cursor.left >= 0)] },
                    axes: [times, areCounts ? { ...side, incrs: COUNTS } : side],
                    series: [
                        { label: t('time'), value: (its, value) => (value === null ? '' : instant(value, axis.origin)) },
                        ...of.lines.map((line, i) => ({
                            label: line.name,
                            stroke: strokeOf(line.colour ?? ofPlace(i)),
                            dash: dashOf(line.place ?? i),
                            width: 1.5,
                            points: { show: false },
                            paths: of.stepped === false ? uPlot.paths.linear() : uPlot.paths.stepped({ align: 1 }),
                            value: (its, value) => (value === null ? '' : format(value)),
                        })),
                    ],
                },
                [of.times, ...of.lines.map((line) => line.values)],
                of.place,
            );
            charts.add(chart);
        }
        of.place.setAttribute('aria-label', [of.place.getAttribute('aria-label'), ...inWords(of.lines, of.format ?? short)].filter(Boolean).join('. '));
        draw();
        follow(of.place, () => chart, draw, height());
        return () => chart;
    }

    /** Draws anew when the theme changes, and fits the width. */
    function follow(place, chart, draw, height) {
        const { signal } = axis;
        addEventListener('theme', draw, { signal });
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });
        const watch = new ResizeObserver(() => {
            if (place.clientWidth && Math.abs(place.clientWidth - chart().width) > 1) {
                chart().setSize({ width: place.clientWidth, height });
            }
        });
        watch.observe(place);
        signal.addEventListener('abort', () => {
            watch.disconnect();
            chart().destroy();
        });
    }

    return { lines, zoom, extend, moved, options, axes, follow, charts, shown: () => ({ ...shown }), whole: () => ({ ...whole }) };
}
