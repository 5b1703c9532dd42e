import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{a as r,f as i,n as a,o}from"./mining-dashboard-XJMNuKAd.js";import{r as s,t as c}from"./algorithm-BuzPlf_h.js";import{c as l,i as u,l as d,n as f,o as p,r as m,s as h}from"./hashrate-DkNsv2x7.js";import{i as g,r as _}from"./numbers-3bZ_9uze.js";import{n as v}from"./miners-table-Banh98zK.js";import{a as y,c as b,d as x,f as S,i as C,l as w,m as T,p as E,r as D,s as O,u as k}from"./parts-DuHrEmE5.js";import{n as A}from"./client-CPk1CF5s.js";import{a as j,n as M,t as N}from"./programs-CuUGhBYg.js";import{s as P,t as F}from"./suit-CCk44OGT.js";import{a as I,c as L,i as R,n as z,r as B,s as V,t as H}from"./state-CUMyYihm.js";var U=3,W=4,G={ok:`ok`,warning:`degraded`,problem:`failed`},K=class extends i{static{this.sheet=t`
    .empty-parts {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
      align-items: start;
    }
    .empty-parts li {
      align-items: center;
    }
    .empty-parts li:has(details[open]) {
      flex-wrap: wrap;
    }
    .empty-parts details[open] {
      flex: 1 0 100%;
      display: grid;
      gap: 8px;
    }
    .empty-parts .sign {
      flex: none;
      width: 36px;
      height: 36px;
      border-radius: 6px;
      display: grid;
      place-items: center;
      background: var(--c-raised);
      border: 1px solid var(--c-line-2);
      font-size: 0.75rem;
      font-weight: 600;
      color: var(--c-text-2);
    }
    .empty-parts summary, .empty-parts li > .row {
      white-space: nowrap;
      flex-wrap: nowrap;
    }
    .empty-ways {
      margin-bottom: 20px;
    }
    .empty-ways > * {
      min-height: 40px;
      padding: 4px 16px;
      font-size: 0.875rem;
    }
    @container dashboard (max-width: 44.9937rem) {
      .empty-ways > * {
        flex: 1 0 100%;
        min-height: 48px;
      }
    }
  `}#e=[];#t=null;#n=new Set;connectedCallback(){super.connectedCallback(),this.#r(),this.app.locked||this.#i()}async#r(){try{this.#e=(await A(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}))).items}catch{}this.requestUpdate()}async#i(){try{this.#t=(await A(this.app.http.POST(`/doctor`))).checks}catch{this.#t=[]}this.requestUpdate()}async#a({type:e,title:t}){let{app:n}=this,r=n.text.empty;this.#n.add(e),this.requestUpdate(),await n.act({action:`install`,targets:[e],done:r.done(t),failed:r.failed(t)},()=>A(n.http.POST(`/miners/{type}/install`,{params:{path:{type:e}}}))),this.#n.delete(e),await this.#r()}render(){let{app:t}=this,r=t.text.overview.empty;return e`${t.locked?n:e`<div class="row empty-ways">
            ${O(t,`setup`,r.setUp,`admin`,`button primary`)} ${C(t,t.text.empty.tryOut,()=>void P(t),{needs:`admin`})}
          </div>`}
      <div class="empty-parts">${this.#o()} ${this.#l()}</div>`}#o(){let{app:t}=this,{info:r}=t.store,{overview:i,empty:a,vocabulary:o}=t.text,s=this.#t?.find(e=>e.id===`huge-pages`);return e`<section class="panel" aria-labelledby="empty-machine">
      <header><h2 id="empty-machine">${i.empty.machine}</h2>${E(t,`admin`,i.empty.checks)}</header>
      <ul class="lines">
        ${r?e`${this.#c(`cpu`,r.cpu?.model??`${r.cpus} CPU`,a.cores(r.cpu?.cores??r.cpus,r.cpu?.l3?t.numbers.bytes(r.cpu.l3):``),`ok`)}
              ${this.#s(r.gpus??[])}
              ${r.memory?this.#c(`memory`,a.memory,a.memoryText(t.numbers.bytes(r.memory.available),t.numbers.bytes(r.memory.total)),`ok`):n}`:e`<li class="secondary">${a.looking}</li>`}
        ${s?e`<li>
              ${g(`memory`)}
              <div class="grow"><b>${s.status===`ok`?a.hugePages:s.title}</b><div class="hint">${s.gain??s.title}</div></div>
              ${s.fix?e`<details><summary class="link">${a.showHow}</summary><p class="hint">${s.meaning}</p><code>${s.fix}</code></details>`:_(G[s.status]??`hint`,s.status===`ok`?o.status.ok:s.status)}
            </li>`:n}
      </ul>
    </section>`}#s(t){let{empty:n}=this.app.text;if(!t.length)return this.#c(`gpu`,n.noCards,n.noCardsText,`hint`);let r=new Map;for(let e of t)r.set(e.name??`GPU`,[...r.get(e.name??`GPU`)??[],e]);return e`${[...r].map(([e,t])=>{let r=t[0],i=r.memory==null?``:this.app.numbers.bytes(r.memory);return this.#c(`gpu`,t.length>1?`${t.length} × ${e}`:e,n.cards(i,r.driver??``),`ok`)})}`}#c(t,n,r,i){let{status:a}=this.app.text.vocabulary;return e`<li>
      ${g(t)}
      <div class="grow"><b>${n}</b><div class="hint">${r}</div></div>
      ${_(i,a[i])}
    </li>`}#l(){let{app:t}=this,{overview:n,empty:r,vocabulary:i}=t.text,a=t.store.info?.gpus?.length??0,o=M(this.#e.filter(e=>e.simulated||F(e)&&!e.watched&&[`here`,`install`].includes(j(e))&&N(e,t.store.info?.gpus??[]))),s=[...o.filter(e=>!e.simulated).slice(0,W),...o.filter(e=>e.simulated)];return e`<section class="panel" aria-labelledby="empty-programs">
      <header><h2 id="empty-programs">${n.empty.programs}</h2>${E(t,`miners?tab=available`,n.empty.allPrograms)}</header>
      <ul class="lines">
        ${s.map(n=>{let o=n.simulated?null:n.cpu?r.suitsCpu:a?r.suitsGpu:null,s=[n.installedVersion??n.latestVersion,r.some(n.algorithms.slice(0,U).map(c).join(`, `),n.algorithms.length-U)];return e`<li>
            <span class="sign" aria-hidden="true">${n.title.slice(0,2)}</span>
            <div class="grow">
              <div class="row"><b>${n.title}</b>${o?e`<span class="tag accent">${o}</span>`:e`<span class="tag">${r.own}</span>`}</div>
              <div class="hint">${s.filter(Boolean).join(` · `)}</div>
            </div>
            ${n.installed?e`<span class="hint row">${_(`ok`)} ${r.installed}</span>`:C(t,i.verbs.install,()=>void this.#a(n),{changes:!0,busy:this.#n.has(n.type)?r.installing:null,label:`${i.verbs.install}: ${n.title}`})}
          </li>`})}
      </ul>
      <footer class="hint">${n.empty.sum}</footer>
    </section>`}};customElements.define(`mining-empty-overview`,K);var q=`mining-overview-page`,J=5,Y=class extends i{static{this.sheet=[h,m,t`
    .keys .meaning {
      font-size: 0.78125rem;
      line-height: 1.44;
      color: var(--c-text-3);
    }
    .keys .meaning.warn {
      color: var(--c-warn);
    }
    .activity time {
      flex: none;
      min-width: 3.5em;
      color: var(--c-text-3);
    }
    .activity li {
      padding: 10px 16px;
      font-size: 0.8125rem;
    }
    .welcome h2 {
      font-size: 1.75rem;
    }
    .welcome p {
      font-size: 1rem;
      margin-top: 4px;
    }
    @container dashboard (min-width: 45rem) {
      .welcome {
        padding: 24px 0 8px;
      }
    }
    .steps3 {
      display: grid;
      gap: 16px 32px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    }
    .steps3 li {
      display: flex;
      gap: 12px;
    }
    .steps3 .count {
      flex: none;
      width: 24px;
      height: 24px;
      border-radius: 50%;
      border: 1px solid var(--c-ctrl);
      display: grid;
      place-items: center;
      font-size: 0.75rem;
      font-weight: 600;
    }
    .steps3 li:first-child .count {
      background: var(--c-accent-solid);
      border-color: var(--c-accent-solid);
      color: #fff;
    }
  `]}render(){let{app:t}=this,{overview:i,vocabulary:a}=t.text,{miners:o}=t.store,s=o?.length?O(t,`profiles`,e`${g(`start`)}${i.startProfile}`,`operator`,`button primary`):n;return e`${k(a.pages.overview,n,t.narrow?r(t):s)}
      <div class="content">${o===null?this.#e():o.length?this.#t(o):this.#c()}</div>`}#e(){let t=e`<div class="skeleton short"></div><div class="skeleton tall"></div><div class="skeleton short"></div>`;return e`<div class="skeleton hero">&nbsp;</div>
      <div class="panel keys">${[1,2,3,4,5].map(()=>e`<div>${t}</div>`)}</div>
      <div class="panel"><div class="skeleton wide"></div></div>`}#t(t){let{app:r}=this,i=d(r);return e`<div>
        <h2 class="hero">${this.#r(t)}</h2>
        <p class="secondary">${i.length||t.some(e=>B(L(e)))?n:r.text.overview.sentence.quiet}</p>
      </div>
      ${l(r,i)} ${this.#i(t)}
      ${r.narrow?e`${f(r)} ${this.#n()} ${this.#o(t)} ${this.#s()}`:e`<div class="columns side">
              <div class="stack">${f(r)}</div>
              <div class="stack">${this.#o(t)}${this.#s()}</div>
            </div>
            ${this.#n()}`}`}#n(){let{app:t}=this,{overview:n}=t.text;return e`<section class="panel" aria-labelledby="overview-miners">
      <header>
        <h2 id="overview-miners">${n.miners} <span class="hint">${n.problemsFirst}</span></h2>
        ${E(t,`miners`,n.manage)}
      </header>
      ${v(t)}
    </section>`}#r(e){let{app:t}=this,{sentence:n}=this.app.text.overview,r=t=>e.filter(t).length,i=r(e=>[`mining`,`degraded`].includes(L(e))),a=[[r(e=>B(V(t.store,e))),n.problems],[r(e=>L(e)===`starting`),n.starting],[r(e=>L(e)===`paused`),n.paused],[r(e=>L(e)===`stopped`),n.stopped]],o=i===e.length?n.all(i):i?n.some(i,e.length):n.none(e.length),s=a.filter(([e])=>e).map(([e,t])=>t(e));return[o,...e.length===1&&i===0?[]:s].join(` `)}#i(t){let{app:n}=this,{numbers:r}=n,i=n.text.overview.key,o=a(n.store),l=s(n.store,o.map(({algorithm:e})=>e)),u=t.filter(z),d=o.reduce((e,t)=>e+t.accepted,0),f=o.reduce((e,t)=>e+t.rejected,0),p=o.reduce((e,t)=>e+t.recentAccepted,0),m=o.reduce((e,t)=>e+t.recentRejected,0),h=u.map(e=>({miner:e,hot:H(e)})).filter(e=>e.hot);h.sort((e,t)=>t.hot.celsius-e.hot.celsius);let g=u.filter(e=>R(e)!==null);return e`<section class="panel keys ${n.stale?`stale`:``}" aria-label=${n.text.overview.keyValues}>
      ${o.map(t=>e`<div>
          <div class="label"><span class="swatch ${l.get(t.algorithm)}"></span>${c(t.algorithm)}</div>
          <div class="value">${x(n,r.hashrate(t.hashrate))}</div>
          ${this.#a(t)}
        </div>`)}
      <div>
        <div class="label">${i.accepted}</div>
        <div class="value">${T(n,r.acceptedShare(d,f))}</div>
        <div class="meaning">
          ${d+f?S(i.acceptedMeaning(r.count(f),`${r.count(p)} / ${r.count(m)}`)):i.noShares}
        </div>
      </div>
      <div>
        <div class="label">${i.hottest}</div>
        <div class="value">${x(n,r.temperature(h[0]?.hot?.celsius))}</div>
        <div class="meaning">${h[0]?`${h[0].miner.name}, ${h[0].hot.part}`:n.text.vocabulary.noData}</div>
      </div>
      <div>
        <div class="label">${i.power}</div>
        <div class="value">${x(n,r.power(I(u)))}</div>
        <div class="meaning">${g.length?i.report(g.length,u.length):n.text.vocabulary.noData}</div>
      </div>
    </section>`}#a({hashrate:t,usual:n}){let{app:r}=this,i=r.text.overview.key;if(t===null)return e`<div class="meaning">${i.notFull}</div>`;if(!n?.median)return e`<div class="meaning">${i.noUsual}</div>`;let a=Math.round((t/n.median-1)*100);if(t>=n.low*.98&&t<=n.high*1.02)return e`<div class="meaning">${i.usual}</div>`;let o=r.numbers.percent(Math.abs(a));return a<-10?e`<div class="meaning warn">${_(`degraded`)} ${i.below(o)}</div>`:e`<div class="meaning">${a<0?i.below(o):i.above(o)}</div>`}#o(t){let{app:r}=this,{numbers:i}=r,a=r.text.overview.pool,o=new Map;for(let e of t.filter(z)){let{pool:t}=e.stats.connection;if(!t)continue;let n=o.get(t);n?n.push(e):o.set(t,[e])}return e`<section class="panel" aria-labelledby="overview-pools">
      <header><h2 id="overview-pools">${r.text.overview.pools}</h2>${E(r,`pools`,r.text.overview.allPools)}</header>
      <ul class="lines">
        ${[...o].map(([t,o])=>{let s=o[0],c=p(o),l=Math.max(...o.map(e=>e.stats.connection.uptime)),d=o.reduce((e,t)=>e+(t.stats.connection.failures??0),0),f=[s.stats.connection.tls?`TLS`:null,a.miners(o.length),c===`up`?a.up(i.duration(l)):a[c],a.failures(i.count(d))],m=new Map;for(let e of o)for(let n of e.payees)n.pool===t&&m.set(n.payee,n);let h=s.config.coin??[...m.values()][0]?.coin;return e`<li>
            ${_(u[c])}
            <div class="grow">
              <div class="row nowrap"><b class="grow wrap">${D(t)}</b>${h?e`<span class="tag">${h}</span>`:n}<span>${w(r,i.ping(s.stats.connection.ping))}</span></div>
              <div class="hint">${f.filter(Boolean).join(` · `)}</div>
              ${[...m.values()].map(({payee:t,page:r})=>e`<div class="hint row">
                  ${t&&t!==`…`?a.pays(t):n}
                  ${r?e`<a href=${r} target="_blank" rel="noreferrer">${a.page}</a>`:n}
                </div>`)}
            </div>
          </li>`})}
        ${o.size?n:e`<li class="secondary">${b(r)}</li>`}
      </ul>
    </section>`}#s(){let{app:t}=this,r=t.store.events.slice(0,J);return e`<section class="panel activity" aria-labelledby="overview-activity">
      <header><h2 id="overview-activity">${t.text.overview.activity}</h2>${E(t,`admin/timeline`,t.text.overview.fullLog)}</header>
      <ul class="lines">
        ${o([t.store.events,t.numbers,t.text,Math.floor(Date.now()/6e4)],()=>r.map(r=>e`<li>${y(t,r.timestamp)}<span class="grow wrap">${r.miner?e`<b>${r.miner}</b>`:n}${` ${t.say(r)}`}</span></li>`))}
        ${r.length?n:e`<li class="secondary">${t.text.overview.nothingHappened}</li>`}
      </ul>
    </section>`}#c(){let{app:t}=this,n=t.text.overview.empty;return e`<div class="welcome">
        <h2 class="hero">${n.title}</h2>
        <p class="secondary">${n.text}</p>
      </div>
      <ol class="steps3">
        ${n.steps.map(([t,n],r)=>e`<li><span class="count" aria-hidden="true">${r+1}</span><div><h3>${t}</h3><p class="hint">${n}</p></div></li>`)}
      </ol>
      <mining-empty-overview .app=${t}></mining-empty-overview>
      ${l(t,d(t))}`}};customElements.define(q,Y);export{q as TAG};