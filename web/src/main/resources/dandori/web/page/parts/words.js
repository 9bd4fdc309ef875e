// The languages of the page. A part or page says its words in both: speaks({ en: {...}, ja: {...} }).

const known = ['en', 'ja'];

/** Every set of words, for the test that holds the languages against each other. */
export const spoken = [];

/** The language of the page: as chosen, else as the browser asks. */
export function language() {
    const chosen = localStorage.getItem('language');
    return known.includes(chosen) ? chosen : navigator.language.startsWith('ja') ? 'ja' : 'en';
}

export function setLanguage(chosen) {
    localStorage.setItem('language', chosen);
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** The lang of a text that may be English on a Japanese page, as sentences of the server are; undefined where it is the page's. */
export function langOf(text) {
    return language() === 'ja' && !JAPANESE.test(text) ? 'en' : undefined;
}

/**
 * The words of a part: t('key', {name: 'x'}) is the text in the language of the page, with {name} filled in.
 * @param {{en: Record<string, string>, ja: Record<string, string>}} words
 */
export function speaks(words) {
    spoken.push(words);
    return (key, values = {}) => {
        const text = words[language()][key] ?? words.en[key] ?? key;
        return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
    };
}
