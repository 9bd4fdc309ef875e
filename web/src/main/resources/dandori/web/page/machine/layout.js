// Where the places of a machine stand on the map: squares in panels, as the machine is wired.

const WIDEST = 64; // squares in a line of a switch
const FEW_LEAVES = 32; // that have a panel each
const LARGEST = 40; // pixels of a square
const GAP = 12; // pixels between panels
const TITLE = 16; // pixels above a panel

/**
 * The map of a machine.
 * @param machine   one of machine.json
 * @param {(key: string, values: object) => string} t   words: plane, torus, switch, node
 * @returns {{panels: {title: string, columns: number, rows: number}[], squares: {panel: number, column: number, row: number,
 *   nodes: Int32Array, name: string}[], kind: 'torus' | 'switches' | 'leaves' | 'flat', across: string, down: string}}
 */
export function layout(machine, t) {
    if (machine.torus?.shape?.length) {
        return torus(machine, t);
    }
    return machine.levels?.length ? switches(machine, t) : flat(machine, t);
}

/** Planes of the two axes along which numbers move fastest; a panel for each place along the others. */
function torus(machine, t) {
    const { axes, shape, order, nodes_per_unit: perUnit } = machine.torus;
    const outer = axes.slice(0, shape.length);
    const inner = axes.slice(shape.length);
    const slowFirst = [...outer].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    const down = slowFirst.at(-1);
    const across = slowFirst.length > 1 ? slowFirst.at(-2) : undefined;
    const others = slowFirst.slice(0, -2);
    const within = offsets(inner);
    const panels = [];
    const squares = [];
    for (const place of places(others)) {
        const panel = panels.length;
        panels.push({ title: others.map((axis, i) => `${axis.name} ${place[i]}`).join(' '), columns: across?.length ?? 1, rows: down.length });
        for (let row = 0; row < down.length; row++) {
            for (let column = 0; column < (across?.length ?? 1); column++) {
                const at = [...place, ...(across ? [column] : []), row];
                const base = slowFirst.reduce((sum, axis, i) => sum + at[i] * axis.stride, 0);
                const nodes = within.map((offset) => base + offset);
                squares.push({ panel, column, row, nodes, name: slowFirst.map((axis, i) => `${axis.name} ${at[i]}`).join(', ') });
            }
        }
    }
    return turned({ kind: 'torus', panels, squares, across: across?.name ?? '', down: down.name, perSquare: perUnit, one: t(perUnit > 1 ? 'unit' : 'node') });
}

/** A ring or a narrow plane lies down rather than stands. */
function turned(map) {
    if (map.across === '') {
        map.panels.forEach((panel) => Object.assign(panel, { columns: Math.min(WIDEST, panel.rows), rows: Math.ceil(panel.rows / WIDEST) }));
        map.squares.forEach((square) => Object.assign(square, { column: square.row % WIDEST, row: Math.floor(square.row / WIDEST) }));
        return { ...map, across: map.down, down: '' };
    }
    return map;
}

/** All places along some axes, the first slowest. */
function places(axes) {
    return axes.reduce((all, axis) => all.flatMap((place) => Array.from({ length: axis.length }, (none, i) => [...place, i])), [[]]);
}

/** How far the nodes of a unit stand from its first in number. */
function offsets(axes) {
    const all = places(axes).map((place) => place.reduce((sum, at, i) => sum + at * axes[i].stride, 0));
    return Int32Array.from(all).sort();
}

/** A panel for each leaf switch where they are few. */
function leafPanels(machine, leaves, t) {
    const level = machine.levels[0].name;
    const panels = [];
    const squares = [];
    for (let leaf = 0; leaf + 1 < leaves.length; leaf++) {
        const count = leaves[leaf + 1] - leaves[leaf];
        const columns = Math.min(count, 8 * Math.ceil(Math.sqrt(16 * count) / 8)); // lines rather than blocks, as pages are wide
        panels.push({ title: `${level} ${leaf}`, columns, rows: Math.ceil(count / columns) });
        for (let i = 0; i < count; i++) {
            const node = leaves[leaf] + i;
            const name = `${level} ${leaf}, ${t(machine.unit)} ${node}`;
            squares.push({ panel: leaf, column: i % columns, row: Math.floor(i / columns), nodes: Int32Array.of(node), name });
        }
    }
    return { kind: 'leaves', panels, squares, across: t(machine.unit), down: level, perSquare: 1, one: t(machine.unit) };
}

