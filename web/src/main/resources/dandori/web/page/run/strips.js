// Stretches of time as bands, a line for each name, on the time axis of the chart.
import uPlot from '/library/uplot/uPlot.esm.js';
import { blend, styled } from '../parts/colours.js';
import { enlarged, font } from '../parts/sizes.js';

const LINE = 22; // pixels of a name
const AXIS = 64; // pixels of the axis of time and around
const MOST = 12; // names

/**
 * Draws bands.
 * @param {{place: HTMLElement, axis: object, all: {name: string, from: number, to: number}[]}} of
 */
export function strips(of) {
    const names = [...new Set(of.all.map((one) => one.name))].slice(0, MOST);
    const height = (names.length * LINE + AXIS) * enlarged();
    let chart;

    function paint() {
        const { ctx, bbox } = chart;
        const ratio = uPlot.pxRatio * enlarged();
        ctx.save();
        ctx.beginPath();
        ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
        ctx.clip();
        for (const one of of.all) {
            const line = names.indexOf(one.name);
            const left = chart.valToPos(one.from, 'x', true);
            const right = chart.valToPos(one.to, 'x', true);
            ctx.fillStyle = blend(styled('ground'), styled('accent'), 0.45);
            ctx.fillRect(left, bbox.top + (line * LINE + 3) * ratio, Math.max(ratio, right - left), (LINE - 6) * ratio);
        }
        ctx.font = font(12, uPlot.pxRatio);
        ctx.textAlign = 'left';
        ctx.textBaseline = 'middle';
        ctx.fillStyle = styled('ink');
        names.forEach((name, line) => ctx.fillText(name, bbox.left + 4 * ratio, bbox.top + (line + 0.5) * LINE * ratio));
        ctx.restore();
    }

    function draw() {
        if (chart) {
            of.axis.charts.delete(chart);
            chart.destroy();
        }
        const options = of.axis.options(of.place.clientWidth || 800, height);
        const [times, side] = of.axis.axes('', () => '');
        chart = new uPlot(
            {
                ...options,
                axes: [times, { ...side, grid: { show: false }, ticks: { show: false } }],
                scales: { ...options.scales, y: { auto: false, min: 0, max: 1, range: () => [0, 1] } },
                legend: { show: false },
                series: [{}, { paths: () => null, points: { show: false } }],
                hooks: { ...options.hooks, draw: [paint] },
            },
            [
                [of.axis.whole().from, of.axis.whole().to],
                [0, 0],
            ],
            of.place,
        );
        of.axis.charts.add(chart);
    }

    draw();
    of.axis.follow(of.place, () => chart, draw, height);
}
