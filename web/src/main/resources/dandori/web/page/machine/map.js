// The map of a machine: a square for each unit, coloured by the job that holds it; hatched where nodes have failed.
import { blend, styled } from '../parts/colours.js';
import { enlarged, font } from '../parts/sizes.js';
import { fit } from './layout.js';

/** Nobody holds the node. */
export const FREE = -1;

/**
 * Draws on a canvas and moves a cursor over it.
 * @param {{place: HTMLElement, map: object, signal: AbortSignal, label: string, keys: string,
 *   colour: (key: number) => string, holders: () => Int32Array, down: () => Uint8Array,
 *   moved: (square: object | undefined, said: boolean) => void, chosen: (square: object) => void}} of
 *   the map is of layout.js; holders are the keys of jobs by node
 */
export function drawn(of) {
    const { map, signal } = of;
    const canvas = document.createElement('canvas');
    const over = document.createElement('canvas');
    const frame = document.createElement('div');
    frame.className = 'map';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'application');
    frame.setAttribute('aria-label', of.label);
    frame.setAttribute('aria-describedby', 'map-keys');
    over.className = 'over';
    frame.append(canvas, over);
    of.place.replaceChildren(frame);
    const grid = byPlace(map);
    let fitted;
    let scale = 1;
    let cursor; // a square
    let marked = FREE; // the job whose squares stand out

    /** Fits the width, and draws. */
    function resize() {
        scale = Math.max(1, Math.round(devicePixelRatio));
        const width = Math.max(200, of.place.clientWidth);
        const height = Math.max(360, Math.min(innerHeight * 0.78, 1800));
        fitted = fit(map, width, height);
        for (const one of [canvas, over]) {
            one.width = fitted.width * scale;
            one.height = fitted.height * scale;
            one.style.width = `${fitted.width}px`;
            one.style.height = `${fitted.height}px`;
        }
        frame.style.width = `${fitted.width}px`;
        // Where squares stand, for whoever looks at the canvas from outside, as tests do.
        frame.dataset.side = fitted.side;
        frame.dataset.begins = JSON.stringify(fitted.begins);
        draw();
    }

    function draw() {
        const context = canvas.getContext('2d', { willReadFrequently: true }); // its pixels are written here
        const image = context.createImageData(canvas.width, canvas.height);
        const paint = painter(image, of, grid);
        const side = fitted.side * scale;
        const gap = side >= 3 ? 1 : 0;
        for (const square of map.squares) {
            const begin = fitted.begins[square.panel];
            paint(square, (begin.x + square.column * fitted.side) * scale, (begin.y + square.row * fitted.side) * scale, side, gap);
        }
        context.putImageData(image, 0, 0);
        context.fillStyle = styled('quiet');
        context.font = font(Math.min(12, 15 / enlarged()), scale);
        map.panels.forEach((panel, i) => context.fillText(panel.title, fitted.begins[i].x * scale, (fitted.begins[i].y - 4) * scale));
        drawOver();
    }

    /** The cursor, and what stands out. */
    function drawOver() {
        const context = over.getContext('2d');
        context.clearRect(0, 0, over.width, over.height);
        const side = fitted.side * scale;
        const corner = (square) => [
            (fitted.begins[square.panel].x + square.column * fitted.side) * scale,
            (fitted.begins[square.panel].y + square.row * fitted.side) * scale,
        ];
        if (marked >= 0) {
            context.globalAlpha = 0.72;
            context.fillStyle = styled('ground');
            map.panels.forEach((panel, i) =>
                context.fillRect(fitted.begins[i].x * scale, fitted.begins[i].y * scale, panel.columns * side, panel.rows * side),
            );
            context.globalAlpha = 1;
            const holders = of.holders();
            for (const square of map.squares) {
                if (square.nodes.some((node) => holders[node] === marked)) {
                    context.clearRect(...corner(square), side, side);
                }
            }
        }
        if (cursor) {
            const [x, y] = corner(cursor);
            context.strokeStyle = styled('ground');
            context.lineWidth = 4 * scale;
            context.strokeRect(x - scale, y - scale, side + scale, side + scale);
            context.strokeStyle = styled('ink');
            context.lineWidth = 2 * scale;
            context.strokeRect(x - scale, y - scale, side + scale, side + scale);
        }
    }

    function move(square, said) {
        cursor = square;
        drawOver();
        of.moved(square, said);
    }

    function under(event) {
        const box = canvas.getBoundingClientRect();
        const x = event.clientX - box.left;
        const y = event.clientY - box.top;
        for (let i = 0; i < map.panels.length; i++) {
            const column = Math.floor((x - fitted.begins[i].x) / fitted.side);
            const row = Math.floor((y - fitted.begins[i].y) / fitted.side);
            const square = grid.at(i, column, row);
            if (square) {
                return square;
            }
        }
    }

    frame.addEventListener('mousemove', (event) => {
        const square = under(event);
        if (square !== cursor) {
            move(square, false);
        }
    });
    frame.addEventListener('mouseleave', () => document.activeElement !== frame && move(undefined, false));
    frame.addEventListener('click', (event) => {
        const square = under(event);
        if (square) {
            move(square, true);
            of.chosen(square);
        }
    });
    frame.addEventListener('keydown', (event) => {
        const next = step(event.key, cursor, map, grid);
        if (next || WAYS[event.key]) {
            event.preventDefault(); // at the edge the page does not scroll away
        }
        if (next) {
            move(next, true);
        } else if (event.key === 'Enter' && cursor) {
            of.chosen(cursor);
        }
    });
    const watch = new ResizeObserver(resize);
    watch.observe(of.place);
    addEventListener('theme', resize, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });
    signal.addEventListener('abort', () => watch.disconnect());
    resize();
    return {
        draw,
        mark: (key) => {
            if (marked !== key) {
                marked = key;
                drawOver();
            }
        },
    };
}

