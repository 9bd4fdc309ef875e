// Numbers, times and stretches of time, as people read them; the same words as the reports use.
import { language, speaks } from './words.js';

const t = speaks({
    en: { s: '{number} s', min: '{number} min', h: '{number} h', d: '{number} d' },
    ja: { s: '{number}秒', min: '{number}分', h: '{number}時間', d: '{number}日' },
});

/** A number with so many decimals, and commas. */
export function plain(value, decimals = 0) {
    return Number.isFinite(value)
        ? value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
        : '–';
}

/** A number with about three digits. */
export function short(value) {
    if (!Number.isFinite(value)) {
        return '–';
    }
    const size = Math.abs(value);
    return plain(value, size === 0 || size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
}

const STRETCHES = [
    [86400 * 2, 86400, 'd'],
    [7200, 3600, 'h'],
    [120, 60, 'min'],
];

/** A stretch of seconds: 45 s, 12 min, 7.5 h, 3.2 d; 45秒, 12分, 7.5時間, 3.2日. */
export function stretch(seconds) {
    if (!Number.isFinite(seconds)) {
        return '–';
    }
    for (const [from, unit, name] of STRETCHES) {
        if (Math.abs(seconds) >= from) {
            return t(name, { number: short(seconds / unit) });
        }
    }
    return t('s', { number: short(seconds) });
}

/** Stretches of time within a text, such as '≤ 10 min', in the units of the page. */
export function stretches(text) {
    return language() === 'ja' ? text.replace(/(\d+) ?(s|min|h|d)\b/g, (all, number, unit) => t(unit, { number })) : text;
}

/** A number with its unit behind it: '12 kWh', '12時間'. */
export function withUnit(number, unit) {
    return /^[\u3040-\u9fff]/.test(unit) ? `${number}${unit}` : unit ? `${number} ${unit}` : number;
}

/** A share as per cent. */
export function percent(share, decimals = 1) {
    return Number.isFinite(share) ? `${plain(100 * share, decimals)} %` : '–';
}

/** An instant: seconds since the origin; with an origin (seconds since 1970) a date of the machine's calendar. */
export function instant(seconds, origin) {
    if (!Number.isFinite(seconds)) {
        return '–';
    }
    if (origin === undefined || origin === null) {
        const day = Math.floor(seconds / 86400);
        const rest = Math.floor(seconds - day * 86400);
        const two = (n) => String(n).padStart(2, '0');
        const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
        return language() === 'ja' ? `${day}日目 ${clock}` : `day ${day} ${clock}`;
    }
    return new Date((origin + seconds) * 1000).toLocaleString(language() === 'ja' ? 'ja-JP' : 'en-GB', {
        timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
    });
}
