// Names at the ends of lines, so that a chart is its own legend.
import { dashOf, ofPlace, strokeOf, styled } from './colours.js';
import { enlarged, font } from './sizes.js';

const APART = 15; // pixels between names
const WIDEST = 168;
const SAMPLE = 24; // pixels of line before a name
const NARROWEST = 72; // the label of the last tick reaches into it
const MOST_SHARE = 0.27; // of a narrow chart

/** Pixels beside a chart for names of so many letters. */
export function roomFor(letters) {
    return Math.min(WIDEST, Math.max(NARROWEST, SAMPLE + 16 + 7 * letters)) * enlarged();
}

/**
 * Options of uPlot that write the name of each line at its right end; those that would lie on each other are moved apart.
 * @param {{name: string, values: (number | null)[], colour?: string, place?: number}[]} lines
 * @param {number} room   letters of the longest name of all charts that stand below each other, so that they end alike
 * @param {number} [right] pixels for names, where they are known
 */
export function endNames(lines, room = 0, right = undefined) {
    const longest = Math.max(room, ...lines.map((line) => line.name.length));
    return {
        padding: [8, right ?? ((chart) => Math.min(roomFor(longest), MOST_SHARE * chart.width)), 0, 0],
        plugins: [{ hooks: { draw: [(chart) => write(chart, lines)] } }],
    };
}

function write(chart, lines) {
    const { ctx } = chart;
    const ratio = (devicePixelRatio || 1) * enlarged();
    const { left, top, width, height } = chart.bbox;
    const ends = lines
        .map((line, i) => ({ name: line.name, colour: strokeOf(line.colour ?? ofPlace(i)), dash: dashOf(line.place ?? i), value: last(chart, line.values) }))
        .filter((end) => end.value !== undefined)
        .map((end) => ({ ...end, y: Math.min(top + height, Math.max(top, chart.valToPos(end.value, 'y', true))) }))
        .sort((a, b) => a.y - b.y);
    for (let i = 1; i < ends.length; i++) {
        ends[i].y = Math.max(ends[i].y, ends[i - 1].y + APART * ratio);
    }
    const below = ends.length ? ends[ends.length - 1].y - (top + height) : 0;
    if (below > 0) {
        for (let i = ends.length - 1, bound = top + height; i >= 0; i--, bound -= APART * ratio) {
            ends[i].y = Math.min(ends[i].y, bound);
        }
    }
    ctx.save();
    ctx.font = font(12, devicePixelRatio || 1);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    for (const end of ends) {
        ctx.strokeStyle = end.colour;
        ctx.lineWidth = 2 * ratio;
        ctx.setLineDash(end.dash.map((length) => length * ratio));
        ctx.beginPath();
        ctx.moveTo(left + width + 6 * ratio, end.y);
        ctx.lineTo(left + width + (6 + SAMPLE) * ratio, end.y);
        ctx.stroke();
        ctx.fillStyle = styled('ink');
        ctx.fillText(end.name, left + width + (SAMPLE + 10) * ratio, end.y, Math.max(1, chart.ctx.canvas.width - left - width - (SAMPLE + 12) * ratio));
    }
    ctx.restore();
}

/** The last value that is shown. */
function last(chart, values) {
    const [xs] = chart.data;
    const { max } = chart.scales.x;
    for (let i = values.length - 1; i >= 0; i--) {
        if (values[i] !== null && values[i] !== undefined && xs[i] <= max) {
            return values[i];
        }
    }
    return undefined;
}
