// Energy, carbon dioxide and cost: of all, by machine, organization and campaign, where files say it.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { table } from '../parts/table.js';
import { metric, scale } from '../parts/metrics.js';
import { speaks } from '../parts/words.js';
import { cell, difference, figure, groups, means } from './figures.js';

const t = speaks({
    en: {
        title: 'What does it draw, and what does it cost?', whose: 'Of', policy: 'Policy', all: 'all', machines: 'machine', organizations: 'organization', campaigns: 'campaign',
        name: 'Energy, carbon dioxide and cost by policy', kind: 'What',
        note: 'Of the measured time; an organization’s part is in proportion to its node hours. A campaign’s is its own nodes’ alone.',
    },
    ja: {
        title: '電力と費用', whose: '対象', policy: '方針', all: '全体', machines: 'マシン', organizations: '組織', campaigns: '学習計画',
        name: '方針別の電力量・二酸化炭素・費用', kind: '種類',
        note: '計測期間の値です。組織の分は使ったノード時に比例します。学習計画の分は自分のノードだけです。',
    },
});

const KEYS = ['energy_kwh', 'energy_saved_kwh', 'power_max_kw', 'carbon_kg', 'electricity_yen', 'cost_yen'];

export function energy({ summary }) {
    const policies = Object.keys(summary.policies);
    const rows = [];
    for (const kind of ['all', 'machines', 'organizations', 'campaigns']) {
        for (const name of kind === 'all' ? [''] : groups(summary, kind)) {
            policies.forEach((policy) => rows.push({ kind, name, policy }));
        }
    }
    const of = (row, key) => figure(summary, row.policy, row.kind, row.name, key);
    const keys = KEYS.filter((key) => rows.some((row) => Number.isFinite(of(row, key)?.mean)));
    const told = rows.filter((row) => keys.some((key) => Number.isFinite(of(row, key)?.mean)));
    return keys.length
        ? html`<section><h2 id="energy">${t('title')}</h2>${table({
            name: t('name'),
            columns: [
                { key: 'kind', label: t('kind'), text: true, value: (row) => t(row.kind) },
                { key: 'name', label: t('whose'), text: true },
                { key: 'policy', label: t('policy'), text: true },
                ...keys.map((key) => {
                    const unit = scale(metric(key).kind, means(told.map((row) => of(row, key))));
                    return {
                        key, label: metric(key).label, unit: unit.unit,
                        value: (row) => (Number.isFinite(of(row, key)?.mean) ? of(row, key).mean / unit.factor : null),
                        show: (row) => cell(of(row, key), key, unit, difference(summary, row.policy, row.kind, row.name, key), summary.compare_to),
                    };
                }),
            ],
            rows: told,
        })}<p class="quiet small">${t('note')}</p></section>`
        : nothing;
}
