import{p as e,r as t,s as n,u as r}from"./numbers-8zc510A3.js";import{a as i,i as a,l as o,o as s,r as c,s as l,t as u}from"./algorithm-DfomH0lb.js";import{a as d,i as f,m as p,n as m,p as h,r as g}from"./hashrate-BPWKT8HK.js";import{a as _,n as v,o as y}from"./mining-dashboard-CgIyNx3K.js";import{a as b,c as x,i as S,l as C,o as w,s as T}from"./parts-Cky-nCEa.js";var E=`mining-overview-page`,D=class extends t{static{this.sheet=[d,g,e`
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
      width: 6.5em;
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
  `]}render(){let{app:e}=this,{overview:t,common:i}=e.text,{miners:a}=e.store,o=a?.length?C(e,`profiles`,r`${y(`start`)}${t.startProfile}`,`button primary`):n;return r`${T(i.pages.overview,n,e.locked?n:o)}
      <div class="content">${a===null?this.#e():a.length?this.#t(a):this.#s()}</div>`}#e(){return r`<div class="skeleton hero">&nbsp;</div>
      <div class="panel keys">${[1,2,3].map(()=>r`<div><div class="skeleton"></div></div>`)}</div>`}#t(e){let{app:t}=this,i=p(t);return r`<div>
        <h2 class="hero">${this.#n(e)}</h2>
        <p class="secondary">${i.length?n:t.text.overview.sentence.quiet}</p>
      </div>
      ${h(t,i)} ${this.#r(e)}
      <div class="columns side">
        <div class="stack">${m(t)}</div>
        <div class="stack">${this.#a(e)}${this.#o()}</div>
      </div>
      <section class="panel" aria-labelledby="overview-miners">
        <header>
          <h2 id="overview-miners">${t.text.overview.miners} <span class="hint">${t.text.overview.problemsFirst}</span></h2>
          ${C(t,`miners`,t.text.overview.manage)}
        </header>
        ${f(t)}
      </section>`}#n(e){let{sentence:t}=this.app.text.overview,n=t=>e.filter(t).length,r=n(e=>[`mining`,`degraded`].includes(o(e))),i=[[n(e=>s(o(e))),t.problems],[n(e=>o(e)===`starting`),t.starting],[n(e=>o(e)===`paused`),t.paused],[n(e=>o(e)===`stopped`),t.stopped]],a=r===e.length?t.all(r):r?t.some(r,e.length):t.none(e.length),c=i.filter(([e])=>e).map(([e,t])=>t(e));return[a,...e.length===1&&r===0?[]:c].join(` `)}#r(e){let{app:t}=this,{numbers:n}=t,o=t.text.overview.key,s=v(t.store),d=c(t.store,s.map(({algorithm:e})=>e)),f=e.filter(i),p=s.reduce((e,t)=>e+t.accepted,0),m=s.reduce((e,t)=>e+t.rejected,0),h=s.reduce((e,t)=>e+t.recentAccepted,0),g=s.reduce((e,t)=>e+t.recentRejected,0),_=f.map(e=>({miner:e,hot:a(e)})).filter(e=>e.hot);_.sort((e,t)=>t.hot.celsius-e.hot.celsius);let y=f.map(l).filter(e=>e!==null);return r`<section class="panel keys ${t.stale?`stale`:``}" aria-label=${t.text.overview.keyValues}>
      ${s.map(e=>r`<div>
          <div class="label"><span class="swatch ${d.get(e.algorithm)}"></span>${u(e.algorithm)}</div>
          <div class="value">${x(t,n.hashrate(e.hashrate))}</div>
          ${this.#i(e)}
        </div>`)}
      <div>
        <div class="label">${o.accepted}</div>
        <div class="value">${w(t,n.acceptedShare(p,m))}</div>
        <div class="meaning">
          ${p+m?o.acceptedMeaning(n.count(m),`${n.count(h)} / ${n.count(g)}`):o.noShares}
        </div>
      </div>
      <div>
        <div class="label">${o.hottest}</div>
        <div class="value">${x(t,n.temperature(_[0]?.hot?.celsius))}</div>
        <div class="meaning">${_[0]?`${_[0].miner.name}, ${_[0].hot.part}`:t.text.common.noData}</div>
      </div>
      <div>
        <div class="label">${o.power}</div>
        <div class="value">${x(t,n.power(y.length?y.reduce((e,t)=>e+t,0):null))}</div>
        <div class="meaning">${y.length?o.report(y.length,f.length):t.text.common.noData}</div>
      </div>
    </section>`}#i({hashrate:e,usual:t}){let{app:n}=this,i=n.text.overview.key;if(e===null)return r`<div class="meaning">${i.notFull}</div>`;if(!t?.median)return r`<div class="meaning">${i.noUsual}</div>`;let a=Math.round((e/t.median-1)*100);if(e>=t.low*.98&&e<=t.high*1.02)return r`<div class="meaning">${i.usual}</div>`;let o=n.numbers.percent(Math.abs(a));return a<-10?r`<div class="meaning warn">${_(`degraded`)} ${i.below(o)}</div>`:r`<div class="meaning">${a<0?i.below(o):i.above(o)}</div>`}#a(e){let{app:t}=this,{numbers:a}=t,o=t.text.overview.pool,s=new Map;for(let t of e.filter(i)){let{pool:e}=t.stats.connection;e&&s.set(e,[...s.get(e)??[],t])}return r`<section class="panel" aria-labelledby="overview-pools">
      <header><h2 id="overview-pools">${t.text.overview.pools}</h2>${C(t,`pools`,t.text.overview.allPools)}</header>
      <ul class="lines">
        ${[...s].map(([e,i])=>{let s=i[0],c=i.filter(e=>e.stats.connection.connected),l=Math.max(...i.map(e=>e.stats.connection.uptime)),u=i.reduce((e,t)=>e+(t.stats.connection.failures??0),0),d=[s.stats.connection.tls?`TLS`:null,o.miners(i.length),c.length?o.up(a.duration(l)):o.down,o.failures(a.count(u))],f=new Map(i.flatMap(t=>t.payees.filter(t=>t.pool===e)).map(e=>[e.payee,e])),p=s.config.coin??[...f.values()][0]?.coin;return r`<li>
            ${_(c.length?`ok`:`failed`)}
            <div class="grow">
              <div class="row"><b class="grow wrap">${e}</b>${p?r`<span class="tag">${p}</span>`:n}<span>${w(t,a.ping(s.stats.connection.ping))}</span></div>
              <div class="hint">${d.filter(Boolean).join(` · `)}</div>
              ${[...f.values()].map(({payee:e,page:t})=>r`<div class="hint row">
                  ${e?o.pays(e):n}
                  ${t?r`<a href=${t} target="_blank" rel="noreferrer">${o.page}</a>`:n}
                </div>`)}
            </div>
          </li>`})}
        ${s.size?n:r`<li class="secondary">${b(t)}</li>`}
      </ul>
    </section>`}#o(){let{app:e}=this,t=e.store.events.slice(0,6);return r`<section class="panel activity" aria-labelledby="overview-activity">
      <header><h2 id="overview-activity">${e.text.overview.activity}</h2>${C(e,`admin/timeline`,e.text.overview.fullLog)}</header>
      <ul class="lines">
        ${t.map(t=>r`<li>${S(e,t.timestamp)}<span class="grow wrap">${t.miner?r`<b>${t.miner}</b> `:n}${e.say(t)}</span></li>`)}
        ${t.length?n:r`<li class="secondary">${e.text.overview.nothingHappened}</li>`}
      </ul>
    </section>`}#s(){let{app:e}=this,t=e.text.overview.empty;return r`<div>
        <h2 class="hero">${t.title}</h2>
        <p class="secondary">${t.text}</p>
      </div>
      <ol class="steps3">
        ${t.steps.map(([e,t],n)=>r`<li><span class="count" aria-hidden="true">${n+1}</span><div><h3>${e}</h3><p class="hint">${t}</p></div></li>`)}
      </ol>
      ${e.locked?n:r`<div>${C(e,`setup`,t.setUp,`button primary`)}</div>`}
      ${h(e,p(e))}`}};customElements.define(E,D);export{E as TAG};