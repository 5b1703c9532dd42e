import{a as e,n as t}from"./lit-B4EAelNx.js";import"./numbers-Dndbh051.js";function n(n,{value:i,unit:a}){return i===`—`?r(n):i===`0`&&a.endsWith(`H/s`)?e`<span class="zero">0\u202f${a}</span>`:e`${i}${a?e`<span class="unit">\u202f${a}</span>`:t}`}function r(t){return e`<span class="unit" role="img" aria-label=${t.text.vocabulary.noData}>${`—`}</span>`}function i(e,t){return t===`—`?r(e):t}function a(t,n){return n?e`<time datetime=${n} title=${t.numbers.dateTime(n)}>${t.numbers.ago(n)}</time>`:e`<span>${t.text.vocabulary.never}</span>`}function o(t,n){return e`<time datetime=${n} title=${t.numbers.dateTime(n)}>${t.numbers.time(n)}</time>`}function s(n,r=t,i=t){return e`<header class="page-header" part="header">
    <h1>${n}</h1>
    ${r===t?t:e`<span class="about">${r}</span>`}
    <span class="grow"></span>
    ${i}
    <slot name="header-end"></slot>
  </header>`}function c(t,n,r,i=``){return e`<a
    class=${i}
    href=${t.link(n)}
    @click=${e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),t.go(n))}}
    >${r}</a
  >`}function l(n,r,i,a={}){let{classes:o=``,busy:s=null,label:c,changes:l=!1}=a;if(l&&n.locked)return e``;let u=l&&n.stale?n.text.vocabulary.offline.unavailable:null;return e`<button
    class=${o}
    aria-disabled=${s||u?`true`:t}
    aria-label=${c??t}
    title=${u??c??t}
    @click=${e=>{e.stopPropagation(),!s&&!u&&i()}}
  >
    ${s??r}
  </button>`}function u(t,n=`quiet`){let r=Math.max(0,Math.min(1,t))*32,i={quiet:`var(--c-quiet)`,warn:`var(--c-warn-mark)`,err:`var(--c-err-solid)`}[n];return e`<svg class="bar" width="32" height="5" viewBox="0 0 32 5" aria-hidden="true">
    <rect width="32" height="5" rx="2.5" fill="var(--c-raised)"></rect>
    <rect width=${r} height="5" rx="2.5" fill=${i}></rect>
  </svg>`}export{r as a,n as c,o as i,c as l,u as n,i as o,l as r,s,a as t};