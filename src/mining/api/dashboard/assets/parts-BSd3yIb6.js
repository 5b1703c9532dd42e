import{c as e,d as t}from"./numbers-DmDPapOC.js";function n(n,{value:i,unit:a}){return i===`—`?r(n):i===`0`&&a.endsWith(`H/s`)?t`<span class="zero">0\u202f${a}</span>`:t`${i}${a?t`<span class="unit">\u202f${a}</span>`:e}`}function r(e){return t`<span class="unit" role="img" aria-label=${e.text.common.noData}>${`—`}</span>`}function i(e,t){return t===`—`?r(e):t}function a(e,n){return n?t`<time datetime=${n} title=${e.numbers.dateTime(n)}>${e.numbers.ago(n)}</time>`:t`<span>${e.text.common.never}</span>`}function o(e,n){return t`<time datetime=${n} title=${e.numbers.dateTime(n)}>${e.numbers.time(n)}</time>`}function s(n,r=e,i=e){return t`<header class="page-header" part="header">
    <h1>${n}</h1>
    ${r===e?e:t`<span class="about">${r}</span>`}
    <span class="grow"></span>
    ${i}
    <slot name="header-end"></slot>
  </header>`}function c(e,n,r,i=``){return t`<a
    class=${i}
    href=${e.link(n)}
    @click=${t=>{t.ctrlKey||t.metaKey||t.shiftKey||(t.preventDefault(),e.go(n))}}
    >${r}</a
  >`}function l(n,r,i,a={}){let{classes:o=``,busy:s=null,label:c,changes:l=!1}=a;if(l&&n.locked)return t``;let u=l&&n.stale?n.text.common.offline.unavailable:null;return t`<button
    class=${o}
    aria-disabled=${s||u?`true`:e}
    aria-label=${c??e}
    title=${u??c??e}
    @click=${e=>{e.stopPropagation(),!s&&!u&&i()}}
  >
    ${s??r}
  </button>`}function u(e,n=`quiet`){let r=Math.max(0,Math.min(1,e))*32,i={quiet:`var(--c-quiet)`,warn:`var(--c-warn-mark)`,err:`var(--c-err-solid)`}[n];return t`<svg class="bar" width="32" height="5" viewBox="0 0 32 5" aria-hidden="true">
    <rect width="32" height="5" rx="2.5" fill="var(--c-raised)"></rect>
    <rect width=${r} height="5" rx="2.5" fill=${i}></rect>
  </svg>`}export{r as a,n as c,o as i,c as l,u as n,i as o,l as r,s,a as t};