// The chart of nodes over time. Its area shows pictures that the server draws; where few jobs are in view, they are drawn here,
// each with its name.
import uPlot from '/library/uplot/uPlot.esm.js';
import { styled } from '../parts/colours.js';
import { plain } from '../parts/numbers.js';
import { enlarged, font } from '../parts/sizes.js';
import { speaks } from '../parts/words.js';
import { colourOf, inkOn } from './colouring.js';
import { keying, pointing } from './gestures.js';
import { pictures } from './picture.js';

const t = speaks({ en: { node: 'node', row: 'row' }, ja: { node: 'ノード', row: '行' } });

const HEIGHT = { share: 0.54, least: 360, most: 1280 }; // of the window, px
const MOST_RATIO = 2; // pixels of a picture for one of the page
const MOST_PIXELS = { width: 8192, height: 4096 }; // that the server draws
const NODE_TICKS = [1, 2, 5].flatMap((n) => [n, 10 * n, 100 * n, 1000 * n, 10_000 * n, 100_000 * n]).sort((a, b) => a - b);
const LEAST_NAME = { width: 36, height: 12 }; // of a rectangle that has room for a name

/**
 * Makes the chart.
 * @param {{place: HTMLElement, axis: object, run: object, machine: object, signal: AbortSignal,
 *   first: number, nodes: number,                 the rows that are shown
 *   colouring: () => string, only: () => string,  by what it is coloured, and which organization is not dimmed
 *   moved: () => void,                            the view has changed
 *   painted: (loaded: number) => void,            a picture is there
 *   failed: (failure: Error) => void,
 *   pointed: (time: number | null, node: number) => void,
 *   clicked: (time: number, node: number) => void}} of
 */
