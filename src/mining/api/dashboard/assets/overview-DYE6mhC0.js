import{d as e,l as t,n,r,s as i}from"./numbers-CUsbK53j.js";import{a,c as o,d as s,f as c,i as l,l as u,n as d,o as f,p,r as m,s as h,u as g}from"./mining-dashboard-CSvGoLsX.js";import{a as _,c as v,i as y,l as b,n as x,o as S,r as C,s as w,t as T}from"./parts-D9beFqGJ.js";var E={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function D(e){return e in E||e===`edit_config`||e===`see_logs`}function O(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:E[t?.code??``]??`overview`}async function k(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:r,method:i}=t,a={action:t.code,targets:n?[n]:[],done:t.label};await e.act(a,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},a=await e.fetcher(`${e.baseUrl}${r}`,{method:i,headers:n});if(a.ok)return!0;let o=await a.json();throw new c(a.status,o.error.code,o.error.message,o.error.details)})}var A={error:`failed`,warning:`degraded`,hint:`hint`};function j(e,n){return n.length?t`<section class="panel attention" aria-label=${e.text.overview.attention}>
    <ul class="lines">
      ${n.map(t=>M(e,t))}
    </ul>
  </section>`:i}function M(e,n){let{common:r}=e.text,{action:a}=n;return t`<li>
    ${g(A[n.severity]??`hint`,n.severity)}
    <div class="grow">
      <p class="title">${n.miner?t`<b>${n.miner}</b>: `:i}${e.say(n)}</p>
      <p class="hint">${r.since(e.numbers.time(n.since))} (${T(e,n.since)})${a?.command?t` · <code>${a.command}</code>`:i}</p>
    </div>
    <div class="row">
      ${n.severity===`hint`?C(e,r.verbs.dismiss,()=>e.prefer({dismissed:[...e.preferences.dismissed,n.id]}),{classes:`ghost`}):i}
      ${n.miner&&e.place.rest[0]!==n.miner?b(e,`miners/${encodeURIComponent(n.miner)}`,r.verbs.open,`button`):i}
      ${a?.path?C(e,N(e,a),()=>void k(e,n),{changes:!0}):a&&D(a.code)?b(e,O(e,n),N(e,a),`button`):i}
    </div>
  </li>`}function N(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function P(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}async function F(e,t,n){let{common:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>I(e,t,n))!==void 0}function I(e,t,n){let r={path:{miner:n}};switch(t){case`stop`:return p(e.http.DELETE(`/miners/{miner}`,{params:r}));case`forget`:return p(e.http.DELETE(`/miners/{miner}`,{params:{...r,query:{forget:!0}}}));case`start`:case`restart`:return p(e.http.POST(`/miners/{miner}/restart`,{params:r}));case`pause`:return p(e.http.POST(`/miners/{miner}/pause`,{params:r}));case`resume`:return p(e.http.POST(`/miners/{miner}/resume`,{params:r}))}}function L(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function R(e,n){let r=L(e,n);if(r===null)return _(e);let i=r<90;return t`<span class="row against ${i?`warn`:``}">${x(r/100,i?`warn`:`quiet`)}${e.numbers.percent(Math.round(r))}</span>`}function z(e){return l(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function B(e,n){if(e.locked)return t``;let{verbs:r}=e.text.common;return u(e,`${r.actions}: ${n.name}`,z(n).map(t=>({label:r[t],danger:t===`forget`,run:()=>void F(e,t,n.name)})))}function V(e,t){return t.stats.donating?e.text.common.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function H(e){let n=[...e.store.miners??[]].sort(h),{columns:r}=e.text.overview;return t`<div class="scroll" tabindex="0" role="region" aria-label=${e.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            <th scope="col">${r.miner}</th>
            <th scope="col" class="number">${r.hashrate}</th>
            <th scope="col">${r.usual}</th>
            <th scope="col" class="number">${r.accepted}</th>
            <th scope="col" class="number">${r.rejected}</th>
            <th scope="col" class="number">${r.recent}</th>
            <th scope="col">${r.pool}</th>
            <th scope="col" class="number">${r.hottest}</th>
            <th scope="col" class="number">${r.power}</th>
            <th scope="col" class="number">${r.uptime}</th>
            <th scope="col"><span class="hidden">${e.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${n.map(t=>W(e,t))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${n.map(t=>G(e,t))}
    </ul>`}function U(e,n){let r=o(n),a=V(e,n);return t`<span class="row nowrap"
    >${g(r,e.text.common.status[r])}${b(e,`miners/${encodeURIComponent(n.name)}`,n.name,`name`)}
    <span class="hint">${n.type}</span>
    ${n.simulated?t`<span class="tag">${e.text.common.simulated}</span>`:i}
    ${a?t`<span class="hint reason" title=${a}>${a}</span>`:i}</span
  >`}function W(e,n){let{numbers:r}=e,{shares:i,sharesRecent:a,connection:o}=n.stats,s=m(n),c=l(n);return t`<tr @dblclick=${()=>e.go(`miners/${encodeURIComponent(n.name)}`)}>
    <td>${U(e,n)}</td>
    <td class="number strong">${v(e,r.hashrate(c?n.hashrate:null))}</td>
    <td>${c?R(e,n):_(e)}</td>
    <td class="number">${S(e,c?r.count(i.accepted):`—`)}</td>
    <td class="number ${i.rejected?`warn`:``}">${S(e,c?r.count(i.rejected):`—`)}</td>
    <td class="number">${c?t`${r.count(a.accepted)}<span class="hint"> / ${r.count(a.rejected)}</span>`:_(e)}</td>
    <td>${c&&o.pool?t`${o.pool} <span class="hint">${o.connected?r.ping(o.ping):e.text.overview.pool.down}</span>`:_(e)}</td>
    <td class="number">${v(e,r.temperature(s?.celsius))}</td>
    <td class="number">${v(e,r.power(f(n)))}</td>
    <td class="number">${c?r.duration(n.uptime):_(e)}</td>
    <td class="number">${B(e,n)}</td>
  </tr>`}function G(e,n){let{numbers:r}=e,i=l(n),a=m(n),o=L(e,n),s=[a?Object.values(r.temperature(a.celsius)).join(``):null,o===null?null:r.percent(Math.round(o))];return t`<li>
    <div class="grow">
      ${U(e,n)}
      <div class="hint">${[n.type,n.config.coin,i?n.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${v(e,r.hashrate(i?n.hashrate:null))}</div>
      <div class="hint ${o!==null&&o<90?`warn`:``}">${s.filter(Boolean).join(` · `)}</div>
    </div>
    ${B(e,n)}
  </li>`}var K=e`
  .strong {
    font-weight: 600;
  }
  .miners a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
  }
  .miners a.name:hover, .miners-narrow a.name:hover {
    text-decoration: underline;
  }
  .miners-narrow a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
    padding: 4px 0;
    min-height: 24px;
  }
  .nowrap {
    flex-wrap: nowrap;
  }
  .reason {
    max-width: 280px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .against {
    flex-wrap: nowrap;
  }
  .miners-narrow {
    display: none;
  }
  .miners-narrow .number {
    text-align: right;
    white-space: nowrap;
  }
  @container dashboard (max-width: 719.9px) {
    .scroll:has(.miners) {
      display: none;
    }
    .miners-narrow {
      display: block;
    }
    .reason {
      max-width: 120px;
    }
  }
`,q=`mining-overview-page`,J=class extends r{static{this.sheet=[K,e`
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
  `]}render(){let{app:e}=this,{overview:n,common:r}=e.text,{miners:a}=e.store,o=a?.length?b(e,`profiles`,t`${s(`start`)}${n.startProfile}`,`button primary`):i;return t`${w(r.pages.overview,i,e.locked?i:o)}
      <div class="content">${a===null?this.#e():a.length?this.#t(a):this.#s()}</div>`}#e(){return t`<div class="skeleton hero">&nbsp;</div>
      <div class="panel keys">${[1,2,3].map(()=>t`<div><div class="skeleton"></div></div>`)}</div>`}#t(e){let{app:n}=this,r=P(n);return t`<div>
        <h2 class="hero">${this.#n(e)}</h2>
        <p class="secondary">${r.length?i:n.text.overview.sentence.quiet}</p>
      </div>
      ${j(n,r)} ${this.#r(e)}
      <div class="columns side">
        <div class="stack"></div>
        <div class="stack">${this.#a(e)}${this.#o()}</div>
      </div>
      <section class="panel" aria-labelledby="overview-miners">
        <header>
          <h2 id="overview-miners">${n.text.overview.miners} <span class="hint">${n.text.overview.problemsFirst}</span></h2>
          ${b(n,`miners`,n.text.overview.manage)}
        </header>
        ${H(n)}
      </section>`}#n(e){let{sentence:t}=this.app.text.overview,n=t=>e.filter(t).length,r=n(e=>[`mining`,`degraded`].includes(o(e))),i=[[n(e=>a(o(e))),t.problems],[n(e=>o(e)===`starting`),t.starting],[n(e=>o(e)===`paused`),t.paused],[n(e=>o(e)===`stopped`),t.stopped]],s=r===e.length?t.all(r):r?t.some(r,e.length):t.none(e.length),c=i.filter(([e])=>e).map(([e,t])=>t(e));return[s,...e.length===1&&r===0?[]:c].join(` `)}#r(e){let{app:n}=this,{numbers:r}=n,i=n.text.overview.key,a=d(n.store),o=e.filter(l),s=a.reduce((e,t)=>e+t.accepted,0),c=a.reduce((e,t)=>e+t.rejected,0),u=a.reduce((e,t)=>e+t.recentAccepted,0),p=a.reduce((e,t)=>e+t.recentRejected,0),h=o.map(e=>({miner:e,hot:m(e)})).filter(e=>e.hot);h.sort((e,t)=>t.hot.celsius-e.hot.celsius);let g=o.map(f).filter(e=>e!==null);return t`<section class="panel keys ${n.stale?`stale`:``}" aria-label=${n.text.overview.hashrate}>
      ${a.map((e,i)=>t`<div>
          <div class="label"><span class="swatch s${i%6+1}"></span>${e.algorithm}</div>
          <div class="value">${v(n,r.hashrate(e.hashrate))}</div>
          ${this.#i(e)}
        </div>`)}
      <div>
        <div class="label">${i.accepted}</div>
        <div class="value">${S(n,r.acceptedShare(s,c))}</div>
        <div class="meaning">
          ${s+c?i.acceptedMeaning(r.count(c),`${r.count(u)} / ${r.count(p)}`):i.noShares}
        </div>
      </div>
      <div>
        <div class="label">${i.hottest}</div>
        <div class="value">${v(n,r.temperature(h[0]?.hot?.celsius))}</div>
        <div class="meaning">${h[0]?`${h[0].miner.name}, ${h[0].hot.part}`:n.text.common.noData}</div>
      </div>
      <div>
        <div class="label">${i.power}</div>
        <div class="value">${v(n,r.power(g.length?g.reduce((e,t)=>e+t,0):null))}</div>
        <div class="meaning">${g.length?i.report(g.length,o.length):n.text.common.noData}</div>
      </div>
    </section>`}#i({hashrate:e,usual:n}){let{app:r}=this,i=r.text.overview.key;if(e===null)return t`<div class="meaning">${i.notFull}</div>`;if(!n?.median)return t`<div class="meaning">${i.noUsual}</div>`;let a=Math.round((e/n.median-1)*100);if(e>=n.low*.98&&e<=n.high*1.02)return t`<div class="meaning">${i.usual}</div>`;let o=r.numbers.percent(Math.abs(a));return a<-10?t`<div class="meaning warn">${g(`degraded`)} ${i.below(o)}</div>`:t`<div class="meaning">${a<0?i.below(o):i.above(o)}</div>`}#a(e){let{app:r}=this,{numbers:a}=r,o=r.text.overview.pool,s=new Map;for(let t of e.filter(l)){let{pool:e}=t.stats.connection;e&&s.set(e,[...s.get(e)??[],t])}return t`<section class="panel" aria-labelledby="overview-pools">
      <header><h2 id="overview-pools">${r.text.overview.pools}</h2>${b(r,`pools`,r.text.overview.allPools)}</header>
      <ul class="lines">
        ${[...s].map(([e,s])=>{let c=s[0],l=s.filter(e=>e.stats.connection.connected),u=Math.max(...s.map(e=>e.stats.connection.uptime)),d=s.reduce((e,t)=>e+(t.stats.connection.failures??0),0),f=[c.stats.connection.tls?`TLS`:null,o.miners(s.length),l.length?o.up(a.duration(u)):o.down,o.failures(a.count(d))],p=[...new Set(s.map(e=>e.config.wallet))];return t`<li>
            ${g(l.length?`ok`:`failed`)}
            <div class="grow">
              <div class="row"><b class="grow wrap">${e}</b>${c.config.coin?t`<span class="tag">${c.config.coin}</span>`:i}<span>${S(r,a.ping(c.stats.connection.ping))}</span></div>
              <div class="hint">${f.filter(Boolean).join(` · `)}</div>
              ${p.map(e=>t`<div class="hint">${o.pays(n(e))}</div>`)}
              ${c.poolPage?t`<a href=${c.poolPage} target="_blank" rel="noreferrer">${o.page}</a>`:i}
            </div>
          </li>`})}
        ${s.size?i:t`<li class="secondary">${_(r)}</li>`}
      </ul>
    </section>`}#o(){let{app:e}=this,n=e.store.events.slice(0,6);return t`<section class="panel activity" aria-labelledby="overview-activity">
      <header><h2 id="overview-activity">${e.text.overview.activity}</h2>${b(e,`admin/timeline`,e.text.overview.fullLog)}</header>
      <ul class="lines">
        ${n.map(n=>t`<li>${y(e,n.timestamp)}<span class="grow wrap">${n.miner?t`<b>${n.miner}</b> `:i}${e.say(n)}</span></li>`)}
        ${n.length?i:t`<li class="secondary">${e.text.overview.nothingHappened}</li>`}
      </ul>
    </section>`}#s(){let{app:e}=this,n=e.text.overview.empty;return t`<div>
        <h2 class="hero">${n.title}</h2>
        <p class="secondary">${n.text}</p>
      </div>
      <ol class="steps3">
        ${n.steps.map(([e,n],r)=>t`<li><span class="count" aria-hidden="true">${r+1}</span><div><h3>${e}</h3><p class="hint">${n}</p></div></li>`)}
      </ol>
      ${e.locked?i:t`<div>${b(e,`setup`,n.setUp,`button primary`)}</div>`}
      ${j(e,P(e))}`}};customElements.define(q,J);export{q as TAG};