import{c as e,d as t,m as n,r}from"./numbers-DmDPapOC.js";import{n as i}from"./client-DmZ2ZvJT.js";import{n as a,t as o}from"./segment-MBq7ihPT.js";import{n as s}from"./icons-BM_WsqFH.js";import{i as c}from"./mining-dashboard-Btoj9RjV.js";import{c as l,s as u}from"./parts-BSd3yIb6.js";import{download as d,exportHistory as f,n as p,r as m,t as h}from"./export-ZxI5D9Xa.js";import{C as g,v as _,y as v}from"./hashrate-DaYvkvbg.js";var y=`mining-statistics-page`,b=85,x=class extends r{static{this.sheet=n`
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
  `}#e=b;#t=-1;render(){let{app:n}=this,{statistics:r,common:i,chart:a}=n.text,s=g(n.range??n.preferences.range,p,`24h`);return this.#d(),t`${u(i.pages.statistics,e,this.#l(s))}
      <div class="content">
        <div class="statistics-bar">
          ${o(a.range,p.map(e=>[e,a.ranges[e]]),s,e=>n.setRange(e),`ranges`)}
          ${this.#a()}
          <label class="choice">
            <input class="switch" type="checkbox" role="switch" .checked=${this.#r} @change=${()=>this.#i({compare:this.#r?``:`1`})} />
            ${r.compare(r.before[s])}
          </label>
        </div>
        ${this.#s(s)}
      </div>`}get#n(){return this.app.place.query.get(`miner`)??``}get#r(){return this.app.place.query.get(`compare`)===`1`}#i(e){let t=new URLSearchParams(this.app.place.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);let n=t.toString();this.app.go(`statistics${n?`?${n}`:``}`)}#a(){let{statistics:e}=this.app.text,n=(this.app.store.miners??[]).map(({name:e})=>e),r=this.#n;return r&&!n.includes(r)&&n.push(r),t`<select aria-label=${e.scope} @change=${e=>this.#i({miner:e.target.value})}>
      <option value="" ?selected=${!r}>${e.all} (${this.app.store.miners?.length??0})</option>
      ${n.map(e=>t`<option value=${e} ?selected=${e===r}>${e}</option>`)}
    </select>`}#o(e){let t={range:e,metrics:h,...this.#n?{miner:this.#n}:{}},n=v(this.app,t),r=this.#r?v(this.app,{...t,before:!0}):null;return n&&m(this.app,e,n,r,this.#e,this.app.store.usual)}#s(e){let{app:n}=this,{statistics:r,chart:i}=n.text,a={range:e,metrics:h,...this.#n?{miner:this.#n}:{}},o=this.#o(e),s=_(n,a);return s&&!o?t`<div class="panel nothing" role="alert">${n.explain(s)}</div>`:o&&!o.panels.size?t`<div class="panel nothing"><p>${r.nothing}</p><p class="hint">${r.shortly}</p></div>`:t`<section class="panel statistics" aria-label=${n.text.common.pages.statistics}>
      <mining-chart
        layout="beside"
        .app=${n}
        .data=${o?.chart??null}
        .label=${`${n.text.common.pages.statistics}, ${i.ranges[e]}${this.#n?`, ${this.#n}`:``}`}
        .heads=${e=>this.#c(o.panels.get(e.id))}
        .legend=${i.gapsMean}
      ></mining-chart>
    </section>`}#c({track:n,about:r,facts:i}){let{app:o}=this,s=n.series.length===1;return t`<h2>${n.title}</h2>
      ${r?t`<div class="about">${s&&n.kind!==`bars`?a(n.series[0]):e}${r}</div>`:e}
      ${s?e:t`<div class="statistics-legend">${n.series.map(e=>t`<span>${a(e)}${e.label}</span>`)}</div>`}
      <dl class="statistics-facts">
        ${i.map(({label:n,value:r,hint:i})=>t`<div>
            <dt>${n}</dt>
            <dd>${l(o,r)}</dd>
            ${i?t`<dd class="hint">${i}</dd>`:e}
          </div>`)}
      </dl>`}#l(e){let{app:n}=this,{statistics:r}=n.text,i=t`${s(`download`)}${r.export} <span class="hint">${r.exportKinds}</span>${s(`down`)}`,a=[`csv`,`json`].map(t=>({label:r[t],run:()=>void this.#u(t,e)}));return c(n,r.export,a,{face:i,reads:!0})}async#u(e,t){let{app:n}=this,{statistics:r}=n.text;try{let i=await f(n,{format:e,range:t,scope:this.#n?`miner:${this.#n}`:`all`}),a=`mining-${this.#n?`${this.#n}-`:``}${t}-${new Date().toISOString().slice(0,10)}.${e}`;d(this,i,a),n.toast({kind:`ok`,text:r.exported(a)})}catch(e){n.toast({kind:`error`,text:`${r.exportFailed}: ${n.explain(e)}`})}}#d(){let{store:e,http:t}=this.app;this.#t!==e.settingsChanged&&e.miners!==null&&(this.#t=e.settingsChanged,i(t.GET(`/settings`)).then(({values:e})=>{this.#e=e.hotTemperature??b,this.requestUpdate()},()=>void 0))}};customElements.define(y,x);export{y as TAG};