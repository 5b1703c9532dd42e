import{c as e,d as t,m as n,n as r,r as i}from"./numbers-DmDPapOC.js";import{n as a,t as o}from"./client-DmZ2ZvJT.js";import{a as s,c,d as l,l as u,n as d,o as f,s as p,t as m}from"./payee-dialog-BF4QB0Tl.js";import{n as h,t as g}from"./icons-BM_WsqFH.js";import{l as _,r as v,s as y,t as b}from"./parts-BSd3yIb6.js";import{i as x}from"./mining-dashboard-DXqdwQIw.js";import{n as S,o as C,r as w}from"./state-CbVuLnqD.js";var T=new Set([`pool`,`pools`,`wallet`,`password`,`options`,`tls`,`tlsFingerprint`]);function E(e,t,n){let i=[],a=(e,t,r)=>{O(t,n)!==O(r,n)&&i.push(n.change(e,O(t,n),O(r,n)))};a(n.name,e.name,t.name),a(n.program,e.minerType,t.minerType),i.push(...D(e,t,n));let[o,c]=[s(e),s(t)];o.wallet!==c.wallet&&i.push(n.change(n.wallet,r(o.wallet)||`—`,r(c.wallet)||`—`));for(let e of new Set([...Object.keys(o),...Object.keys(c)]))T.has(e)||a(n.fields[e]??e,o[e],c[e]);t.password!==null&&t.password!==e.password&&i.push(t.password?n.passwordChanged:n.passwordRemoved);let l={...o.options,...c.options};for(let e of Object.keys(l))a(e,o.options?.[e],c.options?.[e]);return i}function D(e,t,n){let r=new Map(e.pools.map((e,t)=>[e.key,{...e,at:t}])),i=new Set(t.pools.map(e=>e.key)),a=[...r.values()].filter(e=>!i.has(e.key)).map(e=>n.poolRemoved(n.place(e.at)));for(let[e,i]of t.pools.entries()){let t=r.get(i.key);t?t.pool===i.pool?JSON.stringify([t.tls,t.tlsFingerprint,t.own])!==JSON.stringify([i.tls,i.tlsFingerprint,i.own])&&a.push(n.poolChanged(n.place(e))):a.push(n.change(n.place(e),t.pool||`—`,i.pool||`—`)):a.push(n.poolAdded(n.place(e)))}let o=e=>e.filter(e=>r.has(e)&&i.has(e)).join();return o([...r.keys()])!==o(t.pools.map(e=>e.key))&&a.push(n.poolsMoved),a}function O(e,t){return e==null||e===``?`—`:typeof e==`boolean`?e?t.on:t.off:typeof e==`object`?`enabled`in e?O(e.enabled,t):JSON.stringify(e):String(e)}function k(e,t){return(e.store.miners??[]).filter(e=>e.profileId===t)}function A(e){let t=e.filter(S).map(C);return t.find(w)??t[0]??(e.some(e=>C(e)===`failed`)?`failed`:`stopped`)}function j(e,t,n){let r=n.trim().toLowerCase(),i=new Set((e.store.miners??[]).filter(S).map(e=>e.profileId));return t.filter(({name:e,minerType:t,config:n})=>[e,t,n.coin,n.algo,n.pool].some(e=>e?.toLowerCase().includes(r))).sort((e,t)=>Number(i.has(t.id))-Number(i.has(e.id))||e.name.localeCompare(t.name))}function M(e,n,r,i,a){let o=k(e,n.id),s=A(o),{minerType:c,config:l}=n;return t`<li class=${r?`current`:``}>
    ${g(s,e.text.common.status[s])}
    <div class="grow">
      ${_(e,`profiles/${n.id}`,n.name,`name`)}
      <div class="hint secondary">${[i.get(c)??c,l.coin,l.algo].filter(Boolean).join(` · `)}</div>
      <div class="hint">${P(e,o)}</div>
    </div>
    ${N(e,n,a)}
  </li>`}function N(e,n,{start:r,stop:i,busy:a}){let{verbs:o,busy:s}=e.text.common,c=k(e,n.id).some(S),l=a.has(n.id);return c?v(e,t`${h(`stop`)}${o.stop}`,()=>i(n),{changes:!0,busy:l?s.stop:null,label:`${o.stop}: ${n.name}`}):v(e,t`${h(`start`)}${o.start}`,()=>r(n),{changes:!0,busy:l?s.start:null,label:`${o.start}: ${n.name}`})}function P(e,n){let r=e.text.profiles,i=n.filter(S);if(i.length){let t=new Set(i.map(e=>e.stats.algorithm)),n=i.map(e=>e.hashrate).filter(e=>e!==null),{value:a,unit:o}=e.numbers.hashrate(n.reduce((e,t)=>e+t,0)),s=i.map(e=>e.name).join(`, `);return r.miningOn(s,t.size===1&&n.length?`${a}\u202f${o}`:``)}let a=n.map(e=>e.stoppedAt??e.startedAt).filter(e=>e!=null).sort().at(-1);return a?t`${r.lastRun(``)}${b(e,a)}`:r.notRunning}function F(e,t){return k(e,t).filter(S).map(e=>e.name)}async function I(e,t,n){let r={name:t.name.trim(),description:t.description,minerType:t.minerType,config:s(t)};return e.act({action:`profile.save`,targets:[t.name.trim()],quiet:!0},()=>m(e,t=>{let i=t?{confirm:t}:{};return a(n?e.http.PUT(`/profiles/{id}`,{params:{path:{id:n},query:i},body:r}):e.http.POST(`/profiles`,{params:{query:i},body:r}))}))}async function L(e,{id:t,name:n},r){let i=e.text.profiles.savedRestarted(n,r.length);await e.act({action:`restart`,targets:r,done:i,failed:e.text.common.failed.restart(r.join(`, `))},async()=>{for(let n of r)await m(e,r=>a(e.http.POST(`/miners/{miner}/restart`,{params:{path:{miner:n},query:{profile:t,...r?{confirm:r}:{}}}})));return!0})}async function R(e,{id:t,name:n}){let{done:r,failed:i}=e.text.common;await e.act({action:`start`,targets:[n],done:r.start(n),failed:i.start(n)},()=>m(e,n=>a(e.http.POST(`/profiles/{id}/start`,{params:{path:{id:t},query:n?{confirm:n}:{}}}))))}async function z(e,{id:t,name:n}){let{done:r,failed:i,confirm:o}=e.text.common,s=F(e,t),c={title:o.stopAll(s.length),text:o.stopAllText(s.join(`, `)),verb:o.stopAllVerb(s.length),danger:!0};s.length>1&&!await e.ask(c)||await e.act({action:`stop`,targets:s,done:r.stop(n),failed:i.stop(n)},()=>Promise.all(s.map(t=>a(e.http.DELETE(`/miners/{miner}`,{params:{path:{miner:t}}})))))}async function B(e,{id:t,name:n}){let r=e.text.profiles;if(!await e.ask({title:r.deleteAsk(n),text:r.deleteText,verb:e.text.common.verbs.delete,danger:!0}))return!1;let i={action:`profile.delete`,targets:[n],done:r.deleted(n),failed:r.notDeleted(n)};return await e.act(i,()=>a(e.http.DELETE(`/profiles/{id}`,{params:{path:{id:t}}})))!==void 0}function V(e){let t;try{t=JSON.parse(e.replace(/^\uFEFF/,``))}catch{return/"?(pools|randomx|donate-level)"?\s*:/.test(e)&&/"?url"?\s*:/.test(e)?`xmrig`:`other`}let n=t?.data??t;if(Array.isArray(n?.profiles))return`profiles`;let r=n?.pools;return Array.isArray(r)&&r.some(e=>typeof e?.url==`string`)?`xmrig`:`other`}async function H(e,t){let n=t?{id:t}:{},r=await a(e.http.GET(`/profiles/export`,{params:{query:n}}));U(`${(t?r.profiles[0]?.name.replace(/[^\w.-]+/g,`-`):`profiles`)||`profile`}.json`,JSON.stringify(r,null,1)),e.toast({kind:`ok`,text:e.text.profiles.secretsLeftOut})}function U(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(new Blob([t],{type:`application/json`})),n.download=e,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),1e3)}async function W(e,n,r){let i=e.text.profiles,o=await n.text(),s=V(o);if(s!==`profiles`){let r=s===`xmrig`?`miner-ctrl import ${n.name}`:`miner-ctrl profile import ${n.name}`,a=s===`xmrig`?i.xmrigFile:i.notAFile;return await e.ask({title:i.notImported,text:t`${a} <code>${r}</code>`,verb:e.text.common.verbs.close}),[]}let c=JSON.parse(o.replace(/^\uFEFF/,``)),l=new Set(r.map(e=>e.toLowerCase())),u=(c.data??c).profiles?.map(e=>e.name).filter(e=>l.has(String(e).toLowerCase()))??[],d=u.length>0&&await e.ask({title:i.import,text:i.exists(u.join(`, `)),verb:i.replaceVerb}),f={action:`profile.import`,targets:[n.name],failed:i.notImported},p=await e.act(f,()=>m(e,t=>a(e.http.POST(`/profiles/import`,{params:{query:{replace:d,...t?{confirm:t}:{}}},body:c}))));if(!p)return[];let h=e=>p.results.filter(t=>t.result===e).length;return e.toast({kind:`ok`,text:i.imported(h(`created`),h(`replaced`))}),p.results}function G(n,r,i){if(!r.length)return e;let a=n.text.profiles;return t`<section class="panel" aria-labelledby="imported-title">
    <header>
      <h2 id="imported-title">${a.importTitle}</h2>
      <button class="ghost" @click=${i}>${n.text.common.verbs.close}</button>
    </header>
    <ul class="lines">
      ${r.map(e=>t`<li>
          ${g(e.result===`skipped`?`degraded`:`ok`)}
          <div class="grow">
            <b>${e.name}</b> ${a.result[e.result]??e.result}
            ${[e.reason,...e.payout,...e.warnings].filter(Boolean).map(e=>t`<p class="hint">${e}</p>`)}
          </div>
        </li>`)}
    </ul>
  </section>`}function K(n,r,i){let a=n.text.profiles,{profile:o}=r;return t`<section class="panel profile-editor" aria-labelledby="profile-title">
    ${q(n,o,i)}
    ${r.elsewhere?t`<p class="told">${g(`hint`)}<span>${a.changedElsewhere}</span> <button class="link" @click=${()=>i.takeOver()}>${a.takeOver}</button></p>`:e}
    ${r.remarks.map(e=>t`<p class="told">${g(`hint`)}<span>${e}</span></p>`)}
    <mining-config-editor
      .app=${n}
      .draft=${r.draft}
      .choices=${r.choices}
      .faults=${r.faults}
      .passwordSaved=${o!==null}
      @draft-change=${e=>i.edit(e.detail)}
    ></mining-config-editor>
    ${n.locked?e:J(n,r,i)}
  </section>`}function q(n,r,i){let a=n.text.profiles,{verbs:o}=n.text.common,s=r?k(n,r.id):[];return t`<header>
    <div class="row">
      ${_(n,`profiles`,t`${h(`up`)}<span class="hidden">${a.back}</span>`,`button ghost back`)}
      <h2 id="profile-title">${r?.name??a.create}</h2>
      <span class="hint row">${r?t`${g(A(s))} ${P(n,s)}`:a.isNew}</span>
    </div>
    ${r&&!n.locked?t`${v(n,t`${h(`copy`)}${a.duplicate}`,()=>i.duplicate(r),{classes:`ghost wide-only`})}
          ${x(n,`${o.actions}: ${r.name}`,[{label:a.duplicate,run:()=>i.duplicate(r)},{label:a.export,run:()=>void H(n,r.id)},{label:o.delete,danger:!0,run:()=>i.remove(r)}])}
          ${N(n,r,i)}`:e}
  </header>`}function J(n,{profile:r,dirty:i,changes:a,saving:o},s){let c=n.text.profiles,{verbs:l}=n.text.common,u=r?F(n,r.id).length:0,d=u?c.saveAndRestart(u):c.saveAndStart;return t`<footer class="save-bar">
    <div class="grow" role="status">
      ${i?t`<b>${g(`starting`)} ${c.unsaved(a.length)}</b> <span class="hint">${a.join(`, `)}</span>`:t`<span class="hint">${r?c.noChanges:c.isNew}</span>`}
      <div class="hint">${c.applies(u)}</div>
    </div>
    ${i?t`<button class="ghost" @click=${()=>s.discard()}>${l.discard}</button>`:e}
    ${v(n,l.save,()=>s.save(!1),{changes:!0,busy:o?c.saving:null})}
    ${i?v(n,d,()=>s.save(!0),{changes:!0,classes:`primary`,busy:o?c.saving:null}):e}
  </footer>`}var Y=n`
  .list-and-editor {
    display: grid;
    gap: 20px;
    grid-template-columns: 300px minmax(0, 1fr);
    align-items: start;
  }
  .list-and-editor > .profile-editor:only-child {
    grid-column: 1 / -1;
  }
  .profile-list .filter {
    padding: 12px;
    border-bottom: 1px solid var(--c-line);
  }
  .profile-list li {
    align-items: center;
    padding: 10px 12px 10px 16px;
  }
  .profile-list li > svg.glyph {
    align-self: flex-start;
    margin-top: 6px;
  }
  .profile-list li.current {
    background: var(--c-accent-tint);
  }
  .profile-list li.current .hint {
    color: var(--c-text-2);
  }
  .profile-list a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .profile-list a.name:hover {
    text-decoration: underline;
  }
  .profile-list .hint {
    overflow-wrap: anywhere;
  }
  .profile-editor > header {
    padding: 12px 24px;
  }
  .profile-editor > header h2 {
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .profile-editor .back {
    display: none;
  }
  .profile-editor .back svg {
    transform: rotate(-90deg);
  }
  .profile-editor .told {
    display: flex;
    gap: 10px;
    align-items: baseline;
    flex-wrap: wrap;
    padding: 8px 24px;
    border-top: 1px solid var(--c-line);
  }
  .profile-editor .told span {
    flex: 1 1 240px;
  }
  .profile-editor .save-bar {
    position: sticky;
    bottom: 0;
    background: var(--c-surface);
    border-radius: 0 0 10px 10px;
    padding: 12px 24px;
    z-index: 5;
  }
  .profile-editor .save-bar .grow {
    flex-basis: 200px;
    overflow-wrap: anywhere;
  }
  @container dashboard (max-width: 1023.9px) {
    .list-and-editor {
      grid-template-columns: 240px minmax(0, 1fr);
    }
  }
  @container dashboard (max-width: 719.9px) {
    .list-and-editor {
      grid-template-columns: minmax(0, 1fr);
    }
    .profiles.chosen .profile-list, .profiles:not(.chosen) .profile-list + .profile-editor {
      display: none;
    }
    .profile-editor .back {
      display: inline-flex;
    }
    .page-header .wide-only, .profile-editor .wide-only {
      display: none;
    }
    .profile-editor > header, .profile-editor .save-bar, .profile-editor .told {
      padding: 10px 16px;
    }
    .profile-editor .save-bar {
      position: static;
    }
  }
`,X=`mining-profiles-page`,Z=`new`,Q=class extends i{static{this.properties={...i.properties,filter:{state:!0}}}static{this.sheet=Y}#e=null;#t={types:[],coins:[],pools:[]};#n=-1;#r=null;#i=null;#a=null;#o=null;#s={};#c=[];#l=null;#u=[];#d=new Set;#f=!1;#p=!1;#m=e=>this.#p&&e.preventDefault();constructor(){super(),this.filter=``}connectedCallback(){super.connectedCallback(),this.addEventListener(`keydown`,this.#S),addEventListener(`beforeunload`,this.#m),l(this.app).then(e=>{this.#t=e,this.#i&&!this.#i.minerType&&this.#v({...this.#i,minerType:this.#g()},!0),this.requestUpdate()})}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`beforeunload`,this.#m),this.app.hold=null,this.#p&&this.#y(!1)}willUpdate(){this.#n!==this.app.store.profilesChanged&&(this.#n=this.app.store.profilesChanged,this.#h());let e=this.app.place.rest[0]??(this.#r===Z?null:this.#r);(e!==this.#r||!this.#i&&e)&&this.#_(e)}async#h(){try{let e=await a(this.app.http.GET(`/profiles`,{params:{query:{limit:1e3,sort:`name`}}}));this.#e=e.items,this.#l=null}catch(e){this.#l=this.app.explain(e)}let e=this.#e?.find(e=>e.id===this.#r);e&&!this.#p&&e.updatedAt!==this.#o?.updatedAt&&this.#_(e.id),!this.#r&&this.#e?.length&&this.#_(j(this.app,this.#e,``)[0].id),this.requestUpdate()}#g(){let e=this.#t.types.filter(e=>!e.broken);return(e.find(e=>e.type===`xmrig`)??e.find(e=>!e.simulated)??e[0])?.type??``}#_(e){this.#r=e;let t=this.#e?.find(t=>t.id===e)??null;this.#o=t,this.#s={},this.#c=[],this.#a=t?f(t):e===Z?c(this.#g()):null,this.#v(this.#a)}#v(e,t=!1){this.#i=e,t&&(this.#a=e);let n=!!e&&!!this.#a&&(u(this.#a,e)||this.#r===Z&&u(c(e.minerType),e));n!==this.#p&&this.#y(n),this.app.hold=n?e=>this.#b(e):null,this.requestUpdate()}#y(e){this.#p=e,this.dispatchEvent(new CustomEvent(`mining-unsaved`,{detail:{dirty:e},bubbles:!0,composed:!0}))}async#b(e){if(e.page===`profiles`&&(e.rest[0]??this.#r)===this.#r)return!0;let t=this.app.text.profiles,n=await this.app.ask({title:t.leaveAsk,text:t.leaveText(this.#x().join(`, `)),verb:t.leaveVerb,danger:!0});return n&&this.#v(this.#a),n}#x(){if(!this.#i||!this.#a)return[];let e=E(this.#a,this.#i,this.app.text.editor);return e.length||!this.#p?e:[this.app.text.profiles.isNew]}#S=e=>{(e.ctrlKey||e.metaKey)&&!e.altKey&&(e.key.toLowerCase()===`s`?(e.preventDefault(),this.#C(!1)):e.key===`Enter`&&(e.preventDefault(),this.#C(!0)))};async#C(e){let{app:t}=this,n=t.text.profiles,r=this.#i;if(!r||this.#f||t.locked||t.stale||!this.#p&&!e)return;this.#f=!0,this.#s={},this.requestUpdate();let i=this.#o,a=i?F(t,i.id):[];try{let o=await I(t,r,i?.id??null);if(!o)return;this.#w(o),e?a.length?await L(t,o,a):await R(t,o):t.toast({kind:`ok`,text:n.saved(o.name)})}catch(e){this.#T(e,r.name)}finally{this.#f=!1,this.requestUpdate()}}#w(e){let t=this.app.text.profiles,n=(this.#e??[]).filter(t=>t.id!==e.id);this.#e=[...n,e];let r=this.#r===Z;this.#p&&this.#y(!1),this.#r=e.id,this.#_(e.id),this.#c=[...e.payout.map(t.paysNew),...e.warnings],r&&this.app.go(`profiles/${e.id}`)}#T(e,t){let{app:n}=this,r=e instanceof o?e.fields:[];this.#s=d(n,r),e instanceof o&&e.code===`PROFILE_ALREADY_EXISTS`&&(this.#s={name:n.explain(e)}),n.toast({kind:`error`,text:`${n.text.profiles.notSaved(t)}: ${n.explain(e)}`}),this.requestUpdate(),this.updateComplete.then(async()=>{await new Promise(e=>setTimeout(e)),this.querySelector(`[aria-invalid=true]`)?.focus()})}async#E(e,t){this.#d.add(e),this.requestUpdate(),await t(),this.#d.delete(e),this.requestUpdate()}async#D(e){await B(this.app,e)&&(this.#e=(this.#e??[]).filter(t=>t.id!==e.id),this.#a=null,this.#v(null),this.#r=null,this.app.go(`profiles`))}async#O(e){if(this.app.hold&&!await this.app.hold({page:`profiles`,rest:[Z],query:new URLSearchParams}))return;this.app.hold=null,this.app.go(`profiles/${Z}`),this.#_(Z);let t=f(e);this.#v({...t,name:this.app.text.profiles.copyOf(e.name),pools:t.pools.map(e=>({...e,key:p().key}))})}#k(){let e=Object.assign(document.createElement(`input`),{type:`file`,accept:`.json,application/json,.yaml,.yml`});e.addEventListener(`change`,()=>{let t=e.files?.[0];t&&W(this.app,t,(this.#e??[]).map(e=>e.name)).then(e=>{this.#u=e,this.#h()})}),e.click()}render(){let{app:n}=this,r=n.text.profiles,i=this.#e?.length??0,a=n.locked?e:t`${i?v(n,r.exportAll,()=>void H(n),{classes:`wide-only`}):e}
          ${v(n,r.import,()=>this.#k(),{changes:!0})}
          ${_(n,`profiles/${Z}`,t`${h(`add`)}${r.create}`,`button primary`)}`;return t`${y(n.text.common.pages.profiles,i||e,a)}
      <div class="content profiles ${n.place.rest[0]?`chosen`:``}">
        ${this.#l?t`<p class="err" role="alert">${g(`failed`)} ${this.#l}</p>`:e} ${G(n,this.#u,()=>this.#M())}
        ${this.#e===null?t`<div class="panel"><div class="skeleton body">&nbsp;</div></div>`:this.#A(this.#e)}
      </div>`}#A(n){let{app:r}=this,i=r.text.profiles;if(!n.length&&this.#r!==Z)return t`<section class="panel nothing">
        <p>${i.empty}</p>
        ${r.locked?e:_(r,`setup`,i.wizard,`button primary`)}
      </section>`;let a=j(r,n,this.filter),o=new Map(this.#t.types.map(e=>[e.type,e.title]));return t`<div class="list-and-editor">
      ${n.length?t`<section class="panel profile-list" aria-label=${i.list}>
            <div class="filter">
              <input type="search" aria-label=${i.filter(n.length)} placeholder=${i.filter(n.length)} .value=${this.filter}
                @input=${e=>this.filter=e.target.value} />
            </div>
            <ul class="lines">
              ${a.map(e=>M(r,e,e.id===this.#r,o,this.#j))}
              ${a.length?e:t`<li class="secondary">${i.noMatch} <button class="link" @click=${()=>this.filter=``}>${r.text.common.table.filterClear}</button></li>`}
            </ul>
          </section>`:e}
      ${this.#N()}
    </div>`}get#j(){return{busy:this.#d,start:e=>void this.#E(e.id,()=>R(this.app,e)),stop:e=>void this.#E(e.id,()=>z(this.app,e)),edit:e=>this.#v(e),discard:()=>this.#v(this.#a),takeOver:()=>this.#_(this.#r),save:e=>void this.#C(e),duplicate:e=>void this.#O(e),remove:e=>void this.#D(e)}}#M(){this.#u=[],this.requestUpdate()}#N(){let{app:e}=this,n=e.text.profiles,r=this.#i;if(!r)return t`<section class="panel nothing profile-editor"><p>${this.#r&&this.#e?n.gone:n.choose}</p></section>`;let i=this.#e?.find(e=>e.id===this.#r);return K(e,{draft:r,profile:this.#o,choices:this.#t,faults:this.#s,remarks:this.#c,changes:this.#x(),dirty:this.#p,elsewhere:this.#o!==null&&i!==void 0&&i.updatedAt!==this.#o.updatedAt,saving:this.#f},this.#j)}};customElements.define(X,Q);export{X as TAG};