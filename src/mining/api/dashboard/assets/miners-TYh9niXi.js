import{f as e,n as t,p as n,r,s as i,u as a}from"./numbers-8zc510A3.js";import{a as o,f as s,h as c,l,p as u,s as d,u as f}from"./algorithm-CFlJTbfP.js";import{a as p,c as m,i as h,l as g,o as _,r as v,s as y}from"./parts-Cky-nCEa.js";import{r as ee}from"./mining-dashboard-DPAxpgT3.js";import{D as b,E as x,O as te,a as ne,c as re,i as S,k as ie,l as ae,n as oe,o as se,r as ce,s as le,t as ue}from"./miners-table-vpig4y3I.js";var de=[`start`,`resume`,`pause`,`restart`,`stop`];function fe(e,t){let n=e.text.miners.bulk;return!t.miners.length&&!t.results?i:a`<section class="bulk" aria-label=${n.label}>
    ${t.results?pe(e,t,t.results):i}
    ${t.miners.length?a`<div class="row">
          <b class="grow" role="status">${t.busy?n.working:n.selected(t.miners.length)}</b>
          ${de.map(r=>{let a=t.miners.filter(e=>S(e).includes(r)).map(e=>e.name);return a.length?v(e,n[r](a.length),()=>t.act(r,a),{changes:!0,classes:r===`stop`?`danger`:``,busy:t.busy?n[r](a.length):null}):i})}
          ${v(e,u(`close`),t.clear,{classes:`ghost icon-only`,label:n.clear})}
        </div>`:i}
  </section>`}function pe(e,t,{verb:n,list:r}){let o=e.text.miners.bulk,{common:c}=e.text,l=r.filter(e=>e.error!==null);return a`<div class="outcome">
    <div class="row">
      <b class="grow" role="status">${o.result(r.length-l.length,r.length)}</b>
      ${l.length?v(e,o.retry(l.length),()=>t.act(n,l.map(e=>e.name)),{changes:!0}):i}
      ${t.miners.length?i:v(e,u(`close`),t.clear,{classes:`ghost icon-only`,label:c.verbs.close})}
    </div>
    <ul>
      ${r.map(({name:e,error:t})=>a`<li>
          ${s(t===null?`ok`:`failed`)}<span class="wrap">${t===null?c.done[n](e):`${c.failed[n](e)}: ${t}`}</span>
        </li>`)}
    </ul>
  </div>`}var me=n`
  .bulk {
    position: sticky;
    bottom: 16px;
    z-index: 5;
    display: grid;
    gap: 12px;
    padding: 10px 16px;
    border: 1px solid var(--c-line-2);
    border-radius: 10px;
    background: var(--c-raised);
    box-shadow: var(--c-shadow);
  }
  .bulk .outcome ul {
    max-height: 160px;
    overflow: auto;
    display: grid;
    gap: 4px;
    margin-top: 8px;
  }
  .bulk .outcome li {
    display: flex;
    gap: 8px;
    align-items: baseline;
    font-size: 0.8125rem;
  }
  @container dashboard (max-width: 719.9px) {
    .bulk {
      bottom: 72px;
    }
  }
`;function he(e){let t=e.text.miners,n=e.preferences.columns.miners??[],r=(t,r)=>{let i=n.filter(e=>e!==t);e.prefer({columns:{...e.preferences.columns,miners:r?i:[...i,t]}})};return a`<span class="column-chooser">
    <button aria-expanded="false" @click=${ge}>${t.columns}</button>
    <fieldset popover @toggle=${_e}>
      <legend class="hidden">${t.columns}</legend>
      ${ne.map(({id:t})=>a`<label class="choice">
          <input type="checkbox" .checked=${!n.includes(t)} @change=${e=>r(t,e.target.checked)} />
          ${e.text.overview.columns[t]}
        </label>`)}
    </fieldset>
  </span>`}function ge(e){let t=e.currentTarget,n=t.nextElementSibling;n.showPopover({source:t});let r=t.getBoundingClientRect();n.style.setProperty(`top`,`${Math.max(8,Math.min(r.bottom+4,innerHeight-n.offsetHeight-8))}px`),n.style.setProperty(`left`,`${Math.max(8,r.right-n.offsetWidth)}px`),n.querySelector(`input`)?.focus()}function _e(e){e.currentTarget.previousElementSibling?.setAttribute(`aria-expanded`,String(e.newState===`open`))}var ve=n`
  .column-chooser fieldset {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 8px 12px;
    color: var(--c-text);
    border: 1px solid var(--c-line-2);
    border-radius: 8px;
    background: var(--c-surface);
    box-shadow: var(--c-shadow);
  }
  .panel > header > .filter {
    width: min(320px, 100%);
    flex: 1 1 200px;
    max-width: 320px;
    margin-right: 0;
  }
  .column-chooser {
    margin-left: auto;
  }
  @container dashboard (max-width: 719.9px) {
    .column-chooser {
      display: none;
    }
    .panel > header > .filter {
      max-width: none;
    }
  }
`,ye=class extends r{static{this.sheet=[oe,me,ve]}#e=new Set;#t=null;#n=null;#r=!1;#i=[];#a=null;#o=null;#s=e=>this.#m(e);connectedCallback(){super.connectedCallback(),this.#o=this.getRootNode(),this.#o.addEventListener(`keydown`,this.#s)}disconnectedCallback(){super.disconnectedCallback(),this.#o?.removeEventListener(`keydown`,this.#s)}get#c(){let{query:e}=this.app.place,t=e.get(`sort`)??``;return{by:t===`miner`||re(t)?t:null,down:e.get(`order`)===`desc`}}#l(e){let t=new URLSearchParams(this.app.place.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);let n=t.toString();this.app.go(n?`miners?${n}`:`miners`,!0),this.requestUpdate()}#u(e,t,n){let r=this.#i.map(e=>e.name),[i,a]=[r.indexOf(this.#t??e),r.indexOf(e)],o=n&&i>=0?r.slice(Math.min(i,a),Math.max(i,a)+1):[e];for(let e of o)t?this.#e.add(e):this.#e.delete(e);this.#t=e,this.requestUpdate()}#d(){this.#e.clear(),this.#n=null,this.requestUpdate()}async#f(e,t){if(this.#r)return;this.#r=!0,this.requestUpdate();let n=await ie(this.app,e,t);this.#r=!1,n&&(this.#n={verb:e,list:n}),n?.every(e=>e.error===null)&&this.#e.clear(),this.requestUpdate()}get#p(){return[...this.querySelectorAll(`[data-miner] a.name`)].filter(e=>e.offsetParent!==null)}#m(e){let{app:t}=this,n=e.composedPath()[0];if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||n.closest(`dialog, [popover], [role=tablist]`))return;if(e.key===`Escape`&&(this.#e.size||this.#n))return this.#d();if(t.hotkeys===`off`||!t.preferences.hotkeys||n.matches(`input:not([type=checkbox]), textarea, select`))return;let r=n.closest(`[data-miner]`),i=e.key.length===1?e.key.toLowerCase():e.key,a={j:1,k:-1,...r?{ArrowDown:1,ArrowUp:-1}:{}}[i];if(a){let n=this.#p,i=r?n.findIndex(e=>r.contains(e)):a>0?-1:n.length,o=n[Math.max(0,Math.min(n.length-1,i+a))];if(!o)return;e.preventDefault(),e.shiftKey&&r&&!t.locked&&(this.#t!==null&&this.#e.has(r.dataset.miner)||this.#u(r.dataset.miner,!0,!1),this.#u((e=>e.closest(`[data-miner]`).dataset.miner)(o),!0,!0)),o.focus()}else if(i===`x`&&r&&!t.locked){e.preventDefault();let t=r.dataset.miner;this.#u(t,e.shiftKey||!this.#e.has(t),e.shiftKey)}}willUpdate(){let e=new Set(this.app.store.miners?.map(e=>e.name));for(let t of this.#e)e.has(t)||this.#e.delete(t);let t=this.getRootNode().activeElement;this.#a=t instanceof HTMLElement&&t.closest(`[data-miner]`)&&this.contains(t)?t:null}updated(){let e=this.getRootNode().activeElement;this.#a?.isConnected&&e!==this.#a&&this.#a.focus({preventScroll:!0})}render(){let{app:e}=this,t=e.text.miners,n=e.store.miners;if(n===null)return a`<div class="skeleton hero">&nbsp;</div>`;if(!n.length)return a`<div class="panel nothing"><h2>${t.noneYet}</h2>${e.locked?i:g(e,`setup`,t.setUp,`button primary`)}</div>`;let r=e.place.query.get(`q`)??``;this.#i=ae(e,le(e,n,r),this.#c);let o=e.locked?null:{has:e=>this.#e.has(e),choose:(e,t,n)=>this.#u(e,t,n)};return a`<div class="stack">
      ${x(e,b(e))}
      <section class="panel" aria-label=${e.text.overview.miners}>
        <header>
          <input
            type="search"
            class="filter"
            aria-label=${t.filter}
            aria-keyshortcuts="/"
            placeholder=${t.filterHint}
            .value=${r}
            @input=${e=>this.#l({q:e.target.value})}
          />
          <span class="hint" role="status">${r?t.filtered(this.#i.length,n.length):this.#c.by?i:e.text.overview.problemsFirst}</span>
          ${he(e)}
        </header>
        ${this.#i.length?ue(e,{miners:this.#i,sorting:this.#c,sort:({by:e,down:t})=>this.#l({sort:e,order:e&&t?`desc`:null}),selection:o}):a`<div class="nothing"><p>${t.noneMatches}</p>${v(e,e.text.common.table.filterClear,()=>this.#l({q:null}))}</div>`}
      </section>
      ${fe(e,{miners:n.filter(e=>this.#e.has(e.name)),results:this.#n,busy:this.#r,act:(e,t)=>void this.#f(e,t),clear:()=>this.#d()})}
    </div>`}};customElements.define(`mining-running`,ye);function C(e,t,n=e.text.common.verbs.copy){return a`<button class="ghost small" aria-label="${n}: ${t}" @click=${()=>void w(e,t)}>${u(`copy`)}${n}</button>`}async function w(e,t){let{clipboard:n}=navigator;n?await n.writeText(t):be(t),e.toast({kind:`ok`,text:e.text.common.verbs.copied})}function be(e){let t=document.createElement(`textarea`);t.value=e,document.body.append(t),t.select(),document.execCommand(`copy`),t.remove()}function T(e,t){return a`<span class="row command"><code>${t}</code>${C(e,t)}</span>`}function xe(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(e),n.download=t,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),6e4)}function Se(e,t){if(t===null)return!1;let[n,r]=[E(e),E(t)];for(let e=0;e<Math.max(n.length,r.length);e++){let t=(n[e]??0)-(r[e]??0);if(t)return t>0}return!1}function E(e){return(/\d+(?:\.\d+)*/.exec(e)?.[0]??``).split(`.`).map(Number)}var D=6;function Ce(e,t,n,r){let o=e.text.miners.program,c=`program-${t.type}`;return a`<section class="panel program" aria-labelledby=${c}>
    <header>
      <h2 id=${c} class="row">
        ${t.title} ${t.installedVersion?a`<span class="hint">${t.installedVersion}</span>`:i}
        ${t.origin?a`<span class="tag">${o.origins[t.origin]??t.origin}</span>`:i}
        ${t.simulated?a`<span class="tag">${e.text.common.simulated}</span>`:i}
      </h2>
      ${n?.state===`running`?i:we(e,t,n,r)}
    </header>
    ${n?k(e,t,n,r):i}
    ${t.broken?a`<p class="body err">${t.broken}</p>`:i}
    ${t.advisories.map(e=>a`<p class="body warn">${s(`degraded`)} ${e}</p>`)} ${O(e,t)}
    ${t.origin===null&&!t.installable?a`<div class="body"><p class="hint">${o.notHere}</p>${T(e,`miner-ctrl register ${t.type} /path/to/${t.type}`)}</div>`:i}
  </section>`}function we(e,t,n,r){let o=e.text.miners.program,{installedVersion:s,latestVersion:c,previousVersion:l}=t,u=t.origin===`own`,d=t.installable&&!t.broken&&n?.state!==`failed`;return a`<span class="row">
    ${d&&t.origin===null?v(e,o.install,()=>r.install(!1),{changes:!0,classes:`primary`}):i}
    ${d&&t.origin!==null&&!t.installed?v(e,o.again,()=>r.install(!0),{changes:!0,classes:`primary`}):i}
    ${d&&t.installed&&c&&Se(c,s)?v(e,o.updateTo(c),()=>r.install(!1),{changes:!0,classes:`primary`}):i}
    ${l?v(e,o.rollBack(l),r.rollBack,{changes:!0}):i}
    ${t.origin!==null&&!u?v(e,e.text.common.verbs.remove,r.remove,{changes:!0,classes:`danger`}):i}
  </span>`}function O(e,t){let n=e.text.miners.program,r=[...t.cpu?[`cpu`]:[],...t.gpu].map(e=>n.parts[e]??e),o=t.algorithms.slice(0,D).join(`, `),{verified:s,verification:c,latestVersion:l,latestPublishedAt:u}=t,d=t.origin===`own`,f=s??(t.origin===null?c:null),p=f?n.proofs[f.how]??f.text:d?n.own:t.origin?n.unproven:`—`;return a`<dl class="facts body">
    <dt>${n.suits}</dt>
    <dd>${r.join(`, `)} <span class="hint">${n.algorithms(o,t.algorithms.length-D>0?t.algorithms.length-D:0)}</span></dd>
    ${d?i:a`<dt>${n.version}</dt>
          <dd>
            ${t.installedVersion??i} ${l&&l!==t.installedVersion?n.newest(l):i}
            ${l||t.installedVersion?i:_(e,`—`)}
            ${u?a`<span class="hint" title=${e.numbers.dateTime(u)}>${n.published(e.numbers.ago(u))}</span>`:i}
          </dd>
          <dt>${n.size}</dt>
          <dd>${_(e,e.numbers.bytes(t.latestBytes))}</dd>`}
    <dt>${n.licence}</dt>
    <dd>${t.licence} ${t.homepage?a`<a href=${t.homepage} target="_blank" rel="noreferrer">${new URL(t.homepage).host}</a>`:i}</dd>
    <dt>${n.donation}</dt>
    <dd>${t.devFee}</dd>
    <dt>${n.proof}</dt>
    <dd>${p}</dd>
  </dl>`}function k(e,t,n,r){let o=e.text.miners.program,{numbers:c}=e;if(n.state===`running`){let{stage:e,bytes:r,total:l}=n.progress??{stage:null,bytes:null,total:null},u=e?o.stages[e]??e:o.begins,d=e===`download`&&r!==null?l?o.ofBytes(c.bytes(r),c.bytes(l)):c.bytes(r):``,f=e===`download`&&r!==null&&l;return a`<div class="body installing">
      <progress aria-label=${o.progress(t.title)} max=${f?l:i} value=${f?r:i}></progress>
      <ol class="row">
        ${o.steps.map(t=>{let n=o.steps.indexOf(e??``),r=o.steps.indexOf(t);return a`<li class=${t===e?`now`:`hint`} aria-current=${t===e?`step`:i}>${e!==null&&(n<0||r<n)?s(`ok`):i}${o.stages[t]}</li>`})}
      </ol>
      <p class="hint" role="status">${u} ${d}</p>
    </div>`}if(n.state!==`failed`||!n.error)return i;let{code:l,message:u,details:d}=n.error,f=e.say({text:u,message:d.message,params:d.params});return a`<div class="body failed" role="alert">
    ${s(`failed`)}
    <div class="grow">
      <p><b>${o.failed(t.title)}</b></p>
      <p class="wrap">${f}</p>
      ${l===`DOWNLOAD_FAILED`?Te(e,t):i}
    </div>
    ${v(e,e.text.common.verbs.tryAgain,()=>r.install(!1),{changes:!0,classes:`primary`})}
  </div>`}function Te(e,{type:t}){let n=e.text.miners.program.offline;return a`<div class="offline-ways">
    <h3>${n.title}</h3>
    <p class="hint">${n.file}</p>
    ${T(e,`miner-ctrl install ${t} --file ARCHIVE`)}
    <p class="hint">${n.register}</p>
    ${T(e,`miner-ctrl register ${t} /path/to/${t}`)}
    <p class="hint">${n.demo}</p>
    ${T(e,`miner-ctrl demo`)}
  </div>`}var Ee=n`
  .program h2 .hint, .program h2 .tag {
    font-weight: 400;
  }
  .program > .body {
    margin: 0;
  }
  .program .facts {
    display: grid;
    grid-template-columns: minmax(90px, max-content) minmax(0, 1fr);
    gap: 6px 16px;
    font-size: 0.8125rem;
  }
  .program .facts dt {
    color: var(--c-text-2);
  }
  .program progress {
    width: 100%;
    height: 6px;
    accent-color: var(--c-accent-solid);
  }
  .program .installing ol {
    font-size: 0.8125rem;
    gap: 16px;
  }
  .program .installing li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .program .installing li.now {
    font-weight: 600;
  }
  .program .failed {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    flex-wrap: wrap;
  }
  .program .failed > svg {
    margin-top: 5px;
  }
  .program .failed .grow {
    flex: 1 1 260px;
  }
  .program .offline-ways {
    margin-top: 12px;
    display: grid;
    gap: 4px;
    justify-items: start;
  }
`,De=class extends r{static{this.sheet=Ee}static{this.properties={...r.properties,tab:{attribute:!1}}}#e=null;#t=``;#n=!1;#r=``;connectedCallback(){super.connectedCallback(),this.#i()}async#i(){try{let e=await c(this.app.http.GET(`/jobs`,{params:{query:{limit:50}}}));for(let t of e.items)this.app.store.jobs.has(t.id)||this.app.store.jobs.set(t.id,t);this.requestUpdate()}catch{}}async#a(){try{this.#e=(await c(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}))).items,this.#t=``}catch(e){this.#t=this.app.explain(e)}this.requestUpdate()}willUpdate(e){let t=[...this.app.store.jobs.values()].filter(e=>e.state!==`running`),n=`${this.app.store.connection.state===`live`} ${t.map(e=>e.id).sort().join(` `)}`;n!==this.#r&&(this.#r=n,this.#a())}#o(e){return[...this.app.store.jobs.values()].filter(t=>t.type===e).sort((e,t)=>t.startedAt.localeCompare(e.startedAt)).at(0)}async#s({type:e,title:t},n=!1){let r={action:`install`,targets:[e],failed:this.app.text.miners.program.failed(t)},i={path:{type:e},query:{wait:!1,force:n}},a=await this.app.act(r,()=>c(this.app.http.POST(`/miners/{type}/install`,{params:i})));a&&this.app.store.jobs.set(a.id,a),this.requestUpdate()}async#c({type:e,title:t}){let n=this.app.text.miners.program,r={action:`rollback`,targets:[e],done:n.rolledBack(t),failed:n.notRolledBack(t)};await this.app.act(r,()=>c(this.app.http.POST(`/miners/{type}/rollback`,{params:{path:{type:e}}}))),await this.#a()}async#l({type:e,title:t}){let n=this.app.text.miners.program;if(!await this.app.ask({title:n.removeAsk(t),text:n.removeText,verb:this.app.text.common.verbs.remove,danger:!0}))return;let r={action:`uninstall`,targets:[e],done:n.removed(t),failed:n.notRemoved(t)};await this.app.act(r,()=>c(this.app.http.DELETE(`/miners/{type}/uninstall`,{params:{path:{type:e}}}))),await this.#a()}async#u(){this.#n=!0,this.requestUpdate();let e={action:`look`,targets:[],failed:this.app.text.common.failed.other},t=(await this.app.act(e,()=>c(this.app.http.POST(`/update`,{params:{query:{checkOnly:!0,all:!0}}}))))?.items.filter(e=>e.error)??[];for(let{title:e,error:n}of t)this.app.toast({kind:`error`,text:`${e}: ${n.message}`});this.#n=!1,await this.#a()}render(){let{app:e}=this,t=e.text.miners.program;if(this.#t&&!this.#e)return a`<p class="err" role="alert">${this.#t}</p>`;if(!this.#e)return a`<div class="skeleton hero">&nbsp;</div>`;let n=e=>e.installed||e.broken!==null||e.origin!==null,r=this.#e.filter(e=>n(e)===(this.tab===`installed`)),o=this.#e.map(e=>e.lookedUpAt).filter(e=>e!==null).sort().at(-1);return a`<div class="stack">
      <div class="row">
        <span class="secondary grow">${o?t.looked(e.numbers.ago(o)):t.neverLooked}</span>
        ${v(e,t.look,()=>void this.#u(),{changes:!0,busy:this.#n?t.looking:null})}
      </div>
      ${r.map(t=>Ce(e,t,this.#o(t.type),{install:e=>void this.#s(t,e),rollBack:()=>void this.#c(t),remove:()=>void this.#l(t)}))}
      ${r.length?i:a`<p class="panel nothing">${this.tab===`installed`?t.noneInstalled:t.allInstalled}</p>`}
    </div>`}};customElements.define(`mining-programs`,De);var A=[`grey`,`red`,`green`,`yellow`,`blue`,`magenta`,`cyan`,`white`],Oe=/\x1b\[([0-9;]*)m/g,ke=/\x1b\[[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?|[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;function Ae(e){let t=[],n=null,r=!1,i=0,a=e=>{let i=e.replace(ke,``).replaceAll(`	`,` `),a=t.at(-1);a&&a.colour===n&&a.bold===r?a.text+=i:i&&t.push({text:i,colour:n,bold:r})};for(let t of e.matchAll(Oe))a(e.slice(i,t.index)),i=t.index+t[0].length,[n,r]=Me(t[1]??``,n,r);return a(e.slice(i)),t}function j(e){return e.map(e=>e.text).join(``)}function je(e,t){let n=t,r=[];for(let t of e){let e=t.text.slice(Math.min(n,t.text.length));n-=t.text.length-e.length,e&&r.push({...t,text:e})}return r}function Me(e,t,n){let r=t,i=n,a=e.split(`;`).map(Number);for(;a.length;){let e=a.shift();e===0?[r,i]=[null,!1]:e===1?i=!0:e===22?i=!1:e===39?r=null:e>=30&&e<=37?r=A[e-30]:e>=90&&e<=97?r=A[e-90]:e===38?r=M(a):e===48&&M(a)}return[r,i]}function M(e){let t=e.shift();if(t===2)return N(e.shift()??0,e.shift()??0,e.shift()??0);if(t!==5)return null;let n=e.shift()??7;if(n<16)return A[n%8];if(n>=232)return n<244?`grey`:`white`;let r=n-16,i=e=>e?55+40*e:0;return N(i(Math.floor(r/36)),i(Math.floor(r/6)%6),i(r%6))}function N(e,t,n){let r=Math.max(e,t,n),i=Math.min(e,t,n);if(r-i<40)return r<140?`grey`:`white`;let a=e=>e>(r+i)/2;return A[+!!a(e)+(a(t)?2:0)+(a(n)?4:0)]}var Ne=/^\s*\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\] ?/,Pe=/^ ?([A-Za-z][\w-]{0,11}) {2,}(?=\S)/,Fe=/\b(?:accepted|rejected|shares?)\b/i,Ie=/\b(?:pools?|stratum|connect(?:ed|ing|ion)?|disconnected|new job|dns|socket|tls|login)\b/i,P=/\b(?:rejected|refused|refuses|errors?|fail(?:ed|ure)?|lost|cannot|unable|invalid|crash(?:ed)?|timed out|disabled|no active pools)\b/i,Le=/\b(?:accepted|ready|connected)\b/i,Re={net:`cyan`,pool:`cyan`,miner:`magenta`,cpu:`blue`,opencl:`blue`,nvidia:`blue`,cuda:`blue`};function ze({time:e,text:t}){let n=Ae(t),r=j(n),i=Ne.exec(r)?.[0].length??0,a=Pe.exec(r.slice(i));n=je(n,i+(a?.[0].length??0));let o=a?.[1]??``,s=j(n),c=n.some(e=>e.colour!==null),l=He(o,s,n);return{at:e,source:o,parts:c?n:Ue(s,l),text:s,kinds:l,mine:!1}}function Be(e,t,n){return{at:e,source:t,parts:[{text:n,colour:null,bold:!0}],text:n,kinds:new Set,mine:!0}}function Ve(e){return Re[e.toLowerCase()]??`grey`}function F(e,t){return t===`all`||e.mine||e.kinds.has(t)}function He(e,t,n){let r=new Set;return Fe.test(t)&&r.add(`shares`),([`net`,`pool`].includes(e.toLowerCase())||Ie.test(t))&&r.add(`network`),(P.test(t)||n.some(e=>e.colour===`red`&&/[a-z]{3}/i.test(e.text)))&&r.add(`problems`),r}function Ue(e,t){let n=(t.has(`problems`)?P:Le).exec(e),r={colour:null,bold:!1};if(!n)return e?[{text:e,...r}]:[];let i=t.has(`problems`)?`red`:`green`,[a,o]=[e.slice(0,n.index),e.slice(n.index+n[0].length)];return[{text:a,...r},{text:n[0],colour:i,bold:!1},{text:o,...r}].filter(e=>e.text)}function We(e,t){let n=j(e).toLowerCase(),r=t.toLowerCase(),i=[];for(let e=n.indexOf(r);r&&e>=0;e=n.indexOf(r,e+r.length))i.push([e,e+r.length]);if(!i.length)return e.map(e=>({...e,hit:!1}));let a=[],o=0;for(let t of e){let e=o+t.text.length,n=[o,...i.flat().filter(t=>t>o&&t<e),e];for(let e=0;e+1<n.length;e++){let[r,s]=[n[e],n[e+1]],c=i.some(([e,t])=>r>=e&&s<=t);s>r&&a.push({...t,text:t.text.slice(r-o,s-o),hit:c})}o=e}return a}function Ge(e){if(/^[\x20-\x7e]*$/.test(e))return e.length;let t=0;for(let n of e)t+=/\p{M}/u.test(n)?0:/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(n)?2:1;return t}function Ke(e,t){return t>0?Math.max(1,Math.ceil(Ge(e)/t)):1}function I(e){let t=Array(e.length+1),n=t[0]=0;for(let r=0;r<e.length;r++)t[r+1]=n+=e[r];return t}function L(e,t){let n=0,r=e.length-2;for(;n<r;){let i=n+r+1>>1;e[i]<=t?n=i:r=i-1}return n}function qe(e,t,n,r){let i=e.length-1;return i<1?{from:0,to:0}:{from:Math.max(0,L(e,t)-r),to:Math.min(i,L(e,Math.max(t,n))+1+r)}}var Je=1e4,R=10,Ye=class{constructor(){this.lines=[],this.shown=[],this.begins=[0],this.#e=`all`,this.#t={columns:0,hanging:!0},this.#n=[]}#e;#t;#n;get filter(){return this.#e}get height(){return this.begins.at(-1)}add(e){return this.#r(e.map(ze))}type(e,t,n){this.#r([Be(e,t,n)])}clear(){this.lines=[],this.#i()}choose(e){this.#e=e,this.#i()}reshape(e){return e.columns===this.#t.columns&&e.hanging===this.#t.hanging?!1:(this.#t=e,this.#i(),!0)}at(e){return this.shown[L(this.begins,e)]}placeOf(e){let t=this.lines.indexOf(e),n=new Set(this.lines.slice(Math.max(0,t))),r=this.shown.findIndex(e=>n.has(e));return this.begins[r<0?this.shown.length:r]}rowsWith(e){let t=e.toLowerCase();return t?this.shown.flatMap((e,n)=>e.text.toLowerCase().includes(t)?[n]:[]):[]}#r(e){this.lines.push(...e);let t=e.filter(e=>F(e,this.#e));this.shown.push(...t),this.#n.push(...t.map(e=>this.#a(e)));let n=new Set(this.lines.splice(0,Math.max(0,this.lines.length-Je))),r=n.size?this.shown.findIndex(e=>!n.has(e)):0,i=r<0?this.shown.length:r;this.shown.splice(0,i);let a=this.#n.splice(0,i).reduce((e,t)=>e+t,0);return this.begins=I(this.#n),{left:a,fresh:t}}#i(){this.shown=this.lines.filter(e=>F(e,this.#e)),this.#n=this.shown.map(e=>this.#a(e)),this.begins=I(this.#n)}#a(e){let{columns:t,hanging:n}=this.#t;if(!t)return 1;let r=n?Math.max(0,R+e.source.length+1-20):R+e.source.length;return Ke(` `.repeat(r)+e.text,n?Math.max(8,t-20):t)}},Xe=class{#e=null;#t=[];#n=0;#r=``;#i=``;constructor(e,t){this.host=e,this.typed=t}async learn(e,t){this.#e=null;try{let n=e.store.miner(t)?.type??(await c(e.http.GET(`/miners/{miner}`,{params:{path:{miner:t}}}))).type,r=await c(e.http.GET(`/miners/available`,{params:{query:{type:n}}}));this.#e=r.items.find(e=>e.type===n)?.keys??{}}catch{this.#e={}}this.host.requestUpdate()}render(e,t){let n=e.text.console,r=Object.entries(this.#e??{}),s=e.store.miner(t);return e.locked||this.#e===null||!s?i:r.length?o(s)?a`<form class="input" @submit=${n=>this.#a(n,e,t)}>
      ${u(`right`)}
      <input
        name="keys"
        class="mono"
        maxlength="64"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${n.input}
        placeholder=${n.input}
        aria-invalid=${this.#i?`true`:i}
        aria-describedby=${this.#i?`console-issue`:i}
        @keydown=${e=>this.#s(e)}
      />
      <span class="known" role="group" aria-label=${n.known}>
        ${r.map(([r,i])=>v(e,a`${n.keys[i]??i} <kbd>${r}</kbd>`,()=>void this.#o(e,t,r),{classes:`ghost small`,changes:!0}))}
      </span>
      <button ?disabled=${e.stale}>${n.send}</button>
      ${this.#i?a`<p id="console-issue" class="err" role="alert">${this.#i}</p>`:i}
    </form>`:a`<footer class="input hint">${n.notLive}</footer>`:a`<footer class="input hint">${n.noKeys}</footer>`}async#a(e,t,n){e.preventDefault();let r=e.target.elements.namedItem(`keys`),i=r.value;i&&await this.#o(t,n,i)&&r.value===i&&(r.value=``)}async#o(e,t,n){this.#i=``;let r=!1;try{let i={action:`type`,targets:[t],params:{input:n},quiet:!0};r=await e.act(i,()=>c(e.http.POST(`/miners/{miner}/stdin`,{params:{path:{miner:t}},body:{input:n}})))!==void 0,r&&(this.#t=[...this.#t.filter(e=>e!==n),n].slice(-50),this.#n=this.#t.length,this.typed(n))}catch(t){this.#i=e.explain(t)}return this.host.requestUpdate(),r}#s(e){let t={ArrowUp:-1,ArrowDown:1}[e.key];if(!t)return;e.preventDefault();let n=e.target;this.#n===this.#t.length&&(this.#r=n.value),this.#n=Math.max(0,Math.min(this.#t.length,this.#n+t)),n.value=this.#t[this.#n]??this.#r}},Ze=n`
  mining-console {
    display: block;
    --ink-magenta: #c79be4;
    --ink-cyan: #5fddd0;
  }
  :host([data-theme='light']) mining-console {
    --ink-magenta: #8a4aab;
    --ink-cyan: #0a7866;
  }
  .console .find {
    width: 160px;
    min-height: 32px;
    padding: 4px 10px;
    font-size: 0.8125rem;
  }
  .console .tools {
    display: inline-flex;
    gap: 2px;
  }
  .console .tools button[aria-pressed='true'] {
    color: var(--c-accent);
    background: var(--c-raised);
  }
  .console .choice {
    font-size: 0.8125rem;
  }
  .console .view {
    position: relative;
    border-top: 1px solid var(--c-line);
  }
  .console .log {
    height: 376px;
    overflow: auto;
    padding: 8px 16px;
    background: var(--c-sunken);
    contain: strict;
    font: 400 0.78125rem/1.25rem ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-variant-ligatures: none;
    overflow-anchor: none;
  }
  .console .log:focus-visible {
    outline-offset: -2px;
  }
  .console .probe {
    position: absolute;
    visibility: hidden;
    white-space: pre;
  }
  .console .drawn {
    will-change: transform;
  }
  .console .line {
    white-space: pre;
    min-height: 1.25rem;
    color: var(--c-text-2);
  }
  .console .wraps .line {
    white-space: break-spaces;
    word-break: break-all;
  }
  .console .hanging.wraps .line {
    padding-left: 20ch;
    text-indent: -20ch;
  }
  .console .line.hit {
    background: var(--c-accent-tint);
  }
  .console .line mark {
    background: var(--c-warn-mark);
    color: #14181d;
  }
  .console .bold {
    font-weight: 600;
  }
  .ink-time, .ink-grey {
    color: var(--c-text-3);
  }
  .ink-white {
    color: var(--c-text);
  }
  .ink-red {
    color: var(--c-err);
  }
  .ink-green {
    color: var(--c-ok);
  }
  .ink-yellow {
    color: var(--c-warn);
  }
  .ink-blue {
    color: var(--c-accent);
  }
  .ink-magenta {
    color: var(--ink-magenta);
  }
  .ink-cyan {
    color: var(--ink-cyan);
  }
  .console .empty {
    padding: 8px 0;
  }
  .console .newer {
    position: absolute;
    inset: auto auto 12px 50%;
    transform: translateX(-50%);
    box-shadow: var(--c-shadow);
  }
  .console .input {
    display: flex;
    align-items: center;
    gap: 8px 12px;
    flex-wrap: wrap;
    border-top: 1px solid var(--c-line);
    padding: 12px 16px;
  }
  .console .input input {
    flex: 1 1 200px;
    width: auto;
  }
  .console .input svg.icon {
    color: var(--c-accent);
  }
  .console .known {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .console kbd {
    font: inherit;
    font-size: 0.75rem;
    border: 1px solid var(--c-line-2);
    border-radius: 4px;
    padding: 0 5px;
    color: var(--c-text-2);
  }
  @container dashboard (max-width: 719.9px) {
    .console .find {
      width: 100%;
      order: 3;
      font-size: 1rem;
    }
    .console .log {
      padding: 8px 12px;
    }
    .console .input input {
      flex-basis: 150px;
    }
    .console .input > svg.icon {
      display: none;
    }
    .console .known {
      order: 3;
      flex-basis: 100%;
    }
  }
`,z=1e3,B=5e3,Qe=1e3,V=5e3,$e=12,et=1e4,H=720,tt=[`all`,`shares`,`network`,`problems`],nt=class extends r{static{this.sheet=Ze}static{this.properties={...r.properties,miner:{attribute:!1}}}#e=new Ye;#t=null;#n=!0;#r=null;#i=``;#a=null;#o=0;#s=0;#c=0;#l={width:0,height:0,sign:8,line:20};#u={lines:0,problems:0};#d=``;#f=0;#p=!1;#m;#h=!1;#g=``;#_=new Xe(this,e=>this.#E(e));#v;#y;#b=()=>this.#S(0);connectedCallback(){super.connectedCallback(),document.addEventListener(`visibilitychange`,this.#b),this.#v=new IntersectionObserver(e=>{this.#p=e.at(-1).isIntersecting,this.#S(0)}),this.#y=new ResizeObserver(()=>this.#k()),this.updateComplete.then(()=>{this.isConnected&&(this.#v?.observe(this),this.#y?.observe(this.#x))})}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener(`visibilitychange`,this.#b),this.#v?.disconnect(),this.#y?.disconnect(),clearTimeout(this.#m)}get#x(){return this.querySelector(`.log`)}#S(e){clearTimeout(this.#m),this.isConnected&&this.#p&&document.visibilityState===`visible`&&(this.#m=setTimeout(()=>void this.#C(),e))}async#C(){if(this.#h||this.app.stale)return this.#S(z);this.#h=!0;let{miner:e}=this,t=this.#t===null?{lines:Qe}:{lines:V,cursor:this.#t},n=B;try{let r=await c(this.app.http.GET(`/miners/{miner}/logs`,{params:{path:{miner:e},query:t}}));e===this.miner&&this.#w(r,this.#t===null);let i=this.app.store.miner(e);n=r.items.length===V?0:i&&o(i)?z:B,this.#g=``}catch(e){this.#g=this.app.explain(e)}this.#h=!1,this.requestUpdate(),this.#S(n)}#w(e,t){if(this.#t=e.cursor,!e.items.length)return;let{left:n,fresh:r}=this.#e.add(e.items);this.#n||(this.#o+=r.length,this.#s=this.#c=Math.max(0,this.#s-n*this.#l.line)),t||this.#T(r)}#T(e){this.#u.lines+=e.length,this.#u.problems+=e.filter(e=>e.kinds.has(`problems`)).length,!this.#u.lines||Date.now()-this.#f<et||(this.#d=this.app.text.console.summary(this.#u.lines,this.#u.problems),this.#f=Date.now(),this.#u={lines:0,problems:0})}#E(e){this.#e.type(new Date().toISOString(),this.app.text.console.you,e),this.#M(),this.#S(200)}get#D(){return this.#r??this.#l.width<H}get#O(){let e=Math.floor(this.#l.width/this.#l.sign);return{columns:this.#D?Math.max(10,e):0,hanging:this.#l.width>=H}}#k(){let e=this.querySelector(`.probe`)?.getBoundingClientRect(),t=this.#x,n=getComputedStyle(t),r=t.clientWidth-parseFloat(n.paddingLeft)-parseFloat(n.paddingRight);!e||r<=0||(this.#l={width:r,height:t.clientHeight,sign:e.width/20,line:e.height},this.#A(()=>void 0))}#A(e){let t=this.#n?void 0:this.#e.at(this.#s/this.#l.line);e(),this.#e.reshape(this.#O),t&&(this.#s=this.#c=this.#e.placeOf(t)*this.#l.line),this.requestUpdate()}get#j(){return Math.max(0,this.#e.height*this.#l.line-this.#l.height+16)}#M(){this.#n=!0,this.#o=0,this.requestUpdate()}#N(){let e=this.#x,t=e.scrollTop<this.#s-1,n=e.scrollHeight-e.scrollTop-e.clientHeight<4;this.#s=e.scrollTop,Math.abs(e.scrollTop-this.#c)>1&&(n?this.#M():t&&(this.#n=!1)),this.requestUpdate()}willUpdate(e){e.has(`miner`)&&(this.#e.clear(),this.#t=null,this.#M(),this.#_.learn(this.app,this.miner),this.#S(0)),this.#n&&(this.#s=this.#j)}updated(){let e=this.#x;this.querySelector(`.log .whole`).style.setProperty(`height`,`${this.#e.height*this.#l.line}px`);let t=this.#P().from;this.querySelector(`.log .drawn`).style.setProperty(`transform`,`translateY(${this.#e.begins[t]*this.#l.line}px)`),(this.#n||this.#c===this.#s)&&(Math.abs(e.scrollTop-this.#s)>1&&(e.scrollTop=this.#s),this.#c=e.scrollTop)}#P(){let{line:e,height:t}=this.#l;return qe(this.#e.begins,this.#s/e,(this.#s+t)/e,$e)}#F(e){this.#i=e.target.value,this.#a=null,this.requestUpdate()}#I(e){if(e.key!==`Enter`)return;e.preventDefault();let t=this.#e.rowsWith(this.#i);if(!t.length)return;let n=this.#a?this.#e.shown.indexOf(this.#a):e.shiftKey?-1:1/0,r=e.shiftKey?t.find(e=>e>n)??t[0]:t.findLast(e=>e<n)??t.at(-1);this.#a=this.#e.shown[r],this.#n=!1;let i=this.#e.begins[r]*this.#l.line-this.#l.height/2;this.#s=this.#c=Math.min(this.#j,Math.max(0,i)),this.requestUpdate()}#L(){let{numbers:e}=this.app;return this.#e.shown.map(t=>`${t.at?e.dateTime(t.at):``}\t${t.source}\t${t.text}\n`).join(``)}#R(e){if(e.key!==`End`)return;let t=e.target instanceof HTMLInputElement?e.target:null;t?.type===`search`||t&&t.selectionStart!==t.value.length||(e.preventDefault(),this.#M())}render(){let{console:e,common:t}=this.app.text,n=this.#i?this.#e.rowsWith(this.#i).length:0,{from:r,to:o}=this.#P();return a`<section class="panel console" part="console" aria-labelledby="console-title" @keydown=${e=>this.#R(e)}>
      <header>
        <h2 id="console-title">${e.title}</h2>
        <div class="segment" role="group" aria-label=${e.show}>
          ${tt.map(t=>a`<button aria-pressed=${t===this.#e.filter} @click=${()=>this.#A(()=>this.#e.choose(t))}>${e.filters[t]}</button>`)}
        </div>
        <input type="search" class="find" aria-label=${e.find} placeholder=${e.find} title=${e.findKeys} .value=${this.#i} @input=${e=>this.#F(e)} @keydown=${e=>this.#I(e)} />
        ${this.#i?a`<span class="hint" role="status">${e.matches(n)}</span>`:i}
        <label class="choice"><input type="checkbox" class="switch" role="switch" .checked=${this.#n} @change=${e=>this.#B(e)} />${e.follow}</label>
        <span class="tools">
          <button class="ghost icon-only" aria-pressed=${this.#D} aria-label=${e.wrap} title=${e.wrap} @click=${()=>this.#A(()=>this.#r=!this.#D)}>${u(`wrap`)}</button>
          <button class="ghost icon-only" aria-label=${t.verbs.copy} title=${t.verbs.copy} @click=${()=>void w(this.app,this.#L())}>${u(`copy`)}</button>
          <button class="ghost icon-only" aria-label=${t.verbs.download} title=${t.verbs.download} @click=${()=>xe(new Blob([this.#L()],{type:`text/plain`}),`${this.miner}.log`)}>${u(`download`)}</button>
        </span>
      </header>
      <div class="view">
        <div class="log ${this.#D?`wraps`:``} ${this.#O.hanging?`hanging`:``}" role="log" aria-live="off" aria-label=${e.title} tabindex="0" @scroll=${()=>this.#N()}>
          <span class="probe" aria-hidden="true">00000000000000000000</span>
          <div class="whole"><div class="drawn">${this.#e.shown.slice(r,o).map(e=>this.#z(e))}</div></div>
          ${this.#e.shown.length?i:a`<p class="hint empty">${this.#g||(this.#e.lines.length?e.noneOfThese:e.nothingYet)}</p>`}
        </div>
        ${this.#n||!this.#o?i:a`<button class="newer primary" @click=${()=>this.#M()}>${u(`down`)}${e.newer(this.#o)}</button>`}
      </div>
      <p class="hidden" role="status">${this.#d}</p>
      ${this.#_.render(this.app,this.miner)}
    </section>`}#z(e){let{numbers:t}=this.app,n=e.at?t.second(e.at):` `.repeat(8),{hanging:r}=this.#O,i=r?e.source.padEnd(9):e.source;return a`<div class="line ${e===this.#a?`hit`:``}"><span class="ink-time">${r?`${n}  `:`${n} `}</span><span class="ink-${e.mine?`white`:Ve(e.source)}">${i} </span>${We(e.parts,this.#i).map(({text:e,colour:t,bold:n,hit:r})=>r?a`<mark>${e}</mark>`:t||n?a`<span class="${t?`ink-${t}`:``} ${n?`bold`:``}">${e}</span>`:e)}</div>`}#B(e){e.target.checked?this.#M():(this.#n=!1,this.requestUpdate())}};customElements.define(`mining-console`,nt);function rt(e,n){let{numbers:r}=e,c=e.text.miners.one.pool,{connection:l,difficulty:u}=n.stats,d=o(n),f=d&&l.connected===!0,m=f?new Date(Date.now()-l.uptime*1e3).toISOString():null,h=[n.config.pool,...(n.config.pools??[]).map(e=>e.pool)].filter(e=>U(e)!==l.pool),g=l.tls===null||!d?p(e):l.tls?c.tls.yes:c.tls.no,v=n.payoutLock;return a`<section class="panel" aria-labelledby="pool-title" id="pool">
    <header>
      <h2 id="pool-title">${c.title}</h2>
      ${d?a`<span class="tag ${f?`ok`:`err`}">${s(f?`ok`:`failed`)}${f?c.connected:c.disconnected}</span>`:i}
    </header>
    <dl class="pairs body">
      <dt>${c.pool}</dt>
      <dd class="wrap">${(d?l.pool:null)??U(n.config.pool)}</dd>
      <dt>${c.since}</dt>
      <dd>${m?a`<time datetime=${m} title=${r.dateTime(m)}>${r.duration(l.uptime)}</time>`:p(e)}</dd>
      <dt>${c.ping}</dt>
      <dd>${_(e,f?r.ping(l.ping):`—`)}</dd>
      <dt>${c.encryption}</dt>
      <dd>${g}</dd>
      <dt>${c.difficulty}</dt>
      <dd>${_(e,d?r.difficulty(u):`—`)}</dd>
      <dt>${c.failures}</dt>
      <dd>${_(e,d?r.count(l.failures):`—`)}</dd>
      ${d&&l.lastError?a`<dt>${c.lastError}</dt><dd class="wrap">${l.lastError}</dd>`:i}
      <dt>${c.failover}</dt>
      <dd class="wrap">${h.length?h.map(e=>a`<div>${U(e)}</div>`):a`<span class="secondary">${c.noFailover}</span>`}</dd>
      <dt>${c.payee}</dt>
      <dd>
        <div class="row payee"><span class="mono">${t(n.config.wallet)}</span>${C(e,n.config.wallet)}</div>
        ${n.poolPage?a`<div><a href=${n.poolPage} target="_blank" rel="noreferrer">${c.page}</a></div>`:i}
      </dd>
      ${v?a`<dt>${c.lock}</dt><dd class="sentence">${s(it(v.state))} ${e.say(v)}</dd>`:i}
    </dl>
  </section>`}function it(e){return e===`holds`?`ok`:e===`differs`?`failed`:`hint`}function U(e){return e.replace(/^[a-z0-9+.-]+:\/\//i,``).replace(/\/.*$/,``)}var at=n`
  .page-header .crumb {
    color: var(--c-text-2);
    font-weight: 400;
    text-decoration: none;
    padding: 4px 0;
  }
  .miner-page .identity {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    align-items: center;
    font-size: 0.8125rem;
    color: var(--c-text-2);
  }
  .miner-page .identity b {
    font-size: 0.875rem;
    color: var(--c-text);
  }
  .miner-page .keys .meaning {
    font-size: 0.78125rem;
    line-height: 1.44;
    color: var(--c-text-3);
  }
  .miner-page .keys .meaning.warn {
    color: var(--c-warn);
  }
  .miner-page .chips {
    display: none;
  }
  .miner-page .reason-panel {
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 12px 16px;
  }
  .miner-page .pairs {
    display: grid;
    grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
    gap: 8px 16px;
    font-size: 0.8125rem;
  }
  .miner-page .pairs dt {
    color: var(--c-text-2);
  }
  .miner-page .pairs dd {
    text-align: right;
  }
  .miner-page .pairs .sentence, .miner-page .pairs.wide dd {
    text-align: left;
  }
  .miner-page .payee {
    justify-content: flex-end;
    margin-right: -8px;
  }
  .miner-page .share-bar {
    display: block;
    width: 100%;
    height: 8px;
    border-radius: 4px;
    overflow: hidden;
  }
  .share-bar .none {
    fill: var(--c-raised);
  }
  .share-bar .accepted {
    fill: var(--c-quiet);
  }
  .share-bar .rejected {
    fill: var(--c-warn-mark);
  }
  .share-bar .invalid {
    fill: var(--c-err);
  }
  .miner-page .share-counts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
    margin: 12px 0;
  }
  .miner-page .share-counts b {
    display: block;
    font-size: 1rem;
  }
  .miner-page .square {
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 2px;
    margin-right: 6px;
  }
  .miner-page .square.accepted {
    background: var(--c-quiet);
  }
  .miner-page .square.rejected {
    background: var(--c-warn-mark);
  }
  .miner-page .square.invalid {
    background: var(--c-err);
  }
  .miner-page .narrow-gpus {
    display: none;
  }
  .miner-page .activity .lines {
    max-height: 320px;
    overflow: auto;
  }
  .miner-page .activity .lines:focus-visible {
    outline-offset: -2px;
  }
  .miner-page .activity li {
    padding: 8px 16px;
    font-size: 0.8125rem;
  }
  .miner-page .activity time {
    flex: none;
    width: 6.5em;
    color: var(--c-text-3);
  }
  .miner-page .more > summary {
    padding: 14px 16px;
    font-weight: 600;
    cursor: pointer;
    border-radius: 10px;
  }
  .miner-page .more h2 {
    margin-bottom: 8px;
  }
  .miner-page .command code {
    white-space: pre-wrap;
  }
  @container dashboard (max-width: 719.9px) {
    .miner-page .chips {
      display: flex;
      gap: 8px;
      overflow-x: auto;
    }
    .miner-page .chips button {
      border-radius: 20px;
      flex: none;
    }
    .miner-page .wide-gpus {
      display: none;
    }
    .miner-page .narrow-gpus {
      display: block;
    }
    .miner-page .keys > div:last-child {
      grid-column: 1 / -1;
    }
  }
`;function ot(e,t){let{numbers:n}=e,r=e.text.miners.one.keys,i=o(t),{stats:s}=t,{accepted:c,rejected:l}=s.shares,u=d(t),f=s.gpu.map(e=>e.fanSpeed).filter(e=>e!==null),h=f.length?[Math.min(...f),Math.max(...f)]:null,g=h&&(h[0]===h[1]?n.percent(h[0]):`${n.count(h[0])}–${n.percent(h[1])}`),v=i&&c!==null?n.acceptedShare(c,l??0):`—`,y=e.stale||i&&s.quality===`stale`;return a`<section class="panel keys ${y?`stale`:``}" aria-label=${e.text.miners.one.hashrate} id="figures">
    <div>
      <div class="label">${r.now}</div>
      <div class="value">${m(e,n.hashrate(i?s.hashrate:null))}</div>
      ${st(e,t)}
    </div>
    <div>
      <div class="label">${r.average}</div>
      <div class="value">${m(e,n.hashrate(i?s.hashrateAvg:null))}</div>
      <div class="meaning">${r.averageMeaning}</div>
    </div>
    <div>
      <div class="label">${r.shares}</div>
      <div class="value">${_(e,v)}</div>
      <div class="meaning">${s.lastShareAt?r.lastAccepted(n.ago(s.lastShareAt)):r.noShares}</div>
    </div>
    <div>
      <div class="label">${r.power}</div>
      <div class="value">${m(e,n.power(u))}</div>
      <div class="meaning">${u===null?e.text.common.noData:[ct(W(e,s.hashrate,u)),g&&r.fans(g)].filter(Boolean).join(` · `)}</div>
    </div>
    <div>
      <div class="label">${r.uptime}</div>
      <div class="value">${i?n.duration(t.uptime):p(e)}</div>
      <div class="meaning">${r.restarts(n.count(t.restarts))}</div>
    </div>
  </section>`}function st(e,t){let n=e.text.overview.key,r=o(t)?se(e,t):null;if(r===null)return a`<div class="meaning">${o(t)&&t.hashrate===null?n.notFull:n.noUsual}</div>`;let i=e.store.usual.get(t.name),c=e.numbers.percent(Math.abs(Math.round(r-100)));if(r<90)return a`<div class="meaning warn">${s(`degraded`)} ${n.below(c)}</div>`;let l=i.low!==null&&i.high!==null&&t.hashrate>=i.low*.98&&t.hashrate<=i.high*1.02;return a`<div class="meaning">${l?n.usual:r<100?n.below(c):n.above(c)}</div>`}function W(e,t,n){if(t===null||!n)return{value:`—`,unit:``};let{value:r,unit:i}=e.numbers.hashrate(t/n);return{value:r,unit:i.replace(`/s`,`/W`)}}function ct({value:e,unit:t}){return e===`—`?null:`${e}\u202f${t}`}function lt(t,n,r){let{numbers:s}=t,c=t.text.miners.one.shares,l=o(n),{shares:u,sharesRecent:d,expectedShareSeconds:f}=n.stats,m=[u.accepted,u.rejected,u.invalid].map(e=>l?e:null),h=m.reduce((e,t)=>e+(t??0),0),g=[`accepted`,`rejected`,`invalid`],v=0;return a`<section class="panel" aria-labelledby="shares-title" id="shares">
    <header><h2 id="shares-title">${c.title}</h2><span class="hint">${c.sinceStart}</span></header>
    <div class="body">
      <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${c.bar(...m.map(e=>s.count(e)))}>
        <rect width="100" height="8" class="none"></rect>
        ${h?m.map((t,n)=>{let r=(t??0)/h*100,a=v;return v+=r,r?e`<rect x=${a} width=${Math.max(r,.8)} height="8" class=${g[n]}></rect>`:i}):i}
      </svg>
      <div class="share-counts">
        ${g.map((e,n)=>a`<div><span class="label"><span class="square ${e}"></span>${c[e]}</span><b>${_(t,s.count(m[n]))}</b></div>`)}
      </div>
      <dl class="pairs">
        <dt>${c.recent}</dt>
        <dd>${d.accepted===null?p(t):c.recentValue(s.count(d.accepted),s.count(d.rejected))}</dd>
        <dt>${c.rate}</dt>
        <dd>${r?c.anHour(s.count(Math.round(r.perHour))):a`<span class="secondary">${c.tooFew}</span>`}</dd>
        ${l&&f?a`<dt>${c.expected}</dt><dd>${s.duration(f)}</dd>`:i}
      </dl>
    </div>
  </section>`}function ut(e,t){let n=e.text.miners.one.gpus,r=o(t)?t.stats.gpu:[];if(!r.length)return i;let s=r.filter(e=>e.hashrate).length;return a`<section class="panel" aria-labelledby="gpus-title" id="gpus">
    <header><h2 id="gpus-title">${n.title} <span class="hint">${n.hashing(s,r.length)}</span></h2></header>
    <div class="scroll wide-gpus" tabindex="0" role="region" aria-labelledby="gpus-title">
      <table>
        <thead>
          <tr>
            <th scope="col">${n.gpu}</th>
            ${[n.hashrate,n.temperature,n.fan,n.power,n.efficiency].map(e=>a`<th scope="col" class="number">${e}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${r.map(t=>{let{hashrate:n,temperature:r,fan:i,watts:o,perWatt:s}=K(e,t);return a`<tr>
              <td>${G(e,t)}</td>
              <td class="number strong">${n}</td>
              <td class="number">${r}</td>
              <td class="number">${i}</td>
              <td class="number">${o}</td>
              <td class="number">${s}</td>
            </tr>`})}
        </tbody>
      </table>
    </div>
    <ul class="lines narrow-gpus">
      ${r.map(t=>{let{hashrate:r,temperature:i,fan:o,watts:s}=K(e,t);return a`<li>
          <div class="grow">
            <div class="row">${G(e,t)}<span class="grow"></span><b>${r}</b></div>
            <div class="hint">${i} · ${n.fan} ${o} · ${s}</div>
          </div>
        </li>`})}
    </ul>
  </section>`}function G(e,t){let n=t.hashrate?`mining`:`stopped`;return a`<span class="row">${s(n,e.text.common.status[n])}<span class="hint">${t.id}</span><b>${t.name??`GPU ${t.id}`}</b></span>`}function K(e,t){let{numbers:n}=e;return{hashrate:m(e,n.hashrate(t.hashrate)),temperature:m(e,n.temperature(t.temperature)),fan:_(e,n.percent(t.fanSpeed)),watts:m(e,n.power(t.powerUsage)),perWatt:m(e,W(e,t.hashrate,t.powerUsage))}}var dt=[`pool`,`wallet`,`algo`,`coin`,`threads`,`worker`];function ft({name:e,type:t,config:n}){let r=[`miner-ctrl`,`start`,t,`--name`,q(e)],i={};for(let[e,t]of Object.entries(n))if(t!=null){if(dt.includes(e))r.push(`--${e}`,q(String(t)));else if(e===`tls`)r.push(t?`--tls`:`--no-tls`);else if(e===`options`)for(let[e,n]of Object.entries(t))r.push(`--option`,q(`${e}=${JSON.stringify(n)}`));else i[e]=t}return Object.keys(i).length?`${[...r,`--config`,`-`].join(` `)} <<'END'\n${JSON.stringify(i)}\nEND`:r.join(` `)}function q(e){return/^[\w@%+=:,./-]+$/.test(e)&&!e.startsWith(`-`)?e:`'${e.replaceAll(`'`,`'\\''`)}'`}function pt(e,t){let n=e.text.miners.one.more,r=`miners/${encodeURIComponent(t.name)}?edit`;return a`<details class="panel more">
    <summary>${n.title}</summary>
    <div class="body stack">
      <section aria-labelledby="configuration-title">
        <h2 id="configuration-title">${n.configuration}</h2>
        <dl class="pairs wide">${Object.entries(t.config).map(([e,t])=>mt(e,t))}</dl>
        <p class="row">
          ${e.locked?i:g(e,r,n.edit,`button`)}
          ${t.profileId?g(e,`profiles/${t.profileId}`,n.openProfile,`button`):i}
        </p>
      </section>
      <section aria-labelledby="command-title">
        <h2 id="command-title">${n.command}</h2>
        ${T(e,ft(t))}
        <p class="hint">${n.withoutPassword}</p>
      </section>
      <section aria-labelledby="follow-title">
        <h2 id="follow-title">${n.follow}</h2>
        ${T(e,`miner-ctrl logs ${q(t.name)} --follow`)}
      </section>
    </div>
  </details>`}function mt(e,n){if(n==null)return i;let r=e===`wallet`?t(String(n)):typeof n==`object`?J(n):String(n);return a`<dt class="mono">${e}</dt><dd class="mono wrap">${r}</dd>`}function J(e){return(Array.isArray(e)?e.map(e=>typeof e==`object`&&e?J(e):String(e)):ht(e)).join(`, `)}function ht(e){return Object.entries(e).filter(([,e])=>e!=null).map(([e,n])=>`${e} ${typeof n==`object`?J(n):e===`wallet`?t(String(n)):String(n)}`)}var gt=3;function Y(e,t,n){let r=e.findIndex(e=>e!==null),i=e.findLastIndex(e=>e!==null);if(r<0)return null;let a=n?0:e[r],o=0;for(let t of e.slice(r))t!==null&&(o+=t>=a?t-a:t,a=t);return o<gt?null:{count:o,perHour:o*3600/((i-r+1)*t)}}var _t=6e4,vt=60,X=3600,Z=20,yt={start:`start`,restart:`restart`,stop:`stop`},bt=class extends r{static{this.sheet=at}static{this.properties={...r.properties,miner:{attribute:!1}}}#e=null;#t=null;#n=[];#r=null;#i;connectedCallback(){super.connectedCallback(),this.#i=setInterval(()=>void this.#a(),_t)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#i)}willUpdate(e){e.has(`miner`)&&(this.#t=this.#r=null,this.#n=[],this.#a(),this.#o());let t=this.app.store.miner(this.miner)?.profileId??null;t!==null&&t!==this.#r?.id&&(this.#r={id:t,name:t},this.#s(t))}async#a(){let{miner:e}=this,t={metrics:[`accepted`],duration:`1h`,resolution:`1m`};try{let n=this.app.http.GET(`/miners/{miner}/history`,{params:{path:{miner:e},query:t}}),r=(await c(n))?.miners[0]?.series[0]?.values??[];e===this.miner&&(this.#t=Y(r,vt,(this.app.store.miner(e)?.uptime??X)<X)),this.requestUpdate()}catch{}}async#o(){let{miner:e}=this;try{let t=await c(this.app.http.GET(`/events`,{params:{query:{miner:e,limit:Z}}}));e===this.miner&&(this.#n=t.items),this.requestUpdate()}catch{}}async#s(e){try{let{name:t}=await c(this.app.http.GET(`/profiles/{id}`,{params:{path:{id:e}}}));this.#r={id:e,name:t},this.requestUpdate()}catch{}}async#c(e){if(this.#e)return;this.#e=e,this.requestUpdate();let t=await te(this.app,e,this.miner);if(this.#e=null,t&&e===`forget`)return this.app.go(`miners`);this.requestUpdate()}render(){let{app:e}=this,t=e.store.miner(this.miner),n=a`${g(e,`miners`,e.text.common.pages.miners,`crumb`)} <span class="unit" aria-hidden="true">/</span> ${this.miner}`;if(!t)return a`${y(n)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`;let r=b(e,t.name);return a`${y(n,i,this.#l(t))}
      <div class="content miner-page">
        ${this.#u(t)} ${this.#d(t)} ${x(e,r)}
        ${r.some(e=>e.severity!==`hint`)?i:this.#f(t)} ${ot(e,t)}
        <div class="columns side">
          <div class="stack">${this.#p()}</div>
          <div class="stack">${lt(e,t,this.#t)}${rt(e,t)}</div>
        </div>
        ${ut(e,t)}
        <mining-console id="console" .app=${e} .miner=${t.name}></mining-console>
        ${pt(e,t)}
      </div>`}#l(e){let{app:t}=this;if(t.locked)return i;let{verbs:n,busy:r}=t.text.common,o=S(e),s=o.filter(e=>[`start`,`restart`,`stop`].includes(e)),c=o.filter(e=>!s.includes(e));return a`<span class="row">
      ${s.map(e=>v(t,a`${u(yt[e])}${n[e]}`,()=>void this.#c(e),{changes:!0,classes:e===`start`?`primary`:e===`stop`?`danger`:``,busy:this.#e===e?r[e]:null}))}
      ${c.length?f(t,`${n.actions}: ${e.name}`,c.map(e=>({label:n[e],danger:e===`forget`,run:()=>void this.#c(e)}))):i}
    </span>`}#u(e){let{app:t}=this,n=t.text.miners.one,r=l(e),{algorithm:c}=e.stats,u=[c??e.config.algo,e.config.coin].filter(Boolean).join(` · `);return a`<p class="identity" role="group" aria-label=${n.state}>
      <b class="row">${s(r)}${t.text.common.status[r]}</b>
      <span>${e.type} ${e.version??``}</span>
      ${e.simulated?a`<span class="tag">${t.text.common.simulated}</span>`:i}
      ${u?a`<span>${u}</span>`:i}
      ${this.#r&&e.profileId?a`<span>${n.profile} ${g(t,`profiles/${e.profileId}`,this.#r.name)}</span>`:i}
      ${e.pid===null?i:a`<span>${n.pid(e.pid)}</span>`}
      ${o(e)&&e.startedAt?a`<span title=${t.numbers.dateTime(e.startedAt)}>${n.started(t.numbers.time(e.startedAt))}</span>`:i}
      ${!o(e)&&e.stoppedAt?a`<span title=${t.numbers.dateTime(e.stoppedAt)}>${n.stopped(t.numbers.time(e.stoppedAt))}</span>`:i}
      ${e.nextVersion?a`<span class="secondary">${n.nextVersion(e.nextVersion)}</span>`:i}
      ${e.programIssue?a`<span class="warn">${s(`degraded`)} ${e.programIssue}</span>`:i}
    </p>`}#d(e){let t=this.app.text.miners.one,n=[[`figures`,t.hashrate],[`shares`,t.shares.title],[`pool`,t.pool.title]];return o(e)&&e.stats.gpu.length&&n.push([`gpus`,t.gpus.title]),n.push([`console`,this.app.text.console.title]),a`<div class="chips" role="group" aria-label=${t.jump}>
      ${n.map(([e,t])=>a`<button @click=${()=>this.querySelector(`#${e}`)?.scrollIntoView({block:`start`})}>${t}</button>`)}
    </div>`}#f(e){let{app:t}=this,n=l(e),r=e.stats.donating,c=ce(t,e)??(e.reason&&n!==`mining`?t.say(e.reason):null);if(!c)return i;let[u]=o(e)?e.wanted===`paused`?[`resume`]:[]:[`start`];return a`<section class="panel reason-panel" aria-label=${r?t.text.common.donating(e.type):t.text.miners.one.why}>
      ${s(r||n===`mining`?`hint`:n)}
      <p class="grow">${c} ${e.nextRestartAt?t.text.miners.one.nextRestart(t.numbers.time(e.nextRestartAt)):i}</p>
      ${u&&!r?v(t,t.text.common.verbs[u],()=>void this.#c(u),{changes:!0}):i}
    </section>`}#p(){let{app:e}=this,t=e.text.miners.one,n=[...new Map([...this.#n,...e.store.events.filter(e=>e.miner===this.miner)].map(e=>[e.seq,e])).values()].sort((e,t)=>t.seq-e.seq).slice(0,Z);return a`<section class="panel activity" aria-labelledby="timeline-title">
      <header><h2 id="timeline-title">${t.timeline}</h2>${g(e,`admin/timeline`,e.text.overview.fullLog)}</header>
      <ul class="lines" tabindex="0" role="list" aria-labelledby="timeline-title">
        ${n.map(t=>a`<li>${h(e,t.timestamp)}<span class="grow wrap">${e.say(t)}</span></li>`)}
        ${n.length?i:a`<li class="secondary">${t.noEvents}</li>`}
      </ul>
    </section>`}};customElements.define(`mining-miner`,bt);var Q=`mining-miners-page`,$=[`running`,`installed`,`available`],xt=class extends r{static{this.sheet=n`
    .miners-tabs {
      padding: 12px 32px 0;
    }
    .miners-page > .content {
      padding-top: 16px;
    }
    @container dashboard (max-width: 719.9px) {
      .miners-tabs {
        padding: 8px 16px 0;
      }
    }
  `}render(){let{app:e}=this,[t]=e.place.rest;if(t!==void 0)return this.#e(t);let n=e.text.miners,r=e.place.query.get(`tab`),o=$.includes(r)?r:`running`,s=$.map(e=>({id:e,label:n.tabs[e]}));return a`${y(e.text.common.pages.miners,i,e.locked?i:g(e,`setup`,n.setUp,`button primary`))}
      <div class="miners-tabs">${ee(n.tabs.label,s,o,t=>e.go(t===`running`?`miners`:`miners?tab=${t}`))}</div>
      <div class="content" role="tabpanel" id="panel-${o}" aria-labelledby="tab-${o}">
        ${o===`running`?a`<mining-running .app=${e}></mining-running>`:a`<mining-programs .app=${e} .tab=${o}></mining-programs>`}
      </div>`}#e(e){let{app:t}=this;if(t.store.miners===null||t.store.miner(e))return a`<mining-miner .app=${t} .miner=${e}></mining-miner>`;let n=t.text.miners.one;return a`${y(e)}
      <div class="content">
        <div class="panel nothing">
          ${s(`hint`)}
          <h2>${n.unknown(e)}</h2>
          <p>${n.unknownText}</p>
          ${g(t,`miners`,n.all,`button`)}
        </div>
      </div>`}};customElements.define(Q,xt);export{Q as TAG};