import{a as e,c as t,i as n,n as r}from"./lit-B4EAelNx.js";import{c as i,i as a,l as o,s}from"./directive-helpers-D55ntDjB.js";import{t as c}from"./repeat-mlsPFm0u.js";import{n as l}from"./client-DmZ2ZvJT.js";import{i as u,r as d}from"./numbers-Dndbh051.js";import{o as f}from"./mining-dashboard-CtiDHjoa.js";import{r as p}from"./algorithm-DNetkOo-.js";import{p as ee,s as m}from"./data-CBHqgaDZ.js";import{a as h,c as g,l as te,n as _,o as v}from"./parts-Oge_qVQn.js";import{a as y,i as b,n as x,o as S,t as C}from"./state-CbVuLnqD.js";async function ne(e,t,n){let{confirm:r}=e.text.vocabulary;if(t===`stop`&&n.length>1){let t={title:r.stopAll(n.length),text:r.stopAllText(n.join(`, `)),verb:r.stopAllVerb(n.length),danger:!0};if(!await e.ask(t))return}let i=async n=>{try{return await T(e,t,n),{name:n,error:null}}catch(t){return{name:n,error:e.explain(t)}}};return e.act({action:t,targets:n},()=>Promise.all(n.map(i)),e=>e.flatMap(({name:e,error:t})=>t===null?[]:[{target:e,error:t}]))}async function w(e,t,n){let{vocabulary:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>T(e,t,n))!==void 0}function T(e,t,n){let r={path:{miner:n}};switch(t){case`stop`:return l(e.http.DELETE(`/miners/{miner}`,{params:r}));case`forget`:return l(e.http.DELETE(`/miners/{miner}`,{params:{...r,query:{forget:!0}}}));case`start`:case`restart`:return l(e.http.POST(`/miners/{miner}/restart`,{params:r}));case`pause`:return l(e.http.POST(`/miners/{miner}/pause`,{params:r}));case`resume`:return l(e.http.POST(`/miners/{miner}/resume`,{params:r}))}}var E=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),E(e,t);return!0},D=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},O=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),k(t)}};function re(e){this._$AN===void 0?this._$AM=e:(D(this),this._$AM=e,O(this))}function ie(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)E(r[e],!1),D(r[e]);else r!=null&&(E(r,!1),D(r))}else E(this,e)}}var k=e=>{e.type==o.CHILD&&(e._$AP??=ie,e._$AQ??=re)},A=class extends i{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),O(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(E(this,e),D(this))}setValue(e){if(a(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},j=new WeakMap,M=s(class extends A{render(e){return r}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),r}rt(e){if(this.G!==void 0){if(this.isConnected||(e=void 0),typeof this.G==`function`){let t=this.ht??globalThis,n=j.get(t);n===void 0&&(n=new WeakMap,j.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}}get lt(){return typeof this.G==`function`?j.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}}),N=60,P=18,ae=48,F=new WeakMap;function oe(e){let t=F.get(e);if(t!==void 0)return t;let n=Math.max(1,Math.ceil(e.length/ae)),r=[];for(let t=e.length;t>0;t-=n){let i=e.slice(Math.max(0,t-n),t).filter(e=>e!==null);r.unshift(i.length?i.reduce((e,t)=>e+t,0)/i.length:null)}let i=Math.max(0,...r.filter(e=>e!==null))||1,a=N/Math.max(1,r.length-1),o=``;return r.forEach((e,t)=>{if(e===null)return;let n=`${(t*a).toFixed(1)} ${(16-e/i*14).toFixed(1)}`,s=(r[t-1]??null)===null&&(r[t+1]??null)===null;o+=(r[t-1]??null)===null?`M${n}`:`L${n}`,s&&(o+=`h1`)}),F.set(e,o),o}function I(t,n,r){let i=n?oe(n):``;return i?e`<svg class="spark" width=${N} height=${P} viewBox="0 0 ${N} ${P}" role="img" aria-label=${R(t,n)}>
    <path d=${i} fill="none" stroke="var(--c-${t.stale?`text-3`:r})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`:h(t)}var L=new WeakMap;function R(e,t){let n=L.get(t);if(n?.by===e.numbers)return n.label;let r=m(t,t.map((e,t)=>t)),i=t=>Object.values(e.numbers.hashrate(t)).join(` `),a=r?e.text.chart.extremes(i(r.least),i(r.most)):e.text.vocabulary.noData;return L.set(t,{by:e.numbers,label:a}),a}function z(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function B(t,n){let r=z(t,n);if(r===null)return h(t);let i=Math.round(r)<90;return e`<span class="row against ${i?`warn`:``}">${_(r/100,i?`warn`:`quiet`)}${t.numbers.percent(Math.round(r))}</span>`}var V=(e,t)=>x(e)?t:null;function H(e){let t=ee(e,{range:`24h`,metrics:[`hashrate`]})?.past,n=new Map(t?.miners.map(e=>[e.name,e.rates])),r=p(e.store,[...n.values()].flatMap(e=>[...e.keys()]));return({name:t,stats:i})=>{let a=i.algorithm??[...n.get(t)?.keys()??[]][0]??``;return I(e,n.get(t)?.get(a),r.get(a)??`text-2`)}}var U=[{id:`hashrate`,number:!0,value:(e,t)=>V(t,t.hashrate),cell:(t,n)=>e`<b class="strong">${g(t,t.numbers.hashrate(V(n,n.hashrate)))}</b>`},{id:`usual`,number:!1,value:(e,t)=>V(t,z(e,t)),cell:(e,t)=>x(t)?B(e,t):h(e)},{id:`day`,number:!1,value:null,cell:h},{id:`accepted`,number:!0,value:(e,t)=>V(t,t.stats.shares.accepted),cell:(e,t)=>v(e,e.numbers.count(V(t,t.stats.shares.accepted)))},{id:`rejected`,number:!0,value:(e,t)=>V(t,t.stats.shares.rejected),cell:(t,n)=>e`<span class=${V(n,n.stats.shares.rejected)?`warn`:``}>${v(t,t.numbers.count(V(n,n.stats.shares.rejected)))}</span>`},{id:`recent`,number:!0,value:(e,t)=>V(t,t.stats.sharesRecent.accepted),cell:(t,n)=>{let{accepted:r,rejected:i}=n.stats.sharesRecent;return x(n)?e`${t.numbers.count(r)}<span class="hint"> / ${t.numbers.count(i)}</span>`:h(t)}},{id:`pool`,number:!1,value:(e,t)=>V(t,t.stats.connection.pool),cell:(t,n)=>{let{pool:r,connected:i,ping:a}=n.stats.connection;return!x(n)||!r?h(t):e`<span class="pool" title=${r}>${r} <span class="hint">${i?t.numbers.ping(a):t.text.overview.pool.down}</span></span>`}},{id:`hottest`,number:!0,value:(e,t)=>C(t)?.celsius??null,cell:(e,t)=>g(e,e.numbers.temperature(C(t)?.celsius))},{id:`power`,number:!0,value:(e,t)=>b(t),cell:(e,t)=>g(e,e.numbers.power(b(t)))},{id:`uptime`,number:!0,value:(e,t)=>V(t,t.uptime),cell:(e,t)=>x(t)?e.numbers.duration(t.uptime):h(e)}];function W(e){return U.some(t=>t.id===e)}function G(e){let t=e.preferences.columns.miners??[],n=U.filter(e=>!t.includes(e.id));if(t.includes(`day`))return n;let r=H(e);return n.map(e=>e.id===`day`?{...e,cell:(e,t)=>r(t)}:e)}function K(e,t,{by:n,down:r}){if(n===null)return[...t].sort(y);let i=U.find(e=>e.id===n),a=t=>i?.value?i.value(e,t):t.name,o=r?-1:1;return[...t].sort((e,t)=>{let[n,r]=[a(e),a(t)];return n===null||r===null?Number(n===null)-Number(r===null)||e.name.localeCompare(t.name):(typeof n==`number`&&typeof r==`number`?n-r:String(n).localeCompare(String(r)))*o||e.name.localeCompare(t.name)})}function se(e,t,n){let r=n.toLowerCase().split(/\s+/).filter(Boolean);return r.length?t.filter(t=>{let n=S(t),{algorithm:i,connection:a}=t.stats,o=[t.name,t.type,t.config.coin,t.config.algo,i,t.config.pool,a.pool,n,e.text.vocabulary.status[n]].filter(Boolean).join(`
`).toLowerCase();return r.every(e=>o.includes(e))}):[...t]}var ce=3e4,le=`64px`,q=new Set,ue=`IntersectionObserver`in globalThis?new IntersectionObserver(e=>{for(let{target:t,isIntersecting:n}of e){let e=t.dataset.miner??``;n||!t.isConnected?q.delete(e):q.add(e)}},{rootMargin:le}):null;function J(e){e&&ue?.observe(e)}var de=s(class extends i{#e=``;#t=0;render(e,t,r){let i=Date.now();return this.#e===t&&q.has(e)&&i<this.#t?n:(this.#e=t,this.#t=i+ce*(.5+Math.random()/2),r())}});function Y(e){return x(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function X(t,n){if(t.locked)return e``;let{verbs:r}=t.text.vocabulary;return f(t,`${r.actions}: ${n.name}`,Y(n).map(e=>({label:r[e],danger:e===`forget`,run:()=>void w(t,e,n.name)})))}function Z(e,t){return t.stats.donating?e.text.vocabulary.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function fe(t,{miners:n,sorting:i,sort:a,selection:o}={}){let s=n??K(t,t.store.miners??[],{by:null,down:!1}),l=G(t),u=t.text.overview.columns,d=(e,t)=>pe(u[e],e,t,i,a),f=e=>[e.status,e.health,e.wanted,o?.has(e.name),t.stale,t.locked,l.length,t.text.vocabulary.brand].join(),p=e=>c(s,e=>e.name,t=>de(t.name,f(t),()=>e(t)));return t.narrow?e`<ul class="miners-narrow lines">
      ${p(e=>ge(t,e,o??null))}
    </ul>`:e`<div class="scroll" tabindex="0" role="region" aria-label=${t.text.overview.miners}>
    <table class="miners">
      <thead>
        <tr>
          ${o?e`<th scope="col" class="pick">${me(t,s,o)}</th>`:r}
          ${d(`miner`,!1)} ${l.map(t=>t.value?d(t.id,t.number):e`<th scope="col">${u[t.id]}</th>`)}
          <th scope="col"><span class="hidden">${t.text.vocabulary.verbs.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${p(e=>he(t,e,l,o??null))}
      </tbody>
    </table>
  </div>`}function pe(t,n,i,a,o){let s=a?.by===n,c=i?`number`:``;if(!o)return e`<th scope="col" class=${c}>${t}</th>`;let l=i,d=s?a.down===l?{by:n,down:!l}:{by:null,down:!1}:{by:n,down:l};return e`<th scope="col" class=${c} aria-sort=${s?a.down?`descending`:`ascending`:r}>
    <button @click=${()=>o(d)}>${t}${s?u(a.down?`down`:`up`):r}</button>
  </th>`}function me(t,n,r){let i=n.filter(e=>r.has(e.name)).length;return e`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${t.text.miners.selectAll}
      .checked=${i>0&&i===n.length}
      .indeterminate=${i>0&&i<n.length}
      @change=${e=>{let{checked:t}=e.target;for(let e of n)r.choose(e.name,t,!1)}}
  /></label>`}function Q(t,n,r){return e`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${t.text.miners.select(n.name)}
      .checked=${r.has(n.name)}
      @click=${e=>r.choose(n.name,e.target.checked,e.shiftKey)}
  /></label>`}function $(t,n){let r=S(n);return e`<span class="row nowrap"
    >${d(r,t.text.vocabulary.status[r])}${te(t,`miners/${encodeURIComponent(n.name)}`,n.name,`name`)}
    ${n.simulated?e`<span class="tag">${t.text.vocabulary.simulated}</span>`:e`<span class="hint">${n.type}</span>`}</span
  >`}function he(t,n,i,a){let o=Z(t,n);return e`<tr ${M(J)} data-miner=${n.name} class=${a?.has(n.name)?`chosen`:``} @dblclick=${()=>t.go(`miners/${encodeURIComponent(n.name)}`)}>
    ${a?e`<td class="pick">${Q(t,n,a)}</td>`:r}
    <td class="first">${$(t,n)}${o?e`<div class="hint reason" title=${o}>${o}</div>`:r}</td>
    ${i.map(r=>e`<td class=${r.number?`number`:``}>${r.cell(t,n)}</td>`)}
    <td class="number">${X(t,n)}</td>
  </tr>`}function ge(t,n,i){let{numbers:a}=t,o=x(n),s=C(n),c=z(t,n),l=[s?Object.values(a.temperature(s.celsius)).join(``):null,c===null?null:a.percent(Math.round(c))];return e`<li ${M(J)} data-miner=${n.name} class=${i?.has(n.name)?`chosen`:``}>
    ${i?Q(t,n,i):r}
    <div class="grow">
      ${$(t,n)}
      <div class="hint wrap">${Z(t,n)??[n.config.coin,o?n.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${g(t,a.hashrate(o?n.hashrate:null))}</div>
      <div class="hint ${c!==null&&c<90?`warn`:``}">${l.filter(Boolean).join(` · `)}</div>
    </div>
    ${X(t,n)}
  </li>`}var _e=t`
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
  .miners td {
    contain: content; /* a new figure is laid out and painted in its cell alone */
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
    label.pick {
      width: 40px;
      height: 40px;
      margin: -8px -8px -8px -12px;
    }
  }
`;export{U as a,W as c,ne as d,Y as i,K as l,_e as n,z as o,Z as r,se as s,fe as t,w as u};