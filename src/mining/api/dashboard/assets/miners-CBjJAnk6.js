import{c as e,d as t,m as n,n as r,p as i,r as a}from"./numbers-DmDPapOC.js";import{n as o,t as s}from"./icons-BM_WsqFH.js";import{a as c,c as l,i as u,l as d,o as f,r as p,s as m}from"./parts-BSd3yIb6.js";import{i as h,r as g}from"./mining-dashboard-Btoj9RjV.js";import{a as _,c as ee,d as te,f as ne,g as re,h as ie,i as ae,l as oe,m as v,o as se,p as y,r as ce,s as b,t as le,u as ue}from"./hashrate-CQmHeVy0.js";import{n as x,t as de}from"./client-DmZ2ZvJT.js";import{i as fe,n as S,o as C}from"./state-CbVuLnqD.js";import{n as pe,t as w}from"./segment-MBq7ihPT.js";import{C as me,n as he,v as ge}from"./hashrate-DaYvkvbg.js";import{f as _e,n as ve,o as ye,r as be,s as xe,t as Se,u as Ce}from"./payee-dialog-Dg7sXQ9b.js";import{n as we,t as Te}from"./sheet-o_ksoHwQ.js";var Ee=[`start`,`resume`,`pause`,`restart`,`stop`];function De(n,r){let i=n.text.miners.bulk;return!r.miners.length&&!r.results?e:t`<section class="bulk" aria-label=${i.label}>
    ${r.results?Oe(n,r,r.results):e}
    ${r.miners.length?t`<div class="row">
          <b class="grow" role="status">${r.busy?i.working:i.selected(r.miners.length)}</b>
          ${Ee.map(t=>{let a=r.miners.filter(e=>b(e).includes(t)).map(e=>e.name);return a.length?p(n,i[t](a.length),()=>r.act(t,a),{changes:!0,classes:t===`stop`?`danger`:``,busy:r.busy?i[t](a.length):null}):e})}
          ${p(n,o(`close`),r.clear,{classes:`ghost icon-only`,label:i.clear})}
        </div>`:e}
  </section>`}function Oe(n,r,{verb:i,list:a}){let c=n.text.miners.bulk,{common:l}=n.text,u=a.filter(e=>e.error!==null);return t`<div class="outcome">
    <div class="row">
      <b class="grow" role="status">${c.result(a.length-u.length,a.length)}</b>
      ${u.length?p(n,c.retry(u.length),()=>r.act(i,u.map(e=>e.name)),{changes:!0}):e}
      ${r.miners.length?e:p(n,o(`close`),r.clear,{classes:`ghost icon-only`,label:l.verbs.close})}
    </div>
    <ul>
      ${a.map(({name:e,error:n})=>t`<li>
          ${s(n===null?`ok`:`failed`)}<span class="wrap">${n===null?l.done[i](e):`${l.failed[i](e)}: ${n}`}</span>
        </li>`)}
    </ul>
  </div>`}var ke=n`
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
`;function Ae(e){let n=e.text.miners,r=e.preferences.columns.miners??[],i=(t,n)=>{let i=r.filter(e=>e!==t);e.prefer({columns:{...e.preferences.columns,miners:n?i:[...i,t]}})};return t`<span class="column-chooser">
    <button aria-expanded="false" @click=${je}>${n.columns}</button>
    <fieldset popover @toggle=${Me}>
      <legend class="hidden">${n.columns}</legend>
      ${ee.map(({id:n})=>t`<label class="choice">
          <input type="checkbox" .checked=${!r.includes(n)} @change=${e=>i(n,e.target.checked)} />
          ${e.text.overview.columns[n]}
        </label>`)}
    </fieldset>
  </span>`}function je(e){let t=e.currentTarget,n=t.nextElementSibling;n.showPopover({source:t});let r=t.getBoundingClientRect();n.style.setProperty(`top`,`${Math.max(8,Math.min(r.bottom+4,innerHeight-n.offsetHeight-8))}px`),n.style.setProperty(`left`,`${Math.max(8,r.right-n.offsetWidth)}px`),n.querySelector(`input`)?.focus()}function Me(e){e.currentTarget.previousElementSibling?.setAttribute(`aria-expanded`,String(e.newState===`open`))}var Ne=n`
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
`,Pe=class extends a{static{this.properties={...a.properties,view:{attribute:!1}}}static{this.sheet=[_,ke,Ne]}#e=new Set;#t=null;#n=null;#r=!1;#i=[];#a=null;#o=null;#s=e=>this.#m(e);connectedCallback(){super.connectedCallback(),this.#o=this.getRootNode(),this.#o.addEventListener(`keydown`,this.#s)}disconnectedCallback(){super.disconnectedCallback(),this.#o?.removeEventListener(`keydown`,this.#s)}get#c(){let{query:e}=this.app.place,t=e.get(`sort`)??``;return{by:t===`miner`||te(t)?t:null,down:e.get(`order`)===`desc`}}#l(e){let t=new URLSearchParams(this.app.place.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);let n=t.toString();this.app.go(n?`miners?${n}`:`miners`,!0),this.requestUpdate()}#u(e,t,n){let r=this.#i.map(e=>e.name),[i,a]=[r.indexOf(this.#t??e),r.indexOf(e)],o=n&&i>=0?r.slice(Math.min(i,a),Math.max(i,a)+1):[e];for(let e of o)t?this.#e.add(e):this.#e.delete(e);this.#t=e,this.requestUpdate()}#d(){this.#e.clear(),this.#n=null,this.requestUpdate()}async#f(e,t){if(this.#r)return;this.#r=!0,this.requestUpdate();let n=await re(this.app,e,t);this.#r=!1,n&&(this.#n={verb:e,list:n}),n?.every(e=>e.error===null)&&this.#e.clear(),this.requestUpdate()}get#p(){return[...this.querySelectorAll(`[data-miner] a.name`)].filter(e=>e.offsetParent!==null)}#m(e){let{app:t}=this,n=e.composedPath()[0];if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||n.closest(`dialog, [popover], [role=tablist]`))return;if(e.key===`Escape`&&(this.#e.size||this.#n))return this.#d();if(t.hotkeys===`off`||!t.preferences.hotkeys||n.matches(`input:not([type=checkbox]), textarea, select`))return;let r=n.closest(`[data-miner]`),i=e.key.length===1?e.key.toLowerCase():e.key,a={j:1,k:-1,...r?{ArrowDown:1,ArrowUp:-1}:{}}[i];if(a){let n=this.#p,i=r?n.findIndex(e=>r.contains(e)):a>0?-1:n.length,o=n[Math.max(0,Math.min(n.length-1,i+a))];if(!o)return;e.preventDefault(),e.shiftKey&&r&&!t.locked&&(this.#t!==null&&this.#e.has(r.dataset.miner)||this.#u(r.dataset.miner,!0,!1),this.#u((e=>e.closest(`[data-miner]`).dataset.miner)(o),!0,!0)),o.focus()}else if(i===`x`&&r&&!t.locked){e.preventDefault();let t=r.dataset.miner;this.#u(t,e.shiftKey||!this.#e.has(t),e.shiftKey)}}willUpdate(){let e=new Set(this.app.store.miners?.map(e=>e.name));for(let t of this.#e)e.has(t)||this.#e.delete(t);let t=this.getRootNode().activeElement;this.#a=t instanceof HTMLElement&&t.closest(`[data-miner]`)&&this.contains(t)?t:null}updated(){let e=this.getRootNode().activeElement;this.#a?.isConnected&&e!==this.#a&&this.#a.focus({preventScroll:!0})}render(){let{app:n}=this,r=n.text.miners,i=n.store.miners;if(i===null)return t`<div class="skeleton hero">&nbsp;</div>`;if(!i.length)return t`<div class="panel nothing"><h2>${r.noneYet}</h2>${n.locked?e:d(n,`setup`,r.setUp,`button primary`)}</div>`;let a=n.place.query.get(`q`)??``;this.#i=ne(n,ue(n,i,a),this.#c);let o=n.locked?null:{has:e=>this.#e.has(e),choose:(e,t,n)=>this.#u(e,t,n)};return t`<div class="stack">
      ${y(n,v(n))}
      <div class="panel">
        <header>
          <input
            type="search"
            class="filter"
            aria-label=${r.filter}
            aria-keyshortcuts="/"
            placeholder=${r.filterHint}
            .value=${a}
            @input=${e=>this.#l({q:e.target.value})}
          />
          <span class="hint" role="status">${a?r.filtered(this.#i.length,i.length):this.#c.by?e:n.text.overview.problemsFirst}</span>
          ${Ae(n)}
        </header>
        ${this.#i.length?ae(n,{miners:this.#i,sorting:this.#c,sort:({by:e,down:t})=>this.#l({sort:e,order:e&&t?`desc`:null}),selection:o}):t`<div class="nothing"><p>${r.noneMatches}</p>${p(n,n.text.common.table.filterClear,()=>this.#l({q:null}))}</div>`}
      </div>
      ${De(n,{miners:i.filter(e=>this.#e.has(e.name)),results:this.#n,busy:this.#r,act:(e,t)=>void this.#f(e,t),clear:()=>this.#d()})}
    </div>`}};customElements.define(`mining-running`,Pe);function T(e,n,r=e.text.common.verbs.copy){return t`<button class="ghost small" aria-label="${r}: ${n}" @click=${()=>void E(e,n)}>${o(`copy`)}${r}</button>`}async function E(e,t){let{clipboard:n}=navigator;n?await n.writeText(t):Fe(t),e.toast({kind:`ok`,text:e.text.common.verbs.copied})}function Fe(e){let t=document.createElement(`textarea`);t.value=e,document.body.append(t),t.select(),document.execCommand(`copy`),t.remove()}function D(e,n){return t`<span class="row command"><code>${n}</code>${T(e,n)}</span>`}function Ie(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(e),n.download=t,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),6e4)}function Le(e,t){if(t===null)return!1;let[n,r]=[O(e),O(t)];for(let e=0;e<Math.max(n.length,r.length);e++){let t=(n[e]??0)-(r[e]??0);if(t)return t>0}return!1}function O(e){return(/\d+(?:\.\d+)*/.exec(e)?.[0]??``).split(`.`).map(Number)}var k=6;function Re(n,r,i,a){let o=n.text.miners.program,c=`program-${r.type}`;return t`<section class="panel program" aria-labelledby=${c}>
    <header>
      <h2 id=${c} class="row">
        ${r.title} ${r.installedVersion?t`<span class="hint">${r.installedVersion}</span>`:e}
        ${r.origin?t`<span class="tag">${o.origins[r.origin]??r.origin}</span>`:e}
        ${r.simulated?t`<span class="tag">${n.text.common.simulated}</span>`:e}
      </h2>
      ${i?.state===`running`?e:ze(n,r,i,a)}
    </header>
    ${i?Ve(n,r,i,a):e}
    ${r.broken?t`<p class="body err">${r.broken}</p>`:e}
    ${r.advisories.map(e=>t`<p class="body warn">${s(`degraded`)} ${e}</p>`)} ${Be(n,r)}
    ${r.origin===null&&!r.installable?t`<div class="body"><p class="hint">${o.notHere}</p>${D(n,`miner-ctrl register ${r.type} /path/to/${r.type}`)}</div>`:e}
  </section>`}function ze(n,r,i,a){let o=n.text.miners.program,{installedVersion:s,latestVersion:c,previousVersion:l}=r,u=r.origin===`own`,d=r.installable&&!r.broken&&i?.state!==`failed`;return t`<span class="row">
    ${d&&r.origin===null?p(n,o.install,()=>a.install(!1),{changes:!0,classes:`primary`}):e}
    ${d&&r.origin!==null&&!r.installed?p(n,o.again,()=>a.install(!0),{changes:!0,classes:`primary`}):e}
    ${d&&r.installed&&c&&Le(c,s)?p(n,o.updateTo(c),()=>a.install(!1),{changes:!0,classes:`primary`}):e}
    ${l?p(n,o.rollBack(l),a.rollBack,{changes:!0}):e}
    ${r.origin!==null&&!u?p(n,n.text.common.verbs.remove,a.remove,{changes:!0,classes:`danger`}):e}
  </span>`}function Be(n,r){let i=n.text.miners.program,a=[...r.cpu?[`cpu`]:[],...r.gpu].map(e=>i.parts[e]??e),o=r.algorithms.slice(0,k).join(`, `),{verified:s,verification:c,latestVersion:l,latestPublishedAt:u}=r,d=r.origin===`own`,p=s??(r.origin===null?c:null),m=p?i.proofs[p.how]??p.text:d?i.own:r.origin?i.unproven:`—`;return t`<dl class="facts body">
    <dt>${i.suits}</dt>
    <dd>${a.join(`, `)} <span class="hint">${i.algorithms(o,r.algorithms.length-k>0?r.algorithms.length-k:0)}</span></dd>
    ${d?e:t`<dt>${i.version}</dt>
          <dd>
            ${r.installedVersion??e} ${l&&l!==r.installedVersion?i.newest(l):e}
            ${l||r.installedVersion?e:f(n,`—`)}
            ${u?t`<span class="hint" title=${n.numbers.dateTime(u)}>${i.published(n.numbers.ago(u))}</span>`:e}
          </dd>
          <dt>${i.size}</dt>
          <dd>${f(n,n.numbers.bytes(r.latestBytes))}</dd>`}
    <dt>${i.licence}</dt>
    <dd>${r.licence} ${r.homepage?t`<a href=${r.homepage} target="_blank" rel="noreferrer">${new URL(r.homepage).host}</a>`:e}</dd>
    <dt>${i.donation}</dt>
    <dd>${r.devFee}</dd>
    <dt>${i.proof}</dt>
    <dd>${m}</dd>
  </dl>`}function Ve(n,r,i,a){let o=n.text.miners.program,{numbers:c}=n;if(i.state===`running`){let{stage:n,bytes:a,total:l}=i.progress??{stage:null,bytes:null,total:null},u=n?o.stages[n]??n:o.begins,d=n===`download`&&a!==null?l?o.ofBytes(c.bytes(a),c.bytes(l)):c.bytes(a):``,f=n===`download`&&a!==null&&l;return t`<div class="body installing">
      <progress aria-label=${o.progress(r.title)} max=${f?l:e} value=${f?a:e}></progress>
      <ol class="row">
        ${o.steps.map(r=>{let i=o.steps.indexOf(n??``),a=o.steps.indexOf(r);return t`<li class=${r===n?`now`:`hint`} aria-current=${r===n?`step`:e}>${n!==null&&(i<0||a<i)?s(`ok`):e}${o.stages[r]}</li>`})}
      </ol>
      <p class="hint" role="status">${u} ${d}</p>
    </div>`}if(i.state!==`failed`||!i.error)return e;let{code:l,message:u,details:d}=i.error,f=n.say({text:u,message:d.message,params:d.params});return t`<div class="body failed" role="alert">
    ${s(`failed`)}
    <div class="grow">
      <p><b>${o.failed(r.title)}</b></p>
      <p class="wrap">${f}</p>
      ${l===`DOWNLOAD_FAILED`?He(n,r):e}
    </div>
    ${p(n,n.text.common.verbs.tryAgain,()=>a.install(!1),{changes:!0,classes:`primary`})}
  </div>`}function He(e,{type:n}){let r=e.text.miners.program.offline;return t`<div class="offline-ways">
    <h3>${r.title}</h3>
    <p class="hint">${r.file}</p>
    ${D(e,`miner-ctrl install ${n} --file ARCHIVE`)}
    <p class="hint">${r.register}</p>
    ${D(e,`miner-ctrl register ${n} /path/to/${n}`)}
    <p class="hint">${r.demo}</p>
    ${D(e,`miner-ctrl demo`)}
  </div>`}var Ue=n`
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
  .program .facts a {
    display: inline-block;
    min-height: 24px;
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
`,We=class extends a{static{this.sheet=Ue}static{this.properties={...a.properties,tab:{attribute:!1}}}#e=null;#t=``;#n=!1;#r=new Set;#i=``;connectedCallback(){super.connectedCallback(),this.#a()}async#a(){try{let e=await x(this.app.http.GET(`/jobs`,{params:{query:{limit:50}}}));this.#o(e.items)}catch{}}#o(e){for(let t of e)this.app.store.jobs.has(t.id)||this.app.store.jobs.set(t.id,t);this.requestUpdate()}async#s(){try{this.#e=(await x(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}))).items,this.#t=``}catch(e){this.#t=this.app.explain(e)}this.requestUpdate()}willUpdate(e){let t=[...this.app.store.jobs.values()].filter(e=>e.state!==`running`);for(let e of t)this.#r.delete(e.id)&&e.state===`done`&&this.#c(e);let n=`${this.app.store.connection.state===`live`} ${t.map(e=>e.id).sort().join(` `)}`;n!==this.#i&&(this.#i=n,this.#s())}#c({type:e}){let{app:t}=this,n=this.#e?.find(t=>t.type===e)?.title??e,r={label:t.text.common.verbs.show,run:()=>t.go(`miners?tab=installed`)};t.toast({kind:`ok`,text:t.text.miners.program.done(n),...this.tab===`available`?{action:r}:{}})}#l(e){return[...this.app.store.jobs.values()].filter(t=>t.type===e).sort((e,t)=>t.startedAt.localeCompare(e.startedAt)).at(0)}async#u({type:e,title:t},n=!1){let r={action:`install`,targets:[e],failed:this.app.text.miners.program.failed(t)},i={path:{type:e},query:{wait:!1,force:n}},a=await this.app.act(r,()=>x(this.app.http.POST(`/miners/{type}/install`,{params:i})));a&&this.#r.add(a.id),this.#o(a?[a]:[])}async#d({type:e,title:t}){let n=this.app.text.miners.program,r={action:`rollback`,targets:[e],done:n.rolledBack(t),failed:n.notRolledBack(t)};await this.app.act(r,()=>x(this.app.http.POST(`/miners/{type}/rollback`,{params:{path:{type:e}}}))),await this.#s()}async#f({type:e,title:t}){let n=this.app.text.miners.program;if(!await this.app.ask({title:n.removeAsk(t),text:n.removeText,verb:this.app.text.common.verbs.remove,danger:!0}))return;let r={action:`uninstall`,targets:[e],done:n.removed(t),failed:n.notRemoved(t)};await this.app.act(r,()=>x(this.app.http.DELETE(`/miners/{type}/uninstall`,{params:{path:{type:e}}}))),await this.#s()}async#p(){this.#n=!0,this.requestUpdate();let e={action:`look`,targets:[],failed:this.app.text.common.failed.other},t=(await this.app.act(e,()=>x(this.app.http.POST(`/update`,{params:{query:{checkOnly:!0,all:!0}}}))))?.items.filter(e=>e.error)??[];for(let{title:e,error:n}of t)this.app.toast({kind:`error`,text:`${e}: ${n.message}`});this.#n=!1,await this.#s()}render(){let{app:n}=this,r=n.text.miners.program;if(this.#t&&!this.#e)return t`<p class="err" role="alert">${this.#t}</p>`;if(!this.#e)return t`<div class="skeleton hero">&nbsp;</div>`;let i=e=>e.installed||e.broken!==null||e.origin!==null,a=this.#e.filter(e=>i(e)===(this.tab===`installed`)),o=this.#e.map(e=>e.lookedUpAt).filter(e=>e!==null).sort().at(-1);return t`<div class="stack">
      <div class="row">
        <span class="secondary grow">${o?r.looked(n.numbers.ago(o)):r.neverLooked}</span>
        ${p(n,r.look,()=>void this.#p(),{changes:!0,busy:this.#n?r.looking:null})}
      </div>
      ${a.map(e=>Re(n,e,this.#l(e.type),{install:t=>void this.#u(e,t),rollBack:()=>void this.#d(e),remove:()=>void this.#f(e)}))}
      ${a.length?e:t`<p class="panel nothing">${this.tab===`installed`?r.noneInstalled:r.allInstalled}</p>`}
    </div>`}};customElements.define(`mining-programs`,We);var A=[`grey`,`red`,`green`,`yellow`,`blue`,`magenta`,`cyan`,`white`],Ge=/\x1b\[([0-9;]*)m/g,Ke=/\x1b\[[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?|[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;function qe(e){let t=[],n=null,r=!1,i=0,a=e=>{let i=e.replace(Ke,``).replaceAll(`	`,` `),a=t.at(-1);a&&a.colour===n&&a.bold===r?a.text+=i:i&&t.push({text:i,colour:n,bold:r})};for(let t of e.matchAll(Ge))a(e.slice(i,t.index)),i=t.index+t[0].length,[n,r]=Ye(t[1]??``,n,r);return a(e.slice(i)),t}function j(e){return e.map(e=>e.text).join(``)}function Je(e,t){let n=t,r=[];for(let t of e){let e=t.text.slice(Math.min(n,t.text.length));n-=t.text.length-e.length,e&&r.push({...t,text:e})}return r}function Ye(e,t,n){let r=t,i=n,a=e.split(`;`).map(Number);for(;a.length;){let e=a.shift();e===0?[r,i]=[null,!1]:e===1?i=!0:e===22?i=!1:e===39?r=null:e>=30&&e<=37?r=A[e-30]:e>=90&&e<=97?r=A[e-90]:e===38?r=M(a):e===48&&M(a)}return[r,i]}function M(e){let t=e.shift();if(t===2)return N(e.shift()??0,e.shift()??0,e.shift()??0);if(t!==5)return null;let n=e.shift()??7;if(n<16)return A[n%8];if(n>=232)return n<244?`grey`:`white`;let r=n-16,i=e=>e?55+40*e:0;return N(i(Math.floor(r/36)),i(Math.floor(r/6)%6),i(r%6))}function N(e,t,n){let r=Math.max(e,t,n),i=Math.min(e,t,n);if(r-i<40)return r<140?`grey`:`white`;let a=e=>e>(r+i)/2;return A[+!!a(e)+(a(t)?2:0)+(a(n)?4:0)]}var Xe=/^\s*\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\] ?/,Ze=/^ ?([A-Za-z][\w-]{0,11}) {2,}(?=\S)/,Qe=/\b(?:accepted|rejected|shares?)\b/i,$e=/\b(?:pools?|stratum|connect(?:ed|ing|ion)?|disconnected|new job|dns|socket|tls|login)\b/i,P=/\b(?:rejected|refused|refuses|errors?|fail(?:ed|ure)?|lost|cannot|unable|invalid|crash(?:ed)?|timed out|disabled|no active pools)\b/i,et=/\b(?:accepted|ready|connected)\b/i,tt={net:`cyan`,pool:`cyan`,miner:`magenta`,cpu:`blue`,opencl:`blue`,nvidia:`blue`,cuda:`blue`};function nt({time:e,text:t}){let n=qe(t),r=j(n),i=Xe.exec(r)?.[0].length??0,a=Ze.exec(r.slice(i));n=Je(n,i+(a?.[0].length??0));let o=a?.[1]??``,s=j(n),c=n.some(e=>e.colour!==null),l=at(o,s,n);return{at:e,source:o,parts:c?n:ot(s,l),text:s,kinds:l,mine:!1}}function rt(e,t,n){return{at:e,source:t,parts:[{text:n,colour:null,bold:!0}],text:n,kinds:new Set,mine:!0}}function it(e){return tt[e.toLowerCase()]??`grey`}function F(e,t){return t===`all`||e.mine||e.kinds.has(t)}function at(e,t,n){let r=new Set;return Qe.test(t)&&r.add(`shares`),([`net`,`pool`].includes(e.toLowerCase())||$e.test(t))&&r.add(`network`),(P.test(t)||n.some(e=>e.colour===`red`&&/[a-z]{3}/i.test(e.text)))&&r.add(`problems`),r}function ot(e,t){let n=(t.has(`problems`)?P:et).exec(e),r={colour:null,bold:!1};if(!n)return e?[{text:e,...r}]:[];let i=t.has(`problems`)?`red`:`green`,[a,o]=[e.slice(0,n.index),e.slice(n.index+n[0].length)];return[{text:a,...r},{text:n[0],colour:i,bold:!1},{text:o,...r}].filter(e=>e.text)}function st(e,t){let n=j(e).toLowerCase(),r=t.toLowerCase(),i=[];for(let e=n.indexOf(r);r&&e>=0;e=n.indexOf(r,e+r.length))i.push([e,e+r.length]);if(!i.length)return e.map(e=>({...e,hit:!1}));let a=[],o=0;for(let t of e){let e=o+t.text.length,n=[o,...i.flat().filter(t=>t>o&&t<e),e];for(let e=0;e+1<n.length;e++){let[r,s]=[n[e],n[e+1]],c=i.some(([e,t])=>r>=e&&s<=t);s>r&&a.push({...t,text:t.text.slice(r-o,s-o),hit:c})}o=e}return a}function ct(e){if(/^[\x20-\x7e]*$/.test(e))return e.length;let t=0;for(let n of e)t+=/\p{M}/u.test(n)?0:/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(n)?2:1;return t}function lt(e,t){return t>0?Math.max(1,Math.ceil(ct(e)/t)):1}function I(e){let t=Array(e.length+1),n=t[0]=0;for(let r=0;r<e.length;r++)t[r+1]=n+=e[r];return t}function L(e,t){let n=0,r=e.length-2;for(;n<r;){let i=n+r+1>>1;e[i]<=t?n=i:r=i-1}return n}function ut(e,t,n,r){let i=e.length-1;return i<1?{from:0,to:0}:{from:Math.max(0,L(e,t)-r),to:Math.min(i,L(e,Math.max(t,n))+1+r)}}var dt=1e4,R=10,ft=class{constructor(){this.lines=[],this.shown=[],this.begins=[0],this.#e=`all`,this.#t={columns:0,hanging:!0},this.#n=[]}#e;#t;#n;get filter(){return this.#e}get height(){return this.begins.at(-1)}add(e){return this.#r(e.map(nt))}type(e,t,n){this.#r([rt(e,t,n)])}clear(){this.lines=[],this.#i()}choose(e){this.#e=e,this.#i()}reshape(e){return e.columns===this.#t.columns&&e.hanging===this.#t.hanging?!1:(this.#t=e,this.#i(),!0)}at(e){return this.shown[L(this.begins,e)]}placeOf(e){let t=this.lines.indexOf(e),n=new Set(this.lines.slice(Math.max(0,t))),r=this.shown.findIndex(e=>n.has(e));return this.begins[r<0?this.shown.length:r]}rowsWith(e){let t=e.toLowerCase();return t?this.shown.flatMap((e,n)=>e.text.toLowerCase().includes(t)?[n]:[]):[]}#r(e){this.lines.push(...e);let t=e.filter(e=>F(e,this.#e));this.shown.push(...t),this.#n.push(...t.map(e=>this.#a(e)));let n=new Set(this.lines.splice(0,Math.max(0,this.lines.length-dt))),r=n.size?this.shown.findIndex(e=>!n.has(e)):0,i=r<0?this.shown.length:r;this.shown.splice(0,i);let a=this.#n.splice(0,i).reduce((e,t)=>e+t,0);return this.begins=I(this.#n),{left:a,fresh:t}}#i(){this.shown=this.lines.filter(e=>F(e,this.#e)),this.#n=this.shown.map(e=>this.#a(e)),this.begins=I(this.#n)}#a(e){let{columns:t,hanging:n}=this.#t;if(!t)return 1;let r=n?Math.max(0,R+e.source.length+1-20):R+e.source.length;return lt(` `.repeat(r)+e.text,n?Math.max(8,t-20):t)}},pt=class{#e=null;#t=[];#n=0;#r=``;#i=``;constructor(e,t){this.host=e,this.typed=t}async learn(e,t){this.#e=null;try{let n=e.store.miner(t)?.type??(await x(e.http.GET(`/miners/{miner}`,{params:{path:{miner:t}}}))).type,r=await x(e.http.GET(`/miners/available`,{params:{query:{type:n}}}));this.#e=r.items.find(e=>e.type===n)?.keys??{}}catch{return}this.host.requestUpdate()}render(n,r){let i=n.text.console,a=Object.entries(this.#e??{}),s=n.store.miner(r);return n.locked||this.#e===null||!s?e:a.length?S(s)?t`<form class="input" @submit=${e=>this.#a(e,n,r)}>
      ${o(`right`)}
      <input
        name="keys"
        class="mono"
        maxlength="64"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${i.input}
        placeholder=${i.input}
        aria-invalid=${this.#i?`true`:e}
        aria-describedby=${this.#i?`console-issue`:e}
        @keydown=${e=>this.#s(e)}
      />
      <span class="known" role="group" aria-label=${i.known}>
        ${a.map(([e,a])=>p(n,t`${i.keys[a]??a} <kbd>${e}</kbd>`,()=>void this.#o(n,r,e),{classes:`ghost small`,changes:!0}))}
      </span>
      <button ?disabled=${n.stale}>${i.send}</button>
      ${this.#i?t`<p id="console-issue" class="err" role="alert">${this.#i}</p>`:e}
    </form>`:t`<footer class="input hint">${i.notLive}</footer>`:t`<footer class="input hint">${i.noKeys}</footer>`}async#a(e,t,n){e.preventDefault();let r=e.target.elements.namedItem(`keys`),i=r.value;i&&await this.#o(t,n,i)&&r.value===i&&(r.value=``)}async#o(e,t,n){this.#i=``;let r=!1;try{let i={action:`type`,targets:[t],params:{input:n},quiet:!0};r=await e.act(i,()=>x(e.http.POST(`/miners/{miner}/stdin`,{params:{path:{miner:t}},body:{input:n}})))!==void 0,r&&(this.#t=[...this.#t.filter(e=>e!==n),n].slice(-50),this.#n=this.#t.length,this.typed(n))}catch(t){this.#i=e.explain(t)}return this.host.requestUpdate(),r}#s(e){let t={ArrowUp:-1,ArrowDown:1}[e.key];if(!t)return;e.preventDefault();let n=e.target;this.#n===this.#t.length&&(this.#r=n.value),this.#n=Math.max(0,Math.min(this.#t.length,this.#n+t)),n.value=this.#t[this.#n]??this.#r}},mt=n`
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
`,z=1e3,B=5e3,ht=1e3,V=5e3,gt=12,_t=1e4,H=720,vt=[`all`,`shares`,`network`,`problems`],yt=class extends a{static{this.sheet=mt}static{this.properties={...a.properties,miner:{attribute:!1}}}#e=new ft;#t=null;#n=!0;#r=null;#i=``;#a=null;#o=0;#s=0;#c=0;#l={width:0,height:0,sign:8,line:20};#u={lines:0,problems:0};#d=``;#f=0;#p=!1;#m;#h=!1;#g=``;#_=new pt(this,e=>this.#E(e));#v;#y;#b=()=>this.#S(0);connectedCallback(){super.connectedCallback(),document.addEventListener(`visibilitychange`,this.#b),this.#v=new IntersectionObserver(e=>{this.#p=e.at(-1).isIntersecting,this.#S(0)}),this.#y=new ResizeObserver(()=>this.#k()),this.updateComplete.then(()=>{this.isConnected&&(this.#v?.observe(this),this.#y?.observe(this.#x))})}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener(`visibilitychange`,this.#b),this.#v?.disconnect(),this.#y?.disconnect(),clearTimeout(this.#m)}get#x(){return this.querySelector(`.log`)}#S(e){clearTimeout(this.#m);let t=this.#p||this.#t===null;this.isConnected&&t&&document.visibilityState===`visible`&&(this.#m=setTimeout(()=>void this.#C(),e))}async#C(){if(this.#h||this.app.stale)return this.#S(z);this.#h=!0;let{miner:e}=this,t=this.#t===null?{lines:ht}:{lines:V,cursor:this.#t},n=B;try{let r=await x(this.app.http.GET(`/miners/{miner}/logs`,{params:{path:{miner:e},query:t}}));e===this.miner&&this.#w(r,this.#t===null);let i=this.app.store.miner(e);n=r.items.length===V?0:i&&S(i)?z:B,this.#g=``}catch(e){this.#g=this.app.explain(e)}this.#h=!1,this.requestUpdate(),this.#S(n)}#w(e,t){if(this.#t=e.cursor,!e.items.length)return;let{left:n,fresh:r}=this.#e.add(e.items);this.#n||(this.#o+=r.length,this.#s=this.#c=Math.max(0,this.#s-n*this.#l.line)),t||this.#T(r)}#T(e){this.#u.lines+=e.length,this.#u.problems+=e.filter(e=>e.kinds.has(`problems`)).length,!this.#u.lines||Date.now()-this.#f<_t||(this.#d=this.app.text.console.summary(this.#u.lines,this.#u.problems),this.#f=Date.now(),this.#u={lines:0,problems:0})}#E(e){this.#e.type(new Date().toISOString(),this.app.text.console.you,e),this.#M(),this.#S(200)}get#D(){return this.#r??this.#l.width<H}get#O(){let e=Math.floor(this.#l.width/this.#l.sign);return{columns:this.#D?Math.max(10,e):0,hanging:this.#l.width>=H}}#k(){let e=this.querySelector(`.probe`)?.getBoundingClientRect(),t=this.#x,n=getComputedStyle(t),r=t.clientWidth-parseFloat(n.paddingLeft)-parseFloat(n.paddingRight);!e||r<=0||(this.#l={width:r,height:t.clientHeight,sign:e.width/20,line:e.height},this.#A(()=>void 0))}#A(e){let t=this.#n?void 0:this.#e.at(this.#s/this.#l.line);e(),this.#e.reshape(this.#O),t&&(this.#s=this.#c=this.#e.placeOf(t)*this.#l.line),this.requestUpdate()}get#j(){return Math.max(0,this.#e.height*this.#l.line-this.#l.height+16)}#M(){this.#n=!0,this.#o=0,this.requestUpdate()}#N(){let e=this.#x,t=e.scrollTop<this.#s-1,n=e.scrollHeight-e.scrollTop-e.clientHeight<4;this.#s=e.scrollTop,Math.abs(e.scrollTop-this.#c)>1&&(n?this.#M():t&&(this.#n=!1)),this.requestUpdate()}willUpdate(e){e.has(`miner`)&&(this.#e.clear(),this.#t=null,this.#M(),this.#_.learn(this.app,this.miner),this.#S(0)),this.#n&&(this.#s=this.#j)}updated(){let e=this.#x;this.querySelector(`.log .whole`).style.setProperty(`height`,`${this.#e.height*this.#l.line}px`);let t=this.#P().from;this.querySelector(`.log .drawn`).style.setProperty(`transform`,`translateY(${this.#e.begins[t]*this.#l.line}px)`),(this.#n||this.#c===this.#s)&&(Math.abs(e.scrollTop-this.#s)>1&&(e.scrollTop=this.#s),this.#c=e.scrollTop)}#P(){let{line:e,height:t}=this.#l;return ut(this.#e.begins,this.#s/e,(this.#s+t)/e,gt)}#F(e){this.#i=e.target.value,this.#a=null,this.requestUpdate()}#I(e){if(e.key!==`Enter`)return;e.preventDefault();let t=this.#e.rowsWith(this.#i);if(!t.length)return;let n=this.#a?this.#e.shown.indexOf(this.#a):e.shiftKey?-1:1/0,r=e.shiftKey?t.find(e=>e>n)??t[0]:t.findLast(e=>e<n)??t.at(-1);this.#a=this.#e.shown[r],this.#n=!1;let i=this.#e.begins[r]*this.#l.line-this.#l.height/2;this.#s=this.#c=Math.min(this.#j,Math.max(0,i)),this.requestUpdate()}#L(){let{numbers:e}=this.app;return this.#e.shown.map(t=>`${t.at?e.dateTime(t.at):``}\t${t.source}\t${t.text}\n`).join(``)}#R(e){if(e.key!==`End`)return;let t=e.target instanceof HTMLInputElement?e.target:null;t?.type===`search`||t&&t.selectionStart!==t.value.length||(e.preventDefault(),this.#M())}render(){let{console:n,common:r}=this.app.text,i=this.#i?this.#e.rowsWith(this.#i).length:0,{from:a,to:s}=this.#P();return t`<section class="panel console" part="console" aria-labelledby="console-title" @keydown=${e=>this.#R(e)}>
      <header>
        <h2 id="console-title">${n.title}</h2>
        <div class="segment" role="group" aria-label=${n.show}>
          ${vt.map(e=>t`<button aria-pressed=${e===this.#e.filter} @click=${()=>this.#A(()=>this.#e.choose(e))}>${n.filters[e]}</button>`)}
        </div>
        <input type="search" class="find" aria-label=${n.find} placeholder=${n.find} title=${n.findKeys} .value=${this.#i} @input=${e=>this.#F(e)} @keydown=${e=>this.#I(e)} />
        ${this.#i?t`<span class="hint" role="status">${n.matches(i)}</span>`:e}
        <label class="choice"><input type="checkbox" class="switch" role="switch" .checked=${this.#n} @change=${e=>this.#B(e)} />${n.follow}</label>
        <span class="tools">
          <button class="ghost icon-only" aria-pressed=${this.#D} aria-label=${n.wrap} title=${n.wrap} @click=${()=>this.#A(()=>this.#r=!this.#D)}>${o(`wrap`)}</button>
          <button class="ghost icon-only" aria-label=${r.verbs.copy} title=${r.verbs.copy} @click=${()=>void E(this.app,this.#L())}>${o(`copy`)}</button>
          <button class="ghost icon-only" aria-label=${r.verbs.download} title=${r.verbs.download} @click=${()=>Ie(new Blob([this.#L()],{type:`text/plain`}),`${this.miner}.log`)}>${o(`download`)}</button>
        </span>
      </header>
      <div class="view">
        <div class="log ${this.#D?`wraps`:``} ${this.#O.hanging?`hanging`:``}" role="log" aria-live="off" aria-label=${n.title} tabindex="0" @scroll=${()=>this.#N()}>
          <span class="probe" aria-hidden="true">00000000000000000000</span>
          <div class="whole"><div class="drawn">${this.#e.shown.slice(a,s).map(e=>this.#z(e))}</div></div>
          ${this.#e.shown.length?e:t`<p class="hint empty">${this.#g||(this.#t===null?e:this.#e.lines.length?n.noneOfThese:n.nothingYet)}</p>`}
        </div>
        ${this.#n||!this.#o?e:t`<button class="newer primary" @click=${()=>this.#M()}>${o(`down`)}${n.newer(this.#o)}</button>`}
      </div>
      <p class="hidden" role="status">${this.#d}</p>
      ${this.#_.render(this.app,this.miner)}
    </section>`}#z(e){let{numbers:n}=this.app,r=e.at?n.second(e.at):` `.repeat(8),{hanging:i}=this.#O,a=i?e.source.padEnd(9):e.source;return t`<div class="line ${e===this.#a?`hit`:``}"><span class="ink-time">${i?`${r}  `:`${r} `}</span><span class="ink-${e.mine?`white`:it(e.source)}">${a} </span>${st(e.parts,this.#i).map(({text:e,colour:n,bold:r,hit:i})=>i?t`<mark>${e}</mark>`:n||r?t`<span class="${n?`ink-${n}`:``} ${r?`bold`:``}">${e}</span>`:e)}</div>`}#B(e){e.target.checked?this.#M():(this.#n=!1,this.requestUpdate())}};customElements.define(`mining-console`,yt);function bt(n,r){let{numbers:i}=n,a=n.text.miners.one.pool,{connection:o,difficulty:l}=r.stats,u=S(r),d=u&&o.connected===!0,p=d?new Date(Date.now()-o.uptime*1e3).toISOString():null,m=(u?o.pool:null)??r.payees[0]?.pool??null,h=r.payees.map(e=>e.pool).filter(e=>e!==m),g=o.tls===null||!u?c(n):o.tls?a.tls.yes:a.tls.no,_=r.payoutLock;return t`<section class="panel" aria-labelledby="pool-title" id="pool">
    <header>
      <h2 id="pool-title">${a.title}</h2>
      ${u?t`<span class="tag ${d?`ok`:`err`}">${s(d?`ok`:`failed`)}${d?a.connected:a.disconnected}</span>`:e}
    </header>
    <dl class="pairs body">
      <dt>${a.pool}</dt>
      <dd class="wrap">${m??c(n)}</dd>
      <dt>${a.since}</dt>
      <dd>${p?t`<time datetime=${p} title=${i.dateTime(p)}>${i.duration(o.uptime)}</time>`:c(n)}</dd>
      <dt>${a.ping}</dt>
      <dd>${f(n,d?i.ping(o.ping):`—`)}</dd>
      <dt>${a.encryption}</dt>
      <dd>${g}</dd>
      <dt>${a.difficulty}</dt>
      <dd>${f(n,u?i.difficulty(l):`—`)}</dd>
      <dt>${a.failures}</dt>
      <dd>${f(n,u?i.count(o.failures):`—`)}</dd>
      ${u&&o.lastError?t`<dt>${a.lastError}</dt><dd class="wrap">${o.lastError}</dd>`:e}
      <dt>${a.failover}</dt>
      <dd class="wrap">${h.length?h.map(e=>t`<div>${e}</div>`):t`<span class="secondary">${a.noFailover}</span>`}</dd>
      <dt>${a.payee}</dt>
      <dd>${St(n,r,m)}</dd>
      ${_?t`<dt>${a.lock}</dt><dd class="sentence">${s(xt(_.state))} ${n.say(_)}</dd>`:e}
    </dl>
  </section>`}function xt(e){return e===`holds`?`ok`:e===`differs`?`failed`:`hint`}function St(n,r,i){let a=n.text.miners.one.pool,o=[...r.payees].sort((e,t)=>Number(t.pool===i)-Number(e.pool===i));return o.filter((e,t)=>o.findIndex(t=>t.payee===e.payee&&t.page===e.page)===t).map(({payee:i,page:o,pool:s})=>t`<div class="payee">
      <span class="mono" title=${s}>${i??c(n)}</span>
      ${i&&s===r.payees[0]?.pool?T(n,r.config.wallet):e}
      ${o?t`<div><a href=${o} target="_blank" rel="noreferrer">${a.page}</a></div>`:e}
    </div>`)}var Ct=n`
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
  .miner-page .payee button {
    margin: -4px -8px -4px 0;
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
  .miner-page .more-panel > summary {
    padding: 14px 16px;
    font-weight: 600;
    cursor: pointer;
    border-radius: 10px;
  }
  .miner-page .more-panel h2 {
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
`,U=[`5m`,`1h`,`6h`,`24h`,`7d`];function wt(n,r,i){let{chart:a,miners:o,overview:s}=n.text,c=me(i.range,U,`1h`),l=he(n,r,c),u=ge(n,{range:c,metrics:[`hashrate`],miner:r}),d=l?.tracks.find(e=>e.band)?.band,f=l?.tracks[0]?.series??[];return t`<section class="panel hashrate" aria-labelledby="hashrate-title" id="hashrate">
    <header>
      <h2 id="hashrate-title">${o.one.hashrate}</h2>
      ${w(a.scale,[[`zero`,a.from0],[`fit`,a.fit]],i.fit?`fit`:`zero`,e=>i.setFit(e===`fit`))}
      ${w(a.range,U.map(e=>[e,a.ranges[e]]),c,i.setRange,`ranges`)}
    </header>
    ${u&&!l?t`<p class="hint body">${n.explain(u)}</p>`:e}
    ${l&&!l.tracks.length?t`<p class="nothing">${a.nothing}</p>`:t`<mining-chart
          .app=${n}
          .data=${l}
          .fit=${i.fit}
          .label=${`${r}, ${s.hashrate}, ${a.ranges[c]}`}
          .legend=${t`${f.map(e=>t`<span>${pe(e)}${e.label}</span>`)}${d?t`<span class="band-sign"></span>${le(n,d)}`:e}`}
        ></mining-chart>`}
  </section>`}function Tt(e,n){let{numbers:r}=e,i=e.text.miners.one.keys,a=S(n),{stats:o}=n,{accepted:s,rejected:u}=o.shares,d=fe(n),p=o.gpu.map(e=>e.fanSpeed).filter(e=>e!==null),m=p.length?[Math.min(...p),Math.max(...p)]:null,h=m&&(m[0]===m[1]?r.percent(m[0]):`${r.count(m[0])}–${r.percent(m[1])}`),g=a&&s!==null?r.acceptedShare(s,u??0):`—`,_=e.stale||a&&o.quality===`stale`;return t`<section class="panel keys ${_?`stale`:``}" aria-label=${e.text.miners.one.figures} id="figures">
    <div>
      <div class="label">${i.now}</div>
      <div class="value">${l(e,r.hashrate(a?o.hashrate:null))}</div>
      ${Et(e,n)}
    </div>
    <div>
      <div class="label">${i.average}</div>
      <div class="value">${l(e,r.hashrate(a?o.hashrateAvg:null))}</div>
      <div class="meaning">${i.averageMeaning}</div>
    </div>
    <div>
      <div class="label">${i.shares}</div>
      <div class="value">${f(e,g)}</div>
      <div class="meaning">${o.lastShareAt?i.lastAccepted(r.ago(o.lastShareAt)):i.noShares}</div>
    </div>
    <div>
      <div class="label">${i.power}</div>
      <div class="value">${l(e,r.power(d))}</div>
      <div class="meaning">${d===null?e.text.common.noData:[Dt(W(e,o.hashrate,d)),h&&i.fans(h)].filter(Boolean).join(` · `)}</div>
    </div>
    <div>
      <div class="label">${i.uptime}</div>
      <div class="value">${a?r.duration(n.uptime):c(e)}</div>
      <div class="meaning">${i.restarts(r.count(n.restarts))}</div>
    </div>
  </section>`}function Et(e,n){let r=e.text.overview.key,i=S(n)?oe(e,n):null;if(i===null)return t`<div class="meaning">${S(n)&&n.hashrate===null?r.notFull:r.noUsual}</div>`;let a=e.store.usual.get(n.name),o=e.numbers.percent(Math.abs(Math.round(i-100)));if(i<90)return t`<div class="meaning warn">${s(`degraded`)} ${r.below(o)}</div>`;let c=a.low!==null&&a.high!==null&&n.hashrate>=a.low*.98&&n.hashrate<=a.high*1.02;return t`<div class="meaning">${c?r.usual:i<100?r.below(o):r.above(o)}</div>`}function W(e,t,n){if(t===null||!n)return{value:`—`,unit:``};let{value:r,unit:i}=e.numbers.hashrate(t/n);return{value:r,unit:i.replace(`/s`,`/W`)}}function Dt({value:e,unit:t}){return e===`—`?null:`${e}\u202f${t}`}function Ot(n,r,a){let{numbers:o}=n,s=n.text.miners.one.shares,l=S(r),{shares:u,sharesRecent:d,expectedShareSeconds:p}=r.stats,m=[u.accepted,u.rejected,u.invalid].map(e=>l?e:null),h=m.reduce((e,t)=>e+(t??0),0),g=[`accepted`,`rejected`,`invalid`],_=0;return t`<section class="panel" aria-labelledby="shares-title" id="shares">
    <header><h2 id="shares-title">${s.title}</h2><span class="hint">${s.sinceStart}</span></header>
    <div class="body">
      <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${s.bar(...m.map(e=>o.count(e)))}>
        <rect width="100" height="8" class="none"></rect>
        ${h?m.map((t,n)=>{let r=(t??0)/h*100,a=_;return _+=r,r?i`<rect x=${a} width=${Math.max(r,.8)} height="8" class=${g[n]}></rect>`:e}):e}
      </svg>
      <div class="share-counts">
        ${g.map((e,r)=>t`<div><span class="label"><span class="square ${e}"></span>${s[e]}</span><b>${f(n,o.count(m[r]))}</b></div>`)}
      </div>
      <dl class="pairs">
        <dt>${s.recent}</dt>
        <dd>${d.accepted===null?c(n):s.recentValue(o.count(d.accepted),o.count(d.rejected))}</dd>
        <dt>${s.rate}</dt>
        <dd>${a?s.anHour(o.count(Math.round(a.perHour))):t`<span class="secondary">${s.tooFew}</span>`}</dd>
        ${l&&p?t`<dt>${s.expected}</dt><dd>${o.duration(p)}</dd>`:e}
      </dl>
    </div>
  </section>`}function kt(n,r){let i=n.text.miners.one.gpus,a=S(r)?r.stats.gpu:[];if(!a.length)return e;let o=a.filter(e=>e.hashrate).length;return t`<section class="panel" aria-labelledby="gpus-title" id="gpus">
    <header><h2 id="gpus-title">${i.title} <span class="hint">${i.hashing(o,a.length)}</span></h2></header>
    <div class="scroll wide-gpus" tabindex="0" role="region" aria-label=${i.hashing(o,a.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${i.gpu}</th>
            ${[i.hashrate,i.temperature,i.fan,i.power,i.efficiency].map(e=>t`<th scope="col" class="number">${e}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${a.map(e=>{let{hashrate:r,temperature:i,fan:a,watts:o,perWatt:s}=K(n,e);return t`<tr>
              <td>${G(n,e)}</td>
              <td class="number strong">${r}</td>
              <td class="number">${i}</td>
              <td class="number">${a}</td>
              <td class="number">${o}</td>
              <td class="number">${s}</td>
            </tr>`})}
        </tbody>
      </table>
    </div>
    <ul class="lines narrow-gpus">
      ${a.map(e=>{let{hashrate:r,temperature:a,fan:o,watts:s}=K(n,e);return t`<li>
          <div class="grow">
            <div class="row">${G(n,e)}<span class="grow"></span><b>${r}</b></div>
            <div class="hint">${a} · ${i.fan} ${o} · ${s}</div>
          </div>
        </li>`})}
    </ul>
  </section>`}function G(e,n){let r=n.hashrate?`mining`:`stopped`;return t`<span class="row">${s(r,e.text.common.status[r])}<span class="hint">${n.id}</span><b>${n.name??`GPU ${n.id}`}</b></span>`}function K(e,t){let{numbers:n}=e;return{hashrate:l(e,n.hashrate(t.hashrate)),temperature:l(e,n.temperature(t.temperature)),fan:f(e,n.percent(t.fanSpeed)),watts:l(e,n.power(t.powerUsage)),perWatt:l(e,W(e,t.hashrate,t.powerUsage))}}var At=[`pool`,`wallet`,`algo`,`coin`,`threads`,`worker`];function jt({name:e,type:t,config:n}){let r=[`miner-ctrl`,`start`,t,`--name`,q(e)],i={};for(let[e,t]of Object.entries(n))if(t!=null){if(At.includes(e))r.push(`--${e}`,q(String(t)));else if(e===`tls`)r.push(t?`--tls`:`--no-tls`);else if(e===`options`)for(let[e,n]of Object.entries(t))r.push(`--option`,q(`${e}=${JSON.stringify(n)}`));else i[e]=t}return Object.keys(i).length?`${[...r,`--config`,`-`].join(` `)} <<'END'\n${JSON.stringify(i)}\nEND`:r.join(` `)}function q(e){return/^[\w@%+=:,./-]+$/.test(e)&&!e.startsWith(`-`)?e:`'${e.replaceAll(`'`,`'\\''`)}'`}function J(n,r){let i=n.text.miners.one.more,a=`miners/${encodeURIComponent(r.name)}?edit`;return t`<details class="panel more-panel">
    <summary>${i.title}</summary>
    <div class="body stack">
      <section aria-labelledby="configuration-title">
        <h2 id="configuration-title">${i.configuration}</h2>
        <dl class="pairs wide">${Object.entries(r.config).map(([e,t])=>Mt(e,t))}</dl>
        <p class="row">
          ${n.locked?e:d(n,a,i.edit,`button`)}
          ${r.profileId?d(n,`profiles/${r.profileId}`,i.openProfile,`button`):e}
        </p>
      </section>
      <section aria-labelledby="command-title">
        <h2 id="command-title">${i.command}</h2>
        ${D(n,jt(r))}
        <p class="hint">${i.withoutPassword}</p>
      </section>
      <section aria-labelledby="follow-title">
        <h2 id="follow-title">${i.follow}</h2>
        ${D(n,`miner-ctrl logs ${q(r.name)} --follow`)}
      </section>
    </div>
  </details>`}function Mt(n,i){if(i==null)return e;let a=n===`wallet`?r(String(i)):typeof i==`object`?Y(i):String(i);return t`<dt class="mono">${n}</dt><dd class="mono wrap">${a}</dd>`}function Y(e){return(Array.isArray(e)?e.map(e=>typeof e==`object`&&e?Y(e):String(e)):Nt(e)).join(`, `)}function Nt(e){return Object.entries(e).filter(([,e])=>e!=null).map(([e,t])=>`${e} ${typeof t==`object`?Y(t):e===`wallet`?r(String(t)):String(t)}`)}var Pt=3;function Ft(e,t,n){let r=e.findIndex(e=>e!==null),i=e.findLastIndex(e=>e!==null);if(r<0)return null;let a=n>=0&&n<=r?0:e[r],o=0;for(let t of e.slice(r))t!==null&&(o+=t>=a?t-a:t,a=t);return o<Pt?null:{count:o,perHour:o*3600/((i-r+1)*t)}}var It=6e4,X=60,Z=20,Lt={start:`start`,restart:`restart`,stop:`stop`},Rt=class extends a{static{this.sheet=[Ct,ce]}static{this.properties={...a.properties,miner:{attribute:!1},view:{attribute:!1}}}#e=!0;#t=null;#n=null;#r=[];#i=null;#a;connectedCallback(){super.connectedCallback(),this.#a=setInterval(()=>void this.#o(),It)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#a)}willUpdate(e){e.has(`miner`)&&(this.#n=this.#i=null,this.#r=[],this.#o(),this.#s());let t=this.app.store.miner(this.miner)?.profileId??null;t!==null&&t!==this.#i?.id&&(this.#i={id:t,name:t},this.#c(t))}async#o(){let{miner:e}=this,t={metrics:[`accepted`],duration:`1h`,resolution:`1m`};try{let n=this.app.http.GET(`/miners/{miner}/history`,{params:{path:{miner:e},query:t}}),r=await x(n),i=r?.miners[0]?.series[0]?.values??[],a=Date.parse(this.app.store.miner(e)?.startedAt??``)-Date.parse(r?.from??``);e===this.miner&&(this.#n=Ft(i,X,Math.floor(a/1e3/X))),this.requestUpdate()}catch{}}async#s(){let{miner:e}=this;try{let t=await x(this.app.http.GET(`/events`,{params:{query:{miner:e,limit:Z}}}));e===this.miner&&(this.#r=t.items),this.requestUpdate()}catch{}}async#c(e){try{let{name:t}=await x(this.app.http.GET(`/profiles/{id}`,{params:{path:{id:e}}}));this.#i={id:e,name:t},this.requestUpdate()}catch{}}async#l(e){if(this.#t)return;this.#t=e,this.requestUpdate();let t=await ie(this.app,e,this.miner);if(this.#t=null,t&&e===`forget`)return this.app.go(`miners`);this.requestUpdate()}render(){let{app:n}=this,r=n.store.miner(this.miner),i=t`${d(n,`miners`,n.text.common.pages.miners,`crumb`)} <span class="unit" aria-hidden="true">/</span> ${this.miner}`;if(!r)return t`${m(i)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`;let a=v(n,r.name);return t`${m(i,e,this.#u(r))}
      <div class="content miner-page">
        ${this.#d(r)} ${this.#f(r)} ${y(n,a)}
        ${a.some(e=>e.severity!==`hint`)?e:this.#p(r)} ${Tt(n,r)}
        <div class="columns side">
          <div class="stack">${this.#m(r.name)}</div>
          <div class="stack">${Ot(n,r,this.#n)}${bt(n,r)}</div>
        </div>
        ${kt(n,r)}
        <mining-console id="console" .app=${n} .miner=${r.name}></mining-console>
        ${this.#h()} ${J(n,r)}
      </div>`}#u(n){let{app:r}=this;if(r.locked)return e;let{verbs:i,busy:a}=r.text.common,s=b(n),c=s.filter(e=>[`start`,`restart`,`stop`].includes(e)),l=s.filter(e=>!c.includes(e));return t`<span class="row">
      ${c.map(e=>p(r,t`${o(Lt[e])}${i[e]}`,()=>void this.#l(e),{changes:!0,classes:e===`start`?`primary`:e===`stop`?`danger`:``,busy:this.#t===e?a[e]:null}))}
      ${l.length?h(r,`${i.actions}: ${n.name}`,l.map(e=>({label:i[e],danger:e===`forget`,run:()=>void this.#l(e)}))):e}
    </span>`}#d(n){let{app:r}=this,i=r.text.miners.one,a=C(n),{algorithm:o}=n.stats,c=[o??n.config.algo,n.config.coin].filter(Boolean).join(` · `);return t`<p class="identity" role="group" aria-label=${i.state}>
      <b class="row">${s(a)}${r.text.common.status[a]}</b>
      <span>${n.type} ${n.version??``}</span>
      ${n.simulated?t`<span class="tag">${r.text.common.simulated}</span>`:e}
      ${c?t`<span>${c}</span>`:e}
      ${this.#i&&n.profileId?t`<span>${i.profile} ${d(r,`profiles/${n.profileId}`,this.#i.name)}</span>`:e}
      ${n.pid===null?e:t`<span>${i.pid(n.pid)}</span>`}
      ${S(n)&&n.startedAt?t`<span title=${r.numbers.dateTime(n.startedAt)}>${i.started(r.numbers.time(n.startedAt))}</span>`:e}
      ${!S(n)&&n.stoppedAt?t`<span title=${r.numbers.dateTime(n.stoppedAt)}>${i.stopped(r.numbers.time(n.stoppedAt))}</span>`:e}
      ${n.nextVersion?t`<span class="secondary">${i.nextVersion(n.nextVersion)}</span>`:e}
      ${n.programIssue?t`<span class="warn">${s(`degraded`)} ${n.programIssue}</span>`:e}
    </p>`}#f(e){let n=this.app.text.miners.one,r=[[`hashrate`,n.hashrate],[`shares`,n.shares.title],[`pool`,n.pool.title]];return S(e)&&e.stats.gpu.length&&r.push([`gpus`,n.gpus.title]),r.push([`console`,this.app.text.console.title]),t`<div class="chips" role="group" aria-label=${n.jump}>
      ${r.map(([e,n])=>t`<button @click=${()=>this.querySelector(`#${e}`)?.scrollIntoView({block:`start`})}>${n}</button>`)}
    </div>`}#p(n){let{app:r}=this,i=C(n),a=n.stats.donating,o=se(r,n)??(n.reason&&i!==`mining`?r.say(n.reason):null);if(!o)return e;let[c]=S(n)?n.wanted===`paused`?[`resume`]:[]:[`start`];return t`<section class="panel reason-panel" aria-label=${a?r.text.common.donating(n.type):r.text.miners.one.why}>
      ${s(a||i===`mining`?`hint`:i)}
      <p class="grow">${o} ${n.nextRestartAt?r.text.miners.one.nextRestart(r.numbers.time(n.nextRestartAt)):e}</p>
      ${c&&!a?p(r,r.text.common.verbs[c],()=>void this.#l(c),{changes:!0}):e}
    </section>`}#m(e){let{app:t}=this;return wt(t,e,{range:t.place.query.get(`range`)??t.range,fit:this.#e,setRange:n=>t.go(`miners/${encodeURIComponent(e)}?range=${n}`,!0),setFit:e=>{this.#e=e,this.requestUpdate()}})}#h(){let{app:n}=this,r=n.text.miners.one,i=[...new Map([...this.#r,...n.store.events.filter(e=>e.miner===this.miner)].map(e=>[e.seq,e])).values()].sort((e,t)=>t.seq-e.seq).slice(0,Z);return t`<section class="panel activity" aria-labelledby="timeline-title">
      <header><h2 id="timeline-title">${r.timeline}</h2>${d(n,`admin/timeline`,n.text.overview.fullLog)}</header>
      <ul class="lines" tabindex="0" role="list" aria-labelledby="timeline-title">
        ${i.map(e=>t`<li>${u(n,e.timestamp)}<span class="grow wrap">${n.say(e)}</span></li>`)}
        ${i.length?e:t`<li class="secondary">${r.noEvents}</li>`}
      </ul>
    </section>`}};customElements.define(`mining-miner`,Rt);var zt=class extends a{static{this.sheet=Te}static{this.properties={...a.properties,miner:{attribute:!1}}}#e={types:[],coins:[],pools:[]};#t=null;#n=null;#r={};#i=``;#a=!1;#o=e=>this.#c&&e.preventDefault();#s=e=>{!e.ctrlKey&&!e.metaKey||e.altKey||e.key.toLowerCase()!==`s`&&e.key!==`Enter`||(e.preventDefault(),this.#p())};connectedCallback(){super.connectedCallback(),this.addEventListener(`keydown`,this.#s),addEventListener(`beforeunload`,this.#o),_e(this.app).then(e=>{this.#e=e,this.requestUpdate()})}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`keydown`,this.#s),removeEventListener(`beforeunload`,this.#o),this.#c&&this.#u(!1)}willUpdate(e){e.has(`miner`)&&(this.#t=this.#n=null);let t=this.app.store.miner(this.miner);t&&!this.#t&&(this.#t=this.#n=xe({name:t.name,minerType:t.type,config:t.config}))}get#c(){return this.#t!==null&&this.#n!==null&&Ce(this.#n,this.#t)}#l(e){let t=this.#c;this.#t&&(this.#r=ve(this.#r,this.#t,e)),this.#t=e,t!==this.#c&&this.#u(this.#c),this.requestUpdate()}#u(e){this.app.hold=e?e=>this.#d(e):null,this.dispatchEvent(new CustomEvent(`mining-unsaved`,{detail:{dirty:e},bubbles:!0,composed:!0}))}async#d(e){if(e.page===`miners`&&e.rest[0]===this.miner&&e.query.has(`edit`))return!0;let t=this.app.text.profiles,n=await this.app.ask({title:t.leaveAsk,text:t.leaveText(this.#f().join(`, `)),verb:t.leaveVerb,danger:!0});return n&&this.#l(this.#n),n}#f(){return this.#t&&this.#n?we(this.#n,this.#t,this.app.text.editor):[]}async#p(){let{app:e,miner:t}=this,n=this.#t;if(!n||!this.#c||this.#a||e.locked||e.stale)return;this.#a=!0,this.#r={},this.#i=``,this.requestUpdate();let r={type:n.minerType,config:ye(n)};try{if(!await e.act({action:`restart`,targets:[t],done:e.text.miners.one.edit.saved(t),quiet:!0},()=>Se(e,n=>x(e.http.PUT(`/miners/{miner}`,{params:{path:{miner:t},query:n?{confirm:n}:{}},body:r})))))return;this.#n=n,this.#u(!1),e.go(`miners/${encodeURIComponent(t)}`)}catch(t){this.#r=be(e,t instanceof de?t.fields:[]),this.#i=e.explain(t),this.#m()}finally{this.#a=!1,this.requestUpdate()}}async#m(){this.requestUpdate(),await this.updateComplete,await new Promise(e=>setTimeout(e)),this.querySelector(`[aria-invalid=true]`)?.focus()}render(){let{app:n}=this,r=n.text.miners.one,i=`miners/${encodeURIComponent(this.miner)}`,a=t`${d(n,`miners`,n.text.common.pages.miners,`crumb`)} <span class="unit" aria-hidden="true">/</span> ${d(n,i,this.miner,`crumb`)}`,o=n.store.miner(this.miner);return!o||!this.#t?t`${m(a)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`:t`${m(a)}
      <div class="content">
        <section class="panel profile-editor" aria-labelledby="edit-title">
          <header><h2 id="edit-title">${r.more.edit}</h2></header>
          ${o.profileId?t`<p class="told">${s(`hint`)}<span>${r.edit.apart}</span> ${d(n,`profiles/${o.profileId}`,r.more.openProfile)}</p>`:e}
          ${this.#i?t`<p class="told err" role="alert">${s(`failed`)}<span>${this.#i}</span></p>`:e}
          <mining-config-editor
            .app=${n}
            .draft=${this.#t}
            .choices=${this.#e}
            .faults=${this.#r}
            .nameless=${!0}
            .passwordSaved=${!0}
            @draft-change=${e=>this.#l(e.detail)}
          ></mining-config-editor>
          ${n.locked?e:this.#h(S(o),i)}
        </section>
      </div>`}#h(e,n){let{app:r}=this,{profiles:i}=r.text,a=r.text.miners.one.edit,o=this.#f();return t`<footer class="save-bar">
      <div class="grow" role="status">
        ${this.#c?t`<b>${s(`starting`)} ${i.unsaved(o.length)}</b> <span class="hint">${o.join(`, `)}</span>`:t`<span class="hint">${i.noChanges}</span>`}
        <div class="hint">${e?a.restarts:a.starts}</div>
      </div>
      ${d(r,n,r.text.common.verbs.cancel,`button`)}
      ${p(r,e?a.saveRestart:a.saveStart,()=>void this.#p(),{changes:!0,classes:`primary`,busy:this.#a?i.saving:null})}
    </footer>`}};customElements.define(`mining-miner-editor`,zt);var Q=`mining-miners-page`,$=[`running`,`installed`,`available`],Bt=class extends a{static{this.sheet=n`
    .page-header .crumb {
      color: var(--c-text-2);
      font-weight: 400;
      text-decoration: none;
      padding: 4px 0;
    }
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
  `}render(){let{app:n}=this,[r]=n.place.rest;if(r!==void 0)return this.#e(r);let i=n.text.miners,a=n.place.query.get(`tab`),o=$.includes(a)?a:`running`,s=$.map(e=>({id:e,label:i.tabs[e]}));return t`${m(n.text.common.pages.miners,e,n.locked?e:d(n,`setup`,i.setUp,`button primary`))}
      <div class="miners-tabs">${g(i.tabs.label,s,o,e=>n.go(e===`running`?`miners`:`miners?tab=${e}`))}</div>
      <div class="content" role="tabpanel" id="panel-${o}" aria-labelledby="tab-${o}">
        ${o===`running`?t`<mining-running .app=${n} .view=${n.place}></mining-running>`:t`<mining-programs .app=${n} .tab=${o}></mining-programs>`}
      </div>`}#e(e){let{app:n}=this,r=n.store.miners===null||n.store.miner(e);if(r&&n.place.query.has(`edit`))return t`<mining-miner-editor .app=${n} .miner=${e}></mining-miner-editor>`;if(r)return t`<mining-miner .app=${n} .view=${n.place} .miner=${e}></mining-miner>`;let i=n.text.miners.one;return t`${m(e)}
      <div class="content">
        <div class="panel nothing">
          ${s(`hint`)}
          <h2>${i.unknown(e)}</h2>
          <p>${i.unknownText}</p>
          ${d(n,`miners`,i.all,`button`)}
        </div>
      </div>`}};customElements.define(Q,Bt);export{Q as TAG};