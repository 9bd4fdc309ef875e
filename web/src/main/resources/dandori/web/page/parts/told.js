// English texts of the program, of its files and its server, in the language of the page.
// The catalogues of ../japanese have pairs of an English form and a Japanese one. In a form {a} is any text, taken over as it is,
// and {A} any text that may itself be a form.
import { language } from './words.js';

const whole = new Map(); // forms without places, which are whole texts
const patterns = []; // those with places, the ones that say most first
const byForm = new Map(); // what texts that are told as data are put together from
const known = new Map(); // texts that have been looked for
const ready = new Map(); // catalogues that are read, or are being read

const MOST_KNOWN = 2_000;
const LONGEST = 1_000; // characters: what is longer is no text of the program
const PLACES_ONLY = /^(\{\d+\}[,;] )*\{\d+\}$/;

/** Reads catalogues, where the page needs them; once each. */
export function learn(...names) {
    if (language() !== 'ja') {
        return Promise.resolve();
    }
    return Promise.all(names.map((name) => {
        if (!ready.has(name)) {
            ready.set(name, import(`../japanese/${name}.js`).then((catalogue) => add(catalogue.default, name === 'answer')));
        }
        return ready.get(name);
    }));
}

function add(forms, isData) {
    for (const [english, japanese] of forms) {
        if (isData) {
            byForm.set(english, japanese);
        } else if (/\{\w+\}/.test(english)) {
            patterns.push(pattern(english, japanese));
        } else {
            whole.set(english, japanese);
        }
    }
    patterns.sort((a, b) => b.letters - a.letters);
    known.clear();
}

function pattern(english, japanese) {
    const parts = english.split(/\{(\w+)\}/);
    const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return {
        matches: new RegExp(`^${parts.map((part, i) => (i % 2 ? '(.*?)' : literal(part))).join('')}$`, 's'),
        names: parts.filter((part, i) => i % 2),
        letters: parts.reduce((sum, part, i) => sum + (i % 2 ? 0 : part.length), 0),
        japanese,
    };
}

/** The Japanese of an English text; undefined where no form is like it. */
export function inJapanese(text) {
    if (text.length > LONGEST) {
        return undefined;
    }
    if (!known.has(text)) {
        if (known.size >= MOST_KNOWN) {
            known.clear();
        }
        const japanese = whole.get(text) ?? matched(text);
        known.set(text, japanese);
        return japanese;
    }
    return known.get(text);
}

function matched(text) {
    for (const { matches, names, japanese } of patterns) {
        const found = matches.exec(text);
        if (found) {
            const values = Object.fromEntries(names.map((name, i) => [name, found[i + 1]]));
            return japanese.replace(/\{(\w+)\}/g, (all, name) => (/[A-Z]/.test(name) ? (inside(values[name]) ?? values[name]) : values[name]));
        }
    }
    return undefined;
}

/** A part of a sentence: it may be a sentence of its own that begins small here. */
function inside(text) {
    return inJapanese(text) ?? inJapanese(text.charAt(0).toUpperCase() + text.slice(1));
}

/** A text of the program in the language of the page; as it is, where there is none in it. */
export function local(text) {
    return language() === 'ja' && text ? (inJapanese(text) ?? text) : text;
}

/**
 * A sentence that is told as data, in the language of the page.
 * @param {{form: string, with?: (object | string)[]} | undefined} told
 * @param {string} english the same in English, for what is told by another program
 */
export function sentence(told, english) {
    return language() === 'ja' && told ? (put(told) ?? english) : english;
}

function put(told) {
    const { form, with: parts = [] } = told;
    const japanese = form === '' ? '' : (byForm.get(form) ?? (PLACES_ONLY.test(form) ? form.replaceAll(', ', '、').replaceAll('; ', '。') : undefined));
    const values = parts.map((part) => (typeof part === 'object' ? put(part) : part));
    return japanese === undefined || values.includes(undefined) ? undefined : japanese.replace(/\{(\d+)\}/g, (all, i) => values[i]);
}
