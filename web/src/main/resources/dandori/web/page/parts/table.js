// A table that can be sorted and taken along as CSV.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { speaks } from './words.js';

const t = speaks({
    en: { csv: 'CSV', sort: 'Sort by {column}', csvOf: 'Download {name} as CSV' },
    ja: { csv: 'CSV', sort: '{column}で並べ替え', csvOf: '{name}をCSVで保存' },
});

/**
 * A table.
 * @param {{
 *   name: string,                      what it holds, in words: its caption, and the name of the CSV file
 *   isHeaded?: boolean,                whether a heading above says the same, so that it need not be read twice
 *   columns: {key: string, label: string, unit?: string, text?: boolean, rawUnit?: string, isName?: boolean, show?: (row) => unknown, value?: (row) => unknown}[],
                                      unit is that of what is read, rawUnit that of the value in the CSV file where show writes it otherwise;
 *                                      isName says that a column names the row, else the first does
 *   rows: object[],                    a column's value is row[key] or value(row); show(row) is what is read
 * }} of
 */
export function table(of) {
    const place = document.createElement('div');
    place.className = 'table';
    let sorted = { key: '', up: true };
    const names = Math.max(0, of.columns.findIndex((column) => column.isName));
    const value = (column, row) => (column.value ? column.value(row) : row[column.key]);

    function rows() {
        const column = of.columns.find((one) => one.key === sorted.key);
        if (!column) {
            return of.rows;
        }
        const order = (a, b) => {
            const [x, y] = [value(column, a), value(column, b)];
            if (x === y) return 0;
            if (x === null || x === undefined || Number.isNaN(x)) return 1; // what is not known stays below
            if (y === null || y === undefined || Number.isNaN(y)) return -1;
            return (x < y ? -1 : 1) * (sorted.up ? 1 : -1);
        };
        return [...of.rows].sort(order);
    }

    function sort(column) {
        sorted = { key: column.key, up: sorted.key === column.key ? !sorted.up : true };
        draw();
    }

    function state(column) {
        return sorted.key !== column.key ? 'none' : sorted.up ? 'ascending' : 'descending';
    }

    function draw() {
        render(
            html`<table>
                <caption>${of.isHeaded ? html`<span class="unseen">${of.name}</span>` : of.name} <button class="plain small" @click=${() => save(of, value)}
                    aria-label=${t('csvOf', { name: of.name })}>${t('csv')}</button></caption>
                <thead><tr>${of.columns.map(
                    (column) => html`<th scope="col" class=${column.text ? 'text' : nothing} aria-sort=${state(column)}>
                        <button @click=${() => sort(column)} title=${t('sort', { column: column.label })}>${column.label}${
                            { ascending: ' ↑', descending: ' ↓', none: '' }[state(column)]
                        }</button>${column.unit ? html`<div class="quiet small">${column.unit}</div>` : nothing}</th>`,
                )}</tr></thead>
                <tbody>${rows().map(
                    (row) => html`<tr>${of.columns.map((column, i) => {
                        const shown = column.show ? column.show(row) : (value(column, row) ?? '–');
                        return i === names
                            ? html`<th scope="row" class=${column.text ? 'text' : nothing}>${shown}</th>`
                            : html`<td class=${column.text ? 'text' : nothing}>${shown}</td>`;
                    })}</tr>`,
                )}</tbody>
            </table>`,
            place,
        );
    }
    draw();
    /** Shows other rows in the same order; what has the focus keeps it. */
    place.setRows = (rows) => {
        of.rows = rows;
        draw();
    };
    return place;
}

/** Hands a table to the reader as a file, with the values that are shown, unrounded. */
function save(of, value) {
    const quoted = (cell) => {
        const text = cell === null || cell === undefined ? '' : String(cell);
        return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const heading = ({ label, unit, rawUnit = unit }) => quoted(rawUnit ? `${label} [${rawUnit}]` : label);
    const lines = [of.columns.map(heading)];
    for (const row of of.rows) {
        lines.push(of.columns.map((column) => quoted(value(column, row))));
    }
    const file = new Blob([lines.map((line) => `${line.join(',')}\r\n`).join('')], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${of.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
