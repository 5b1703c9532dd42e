import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{r,t as i}from"./algorithm-DNetkOo-.js";import{l as a,n as o}from"./mining-dashboard-CtiDHjoa.js";import{a as s,i as c,n as l,r as u}from"./hashrate-BZ7jmEDN.js";import{i as d,r as f}from"./numbers-Dndbh051.js";import{n as p,t as m}from"./miners-table-C8Qhytaf.js";import{a as h,c as g,i as _,l as v,o as y,r as b,s as x}from"./parts-Oge_qVQn.js";import{n as S}from"./client-DmZ2ZvJT.js";import{o as C,t as w}from"./suit-DRWcjiSj.js";import{i as T,n as E,o as D,r as O,t as k}from"./state-CbVuLnqD.js";var A=3,j={ok:`ok`,warning:`degraded`,problem:`failed`},M=class extends a{static{this.sheet=t`
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
    .empty-ways {
      margin-bottom: 20px;
    }
    @container dashboard (max-width: 44.9937rem) {
      .empty-ways > * {
        flex: 1 0 100%;
        min-height: 48px;
      }
    }
  `}#e=[];#t=null;#n=new Set;connectedCallback(){super.connectedCallback(),this.#r(),this.app.locked||this.#i()}async#r(){try{this.#e=(await S(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}))).items}catch{}this.requestUpdate()}async#i(){try{this.#t=(await S(this.app.http.POST(`/doctor`))).checks}catch{this.#t=[]}this.requestUpdate()}async#a({type:e,title:t}){let{app:n}=this,r=n.text.empty;this.#n.add(e),this.requestUpdate(),await n.act({action:`install`,targets:[e],done:r.done(t),failed:r.failed(t)},()=>S(n.http.POST(`/miners/{type}/install`,{params:{path:{type:e}}}))),this.#n.delete(e),await this.#r()}render(){let{app:t}=this,r=t.text.overview.empty;return e`${t.locked?n:e`<div class="row empty-ways">
            ${v(t,`setup`,r.setUp,`button primary`)} ${b(t,t.text.empty.tryOut,()=>void C(t),{changes:!0})}
          </div>`}
      <div class="empty-parts">${this.#o()} ${this.#l()}</div>`}#o(){let{app:t}=this,{info:r}=t.store,{overview:i,empty:a,vocabulary:o}=t.text,s=this.#t?.find(e=>e.id===`huge-pages`);return e`<section class="panel" aria-labelledby="empty-machine">
      <header><h2 id="empty-machine">${i.empty.machine}</h2>${v(t,`admin`,i.empty.checks)}</header>
      <ul class="lines">
        ${r?e`${this.#c(`cpu`,r.cpu?.model??`${r.cpus} CPU`,a.cores(r.cpu?.cores??r.cpus,r.cpu?.l3?t.numbers.bytes(r.cpu.l3):``),`ok`)}
              ${this.#s(r.gpus??[])}
              ${r.memory?this.#c(`memory`,a.memory,a.memoryText(t.numbers.bytes(r.memory.available),t.numbers.bytes(r.memory.total)),`ok`):n}`:e`<li class="secondary">${a.looking}</li>`}
        ${s?e`<li>
              ${d(`memory`)}
              <div class="grow"><b>${s.status===`ok`?a.hugePages:s.title}</b><div class="hint">${s.gain??s.title}</div></div>
              ${s.fix?e`<details><summary class="link">${a.showHow}</summary><p class="hint">${s.meaning}</p><code>${s.fix}</code></details>`:f(j[s.status]??`hint`,s.status===`ok`?o.status.ok:s.status)}
            </li>`:n}
      </ul>
    </section>`}#s(t){let{empty:n}=this.app.text;if(!t.length)return this.#c(`gpu`,n.noCards,n.noCardsText,`hint`);let r=new Map;for(let e of t)r.set(e.name??`GPU`,[...r.get(e.name??`GPU`)??[],e]);return e`${[...r].map(([e,t])=>{let r=t[0],i=r.memory==null?``:this.app.numbers.bytes(r.memory);return this.#c(`gpu`,t.length>1?`${t.length} × ${e}`:e,n.cards(i,r.driver??``),`ok`)})}`}#c(t,n,r,i){let{status:a}=this.app.text.vocabulary;return e`<li>
      ${d(t)}
      <div class="grow"><b>${n}</b><div class="hint">${r}</div></div>
      ${f(i,a[i])}
    </li>`}#l(){let{app:t}=this,{overview:n,empty:r,vocabulary:a}=t.text,o=t.store.info?.gpus?.length??0,s=this.#e.filter(e=>w(e)||e.simulated);return e`<section class="panel" aria-labelledby="empty-programs">
      <header><h2 id="empty-programs">${n.empty.programs}</h2>${v(t,`miners?tab=available`,n.empty.allPrograms)}</header>
      <ul class="lines">
        ${s.map(n=>{let s=n.simulated?null:n.cpu?r.suitsCpu:o?r.suitsGpu:null,c=[n.installedVersion??n.latestVersion,r.some(n.algorithms.slice(0,A).map(i).join(`, `),n.algorithms.length-A)];return e`<li>
            <span class="sign" aria-hidden="true">${n.title.slice(0,2)}</span>
            <div class="grow">
              <div class="row"><b>${n.title}</b>${s?e`<span class="tag accent">${s}</span>`:e`<span class="tag">${r.own}</span>`}</div>
              <div class="hint">${c.filter(Boolean).join(` · `)}</div>
            </div>
            ${n.installed?e`<span class="hint row">${f(`ok`)} ${r.installed}</span>`:b(t,a.verbs.install,()=>void this.#a(n),{changes:!0,busy:this.#n.has(n.type)?r.installing:null,label:`${a.verbs.install}: ${n.title}`})}
          </li>`})}
      </ul>
      <footer class="hint">${n.empty.sum}</footer>
    </section>`}};customElements.define(`mining-empty-overview`,M);var N=`mining-overview-page`,P=class extends a{static{this.sheet=[p,u,t`
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
  `]}render(){let{app:t}=this,{overview:r,vocabulary:i}=t.text,{miners:a}=t.store,o=a?.length?v(t,`profiles`,e`${d(`start`)}${r.startProfile}`,`button primary`):n;return e`${x(i.pages.overview,n,t.locked?n:o)}
      <div class="content">${a===null?this.#e():a.length?this.#t(a):this.#s()}</div>`}#e(){return e`<div class="skeleton hero">&nbsp;</div>
      <div class="panel keys">${[1,2,3].map(()=>e`<div><div class="skeleton"></div></div>`)}</div>`}#t(t){let{app:r}=this,i=s(r);return e`<div>
        <h2 class="hero">${this.#n(t)}</h2>
        <p class="secondary">${i.length||t.some(e=>O(D(e)))?n:r.text.overview.sentence.quiet}</p>
      </div>
      ${c(r,i)} ${this.#r(t)}
      <div class="columns side">
        <div class="stack">${l(r)}</div>
        <div class="stack">${this.#a(t)}${this.#o()}</div>
      </div>
      <section class="panel" aria-labelledby="overview-miners">
        <header>
          <h2 id="overview-miners">${r.text.overview.miners} <span class="hint">${r.text.overview.problemsFirst}</span></h2>
          ${v(r,`miners`,r.text.overview.manage)}
        </header>
        ${m(r)}
      </section>`}#n(e){let{sentence:t}=this.app.text.overview,n=t=>e.filter(t).length,r=n(e=>[`mining`,`degraded`].includes(D(e))),i=[[n(e=>O(D(e))),t.problems],[n(e=>D(e)===`starting`),t.starting],[n(e=>D(e)===`paused`),t.paused],[n(e=>D(e)===`stopped`),t.stopped]],a=r===e.length?t.all(r):r?t.some(r,e.length):t.none(e.length),o=i.filter(([e])=>e).map(([e,t])=>t(e));return[a,...e.length===1&&r===0?[]:o].join(` `)}#r(t){let{app:n}=this,{numbers:a}=n,s=n.text.overview.key,c=o(n.store),l=r(n.store,c.map(({algorithm:e})=>e)),u=t.filter(E),d=c.reduce((e,t)=>e+t.accepted,0),f=c.reduce((e,t)=>e+t.rejected,0),p=c.reduce((e,t)=>e+t.recentAccepted,0),m=c.reduce((e,t)=>e+t.recentRejected,0),h=u.map(e=>({miner:e,hot:k(e)})).filter(e=>e.hot);h.sort((e,t)=>t.hot.celsius-e.hot.celsius);let _=u.map(T).filter(e=>e!==null);return e`<section class="panel keys ${n.stale?`stale`:``}" aria-label=${n.text.overview.keyValues}>
      ${c.map(t=>e`<div>
          <div class="label"><span class="swatch ${l.get(t.algorithm)}"></span>${i(t.algorithm)}</div>
          <div class="value">${g(n,a.hashrate(t.hashrate))}</div>
          ${this.#i(t)}
        </div>`)}
      <div>
        <div class="label">${s.accepted}</div>
        <div class="value">${y(n,a.acceptedShare(d,f))}</div>
        <div class="meaning">
          ${d+f?s.acceptedMeaning(a.count(f),`${a.count(p)} / ${a.count(m)}`):s.noShares}
        </div>
      </div>
      <div>
        <div class="label">${s.hottest}</div>
        <div class="value">${g(n,a.temperature(h[0]?.hot?.celsius))}</div>
        <div class="meaning">${h[0]?`${h[0].miner.name}, ${h[0].hot.part}`:n.text.vocabulary.noData}</div>
      </div>
      <div>
        <div class="label">${s.power}</div>
        <div class="value">${g(n,a.power(_.length?_.reduce((e,t)=>e+t,0):null))}</div>
        <div class="meaning">${_.length?s.report(_.length,u.length):n.text.vocabulary.noData}</div>
      </div>
    </section>`}#i({hashrate:t,usual:n}){let{app:r}=this,i=r.text.overview.key;if(t===null)return e`<div class="meaning">${i.notFull}</div>`;if(!n?.median)return e`<div class="meaning">${i.noUsual}</div>`;let a=Math.round((t/n.median-1)*100);if(t>=n.low*.98&&t<=n.high*1.02)return e`<div class="meaning">${i.usual}</div>`;let o=r.numbers.percent(Math.abs(a));return a<-10?e`<div class="meaning warn">${f(`degraded`)} ${i.below(o)}</div>`:e`<div class="meaning">${a<0?i.below(o):i.above(o)}</div>`}#a(t){let{app:r}=this,{numbers:i}=r,a=r.text.overview.pool,o=new Map;for(let e of t.filter(E)){let{pool:t}=e.stats.connection;t&&o.set(t,[...o.get(t)??[],e])}return e`<section class="panel" aria-labelledby="overview-pools">
      <header><h2 id="overview-pools">${r.text.overview.pools}</h2>${v(r,`pools`,r.text.overview.allPools)}</header>
      <ul class="lines">
        ${[...o].map(([t,o])=>{let s=o[0],c=o.filter(e=>e.stats.connection.connected),l=Math.max(...o.map(e=>e.stats.connection.uptime)),u=o.reduce((e,t)=>e+(t.stats.connection.failures??0),0),d=[s.stats.connection.tls?`TLS`:null,a.miners(o.length),c.length?a.up(i.duration(l)):a.down,a.failures(i.count(u))],p=new Map(o.flatMap(e=>e.payees.filter(e=>e.pool===t)).map(e=>[e.payee,e])),m=s.config.coin??[...p.values()][0]?.coin;return e`<li>
            ${f(c.length?`ok`:`failed`)}
            <div class="grow">
              <div class="row nowrap"><b class="grow wrap">${t}</b>${m?e`<span class="tag">${m}</span>`:n}<span>${y(r,i.ping(s.stats.connection.ping))}</span></div>
              <div class="hint">${d.filter(Boolean).join(` · `)}</div>
              ${[...p.values()].map(({payee:t,page:r})=>e`<div class="hint row">
                  ${t&&t!==`…`?a.pays(t):n}
                  ${r?e`<a href=${r} target="_blank" rel="noreferrer">${a.page}</a>`:n}
                </div>`)}
            </div>
          </li>`})}
        ${o.size?n:e`<li class="secondary">${h(r)}</li>`}
      </ul>
    </section>`}#o(){let{app:t}=this,r=t.store.events.slice(0,6);return e`<section class="panel activity" aria-labelledby="overview-activity">
      <header><h2 id="overview-activity">${t.text.overview.activity}</h2>${v(t,`admin/timeline`,t.text.overview.fullLog)}</header>
      <ul class="lines">
        ${r.map(r=>e`<li>${_(t,r.timestamp)}<span class="grow wrap">${r.miner?e`<b>${r.miner}</b> `:n}${t.say(r)}</span></li>`)}
        ${r.length?n:e`<li class="secondary">${t.text.overview.nothingHappened}</li>`}
      </ul>
    </section>`}#s(){let{app:t}=this,n=t.text.overview.empty;return e`<div>
        <h2 class="hero">${n.title}</h2>
        <p class="secondary">${n.text}</p>
      </div>
      <ol class="steps3">
        ${n.steps.map(([t,n],r)=>e`<li><span class="count" aria-hidden="true">${r+1}</span><div><h3>${t}</h3><p class="hint">${n}</p></div></li>`)}
      </ol>
      <mining-empty-overview .app=${t}></mining-empty-overview>
      ${c(t,s(t))}`}};customElements.define(N,P);export{N as TAG};