import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{n as r}from"./client-CPk1CF5s.js";import{c as i,f as a}from"./mining-dashboard-XJMNuKAd.js";import{n as o,t as s}from"./segment-D9ieAWDr.js";import{i as c}from"./numbers-3bZ_9uze.js";import{d as l,u}from"./parts-DuHrEmE5.js";import{a as d,i as f,n as p,o as m,t as h}from"./export-uzkgqEKP.js";import{i as g,r as _,x as v}from"./memo-CImmMlAF.js";var y=`mining-statistics-page`,b=85,x=class extends a{static{this.sheet=t`
    .statistics-bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }
    .statistics-bar select {
      width: auto;
      max-width: 240px;
      min-height: 32px;
      padding: 4px 8px;
    }
    .statistics .chart-track {
      border-top: 1px solid var(--c-line);
      padding: 12px 16px;
    }
    .statistics .chart-track:first-child {
      border-top: 0;
    }
    .statistics .chart-foot {
      margin-top: 0;
    }
    .statistics .about, .statistics-legend {
      font-size: 0.78125rem;
      color: var(--c-text-2);
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 12px;
    }
    .statistics-legend span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      overflow-wrap: anywhere;
    }
    .statistics-facts {
      margin-top: 8px;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      font-size: 0.8125rem;
    }
    .statistics-facts dt {
      color: var(--c-text-2);
    }
    .statistics-facts dd {
      text-align: right;
      white-space: nowrap;
    }
    .statistics-facts dd.hint {
      grid-column: 1 / -1;
      white-space: normal;
    }
    @container dashboard (max-width: 51.2437rem) {
      .statistics-facts {
        grid-template-columns: repeat(auto-fit, minmax(90px, 1fr));
        grid-auto-flow: row;
      }
      .statistics-facts div {
        display: grid;
      }
      .statistics-facts dd {
        text-align: left;
      }
    }
    @container dashboard (min-width: 51.25rem) {
      .statistics-facts div {
        display: contents;
      }
    }
    @container dashboard (max-width: 44.9937rem) {
      .statistics-bar select {
        width: 100%;
        max-width: none;
        min-height: 44px;
      }
      .statistics-bar .segment {
        width: 100%;
      }
      .statistics-bar .segment button {
        flex: 1;
      }
    }
  `}#e=b;#t=-1;render(){let{app:t}=this,{statistics:r,vocabulary:i,chart:a}=t.text,o=v(t.range??t.preferences.range,d,`24h`);return this.#d(),e`${u(i.pages.statistics,n,this.#l(o))}
      <div class="content">
        <div class="statistics-bar">
          ${s(a.range,d.map(e=>[e,a.ranges[e]]),o,e=>t.setRange(e),`ranges`)}
          ${this.#a()}
          <label class="choice">
            <input class="switch" type="checkbox" role="switch" .checked=${this.#r} @change=${()=>this.#i({compare:this.#r?``:`1`})} />
            ${r.compare(r.before[o])}
          </label>
        </div>
        ${this.#s(o)}
      </div>`}get#n(){return this.app.place.query.get(`miner`)??``}get#r(){return this.app.place.query.get(`compare`)===`1`}#i(e){let t=new URLSearchParams(this.app.place.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);let n=t.toString();this.app.go(`statistics${n?`?${n}`:``}`)}#a(){let{statistics:t}=this.app.text,n=(this.app.store.miners??[]).map(({name:e})=>e),r=this.#n;return r&&!n.includes(r)&&n.push(r),e`<select aria-label=${t.scope} @change=${e=>this.#i({miner:e.target.value})}>
      <option value="" ?selected=${!r}>${t.all} (${this.app.store.miners?.length??0})</option>
      ${n.map(t=>e`<option value=${t} ?selected=${t===r}>${t}</option>`)}
    </select>`}#o(e){let t={range:e,metrics:f,...this.#n?{miner:this.#n}:{}},n=g(this.app,t),r=this.#r?g(this.app,{...t,before:!0}):null;return n&&m(this.app,e,n,r,this.#e,this.app.store.usual)}#s(t){let{app:n}=this,{statistics:r,chart:i}=n.text,a={range:t,metrics:f,...this.#n?{miner:this.#n}:{}},o=this.#o(t),s=_(n,a);return s&&!o?e`<div class="panel nothing" role="alert">${n.explain(s)}</div>`:o&&!o.panels.size?e`<div class="panel nothing"><p>${r.nothing}</p><p class="hint">${r.shortly}</p></div>`:e`<section class="panel statistics" aria-label=${n.text.vocabulary.pages.statistics}>
      <mining-chart
        layout="beside"
        .app=${n}
        .data=${o?.chart??null}
        .label=${`${n.text.vocabulary.pages.statistics}, ${i.ranges[t]}${this.#n?`, ${this.#n}`:``}`}
        .heads=${e=>this.#c(o.panels.get(e.id))}
        .legend=${i.gapsMean}
      ></mining-chart>
    </section>`}#c({track:t,about:r,facts:i}){let{app:a}=this,s=t.series.length===1;return e`<h2>${t.title}</h2>
      ${r?e`<div class="about">${s&&t.kind!==`bars`?o(t.series[0]):n}${r}</div>`:n}
      ${s?n:e`<div class="statistics-legend">${t.series.map(t=>e`<span>${o(t)}${t.label}</span>`)}</div>`}
      <dl class="statistics-facts">
        ${i.map(({label:t,value:r,hint:i})=>e`<div>
            <dt>${t}</dt>
            <dd>${l(a,r)}</dd>
            ${i?e`<dd class="hint">${i}</dd>`:n}
          </div>`)}
      </dl>`}#l(t){let{app:n}=this,{statistics:r}=n.text,a=e`${c(`download`)}${r.export} <span class="hint">${r.exportKinds}</span>${c(`down`)}`,o=[`csv`,`json`].map(e=>({label:r[e],run:()=>void this.#u(e,t)}));return i(n,r.export,o,{face:a,reads:!0})}async#u(e,t){let{app:n}=this,{statistics:r}=n.text;try{let i=await p(n,{format:e,range:t,scope:this.#n?`miner:${this.#n}`:`all`}),a=`mining-${this.#n?`${this.#n}-`:``}${t}-${new Date().toISOString().slice(0,10)}.${e}`;h(this,i,a),n.toast({kind:`ok`,text:r.exported(a)})}catch(e){n.toast({kind:`error`,text:`${r.exportFailed}: ${n.explain(e)}`})}}#d(){let{store:e,http:t}=this.app;this.#t!==e.settingsChanged&&e.miners!==null&&(this.#t=e.settingsChanged,r(t.GET(`/settings`)).then(({values:e})=>{this.#e=e.hotTemperature??b,this.requestUpdate()},()=>void 0))}};customElements.define(y,x);export{y as TAG};