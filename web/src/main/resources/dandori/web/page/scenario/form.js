// The form of a scenario, made from the JSON Schema and the scenario's values.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { live } from '/library/lit-html/directives/live.js';
import { repeat } from '/library/lit-html/directives/repeat.js';
import { said } from '../parts/problem.js';
import { local } from '../parts/told.js';
import { speaks } from '../parts/words.js';
import { below, isKey, line, pathOf, put, replace, shown, yaml } from './settings.js';

const t = speaks({
    en: {
        add: 'Add …', addTo: 'Add to {name}', copy: 'Copy', copyOf: 'Copy {name}', as: 'as', name: 'New name', remove: 'Remove', removeOf: 'Remove {name}',
        inText: 'Its name holds a sign that no path can; change it in the text.', empty: 'nothing given', meaning: 'What the fields mean',
    },
    ja: {
        add: '追加…', addTo: '{name}に追加', copy: '複製', copyOf: '{name}を複製', as: '→', name: '新しい名前', remove: '削除', removeOf: '{name}を削除',
        inText: '名前にパスで使えない文字があるため、テキストで変更してください。', empty: '指定なし', meaning: '各項目の意味',
    },
});

const OPEN = new Set(['organizations', 'policies', 'run']);

/** How an element of the form is found. */
export function idOf(path) {
    return `at-${path}`;
}

/**
 * The form.
 * @param {{schema: ReturnType<typeof import('./schema.js').reader>, tree: object, settings: string[], issues: object[],
 *   adding: Map<string, string>, change: (settings: string[], focus?: string) => void, redraw: () => void}} of
 *   the settings stand for what the reader changed; change takes new ones
 */
