import{a as e,n as t}from"./lit-B4EAelNx.js";import"./numbers-3bZ_9uze.js";function n(t,{value:n,unit:i}){return n===`—`?r(t):n===`0`&&i.endsWith(`H/s`)?e`<span class="zero">0\u202f${i}</span>`:i?e`${n}<span class="unit">${`\u202f${i}`}</span>`:e`${n}`}function r(t){return e`<span class="unit" role="img" aria-label=${t.text.vocabulary.noData}>${`—`}</span>`}function i(e,t){return t===`—`?r(e):t}function a(e,t){let[r=``,i=``]=t.split(` `);return n(e,{value:r,unit:i})}function o(t){return e`<span class="steady" data-room=${t.replace(/\d/g,`0`)}><span>${t}</span></span>`}function s(n){return n.split(/(?<=\.)|(?=:\d)/).map((n,r)=>e`${r?e`<wbr />`:t}${n}`)}function c(e){return e.replace(/:\d+$/,``)}function l(t,n){return n?e`<time datetime=${n} title=${t.numbers.dateTime(n)}>${t.numbers.ago(n)}</time>`:e`<span>${t.text.vocabulary.never}</span>`}function u(t,n){return e`<time datetime=${n} title=${t.numbers.dateTime(n)}>${t.numbers.time(n)}</time>`}function d(n,r=t,i=t){return e`<header class="page-header" part="header">
    <h1>${n}</h1>
    ${r===t?t:e`<span class="about">${r}</span>`}
    <span class="grow"></span>
    ${i}
    <slot name="header-end"></slot>
  </header>`}function f(t,n,r,i=``){return e`<a
    class=${i}
    href=${t.link(n)}
    @click=${e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),t.go(n))}}
    >${r}</a
  >`}function p(t,n,r,i,a=`button`){return t.locked?e``:t.refusal(i)?m(t,r,()=>void 0,{needs:i,classes:a.replace(/\bbutton\b/,``)}):f(t,n,r,a)}function m(n,r,i,a={}){let{classes:o=``,busy:s=null,label:c,changes:l=!1,needs:u=l?`operator`:null}=a;if(u&&n.locked)return e``;let d=u&&n.refusal(u),f=u&&n.stale?n.text.vocabulary.offline.unavailable:d;return e`<button
    class=${o}
    data-needs=${u??t}
    aria-disabled=${s||f?`true`:t}
    aria-label=${c??t}
    title=${f??c??t}
    @click=${e=>{e.stopPropagation(),!s&&!f?i():d&&n.toast({kind:`error`,text:d})}}
  >
    ${s??r}
  </button>`}function h(t,n=`quiet`){let r=Math.max(0,Math.min(1,t))*32,i={quiet:`var(--c-quiet)`,warn:`var(--c-warn-mark)`,err:`var(--c-err-solid)`}[n];return e`<svg class="bar" width="32" height="5" viewBox="0 0 32 5" aria-hidden="true">
    <rect width="32" height="5" rx="2.5" fill="var(--c-raised)"></rect>
    <rect width=${r} height="5" rx="2.5" fill=${i}></rect>
  </svg>`}export{u as a,r as c,n as d,o as f,m as i,i as l,a as m,h as n,c as o,f as p,s as r,p as s,l as t,d as u};