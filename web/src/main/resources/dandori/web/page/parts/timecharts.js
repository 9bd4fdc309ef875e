// Charts over one axis of time: zoom one and all follow. Drawn by uPlot.
import uPlot from '/library/uplot/uPlot.esm.js';
import { dashOf, ofPlace, strokeOf, styled } from './colours.js';
import { endNames } from './endnames.js';
import { instant, short } from './numbers.js';
import { speaks } from './words.js';

const t = speaks({ en: { time: 'Time' }, ja: { time: '時刻' } });

const RIGHT = 72; // the label of the last tick reaches into it, px

/** Steps between ticks that people count in, s. */
const STEPS = [1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, ...[1, 2, 7, 14, 28, 56, 91, 182, 364, 728].map((days) => days * 86400)];

/** The word of a tick; millions as such, so that it has room. */
function inMillions(tick, format) {
    return Math.abs(tick) >= 1e6 ? `${format(tick / 1e6)} M` : format(tick);
}

/**
 * The common axis of charts.
 * @param {{from: number, to: number, origin?: number, left?: number, signal: AbortSignal, changed?: (from: number, to: number) => void,
 *   marker?: () => number, picked?: (time: number) => void}} axis
 *   seconds since the origin; the origin in seconds since 1970 if there is one; changed is told of each zoom;
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

    /** What uPlot is told of the axis. */
    function options(width, height) {
        return {
            width,
            height,
            padding: [8, RIGHT, 0, 0],
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
        const common = { stroke: styled('quiet'), grid: { stroke: styled('line'), width: 1 }, ticks: { stroke: styled('line'), width: 1 } };
        return [
            { ...common, values: (chart, ticks) => ticks.map((tick) => instant(tick, axis.origin)), space: 140, incrs: STEPS },
            { ...common, label: unit, labelSize: 20, size: axis.left ?? 72, values: (chart, ticks) => ticks.map((tick) => inMillions(tick, format ?? short)) },
        ];
    }

    /**
     * Lines over time.
     * @param {{place: HTMLElement, height?: number, times: number[], unit: string, format?: (value: number) => string, stepped?: boolean,
     *   lines: {name: string, values: (number | null)[], colour?: string, place?: number}[],
     *   named?: boolean, room?: number}} of whether the lines have their names at their ends, and room for so many letters;
     *   the place of a line among all that there are says how it is dashed
     */
    function lines(of) {
        let chart;
        function draw() {
            chart?.destroy();
            charts.delete(chart);
            const format = of.format ?? short;
            chart = new uPlot(
                {
                    ...options(of.place.clientWidth || 800, of.height ?? 180),
                    ...(of.named ? endNames(of.lines, of.room) : {}),
                    axes: axes(of.unit, format),
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
        draw();
        follow(of.place, () => chart, draw, of.height ?? 180);
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
