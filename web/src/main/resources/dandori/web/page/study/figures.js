// Reading figures of a study: by policy, kind of group and group.
import { verdict, metric } from '../parts/metrics.js';
import { spread } from '../parts/digits.js';
import { html, nothing } from '/library/lit-html/lit-html.js';
import { speaks } from '../parts/words.js';

const t = speaks({
    en: { better: 'better than {policy}, beyond chance' },
    ja: { better: '{policy}より良い（偶然とは考えにくい）' },
});

/** The figures of a group of jobs under a policy; of kind 'all' there is one group. */
export function group(summary, policy, kind = 'all', name = '') {
    const its = summary.policies?.[policy]?.[kind];
    return (kind === 'all' ? its : its?.[name]) ?? {};
}

/** The spread of a figure, or undefined. */
export function figure(summary, policy, kind, name, key) {
    return group(summary, policy, kind, name)[key];
}

/** How it differs from the policy that others are compared with. */
export function difference(summary, policy, kind, name, key) {
    const its = summary.differences?.[policy]?.[kind];
    return (kind === 'all' ? its : its?.[name])?.[key];
}

/** The names of the groups of a kind. */
export function groups(summary, kind) {
    const [first] = Object.values(summary.policies ?? {});
    return Object.keys(first?.[kind] ?? {});
}

const OF_TWO = 12; // the interval of two runs is 12.7 times as wide as what they differ by, of three at most 2.9 times

/** What stands behind ±, as in reports: half of the interval, of two runs half of what they differ by; NaN if there is none. */
export function half(its) {
    if (!its || its.low_95 === null || its.high_95 === null) {
        return NaN;
    }
    const width = its.high_95 - its.low_95;
    const apart = its.max - its.min;
    return (width > OF_TWO * apart && apart > 0 ? apart : width) / 2;
}

/** A figure as a cell of a table, in a scale, with its mark. */
export function cell(its, key, scale, differs, base) {
    if (!its || its.mean === null) {
        return '–';
    }
    const sign = verdict(key, differs);
    const less = metric(key).sense < 0;
    // As in reports, only what is better has a mark: ▼ where less is better, ▲ where more is.
    const mark = sign > 0
        ? html` <span class="good" title=${t('better', { policy: base })}><span aria-hidden="true">${less ? '▼' : '▲'}</span><span class="unseen">${t('better', { policy: base })}</span></span>`
        : nothing;
    return html`${spread(its.mean / scale.factor, half(its) / scale.factor, its.at_least)}${mark}`;
}

/** An array of figures' means, for the scale of a column. */
export function means(list) {
    return list.map((its) => its?.mean ?? NaN);
}

/** Seconds since 1970 of time 0 on the clock of the machines; undefined if nobody knows. */
export function originSeconds(text) {
    if (!text) {
        return undefined;
    }
    const millis = Date.parse(`${text.replace(/(Z|[+-]\d\d:?\d\d)?(\[.*\])?$/, '')}Z`);
    return Number.isFinite(millis) ? millis / 1000 : undefined;
}
