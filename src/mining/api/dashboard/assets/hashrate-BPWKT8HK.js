import{d as e,l as t,p as n,s as r,u as i}from"./numbers-8zc510A3.js";import{a,c as o,d as s,i as c,l,r as u,s as d,u as f}from"./algorithm-DfomH0lb.js";import{a as p,i as m,n as h,o as ee}from"./mining-dashboard-CgIyNx3K.js";import{C as te,m as ne,t as re,v as g,y as ie}from"./hashrate-CbZg-NLy.js";import{a as _,c as v,l as y,n as ae,o as b,r as x,t as S}from"./parts-Cky-nCEa.js";import{n as C,t as oe}from"./segment-Bd9OWQjk.js";async function se(e,t,n){let{confirm:r}=e.text.common;if(t===`stop`&&n.length>1){let t={title:r.stopAll(n.length),text:r.stopAllText(n.join(`, `)),verb:r.stopAllVerb(n.length),danger:!0};if(!await e.ask(t))return}let i=async n=>{try{return await T(e,t,n),{name:n,error:null}}catch(t){return{name:n,error:e.explain(t)}}};return e.act({action:t,targets:n},()=>Promise.all(n.map(i)),e=>e.flatMap(({name:e,error:t})=>t===null?[]:[{target:e,error:t}]))}async function w(e,t,n){let{common:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>T(e,t,n))!==void 0}function T(e,t,n){let r={path:{miner:n}};switch(t){case`stop`:return s(e.http.DELETE(`/miners/{miner}`,{params:r}));case`forget`:return s(e.http.DELETE(`/miners/{miner}`,{params:{...r,query:{forget:!0}}}));case`start`:case`restart`:return s(e.http.POST(`/miners/{miner}/restart`,{params:r}));case`pause`:return s(e.http.POST(`/miners/{miner}/pause`,{params:r}));case`resume`:return s(e.http.POST(`/miners/{miner}/resume`,{params:r}))}}var E={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function ce(e){return e in E||e===`edit_config`||e===`see_logs`}function le(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:E[t?.code??``]??`overview`}async function ue(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:r,method:i}=t,a={action:t.code,targets:n?[n]:[],done:t.label};await e.act(a,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},a=await e.fetcher(`${e.baseUrl}${r}`,{method:i,headers:n});if(a.ok)return!0;let o=await a.json();throw new f(a.status,o.error.code,o.error.message,o.error.details)})}var de={error:`failed`,warning:`degraded`,hint:`hint`};function fe(e,t){return t.length?i`<section class="panel attention" aria-label=${e.text.overview.attention}>
    <ul class="lines">
      ${t.map(t=>pe(e,t))}
    </ul>
  </section>`:r}function pe(e,t){let{common:n}=e.text,{action:a}=t;return i`<li>
    ${p(de[t.severity]??`hint`,t.severity)}
    <div class="grow">
      <p class="title">${t.miner?i`<b>${t.miner}</b>: `:r}${e.say(t)}</p>
      <p class="hint">${n.since(e.numbers.time(t.since))} (${S(e,t.since)})${a?.command?i` · <code>${a.command}</code>`:r}</p>
    </div>
    <div class="row">
      ${t.severity===`hint`?x(e,n.verbs.dismiss,()=>e.prefer({dismissed:[...e.preferences.dismissed,t.id]}),{classes:`ghost`}):r}
      ${t.miner&&e.place.rest[0]!==t.miner?y(e,`miners/${encodeURIComponent(t.miner)}`,n.verbs.open,`button`):r}
      ${a?.path?x(e,D(e,a),()=>void ue(e,t),{changes:!0}):a&&ce(a.code)?y(e,le(e,t),D(e,a),`button`):r}
    </div>
  </li>`}function D(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function me(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}var he={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ge=e=>(...t)=>({_$litDirective$:e,values:t}),_e=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:ve}=e,O=e=>e,k=()=>document.createComment(``),A=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new ve(r.insertBefore(k(),i),r.insertBefore(k(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=O(e).nextSibling;O(r).insertBefore(e,i),e=t}}}return n},j=(e,t,n=e)=>(e._$AI(t,n),e),M={},N=(e,t=M)=>e._$AH=t,P=e=>e._$AH,F=e=>{e._$AR(),e._$AA.remove()},I=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},L=ge(class extends _e{constructor(e){if(super(e),e.type!==he.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[n,r,i]){let a=P(e),{values:o,keys:s}=this.dt(n,r,i);if(!Array.isArray(a))return this.ut=s,o;let c=this.ut??=[],l=[],u,d,f=0,p=a.length-1,m=0,h=o.length-1;for(;f<=p&&m<=h;)if(a[f]===null)f++;else if(a[p]===null)p--;else if(c[f]===s[m])l[m]=j(a[f],o[m]),f++,m++;else if(c[p]===s[h])l[h]=j(a[p],o[h]),p--,h--;else if(c[f]===s[h])l[h]=j(a[f],o[h]),A(e,l[h+1],a[f]),f++,h--;else if(c[p]===s[m])l[m]=j(a[p],o[m]),A(e,a[f],a[p]),p--,m++;else if(u===void 0&&(u=I(s,m,h),d=I(c,f,p)),u.has(c[f])){if(u.has(c[p])){let t=d.get(s[m]),n=t===void 0?null:a[t];if(n===null){let t=A(e,a[f]);j(t,o[m]),l[m]=t}else l[m]=j(n,o[m]),A(e,a[f],n),a[t]=null;m++}else F(a[p]),p--}else F(a[f]),f++;for(;m<=h;){let t=A(e,l[h+1]);j(t,o[m]),l[m++]=t}for(;f<=p;){let e=a[f++];e!==null&&F(e)}return this.ut=s,N(e,l),t}}),R=60,z=18,ye=48,B=new WeakMap;function be(e){let t=B.get(e);if(t!==void 0)return t;let n=Math.max(1,Math.ceil(e.length/ye)),r=[];for(let t=e.length;t>0;t-=n){let i=e.slice(Math.max(0,t-n),t).filter(e=>e!==null);r.unshift(i.length?i.reduce((e,t)=>e+t,0)/i.length:null)}let i=Math.max(0,...r.filter(e=>e!==null))||1,a=R/Math.max(1,r.length-1),o=``;return r.forEach((e,t)=>{if(e===null)return;let n=`${(t*a).toFixed(1)} ${(16-e/i*14).toFixed(1)}`,s=(r[t-1]??null)===null&&(r[t+1]??null)===null;o+=(r[t-1]??null)===null?`M${n}`:`L${n}`,s&&(o+=`h1`)}),B.set(e,o),o}function xe(e,t,n){let r=t?be(t):``;return r?i`<svg class="spark" width=${R} height=${z} viewBox="0 0 ${R} ${z}" role="img" aria-label=${Se(e,t)}>
    <path d=${r} fill="none" stroke="var(--c-${e.stale?`text-3`:n})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`:_(e)}var V=new WeakMap;function Se(e,t){let n=V.get(t);if(n?.by===e.numbers)return n.label;let r=ne(t,t.map((e,t)=>t)),i=t=>Object.values(e.numbers.hashrate(t)).join(` `),a=r?e.text.chart.extremes(i(r.least),i(r.most)):e.text.common.noData;return V.set(t,{by:e.numbers,label:a}),a}function H(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function Ce(e,t){let n=H(e,t);if(n===null)return _(e);let r=Math.round(n)<90;return i`<span class="row against ${r?`warn`:``}">${ae(n/100,r?`warn`:`quiet`)}${e.numbers.percent(Math.round(n))}</span>`}var U=(e,t)=>a(e)?t:null;function we(e){let t=ie(e,{range:`24h`,metrics:[`hashrate`]})?.past,n=new Map(t?.miners.map(e=>[e.name,e.rates])),r=u(e.store,[...n.values()].flatMap(e=>[...e.keys()]));return({name:t,stats:i})=>{let a=i.algorithm??[...n.get(t)?.keys()??[]][0]??``;return xe(e,n.get(t)?.get(a),r.get(a)??`text-2`)}}var W=[{id:`hashrate`,number:!0,value:(e,t)=>U(t,t.hashrate),cell:(e,t)=>i`<b class="strong">${v(e,e.numbers.hashrate(U(t,t.hashrate)))}</b>`},{id:`usual`,number:!1,value:(e,t)=>U(t,H(e,t)),cell:(e,t)=>a(t)?Ce(e,t):_(e)},{id:`day`,number:!1,value:null,cell:_},{id:`accepted`,number:!0,value:(e,t)=>U(t,t.stats.shares.accepted),cell:(e,t)=>b(e,e.numbers.count(U(t,t.stats.shares.accepted)))},{id:`rejected`,number:!0,value:(e,t)=>U(t,t.stats.shares.rejected),cell:(e,t)=>i`<span class=${U(t,t.stats.shares.rejected)?`warn`:``}>${b(e,e.numbers.count(U(t,t.stats.shares.rejected)))}</span>`},{id:`recent`,number:!0,value:(e,t)=>U(t,t.stats.sharesRecent.accepted),cell:(e,t)=>{let{accepted:n,rejected:r}=t.stats.sharesRecent;return a(t)?i`${e.numbers.count(n)}<span class="hint"> / ${e.numbers.count(r)}</span>`:_(e)}},{id:`pool`,number:!1,value:(e,t)=>U(t,t.stats.connection.pool),cell:(e,t)=>{let{pool:n,connected:r,ping:o}=t.stats.connection;return!a(t)||!n?_(e):i`<span class="pool" title=${n}>${n} <span class="hint">${r?e.numbers.ping(o):e.text.overview.pool.down}</span></span>`}},{id:`hottest`,number:!0,value:(e,t)=>c(t)?.celsius??null,cell:(e,t)=>v(e,e.numbers.temperature(c(t)?.celsius))},{id:`power`,number:!0,value:(e,t)=>d(t),cell:(e,t)=>v(e,e.numbers.power(d(t)))},{id:`uptime`,number:!0,value:(e,t)=>U(t,t.uptime),cell:(e,t)=>a(t)?e.numbers.duration(t.uptime):_(e)}];function Te(e){return W.some(t=>t.id===e)}function Ee(e){let t=e.preferences.columns.miners??[],n=W.filter(e=>!t.includes(e.id));if(t.includes(`day`))return n;let r=we(e);return n.map(e=>e.id===`day`?{...e,cell:(e,t)=>r(t)}:e)}function G(e,t,{by:n,down:r}){if(n===null)return[...t].sort(o);let i=W.find(e=>e.id===n),a=t=>i?.value?i.value(e,t):t.name,s=r?-1:1;return[...t].sort((e,t)=>{let[n,r]=[a(e),a(t)];return n===null||r===null?Number(n===null)-Number(r===null)||e.name.localeCompare(t.name):(typeof n==`number`&&typeof r==`number`?n-r:String(n).localeCompare(String(r)))*s||e.name.localeCompare(t.name)})}function De(e,t,n){let r=n.toLowerCase().split(/\s+/).filter(Boolean);return r.length?t.filter(t=>{let n=l(t),{algorithm:i,connection:a}=t.stats,o=[t.name,t.type,t.config.coin,t.config.algo,i,t.config.pool,a.pool,n,e.text.common.status[n]].filter(Boolean).join(`
`).toLowerCase();return r.every(e=>o.includes(e))}):[...t]}function K(e){return a(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function q(e,t){if(e.locked)return i``;let{verbs:n}=e.text.common;return m(e,`${n.actions}: ${t.name}`,K(t).map(r=>({label:n[r],danger:r===`forget`,run:()=>void w(e,r,t.name)})))}function J(e,t){return t.stats.donating?e.text.common.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function Oe(e,{miners:t,sorting:n,sort:a,selection:o}={}){let s=t??G(e,e.store.miners??[],{by:null,down:!1}),c=Ee(e),l=e.text.overview.columns,u=(e,t)=>ke(l[e],e,t,n,a);return i`<div class="scroll" tabindex="0" role="region" aria-label=${e.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            ${o?i`<th scope="col" class="pick">${Ae(e,s,o)}</th>`:r}
            ${u(`miner`,!1)} ${c.map(e=>e.value?u(e.id,e.number):i`<th scope="col">${l[e.id]}</th>`)}
            <th scope="col"><span class="hidden">${e.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${L(s,e=>e.name,t=>je(e,t,c,o??null))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${L(s,e=>e.name,t=>Me(e,t,o??null))}
    </ul>`}function ke(e,t,n,a,o){let s=a?.by===t,c=n?`number`:``;if(!o)return i`<th scope="col" class=${c}>${e}</th>`;let l=n,u=s?a.down===l?{by:t,down:!l}:{by:null,down:!1}:{by:t,down:l};return i`<th scope="col" class=${c} aria-sort=${s?a.down?`descending`:`ascending`:r}>
    <button @click=${()=>o(u)}>${e}${s?ee(a.down?`down`:`up`):r}</button>
  </th>`}function Ae(e,t,n){let r=t.filter(e=>n.has(e.name)).length;return i`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.selectAll}
      .checked=${r>0&&r===t.length}
      .indeterminate=${r>0&&r<t.length}
      @change=${e=>{let{checked:r}=e.target;for(let e of t)n.choose(e.name,r,!1)}}
  /></label>`}function Y(e,t,n){return i`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.select(t.name)}
      .checked=${n.has(t.name)}
      @click=${e=>n.choose(t.name,e.target.checked,e.shiftKey)}
  /></label>`}function X(e,t,n){let r=l(t);return i`<span class="row nowrap"
    >${p(r,e.text.common.status[r])}${y(e,`miners/${encodeURIComponent(t.name)}`,t.name,`name`)}
    ${t.simulated?i`<span class="tag">${e.text.common.simulated}</span>`:i`<span class="hint">${t.type}</span>`} ${n}</span
  >`}function je(e,t,n,a){let o=J(e,t);return i`<tr data-miner=${t.name} class=${a?.has(t.name)?`chosen`:``} @dblclick=${()=>e.go(`miners/${encodeURIComponent(t.name)}`)}>
    ${a?i`<td class="pick">${Y(e,t,a)}</td>`:r}
    <td class="first">${X(e,t,o?i`<span class="hint reason" title=${o}>${o}</span>`:r)}</td>
    ${n.map(n=>i`<td class=${n.number?`number`:``}>${n.cell(e,t)}</td>`)}
    <td class="number">${q(e,t)}</td>
  </tr>`}function Me(e,t,n){let{numbers:o}=e,s=a(t),l=c(t),u=H(e,t),d=[l?Object.values(o.temperature(l.celsius)).join(``):null,u===null?null:o.percent(Math.round(u))];return i`<li data-miner=${t.name} class=${n?.has(t.name)?`chosen`:``}>
    ${n?Y(e,t,n):r}
    <div class="grow">
      ${X(e,t,r)}
      <div class="hint wrap">${J(e,t)??[t.config.coin,s?t.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${v(e,o.hashrate(s?t.hashrate:null))}</div>
      <div class="hint ${u!==null&&u<90?`warn`:``}">${d.filter(Boolean).join(` · `)}</div>
    </div>
    ${q(e,t)}
  </li>`}var Z=n`
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
`,Q=[`1h`,`6h`,`24h`,`7d`,`30d`];function Ne(e){let{overview:t,chart:n}=e.text,a=te(e.range??e.preferences.range,Q,`24h`),o=re(e,a),s=g(e,{range:a,metrics:[`hashrate`]});return i`<section class="panel hashrate" aria-labelledby="overview-hashrate">
    <header>
      <h2 id="overview-hashrate">${t.hashrate}</h2>
      ${oe(n.range,Q.map(e=>[e,n.ranges[e]]),a,t=>e.setRange(t),`ranges`)}
    </header>
    ${s&&!o?i`<p class="hint body">${e.explain(s)}</p>`:r}
    ${o&&!o.tracks.length?i`<p class="nothing">${n.nothing}</p>`:i`<mining-chart
          .app=${e}
          .data=${o}
          .label=${`${t.hashrate}, ${n.ranges[a]}`}
          .heads=${t=>Pe(e,t)}
          .legend=${o?.tracks.some(({band:e})=>e)?i`<span class="band-sign"></span>${t.usualLegend}`:r}
        ></mining-chart>`}
  </section>`}function Pe(e,t){let{numbers:n}=e,a=h(e.store).find(({algorithm:e})=>e===t.id)?.hashrate,{band:o}=t;return i`<h3 class="row">
    ${C(t.series[0])}${t.title} <span class="now">${v(e,n.hashrate(a))}</span>
    ${o?i`<span class="hint">${$(e,o)}</span>`:r}
  </h3>`}function $(e,{low:t,high:n}){let{divisor:r,unit:i}=e.numbers.onOneUnit(n),a=n/r>=100?0:1;return e.text.overview.usualRange(e.numbers.decimal(t/r,a),`${e.numbers.decimal(n/r,a)}\u202f${i}`)}var Fe=n`
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
`;export{Z as a,W as c,Te as d,G as f,se as g,w as h,Oe as i,H as l,me as m,Ne as n,J as o,fe as p,Fe as r,K as s,$ as t,De as u};