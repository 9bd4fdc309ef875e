// What colours mean on the chart: the same scales as the server's pictures.
import { ofAmount } from '../parts/colours.js';
import { plain, stretches } from '../parts/numbers.js';

const WEEK = 7 * 86400;
const WAITS = [[1, '≤ 1 s'], [60, '1 min'], [600, '10 min'], [3600, '1 h'], [6 * 3600, '6 h'], [86400, '1 d'], [WEEK, '≥ 7 d']];

export const COLOURINGS = ['organization', 'size', 'wait', 'state'];

/** The colour of a job under a colouring. */
export function colourOf(run, machine, colouring, job) {
    if (colouring === 'state') {
        return run.state_colours[job.state] ?? run.state_colours.unknown;
    }
    if (colouring === 'size') {
        return ofAmount(share(job.nodes, Math.max(2, machine.nodes)));
    }
    if (colouring === 'wait') {
        return ofAmount(share(job.wait_s, WEEK));
    }
    return run.colours[run.organizations.indexOf(job.organization)] ?? '#999999';
}

/** Amounts in words with their colours, for a legend. */
export function scaleOf(machine, colouring) {
    const most = colouring === 'size' ? Math.max(2, machine.nodes) : WEEK;
    const amounts = colouring === 'size' ? powers(most).map((amount) => [amount, plain(amount)]) : WAITS.map(([amount, word]) => [amount, stretches(word)]);
    return amounts.map(([amount, word]) => ({ word, colour: ofAmount(share(amount, most)) }));
}

function share(amount, most) {
    return amount <= 1 ? 0 : Math.log(amount) / Math.log(most);
}

function powers(most) {
    const amounts = [];
    for (let amount = 1; amount < most; amount *= most > 5000 ? 16 : 4) {
        amounts.push(amount);
    }
    return [...amounts, most];
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour) {
    const [red, green, blue] = [1, 3, 5].map((i) => (parseInt(colour.slice(i, i + 2), 16) / 255) ** 2.2);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#000000' : '#ffffff';
}
