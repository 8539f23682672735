/** What an injected script would do: leave a mark that a test can see. */
const MARK = 'window.__injected=1';

const BARE = [
  `<script>${MARK}</script>`,
  `<img src=x onerror="${MARK}">`,
  `<svg onload="${MARK}">`,
  `<svg><script>${MARK}</script></svg>`,
  `<iframe srcdoc="<script>parent.${MARK}</script>"></iframe>`,
  `<iframe src="javascript:parent.${MARK}"></iframe>`,
  `<body onload="${MARK}">`,
  `<details open ontoggle="${MARK}">`,
  `<input autofocus onfocus="${MARK}">`,
  `<video><source onerror="${MARK}"></video>`,
  `<audio src=x onerror="${MARK}">`,
  `<object data="javascript:${MARK}"></object>`,
  `<embed src="javascript:${MARK}">`,
  `<a href="javascript:${MARK}">x</a>`,
  `<form action="javascript:${MARK}"><button autofocus>x</button></form>`,
  `<math><mtext><img src=x onerror="${MARK}"></mtext></math>`,
  `<style>@import "data:text/css,*{}";</style><img src=x onerror="${MARK}">`,
  `<link rel=stylesheet href="data:text/css,*{}" onload="${MARK}">`,
  `<base href="javascript:${MARK}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${MARK}">`,
  `javascript:${MARK}`,
  `data:text/html,<script>${MARK}</script>`,
  `{{constructor.constructor('${MARK}')()}}`,
  `\${${MARK}}`,
  `$t(x);${MARK}`,
] as const;

/** Ways out of the context that a string may be put into, and disguises. */
const WAYS: readonly ((bare: string) => string)[] = [
  (bare) => bare,
  (bare) => `">${bare}`,
  (bare) => `'>${bare}`,
  (bare) => `</textarea></title></style>${bare}`,
  (bare) => `--></script>${bare}`,
  (bare) => bare.toUpperCase().replaceAll(MARK.toUpperCase(), MARK),
  (bare) => bare.replaceAll('<', '\u003c\u0000'),
  (bare) => `<x ${bare}`,
  (bare) => `\u202e${bare}`,
  (bare) => `=HYPERLINK("${bare.replaceAll('"', "'")}")`,
];

/** 200 different strings that would run a script somewhere, if some place let them. */
export const XSS_STRINGS: readonly string[] = [...new Set(WAYS.flatMap((way) => BARE.map(way)))].slice(0, 200);
