import{c as e,d as t,m as n}from"./numbers-DmDPapOC.js";import{n as r,t as i}from"./client-DmZ2ZvJT.js";import{i as a,n as o}from"./mining-dashboard-Btoj9RjV.js";import{n as s,t as c}from"./icons-BM_WsqFH.js";import{a as l,i as u,n as d,o as f,t as p}from"./state-CbVuLnqD.js";import{r as ee}from"./algorithm-DNetkOo-.js";import{C as m,m as te,t as h,v as g,y as _}from"./hashrate-DaYvkvbg.js";import{a as v,c as y,l as b,n as ne,o as x,r as S,t as C}from"./parts-BSd3yIb6.js";import{t as w}from"./repeat-CQy9pf1F.js";import{n as T,t as E}from"./segment-MBq7ihPT.js";async function D(e,t,n){let{confirm:r}=e.text.common;if(t===`stop`&&n.length>1){let t={title:r.stopAll(n.length),text:r.stopAllText(n.join(`, `)),verb:r.stopAllVerb(n.length),danger:!0};if(!await e.ask(t))return}let i=async n=>{try{return await k(e,t,n),{name:n,error:null}}catch(t){return{name:n,error:e.explain(t)}}};return e.act({action:t,targets:n},()=>Promise.all(n.map(i)),e=>e.flatMap(({name:e,error:t})=>t===null?[]:[{target:e,error:t}]))}async function O(e,t,n){let{common:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>k(e,t,n))!==void 0}function k(e,t,n){let i={path:{miner:n}};switch(t){case`stop`:return r(e.http.DELETE(`/miners/{miner}`,{params:i}));case`forget`:return r(e.http.DELETE(`/miners/{miner}`,{params:{...i,query:{forget:!0}}}));case`start`:case`restart`:return r(e.http.POST(`/miners/{miner}/restart`,{params:i}));case`pause`:return r(e.http.POST(`/miners/{miner}/pause`,{params:i}));case`resume`:return r(e.http.POST(`/miners/{miner}/resume`,{params:i}))}}var A={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function re(e){return e in A||e===`edit_config`||e===`see_logs`}function ie(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:A[t?.code??``]??`overview`}async function ae(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:r,method:a}=t,o={action:t.code,targets:n?[n]:[],done:t.label};await e.act(o,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},o=await e.fetcher(`${e.baseUrl}${r}`,{method:a,headers:n});if(o.ok)return!0;let s=await o.json();throw new i(o.status,s.error.code,s.error.message,s.error.details)})}var oe={error:`failed`,warning:`degraded`,hint:`hint`};function se(n,r){return r.length?t`<section class="panel attention" aria-label=${n.text.overview.attention}>
    <ul class="lines">
      ${r.map(e=>ce(n,e))}
    </ul>
  </section>`:e}function ce(n,r){let{common:i}=n.text,{action:a}=r;return t`<li>
    ${c(oe[r.severity]??`hint`,r.severity)}
    <div class="grow">
      <p class="title">${r.miner?t`<b>${r.miner}</b>: `:e}${n.say(r)}</p>
      <p class="hint">${i.since(n.numbers.time(r.since))} (${C(n,r.since)})${a?.command?t` · <code>${a.command}</code>`:e}</p>
    </div>
    <div class="row">
      ${r.severity===`hint`?S(n,i.verbs.dismiss,()=>n.prefer({dismissed:[...n.preferences.dismissed,r.id]}),{classes:`ghost`}):e}
      ${r.miner&&n.place.rest[0]!==r.miner?b(n,`miners/${encodeURIComponent(r.miner)}`,i.verbs.open,`button`):e}
      ${a?.path?S(n,j(n,a),()=>void ae(n,r),{changes:!0}):a&&re(a.code)?b(n,ie(n,r),j(n,a),`button`):e}
    </div>
  </li>`}function j(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function M(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}var N=60,P=18,F=48,I=new WeakMap;function L(e){let t=I.get(e);if(t!==void 0)return t;let n=Math.max(1,Math.ceil(e.length/F)),r=[];for(let t=e.length;t>0;t-=n){let i=e.slice(Math.max(0,t-n),t).filter(e=>e!==null);r.unshift(i.length?i.reduce((e,t)=>e+t,0)/i.length:null)}let i=Math.max(0,...r.filter(e=>e!==null))||1,a=N/Math.max(1,r.length-1),o=``;return r.forEach((e,t)=>{if(e===null)return;let n=`${(t*a).toFixed(1)} ${(16-e/i*14).toFixed(1)}`,s=(r[t-1]??null)===null&&(r[t+1]??null)===null;o+=(r[t-1]??null)===null?`M${n}`:`L${n}`,s&&(o+=`h1`)}),I.set(e,o),o}function R(e,n,r){let i=n?L(n):``;return i?t`<svg class="spark" width=${N} height=${P} viewBox="0 0 ${N} ${P}" role="img" aria-label=${B(e,n)}>
    <path d=${i} fill="none" stroke="var(--c-${e.stale?`text-3`:r})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`:v(e)}var z=new WeakMap;function B(e,t){let n=z.get(t);if(n?.by===e.numbers)return n.label;let r=te(t,t.map((e,t)=>t)),i=t=>Object.values(e.numbers.hashrate(t)).join(` `),a=r?e.text.chart.extremes(i(r.least),i(r.most)):e.text.common.noData;return z.set(t,{by:e.numbers,label:a}),a}function V(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function H(e,n){let r=V(e,n);if(r===null)return v(e);let i=Math.round(r)<90;return t`<span class="row against ${i?`warn`:``}">${ne(r/100,i?`warn`:`quiet`)}${e.numbers.percent(Math.round(r))}</span>`}var U=(e,t)=>d(e)?t:null;function W(e){let t=_(e,{range:`24h`,metrics:[`hashrate`]})?.past,n=new Map(t?.miners.map(e=>[e.name,e.rates])),r=ee(e.store,[...n.values()].flatMap(e=>[...e.keys()]));return({name:t,stats:i})=>{let a=i.algorithm??[...n.get(t)?.keys()??[]][0]??``;return R(e,n.get(t)?.get(a),r.get(a)??`text-2`)}}var G=[{id:`hashrate`,number:!0,value:(e,t)=>U(t,t.hashrate),cell:(e,n)=>t`<b class="strong">${y(e,e.numbers.hashrate(U(n,n.hashrate)))}</b>`},{id:`usual`,number:!1,value:(e,t)=>U(t,V(e,t)),cell:(e,t)=>d(t)?H(e,t):v(e)},{id:`day`,number:!1,value:null,cell:v},{id:`accepted`,number:!0,value:(e,t)=>U(t,t.stats.shares.accepted),cell:(e,t)=>x(e,e.numbers.count(U(t,t.stats.shares.accepted)))},{id:`rejected`,number:!0,value:(e,t)=>U(t,t.stats.shares.rejected),cell:(e,n)=>t`<span class=${U(n,n.stats.shares.rejected)?`warn`:``}>${x(e,e.numbers.count(U(n,n.stats.shares.rejected)))}</span>`},{id:`recent`,number:!0,value:(e,t)=>U(t,t.stats.sharesRecent.accepted),cell:(e,n)=>{let{accepted:r,rejected:i}=n.stats.sharesRecent;return d(n)?t`${e.numbers.count(r)}<span class="hint"> / ${e.numbers.count(i)}</span>`:v(e)}},{id:`pool`,number:!1,value:(e,t)=>U(t,t.stats.connection.pool),cell:(e,n)=>{let{pool:r,connected:i,ping:a}=n.stats.connection;return!d(n)||!r?v(e):t`<span class="pool" title=${r}>${r} <span class="hint">${i?e.numbers.ping(a):e.text.overview.pool.down}</span></span>`}},{id:`hottest`,number:!0,value:(e,t)=>p(t)?.celsius??null,cell:(e,t)=>y(e,e.numbers.temperature(p(t)?.celsius))},{id:`power`,number:!0,value:(e,t)=>u(t),cell:(e,t)=>y(e,e.numbers.power(u(t)))},{id:`uptime`,number:!0,value:(e,t)=>U(t,t.uptime),cell:(e,t)=>d(t)?e.numbers.duration(t.uptime):v(e)}];function le(e){return G.some(t=>t.id===e)}function ue(e){let t=e.preferences.columns.miners??[],n=G.filter(e=>!t.includes(e.id));if(t.includes(`day`))return n;let r=W(e);return n.map(e=>e.id===`day`?{...e,cell:(e,t)=>r(t)}:e)}function K(e,t,{by:n,down:r}){if(n===null)return[...t].sort(l);let i=G.find(e=>e.id===n),a=t=>i?.value?i.value(e,t):t.name,o=r?-1:1;return[...t].sort((e,t)=>{let[n,r]=[a(e),a(t)];return n===null||r===null?Number(n===null)-Number(r===null)||e.name.localeCompare(t.name):(typeof n==`number`&&typeof r==`number`?n-r:String(n).localeCompare(String(r)))*o||e.name.localeCompare(t.name)})}function de(e,t,n){let r=n.toLowerCase().split(/\s+/).filter(Boolean);return r.length?t.filter(t=>{let n=f(t),{algorithm:i,connection:a}=t.stats,o=[t.name,t.type,t.config.coin,t.config.algo,i,t.config.pool,a.pool,n,e.text.common.status[n]].filter(Boolean).join(`
`).toLowerCase();return r.every(e=>o.includes(e))}):[...t]}function q(e){return d(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function J(e,n){if(e.locked)return t``;let{verbs:r}=e.text.common;return a(e,`${r.actions}: ${n.name}`,q(n).map(t=>({label:r[t],danger:t===`forget`,run:()=>void O(e,t,n.name)})))}function Y(e,t){return t.stats.donating?e.text.common.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function fe(n,{miners:r,sorting:i,sort:a,selection:o}={}){let s=r??K(n,n.store.miners??[],{by:null,down:!1}),c=ue(n),l=n.text.overview.columns,u=(e,t)=>pe(l[e],e,t,i,a);return t`<div class="scroll" tabindex="0" role="region" aria-label=${n.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            ${o?t`<th scope="col" class="pick">${me(n,s,o)}</th>`:e}
            ${u(`miner`,!1)} ${c.map(e=>e.value?u(e.id,e.number):t`<th scope="col">${l[e.id]}</th>`)}
            <th scope="col"><span class="hidden">${n.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${w(s,e=>e.name,e=>he(n,e,c,o??null))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${w(s,e=>e.name,e=>ge(n,e,o??null))}
    </ul>`}function pe(n,r,i,a,o){let c=a?.by===r,l=i?`number`:``;if(!o)return t`<th scope="col" class=${l}>${n}</th>`;let u=i,d=c?a.down===u?{by:r,down:!u}:{by:null,down:!1}:{by:r,down:u};return t`<th scope="col" class=${l} aria-sort=${c?a.down?`descending`:`ascending`:e}>
    <button @click=${()=>o(d)}>${n}${c?s(a.down?`down`:`up`):e}</button>
  </th>`}function me(e,n,r){let i=n.filter(e=>r.has(e.name)).length;return t`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.selectAll}
      .checked=${i>0&&i===n.length}
      .indeterminate=${i>0&&i<n.length}
      @change=${e=>{let{checked:t}=e.target;for(let e of n)r.choose(e.name,t,!1)}}
  /></label>`}function X(e,n,r){return t`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.select(n.name)}
      .checked=${r.has(n.name)}
      @click=${e=>r.choose(n.name,e.target.checked,e.shiftKey)}
  /></label>`}function Z(e,n){let r=f(n);return t`<span class="row nowrap"
    >${c(r,e.text.common.status[r])}${b(e,`miners/${encodeURIComponent(n.name)}`,n.name,`name`)}
    ${n.simulated?t`<span class="tag">${e.text.common.simulated}</span>`:t`<span class="hint">${n.type}</span>`}</span
  >`}function he(n,r,i,a){let o=Y(n,r);return t`<tr data-miner=${r.name} class=${a?.has(r.name)?`chosen`:``} @dblclick=${()=>n.go(`miners/${encodeURIComponent(r.name)}`)}>
    ${a?t`<td class="pick">${X(n,r,a)}</td>`:e}
    <td class="first">${Z(n,r)}${o?t`<div class="hint reason" title=${o}>${o}</div>`:e}</td>
    ${i.map(e=>t`<td class=${e.number?`number`:``}>${e.cell(n,r)}</td>`)}
    <td class="number">${J(n,r)}</td>
  </tr>`}function ge(n,r,i){let{numbers:a}=n,o=d(r),s=p(r),c=V(n,r),l=[s?Object.values(a.temperature(s.celsius)).join(``):null,c===null?null:a.percent(Math.round(c))];return t`<li data-miner=${r.name} class=${i?.has(r.name)?`chosen`:``}>
    ${i?X(n,r,i):e}
    <div class="grow">
      ${Z(n,r)}
      <div class="hint wrap">${Y(n,r)??[r.config.coin,o?r.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${y(n,a.hashrate(o?r.hashrate:null))}</div>
      <div class="hint ${c!==null&&c<90?`warn`:``}">${l.filter(Boolean).join(` · `)}</div>
    </div>
    ${J(n,r)}
  </li>`}var _e=n`
  svg.spark {
    display: block;
  }
  .strong {
    font-weight: 600;
  }
  .miners a.name, .miners-narrow a.name {
    min-width: 24px;
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
  .miners th, .miners td {
    padding-left: 8px;
    padding-right: 8px;
  }
  .miners td.first {
    width: 100%;
    max-width: 0;
    min-width: 190px;
  }
  .miners .pool {
    display: block;
    max-width: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .miners .reason {
    padding: 0 0 6px 20px;
    white-space: normal;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .against {
    flex-wrap: nowrap;
  }
  .miners-narrow {
    display: none;
  }
  .miners th.pick, .miners td.pick {
    width: 42px;
    padding-right: 0;
  }
  label.pick {
    flex: none;
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    cursor: pointer;
  }
  .miners tr.chosen td, .miners-narrow li.chosen, .miners tr:has(a.name:focus-visible) td {
    background: var(--c-accent-tint);
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
    label.pick {
      width: 40px;
      height: 40px;
      margin: -8px -8px -8px -12px;
    }
  }
`,Q=[`1h`,`6h`,`24h`,`7d`,`30d`];function ve(n){let{overview:r,chart:i}=n.text,a=m(n.range??n.preferences.range,Q,`24h`),o=h(n,a),s=g(n,{range:a,metrics:[`hashrate`]});return t`<section class="panel hashrate" aria-labelledby="overview-hashrate">
    <header>
      <h2 id="overview-hashrate">${r.hashrate}</h2>
      ${E(i.range,Q.map(e=>[e,i.ranges[e]]),a,e=>n.setRange(e),`ranges`)}
    </header>
    ${s&&!o?t`<p class="hint body">${n.explain(s)}</p>`:e}
    ${o&&!o.tracks.length?t`<p class="nothing">${i.nothing}</p>`:t`<mining-chart
          .app=${n}
          .data=${o}
          .label=${`${r.hashrate}, ${i.ranges[a]}`}
          .heads=${e=>ye(n,e)}
          .legend=${o?.tracks.some(({band:e})=>e)?t`<span class="band-sign"></span>${r.usualLegend}`:e}
        ></mining-chart>`}
  </section>`}function ye(n,r){let{numbers:i}=n,a=o(n.store).find(({algorithm:e})=>e===r.id)?.hashrate,{band:s}=r;return t`<h3 class="row">
    ${T(r.series[0])}${r.title} <span class="now">${y(n,i.hashrate(a))}</span>
    ${s?t`<span class="hint">${$(n,s)}</span>`:e}
  </h3>`}function $(e,{low:t,high:n}){let{divisor:r,unit:i}=e.numbers.onOneUnit(n),a=n/r>=100?0:1;return e.text.overview.usualRange(e.numbers.decimal(t/r,a),`${e.numbers.decimal(n/r,a)}\u202f${i}`)}var be=n`
  .hashrate h3 {
    padding-top: 4px;
  }
  .hashrate h3 .now, .hashrate h3 .hint {
    font-weight: 400;
  }
  .band-sign {
    width: 14px;
    height: 8px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--c-ctrl) 40%, transparent);
    display: inline-block;
    border: 1px solid var(--c-ctrl);
  }
`;export{_e as a,G as c,le as d,K as f,D as g,O as h,fe as i,V as l,M as m,ve as n,Y as o,se as p,be as r,q as s,$ as t,de as u};