export function gantt(of) {
    const { axis, signal } = of;
    let rows = limited(of.first, of.nodes);
    let picture = null; // the last that came
    let jobs = []; // that are drawn one by one
    let framed = null;
    let version = null;
    let chart;
    const height = Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, HEIGHT.share * innerHeight)));

    const ask = pictures({
        signal,
        failed: of.failed,
        arrived(next) {
            picture?.bitmap.close();
            picture = next;
            chart.redraw(false, true);
            of.painted(next.loaded);
        },
    });

    function limited(first, nodes) {
        const most = Math.max(1, of.machine.nodes);
        const count = Math.min(most, Math.max(1, Math.round(nodes)));
        return { first: Math.min(Math.max(0, Math.round(first)), most - count), nodes: count };
    }

    /** Asks for the picture of what is shown. */
    function wish() {
        const { from, to } = axis.shown();
        const ratio = Math.min(1, MOST_RATIO / uPlot.pxRatio);
        ask({
            at: of.run.at,
            machine: of.machine.name,
            from,
            to,
            first: rows.first,
            nodes: rows.nodes,
            width: Math.max(1, Math.min(MOST_PIXELS.width, Math.round(chart.bbox.width * ratio))),
            height: Math.max(1, Math.min(MOST_PIXELS.height, Math.round(chart.bbox.height * ratio))),
            colour: of.colouring(),
            only: of.only(),
            version,
        });
    }

    function showRows(first, nodes) {
        rows = limited(first, nodes);
        chart.setScale('y', { min: rows.first, max: rows.first + rows.nodes });
        moved();
    }

    function moved() {
        wish();
        of.moved();
    }

    /** Where a stretch of time and rows lies, in pixels of the canvas. */
    function box(from, to, first, end) {
        const left = chart.valToPos(from, 'x', true);
        const top = chart.valToPos(first, 'y', true);
        return { left, top, width: chart.valToPos(to, 'x', true) - left, height: chart.valToPos(end, 'y', true) - top };
    }

    function paint() {
        const { ctx, bbox } = chart;
        ctx.save();
        ctx.beginPath();
        ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
        ctx.clip();
        if (picture) {
            const { wish, bitmap } = picture;
            const at = box(wish.from, wish.to, wish.first, wish.first + wish.nodes);
            ctx.imageSmoothingEnabled = false;
            ctx.drawImage(bitmap, Math.round(at.left), Math.round(at.top), Math.round(at.width), Math.round(at.height));
        }
        const ground = styled('ground');
        jobs.forEach((job) => paintJob(job, ground));
        paintPools();
        if (framed) {
            paintFrame();
        }
        ctx.restore();
    }

    function boxes(job) {
        return job.rows.map(([first, count]) => box(job.start_s, job.end_s ?? axis.whole().to, first, first + count));
    }

    function paintJob(job, ground) {
        const { ctx } = chart;
        const isDimmed = of.only() !== '' && job.organization !== of.only();
        if (isDimmed) {
            return;
        }
        const colour = colourOf(of.run, of.machine, of.colouring(), job);
        ctx.fillStyle = colour;
        ctx.strokeStyle = ground;
        ctx.lineWidth = uPlot.pxRatio;
        const all = boxes(job);
        for (const at of all) {
            if (at.width > 4 && at.height > 4) {
                ctx.fillRect(at.left, at.top, at.width, at.height);
                ctx.strokeRect(at.left, at.top, at.width, at.height);
            }
        }
        paintName(job, all, inkOn(colour));
    }

    function paintName(job, all, ink) {
        const { ctx, bbox } = chart;
        const seen = all.map((at) => {
            const left = Math.max(at.left, bbox.left);
            const top = Math.max(at.top, bbox.top);
            return {
                left,
                top,
                width: Math.min(at.left + at.width, bbox.left + bbox.width) - left,
                height: Math.min(at.top + at.height, bbox.top + bbox.height) - top,
            };
        });
        const at = seen.sort((a, b) => b.height - a.height)[0];
        const ratio = uPlot.pxRatio * enlarged();
        if (!at || at.width < LEAST_NAME.width * ratio || at.height < LEAST_NAME.height * ratio) {
            return;
        }
        ctx.font = font(11, uPlot.pxRatio);
        ctx.textAlign = 'left';
        ctx.textBaseline = 'middle';
        ctx.fillStyle = ink;
        const names = [job.user ? `${job.job} ${job.user}` : job.job, job.job];
        const name = names.find((one) => ctx.measureText(one).width < at.width - 8 * ratio);
        if (name) {
            ctx.fillText(name, at.left + 4 * ratio, at.top + at.height / 2);
        }
    }

    /** Lines between pools, with their names. */
    function paintPools() {
        const { ctx, bbox } = chart;
        const { pools } = of.machine;
        if (pools.length < 2) {
            return;
        }
        const ratio = uPlot.pxRatio * enlarged();
        ctx.strokeStyle = styled('ink');
        ctx.lineWidth = ratio;
        ctx.font = font(11, uPlot.pxRatio);
        ctx.textAlign = 'left';
        ctx.textBaseline = 'middle';
        for (const pool of pools) {
            const top = chart.valToPos(pool.first_node, 'y', true);
            const end = chart.valToPos(pool.first_node + pool.nodes, 'y', true);
            const from = Math.max(top, bbox.top);
            if (Math.min(end, bbox.top + bbox.height) - from < 14 * ratio) {
                continue;
            }
            ctx.beginPath();
            ctx.moveTo(bbox.left, Math.round(top));
            ctx.lineTo(bbox.left + bbox.width, Math.round(top));
            ctx.stroke();
            ctx.fillStyle = styled('ground');
            ctx.fillRect(bbox.left, from, ctx.measureText(pool.name).width + 8 * ratio, 14 * ratio);
            ctx.fillStyle = styled('ink');
            ctx.fillText(pool.name, bbox.left + 4 * ratio, from + 7 * ratio);
        }
    }

    function paintFrame() {
        const { ctx } = chart;
        const ratio = uPlot.pxRatio;
        for (const at of boxes(framed)) {
            const width = Math.max(at.width, 4 * ratio);
            const height = Math.max(at.height, 4 * ratio);
            for (const [colour, thick] of [['ground', 5], ['ink', 2.5]]) {
                ctx.strokeStyle = styled(colour);
                ctx.lineWidth = thick * ratio;
                ctx.strokeRect(at.left, at.top, width, height);
            }
        }
    }

    /** Makes the chart anew. What is drawn later reckons the axes too: a zoom that is under way would keep its old ticks. */
    function draw() {
        if (chart) {
            axis.charts.delete(chart);
            chart.destroy();
        }
        const options = axis.options(of.place.clientWidth || 800, height);
        const [times, nodes] = axis.axes(of.machine.has_places ? t('node') : t('row'), (node) => plain(node));
        const { cursor } = options;
        const selects = (its, target, handle) => (press) => press.button === 0 && !press.shiftKey && handle(press);
        chart = new uPlot(
            {
                ...options,
                cursor: { ...cursor, y: true, points: { show: false }, bind: { ...cursor.bind, mousedown: selects } },
                scales: {
                    ...options.scales,
                    y: { auto: false, dir: -1, min: rows.first, max: rows.first + rows.nodes, range: () => [rows.first, rows.first + rows.nodes] },
                },
                axes: [times, { ...nodes, incrs: NODE_TICKS, space: 40 * enlarged() }],
                legend: { show: false },
                series: [{}, { show: true, paths: () => null, points: { show: false } }],
                hooks: { ...options.hooks, draw: [paint], setSize: [() => wish()], setScale: [(its, key) => key === 'x' && axisMoved()] },
            },
            [
                [axis.whole().from, axis.whole().to],
                [0, 0],
            ],
            of.place,
        );
        axis.charts.add(chart);
        listen();
    }

    let last = '';

    /** The axis tells its charts of each zoom, whoever made it. */
    function axisMoved() {
        const { from, to } = axis.shown();
        if (chart && last !== `${from} ${to}`) {
            last = `${from} ${to}`;
            moved();
        }
    }

    function valuesAt(event) {
        const area = chart.over.getBoundingClientRect();
        return [chart.posToVal(event.clientX - area.left, 'x'), Math.floor(chart.posToVal(event.clientY - area.top, 'y'))];
    }

    const whole = () => {
        rows = limited(0, of.machine.nodes);
        chart.setScale('y', { min: rows.first, max: rows.first + rows.nodes });
        axis.zoom(axis.whole().from, axis.whole().to);
        moved();
    };

    const moves = {
        zoomTime(factor, share) {
            const { from, to } = axis.shown();
            const still = from + share * (to - from);
            axis.zoom(still - (still - from) * factor, still + (to - still) * factor);
        },
        zoomNodes(factor, share) {
            const grown = factor > 1 ? Math.ceil(rows.nodes * factor) : Math.floor(rows.nodes * factor);
            const count = Math.min(Math.max(1, grown), Math.max(1, of.machine.nodes));
            showRows(rows.first + share * (rows.nodes - count), count);
        },
        pan(time, nodes) {
            const { from, to } = axis.shown();
            if (time !== 0) {
                axis.zoom(from + time * (to - from), to + time * (to - from));
            }
            dragged += nodes * rows.nodes;
            const steps = Math.trunc(dragged);
            if (steps !== 0) {
                dragged -= steps;
                showRows(rows.first + steps, rows.nodes);
            }
        },
        toStart() {
            const { from, to } = axis.shown();
            axis.zoom(axis.whole().from, axis.whole().from + (to - from));
        },
        toEnd() {
            const { from, to } = axis.shown();
            axis.zoom(axis.whole().to - (to - from), axis.whole().to);
        },
        whole,
    };
    let dragged = 0; // rows that are not yet a whole one

    function listen() {
        const { over } = chart;
        let pressed = null;
        let waits = 0;
        pointing(over, moves, signal);
        over.addEventListener('pointerdown', (press) => (pressed = press), { signal });
        over.addEventListener('pointermove', (move) => of.pointed(...valuesAt(move)), { signal });
        over.addEventListener('pointerleave', () => of.pointed(null, 0), { signal });
        over.addEventListener('dblclick', whole, { signal });
        over.addEventListener(
            'click',
            (click) => {
                const far = pressed ? Math.hypot(click.clientX - pressed.clientX, click.clientY - pressed.clientY) : 0;
                clearTimeout(waits);
                if (far < 4 && click.detail < 2 && !click.shiftKey) {
                    const at = valuesAt(click);
                    waits = setTimeout(() => !signal.aborted && of.clicked(...at), 250); // unless it becomes a double click
                }
            },
            { signal },
        );
    }

    draw();
    keying(of.place, moves, signal);
    axis.follow(of.place, () => chart, draw, height);

    return {
        ...moves,
        showRows,
        rows: () => ({ ...rows }),
        refresh: wish,
        repaint: () => chart.redraw(false, true),
        /** Draws these jobs one by one. */
        showJobs(some) {
            jobs = some;
            chart.redraw(false, true);
        },
        /** Frames a job; null for none. */
        frame(job) {
            framed = job && job.start_s !== null && job.machine === of.machine.name ? job : null;
            chart.redraw(false, true);
        },
        /** Says what the machine is now, as the run is still being read. */
        grow(machine, known) {
            const isAll = rows.nodes === Math.max(1, of.machine.nodes);
            const isOther = machine.has_places !== of.machine.has_places; // the axis says what its rows are
            of.machine = machine;
            version = known;
            if (isOther) {
                draw();
            }
            if (isAll) {
                rows = limited(0, machine.nodes);
                chart.setScale('y', { min: rows.first, max: rows.first + rows.nodes });
            }
            wish();
        },
    };
}
