import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{t as r}from"./client-CPk1CF5s.js";import{d as i,n as a}from"./mining-dashboard-XJMNuKAd.js";import{r as o}from"./numbers-3bZ_9uze.js";import{r as s,x as c}from"./memo-CImmMlAF.js";import{t as l}from"./hashrate-C3lOLp6M.js";import{d as u,i as d,p as f,t as p}from"./parts-DuHrEmE5.js";import{n as m,t as h}from"./segment-D9ieAWDr.js";var g={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function _(e){return e in g||e===`edit_config`||e===`see_logs`}function v(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:g[t?.code??``]??`overview`}async function y(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:i,method:a}=t,o={action:t.code,targets:n?[n]:[],done:t.label};await e.act(o,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},o=await e.fetcher(`${e.baseUrl}${i}`,{method:a,headers:n});if(o.ok)return!0;let s=await o.json();throw new r(o.status,s.error.code,s.error.message,s.error.details)})}var b={error:`failed`,warning:`degraded`,hint:`hint`};function x(t,r){return r.length?e`<section class="panel attention" aria-label=${t.text.overview.attention}>
    <ul class="lines">
      ${r.map(e=>S(t,e))}
    </ul>
  </section>`:n}function S(t,r){let{vocabulary:a}=t.text,{action:s}=r;return e`<li>
    ${o(b[r.severity]??`hint`,a.severity[r.severity]??r.severity)}
    <div class="grow">
      <p class="title">${r.miner?e`<b>${r.miner}</b>: `:n}${t.say(r)}</p>
      <p class="hint">${a.since(t.numbers.time(r.since))} (${p(t,r.since)})${s?.command?e` · <code>${i(s.command,t.store.info?.commandLine)}</code>`:n}</p>
    </div>
    <div class="row">
      ${r.severity===`hint`?d(t,a.verbs.dismiss,()=>t.prefer({dismissed:[...t.preferences.dismissed,r.id]}),{classes:`ghost`}):n}
      ${r.miner&&t.place.rest[0]!==r.miner?f(t,`miners/${encodeURIComponent(r.miner)}`,a.verbs.open,`button`):n}
      ${s?.path?d(t,C(t,s),()=>void y(t,r),{changes:!0}):s&&_(s.code)?f(t,v(t,r),C(t,s),`button`):n}
    </div>
  </li>`}function C(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function w(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}var T=t`
  svg.spark {
    display: block;
  }
  .miners a.name, .miners-narrow a.name {
    min-width: 24px;
    scroll-margin-block: 120px 160px; /* clear of the bars at the edges */
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
  }
  .miners a.name:hover, .miners-narrow a.name:hover {
    text-decoration: underline;
  }
  .miners-narrow a.name {
    padding: 4px 0;
    min-height: 24px;
  }
  .nowrap {
    flex-wrap: nowrap;
  }
  /* Rows are blocks with columns of one width, not parts of a table: a new figure is laid out in its row alone,
     and not in the table. The roles say that it is a table. */
  .miners, .miners thead, .miners tbody {
    display: block;
  }
  .miners {
    min-width: max-content;
  }
  .miners tr {
    display: flex;
  }
  .miners tbody tr {
    border-top: 1px solid var(--c-line);
    background: var(--c-surface); /* opaque, so that letters stay as sharp as elsewhere */
    transform: translateZ(0); /* a layer of its own: where a figure is another, the others are not put together anew */
    contain: layout style paint;
  }
  /* Of very many, those far from the window are not drawn at all; to watch for it costs more than it saves with fewer. */
  .miners.long tbody tr {
    content-visibility: auto;
    contain-intrinsic-size: auto var(--c-row);
  }
  .miners tbody tr:last-child {
    border-radius: 0 0 9px 9px; /* within the line around its panel */
  }
  /* Its size does not depend on what it shows, so that a new figure lays out its row alone, and not the page. */
  .miners tbody tr:not(.tall) {
    contain: strict;
    box-sizing: border-box;
    height: max(var(--c-row), var(--c-row) + 2.8em - 36.4px); /* higher where letters are larger than ours */
  }
  .miners th, .miners td {
    flex: none;
    min-width: 0;
    padding-left: 8px;
    padding-right: 8px;
  }
  .miners th {
    white-space: normal;
    align-content: end;
  }
  .miners td {
    border: 0;
    height: auto;
    min-height: calc(var(--c-row) - 1px); /* and the line above it */
    align-content: center;
  }
  .miners td[data-column] {
    font-kerning: none; /* figures have no pairs of letters, and to look for some costs each second */
  }
  .miners th button {
    text-align: inherit;
  }
  .miners .first {
    flex: 1 0 190px;
    width: 0;
    overflow: clip;
    overflow-clip-margin: 4px; /* room for the ring of the focus */
  }
  .miners tr > :first-child {
    padding-left: 16px;
  }
  .miners tr > :last-child {
    padding-right: 16px;
  }
  .miners th.pick, .miners td.pick {
    width: 44px;
    padding-right: 0;
  }
  /* They are seldom others: kept as they were painted when a figure beside them is another. */
  .miners td.first, .miners td.acts, .miners td[data-column='day'] {
    isolation: isolate;
  }
  .miners .acts {
    width: 56px;
    text-align: right;
  }
  [data-column='hashrate'] { width: 7.4em; }
  [data-column='usual'] { width: 7em; }
  [data-column='day'] { width: 76px; }
  [data-column='accepted'] { width: 5.8em; }
  [data-column='rejected'] { width: 5.7em; }
  [data-column='recent'] { width: 5.6em; }
  .miners [data-column='pool'] { flex: 1000 0 auto; width: 120px; max-width: 196px; }
  [data-column='hottest'] { width: 5em; }
  [data-column='power'] { width: 5.2em; }
  [data-column='uptime'] { width: 6.8em; }
  [data-column='accepted']:lang(de) { width: 7.6em; }
  [data-column='rejected']:lang(de) { width: 6.6em; }
  [data-column='hottest']:lang(de), [data-column='power']:lang(de) { width: 5.7em; }
  .miners .pool {
    display: flex;
    gap: 6px;
  }
  .miners .pool > :first-child {
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
  .miners-narrow .grow > .row {
    flex-wrap: wrap;
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
`,E={up:`ok`,down:`failed`,untold:`hint`};function D(e){let{connected:t}=e.stats.connection;return t===!0?`up`:t===!1?`down`:`untold`}function O(e){let t=new Set(e.map(D));return t.has(`up`)?`up`:t.has(`down`)?`down`:`untold`}var k=[`1h`,`6h`,`24h`,`7d`,`30d`];function A(t){let{overview:r,chart:i}=t.text,a=c(t.range??t.preferences.range,k,`24h`),o=l(t,a),u=s(t,{range:a,metrics:[`hashrate`]});return e`<section class="panel hashrate" aria-labelledby="overview-hashrate">
    <header>
      <h2 id="overview-hashrate">${r.hashrate}</h2>
      ${h(i.range,k.map(e=>[e,i.ranges[e]]),a,e=>t.setRange(e),`ranges`)}
    </header>
    ${u&&!o?e`<p class="hint body">${t.explain(u)}</p>`:n}
    ${o&&!o.tracks.length?e`<p class="nothing">${i.nothing}</p>`:e`<mining-chart
          .app=${t}
          .data=${o}
          .label=${`${r.hashrate}, ${i.ranges[a]}`}
          .heads=${e=>j(t,e)}
          .legend=${o?.tracks.some(({band:e})=>e)?e`<span class="band-sign"></span>${r.usualLegend}`:n}
        ></mining-chart>`}
  </section>`}function j(t,r){let{numbers:i}=t,o=a(t.store).find(({algorithm:e})=>e===r.id)?.hashrate,{band:s}=r;return e`<h3 class="row">
    ${m(r.series[0])}${r.title} <span class="now"><span>${u(t,i.hashrate(o))}</span></span>
    ${s?e`<span class="hint">${M(t,s)}</span>`:n}
  </h3>`}function M(e,{low:t,high:n}){let{divisor:r,unit:i}=e.numbers.onOneUnit(n),a=n/r>=100?0:1;return e.text.overview.usualRange(e.numbers.decimal(t/r,a),`${e.numbers.decimal(n/r,a)}\u202f${i}`)}var N=t`
  .hashrate h3 {
    padding-top: 4px;
  }
  .hashrate h3 .now, .hashrate h3 .hint {
    font-weight: 400;
  }
  /* As wide as any of its figures, so that another one is laid out in it alone, and not in the page. */
  .hashrate h3 .now > span {
    contain: size layout;
    display: block;
    width: 6.25em;
    height: 1lh;
    white-space: nowrap;
  }
  .band-sign {
    width: 14px;
    height: 8px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--c-ctrl) 40%, transparent);
    display: inline-block;
    border: 1px solid var(--c-ctrl);
  }
`;export{D as a,x as c,E as i,w as l,A as n,O as o,N as r,T as s,M as t};