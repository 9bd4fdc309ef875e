// The frame of the page: which page stands at this address, the line at the top, going from one to the other.
import { html, render } from '/library/lit-html/lit-html.js';
import { problem } from './parts/problem.js';
import { learn } from './parts/told.js';
import { speaks, language, setLanguage } from './parts/words.js';

const PAGES = {
    '/': 'studies',
    '/study': 'study',
    '/compare': 'compare',
    '/run': 'run',
    '/job': 'job',
    '/machine': 'machine',
    '/scenario': 'scenario',
};

const t = speaks({
    en: { studies: 'Studies', theme: 'Light or dark', other: '日本語', loading: 'Loading …', skip: 'Skip to the content', way: 'Way here', cannot: 'This cannot be shown' },
    ja: { studies: '一覧', theme: '明るさを切り替える', other: 'English', loading: '読み込み中…', skip: '本文へ移動', way: '現在の位置', cannot: '表示できません' },
});

let leaving = new AbortController();

/** Shows what stands at the address of the window. Pages export `show(main, signal)`; what they start ends with the signal. */
async function arrive() {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    const main = document.getElementById('main');
    document.documentElement.lang = language();
    showTop();
    // Each page has a place of its own, so that one that is late draws nowhere.
    const place = document.createElement('div');
    render(html`<p class="quiet">${t('loading')}</p>`, place);
    main.replaceChildren(place);
    try {
        await learn('server', 'answer', 'results');
        const page = await import(`./pages/${PAGES[location.pathname]}.js`);
        await page.show(place, signal);
    } catch (failure) {
        if (!signal.aborted) {
            render(html`<h1>${t('cannot')}</h1>${problem(failure)}`, place);
        }
    }
    if (!signal.aborted) {
        const heading = place.querySelector('h1');
        document.title = heading ? `${heading.textContent.trim()} – Dandori` : 'Dandori';
        showTop();
    }
}

/** The way here, from the list down: a study, its run, its job. */
function steps() {
    const at = new URLSearchParams(location.search).get('at') ?? '';
    const cell = at.match(/^(.*?)\/?(cells\/\d+)$/);
    const study = cell ? cell[1] : at;
    const steps = [[t('studies'), '/']];
    if (at && location.pathname !== '/compare') {
        steps.push([study, `/study?${new URLSearchParams({ at: study })}`]);
    }
    if (cell) {
        steps.push([cell[2].slice('cells/'.length), `/run?${new URLSearchParams({ at })}`]);
    }
    return steps;
}

/** Whether an address is that of this page, whatever is looked at on it. */
function isHere(to) {
    const { pathname, searchParams } = new URL(to, location);
    return pathname === location.pathname && (searchParams.get('at') ?? '') === (pathname === '/' ? '' : (new URLSearchParams(location.search).get('at') ?? ''));
}

function showTop() {
    document.querySelector('.skip').textContent = t('skip');
    render(
        html`<a class="name" href="/">Dandori <span class="quiet" lang="ja">段取り</span></a>
            <nav aria-label=${t('way')}>${steps().map(
                ([name, to]) => html`<a href=${to} aria-current=${isHere(to) ? 'page' : 'false'}>${name}</a>`,
            )}</nav>
            <button @click=${toggleTheme} title=${t('theme')} aria-label=${t('theme')}>◐</button>
            <button @click=${toggleLanguage} lang=${language() === 'ja' ? 'en' : 'ja'}>${t('other')}</button>`,
        document.getElementById('top'),
    );
}

function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function toggleTheme() {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
    dispatchEvent(new Event('theme')); // charts are drawn, not styled
}

function toggleLanguage() {
    setLanguage(language() === 'ja' ? 'en' : 'ja');
    arrive();
}

/** Goes to an address of this page without loading it anew. */
export function go(to) {
    history.pushState(null, '', to);
    arrive().then(() => document.getElementById('main').focus());
}

document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('a[href]') : null;
    const plain = click.button === 0 && !click.ctrlKey && !click.metaKey && !click.shiftKey && !click.altKey;
    if (link && plain && !link.target && !link.download && link.origin === location.origin && link.pathname in PAGES) {
        if (link.hash && link.pathname + link.search === location.pathname + location.search) {
            return;
        }
        click.preventDefault();
        go(link.pathname + link.search);
    }
});
// Paper is light, and as narrow as it is: charts are drawn anew for it, and back.
addEventListener('beforeprint', () => {
    document.documentElement.dataset.paper = '';
    dispatchEvent(new Event('theme'));
});
addEventListener('afterprint', () => {
    delete document.documentElement.dataset.paper;
    dispatchEvent(new Event('theme'));
});
addEventListener('popstate', arrive);
if (localStorage.getItem('theme')) {
    document.documentElement.dataset.theme = localStorage.getItem('theme');
}
document.getElementById('top').replaceChildren(); // what stood there until the scripts came
arrive();
