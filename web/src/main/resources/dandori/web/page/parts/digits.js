// Numbers with as many digits as are known, as the reports write them: one significant digit behind ±, two where the
// first is 1, and the value as many decimals; without ± three significant digits.
import { plain } from './numbers.js';

const MOST_DECIMALS = 3;
const NOISE = 1e-12;

/** A value, and perhaps what stands behind ±: '14.2', '84.6 ± 0.4', '≥12 ± 3'. */
export function spread(value, half, atLeast = false) {
    if (!Number.isFinite(value)) {
        return '–';
    }
    const hasHalf = Number.isFinite(half);
    const places = hasHalf && half > NOISE * Math.abs(value) ? decimalsOfHalf(half) : decimals(value);
    return `${atLeast ? '≥' : ''}${minus(plain(value, places))}${hasHalf ? ` ± ${plain(half, places)}` : ''}`;
}

/** A value with three significant digits. */
export function short3(value) {
    return Number.isFinite(value) ? minus(plain(value, decimals(value))) : '–';
}

/** With a minus in place of a hyphen; what is rounded to nothing has no sign. */
function minus(text) {
    return text.replace('-', /[1-9]/.test(text) ? '−' : '');
}

function decimalsOfHalf(half) {
    let places = 0;
    let scaled = half;
    while (scaled < 1 && places < MOST_DECIMALS) {
        scaled *= 10;
        places++;
    }
    return scaled < 1.95 && places < MOST_DECIMALS ? places + 1 : places;
}

function decimals(value) {
    const size = Math.abs(value);
    if (size === 0) {
        return 0;
    }
    let places = 2;
    for (let bound = 9.995; size >= bound && places > 0; bound *= 10) {
        places--;
    }
    return size < 0.9995 ? MOST_DECIMALS : places;
}
