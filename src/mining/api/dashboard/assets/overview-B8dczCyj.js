import{c as e,d as t,m as n,r}from"./numbers-DmDPapOC.js";import{r as i,t as a}from"./algorithm-DNetkOo-.js";import{a as o,i as s,m as c,n as l,p as u,r as d}from"./hashrate-CQmHeVy0.js";import{n as f,t as p}from"./icons-BM_WsqFH.js";import{a as m,c as h,i as g,l as _,o as v,r as y,s as b}from"./parts-BSd3yIb6.js";import{n as x}from"./client-DmZ2ZvJT.js";import{o as S,t as C}from"./suit-DRWcjiSj.js";import{i as w,n as T,o as E,r as D,t as O}from"./state-CbVuLnqD.js";import{n as k}from"./mining-dashboard-Btoj9RjV.js";var A=3,j={ok:`ok`,warning:`degraded`,problem:`failed`},M=class extends r{static{this.sheet=n`
    .empty-parts {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
      align-items: start;
    }
    .empty-parts li {
      align-items: center;
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
    @container dashboard (max-width: 719.9px) {
      .empty-ways > * {
        flex: 1 0 100%;
        min-height: 48px;
      }
    }
  `}#e=[];#t=null;#n=new Set;connectedCallback(){super.connectedCallback(),this.#r(),this.app.locked||this.#i()}async#r(){try{this.#e=(await x(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}))).items}catch{}this.requestUpdate()}async#i(){try{this.#t=(await x(this.app.http.POST(`/doctor`))).checks}catch{this.#t=[]}this.requestUpdate()}async#a({type:e,title:t}){let{app:n}=this,r=n.text.empty;this.#n.add(e),this.requestUpdate(),await n.act({action:`install`,targets:[e],done:r.done(t),failed:r.failed(t)},()=>x(n.http.POST(`/miners/{type}/install`,{params:{path:{type:e}}}))),this.#n.delete(e),await this.#r()}render(){let{app:n}=this,r=n.text.overview.empty;return t`${n.locked?e:t`<div class="row empty-ways">
            ${_(n,`setup`,r.setUp,`button primary`)} ${y(n,n.text.empty.tryOut,()=>void S(n),{changes:!0})}
          </div>`}
      <div class="empty-parts">${this.#o()} ${this.#l()}</div>`}#o(){let{app:n}=this,{info:r}=n.store,{overview:i,empty:a,common:o}=n.text,s=this.#t?.find(e=>e.id===`huge-pages`);return t`<section class="panel" aria-labelledby="empty-machine">
      <header><h2 id="empty-machine">${i.empty.machine}</h2>${_(n,`admin`,i.empty.checks)}</header>
      <ul class="lines">
        ${r?t`${this.#c(`cpu`,r.cpu?.model??`${r.cpus} CPU`,a.cores(r.cpu?.cores??r.cpus,r.cpu?.l3?n.numbers.bytes(r.cpu.l3):``),`ok`)}
              ${this.#s(r.gpus??[])}
              ${r.memory?this.#c(`memory`,a.memory,a.memoryText(n.numbers.bytes(r.memory.available),n.numbers.bytes(r.memory.total)),`ok`):e}`:t`<li class="secondary">${a.looking}</li>`}
        ${s?t`<li>
              ${f(`memory`)}
              <div class="grow"><b>${s.status===`ok`?a.hugePages:s.title}</b><div class="hint">${s.gain??s.title}</div></div>
              ${s.fix?t`<details><summary class="link">${a.showHow}</summary><p class="hint">${s.meaning}</p><code>${s.fix}</code></details>`:p(j[s.status]??`hint`,s.status===`ok`?o.status.ok:s.status)}
            </li>`:e}
      </ul>
    </section>`}#s(e){let{empty:n}=this.app.text;if(!e.length)return this.#c(`gpu`,n.noCards,n.noCardsText,`hint`);let r=new Map;for(let t of e)r.set(t.name??`GPU`,[...r.get(t.name??`GPU`)??[],t]);return t`${[...r].map(([e,t])=>{let r=t[0],i=r.memory==null?``:this.app.numbers.bytes(r.memory);return this.#c(`gpu`,t.length>1?`${t.length} × ${e}`:e,n.cards(i,r.driver??``),`ok`)})}`}#c(e,n,r,i){let{status:a}=this.app.text.common;return t`<li>
      ${f(e)}
      <div class="grow"><b>${n}</b><div class="hint">${r}</div></div>
      ${p(i,a[i])}
    </li>`}#l(){let{app:e}=this,{overview:n,empty:r,common:i}=e.text,o=e.store.info?.gpus?.length??0,s=this.#e.filter(e=>C(e)||e.simulated);return t`<section class="panel" aria-labelledby="empty-programs">
      <header><h2 id="empty-programs">${n.empty.programs}</h2>${_(e,`miners?tab=available`,n.empty.allPrograms)}</header>
      <ul class="lines">
        ${s.map(n=>{let s=n.simulated?null:n.cpu?r.suitsCpu:o?r.suitsGpu:null,c=[n.installedVersion??n.latestVersion,r.some(n.algorithms.slice(0,A).map(a).join(`, `),n.algorithms.length-A)];return t`<li>
            <span class="sign" aria-hidden="true">${n.title.slice(0,2)}</span>
            <div class="grow">
              <div class="row"><b>${n.title}</b>${s?t`<span class="tag accent">${s}</span>`:t`<span class="tag">${r.own}</span>`}</div>
              <div class="hint">${c.filter(Boolean).join(` · `)}</div>
            </div>
            ${n.installed?t`<span class="hint row">${p(`ok`)} ${r.installed}</span>`:y(e,i.verbs.install,()=>void this.#a(n),{changes:!0,busy:this.#n.has(n.type)?r.installing:null,label:`${i.verbs.install}: ${n.title}`})}
          </li>`})}
      </ul>
      <footer class="hint">${n.empty.sum}</footer>
    </section>`}};customElements.define(`mining-empty-overview`,M);var N=`mining-overview-page`,P=class extends r{static{this.sheet=[o,d,n`
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
  `]}render(){let{app:n}=this,{overview:r,common:i}=n.text,{miners:a}=n.store,o=a?.length?_(n,`profiles`,t`${f(`start`)}${r.startProfile}`,`button primary`):e;return t`${b(i.pages.overview,e,n.locked?e:o)}
      <div class="content">${a===null?this.#e():a.length?this.#t(a):this.#s()}</div>`}#e(){return t`<div class="skeleton hero">&nbsp;</div>
      <div class="panel keys">${[1,2,3].map(()=>t`<div><div class="skeleton"></div></div>`)}</div>`}#t(n){let{app:r}=this,i=c(r);return t`<div>
        <h2 class="hero">${this.#n(n)}</h2>
        <p class="secondary">${i.length||n.some(e=>D(E(e)))?e:r.text.overview.sentence.quiet}</p>
      </div>
      ${u(r,i)} ${this.#r(n)}
      <div class="columns side">
        <div class="stack">${l(r)}</div>
        <div class="stack">${this.#a(n)}${this.#o()}</div>
      </div>
      <section class="panel" aria-labelledby="overview-miners">
        <header>
          <h2 id="overview-miners">${r.text.overview.miners} <span class="hint">${r.text.overview.problemsFirst}</span></h2>
          ${_(r,`miners`,r.text.overview.manage)}
        </header>
        ${s(r)}
      </section>`}#n(e){let{sentence:t}=this.app.text.overview,n=t=>e.filter(t).length,r=n(e=>[`mining`,`degraded`].includes(E(e))),i=[[n(e=>D(E(e))),t.problems],[n(e=>E(e)===`starting`),t.starting],[n(e=>E(e)===`paused`),t.paused],[n(e=>E(e)===`stopped`),t.stopped]],a=r===e.length?t.all(r):r?t.some(r,e.length):t.none(e.length),o=i.filter(([e])=>e).map(([e,t])=>t(e));return[a,...e.length===1&&r===0?[]:o].join(` `)}#r(e){let{app:n}=this,{numbers:r}=n,o=n.text.overview.key,s=k(n.store),c=i(n.store,s.map(({algorithm:e})=>e)),l=e.filter(T),u=s.reduce((e,t)=>e+t.accepted,0),d=s.reduce((e,t)=>e+t.rejected,0),f=s.reduce((e,t)=>e+t.recentAccepted,0),p=s.reduce((e,t)=>e+t.recentRejected,0),m=l.map(e=>({miner:e,hot:O(e)})).filter(e=>e.hot);m.sort((e,t)=>t.hot.celsius-e.hot.celsius);let g=l.map(w).filter(e=>e!==null);return t`<section class="panel keys ${n.stale?`stale`:``}" aria-label=${n.text.overview.keyValues}>
      ${s.map(e=>t`<div>
          <div class="label"><span class="swatch ${c.get(e.algorithm)}"></span>${a(e.algorithm)}</div>
          <div class="value">${h(n,r.hashrate(e.hashrate))}</div>
          ${this.#i(e)}
        </div>`)}
      <div>
        <div class="label">${o.accepted}</div>
        <div class="value">${v(n,r.acceptedShare(u,d))}</div>
        <div class="meaning">
          ${u+d?o.acceptedMeaning(r.count(d),`${r.count(f)} / ${r.count(p)}`):o.noShares}
        </div>
      </div>
      <div>
        <div class="label">${o.hottest}</div>
        <div class="value">${h(n,r.temperature(m[0]?.hot?.celsius))}</div>
        <div class="meaning">${m[0]?`${m[0].miner.name}, ${m[0].hot.part}`:n.text.common.noData}</div>
      </div>
      <div>
        <div class="label">${o.power}</div>
        <div class="value">${h(n,r.power(g.length?g.reduce((e,t)=>e+t,0):null))}</div>
        <div class="meaning">${g.length?o.report(g.length,l.length):n.text.common.noData}</div>
      </div>
    </section>`}#i({hashrate:e,usual:n}){let{app:r}=this,i=r.text.overview.key;if(e===null)return t`<div class="meaning">${i.notFull}</div>`;if(!n?.median)return t`<div class="meaning">${i.noUsual}</div>`;let a=Math.round((e/n.median-1)*100);if(e>=n.low*.98&&e<=n.high*1.02)return t`<div class="meaning">${i.usual}</div>`;let o=r.numbers.percent(Math.abs(a));return a<-10?t`<div class="meaning warn">${p(`degraded`)} ${i.below(o)}</div>`:t`<div class="meaning">${a<0?i.below(o):i.above(o)}</div>`}#a(n){let{app:r}=this,{numbers:i}=r,a=r.text.overview.pool,o=new Map;for(let e of n.filter(T)){let{pool:t}=e.stats.connection;t&&o.set(t,[...o.get(t)??[],e])}return t`<section class="panel" aria-labelledby="overview-pools">
      <header><h2 id="overview-pools">${r.text.overview.pools}</h2>${_(r,`pools`,r.text.overview.allPools)}</header>
      <ul class="lines">
        ${[...o].map(([n,o])=>{let s=o[0],c=o.filter(e=>e.stats.connection.connected),l=Math.max(...o.map(e=>e.stats.connection.uptime)),u=o.reduce((e,t)=>e+(t.stats.connection.failures??0),0),d=[s.stats.connection.tls?`TLS`:null,a.miners(o.length),c.length?a.up(i.duration(l)):a.down,a.failures(i.count(u))],f=new Map(o.flatMap(e=>e.payees.filter(e=>e.pool===n)).map(e=>[e.payee,e])),m=s.config.coin??[...f.values()][0]?.coin;return t`<li>
            ${p(c.length?`ok`:`failed`)}
            <div class="grow">
              <div class="row nowrap"><b class="grow wrap">${n}</b>${m?t`<span class="tag">${m}</span>`:e}<span>${v(r,i.ping(s.stats.connection.ping))}</span></div>
              <div class="hint">${d.filter(Boolean).join(` · `)}</div>
              ${[...f.values()].map(({payee:n,page:r})=>t`<div class="hint row">
                  ${n&&n!==`…`?a.pays(n):e}
                  ${r?t`<a href=${r} target="_blank" rel="noreferrer">${a.page}</a>`:e}
                </div>`)}
            </div>
          </li>`})}
        ${o.size?e:t`<li class="secondary">${m(r)}</li>`}
      </ul>
    </section>`}#o(){let{app:n}=this,r=n.store.events.slice(0,6);return t`<section class="panel activity" aria-labelledby="overview-activity">
      <header><h2 id="overview-activity">${n.text.overview.activity}</h2>${_(n,`admin/timeline`,n.text.overview.fullLog)}</header>
      <ul class="lines">
        ${r.map(r=>t`<li>${g(n,r.timestamp)}<span class="grow wrap">${r.miner?t`<b>${r.miner}</b> `:e}${n.say(r)}</span></li>`)}
        ${r.length?e:t`<li class="secondary">${n.text.overview.nothingHappened}</li>`}
      </ul>
    </section>`}#s(){let{app:e}=this,n=e.text.overview.empty;return t`<div>
        <h2 class="hero">${n.title}</h2>
        <p class="secondary">${n.text}</p>
      </div>
      <ol class="steps3">
        ${n.steps.map(([e,n],r)=>t`<li><span class="count" aria-hidden="true">${r+1}</span><div><h3>${e}</h3><p class="hint">${n}</p></div></li>`)}
      </ol>
      <mining-empty-overview .app=${e}></mining-empty-overview>
      ${u(e,c(e))}`}};customElements.define(N,P);export{N as TAG};