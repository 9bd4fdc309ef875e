// How a reader moves over the chart: wheel, drag, pinch, keys.

const STEP = 0.2; // of what is shown, for an arrow
const ZOOM = 1.5; // for + and −

/**
 * What a reader can want: of the length of time or of the rows a factor, and the share of the area that stays where it is;
 * to move by shares of what is shown.
 * @typedef {{zoomTime: (factor: number, share: number) => void, zoomNodes: (factor: number, share: number) => void,
 *   pan: (time: number, nodes: number) => void, toStart: () => void, toEnd: () => void, whole: () => void}} Moves
 */

/**
 * Moves by wheel, by drag with Shift or the middle button, and by fingers.
 * @param {HTMLElement} over the area
 * @param {Moves} to
 * @param {AbortSignal} signal
 */
export function pointing(over, to, signal) {
    const fingers = new Map();

    over.addEventListener('wheel', wheel, { passive: false, signal });
    over.addEventListener('pointerdown', down, { signal });
    over.addEventListener('pointermove', move, { signal });
    over.addEventListener('pointerup', up, { signal });
    over.addEventListener('pointercancel', up, { signal });

    function wheel(turn) {
        turn.preventDefault();
        const unit = turn.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        const area = over.getBoundingClientRect();
        const sideways = turn.deltaX * unit;
        const along = turn.deltaY * unit;
        if (turn.shiftKey) {
            to.zoomNodes(Math.exp((along || sideways) * 0.002), (turn.clientY - area.top) / area.height);
        } else if (Math.abs(sideways) > Math.abs(along)) {
            to.pan(sideways / area.width, 0);
        } else {
            to.zoomTime(Math.exp(along * 0.002), (turn.clientX - area.left) / area.width);
        }
    }

    function down(press) {
        const pans = press.pointerType === 'touch' || press.button === 1 || (press.button === 0 && press.shiftKey);
        if (pans) {
            press.preventDefault();
            over.setPointerCapture(press.pointerId);
            fingers.set(press.pointerId, press);
        }
    }

    function move(drag) {
        const before = fingers.get(drag.pointerId);
        if (!before) {
            return;
        }
        const area = over.getBoundingClientRect();
        const other = [...fingers.values()].find((finger) => finger.pointerId !== drag.pointerId);
        if (other) {
            const middle = (other.clientX + drag.clientX) / 2;
            const was = Math.max(8, Math.abs(before.clientX - other.clientX));
            const is = Math.max(8, Math.abs(drag.clientX - other.clientX));
            to.zoomTime(was / is, (middle - area.left) / area.width);
        } else {
            to.pan((before.clientX - drag.clientX) / area.width, (before.clientY - drag.clientY) / area.height);
        }
        fingers.set(drag.pointerId, drag);
    }

    function up(release) {
        fingers.delete(release.pointerId);
    }
}

/**
 * Moves by keys.
 * @param {HTMLElement} place what has the focus
 * @param {Moves} to
 * @param {AbortSignal} signal
 */
export function keying(place, to, signal) {
    place.addEventListener('keydown', key, { signal });

    function key(press) {
        if (press.ctrlKey || press.metaKey || press.altKey) {
            return;
        }
        const does = {
            ArrowLeft: () => to.pan(-STEP, 0),
            ArrowRight: () => to.pan(STEP, 0),
            ArrowUp: () => (press.shiftKey ? to.zoomNodes(1 / ZOOM, 0.5) : to.pan(0, -STEP)),
            ArrowDown: () => (press.shiftKey ? to.zoomNodes(ZOOM, 0.5) : to.pan(0, STEP)),
            '+': () => to.zoomTime(1 / ZOOM, 0.5),
            '=': () => to.zoomTime(1 / ZOOM, 0.5),
            '-': () => to.zoomTime(ZOOM, 0.5),
            0: to.whole,
            Home: to.toStart,
            End: to.toEnd,
        }[press.key];
        if (does) {
            press.preventDefault();
            does();
        }
    }
}