/** Finds squares by panel, column and row. */
function byPlace(map) {
    const found = map.panels.map((panel) => new Array(panel.columns * panel.rows).fill(undefined));
    for (const square of map.squares) {
        found[square.panel][square.row * map.panels[square.panel].columns + square.column] = square;
    }
    const of = (all, panel, column, row, otherwise) => {
        const its = map.panels[panel];
        return its && column >= 0 && row >= 0 && column < its.columns && row < its.rows ? all[panel][row * its.columns + column] : otherwise;
    };
    return {
        at: (panel, column, row) => of(found, panel, column, row, undefined),
        /** A number for each square; FREE where there is no square. */
        map: (number) => {
            const numbers = found.map((squares) => {
                const its = new Int32Array(squares.length).fill(FREE);
                for (let i = 0; i < its.length; i++) {
                    if (squares[i]) {
                        its[i] = number(squares[i]);
                    }
                }
                return its;
            });
            return { of: (panel, column, row) => of(numbers, panel, column, row, FREE) };
        },
    };
}

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAGES = { PageUp: -1, PageDown: 1 };

/** The square to which a key leads; undefined if to none. */
function step(key, from, map, grid) {
    if (!from) {
        return WAYS[key] || PAGES[key] || key === 'Home' || key === 'End' ? map.squares[0] : undefined;
    }
    const [right, down] = WAYS[key] ?? [0, 0];
    const { panel, column, row } = from;
    const near = grid.at(panel, column + right, row + down);
    if ((right || down) && near) {
        return near;
    }
    const other = WAYS[key] ? right : PAGES[key];
    const beside = other && map.panels[panel + other];
    if (beside) {
        return grid.at(panel + other, right > 0 ? 0 : right < 0 ? beside.columns - 1 : Math.min(column, beside.columns - 1), Math.min(row, beside.rows - 1));
    }
    return { Home: map.squares[0], End: map.squares.at(-1) }[key];
}

/** The job of a square if one holds all of it. */
function whole(nodes, holders) {
    const key = holders[nodes[0]];
    for (let i = 1; i < nodes.length; i++) {
        if (holders[nodes[i]] !== key) {
            return FREE;
        }
    }
    return key;
}

/** Fills squares of an image: by the share of their nodes that jobs hold, a strip for each job. */
function painter(image, of, grid) {
    const pixels = new Uint32Array(image.data.buffer);
    const width = image.width;
    const holders = of.holders();
    const down = of.down();
    const colours = new Map();
    const packed = (text) => {
        const value = parseInt(text.slice(1), 16);
        return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
    };
    const free = packed(blend(styled('ground'), styled('line'), 0.45));
    const ink = packed(styled('ink'));
    const ofKey = (key) => {
        if (!colours.has(key)) {
            colours.set(key, packed(of.colour(key)));
        }
        return colours.get(key);
    };
    const fill = (x, y, wide, high, colour) => {
        for (let line = y; line < y + high; line++) {
            for (let at = line * width + x, end = at + wide; at < end; at++) {
                pixels[at] = colour;
            }
        }
    };
    const hatch = (x, y, side) => {
        for (let line = y; line < y + side; line++) {
            for (let at = x; at < x + side; at++) {
                if ((at + line) % 4 === 0) {
                    pixels[line * width + at] = ink;
                }
            }
        }
    };
    const wholes = grid.map((square) => whole(square.nodes, holders));
    const isBroken = down.includes(1);
    return (square, x, y, side, gap) => {
        const inner = side - gap;
        const key = wholes.of(square.panel, square.column, square.row);
        if (key >= 0) {
            // Squares of one job touch, so that lines run only between jobs.
            const right = gap && wholes.of(square.panel, square.column + 1, square.row) === key;
            const below = gap && wholes.of(square.panel, square.column, square.row + 1) === key;
            fill(x, y, inner, inner, ofKey(key));
            if (right) fill(x + inner, y, gap, inner, ofKey(key));
            if (below) fill(x, y + inner, inner, gap, ofKey(key));
            if (right && below && wholes.of(square.panel, square.column + 1, square.row + 1) === key) {
                fill(x + inner, y + inner, gap, gap, ofKey(key));
            }
        } else {
            fill(x, y, inner, inner, free);
            strips(square, x, y, inner);
        }
        if (isBroken && square.nodes.some((node) => down[node])) {
            hatch(x, y, inner);
        }
    };

    /** What jobs hold of a square that none has whole: a smaller square, a strip for each. */
    function strips(square, x, y, inner) {
        const shares = new Map();
        for (const node of square.nodes) {
            if (holders[node] >= 0) {
                shares.set(holders[node], (shares.get(holders[node]) ?? 0) + 1);
            }
        }
        const held = [...shares.values()].reduce((sum, one) => sum + one, 0);
        if (held === 0) {
            return;
        }
        const small = Math.max(1, Math.round(inner * Math.sqrt(held / square.nodes.length)));
        const margin = Math.floor((inner - small) / 2);
        let passed = 0;
        for (const [key, share] of shares) {
            const from = Math.round((small * passed) / held);
            const to = Math.round((small * (passed + share)) / held);
            fill(x + margin + from, y + margin, to - from, small, ofKey(key));
            passed += share;
        }
    }
}
