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