/** A line for each leaf switch, a panel for each switch above the leaves; or a panel for each leaf. */
function switches(machine, t) {
    const leaves = firsts(machine.levels[0], machine.nodes);
    if (machine.levels.length < 3 && leaves.length - 1 <= FEW_LEAVES) {
        return leafPanels(machine, leaves, t);
    }
    const middle = machine.levels.length > 2 ? machine.levels[1] : undefined;
    const groups = middle ? firsts(middle, machine.nodes) : [0, machine.nodes];
    const widest = Math.max(...leaves.slice(1).map((end, i) => end - leaves[i]));
    const columns = Math.min(WIDEST, widest);
    const lines = Math.ceil(widest / columns); // of a leaf
    const panels = [];
    const squares = [];
    let group = 0;
    for (let leaf = 0; leaf + 1 < leaves.length; leaf++) {
        while (panels.length === 0 || leaves[leaf] >= groups[group]) {
            panels.push({ title: middle ? `${middle.name} ${group}` : '', columns, rows: 0 });
            group++;
        }
        const panel = panels.length - 1;
        const top = panels[panel].rows;
        for (let node = leaves[leaf]; node < leaves[leaf + 1]; node++) {
            const i = node - leaves[leaf];
            const name = `${middle ? `${middle.name} ${group - 1}, ` : ''}${machine.levels[0].name} ${leaf}, ${t(machine.unit)} ${node}`;
            squares.push({ panel, column: i % columns, row: top + Math.floor(i / columns), nodes: Int32Array.of(node), name });
        }
        panels[panel].rows += lines;
    }
    return { kind: 'switches', panels, squares, across: t(machine.unit), down: machine.levels[0].name, perSquare: 1, one: t(machine.unit), lines };
}

/** Where the switches of a level begin, and the number of nodes. */
function firsts(level, nodes) {
    const begins = level.first_nodes ?? Array.from({ length: Math.ceil(nodes / level.nodes_per_switch) }, (none, i) => i * level.nodes_per_switch);
    return [...begins, nodes];
}

/** All nodes in order, a panel for each pool. */
function flat(machine, t) {
    const pools = machine.pools?.length ? machine.pools : [{ name: '', first_node: 0, nodes: machine.nodes }];
    const panels = [];
    const squares = [];
    for (const pool of pools) {
        const columns = Math.max(1, Math.min(pool.nodes, 16 * Math.ceil(Math.sqrt(pool.nodes * 2.5) / 16)));
        const panel = panels.length;
        panels.push({ title: pools.length > 1 ? pool.name : '', columns, rows: Math.ceil(pool.nodes / columns) });
        for (let i = 0; i < pool.nodes; i++) {
            const node = pool.first_node + i;
            squares.push({ panel, column: i % columns, row: Math.floor(i / columns), nodes: Int32Array.of(node), name: `${t(machine.unit)} ${node}` });
        }
    }
    return { kind: 'flat', panels, squares, across: '', down: '', perSquare: 1, one: t(machine.unit) };
}

/** How large a square can be so that all panels fit, in pixels of the screen; where each panel begins. */
export function fit(map, width, height) {
    for (let side = LARGEST; side >= 1; side--) {
        const begins = flow(map, side, width);
        const high = Math.max(...begins.map((begin, i) => begin.y + map.panels[i].rows * side));
        const wide = Math.max(...begins.map((begin, i) => begin.x + map.panels[i].columns * side));
        if ((wide <= width && high <= height) || side === 1) {
            return { side, begins, width: Math.max(1, wide), height: Math.max(1, high) };
        }
    }
}

/** Panels beside each other in lines, as words are. */
function flow(map, side, width) {
    const title = map.panels.some((panel) => panel.title) ? TITLE : 0;
    let x = 0;
    let y = title;
    let tallest = 0;
    return map.panels.map((panel) => {
        const wide = Math.max(panel.columns * side, panel.title.length * 8);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += tallest + GAP + title;
            tallest = 0;
        }
        const begin = { x, y };
        x += wide + GAP;
        tallest = Math.max(tallest, panel.rows * side);
        return begin;
    });
}