export function form(of) {
    const { schema } = of;

    function value(path, tree) {
        const own = of.settings.find((one) => pathOf(one) === path);
        return own === undefined ? line(tree) : shown(own.slice(path.length + 1));
    }

    function set(path, typed) {
        of.change(put(of.settings, path, yaml(typed)));
    }

    /** A sentence in which `this` is code. */
    function sentence(text) {
        return local(text).split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));
    }

    function issuesAt(path) {
        return of.issues.filter((issue) => issue.path === path);
    }

    function faults(path) {
        const here = issuesAt(path);
        return here.length
            ? html`<div class="fault" id=${`${idOf(path)}-fault`}>${here.map((issue) => html`<span>${said(issue.message)}</span> `)}</div>`
            : nothing;
    }

    /** One value, its name before it and its sentence behind. */
    function leaf(path, key, its, tree, quiet) {
        const field = schema.field(its);
        const id = idOf(path);
        const text = value(path, tree);
        const isBad = issuesAt(path).length > 0;
        const changed = of.settings.some((one) => pathOf(one) === path);
        const about = schema.says(its);
        return html`<div class="field ${changed ? 'changed' : ''} ${text.length > 28 ? 'wide' : ''}">
            <label for=${id} title=${quiet ? local(about) : nothing} translate="no">${key}${changed ? html` <span class="mark" aria-hidden="true">●</span>` : nothing}</label>
            <div class="entry">${control(path, id, its, field, text, isBad)}${
                field.hint ? html` <span class="quiet small" translate="no">${field.hint}</span>` : nothing
            }${faults(path)}</div>
            <div class=${quiet ? 'unseen' : 'help quiet small'} id=${`${id}-help`}>${sentence(about)}</div>
        </div>`;
    }

    function control(path, id, its, field, text, isBad) {
        const described = `${id}-help${isBad ? ` ${id}-fault` : ''}`;
        const words = field.isFlag ? ['true', 'false'] : field.words;
        if (words.length) {
            const all = words.map(String);
            return html`<select id=${id} aria-describedby=${described} aria-invalid=${isBad ? 'true' : 'false'}
                @change=${(event) => set(path, event.target.value)}>
                ${all.includes(text) ? nothing : html`<option value=${text} selected>${text}</option>`}
                ${all.map((word) => html`<option value=${word} .selected=${live(word === text)}>${word}</option>`)}
            </select>`;
        }
        const suggestions = [...field.suggestions, ...namesFor(path)];
        const list = suggestions.length ? `${id}-list` : nothing;
        return html`<input id=${id} .value=${live(text)} aria-describedby=${described} aria-invalid=${isBad ? 'true' : 'false'}
                inputmode=${field.isNumber ? (field.isWhole ? 'numeric' : 'decimal') : nothing} list=${list} autocomplete="off" spellcheck="false"
                class=${field.isNumber ? 'number' : nothing} size=${field.isNumber ? 9 : Math.max(14, Math.min(28, text.length + 1))}
                @input=${(event) => set(path, event.target.value)}>${
            suggestions.length
                ? html`<datalist id=${list}>${suggestions.map((word) => html`<option value=${word}></option>`)}</datalist>`
                : nothing
        }`;
    }

    /** The names that the scenario itself gives to what a value may name. */
    function namesFor(path) {
        const section = { home: 'machines', machine: 'machines', organization: 'organizations', extends: 'policies', compareTo: 'policies' }[path.split('.').pop()];
        return section && schema.isMapping(of.tree[section]) ? Object.keys(of.tree[section]) : [];
    }

    /** The name of a part or a model: another takes other options, so it stands for the whole part. */
    function kind(path, key, its, name, kinds, choose, quiet) {
        const id = idOf(path);
        const way = schema.options(its, name);
        const about = schema.says(way?.properties?.use);
        const changed = of.settings.some((one) => pathOf(one) === path);
        const isBad = issuesAt(path).length > 0;
        return html`<div class="field ${changed ? 'changed' : ''}">
            <label for=${id} translate="no">${key}${changed ? html` <span class="mark" aria-hidden="true">●</span>` : nothing}</label>
            <div class="entry"><select id=${id} aria-describedby=${`${id}-help ${id}-fault`} aria-invalid=${isBad ? 'true' : 'false'}
                @change=${(event) => choose(event.target.value)}>
                ${kinds.includes(name) ? nothing : html`<option value=${name} selected>${name}</option>`}
                ${kinds.map((one) => html`<option value=${one} .selected=${live(one === name)}>${one}</option>`)}
            </select>${faults(path)}</div>
            <div class="help small" id=${`${id}-help`}>${about ? html`${sentence(about)} ` : nothing}<span class="quiet ${quiet ? 'unseen' : ''}">${sentence(schema.says(its))}</span></div>
        </div>`;
    }

    const isSweep = (tree) => schema.isMapping(tree) && 'sweep' in tree;
    const isPlainList = (tree) => Array.isArray(tree) && tree.every((one) => one === null || typeof one !== 'object');
    const isLeaf = (tree) => tree === null || typeof tree !== 'object' || isSweep(tree) || isPlainList(tree);

    /** What may still be added to a mapping. */
    function more(path, way, tree, name) {
        const absent = Object.keys(way?.properties ?? {}).filter((key) => !(key in tree) && of.adding.get(path) !== key);
        if (!absent.length) {
            return nothing;
        }
        const id = `${idOf(path)}-more`;
        return html`<div class="field"><label class="quiet" for=${id}><span class="unseen">${t('addTo', { name })}</span></label>
            <div class="entry"><select id=${id} @change=${(event) => add(path, way, event.target)}>
                <option value="" selected>${t('add')}</option>
                ${absent.map((key) => html`<option value=${key} title=${local(schema.says(way.properties[key]))} translate="no">${key}</option>`)}
            </select></div></div>`;
    }

    function add(path, way, select) {
        const key = select.value;
        select.value = '';
        const all = schema.ways(way.properties[key]);
        const isSection = all.some((one) => one.type === 'object') && !all.some((one) => one.enum || one.pattern);
        const isList = !isSection && all.length > 0 && all.every((one) => one.type === 'array');
        if (isSection || (isList && schema.ways(all[0].items).some((one) => one.type === 'object'))) {
            of.change(put(of.settings, below(path, key), isSection ? '{}' : '[{}]'), below(path, key));
        } else {
            of.adding.set(path, key);
            of.redraw(idOf(below(path, key)));
        }
    }

    /** What stands behind a key. */
    function entry(path, key, its, tree, quiet) {
        if (typeof key === 'string' && !isKey(key)) {
            return html`<div class="field"><span>${key}</span><code>${line(tree)}</code><div class="help quiet small">${t('inText')}</div></div>`;
        }
        const kinds = schema.kinds(its, 'use');
        if (kinds.length && !isSweep(tree)) {
            return part(path, key, its, tree, kinds, quiet);
        }
        if (isLeaf(tree) && !(tree === '' && schema.mapping(its, {}))) {
            return leaf(path, key, its, tree, quiet);
        }
        return Array.isArray(tree) ? list(path, key, its, tree) : group(path, key, its, schema.isMapping(tree) ? tree : {}, quiet);
    }

    function part(path, key, its, tree, kinds, quiet) {
        if (schema.isMapping(tree) && !('use' in tree)) {
            const each = schema.ways(its).find((way) => way.type === 'object' && typeof way.additionalProperties === 'object');
            return group(path, key, each ?? its, tree, quiet); // one for each machine
        }
        const name = schema.isMapping(tree) ? String(tree.use) : String(tree);
        const way = schema.options(its, name);
        const given = schema.isMapping(tree) ? tree : { use: name };
        const choose = (chosen) => of.change(replace(of.settings, path, chosen));
        const options = Object.keys(given).filter((one) => one !== 'use');
        const adding = of.adding.get(path);
        const absent = Object.keys(way?.properties ?? {}).filter((one) => one !== 'use' && !(one in given) && one !== adding);
        return html`${kind(path, key, its, name, kinds, choose, quiet)}
            ${options.length || absent.length || adding
                ? html`<div class="inner">${options.map((one) => entry(below(path, one), one, schema.property(way, one), given[one], quiet))}
                    ${adding ? option(path, adding, schema.property(way, adding), given) : nothing}
                    ${absent.length ? more(path, { properties: Object.fromEntries(absent.map((one) => [one, way.properties[one]])) }, {}, key) : nothing}</div>`
                : nothing}`;

        /** An option that is being added; where the part is a name alone, it becomes a mapping. */
        function option(at, one, itsOption, whole) {
            const set = (typed) => {
                of.adding.delete(at);
                const settings = schema.isMapping(tree)
                    ? put(of.settings, below(at, one), yaml(typed))
                    : put(replace(of.settings, at, whole), at, `{use: ${JSON.stringify(name)}, ${one}: ${yaml(typed)}}`);
                of.change(settings, idOf(below(at, one)));
            };
            return fresh(below(at, one), one, itsOption, set);
        }
    }

    /** A value that is being added: it counts from when it is entered. */
    function fresh(path, key, its, set) {
        const field = schema.field(its);
        const id = idOf(path);
        const kinds = schema.kinds(its, 'use');
        const words = field.isFlag ? ['true', 'false'] : kinds.length ? kinds : field.words;
        const standard = schema.says(its).match(/Default: `([^`]*)`/)?.[1] ?? '';
        return html`<div class="field changed"><label for=${id} translate="no">${key}</label>
            <div class="entry">${words.length
                ? html`<select id=${id} aria-describedby=${`${id}-help`} @change=${(event) => set(event.target.value)}>
                    <option value="" selected>–</option>${words.map((word) => html`<option value=${word}>${word}</option>`)}</select>`
                : html`<input id=${id} aria-describedby=${`${id}-help`} placeholder=${standard} autocomplete="off" spellcheck="false"
                    @change=${(event) => event.target.value.trim() && set(event.target.value)}>`}
                ${field.hint ? html` <span class="quiet small" translate="no">${field.hint}</span>` : nothing}</div>
            <div class="help quiet small" id=${`${id}-help`}>${sentence(schema.says(its))}</div></div>`;
    }

    /** The fields of a mapping whose keys the schema knows. */
    function fields(path, its, tree, name, quiet) {
        const way = schema.mapping(its, tree);
        const models = schema.kinds(its, 'model');
        const adding = of.adding.get(path);
        return html`${repeat(Object.entries(tree), ([key]) => key, ([key, one]) =>
                key === 'model' && models.length > 1
                    ? kind(below(path, key), key, { description: schema.says(way?.properties?.model) }, String(one), models, (chosen) => set(below(path, key), chosen), quiet)
                    : entry(below(path, key), key, schema.property(way, key), one, quiet))}
            ${adding && !(adding in tree)
                ? fresh(below(path, adding), adding, schema.property(way, adding), (typed) => {
                      of.adding.delete(path);
                      of.change(put(of.settings, below(path, adding), yaml(typed)), idOf(below(path, adding)));
                  })
                : nothing}
            ${more(path, way, tree, name)}`;
    }

    const areNamed = (its) => {
        const way = schema.ways(its).find((one) => one.type === 'object');
        return way && !way.properties && schema.ways(way.additionalProperties).some((one) => one.type === 'object');
    };

    /** A section within another. */
    function group(path, key, its, tree, quiet) {
        return html`<fieldset id=${idOf(path)} tabindex="-1"><legend translate="no">${key}</legend>
            ${quiet ? nothing : html`<p class="quiet small">${sentence(schema.says(its))}</p>`}${faults(path)}
            ${areNamed(its) ? named(path, key, its, tree) : fields(path, its, tree, key, quiet)}</fieldset>`;
    }

    /** Sections by name: each can go, and be copied under another name. */
    function named(path, key, its, tree) {
        const way = schema.ways(its).find((one) => one.type === 'object');
        return html`${meaning(way.additionalProperties)}
            <div class="entries">${repeat(Object.entries(tree), ([name]) => name, ([name, one]) => html`<fieldset id=${idOf(below(path, name))} tabindex="-1" class="named">
                <legend>${name} <button type="button" class="plain small" aria-label=${t('removeOf', { name })}
                    @click=${() => of.change(replace(of.settings, path, without(tree, name)), idOf(path))}>${t('remove')}</button></legend>
                ${faults(below(path, name))}
                ${isKey(name) ? fields(below(path, name), way.additionalProperties, schema.isMapping(one) ? one : {}, name, true) : html`<code>${line(one)}</code> <span class="quiet small">${t('inText')}</span>`}
            </fieldset>`)}</div>
            ${copies(path, Object.keys(tree), (from, name) => of.change(put(of.settings, below(path, name), line(tree[from])), idOf(below(path, name))))}`;
    }

    /** What the keys of sections mean that stand side by side, once for all of them. */
    function meaning(its) {
        const way = schema.mapping(its, {});
        return way?.properties
            ? html`<details class="meaning small"><summary>${t('meaning')}</summary><dl>${Object.entries(way.properties).map(
                  ([key, one]) => html`<dt translate="no">${key}</dt><dd>${sentence(schema.says(one))}</dd>`,
              )}</dl></details>`
            : nothing;
    }

    function without(tree, name) {
        return Object.fromEntries(Object.entries(tree).filter(([key]) => key !== name));
    }

    function copies(path, names, copy) {
        const id = `${idOf(path)}-copy`;
        const free = (name) => {
            let n = 2;
            while (names.includes(`${name}-${n}`)) n++;
            return `${name}-${n}`;
        };
        return names.length
            ? html`<form class="row copy" @submit=${(event) => {
                  event.preventDefault();
                  const { from, name } = event.target.elements;
                  const wanted = name.value.trim() || free(from.value);
                  if (isKey(wanted) && !names.includes(wanted)) {
                      name.value = '';
                      copy(from.value, wanted);
                  } else {
                      name.focus();
                      name.select();
                  }
              }}>
                <label for=${id}>${t('copy')}</label>
                <select id=${id} name="from">${names.map((name) => html`<option>${name}</option>`)}</select>
                <label>${t('as')} <input name="name" placeholder=${free(names[0])} aria-label=${t('name')} autocomplete="off" spellcheck="false" pattern="[^.=\\[\\]]{1,64}"></label>
                <button>${t('copy')}</button></form>`
            : nothing;
    }

    /** A list of sections. */
    function list(path, key, its, tree) {
        const items = schema.ways(its).find((one) => one.type === 'array')?.items;
        return html`<fieldset id=${idOf(path)} tabindex="-1"><legend translate="no">${key}</legend>
            <p class="quiet small">${sentence(schema.says(its))}</p>${faults(path)}
            ${items ? meaning(items) : nothing}
            <div class="entries">${tree.map((one, i) => {
                const at = below(path, i);
                const name = `${key} ${i + 1}`;
                const title = schema.isMapping(one) ? (one.organization ?? one.machine ?? one.name ?? '') : '';
                return html`<fieldset id=${idOf(at)} tabindex="-1" class="named"><legend>${i + 1}${title ? ` · ${title}` : ''}
                    <button type="button" class="plain small" aria-label=${t('copyOf', { name })}
                        @click=${() => of.change(put(of.settings, below(path, tree.length), line(one)), idOf(below(path, tree.length)))}>${t('copy')}</button>
                    <button type="button" class="plain small" aria-label=${t('removeOf', { name })}
                        @click=${() => of.change(replace(of.settings, path, tree.filter((other, j) => j !== i)), idOf(path))}>${t('remove')}</button></legend>
                    ${faults(at)}${schema.isMapping(one) ? fields(at, items, one, name, true) : leaf(at, String(i + 1), items, one, true)}</fieldset>`;
            })}</div></fieldset>`;
    }

    /** The whole form: what is said of the file first, then its sections. */
    function whole() {
        const top = schema.root;
        const known = Object.keys(top.properties).filter((key) => key in of.tree);
        const others = Object.keys(of.tree).filter((key) => !(key in top.properties));
        const isSection = (key) => of.tree[key] === '' || (typeof of.tree[key] === 'object' && !isSweep(of.tree[key]));
        const all = [...known, ...others];
        return html`${all.filter((key) => !isSection(key)).map((key) => entry(key, key, top.properties[key], of.tree[key], false))}
            ${repeat(all.filter(isSection), (key) => key, (key) => html`<details ?open=${OPEN.has(key)} class="section">
                <summary><span translate="no">${key}</span> <span class="quiet small">${summary(of.tree[key])}</span></summary>
                ${section(key, top.properties[key], of.tree[key])}</details>`)}
            ${more('', top, of.tree, 'scenario')}`;
    }

    function section(key, its, tree) {
        const top = html`<p class="quiet small">${sentence(schema.says(its))}</p>${faults(key)}`;
        if (Array.isArray(tree)) {
            return list(key, key, its, tree);
        }
        const mapping = schema.isMapping(tree) ? tree : {};
        return html`<div id=${idOf(key)} tabindex="-1">${top}${areNamed(its) ? named(key, key, its, mapping) : fields(key, its, mapping, key, false)}</div>`;
    }

    /** What a closed section holds. */
    function summary(tree) {
        return tree === '' ? t('empty') : Array.isArray(tree) ? tree.length : html`<span translate="no">${Object.keys(tree).join(', ')}</span>`;
    }

    return whole();
}
