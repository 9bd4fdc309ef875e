// How large drawn things are: they grow with the letters of the page, and charts with a tall window.

/** How much larger the letters of the page are than 16 pixels: readers and large screens enlarge them. */
export function enlarged() {
    return (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
}

/** The font of a canvas, of so many pixels where letters are not enlarged. */
export function font(pixels = 12, ratio = 1) {
    return `${pixels * enlarged() * ratio}px system-ui, sans-serif`;
}

const TALL = 1200; // pixels of a window from which charts grow with it
const MOST = 1.5;

/** The height of a chart that has so many pixels in a window of usual height. */
export function high(pixels) {
    return Math.round(pixels * enlarged() * Math.min(MOST, Math.max(1, innerHeight / enlarged() / TALL)));
}
