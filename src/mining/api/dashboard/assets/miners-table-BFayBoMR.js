import{d as e,l as t,p as n,s as r,u as i}from"./numbers-8zc510A3.js";import{a,c as o,d as s,i as c,l,r as u,s as d,u as f}from"./algorithm-DfomH0lb.js";import{a as p,i as m,o as h}from"./mining-dashboard-CadYM5I_.js";import{p as ee,s as te}from"./data-B2JOMnoD.js";import{a as g,c as _,l as v,n as y,o as b,r as x,t as ne}from"./parts-Cky-nCEa.js";async function S(e,t,n){let{confirm:r}=e.text.common;if(t===`stop`&&n.length>1){let t={title:r.stopAll(n.length),text:r.stopAllText(n.join(`, `)),verb:r.stopAllVerb(n.length),danger:!0};if(!await e.ask(t))return}let i=async n=>{try{return await w(e,t,n),{name:n,error:null}}catch(t){return{name:n,error:e.explain(t)}}};return e.act({action:t,targets:n},()=>Promise.all(n.map(i)),e=>e.flatMap(({name:e,error:t})=>t===null?[]:[{target:e,error:t}]))}async function C(e,t,n){let{common:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>w(e,t,n))!==void 0}function w(e,t,n){let r={path:{miner:n}};switch(t){case`stop`:return s(e.http.DELETE(`/miners/{miner}`,{params:r}));case`forget`:return s(e.http.DELETE(`/miners/{miner}`,{params:{...r,query:{forget:!0}}}));case`start`:case`restart`:return s(e.http.POST(`/miners/{miner}/restart`,{params:r}));case`pause`:return s(e.http.POST(`/miners/{miner}/pause`,{params:r}));case`resume`:return s(e.http.POST(`/miners/{miner}/resume`,{params:r}))}}var T={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function re(e){return e in T||e===`edit_config`||e===`see_logs`}function E(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:T[t?.code??``]??`overview`}async function ie(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:r,method:i}=t,a={action:t.code,targets:n?[n]:[],done:t.label};await e.act(a,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},a=await e.fetcher(`${e.baseUrl}${r}`,{method:i,headers:n});if(a.ok)return!0;let o=await a.json();throw new f(a.status,o.error.code,o.error.message,o.error.details)})}var ae={error:`failed`,warning:`degraded`,hint:`hint`};function D(e,t){return t.length?i`<section class="panel attention" aria-label=${e.text.overview.attention}>
    <ul class="lines">
      ${t.map(t=>O(e,t))}
    </ul>
  </section>`:r}function O(e,t){let{common:n}=e.text,{action:a}=t;return i`<li>
    ${p(ae[t.severity]??`hint`,t.severity)}
    <div class="grow">
      <p class="title">${t.miner?i`<b>${t.miner}</b>: `:r}${e.say(t)}</p>
      <p class="hint">${n.since(e.numbers.time(t.since))} (${ne(e,t.since)})${a?.command?i` · <code>${a.command}</code>`:r}</p>
    </div>
    <div class="row">
      ${t.severity===`hint`?x(e,n.verbs.dismiss,()=>e.prefer({dismissed:[...e.preferences.dismissed,t.id]}),{classes:`ghost`}):r}
      ${t.miner&&e.place.rest[0]!==t.miner?v(e,`miners/${encodeURIComponent(t.miner)}`,n.verbs.open,`button`):r}
      ${a?.path?x(e,k(e,a),()=>void ie(e,t),{changes:!0}):a&&re(a.code)?v(e,E(e,t),k(e,a),`button`):r}
    </div>
  </li>`}function k(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function A(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}var j={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},oe=e=>(...t)=>({_$litDirective$:e,values:t}),se=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:ce}=e,M=e=>e,N=()=>document.createComment(``),P=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new ce(r.insertBefore(N(),i),r.insertBefore(N(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=M(e).nextSibling;M(r).insertBefore(e,i),e=t}}}return n},F=(e,t,n=e)=>(e._$AI(t,n),e),le={},ue=(e,t=le)=>e._$AH=t,I=e=>e._$AH,L=e=>{e._$AR(),e._$AA.remove()},R=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},z=oe(class extends se{constructor(e){if(super(e),e.type!==j.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[n,r,i]){let a=I(e),{values:o,keys:s}=this.dt(n,r,i);if(!Array.isArray(a))return this.ut=s,o;let c=this.ut??=[],l=[],u,d,f=0,p=a.length-1,m=0,h=o.length-1;for(;f<=p&&m<=h;)if(a[f]===null)f++;else if(a[p]===null)p--;else if(c[f]===s[m])l[m]=F(a[f],o[m]),f++,m++;else if(c[p]===s[h])l[h]=F(a[p],o[h]),p--,h--;else if(c[f]===s[h])l[h]=F(a[f],o[h]),P(e,l[h+1],a[f]),f++,h--;else if(c[p]===s[m])l[m]=F(a[p],o[m]),P(e,a[f],a[p]),p--,m++;else if(u===void 0&&(u=R(s,m,h),d=R(c,f,p)),u.has(c[f])){if(u.has(c[p])){let t=d.get(s[m]),n=t===void 0?null:a[t];if(n===null){let t=P(e,a[f]);F(t,o[m]),l[m]=t}else l[m]=F(n,o[m]),P(e,a[f],n),a[t]=null;m++}else L(a[p]),p--}else L(a[f]),f++;for(;m<=h;){let t=P(e,l[h+1]);F(t,o[m]),l[m++]=t}for(;f<=p;){let e=a[f++];e!==null&&L(e)}return this.ut=s,ue(e,l),t}}),B=60,V=18,H=48,U=new WeakMap;function de(e){let t=U.get(e);if(t!==void 0)return t;let n=Math.max(1,Math.ceil(e.length/H)),r=[];for(let t=e.length;t>0;t-=n){let i=e.slice(Math.max(0,t-n),t).filter(e=>e!==null);r.unshift(i.length?i.reduce((e,t)=>e+t,0)/i.length:null)}let i=Math.max(0,...r.filter(e=>e!==null))||1,a=B/Math.max(1,r.length-1),o=``;return r.forEach((e,t)=>{if(e===null)return;let n=`${(t*a).toFixed(1)} ${(16-e/i*14).toFixed(1)}`,s=(r[t-1]??null)===null&&(r[t+1]??null)===null;o+=(r[t-1]??null)===null?`M${n}`:`L${n}`,s&&(o+=`h1`)}),U.set(e,o),o}function fe(e,t,n){let r=t?de(t):``;return r?i`<svg class="spark" width=${B} height=${V} viewBox="0 0 ${B} ${V}" role="img" aria-label=${pe(e,t)}>
    <path d=${r} fill="none" stroke="var(--c-${e.stale?`text-3`:n})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`:g(e)}var W=new WeakMap;function pe(e,t){let n=W.get(t);if(n?.by===e.numbers)return n.label;let r=te(t,t.map((e,t)=>t)),i=t=>Object.values(e.numbers.hashrate(t)).join(` `),a=r?e.text.chart.extremes(i(r.least),i(r.most)):e.text.common.noData;return W.set(t,{by:e.numbers,label:a}),a}function G(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function me(e,t){let n=G(e,t);if(n===null)return g(e);let r=Math.round(n)<90;return i`<span class="row against ${r?`warn`:``}">${y(n/100,r?`warn`:`quiet`)}${e.numbers.percent(Math.round(n))}</span>`}var K=(e,t)=>a(e)?t:null;function he(e){let t=ee(e,{range:`24h`,metrics:[`hashrate`]})?.past,n=new Map(t?.miners.map(e=>[e.name,e.rates])),r=u(e.store,[...n.values()].flatMap(e=>[...e.keys()]));return({name:t,stats:i})=>{let a=i.algorithm??[...n.get(t)?.keys()??[]][0]??``;return fe(e,n.get(t)?.get(a),r.get(a)??`text-2`)}}var q=[{id:`hashrate`,number:!0,value:(e,t)=>K(t,t.hashrate),cell:(e,t)=>i`<b class="strong">${_(e,e.numbers.hashrate(K(t,t.hashrate)))}</b>`},{id:`usual`,number:!1,value:(e,t)=>K(t,G(e,t)),cell:(e,t)=>a(t)?me(e,t):g(e)},{id:`day`,number:!1,value:null,cell:g},{id:`accepted`,number:!0,value:(e,t)=>K(t,t.stats.shares.accepted),cell:(e,t)=>b(e,e.numbers.count(K(t,t.stats.shares.accepted)))},{id:`rejected`,number:!0,value:(e,t)=>K(t,t.stats.shares.rejected),cell:(e,t)=>i`<span class=${K(t,t.stats.shares.rejected)?`warn`:``}>${b(e,e.numbers.count(K(t,t.stats.shares.rejected)))}</span>`},{id:`recent`,number:!0,value:(e,t)=>K(t,t.stats.sharesRecent.accepted),cell:(e,t)=>{let{accepted:n,rejected:r}=t.stats.sharesRecent;return a(t)?i`${e.numbers.count(n)}<span class="hint"> / ${e.numbers.count(r)}</span>`:g(e)}},{id:`pool`,number:!1,value:(e,t)=>K(t,t.stats.connection.pool),cell:(e,t)=>{let{pool:n,connected:r,ping:o}=t.stats.connection;return!a(t)||!n?g(e):i`${n} <span class="hint">${r?e.numbers.ping(o):e.text.overview.pool.down}</span>`}},{id:`hottest`,number:!0,value:(e,t)=>c(t)?.celsius??null,cell:(e,t)=>_(e,e.numbers.temperature(c(t)?.celsius))},{id:`power`,number:!0,value:(e,t)=>d(t),cell:(e,t)=>_(e,e.numbers.power(d(t)))},{id:`uptime`,number:!0,value:(e,t)=>K(t,t.uptime),cell:(e,t)=>a(t)?e.numbers.duration(t.uptime):g(e)}];function ge(e){return q.some(t=>t.id===e)}function _e(e){let t=e.preferences.columns.miners??[],n=q.filter(e=>!t.includes(e.id));if(t.includes(`day`))return n;let r=he(e);return n.map(e=>e.id===`day`?{...e,cell:(e,t)=>r(t)}:e)}function J(e,t,{by:n,down:r}){if(n===null)return[...t].sort(o);let i=q.find(e=>e.id===n),a=t=>i?.value?i.value(e,t):t.name,s=r?-1:1;return[...t].sort((e,t)=>{let[n,r]=[a(e),a(t)];return n===null||r===null?Number(n===null)-Number(r===null)||e.name.localeCompare(t.name):(typeof n==`number`&&typeof r==`number`?n-r:String(n).localeCompare(String(r)))*s||e.name.localeCompare(t.name)})}function ve(e,t,n){let r=n.toLowerCase().split(/\s+/).filter(Boolean);return r.length?t.filter(t=>{let n=l(t),{algorithm:i,connection:a}=t.stats,o=[t.name,t.type,t.config.coin,t.config.algo,i,t.config.pool,a.pool,n,e.text.common.status[n]].filter(Boolean).join(`
`).toLowerCase();return r.every(e=>o.includes(e))}):[...t]}function Y(e){return a(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function X(e,t){if(e.locked)return i``;let{verbs:n}=e.text.common;return m(e,`${n.actions}: ${t.name}`,Y(t).map(r=>({label:n[r],danger:r===`forget`,run:()=>void C(e,r,t.name)})))}function Z(e,t){return t.stats.donating?e.text.common.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function ye(e,{miners:t,sorting:n,sort:a,selection:o}={}){let s=t??J(e,e.store.miners??[],{by:null,down:!1}),c=_e(e),l=e.text.overview.columns,u=(e,t)=>be(l[e],e,t,n,a);return i`<div class="scroll" tabindex="0" role="region" aria-label=${e.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            ${o?i`<th scope="col" class="pick">${xe(e,s,o)}</th>`:r}
            ${u(`miner`,!1)} ${c.map(e=>e.value?u(e.id,e.number):i`<th scope="col">${l[e.id]}</th>`)}
            <th scope="col"><span class="hidden">${e.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${z(s,e=>e.name,t=>Se(e,t,c,o??null))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${z(s,e=>e.name,t=>Ce(e,t,o??null))}
    </ul>`}function be(e,t,n,a,o){let s=a?.by===t,c=n?`number`:``;if(!o)return i`<th scope="col" class=${c}>${e}</th>`;let l=n,u=s?a.down===l?{by:t,down:!l}:{by:null,down:!1}:{by:t,down:l};return i`<th scope="col" class=${c} aria-sort=${s?a.down?`descending`:`ascending`:r}>
    <button @click=${()=>o(u)}>${e}${s?h(a.down?`down`:`up`):r}</button>
  </th>`}function xe(e,t,n){let r=t.filter(e=>n.has(e.name)).length;return i`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.selectAll}
      .checked=${r>0&&r===t.length}
      .indeterminate=${r>0&&r<t.length}
      @change=${e=>{let{checked:r}=e.target;for(let e of t)n.choose(e.name,r,!1)}}
  /></label>`}function Q(e,t,n){return i`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.select(t.name)}
      .checked=${n.has(t.name)}
      @click=${e=>n.choose(t.name,e.target.checked,e.shiftKey)}
  /></label>`}function $(e,t,n){let r=l(t);return i`<span class="row nowrap"
    >${p(r,e.text.common.status[r])}${v(e,`miners/${encodeURIComponent(t.name)}`,t.name,`name`)}
    ${t.simulated?i`<span class="tag">${e.text.common.simulated}</span>`:i`<span class="hint">${t.type}</span>`} ${n}</span
  >`}function Se(e,t,n,a){let o=Z(e,t);return i`<tr data-miner=${t.name} class=${a?.has(t.name)?`chosen`:``} @dblclick=${()=>e.go(`miners/${encodeURIComponent(t.name)}`)}>
    ${a?i`<td class="pick">${Q(e,t,a)}</td>`:r}
    <td class="first">${$(e,t,o?i`<span class="hint reason" title=${o}>${o}</span>`:r)}</td>
    ${n.map(n=>i`<td class=${n.number?`number`:``}>${n.cell(e,t)}</td>`)}
    <td class="number">${X(e,t)}</td>
  </tr>`}function Ce(e,t,n){let{numbers:o}=e,s=a(t),l=c(t),u=G(e,t),d=[l?Object.values(o.temperature(l.celsius)).join(``):null,u===null?null:o.percent(Math.round(u))];return i`<li data-miner=${t.name} class=${n?.has(t.name)?`chosen`:``}>
    ${n?Q(e,t,n):r}
    <div class="grow">
      ${$(e,t,r)}
      <div class="hint wrap">${Z(e,t)??[t.config.coin,s?t.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${_(e,o.hashrate(s?t.hashrate:null))}</div>
      <div class="hint ${u!==null&&u<90?`warn`:``}">${d.filter(Boolean).join(` · `)}</div>
    </div>
    ${X(e,t)}
  </li>`}var we=n`
  svg.spark {
    display: block;
  }
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
  .miners td {
    padding-top: 2px;
    padding-bottom: 2px;
  }
  .miners td.first {
    width: 100%;
    max-width: 0;
    min-width: 220px;
  }
  .reason {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
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
`;export{q as a,ge as c,A as d,C as f,Y as i,J as l,we as n,G as o,S as p,Z as r,ve as s,ye as t,D as u};