import{p as e,r as t,s as n,u as r}from"./numbers-8zc510A3.js";import{d as i}from"./algorithm-DfomH0lb.js";import{n as a,t as o}from"./segment-Bd9OWQjk.js";import{i as s,o as c}from"./mining-dashboard-CgIyNx3K.js";import{c as l,s as u}from"./parts-Cky-nCEa.js";import{download as d,exportHistory as f,n as p,r as m,t as h}from"./export-C0gzNvxd.js";import{C as g,v as _,y as v}from"./hashrate-CbZg-NLy.js";var y=`mining-statistics-page`,b=85,x=class extends t{static{this.sheet=e`
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
    @container dashboard (max-width: 819.9px) {
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
    @container dashboard (min-width: 820px) {
      .statistics-facts div {
        display: contents;
      }
    }
    @container dashboard (max-width: 719.9px) {
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
  `}#e=b;#t=-1;render(){let{app:e}=this,{statistics:t,common:i,chart:a}=e.text,s=g(e.range??e.preferences.range,p,`24h`);return this.#d(),r`${u(i.pages.statistics,n,this.#l(s))}
      <div class="content">
        <div class="statistics-bar">
          ${o(a.range,p.map(e=>[e,a.ranges[e]]),s,t=>e.setRange(t),`ranges`)}
          ${this.#a()}
          <label class="choice">
            <input class="switch" type="checkbox" role="switch" .checked=${this.#r} @change=${()=>this.#i({compare:this.#r?``:`1`})} />
            ${t.compare(t.before[s])}
          </label>
        </div>
        ${this.#s(s)}
      </div>`}get#n(){return this.app.place.query.get(`miner`)??``}get#r(){return this.app.place.query.get(`compare`)===`1`}#i(e){let t=new URLSearchParams(this.app.place.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);let n=t.toString();this.app.go(`statistics${n?`?${n}`:``}`)}#a(){let{statistics:e}=this.app.text,t=(this.app.store.miners??[]).map(({name:e})=>e),n=this.#n;return n&&!t.includes(n)&&t.push(n),r`<select aria-label=${e.scope} @change=${e=>this.#i({miner:e.target.value})}>
      <option value="" ?selected=${!n}>${e.all} (${this.app.store.miners?.length??0})</option>
      ${t.map(e=>r`<option value=${e} ?selected=${e===n}>${e}</option>`)}
    </select>`}#o(e){let t={range:e,metrics:h,...this.#n?{miner:this.#n}:{}},n=v(this.app,t),r=this.#r?v(this.app,{...t,before:!0}):null;return n&&m(this.app,e,n,r,this.#e,this.app.store.usual)}#s(e){let{app:t}=this,{statistics:n,chart:i}=t.text,a={range:e,metrics:h,...this.#n?{miner:this.#n}:{}},o=this.#o(e),s=_(t,a);return s&&!o?r`<div class="panel nothing" role="alert">${t.explain(s)}</div>`:o&&!o.panels.size?r`<div class="panel nothing"><p>${n.nothing}</p><p class="hint">${n.shortly}</p></div>`:r`<section class="panel statistics" aria-label=${t.text.common.pages.statistics}>
      <mining-chart
        layout="beside"
        .app=${t}
        .data=${o?.chart??null}
        .label=${`${t.text.common.pages.statistics}, ${i.ranges[e]}${this.#n?`, ${this.#n}`:``}`}
        .heads=${e=>this.#c(o.panels.get(e.id))}
        .legend=${i.gapsMean}
      ></mining-chart>
    </section>`}#c({track:e,about:t,facts:i}){let{app:o}=this,s=e.series.length===1;return r`<h2>${e.title}</h2>
      ${t?r`<div class="about">${s&&e.kind!==`bars`?a(e.series[0]):n}${t}</div>`:n}
      ${s?n:r`<div class="statistics-legend">${e.series.map(e=>r`<span>${a(e)}${e.label}</span>`)}</div>`}
      <dl class="statistics-facts">
        ${i.map(({label:e,value:t,hint:i})=>r`<div>
            <dt>${e}</dt>
            <dd>${l(o,t)}</dd>
            ${i?r`<dd class="hint">${i}</dd>`:n}
          </div>`)}
      </dl>`}#l(e){let{app:t}=this,{statistics:n}=t.text,i=r`${c(`download`)}${n.export} <span class="hint">${n.exportKinds}</span>${c(`down`)}`,a=[`csv`,`json`].map(t=>({label:n[t],run:()=>void this.#u(t,e)}));return s(t,n.export,a,{face:i,reads:!0})}async#u(e,t){let{app:n}=this,{statistics:r}=n.text;try{let i=await f(n,{format:e,range:t,scope:this.#n?`miner:${this.#n}`:`all`}),a=`mining-${this.#n?`${this.#n}-`:``}${t}-${new Date().toISOString().slice(0,10)}.${e}`;d(this,i,a),n.toast({kind:`ok`,text:r.exported(a)})}catch(e){n.toast({kind:`error`,text:`${r.exportFailed}: ${n.explain(e)}`})}}#d(){let{store:e,http:t}=this.app;this.#t!==e.settingsChanged&&e.miners!==null&&(this.#t=e.settingsChanged,i(t.GET(`/settings`)).then(({values:e})=>{this.#e=e.hotTemperature??b,this.requestUpdate()},()=>void 0))}};customElements.define(y,x);export{y as TAG};