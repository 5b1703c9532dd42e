import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{t as r}from"./client-DmZ2ZvJT.js";import{n as i}from"./mining-dashboard-CtiDHjoa.js";import{r as a}from"./numbers-Dndbh051.js";import{f as o,v as s}from"./data-CBHqgaDZ.js";import{t as c}from"./hashrate--ers2t9r.js";import{c as l,l as u,r as d,t as f}from"./parts-Oge_qVQn.js";import{n as p,t as m}from"./segment-D1x7oIPM.js";var h={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function g(e){return e in h||e===`edit_config`||e===`see_logs`}function _(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:h[t?.code??``]??`overview`}async function v(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:i,method:a}=t,o={action:t.code,targets:n?[n]:[],done:t.label};await e.act(o,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},o=await e.fetcher(`${e.baseUrl}${i}`,{method:a,headers:n});if(o.ok)return!0;let s=await o.json();throw new r(o.status,s.error.code,s.error.message,s.error.details)})}var y={error:`failed`,warning:`degraded`,hint:`hint`};function b(t,r){return r.length?e`<section class="panel attention" aria-label=${t.text.overview.attention}>
    <ul class="lines">
      ${r.map(e=>x(t,e))}
    </ul>
  </section>`:n}function x(t,r){let{vocabulary:i}=t.text,{action:o}=r;return e`<li>
    ${a(y[r.severity]??`hint`,r.severity)}
    <div class="grow">
      <p class="title">${r.miner?e`<b>${r.miner}</b>: `:n}${t.say(r)}</p>
      <p class="hint">${i.since(t.numbers.time(r.since))} (${f(t,r.since)})${o?.command?e` · <code>${o.command}</code>`:n}</p>
    </div>
    <div class="row">
      ${r.severity===`hint`?d(t,i.verbs.dismiss,()=>t.prefer({dismissed:[...t.preferences.dismissed,r.id]}),{classes:`ghost`}):n}
      ${r.miner&&t.place.rest[0]!==r.miner?u(t,`miners/${encodeURIComponent(r.miner)}`,i.verbs.open,`button`):n}
      ${o?.path?d(t,S(t,o),()=>void v(t,r),{changes:!0}):o&&g(o.code)?u(t,_(t,r),S(t,o),`button`):n}
    </div>
  </li>`}function S(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function C(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}var w=[`1h`,`6h`,`24h`,`7d`,`30d`];function T(t){let{overview:r,chart:i}=t.text,a=s(t.range??t.preferences.range,w,`24h`),l=c(t,a),u=o(t,{range:a,metrics:[`hashrate`]});return e`<section class="panel hashrate" aria-labelledby="overview-hashrate">
    <header>
      <h2 id="overview-hashrate">${r.hashrate}</h2>
      ${m(i.range,w.map(e=>[e,i.ranges[e]]),a,e=>t.setRange(e),`ranges`)}
    </header>
    ${u&&!l?e`<p class="hint body">${t.explain(u)}</p>`:n}
    ${l&&!l.tracks.length?e`<p class="nothing">${i.nothing}</p>`:e`<mining-chart
          .app=${t}
          .data=${l}
          .label=${`${r.hashrate}, ${i.ranges[a]}`}
          .heads=${e=>E(t,e)}
          .legend=${l?.tracks.some(({band:e})=>e)?e`<span class="band-sign"></span>${r.usualLegend}`:n}
        ></mining-chart>`}
  </section>`}function E(t,r){let{numbers:a}=t,o=i(t.store).find(({algorithm:e})=>e===r.id)?.hashrate,{band:s}=r;return e`<h3 class="row">
    ${p(r.series[0])}${r.title} <span class="now">${l(t,a.hashrate(o))}</span>
    ${s?e`<span class="hint">${D(t,s)}</span>`:n}
  </h3>`}function D(e,{low:t,high:n}){let{divisor:r,unit:i}=e.numbers.onOneUnit(n),a=n/r>=100?0:1;return e.text.overview.usualRange(e.numbers.decimal(t/r,a),`${e.numbers.decimal(n/r,a)}\u202f${i}`)}var O=t`
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
`;export{C as a,b as i,T as n,O as r,D as t};