import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{t as r}from"./repeat-mlsPFm0u.js";import{n as i}from"./client-DmZ2ZvJT.js";import{i as a,r as o}from"./numbers-Dndbh051.js";import{o as s}from"./mining-dashboard-BlDuWEJL.js";import{r as c}from"./algorithm-DNetkOo-.js";import{p as l,s as u}from"./data-CBHqgaDZ.js";import{a as d,c as f,l as p,n as m,o as h}from"./parts-6yysTZ-G.js";import{a as g,i as _,n as v,o as y,t as b}from"./state-CbVuLnqD.js";async function x(e,t,n){let{confirm:r}=e.text.common;if(t===`stop`&&n.length>1){let t={title:r.stopAll(n.length),text:r.stopAllText(n.join(`, `)),verb:r.stopAllVerb(n.length),danger:!0};if(!await e.ask(t))return}let i=async n=>{try{return await C(e,t,n),{name:n,error:null}}catch(t){return{name:n,error:e.explain(t)}}};return e.act({action:t,targets:n},()=>Promise.all(n.map(i)),e=>e.flatMap(({name:e,error:t})=>t===null?[]:[{target:e,error:t}]))}async function S(e,t,n){let{common:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>C(e,t,n))!==void 0}function C(e,t,n){let r={path:{miner:n}};switch(t){case`stop`:return i(e.http.DELETE(`/miners/{miner}`,{params:r}));case`forget`:return i(e.http.DELETE(`/miners/{miner}`,{params:{...r,query:{forget:!0}}}));case`start`:case`restart`:return i(e.http.POST(`/miners/{miner}/restart`,{params:r}));case`pause`:return i(e.http.POST(`/miners/{miner}/pause`,{params:r}));case`resume`:return i(e.http.POST(`/miners/{miner}/resume`,{params:r}))}}var w=60,T=18,E=48,D=new WeakMap;function O(e){let t=D.get(e);if(t!==void 0)return t;let n=Math.max(1,Math.ceil(e.length/E)),r=[];for(let t=e.length;t>0;t-=n){let i=e.slice(Math.max(0,t-n),t).filter(e=>e!==null);r.unshift(i.length?i.reduce((e,t)=>e+t,0)/i.length:null)}let i=Math.max(0,...r.filter(e=>e!==null))||1,a=w/Math.max(1,r.length-1),o=``;return r.forEach((e,t)=>{if(e===null)return;let n=`${(t*a).toFixed(1)} ${(16-e/i*14).toFixed(1)}`,s=(r[t-1]??null)===null&&(r[t+1]??null)===null;o+=(r[t-1]??null)===null?`M${n}`:`L${n}`,s&&(o+=`h1`)}),D.set(e,o),o}function k(t,n,r){let i=n?O(n):``;return i?e`<svg class="spark" width=${w} height=${T} viewBox="0 0 ${w} ${T}" role="img" aria-label=${j(t,n)}>
    <path d=${i} fill="none" stroke="var(--c-${t.stale?`text-3`:r})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`:d(t)}var A=new WeakMap;function j(e,t){let n=A.get(t);if(n?.by===e.numbers)return n.label;let r=u(t,t.map((e,t)=>t)),i=t=>Object.values(e.numbers.hashrate(t)).join(` `),a=r?e.text.chart.extremes(i(r.least),i(r.most)):e.text.common.noData;return A.set(t,{by:e.numbers,label:a}),a}function M(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function N(t,n){let r=M(t,n);if(r===null)return d(t);let i=Math.round(r)<90;return e`<span class="row against ${i?`warn`:``}">${m(r/100,i?`warn`:`quiet`)}${t.numbers.percent(Math.round(r))}</span>`}var P=(e,t)=>v(e)?t:null;function F(e){let t=l(e,{range:`24h`,metrics:[`hashrate`]})?.past,n=new Map(t?.miners.map(e=>[e.name,e.rates])),r=c(e.store,[...n.values()].flatMap(e=>[...e.keys()]));return({name:t,stats:i})=>{let a=i.algorithm??[...n.get(t)?.keys()??[]][0]??``;return k(e,n.get(t)?.get(a),r.get(a)??`text-2`)}}var I=[{id:`hashrate`,number:!0,value:(e,t)=>P(t,t.hashrate),cell:(t,n)=>e`<b class="strong">${f(t,t.numbers.hashrate(P(n,n.hashrate)))}</b>`},{id:`usual`,number:!1,value:(e,t)=>P(t,M(e,t)),cell:(e,t)=>v(t)?N(e,t):d(e)},{id:`day`,number:!1,value:null,cell:d},{id:`accepted`,number:!0,value:(e,t)=>P(t,t.stats.shares.accepted),cell:(e,t)=>h(e,e.numbers.count(P(t,t.stats.shares.accepted)))},{id:`rejected`,number:!0,value:(e,t)=>P(t,t.stats.shares.rejected),cell:(t,n)=>e`<span class=${P(n,n.stats.shares.rejected)?`warn`:``}>${h(t,t.numbers.count(P(n,n.stats.shares.rejected)))}</span>`},{id:`recent`,number:!0,value:(e,t)=>P(t,t.stats.sharesRecent.accepted),cell:(t,n)=>{let{accepted:r,rejected:i}=n.stats.sharesRecent;return v(n)?e`${t.numbers.count(r)}<span class="hint"> / ${t.numbers.count(i)}</span>`:d(t)}},{id:`pool`,number:!1,value:(e,t)=>P(t,t.stats.connection.pool),cell:(t,n)=>{let{pool:r,connected:i,ping:a}=n.stats.connection;return!v(n)||!r?d(t):e`<span class="pool" title=${r}>${r} <span class="hint">${i?t.numbers.ping(a):t.text.overview.pool.down}</span></span>`}},{id:`hottest`,number:!0,value:(e,t)=>b(t)?.celsius??null,cell:(e,t)=>f(e,e.numbers.temperature(b(t)?.celsius))},{id:`power`,number:!0,value:(e,t)=>_(t),cell:(e,t)=>f(e,e.numbers.power(_(t)))},{id:`uptime`,number:!0,value:(e,t)=>P(t,t.uptime),cell:(e,t)=>v(t)?e.numbers.duration(t.uptime):d(e)}];function L(e){return I.some(t=>t.id===e)}function R(e){let t=e.preferences.columns.miners??[],n=I.filter(e=>!t.includes(e.id));if(t.includes(`day`))return n;let r=F(e);return n.map(e=>e.id===`day`?{...e,cell:(e,t)=>r(t)}:e)}function z(e,t,{by:n,down:r}){if(n===null)return[...t].sort(g);let i=I.find(e=>e.id===n),a=t=>i?.value?i.value(e,t):t.name,o=r?-1:1;return[...t].sort((e,t)=>{let[n,r]=[a(e),a(t)];return n===null||r===null?Number(n===null)-Number(r===null)||e.name.localeCompare(t.name):(typeof n==`number`&&typeof r==`number`?n-r:String(n).localeCompare(String(r)))*o||e.name.localeCompare(t.name)})}function B(e,t,n){let r=n.toLowerCase().split(/\s+/).filter(Boolean);return r.length?t.filter(t=>{let n=y(t),{algorithm:i,connection:a}=t.stats,o=[t.name,t.type,t.config.coin,t.config.algo,i,t.config.pool,a.pool,n,e.text.common.status[n]].filter(Boolean).join(`
`).toLowerCase();return r.every(e=>o.includes(e))}):[...t]}function V(e){return v(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function H(t,n){if(t.locked)return e``;let{verbs:r}=t.text.common;return s(t,`${r.actions}: ${n.name}`,V(n).map(e=>({label:r[e],danger:e===`forget`,run:()=>void S(t,e,n.name)})))}function U(e,t){return t.stats.donating?e.text.common.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function W(t,{miners:i,sorting:a,sort:o,selection:s}={}){let c=i??z(t,t.store.miners??[],{by:null,down:!1}),l=R(t),u=t.text.overview.columns,d=(e,t)=>G(u[e],e,t,a,o);return e`<div class="scroll" tabindex="0" role="region" aria-label=${t.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            ${s?e`<th scope="col" class="pick">${K(t,c,s)}</th>`:n}
            ${d(`miner`,!1)} ${l.map(t=>t.value?d(t.id,t.number):e`<th scope="col">${u[t.id]}</th>`)}
            <th scope="col"><span class="hidden">${t.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${r(c,e=>e.name,e=>Y(t,e,l,s??null))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${r(c,e=>e.name,e=>X(t,e,s??null))}
    </ul>`}function G(t,r,i,o,s){let c=o?.by===r,l=i?`number`:``;if(!s)return e`<th scope="col" class=${l}>${t}</th>`;let u=i,d=c?o.down===u?{by:r,down:!u}:{by:null,down:!1}:{by:r,down:u};return e`<th scope="col" class=${l} aria-sort=${c?o.down?`descending`:`ascending`:n}>
    <button @click=${()=>s(d)}>${t}${c?a(o.down?`down`:`up`):n}</button>
  </th>`}function K(t,n,r){let i=n.filter(e=>r.has(e.name)).length;return e`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${t.text.miners.selectAll}
      .checked=${i>0&&i===n.length}
      .indeterminate=${i>0&&i<n.length}
      @change=${e=>{let{checked:t}=e.target;for(let e of n)r.choose(e.name,t,!1)}}
  /></label>`}function q(t,n,r){return e`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${t.text.miners.select(n.name)}
      .checked=${r.has(n.name)}
      @click=${e=>r.choose(n.name,e.target.checked,e.shiftKey)}
  /></label>`}function J(t,n){let r=y(n);return e`<span class="row nowrap"
    >${o(r,t.text.common.status[r])}${p(t,`miners/${encodeURIComponent(n.name)}`,n.name,`name`)}
    ${n.simulated?e`<span class="tag">${t.text.common.simulated}</span>`:e`<span class="hint">${n.type}</span>`}</span
  >`}function Y(t,r,i,a){let o=U(t,r);return e`<tr data-miner=${r.name} class=${a?.has(r.name)?`chosen`:``} @dblclick=${()=>t.go(`miners/${encodeURIComponent(r.name)}`)}>
    ${a?e`<td class="pick">${q(t,r,a)}</td>`:n}
    <td class="first">${J(t,r)}${o?e`<div class="hint reason" title=${o}>${o}</div>`:n}</td>
    ${i.map(n=>e`<td class=${n.number?`number`:``}>${n.cell(t,r)}</td>`)}
    <td class="number">${H(t,r)}</td>
  </tr>`}function X(t,r,i){let{numbers:a}=t,o=v(r),s=b(r),c=M(t,r),l=[s?Object.values(a.temperature(s.celsius)).join(``):null,c===null?null:a.percent(Math.round(c))];return e`<li data-miner=${r.name} class=${i?.has(r.name)?`chosen`:``}>
    ${i?q(t,r,i):n}
    <div class="grow">
      ${J(t,r)}
      <div class="hint wrap">${U(t,r)??[r.config.coin,o?r.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${f(t,a.hashrate(o?r.hashrate:null))}</div>
      <div class="hint ${c!==null&&c<90?`warn`:``}">${l.filter(Boolean).join(` · `)}</div>
    </div>
    ${H(t,r)}
  </li>`}var Z=t`
  svg.spark {
    display: block;
  }
  .strong {
    font-weight: 600;
  }
  .miners a.name, .miners-narrow a.name {
    min-width: 24px;
    scroll-margin-block: 120px 160px; /* clear of the bars at the edges */
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
  .miners th {
    white-space: normal;
    vertical-align: bottom;
  }
  .miners th.number {
    min-width: 68px;
  }
  .miners th button {
    text-align: inherit;
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
    margin: 0 0 6px 20px;
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
  @container dashboard (max-width: 44.9937rem) {
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
`;export{I as a,L as c,x as d,V as i,z as l,Z as n,M as o,U as r,B as s,W as t,S as u};