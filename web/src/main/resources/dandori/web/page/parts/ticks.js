// What stands at the ticks of axes: of time only what the tick before does not say, of amounts as many decimals as their step has.
import { plain } from './numbers.js';
import { language } from './words.js';

const DAY = 86400;

/** Steps between ticks that people count in, s. */
export const STEPS = [1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, ...[1, 2, 7, 14, 28, 56, 91, 182, 364, 728].map((days) => days * DAY)];

/** Steps between ticks of what is counted. */
export const COUNTS = Array.from({ length: 12 }, (none, i) => 10 ** i).flatMap((ten) => [ten, 2 * ten, 5 * ten]);

/** The words of amounts a step apart; millions as such, so that they have room. */
export function amountWords(ticks, step, format) {
    const word = (tick, its) => (format ? format(tick) : plain(tick, decimals(its)));
    return ticks.map((tick) => (Math.abs(tick) >= 1e6 ? `${word(tick / 1e6, step / 1e6)} M` : word(tick, step)));
}

function decimals(step) {
    return [0, 1, 2].find((places) => Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) < 1e-6) ?? 3;
}

/** Instants a step apart, from midnight of the calendar on. */
export function ticksFrom(min, max, step, origin) {
    const shift = (origin ?? 0) % DAY;
    const ticks = [];
    for (let tick = Math.ceil((min + shift) / step) * step - shift; tick <= max; tick += step) {
        ticks.push(tick);
    }
    return ticks;
}

/**
 * Their words: the day where it begins or is the first, the year likewise, else the time of day.
 * @param {number[]} ticks seconds since the origin
 * @param {number | null | undefined} origin seconds since 1970; without one, days are counted
 */
export function tickWords(ticks, origin) {
    const hasOrigin = origin !== undefined && origin !== null;
    const words = hasOrigin ? dated(origin) : counted();
    const day = (tick) => Math.floor((tick + (hasOrigin ? origin : 0)) / DAY);
    const isMidnight = (tick) => (tick + (hasOrigin ? origin : 0)) % DAY === 0;
    const seconds = ticks.some((tick) => tick % 60 !== 0);
    const daysOnly = ticks.every(isMidnight);
    return ticks.map((tick, i) => {
        const before = ticks[i - 1];
        const isOfDay = !daysOnly && i > 0 && day(before) === day(tick);
        const date = isOfDay ? '' : words.day(tick, i === 0 || words.year(before) !== words.year(tick));
        const time = daysOnly || (isMidnight(tick) && i > 0) ? '' : words.time(tick, seconds);
        return [date, time].filter(Boolean).join(' ');
    });
}

function dated(origin) {
    const at = (tick) => new Date((origin + tick) * 1000);
    const said = (tick, options) => at(tick).toLocaleString(language() === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: 'UTC', ...options });
    return {
        day: (tick, hasYear) => said(tick, { day: 'numeric', month: 'short', ...(hasYear ? { year: 'numeric' } : {}) }),
        time: (tick, seconds) => said(tick, { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}) }),
        year: (tick) => at(tick).getUTCFullYear(),
    };
}

function counted() {
    const two = (n) => String(n).padStart(2, '0');
    const rest = (tick) => ((tick % DAY) + DAY) % DAY;
    return {
        day: (tick) => (language() === 'ja' ? `${Math.floor(tick / DAY)}日目` : `day ${Math.floor(tick / DAY)}`),
        time: (tick, seconds) => [Math.floor(rest(tick) / 3600), Math.floor(rest(tick) / 60) % 60, ...(seconds ? [Math.floor(rest(tick)) % 60] : [])].map(two).join(':'),
        year: () => 0,
    };
}
