import{a as e,c as t,n,s as r}from"./lit-B4EAelNx.js";import{c as i,f as a,m as o,s}from"./mining-dashboard-XJMNuKAd.js";import{i as c,n as l,r as u}from"./numbers-3bZ_9uze.js";import{a as d,c as f,d as p,i as m,l as h,m as g,n as _,p as v,s as y,u as b}from"./parts-DuHrEmE5.js";import{a as ee,c as te,d as ne,i as x,l as re,n as ie,o as ae,r as oe,s as se,t as ce,u as le}from"./miners-table-Banh98zK.js";import{a as ue,c as S,i as de,l as C,r as fe,s as pe,t as me}from"./hashrate-DkNsv2x7.js";import{n as w,t as he}from"./client-CPk1CF5s.js";import{a as ge,i as _e,n as ve,r as ye,t as be}from"./programs-CuUGhBYg.js";import{a as xe,i as Se,n as Ce,r as we,t as Te}from"./offline-ways-VVSWWqVh.js";import{i as Ee,t as De}from"./algorithm-BuzPlf_h.js";import{c as Oe,i as ke,n as T,s as Ae}from"./state-CUMyYihm.js";import{i as je,n as Me,r as Ne,t as E}from"./copy-uEPA1DpZ.js";import{D as Pe,E as D,T as Fe,r as Ie,w as O,x as Le}from"./memo-CImmMlAF.js";import{n as Re,t as k}from"./segment-D9ieAWDr.js";import{n as ze,r as Be}from"./hashrate-C3lOLp6M.js";import{a as Ve,c as He,i as Ue,n as We,r as Ge,t as Ke,u as qe}from"./payee-dialog-DTrN-Qk2.js";import{n as Je,t as Ye}from"./sheet-3_RdB8Y9.js";var Xe=[`start`,`resume`,`pause`,`restart`,`stop`];function Ze(t,r){let i=t.text.miners.bulk;return!r.miners.length&&!r.results?n:e`<section class="bulk" aria-label=${i.label}>
    ${r.results?Qe(t,r,r.results):n}
    ${r.miners.length?e`<div class="row">
          <b class="grow" role="status">${r.busy?i.working:i.selected(r.miners.length)}</b>
          ${Xe.map(e=>{let a=r.miners.filter(t=>x(t).includes(e)).map(e=>e.name);return a.length?m(t,i[e](a.length),()=>r.act(e,a),{changes:!0,classes:e===`stop`?`danger`:``,busy:r.busy?i[e](a.length):null}):n})}
          ${m(t,c(`close`),r.clear,{classes:`ghost icon-only`,label:i.clear})}
        </div>`:n}
  </section>`}function Qe(t,r,{verb:i,list:a}){let o=t.text.miners.bulk,{vocabulary:s}=t.text,l=a.filter(e=>e.error!==null);return e`<div class="outcome">
    <div class="row">
      <b class="grow" role="status">${o.result(a.length-l.length,a.length)}</b>
      ${l.length?m(t,o.retry(l.length),()=>r.act(i,l.map(e=>e.name)),{changes:!0}):n}
      ${r.miners.length?n:m(t,c(`close`),r.clear,{classes:`ghost icon-only`,label:s.verbs.close})}
    </div>
    <ul>
      ${a.map(({name:t,error:n})=>e`<li>
          ${u(n===null?`ok`:`failed`)}<span class="wrap">${n===null?s.done[i](t):`${s.failed[i](t)}: ${n}`}</span>
        </li>`)}
    </ul>
  </div>`}var $e=t`
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
  @container dashboard (max-width: 44.9937rem) {
    .bulk {
      bottom: 72px;
    }
  }
`;function et(t){let n=t.text.miners,r=t.preferences.columns.miners??[],i=(e,n)=>{let i=r.filter(t=>t!==e);t.prefer({columns:{...t.preferences.columns,miners:n?i:[...i,e]}})};return e`<span class="column-chooser">
    <button aria-expanded="false" @click=${tt}>${n.columns}</button>
    <fieldset popover @toggle=${nt}>
      <legend class="hidden">${n.columns}</legend>
      ${ee.map(({id:n})=>e`<label class="choice">
          <input type="checkbox" .checked=${!r.includes(n)} @change=${e=>i(n,e.target.checked)} />
          ${t.text.overview.columns[n]}
        </label>`)}
    </fieldset>
  </span>`}function tt(e){let t=e.currentTarget,n=t.nextElementSibling;n.showPopover({source:t});let r=t.getBoundingClientRect();n.style.setProperty(`top`,`${Math.max(8,Math.min(r.bottom+4,innerHeight-n.offsetHeight-8))}px`),n.style.setProperty(`left`,`${Math.max(8,r.right-n.offsetWidth)}px`),n.querySelector(`input`)?.focus()}function nt(e){e.currentTarget.previousElementSibling?.setAttribute(`aria-expanded`,String(e.newState===`open`))}var rt=t`
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
  @container dashboard (max-width: 44.9937rem) {
    .column-chooser {
      display: none;
    }
    .panel > header > .filter {
      max-width: none;
    }
  }
`,it=class extends a{static{this.properties={...a.properties,view:{attribute:!1}}}static{this.sheet=[pe,$e,rt]}#e=new Set;#t=null;#n=null;#r=!1;#i=[];#a=null;#o=null;#s=e=>this.#m(e);connectedCallback(){super.connectedCallback(),this.#o=this.getRootNode(),this.#o.addEventListener(`keydown`,this.#s)}disconnectedCallback(){super.disconnectedCallback(),this.#o?.removeEventListener(`keydown`,this.#s)}get#c(){let{query:e}=this.app.place,t=e.get(`sort`)??``;return{by:t===`miner`||te(t)?t:null,down:e.get(`order`)===`desc`}}#l(e){let t=new URLSearchParams(this.app.place.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);let n=t.toString();this.app.go(n?`miners?${n}`:`miners`,!0),this.requestUpdate()}#u(e,t,n){let r=this.#i.map(e=>e.name),[i,a]=[r.indexOf(this.#t??e),r.indexOf(e)],o=n&&i>=0?r.slice(Math.min(i,a),Math.max(i,a)+1):[e];for(let e of o)t?this.#e.add(e):this.#e.delete(e);this.#t=e,this.requestUpdate()}#d(){this.#e.clear(),this.#n=null,this.requestUpdate()}async#f(e,t){if(this.#r)return;let n=await ne(this.app,e,t,()=>{this.#r=!0,this.requestUpdate()});this.#r=!1,n&&(this.#n={verb:e,list:n}),n?.every(e=>e.error===null)&&this.#e.clear(),this.requestUpdate()}get#p(){return[...this.querySelectorAll(`[data-miner] a.name`)].filter(e=>e.offsetParent!==null)}#m(e){let{app:t}=this,n=e.composedPath()[0];if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||n.closest(`dialog, [popover], [role=tablist]`))return;if(e.key===`Escape`&&(this.#e.size||this.#n))return this.#d();if(t.hotkeys===`off`||!t.preferences.hotkeys||n.matches(`input:not([type=checkbox]), textarea, select`))return;let r=n.closest(`[data-miner]`),i=e.key.length===1?e.key.toLowerCase():e.key,a={j:1,k:-1,...r?{ArrowDown:1,ArrowUp:-1}:{}}[i];if(a){let n=this.#p,i=r?n.findIndex(e=>r.contains(e)):a>0?-1:n.length,o=n[Math.max(0,Math.min(n.length-1,i+a))];if(!o)return;e.preventDefault(),e.shiftKey&&r&&!t.locked&&(this.#t!==null&&this.#e.has(r.dataset.miner)||this.#u(r.dataset.miner,!0,!1),this.#u((e=>e.closest(`[data-miner]`).dataset.miner)(o),!0,!0)),o.focus()}else if(i===`x`&&r&&!t.locked){e.preventDefault();let t=r.dataset.miner;this.#u(t,e.shiftKey||!this.#e.has(t),e.shiftKey)}}willUpdate(){let e=new Set(this.app.store.miners?.map(e=>e.name));for(let t of this.#e)e.has(t)||this.#e.delete(t);let t=this.getRootNode().activeElement;this.#a=t instanceof HTMLElement&&t.closest(`[data-miner]`)&&this.contains(t)?t:null}updated(){let e=this.getRootNode().activeElement;this.#a?.isConnected&&e!==this.#a&&this.#a.focus({preventScroll:!0})}render(){let{app:t}=this,r=t.text.miners,i=t.store.miners;if(i===null)return e`<div class="skeleton hero">&nbsp;</div>`;if(!i.length)return e`<div class="panel nothing"><h2>${r.noneYet}</h2>${y(t,`setup`,r.setUp,`admin`,`button primary`)}</div>`;let a=t.place.query.get(`q`)??``;this.#i=re(t,se(t,i,a),this.#c);let o=t.locked?null:{has:e=>this.#e.has(e),choose:(e,t,n)=>this.#u(e,t,n)};return e`<div class="stack">
      ${S(t,C(t))}
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
          <span class="hint" role="status">${a?r.filtered(this.#i.length,i.length):n}</span>
          ${a||this.#c.by?n:e`<span class="hint">${t.text.overview.problemsFirst}</span>`}
          ${et(t)}
        </header>
        ${this.#i.length?ie(t,{miners:this.#i,sorting:this.#c,sort:({by:e,down:t})=>this.#l({sort:e,order:e&&t?`desc`:null}),selection:o}):e`<div class="nothing"><p>${r.noneMatches}</p>${m(t,t.text.vocabulary.table.filterClear,()=>this.#l({q:null}))}</div>`}
      </div>
      ${Ze(t,{miners:i.filter(e=>this.#e.has(e.name)),results:this.#n,busy:this.#r,act:(e,t)=>void this.#f(e,t),clear:()=>this.#d()})}
    </div>`}};customElements.define(`mining-running`,it);function at(e,t){if(t===null)return!1;let[n,r]=[A(e),A(t)];for(let e=0;e<Math.max(n.length,r.length);e++){let t=(n[e]??0)-(r[e]??0);if(t)return t>0}return!1}function A(e){return(/\d+(?:\.\d+)*/.exec(e)?.[0]??``).split(`.`).map(Number)}function ot(t,r,i,a){let o=t.text.miners.program,s=i?.error?_e(i.error.code,i.error.details):!1,c=`program-${r.type}`;return e`<section class="panel program" aria-labelledby=${c}>
    <header>
      <h2 id=${c} class="row">
        ${r.title} ${r.installedVersion?e`<span class="hint">${r.installedVersion}</span>`:n}
        ${r.origin?e`<span class="tag">${o.origins[r.origin]??r.origin}</span>`:n}
        ${r.watched?e`<span class="tag">${o.watchTag}</span>`:n}
        ${r.evidence===`none`&&!r.broken?e`<span class="tag">${o.notTried}</span>`:n}
        ${r.simulated?e`<span class="tag">${t.text.vocabulary.simulated}</span>`:n}
      </h2>
      ${i?.state===`running`?n:st(t,r,i,a)}
    </header>
    ${i?ct(t,r,i,a):n}
    ${r.broken?e`<p class="body err">${xe(t,r,`broken`)}</p>`:n}
    ${r.wordings.advisories.map(n=>e`<p class="body warn">${u(`degraded`)} ${t.say(n)}</p>`)}
    ${r.broken?n:e`<div class="body">${Ce(t,r)}</div>
          ${r.origin===null&&ye(r,s)?e`<mining-getting class="body" .app=${t} .program=${r} .refused=${s}></mining-getting>`:n}
          <div class="body">${Se(t,r)}</div>`}
  </section>`}function st(t,r,i,a){let o=t.text.miners.program,{installedVersion:s,latestVersion:c,previousVersion:l}=r,u=r.origin===`own`,d=r.installable&&!r.broken&&i?.state!==`failed`&&ge(r)!==`unproven`;return e`<span class="row">
    ${d&&r.origin===null?m(t,o.install,()=>a.install(!1),{changes:!0,classes:`primary`}):n}
    ${d&&r.origin!==null&&!r.installed?m(t,o.again,()=>a.install(!0),{changes:!0,classes:`primary`}):n}
    ${d&&r.installed&&c&&at(c,s)?m(t,o.updateTo(c),()=>a.install(!1),{changes:!0,classes:`primary`}):n}
    ${l?m(t,o.rollBack(l),a.rollBack,{changes:!0}):n}
    ${r.origin!==null&&!u?m(t,t.text.vocabulary.verbs.remove,a.remove,{needs:`admin`,classes:`danger`}):n}
  </span>`}function ct(t,r,i,a){let o=t.text.miners.program,{numbers:s}=t;if(i.state===`running`){let{stage:t,bytes:a,total:c}=i.progress??{stage:null,bytes:null,total:null},l=t?o.stages[t]??t:o.begins,d=t===`download`&&a!==null?c?o.ofBytes(s.bytes(a),s.bytes(c)):s.bytes(a):``,f=t===`download`&&a!==null&&c;return e`<div class="body installing">
      <progress aria-label=${o.progress(r.title)} max=${f?c:n} value=${f?a:n}></progress>
      <ol class="row">
        ${o.steps.map(r=>{let i=o.steps.indexOf(t??``),a=o.steps.indexOf(r);return e`<li class=${r===t?`now`:`hint`} aria-current=${r===t?`step`:n}>${t!==null&&(i<0||a<i)?u(`ok`):n}${o.stages[r]}</li>`})}
      </ol>
      <p class="hint" role="status">${l} ${d}</p>
    </div>`}if(i.state!==`failed`||!i.error)return n;let{code:c,message:l,details:d}=i.error,f=t.say({text:l,...d.wording??i.wording});return e`<div class="body failed" role="alert">
    ${u(`failed`)}
    <div class="grow">
      <p><b>${o.failed(r.title)}</b></p>
      <p class="wrap">${f}</p>
      ${c===`DOWNLOAD_FAILED`?lt(t,r):n}
    </div>
    ${m(t,t.text.vocabulary.verbs.tryAgain,()=>a.install(!1),{changes:!0,classes:`primary`})}
  </div>`}function lt(t,{type:n}){return e`<div class="offline-ways">
    <h3>${t.text.miners.program.offline.title}</h3>
    ${Te(t,n)}
  </div>`}var ut=t`
  .program h2 .hint, .program h2 .tag {
    font-weight: 400;
  }
  .program > .body {
    margin: 0;
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
`,dt=[we,ut],ft=class extends a{static{this.sheet=dt}static{this.properties={...a.properties,tab:{attribute:!1}}}#e=null;#t=``;#n=!1;#r=new Set;#i=``;connectedCallback(){super.connectedCallback(),this.#a()}async#a(){try{let e=await w(this.app.http.GET(`/jobs`,{params:{query:{limit:50}}}));this.#o([...e.items].reverse())}catch{}}#o(e){for(let t of e)this.app.store.jobs.has(t.id)||this.app.store.jobs.set(t.id,t);this.requestUpdate()}async#s(){try{this.#e=(await w(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}))).items,this.#t=``}catch(e){this.#t=this.app.explain(e)}this.requestUpdate()}willUpdate(e){let t=[...this.app.store.jobs.values()].filter(e=>e.state!==`running`);for(let e of t)this.#r.delete(e.id)&&e.state===`done`&&this.#c(e);let n=`${this.app.store.connection.state===`live`} ${t.map(e=>e.id).sort().join(` `)}`;n!==this.#i&&(this.#i=n,this.#s())}#c({type:e}){let{app:t}=this,n=this.#e?.find(t=>t.type===e)?.title??e,r={label:t.text.vocabulary.verbs.show,run:()=>t.go(`miners?tab=installed`)};t.toast({kind:`ok`,text:t.text.miners.program.done(n),...this.tab===`available`?{action:r}:{}})}#l(e){return[...this.app.store.jobs.values()].filter(t=>t.type===e).reduce((e,t)=>e&&e.startedAt>t.startedAt?e:t,void 0)}async#u({type:e,title:t},n=!1){let r={action:`install`,targets:[e],failed:this.app.text.miners.program.failed(t)},i={path:{type:e},query:{wait:!1,force:n}},a=await this.app.act(r,()=>w(this.app.http.POST(`/miners/{type}/install`,{params:i})));a&&this.#r.add(a.id),this.#o(a?[a]:[])}async#d({type:e,title:t}){let n=this.app.text.miners.program,r={action:`rollback`,targets:[e],done:n.rolledBack(t),failed:n.notRolledBack(t)};await this.app.act(r,()=>w(this.app.http.POST(`/miners/{type}/rollback`,{params:{path:{type:e}}}))),await this.#s()}async#f({type:e,title:t}){let n=this.app.text.miners.program;if(!await this.app.ask({title:n.removeAsk(t),text:n.removeText,verb:this.app.text.vocabulary.verbs.remove,danger:!0}))return;let r={action:`uninstall`,targets:[e],done:n.removed(t),failed:n.notRemoved(t)};await this.app.act(r,()=>w(this.app.http.DELETE(`/miners/{type}/uninstall`,{params:{path:{type:e}}}))),await this.#s()}async#p(){this.#n=!0,this.requestUpdate();let e={action:`look`,targets:[],failed:this.app.text.vocabulary.failed.other},t=(await this.app.act(e,()=>w(this.app.http.POST(`/update`,{params:{query:{checkOnly:!0,all:!0}}}))))?.items.filter(e=>e.error)??[];for(let{title:e,error:n}of t)this.app.toast({kind:`error`,text:`${e}: ${this.app.say({text:n.message,...n.details.wording})}`});this.#n=!1,await this.#s()}render(){let{app:t}=this,r=t.text.miners.program;if(this.#t&&!this.#e)return e`<p class="err" role="alert">${this.#t}</p>`;if(!this.#e)return e`<div class="skeleton hero">&nbsp;</div>`;let i=e=>e.installed||e.broken!==null||e.origin!==null,a=ve(this.#e.filter(e=>i(e)===(this.tab===`installed`))),o=t.store.info?.gpus??[],s=e=>i(e)||this.#l(e.type)!==void 0||be(e,o),[c,l]=[a.filter(s),a.filter(e=>!s(e))],u=this.#e.map(e=>e.lookedUpAt).filter(e=>e!==null).sort().at(-1);return e`<div class="stack" @programs-changed=${()=>void this.#s()}>
      <div class="row">
        <span class="secondary grow">${u?r.looked(t.numbers.ago(u)):r.neverLooked}</span>
        ${m(t,r.look,()=>void this.#p(),{changes:!0,busy:this.#n?r.looking:null})}
      </div>
      ${c.map(e=>this.#m(e))}
      ${l.length?e`<details class="stack other-programs">
            <summary>${r.others(l.length)}</summary>
            ${l.map(e=>this.#m(e))}
          </details>`:n}
      ${a.length?n:e`<p class="panel nothing">${this.tab===`installed`?r.noneInstalled:r.allInstalled}</p>`}
    </div>`}#m(e){return ot(this.app,e,this.#l(e.type),{install:t=>void this.#u(e,t),rollBack:()=>void this.#d(e),remove:()=>void this.#f(e)})}};customElements.define(`mining-programs`,ft);var j=[`grey`,`red`,`green`,`yellow`,`blue`,`magenta`,`cyan`,`white`],pt=/\x1b\[([0-9;]*)m/g,mt=/\x1b\[[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?|[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;function ht(e){let t=[],n=null,r=!1,i=0,a=e=>{let i=e.replace(mt,``).replaceAll(`	`,` `),a=t.at(-1);a&&a.colour===n&&a.bold===r?a.text+=i:i&&t.push({text:i,colour:n,bold:r})};for(let t of e.matchAll(pt))a(e.slice(i,t.index)),i=t.index+t[0].length,[n,r]=_t(t[1]??``,n,r);return a(e.slice(i)),t}function M(e){return e.map(e=>e.text).join(``)}function gt(e,t){let n=t,r=[];for(let t of e){let e=t.text.slice(Math.min(n,t.text.length));n-=t.text.length-e.length,e&&r.push({...t,text:e})}return r}function _t(e,t,n){let r=t,i=n,a=e.split(`;`).map(Number);for(;a.length;){let e=a.shift();e===0?[r,i]=[null,!1]:e===1?i=!0:e===22?i=!1:e===39?r=null:e>=30&&e<=37?r=j[e-30]:e>=90&&e<=97?r=j[e-90]:e===38?r=N(a):e===48&&N(a)}return[r,i]}function N(e){let t=e.shift();if(t===2)return P(e.shift()??0,e.shift()??0,e.shift()??0);if(t!==5)return null;let n=e.shift()??7;if(n<16)return j[n%8];if(n>=232)return n<244?`grey`:`white`;let r=n-16,i=e=>e?55+40*e:0;return P(i(Math.floor(r/36)),i(Math.floor(r/6)%6),i(r%6))}function P(e,t,n){let r=Math.max(e,t,n),i=Math.min(e,t,n);if(r-i<40)return r<140?`grey`:`white`;let a=e=>e>(r+i)/2;return j[+!!a(e)+(a(t)?2:0)+(a(n)?4:0)]}var vt=/^\s*\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\] ?/,yt=/^ ?([A-Za-z][\w-]{0,11}) {2,}(?=\S)/,bt=/\b(?:accepted|rejected|shares?)\b/i,xt=/\b(?:pools?|stratum|connect(?:ed|ing|ion)?|disconnected|new job|dns|socket|tls|login)\b/i,F=/\b(?:rejected|refused|refuses|errors?|fail(?:ed|ure)?|lost|cannot|unable|invalid|crash(?:ed)?|timed out|disabled|no active pools)\b/i,St=/\b(?:accepted|ready|connected)\b/i,Ct={net:`cyan`,pool:`cyan`,miner:`magenta`,cpu:`blue`,opencl:`blue`,nvidia:`blue`,cuda:`blue`};function wt({time:e,text:t}){let n=ht(t),r=M(n),i=vt.exec(r)?.[0].length??0,a=yt.exec(r.slice(i));n=gt(n,i+(a?.[0].length??0));let o=a?.[1]??``,s=M(n),c=n.some(e=>e.colour!==null),l=Dt(o,s,n);return{at:e,source:o,parts:c?n:Ot(s,l),text:s,kinds:l,mine:!1}}function Tt(e,t,n){return{at:e,source:t,parts:[{text:n,colour:null,bold:!0}],text:n,kinds:new Set,mine:!0}}function Et(e){return Ct[e.toLowerCase()]??`grey`}function I(e,t){return t===`all`||e.mine||e.kinds.has(t)}function Dt(e,t,n){let r=new Set;return bt.test(t)&&r.add(`shares`),([`net`,`pool`].includes(e.toLowerCase())||xt.test(t))&&r.add(`network`),(F.test(t)||n.some(e=>e.colour===`red`&&/[a-z]{3}/i.test(e.text)))&&r.add(`problems`),r}function Ot(e,t){let n=(t.has(`problems`)?F:St).exec(e),r={colour:null,bold:!1};if(!n)return e?[{text:e,...r}]:[];let i=t.has(`problems`)?`red`:`green`,[a,o]=[e.slice(0,n.index),e.slice(n.index+n[0].length)];return[{text:a,...r},{text:n[0],colour:i,bold:!1},{text:o,...r}].filter(e=>e.text)}function kt(e,t){let n=M(e).toLowerCase(),r=t.toLowerCase(),i=[];for(let e=n.indexOf(r);r&&e>=0;e=n.indexOf(r,e+r.length))i.push([e,e+r.length]);if(!i.length)return e.map(e=>({...e,hit:!1}));let a=[],o=0;for(let t of e){let e=o+t.text.length,n=[o,...i.flat().filter(t=>t>o&&t<e),e];for(let e=0;e+1<n.length;e++){let[r,s]=[n[e],n[e+1]],c=i.some(([e,t])=>r>=e&&s<=t);s>r&&a.push({...t,text:t.text.slice(r-o,s-o),hit:c})}o=e}return a}function At(e){if(/^[\x20-\x7e]*$/.test(e))return e.length;let t=0;for(let n of e)t+=/\p{M}/u.test(n)?0:/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(n)?2:1;return t}function jt(e,t){return t>0?Math.max(1,Math.ceil(At(e)/t)):1}function L(e){let t=Array(e.length+1),n=t[0]=0;for(let r=0;r<e.length;r++)t[r+1]=n+=e[r];return t}function R(e,t){let n=0,r=e.length-2;for(;n<r;){let i=n+r+1>>1;e[i]<=t?n=i:r=i-1}return n}function Mt(e,t,n,r){let i=e.length-1;return i<1?{from:0,to:0}:{from:Math.max(0,R(e,t)-r),to:Math.min(i,R(e,Math.max(t,n))+1+r)}}var Nt=1e4,z=10,Pt=class{constructor(){this.lines=[],this.shown=[],this.begins=[0],this.#e=`all`,this.#t={columns:0,hanging:!0},this.#n=[]}#e;#t;#n;get filter(){return this.#e}get height(){return this.begins.at(-1)}add(e){return this.#r(e.map(wt))}type(e,t,n){this.#r([Tt(e,t,n)])}clear(){this.lines=[],this.#i()}choose(e){this.#e=e,this.#i()}reshape(e){return e.columns===this.#t.columns&&e.hanging===this.#t.hanging?!1:(this.#t=e,this.#i(),!0)}at(e){return this.shown[R(this.begins,e)]}placeOf(e){let t=this.lines.indexOf(e),n=new Set(this.lines.slice(Math.max(0,t))),r=this.shown.findIndex(e=>n.has(e));return this.begins[r<0?this.shown.length:r]}rowsWith(e){let t=e.toLowerCase();return t?this.shown.flatMap((e,n)=>e.text.toLowerCase().includes(t)?[n]:[]):[]}#r(e){this.lines.push(...e);let t=e.filter(e=>I(e,this.#e));this.shown.push(...t),this.#n.push(...t.map(e=>this.#a(e)));let n=new Set(this.lines.splice(0,Math.max(0,this.lines.length-Nt))),r=n.size?this.shown.findIndex(e=>!n.has(e)):0,i=r<0?this.shown.length:r;this.shown.splice(0,i);let a=this.#n.splice(0,i).reduce((e,t)=>e+t,0);return this.begins=L(this.#n),{left:a,fresh:t}}#i(){this.shown=this.lines.filter(e=>I(e,this.#e)),this.#n=this.shown.map(e=>this.#a(e)),this.begins=L(this.#n)}#a(e){let{columns:t,hanging:n}=this.#t;if(!t)return 1;let r=n?Math.max(0,z+e.source.length+1-20):z+e.source.length;return jt(` `.repeat(r)+e.text,n?Math.max(8,t-20):t)}},Ft=class{#e=null;#t=[];#n=0;#r=``;#i=``;constructor(e,t){this.host=e,this.typed=t}async learn(e,t){this.#e=null;try{let n=e.store.miner(t)?.type??(await w(e.http.GET(`/miners/{miner}`,{params:{path:{miner:t}}}))).type,r=await w(e.http.GET(`/miners/available`,{params:{query:{type:n}}}));this.#e=r.items.find(e=>e.type===n)?.keys??{}}catch{return}this.host.requestUpdate()}render(t,r){let i=t.text.console,a=Object.entries(this.#e??{}),o=t.store.miner(r);return t.locked||this.#e===null||!o?n:a.length?T(o)?e`<form class="input" @submit=${e=>this.#a(e,t,r)}>
      ${c(`right`)}
      <input
        name="keys"
        class="mono"
        maxlength="64"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${i.input}
        placeholder=${i.input}
        aria-invalid=${this.#i?`true`:n}
        aria-describedby=${this.#i?`console-issue`:n}
        @keydown=${e=>this.#s(e)}
      />
      <span class="known" role="group" aria-label=${i.known}>
        ${a.map(([n,a])=>m(t,e`${i.keys[a]??a} <kbd>${n}</kbd>`,()=>void this.#o(t,r,n),{classes:`ghost small`,changes:!0}))}
      </span>
      <button ?disabled=${t.stale}>${i.send}</button>
      ${this.#i?e`<p id="console-issue" class="err" role="alert">${this.#i}</p>`:n}
    </form>`:e`<footer class="input hint">${i.notLive}</footer>`:e`<footer class="input hint">${i.noKeys}</footer>`}async#a(e,t,n){e.preventDefault();let r=e.target.elements.namedItem(`keys`),i=r.value;i&&await this.#o(t,n,i)&&r.value===i&&(r.value=``)}async#o(e,t,n){this.#i=``;let r=!1;try{let i={action:`type`,targets:[t],params:{input:n},quiet:!0};r=await e.act(i,()=>w(e.http.POST(`/miners/{miner}/stdin`,{params:{path:{miner:t}},body:{input:n}})))!==void 0,r&&(this.#t=[...this.#t.filter(e=>e!==n),n].slice(-50),this.#n=this.#t.length,this.typed(n))}catch(t){this.#i=e.explain(t)}return this.host.requestUpdate(),r}#s(e){let t={ArrowUp:-1,ArrowDown:1}[e.key];if(!t)return;e.preventDefault();let n=e.target;this.#n===this.#t.length&&(this.#r=n.value),this.#n=Math.max(0,Math.min(this.#t.length,this.#n+t)),n.value=this.#t[this.#n]??this.#r}},It=t`
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
  @container dashboard (max-width: 44.9937rem) {
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
`,B=1e3,V=5e3,Lt=1e3,H=5e3,Rt=12,zt=1e4,U=720,Bt=[`all`,`shares`,`network`,`problems`],Vt=class extends a{static{this.sheet=It}static{this.properties={...a.properties,miner:{attribute:!1}}}#e=new Pt;#t=null;#n=!0;#r=null;#i=``;#a=null;#o=0;#s=0;#c=0;#l={width:0,height:0,sign:8,line:20};#u={lines:0,problems:0};#d=``;#f=0;#p=!1;#m;#h=!1;#g=``;#_=new Ft(this,e=>this.#E(e));#v;#y;#b=()=>this.#S(0);connectedCallback(){super.connectedCallback(),document.addEventListener(`visibilitychange`,this.#b),this.#v=new IntersectionObserver(e=>{this.#p=e.at(-1).isIntersecting,this.#S(0)}),this.#y=new ResizeObserver(()=>this.#k()),this.updateComplete.then(()=>{this.isConnected&&(this.#v?.observe(this),this.#y?.observe(this.#x))})}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener(`visibilitychange`,this.#b),this.#v?.disconnect(),this.#y?.disconnect(),clearTimeout(this.#m)}get#x(){return this.querySelector(`.log`)}#S(e){clearTimeout(this.#m);let t=this.#p||this.#t===null;this.isConnected&&t&&document.visibilityState===`visible`&&(this.#m=setTimeout(()=>void this.#C(),e))}async#C(){if(this.#h||this.app.stale)return this.#S(B);this.#h=!0;let{miner:e}=this,t=this.#t===null?{lines:Lt}:{lines:H,cursor:this.#t},n=V;try{let r=await w(this.app.http.GET(`/miners/{miner}/logs`,{params:{path:{miner:e},query:t}}));e===this.miner&&this.#w(r,this.#t===null);let i=this.app.store.miner(e);n=r.items.length===H?0:i&&T(i)?B:V,this.#g=``}catch(e){this.#g=this.app.explain(e)}this.#h=!1,this.requestUpdate(),this.#S(n)}#w(e,t){if(this.#t=e.cursor,!e.items.length)return;let{left:n,fresh:r}=this.#e.add(e.items);this.#n||(this.#o+=r.length,this.#s=this.#c=Math.max(0,this.#s-n*this.#l.line)),t||this.#T(r)}#T(e){this.#u.lines+=e.length,this.#u.problems+=e.filter(e=>e.kinds.has(`problems`)).length,!this.#u.lines||Date.now()-this.#f<zt||(this.#d=this.app.text.console.summary(this.#u.lines,this.#u.problems),this.#f=Date.now(),this.#u={lines:0,problems:0})}#E(e){this.#e.type(new Date().toISOString(),this.app.text.console.you,e),this.#M(),this.#S(200)}get#D(){return this.#r??this.#l.width<U}get#O(){let e=Math.floor(this.#l.width/this.#l.sign);return{columns:this.#D?Math.max(10,e):0,hanging:this.#l.width>=U}}#k(){let e=this.querySelector(`.probe`)?.getBoundingClientRect(),t=this.#x,n=getComputedStyle(t),r=t.clientWidth-parseFloat(n.paddingLeft)-parseFloat(n.paddingRight);!e||r<=0||(this.#l={width:r,height:t.clientHeight,sign:e.width/20,line:e.height},this.#A(()=>void 0))}#A(e){let t=this.#n?void 0:this.#e.at(this.#s/this.#l.line);e(),this.#e.reshape(this.#O),t&&(this.#s=this.#c=this.#e.placeOf(t)*this.#l.line),this.requestUpdate()}get#j(){return Math.max(0,this.#e.height*this.#l.line-this.#l.height+16)}#M(){this.#n=!0,this.#o=0,this.requestUpdate()}#N(){let e=this.#x,t=e.scrollTop<this.#s-1,n=e.scrollHeight-e.scrollTop-e.clientHeight<4;this.#s=e.scrollTop,Math.abs(e.scrollTop-this.#c)>1&&(n?this.#M():t&&(this.#n=!1)),this.requestUpdate()}willUpdate(e){e.has(`miner`)&&(this.#e.clear(),this.#t=null,this.#M(),this.#_.learn(this.app,this.miner),this.#S(0)),this.#n&&(this.#s=this.#j)}updated(){let e=this.#x;this.querySelector(`.log .whole`).style.setProperty(`height`,`${this.#e.height*this.#l.line}px`);let t=this.#P().from;this.querySelector(`.log .drawn`).style.setProperty(`transform`,`translateY(${this.#e.begins[t]*this.#l.line}px)`),(this.#n||this.#c===this.#s)&&(Math.abs(e.scrollTop-this.#s)>1&&(e.scrollTop=this.#s),this.#c=e.scrollTop)}#P(){let{line:e,height:t}=this.#l;return Mt(this.#e.begins,this.#s/e,(this.#s+t)/e,Rt)}#F(e){this.#i=e.target.value,this.#a=null,this.requestUpdate()}#I(e){if(e.key!==`Enter`)return;e.preventDefault();let t=this.#e.rowsWith(this.#i);if(!t.length)return;let n=this.#a?this.#e.shown.indexOf(this.#a):e.shiftKey?-1:1/0,r=e.shiftKey?t.find(e=>e>n)??t[0]:t.findLast(e=>e<n)??t.at(-1);this.#a=this.#e.shown[r],this.#n=!1;let i=this.#e.begins[r]*this.#l.line-this.#l.height/2;this.#s=this.#c=Math.min(this.#j,Math.max(0,i)),this.requestUpdate()}#L(){let{numbers:e}=this.app;return this.#e.shown.map(t=>`${t.at?e.dateTime(t.at):``}\t${t.source}\t${t.text}\n`).join(``)}#R(e){if(e.key!==`End`)return;let t=e.target instanceof HTMLInputElement?e.target:null;t?.type===`search`||t&&t.selectionStart!==t.value.length||(e.preventDefault(),this.#M())}render(){let{console:t,vocabulary:r}=this.app.text,i=this.#i?this.#e.rowsWith(this.#i).length:0,{from:a,to:o}=this.#P();return e`<section class="panel console" part="console" aria-labelledby="console-title" @keydown=${e=>this.#R(e)}>
      <header>
        <h2 id="console-title">${t.title}</h2>
        <div class="segment" role="group" aria-label=${t.show}>
          ${Bt.map(n=>e`<button aria-pressed=${n===this.#e.filter} @click=${()=>this.#A(()=>this.#e.choose(n))}>${t.filters[n]}</button>`)}
        </div>
        <input type="search" class="find" aria-label=${t.find} placeholder=${t.find} title=${t.findKeys} .value=${this.#i} @input=${e=>this.#F(e)} @keydown=${e=>this.#I(e)} />
        ${this.#i?e`<span class="hint" role="status">${t.matches(i)}</span>`:n}
        <label class="choice"><input type="checkbox" class="switch" role="switch" .checked=${this.#n} @change=${e=>this.#B(e)} />${t.follow}</label>
        <span class="tools">
          <button class="ghost icon-only" aria-pressed=${this.#D} aria-label=${t.wrap} title=${t.wrap} @click=${()=>this.#A(()=>this.#r=!this.#D)}>${c(`wrap`)}</button>
          <button class="ghost icon-only" aria-label=${r.verbs.copy} title=${r.verbs.copy} @click=${()=>void Me(this.app,this.#L())}>${c(`copy`)}</button>
          <button class="ghost icon-only" aria-label=${r.verbs.download} title=${r.verbs.download} @click=${()=>je(new Blob([this.#L()],{type:`text/plain`}),`${this.miner}.log`)}>${c(`download`)}</button>
        </span>
      </header>
      <div class="view">
        <div class="log ${this.#D?`wraps`:``} ${this.#O.hanging?`hanging`:``}" role="log" aria-live="off" aria-label=${t.title} tabindex="0" @scroll=${()=>this.#N()}>
          <span class="probe" aria-hidden="true">00000000000000000000</span>
          <div class="whole"><div class="drawn">${this.#e.shown.slice(a,o).map(e=>this.#z(e))}</div></div>
          ${this.#e.shown.length?n:e`<p class="hint empty">${this.#g||(this.#t===null?n:this.#e.lines.length?t.noneOfThese:t.nothingYet)}</p>`}
        </div>
        ${this.#n||!this.#o?n:e`<button class="newer primary" @click=${()=>this.#M()}>${c(`down`)}${t.newer(this.#o)}</button>`}
      </div>
      <p class="hidden" role="status">${this.#d}</p>
      ${this.#_.render(this.app,this.miner)}
    </section>`}#z(t){let{numbers:n}=this.app,r=t.at?n.second(t.at):` `.repeat(8),{hanging:i}=this.#O,a=i?t.source.padEnd(9):t.source;return e`<div class="line ${t===this.#a?`hit`:``}"><span class="ink-time">${i?`${r}  `:`${r} `}</span><span class="ink-${t.mine?`white`:Et(t.source)}">${a} </span>${kt(t.parts,this.#i).map(({text:t,colour:n,bold:r,hit:i})=>i?e`<mark>${t}</mark>`:n||r?e`<span class="${n?`ink-${n}`:``} ${r?`bold`:``}">${t}</span>`:t)}</div>`}#B(e){e.target.checked?this.#M():(this.#n=!1,this.requestUpdate())}};customElements.define(`mining-console`,Vt);var Ht={up:`ok`,down:`err`,untold:``},Ut={up:`connected`,down:`disconnected`,untold:`untold`};function Wt(t,r,i){let{numbers:a}=t,o=t.text.miners.one.pool,{connection:s,difficulty:c}=r.stats,l=T(r),d=ue(r),p=l&&d===`up`,m=p?new Date(Date.now()-s.uptime*1e3).toISOString():null,g=r.payees[0]?.pool??null,_=i?p?s.pool:null:(l?s.pool:null)??g,v=r.payees.filter(e=>!e.second&&e.pool!==_).map(e=>e.pool),y=s.tls===null||!l?f(t):s.tls?o.tls.yes:o.tls.no,b=r.payoutLock;return e`<section class="panel" aria-labelledby="pool-title" id="pool">
    <header>
      <h2 id="pool-title">${o.title}</h2>
      ${l?e`<span class="tag ${Ht[d]}">${u(de[d])}${o[Ut[d]]}</span>`:n}
    </header>
    <dl class="pairs body">
      <dt>${o.pool}</dt>
      <dd class="wrap">${_??f(t)}</dd>
      <dt>${o.since}</dt>
      <dd>${m?e`<time datetime=${m} title=${a.dateTime(m)}>${a.duration(s.uptime)}</time>`:f(t)}</dd>
      <dt>${o.ping}</dt>
      <dd>${h(t,p?a.ping(s.ping):`—`)}</dd>
      <dt>${o.encryption}</dt>
      <dd>${y}</dd>
      <dt>${o.difficulty}</dt>
      <dd>${h(t,l?a.difficulty(c):`—`)}</dd>
      <dt>${o.failures}</dt>
      <dd>${h(t,l?a.count(s.failures):`—`)}</dd>
      ${l&&s.lastError?e`<dt>${o.lastError}</dt><dd class="wrap">${s.lastError}</dd>`:n}
      ${i?n:e`<dt>${o.failover}</dt>
            <dd class="wrap">${v.length?v.map(t=>e`<div>${t}</div>`):e`<span class="secondary">${o.noFailover}</span>`}</dd>
            <dt>${o.payee}</dt>
            <dd>${Kt(t,r,_)}</dd>`}
      ${b?e`<dt>${o.lock}</dt><dd class="sentence">${u(Gt(b.state))} ${t.say(b)}</dd>`:n}
    </dl>
  </section>`}function Gt(e){return e===`holds`?`ok`:e===`differs`?`failed`:`hint`}function Kt(t,r,i){let a=t.text.miners.one.pool,o=[...r.payees].sort((e,t)=>Number(t.pool===i)-Number(e.pool===i));return o.filter((e,t)=>o.findIndex(t=>t.payee===e.payee&&t.page===e.page)===t).map(({payee:i,page:o,pool:s})=>e`<div class="payee">
      <span class="mono" title=${s}>${i??f(t)}</span>
      ${i&&s===r.payees[0]?.pool?Ne(t,r.config.wallet,void 0,i):n}
      ${o?e`<div><a href=${o} target="_blank" rel="noreferrer">${a.page}</a></div>`:n}
    </div>`)}var qt=t`
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
    grid-template-columns: auto minmax(45%, 1fr);
    gap: 8px 16px;
    align-items: baseline;
    font-size: 0.8125rem;
  }
  .miner-page .pairs dt {
    color: var(--c-text-2);
  }
  .miner-page .pairs dd {
    text-align: right;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .miner-page .pairs .sentence, .miner-page .pairs.wide dd {
    text-align: left;
  }
  .miner-page .payee {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 0 4px;
  }
  .miner-page .payee button {
    min-height: 24px;
    margin: -4px -12px -4px 0;
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
  .miner-page .wide-gpus .against {
    justify-content: flex-end;
  }
  .miner-page .narrow-gpus .against {
    display: inline-flex;
    vertical-align: bottom;
  }
  .miner-page .hashrate header select {
    width: auto;
    max-width: 100%;
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
  .miner-page .more-panel dl + .row {
    margin-top: 12px;
  }
  .miner-page .more-panel h2 {
    margin-bottom: 8px;
  }
  .miner-page .command code {
    white-space: pre-wrap;
  }
  @container dashboard (max-width: 44.9937rem) {
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
`,W=[`5m`,`1h`,`6h`,`24h`,`7d`];function Jt(t,r,i){let{chart:a,miners:o,overview:s}=t.text,c=Le(i.range,W,`1h`),l=Be(t,r,c,i.card),u=Ie(t,ze(r,c,i.card)),d=l?.tracks.find(e=>e.band)?.band,f=Yt(t,r,i.card),p=f.find(([e])=>e===i.card)?.[1],m=l?.tracks[0]?.series??[];return e`<section class="panel hashrate" aria-labelledby="hashrate-title" id="hashrate">
    <header>
      <h2 id="hashrate-title">${o.one.hashrate}</h2>
      ${f.length>1||i.card?Xt(t,f,i):n}
      ${k(a.scale,[[`zero`,a.from0],[`fit`,a.fit]],i.fit?`fit`:`zero`,e=>i.setFit(e===`fit`))}
      ${k(a.range,W.map(e=>[e,a.ranges[e]]),c,e=>i.set({range:e}),`ranges`)}
    </header>
    ${u&&!l?e`<p class="hint body">${t.explain(u)}</p>`:n}
    ${l&&!l.tracks.length?e`<p class="nothing">${a.nothing}</p>`:e`<mining-chart
          .app=${t}
          .data=${l}
          .fit=${i.fit}
          .label=${[r,p,s.hashrate,a.ranges[c]].filter(Boolean).join(`, `)}
          .legend=${e`${m.map(t=>e`<span>${Re(t)} ${t.label}</span>`)}${d?e`<span><span class="band-sign"></span> ${me(t,d)}</span>`:n}`}
        ></mining-chart>`}
  </section>`}function Yt(e,t,n){let r=e.store.miner(t),i=(r?.stats.gpu??[]).map(e=>[D(e),`${e.id} ${O(e)}`]);return n&&!Fe(r,n)?[...i,[n,n]]:i}function Xt(t,n,{card:r,set:i}){let a=t.text.miners.one.gpus;return e`<select aria-label=${a.whose} @change=${e=>i({card:e.target.value})}>
    <option value="" .selected=${!r}>${a.all}</option>
    ${n.map(([t,n])=>e`<option value=${t} .selected=${t===r}>${n}</option>`)}
  </select>`}function Zt(t,n){let{numbers:r}=t,i=t.text.miners.one.keys,a=T(n),{stats:o}=n,{accepted:s,rejected:c}=o.shares,l=ke(n),u=o.gpu.map(e=>e.fanSpeed).filter(e=>e!==null),d=u.length?[Math.min(...u),Math.max(...u)]:null,m=d&&(d[0]===d[1]?r.percent(d[0]):`${r.count(d[0])}–${r.percent(d[1])}`),h=a&&s!==null?r.acceptedShare(s,c??0):`—`,_=t.stale||a&&o.quality===`stale`;return e`<section class="panel keys ${_?`stale`:``}" aria-label=${t.text.miners.one.figures} id="figures">
    <div>
      <div class="label">${i.now}</div>
      <div class="value">${p(t,r.hashrate(a?o.hashrate:null))}</div>
      ${Qt(t,n)}
    </div>
    <div>
      <div class="label">${i.average}</div>
      <div class="value">${p(t,r.hashrate(a?o.hashrateAvg:null))}</div>
      <div class="meaning">${i.averageMeaning}</div>
    </div>
    <div>
      <div class="label">${i.shares}</div>
      <div class="value">${g(t,h)}</div>
      <div class="meaning">${o.lastShareAt?i.lastAccepted(r.ago(o.lastShareAt)):i.noShares}</div>
    </div>
    <div>
      <div class="label">${i.power}</div>
      <div class="value">${p(t,r.power(l))}</div>
      <div class="meaning">${l===null?t.text.vocabulary.noData:[$t(r.efficiency(o.hashrate,l)),m&&i.fans(m)].filter(Boolean).join(` · `)}</div>
    </div>
    <div>
      <div class="label">${i.uptime}</div>
      <div class="value">${a?r.duration(n.uptime):f(t)}</div>
      <div class="meaning">${i.restarts(r.count(n.restarts))}</div>
    </div>
  </section>`}function Qt(t,n){let r=t.text.overview.key,i=T(n)?ae(t,n):null;if(i===null)return e`<div class="meaning">${T(n)&&n.hashrate===null?r.notFull:r.noUsual}</div>`;let a=t.store.usual.get(n.name),o=t.numbers.percent(Math.abs(Math.round(i-100)));if(i<90)return e`<div class="meaning warn">${u(`degraded`)} ${r.below(o)}</div>`;let s=a.low!==null&&a.high!==null&&n.hashrate>=a.low*.98&&n.hashrate<=a.high*1.02;return e`<div class="meaning">${s?r.usual:i<100?r.below(o):r.above(o)}</div>`}function $t({value:e,unit:t}){return e===`—`?null:`${e}\u202f${t}`}function en(t,i,a){let{numbers:o}=t,s=t.text.miners.one.shares,c=T(i),{shares:l,sharesRecent:u,expectedShareSeconds:d}=i.stats,p=[l.accepted,l.rejected,l.invalid].map(e=>c?e:null),m=p.reduce((e,t)=>e+(t??0),0),g=[`accepted`,`rejected`,`invalid`],_=0;return e`<section class="panel" aria-labelledby="shares-title" id="shares">
    <header><h2 id="shares-title">${s.title}</h2><span class="hint">${s.sinceStart}</span></header>
    <div class="body">
      <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${s.bar(...p.map(e=>o.count(e)))}>
        <rect width="100" height="8" class="none"></rect>
        ${m?p.map((e,t)=>{let i=(e??0)/m*100,a=_;return _+=i,i?r`<rect x=${a} width=${Math.max(i,.8)} height="8" class=${g[t]}></rect>`:n}):n}
      </svg>
      <div class="share-counts">
        ${g.map((n,r)=>e`<div><span class="label"><span class="square ${n}"></span>${s[n]}</span><b>${h(t,o.count(p[r]))}</b></div>`)}
      </div>
      <dl class="pairs">
        <dt>${s.recent}</dt>
        <dd>${u.accepted===null?f(t):s.recentValue(o.count(u.accepted),o.count(u.rejected))}</dd>
        <dt>${s.rate}</dt>
        <dd>${a?s.anHour(o.count(Math.round(a.perHour))):e`<span class="secondary">${s.tooFew}</span>`}</dd>
        ${c&&d?e`<dt>${s.expected}</dt><dd>${o.duration(d)}</dd>`:n}
      </dl>
    </div>
  </section>`}var G=[`hashrate`,`usual`,`temperature`,`fan`,`power`,`efficiency`];function tn(t,r){let i=t.text.miners.one.gpus,a=T(r)?r.stats.gpu:[];if(!a.length)return n;let o=a.filter(e=>e.hashrate).length,s=new Set(a.map(e=>J(t,r,e)).filter(e=>typeof e==`string`));return e`<section class="panel" aria-labelledby="gpus-title" id="gpus">
    <header><h2 id="gpus-title">${i.title} <span class="hint">${i.hashing(o,a.length)}</span></h2></header>
    <div class="scroll wide-gpus" tabindex="0" role="region" aria-label=${i.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${i.gpu}</th>
            ${G.map(t=>e`<th scope="col" class="number">${i[t]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${a.map(n=>{let i=q(t,r,n);return e`<tr>
              <th scope="row">${K(t,n)}</th>
              ${G.map(t=>e`<td class="number ${t===`hashrate`?`strong`:``}">${i[t]}</td>`)}
            </tr>`})}
        </tbody>
      </table>
    </div>
    <ul class="lines narrow-gpus">
      ${a.map(n=>{let{hashrate:a,usual:o,temperature:s,fan:c,power:l,efficiency:u}=q(t,r,n);return e`<li>
          <div class="grow">
            <div class="row">${K(t,n)}<span class="grow"></span><b>${a}</b></div>
            <div class="hint">${i.usual} ${o} · ${u}</div>
            <div class="hint">${s} · ${i.fan} ${c} · ${l}</div>
          </div>
        </li>`})}
    </ul>
    ${[...s].map(t=>e`<p class="hint body">${i.usual} — ${t}</p>`)}
  </section>`}function K(t,n){let r=n.hashrate?`mining`:`stopped`;return e`<span class="row">${u(r,t.text.vocabulary.status[r])}<span class="hint">${n.id}</span><b>${O(n)}</b></span>`}function q(e,t,n){let{numbers:r}=e;return{hashrate:p(e,r.hashrate(n.hashrate)),usual:nn(e,J(e,t,n)),temperature:p(e,r.temperature(n.temperature)),fan:h(e,r.percent(n.fanSpeed)),power:p(e,r.power(n.powerUsage)),efficiency:p(e,r.efficiency(n.hashrate,n.powerUsage))}}function J(e,t,n){let r=e.text.miners.one.gpus;if(!e.store.usual.has(t.name))return null;if(t.status===`paused`)return r.paused;if(n.hashrate===null)return r.noRate;let i=Pe(e,t.name,D(n),t.stats.algorithm)?.median;return i?Math.round(n.hashrate/i*100):r.noUsual}function nn(t,r){if(r===null)return f(t);if(typeof r==`string`)return e`<span class="unit" role="img" aria-label=${r} title=${r}>${`—`}</span>`;let i=r<90,a=i?u(`degraded`,t.text.miners.one.gpus.low):n;return e`<span class="row against ${i?`warn`:``}">${a}${_(r/100,i?`warn`:`quiet`)}${t.numbers.percent(r)}</span>`}var rn=[`pool`,`wallet`,`algo`,`coin`,`threads`,`worker`];function an({name:e,type:t,config:n}){let r=[`miner-ctrl`,`start`,t,`--name`,Y(e)],i={};for(let[e,t]of Object.entries(n))if(t!=null){if(rn.includes(e))r.push(`--${e}`,Y(String(t)));else if(e===`tls`)r.push(t?`--tls`:`--no-tls`);else if(e===`options`)for(let[e,n]of Object.entries(t))r.push(`--option`,Y(`${e}=${JSON.stringify(n)}`));else i[e]=t}return Object.keys(i).length?`${[...r,`--config`,`-`].join(` `)} <<'END'\n${JSON.stringify(i)}\nEND`:r.join(` `)}function Y(e){return/^[\w@%+=:,./-]+$/.test(e)&&!e.startsWith(`-`)?e:`'${e.replaceAll(`'`,`'\\''`)}'`}function on(t,r,i){let a=t.text.miners.one.more,o=`miners/${encodeURIComponent(r.name)}?edit`;return e`<details class="panel more-panel">
    <summary>${a.title}</summary>
    <div class="body stack">
      <section aria-labelledby="configuration-title">
        <h2 id="configuration-title">${a.configuration}</h2>
        <dl class="pairs wide">${Object.entries(r.config).map(([e,t])=>sn(e,t))}</dl>
        <p class="row">
          ${y(t,o,a.edit,`operator`)}
          ${r.profileId?v(t,`profiles/${r.profileId}`,a.openProfile,`button`):n}
        </p>
      </section>
      <section aria-labelledby="command-title">
        <h2 id="command-title">${a.command}</h2>
        ${E(t,an(r))}
        ${i?n:e`<p class="hint">${a.withoutPassword}</p>`}
      </section>
      ${i?n:e`<section aria-labelledby="follow-title">
            <h2 id="follow-title">${a.follow}</h2>
            ${E(t,`miner-ctrl logs ${Y(r.name)} --follow`)}
          </section>`}
    </div>
  </details>`}function sn(t,r){if(r==null)return n;let i=t===`wallet`?l(String(r)):typeof r==`object`?X(r):String(r);return e`<dt class="mono">${t}</dt><dd class="mono wrap">${i}</dd>`}function X(e){return(Array.isArray(e)?e.map(e=>typeof e==`object`&&e?X(e):String(e)):cn(e)).join(`, `)}function cn(e){return Object.entries(e).filter(([,e])=>e!=null).map(([e,t])=>`${e} ${typeof t==`object`?X(t):e===`wallet`?l(String(t)):String(t)}`)}var ln=3;function un(e,t,n){let r=e.findIndex(e=>e!==null),i=e.findLastIndex(e=>e!==null);if(r<0)return null;let a=n>=0&&n<=r?0:e[r],o=0;for(let t of e.slice(r))t!==null&&(o+=t>=a?t-a:t,a=t);return o<ln?null:{count:o,perHour:o*3600/((i-r+1)*t)}}function dn(t,r){let i=t.text.miners.one.works,a=T(r)?r.stats.work:[];return a.length<2?n:e`<section class="panel" aria-labelledby="works-title" id="works">
    <header><h2 id="works-title">${i.title}</h2></header>
    <ul class="lines">
      ${a.map(n=>e`<li>
          <div class="grow">
            <div class="row"><b>${h(t,n.algorithm===null?`—`:Ee(n.algorithm))}</b><span class="grow"></span><b>${p(t,t.numbers.hashrate(n.hashrate))}</b></div>
            <div class="hint">${fn(t,n)} · ${h(t,n.pool??`—`)}</div>
          </div>
        </li>`)}
    </ul>
  </section>`}function fn(e,{shares:{accepted:t,rejected:n}}){return t===null?h(e,`—`):e.text.miners.one.works.shares(e.numbers.count(t),e.numbers.count(n??0))}var pn=6e4,Z=60,Q=20,mn={start:`start`,restart:`restart`,stop:`stop`},hn=class extends a{static{this.sheet=[qt,fe]}static{this.properties={...a.properties,miner:{attribute:!1},view:{attribute:!1}}}#e=!0;#t=null;#n=null;#r=[];#i=null;#a=new Map;#o;connectedCallback(){super.connectedCallback(),this.#o=setInterval(()=>void this.#s(),pn)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#o)}willUpdate(e){e.has(`miner`)&&(this.#n=this.#i=null,this.#r=[],this.#s(),this.#c());let t=this.app.store.miner(this.miner)?.type;t!==void 0&&!this.#a.has(t)&&this.#l(t);let n=this.app.store.miner(this.miner)?.profileId??null;n!==null&&n!==this.#i?.id&&(this.#i={id:n,name:n},this.#u(n))}async#s(){let{miner:e}=this,t={metrics:[`accepted`],duration:`1h`,resolution:`1m`};try{let n=this.app.http.GET(`/miners/{miner}/history`,{params:{path:{miner:e},query:t}}),r=await w(n),i=r?.miners[0]?.series[0]?.values??[],a=Date.parse(this.app.store.miner(e)?.startedAt??``)-Date.parse(r?.from??``);e===this.miner&&(this.#n=un(i,Z,Math.floor(a/1e3/Z))),this.requestUpdate()}catch{}}async#c(){let{miner:e}=this;try{let t=await w(this.app.http.GET(`/events`,{params:{query:{miner:e,limit:Q}}}));e===this.miner&&(this.#r=t.items),this.requestUpdate()}catch{}}async#l(e){this.#a.set(e,!1);try{let{items:e}=await w(this.app.http.GET(`/miners/available`,{params:{query:{limit:1e3}}}));for(let t of e)this.#a.set(t.type,t.watched);this.requestUpdate()}catch{}}async#u(e){try{let{name:t}=await w(this.app.http.GET(`/profiles/{id}`,{params:{path:{id:e}}}));this.#i={id:e,name:t},this.requestUpdate()}catch{}}async#d(e){if(this.#t)return;this.#t=e,this.requestUpdate();let t=await le(this.app,e,this.miner);if(this.#t=null,t&&e===`forget`)return this.app.go(`miners`);this.requestUpdate()}render(){let{app:t}=this,r=t.store.miner(this.miner),i=e`${v(t,`miners`,t.text.vocabulary.pages.miners,`crumb`)} <span class="unit" aria-hidden="true">/</span> ${this.miner}`;if(!r)return e`${b(i)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`;let a=C(t,r.name);return e`${b(i,n,this.#p(r))}
      <div class="content miner-page">
        ${this.#m(r)} ${this.#h(r)} ${S(t,a)}
        ${a.some(e=>e.severity!==`hint`)?n:this.#g(r)} ${Zt(t,r)}
        <div class="columns side">
          <div class="stack">${this.#_(r.name)}</div>
          <div class="stack">${en(t,r,this.#n)}${Wt(t,r,this.#f(r))}</div>
        </div>
        ${dn(t,r)} ${tn(t,r)}
        ${this.#f(r)?n:e`<mining-console id="console" .app=${t} .miner=${r.name}></mining-console>`}
        ${this.#v()} ${on(t,r,this.#f(r))}
      </div>`}#f(e){return this.#a.get(e.type)??!1}#p(t){let{app:r}=this;if(r.locked)return n;let{verbs:a,busy:o}=r.text.vocabulary,s=x(t),l=s.filter(e=>[`start`,`stop`].includes(e)||e===`restart`&&!r.narrow),u=s.filter(e=>!l.includes(e));return e`<span class="row">
      ${l.map(t=>m(r,e`${c(mn[t])}${a[t]}`,()=>void this.#d(t),{changes:!0,classes:t===`start`?`primary`:t===`stop`?`danger`:``,busy:this.#t===t?o[t]:null}))}
      ${u.length?i(r,`${a.actions}: ${t.name}`,u.map(e=>ce(r,e,()=>void this.#d(e)))):n}
    </span>`}#m(t){let{app:r}=this,i=r.text.miners.one,a=Ae(r.store,t),{algorithm:o}=t.stats,s=o??t.config.algo,c=[s?De(s):null,t.config.coin].filter(Boolean).join(` · `);return e`<p class="identity" role="group" aria-label=${i.state}>
      <b class="row">${u(a)}${r.text.vocabulary.status[a]}</b>
      <span>${t.type} ${t.version??``}</span>
      ${t.simulated?e`<span class="tag">${r.text.vocabulary.simulated}</span>`:n}
      ${this.#f(t)?e`<span class="tag">${r.text.miners.program.watchTag}</span> <span class="secondary">${i.watched(t.config.pool)}</span>`:n}
      ${c?e`<span>${c}</span>`:n}
      ${this.#i&&t.profileId?e`<span>${i.profile} ${v(r,`profiles/${t.profileId}`,this.#i.name)}</span>`:n}
      ${t.pid===null?n:e`<span>${i.pid(t.pid)}</span>`}
      ${T(t)&&t.startedAt?e`<span title=${r.numbers.dateTime(t.startedAt)}>${i.started(r.numbers.time(t.startedAt))}</span>`:n}
      ${!T(t)&&t.stoppedAt?e`<span title=${r.numbers.dateTime(t.stoppedAt)}>${i.stopped(r.numbers.time(t.stoppedAt))}</span>`:n}
      ${t.nextVersion?e`<span class="secondary">${i.nextVersion(t.nextVersion)}</span>`:n}
      ${t.programIssue?e`<span class="warn">${u(`degraded`)} ${t.programIssue}</span>`:n}
    </p>`}#h(t){let n=this.app.text.miners.one,r=[[`hashrate`,n.hashrate],[`shares`,n.shares.title],[`pool`,n.pool.title]];return T(t)&&t.stats.gpu.length&&r.push([`gpus`,n.gpus.title]),this.#f(t)||r.push([`console`,this.app.text.console.title]),e`<div class="chips" role="group" aria-label=${n.jump}>
      ${r.map(([t,n])=>e`<button @click=${()=>this.querySelector(`#${t}`)?.scrollIntoView({block:`start`})}>${n}</button>`)}
    </div>`}#g(t){let{app:r}=this,i=Oe(t),a=t.stats.donating,o=oe(r,t)??(t.reason&&i!==`mining`?r.say(t.reason):null);if(!o)return n;let[s]=T(t)?t.wanted===`paused`?[`resume`]:[]:[`start`];return e`<section class="panel reason-panel" aria-label=${a?r.text.vocabulary.donating(t.type):r.text.miners.one.why}>
      ${u(a||i===`mining`?`hint`:i)}
      <p class="grow">${o} ${t.nextRestartAt?r.text.miners.one.nextRestart(r.numbers.time(t.nextRestartAt)):n}</p>
      ${s&&!a?m(r,r.text.vocabulary.verbs[s],()=>void this.#d(s),{changes:!0}):n}
    </section>`}#_(e){let{app:t}=this;return Jt(t,e,{range:t.place.query.get(`range`)??t.range,fit:this.#e,card:t.place.query.get(`card`),set:e=>t.go(o(t.place,e),!0),setFit:e=>{this.#e=e,this.requestUpdate()}})}#v(){let{app:t}=this,r=t.text.miners.one,i=[...new Map([...this.#r,...t.store.events.filter(e=>e.miner===this.miner)].map(e=>[e.seq,e])).values()].sort((e,t)=>t.seq-e.seq).slice(0,Q);return e`<section class="panel activity" aria-labelledby="timeline-title">
      <header><h2 id="timeline-title">${r.timeline}</h2>${v(t,`admin/timeline`,t.text.overview.fullLog)}</header>
      <ul class="lines" tabindex="0" role="list" aria-labelledby="timeline-title">
        ${i.map(n=>e`<li>${d(t,n.timestamp)}<span class="grow wrap">${t.say(n)}</span></li>`)}
        ${i.length?n:e`<li class="secondary">${r.noEvents}</li>`}
      </ul>
    </section>`}};customElements.define(`mining-miner`,hn);var gn=class extends a{static{this.sheet=Ye}static{this.properties={...a.properties,miner:{attribute:!1}}}#e={types:[],coins:[],pools:[]};#t=null;#n=null;#r={};#i=``;#a=!1;#o=e=>this.#c&&e.preventDefault();#s=e=>{!e.ctrlKey&&!e.metaKey||e.altKey||e.key.toLowerCase()!==`s`&&e.key!==`Enter`||(e.preventDefault(),this.#p())};connectedCallback(){super.connectedCallback(),this.addEventListener(`keydown`,this.#s),addEventListener(`beforeunload`,this.#o),qe(this.app).then(e=>{this.#e=e,this.requestUpdate()})}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`keydown`,this.#s),removeEventListener(`beforeunload`,this.#o),this.#c&&this.#u(!1)}willUpdate(e){e.has(`miner`)&&(this.#t=this.#n=null);let t=this.app.store.miner(this.miner);t&&!this.#t&&(this.#t=this.#n=Ve({name:t.name,minerType:t.type,config:t.config}))}get#c(){return this.#t!==null&&this.#n!==null&&He(this.#n,this.#t)}#l(e){let t=this.#c;this.#t&&(this.#r=We(this.#r,this.#t,e)),this.#t=e,t!==this.#c&&this.#u(this.#c),this.requestUpdate()}#u(e){this.app.hold=e?e=>this.#d(e):null,this.dispatchEvent(new CustomEvent(`mining-unsaved`,{detail:{dirty:e},bubbles:!0,composed:!0}))}async#d(e){if(e.page===`miners`&&e.rest[0]===this.miner&&e.query.has(`edit`))return!0;let t=this.app.text.profiles,n=await this.app.ask({title:t.leaveAsk,text:t.leaveText(this.#f().join(`, `)),verb:t.leaveVerb,danger:!0});return n&&this.#l(this.#n),n}#f(){return this.#t&&this.#n?Je(this.#n,this.#t,this.app.text.editor):[]}async#p(){let{app:e,miner:t}=this,n=this.#t;if(!n||!this.#c||this.#a||e.locked||e.stale)return;this.#a=!0,this.#r={},this.#i=``,this.requestUpdate();let r={type:n.minerType,config:Ue(n)};try{if(!await e.act({action:`restart`,targets:[t],done:e.text.miners.one.edit.saved(t),quiet:!0},()=>Ke(e,n=>w(e.http.PUT(`/miners/{miner}`,{params:{path:{miner:t},query:n?{confirm:n}:{}},body:r})))))return;this.#n=n,this.#u(!1),e.go(`miners/${encodeURIComponent(t)}`)}catch(t){this.#r=Ge(e,t instanceof he?t.fields:[]),this.#i=e.explain(t),this.#m()}finally{this.#a=!1,this.requestUpdate()}}async#m(){this.requestUpdate(),await this.updateComplete,await new Promise(e=>setTimeout(e)),this.querySelector(`[aria-invalid=true]`)?.focus()}render(){let{app:t}=this,r=t.text.miners.one,i=`miners/${encodeURIComponent(this.miner)}`,a=e`${v(t,`miners`,t.text.vocabulary.pages.miners,`crumb`)} <span class="unit" aria-hidden="true">/</span> ${v(t,i,this.miner,`crumb`)}`,o=t.store.miner(this.miner);return!o||!this.#t?e`${b(a)}<div class="content"><div class="skeleton hero">&nbsp;</div></div>`:e`${b(a)}
      <div class="content">
        <section class="panel profile-editor" aria-labelledby="edit-title">
          <header><h2 id="edit-title">${r.more.edit}</h2></header>
          ${o.profileId?e`<p class="told">${u(`hint`)}<span>${r.edit.apart}</span> ${v(t,`profiles/${o.profileId}`,r.more.openProfile)}</p>`:n}
          ${this.#i?e`<p class="told err" role="alert">${u(`failed`)}<span>${this.#i}</span></p>`:n}
          <mining-config-editor
            .app=${t}
            .draft=${this.#t}
            .choices=${this.#e}
            .faults=${this.#r}
            .nameless=${!0}
            .passwordSaved=${!0}
            @draft-change=${e=>this.#l(e.detail)}
          ></mining-config-editor>
          ${t.locked?n:this.#h(T(o),i)}
        </section>
      </div>`}#h(t,n){let{app:r}=this,{profiles:i}=r.text,a=r.text.miners.one.edit,o=this.#f();return e`<footer class="save-bar">
      <div class="grow" role="status">
        ${this.#c?e`<b>${u(`starting`)} ${i.unsaved(o.length)}</b> <span class="hint">${o.join(`, `)}</span>`:e`<span class="hint">${i.noChanges}</span>`}
        <div class="hint">${t?a.restarts:a.starts}</div>
      </div>
      ${v(r,n,r.text.vocabulary.verbs.cancel,`button`)}
      ${m(r,t?a.saveRestart:a.saveStart,()=>void this.#p(),{changes:!0,classes:`primary`,busy:this.#a?i.saving:null})}
    </footer>`}};customElements.define(`mining-miner-editor`,gn);var _n=`mining-miners-page`,$=[`running`,`installed`,`available`],vn=class extends a{static{this.sheet=t`
    .page-header .crumb {
      color: var(--c-text-2);
      font-weight: 400;
      text-decoration: none;
      padding: 4px 0;
      display: inline-block;
      min-width: 24px;
    }
    .miners-tabs {
      padding: 12px 32px 0;
    }
    .miners-page > .content {
      padding-top: 16px;
    }
    @container dashboard (max-width: 44.9937rem) {
      .miners-tabs {
        padding: 8px 16px 0;
      }
    }
  `}render(){let{app:t}=this,[r]=t.place.rest;if(r!==void 0)return this.#e(r);let i=t.text.miners,a=t.place.query.get(`tab`),o=$.includes(a)?a:`running`,c=$.map(e=>({id:e,label:i.tabs[e]}));return e`${b(t.text.vocabulary.pages.miners,n,y(t,`setup`,i.setUp,`admin`,`button primary`))}
      <div class="miners-tabs">${s(i.tabs.label,c,o,e=>t.go(e===`running`?`miners`:`miners?tab=${e}`))}</div>
      <div class="content" role="tabpanel" id="panel-${o}" aria-labelledby="tab-${o}">
        ${o===`running`?e`<mining-running .app=${t} .view=${t.place}></mining-running>`:e`<mining-programs .app=${t} .tab=${o}></mining-programs>`}
      </div>`}#e(t){let{app:n}=this,r=n.store.miners===null||n.store.miner(t);if(r&&n.place.query.has(`edit`))return e`<mining-miner-editor .app=${n} .miner=${t}></mining-miner-editor>`;if(r)return e`<mining-miner .app=${n} .view=${n.place} .miner=${t}></mining-miner>`;let i=n.text.miners.one;return e`${b(t)}
      <div class="content">
        <div class="panel nothing">
          ${u(`hint`)}
          <h2>${i.unknown(t)}</h2>
          <p>${i.unknownText}</p>
          ${v(n,`miners`,i.all,`button`)}
        </div>
      </div>`}};customElements.define(_n,vn);export{_n as TAG};