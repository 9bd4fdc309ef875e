// Colours: organizations by their place in the scenario (Okabe and Ito's, then tints of them), amounts by viridis.

const OKABE_ITO = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#999999'];

const VIRIDIS = ['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725'];

/** The colour of the n-th organization or policy. */
export function ofPlace(place) {
    const base = OKABE_ITO[place % OKABE_ITO.length];
    const round = Math.floor(place / OKABE_ITO.length);
    return round === 0 ? base : blend(base, '#ffffff', Math.min(0.75, 0.3 * round));
}

/** The colour of an amount from 0 to 1. */
export function ofAmount(amount) {
    const place = Math.min(1, Math.max(0, amount)) * (VIRIDIS.length - 1);
    const low = Math.min(VIRIDIS.length - 2, Math.floor(place));
    return blend(VIRIDIS[low], VIRIDIS[low + 1], place - low);
}

const DASHES = [[], [8, 4], [2, 3], [12, 3, 2, 3], [16, 4], [5, 2], [8, 3, 2, 3, 2, 3], [1, 2]]; // px

/** The dashes of the line of the n-th organization or policy, so that colour is not all that tells lines apart. */
export function dashOf(place) {
    return DASHES[place % DASHES.length];
}

const LEAST_CONTRAST = 3; // of lines, as WCAG 2.2 asks of what is not text

/** A colour for a line: as it is, or as much nearer to ink as it needs to stand out from the ground. */
export function strokeOf(colour) {
    const [ground, ink] = [styled('ground'), styled('ink')];
    let stroke = colour;
    for (let share = 0.05; contrast(stroke, ground) < LEAST_CONTRAST && share <= 1; share += 0.05) {
        stroke = blend(colour, ink, share);
    }
    return stroke;
}

/** How far two colours are apart, from 1 to 21. */
function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
    const [red, green, blue] = [1, 3, 5]
        .map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour between two. */
export function blend(from, to, share) {
    const part = (colour, i) => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
    return `#${[0, 1, 2]
        .map((i) => Math.round(part(from, i) * (1 - share) + part(to, i) * share))
        .map((value) => value.toString(16).padStart(2, '0'))
        .join('')}`;
}

/** A colour of the style sheet, as it is now: ink(), quiet, line, accent … */
export function styled(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
