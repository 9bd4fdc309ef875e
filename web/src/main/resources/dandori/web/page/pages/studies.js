// The list of studies.
import { html, render } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { table } from '../parts/table.js';
import { link } from '../parts/view.js';
import { speaks } from '../parts/words.js';

const t = speaks({
    en: { title: 'What has been simulated?', studies: 'Studies', study: 'Study', state: 'State', cells: 'Cells' },
    ja: { title: '何がシミュレートされたか', studies: 'スタディ', study: 'スタディ', state: '状態', cells: 'セル' },
});

export async function show(place, signal) {
    const { studies } = await ask('studies', {}, signal);
    render(
        html`<h1>${t('title')}</h1>
            ${table({
                name: t('studies'),
                columns: [
                    { key: 'at', label: t('study'), text: true, show: (row) => html`<a href=${link('study', { at: row.at })}>${row.at || '.'}</a>` },
                    { key: 'state', label: t('state'), text: true },
                    { key: 'cells_done', label: t('cells'), show: (row) => `${row.cells_done} / ${row.cells_planned}` },
                ],
                rows: studies,
            })}`,
        place,
    );
}
