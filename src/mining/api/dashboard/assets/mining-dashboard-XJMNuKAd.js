import{a as e,c as t,i as n,l as r,n as i,r as a,t as o}from"./lit-B4EAelNx.js";import{n as s,r as c,t as l}from"./client-CPk1CF5s.js";import{n as u,r as d}from"./hotkeys-BvGfkK3h.js";import{i as f,r as p,t as m}from"./numbers-3bZ_9uze.js";import{n as ee,t as te}from"./directive-BSZPiF1A.js";import{c as ne,n as re,r as ie}from"./state-CUMyYihm.js";import{n as ae}from"./algorithm-BuzPlf_h.js";function h(e){let[t=``,n=``]=e.replace(/^[#/]+/,``).split(`?`,2),[r=``,...i]=t.split(`/`).filter(Boolean).map(decodeURIComponent);return{page:r||`overview`,rest:i,query:new URLSearchParams(n)}}function g({page:e,rest:t,query:n}){let r=[e,...t].map(encodeURIComponent).join(`/`),i=n.toString();return i?`${r}?${i}`:r}function oe({page:e,rest:t,query:n},r){let i=new URLSearchParams(n);for(let[e,t]of Object.entries(r))t?i.set(e,t):i.delete(e);return g({page:e,rest:t,query:i})}var se=class extends o{static{this.properties={app:{attribute:!1}}}#e=()=>this.requestUpdate();#t;createRenderRoot(){return this}connectedCallback(){super.connectedCallback();let e=[this.constructor.sheet??[]].flat().flatMap(e=>e.styleSheet??[]),t=this.getRootNode();t instanceof ShadowRoot&&(t.adoptedStyleSheets=[...new Set([...t.adoptedStyleSheets,...e])]),this.#t=this.app?.store,this.#t?.addEventListener(`change`,this.#e)}disconnectedCallback(){super.disconnectedCallback(),this.#t?.removeEventListener(`change`,this.#e)}};function _(e,t){return e instanceof l&&e.code===t}var ce={every:1,delta:!0},le=1e3,ue=3e4,de=45e3,fe=5e3,pe=1e4,me=class{#e;#t;#n;#r;#i;#a;#o;constructor(e){this.options=e,this.connection={state:`connecting`,lastData:null,nextTry:null,attempt:0,issue:null},this.#e=null,this.#n=0,this.#i=!1,this.#a=null,this.#o=()=>{globalThis.document?.visibilityState!==`hidden`&&this.connection.nextTry!==null&&this.tryNow()}}start(){globalThis.addEventListener?.(`online`,this.#o),globalThis.document?.addEventListener(`visibilitychange`,this.#o),this.#r=setInterval(()=>this.#c(),5e3),this.#s()}end(){this.#i=!0,globalThis.removeEventListener?.(`online`,this.#o),globalThis.document?.removeEventListener(`visibilitychange`,this.#o),clearTimeout(this.#t),clearInterval(this.#r),this.#e?.close()}tryNow(){clearTimeout(this.#t),this.#s()}async#s(){this.#l();let e;try{let t=await this.options.getToken?.();e=t?[`mining.v1`,`mining.key.${t}`]:[]}catch{e=[]}if(this.#i)return;let t=!1,n=this.#e=new WebSocket(this.options.eventsUrl,e);n.onopen=()=>n.send(JSON.stringify(this.options.request??ce)),n.onmessage=({data:e})=>{this.#e===n&&(t=!0,this.#a=null,this.#n=Date.now(),this.#d({state:`live`,lastData:this.#n,nextTry:null,attempt:0,issue:null}),this.options.heard(JSON.parse(e)))},n.onclose=()=>{this.#e!==n||this.#i||this.#u(t)},this.#n=Date.now()}#c(){this.#e&&Date.now()-this.#n>de&&this.#s()}#l(){let e=this.#e;this.#e=null,e?.close()}async#u(e){this.#a??=Date.now();let t=e?1:this.connection.attempt+1,n=Math.min(le*2**(t-1),ue),r,i=null,a=n;try{let t=await s(this.options.http.GET(`/miners`,{params:{query:{limit:1e3}}})),i={type:`snapshot`,seq:0,timestamp:new Date().toISOString(),data:{miners:t.items}};this.options.heard(i),r=e?`reconnecting`:`polling`,this.connection={...this.connection,lastData:Date.now()},a=e?n:fe}catch(e){let t=e instanceof l&&(e.status===401||e.status===403);t&&(i=e);let n=Date.now()-this.#a<pe&&this.connection.lastData!==null;r=t?`unauthorized`:n?`reconnecting`:`offline`}this.#i||(this.#d({state:r,nextTry:Date.now()+a,attempt:t,issue:i}),this.#t=setTimeout(()=>void this.#s(),a))}#d(e){let t=this.connection;this.connection={...t,...e};let n=e=>e===null?null:Math.floor(e/1e3);(t.state!==this.connection.state||t.nextTry!==this.connection.nextTry||t.attempt!==this.connection.attempt||n(t.lastData)!==n(this.connection.lastData))&&this.options.changed?.(this.connection)}};function v(e,t){if(Array.isArray(e)&&Array.isArray(t)&&e.length===t.length)return e.map((e,n)=>v(e,t[n]));if(!y(e)||!y(t))return t;let n={...e};for(let r in t){let i=t[r];n[r]=typeof i==`object`?v(e[r],i):i}return n}function y(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}var b=200,he=6e5,ge=1e3,_e=class extends EventTarget{#e;#t;#n;constructor(e){super(),this.http=e,this.connection={state:`connecting`,lastData:null,nextTry:null,attempt:0,issue:null},this.miners=null,this.events=[],this.attention=[],this.attentionLoaded=!1,this.usual=new Map,this.jobs=new Map,this.info=null,this.serverVersion=null,this.profilesChanged=0,this.poolsChanged=0,this.settingsChanged=0,this.rounds=0,this.#e=0,this.#t=0,this.#d=null,this.#f=!1}miner(e){return this.miners?.find(t=>t.name===e)}setConnection(e){let t=e.state!==this.connection.state||e.nextTry!==this.connection.nextTry;this.connection=e,t&&this.tell()}heard(e){switch(e.type){case`snapshot`:this.#c(e.data.miners,e.seq);break;case`miner.stats`:this.#l({[e.data.name]:e.data},x),this.#s();break;case`miners.stats`:this.#l(Object.fromEntries(e.data.items.map(e=>[e.name,e])),x),this.tell();break;case`miners.delta`:this.#l(e.data.miners,v),this.rounds++,this.tell();break;case`miner.status`:{let{event:t,text:n,who:r,...i}=e.data;t===`forget`?this.miners=this.miners?.filter(e=>e.name!==i.name)??null:this.#u(i.name,()=>i),this.#p(),this.tell();break}case`attention`:this.attention=e.data.items,this.attentionLoaded=!0,this.tell();break;case`ping`:Date.now()-this.#t>he&&this.#o().catch(()=>void 0);break;case`install.progress`:this.jobs.set(e.data.id,e.data),this.tell();break;case`profile.changed`:this.profilesChanged++,this.tell();break;case`pools.changed`:this.poolsChanged++,this.tell();break;case`settings.changed`:this.settingsChanged++,this.tell()}}async refresh(){await Promise.allSettled([this.#r(),this.loadInfo(),this.#o()])}async#r(){await Promise.allSettled([this.#p(),this.#a(),this.#i()])}async#i(){if(![...this.jobs.values()].some(e=>e.state===`running`))return;let{items:e}=await s(this.http.GET(`/jobs`,{params:{query:{limit:50}}}));for(let t of e)this.jobs.get(t.id)?.state===`running`&&this.jobs.set(t.id,t);this.tell()}async#a(){this.attention=(await s(this.http.GET(`/attention`,{params:{query:{limit:1e3}}}))).items,this.attentionLoaded=!0,this.tell()}async#o(){this.#t=Date.now();let e=await s(this.http.GET(`/usual`,{params:{query:{limit:1e3}}}));this.usual=new Map(e.items.map(e=>[e.name,e])),this.tell()}async loadInfo(){this.info=await s(this.http.GET(`/info`)),this.tell()}tell(){clearTimeout(this.#n),this.#n=void 0,this.dispatchEvent(new Event(`change`))}#s(){this.#n??=setTimeout(()=>this.tell(),ge)}#c(e,t){let n=t===0;!n&&t<this.#e&&(this.events=[],this.#e=0),this.miners=[...e].sort((e,t)=>e.name.localeCompare(t.name)),this.profilesChanged++,this.poolsChanged++,this.settingsChanged++,n?this.#r():this.refresh(),this.tell()}#l(e,t){this.miners=(this.miners??[]).map(n=>{if(!Object.hasOwn(e,n.name))return n;let r=t(n,e[n.name]);return r.hashrate=r.stats.hashrate,r.uptime=r.stats.uptime,r})}#u(e,t){let n=this.miners??[],r=n.findIndex(t=>t.name===e);if(r>=0)this.miners=n.with(r,t(n[r]));else{let e=t({});e.config&&(this.miners=[...n,e].sort((e,t)=>e.name.localeCompare(t.name)))}}#d;#f;#p(){return this.#f=this.#d!==null,this.#d??=this.#m().catch(()=>void 0).finally(()=>{this.#d=null,this.#f&&this.#p()}),this.#d}async#m(){let e=this.#e?{since:this.#e,limit:1e3}:{limit:b},t=(await s(this.http.GET(`/events`,{params:{query:e}}))).items.filter(e=>e.seq>this.#e).sort((e,t)=>t.seq-e.seq);t.length&&(this.#e=t[0].seq,this.events=[...t,...this.events].slice(0,b),this.tell())}};function x(e,t){return{...e,...t}}var ve=/(?<![\w/.-])miner-ctrl (?=[a-z])/g;function S(e,t){return t&&t!==`miner-ctrl`?e.replaceAll(ve,()=>`${t} `):e}var C={overview:()=>d(()=>import(`./overview-o3XMcvUf.js`).then(e=>e.TAG),[]),miners:()=>d(()=>import(`./miners-DmTBjihz.js`).then(e=>e.TAG),[]),profiles:()=>d(()=>import(`./profiles-B7ntF1ql.js`).then(e=>e.TAG),[]),setup:()=>d(()=>import(`./setup-5UW7eWig.js`).then(e=>e.TAG),[]),statistics:()=>d(()=>import(`./statistics-CEGP_Vjk.js`).then(e=>e.TAG),[]),pools:()=>d(()=>import(`./pools-BRupd7KT.js`).then(e=>e.TAG),[]),admin:()=>d(()=>import(`./admin-ClVBCs_x.js`).then(e=>e.TAG),[]),settings:()=>d(()=>import(`./settings-B4bN2-tv.js`).then(e=>e.TAG),[])},w=`mining-dashboard`,T={theme:`auto`,density:`auto`,language:``,temperatureUnit:``,hotkeys:!0,range:`24h`,notifyAbout:[],dismissed:[],columns:{}};function E(){return{...T}}function D(){try{let e=JSON.parse(localStorage.getItem(w)??`{}`),t=Object.entries(e).filter(([e,t])=>e in T&&typeof t==typeof T[e]);return{...T,...Object.fromEntries(t)}}catch{return E()}}function O(e){try{localStorage.setItem(w,JSON.stringify(e))}catch{}}var k={problems:[`crash`,`error`,`hang`,`exit`,`degraded`],recovered:[`recovered`],payouts:[`payout`],runs:[`start`,`stop`,`restart`,`pause`,`resume`,`adopt`],programs:[`install`,`update`,`rollback`,`uninstall`],server:[`daemon.start`,`daemon.stop`,`settings`,`key`]},A=3;function j(e,t,n){let r=e[0]?.seq??0;return t===null?{newest:r,events:[]}:{newest:r,events:e.filter(e=>e.seq>t&&n.includes(e.event)).reverse()}}var M=class{#e=null;constructor(e){this.app=e}look(){let{store:e,preferences:t}=this.app;if(!e.events.length&&this.#e===null)return;let{newest:n,events:r}=j(e.events,this.#e,t.notifyAbout);this.#e=n,r.length&&`Notification`in globalThis&&Notification.permission===`granted`&&(r.length<=A?r.forEach(e=>this.#t(e)):this.#n(r))}#t(e){let{app:t}=this,n=t.text.vocabulary.events[e.event]??e.event;this.#r(e.miner?`${e.miner}: ${n}`:n,t.say(e),e.seq,e.miner?`miners/${encodeURIComponent(e.miner)}`:`admin/timeline`)}#n(e){let{app:t}=this,n=e.slice(-3).map(e=>`${e.miner?`${e.miner}: `:``}${t.say(e)}`);this.#r(t.text.vocabulary.manyEvents(e.length),n.join(`
`),e.at(-1).seq,`admin/timeline`)}#r(e,t,n,r){let i=new Notification(e,{body:t,tag:`mining-${n}`,lang:document.documentElement.lang});i.onclick=()=>{focus(),this.app.go(r),i.close()}}},N=class{#e=null;added(e,t){if(!t)return[];let n=e.filter(e=>e.severity!==`hint`),r=this.#e?n.filter(e=>!this.#e.has(e.id)):[];return this.#e=new Set(n.map(e=>e.id)),r}},P=class{#e=new Set;changed(e){let t=new Set(e.map(e=>`${e.code} ${e.miner??``}`)),n=[...t].filter(e=>!this.#e.has(e)),r=[...this.#e].filter(e=>!t.has(e));return this.#e=t,n.length||r.length?{added:n,resolved:r,open:[...t]}:null}};function F(t,n){let{numbers:r,store:i}=t,{offline:a,verbs:o}=t.text.vocabulary,{lastData:s,nextTry:c,attempt:l}=i.connection,u=new URL(t.baseUrl),d=e=>S(e,t.store.info?.commandLine),m=c===null?null:Math.max(0,Math.ceil((c-Date.now())/1e3));return e`<section class="panel offline" aria-labelledby="offline-title">
      <div class="lines">
        <div>
          ${p(`offline`)}
          <div class="grow">
            <div role="alert"><h2 id="offline-title">${a.title}</h2></div>
            <p class="secondary">
              ${a.text} ${s===null?``:a.lastKnown(r.time(s),r.ago(s))}
            </p>
            <p class="row wait">
              <b>${m?a.nextTry(r.duration(m)):a.trying}</b>
              <span class="secondary">· ${a.attempt(l)}</span><span class="grow"></span>
              <button class="primary" @click=${n}>${f(`restart`)}${o.tryNow}</button>
            </p>
          </div>
        </div>
        <div>
          <dl>
            <dt>${a.address}</dt>
            <dd class="mono">${u.origin}</dd>
            <dt>${a.what}</dt>
            <dd>${a.noAnswer}</dd>
            <dt>${a.try}</dt>
            <dd>
              <ol>
                <li>${a.running} <code>${d(`miner-ctrl status`)}</code></li>
                <li>${a.startIt} <code>${d(`miner-ctrl serve`)}</code></li>
                <li>${a.elsewhere(u.port||(u.protocol===`https:`?`443`:`80`))}</li>
              </ol>
            </dd>
          </dl>
        </div>
      </div>
    </section>
    ${s===null?``:e`<p class="last-values secondary">${f(`clock`)}<span>${a.lastValues(r.dateTime(s))}</span></p>`}`}function ye(t,n){let{key:r}=t.text.vocabulary;return e`<form class="note key" @submit=${e=>{e.preventDefault();let t=new FormData(e.target).get(`key`);typeof t==`string`&&t.trim()&&n(t.trim())}}>
    ${p(`hint`)}
    <div class="grow stack">
      <div>
        <h2>${t.store.connection.state===`unauthorized`?r.title:r.other}</h2>
        <p class="secondary">${r.text}</p>
      </div>
      ${t.store.connection.issue?e`<p class="err" role="alert">${t.explain(t.store.connection.issue)}</p>`:``}
      <label class="field"><span>${r.label}</span><input name="key" type="password" autocomplete="off" required /></label>
      <p class="hint">${r.make} <code>${S(`miner-ctrl keys create dashboard --role ${t.store.connection.state===`unauthorized`?`operator`:`admin`}`,t.store.info?.commandLine)}</code></p>
      <div><button class="primary">${r.submit}</button></div>
    </div>
  </form>`}function be(t,n){return e`<div class="note" role="status">
    ${p(`hint`)}
    <p>${t.text.vocabulary.reloadOffer(n)}</p>
    <button @click=${()=>location.reload()}>${t.text.vocabulary.verbs.reload}</button>
  </div>`}var xe=new Set([`profiles`,`pools`,`settings`,`setup`]),Se=class{#e=null;#t=!1;constructor(e,t){this.app=e,this.changed=t}async ask(){if(!(this.#e||this.#t)){this.#t=!0;try{this.#e=(await s(this.app.http.GET(`/`))).you,this.changed()}catch{}finally{this.#t=!1}}}get locked(){let{readonly:e}=this.app.text.vocabulary;return this.app.readonly?e.asked:this.#e?.role===`viewer`?this.#n?e.foreign:e.viewer:null}refusal(e){return this.locked??(e===`admin`&&this.#e?.role===`operator`?this.app.text.vocabulary.readonly.operator:null)}get#n(){return this.#e?.via===`origin:foreign`}note(t,n){let r=this.refusal(xe.has(t)?`admin`:`operator`);if(!r)return i;let{readonly:a}=this.app.text.vocabulary,o=n&&this.#e?.via===`key`&&!this.app.readonly;return e`<div class="note" role="note">
      ${p(`hint`)}
      <p>${r} ${this.#n?e`<span class="secondary">${a.foreignHow}</span>`:i}</p>
      ${o?e`<button @click=${n}>${a.otherKey}</button>`:i}
    </div>`}},Ce=0;function we(t,n,{title:r,text:o,verb:s,danger:c,word:l}){let u=document.createElement(`dialog`),d=`question-${++Ce}`;return u.setAttribute(`aria-labelledby`,d),u.setAttribute(`aria-describedby`,`${d}-text`),u.tabIndex=-1,new Promise(f=>{a(e`<form method="dialog">
        <h2 id=${d}>${r}</h2>
        <p class="secondary" id="${d}-text">${o}</p>
        ${l?e`<label class="field"
              ><span>${l.label}</span>
              <input autocomplete="off" spellcheck="false" autofocus @input=${e=>Te(e.target,l.value)}
            /></label>`:i}
        <div class="row end">
          <button value="">${n.vocabulary.verbs.cancel}</button>
          <button value="yes" class=${c?`danger solid`:`primary`} ?disabled=${l!==void 0}>${s}</button>
        </div>
      </form>`,u),u.addEventListener(`close`,()=>{f(u.returnValue===`yes`),u.remove()}),t.append(u),u.showModal(),l||u.focus()})}function Te(e,t){e.form.querySelector(`button[value=yes]`).disabled=e.value.trim()!==t}var Ee=t`
  dialog {
    color: var(--c-text);
    background: var(--c-surface);
    border: 1px solid var(--c-line-2);
    border-radius: 12px;
    padding: 20px;
    width: min(560px, calc(100vw - 32px));
    max-height: calc(100vh - 64px);
    box-shadow: var(--c-shadow);
    overflow: auto;
  }
  dialog:focus-visible {
    outline: none; /* no stop of the Tab key */
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  dialog form {
    display: grid;
    gap: 16px;
  }
  dialog h2 {
    font-size: 1rem;
  }
  .row.end {
    justify-content: flex-end;
  }
`;function De(t,n,r,{face:a,reads:o=!1}={}){return e`<span class="menu" @keydown=${Ae}>
    <button
      class=${a?``:`ghost icon-only`}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${a?i:n}
      ?disabled=${t.stale&&!o}
      @click=${Oe}
    >
      ${a??f(`dots`)}
    </button>
    <span role="menu" popover aria-hidden="true" aria-label=${n} @toggle=${ke}>
      ${r.map(n=>{let r=n.needs?t.refusal(n.needs):null;return e`<button
          role="menuitem"
          tabindex="-1"
          class="ghost ${n.danger?`danger`:``}"
          data-needs=${n.needs??i}
          aria-disabled=${r?`true`:i}
          title=${r??i}
          @click=${e=>{if(r)return t.toast({kind:`error`,text:r});let{button:i,list:a}=I(e.currentTarget);a.hidePopover(),i.focus(),n.run()}}
        >
          ${n.label}
        </button>`})}
    </span>
  </span>`}function I(e){let t=e.closest(`.menu`),n=t.querySelector(`[role=menu]`);return{button:t.querySelector(`button`),list:n,items:[...n.querySelectorAll(`[role=menuitem]`)]}}function Oe(e){let{button:t,list:n,items:r}=I(e.currentTarget);n.showPopover(),n.setAttribute(`aria-hidden`,`false`);let i=t.getBoundingClientRect();n.style.setProperty(`top`,`${Math.min(i.bottom+4,innerHeight-n.offsetHeight-8)}px`),n.style.setProperty(`left`,`${Math.max(8,i.right-n.offsetWidth)}px`),r[0]?.focus()}function ke(e){let{button:t,list:n}=I(e.currentTarget),r=e.newState===`open`;t.setAttribute(`aria-expanded`,String(r)),n.setAttribute(`aria-hidden`,String(!r))}function Ae(e){let{button:t,list:n,items:r}=I(e.currentTarget);if(e.key===`Escape`&&n.matches(`:popover-open`)){e.preventDefault(),e.stopPropagation(),n.hidePopover(),t.focus();return}let i=r.indexOf(e.target),a={ArrowDown:i+1,ArrowUp:i-1,Home:0,End:r.length-1}[e.key];i<0||a===void 0||(e.preventDefault(),r.at(a%r.length)?.focus())}var je=t`
  .menu [role='menu'] {
    position: fixed;
    inset: auto;
    margin: 0;
    color: var(--c-text);
    padding: 4px;
    border-radius: 8px;
    border: 1px solid var(--c-line-2);
    background: var(--c-surface);
    box-shadow: var(--c-shadow);
    min-width: 140px;
  }
  .menu [role='menu']:popover-open {
    display: grid;
  }
  .menu [role='menuitem'] {
    justify-content: flex-start;
    color: var(--c-text);
  }
  .menu [role='menuitem'].danger {
    color: var(--c-err);
  }
`;function Me(t,n,r,i){return e`<div class="tabs" role="tablist" aria-label=${t} @keydown=${e=>{let t=n.findIndex(e=>e.id===r),a={ArrowRight:t+1,ArrowLeft:t-1,Home:0,End:n.length-1}[e.key];if(a===void 0)return;e.preventDefault();let{id:o}=n.at(a%n.length);e.currentTarget.querySelector(`#tab-${o}`)?.focus(),i(o)}}>
    ${n.map(t=>e`<button
        role="tab"
        id="tab-${t.id}"
        aria-selected=${t.id===r}
        aria-controls="panel-${r}"
        tabindex=${t.id===r?0:-1}
        @click=${()=>i(t.id)}
      >
        ${t.label}
      </button>`)}
  </div>`}var Ne=t`
  .tabs {
    display: flex;
    gap: 4px;
    border-bottom: 1px solid var(--c-line);
    overflow-x: auto;
  }
  .tabs [role='tab'] {
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 6px 6px 0 0;
    background: none;
    color: var(--c-text-2);
    min-height: 36px;
    flex: none;
  }
  .tabs [role='tab'][aria-selected='true'] {
    color: var(--c-text);
    border-bottom-color: var(--c-accent);
    font-weight: 600;
  }
  .tabs [role='tab']:focus-visible {
    outline-offset: -2px;
  }
`,Pe={},L=te(class extends ee{constructor(){super(...arguments),this.ot=Pe}render(e,t){return t()}update(e,[t,r]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return n}else if(this.ot===t)return n;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,r)}}),R={connecting:`starting`,live:`mining`,polling:`degraded`,reconnecting:`starting`,offline:`offline`,unauthorized:`failed`};function Fe(t){let{state:n}=t.store.connection,{connection:r,search:i}=t.text.vocabulary;return e`<span class="row nowrap connection-word ${n===`offline`||n===`unauthorized`?`err`:``}">${p(R[n])}${r[n]}</span>
    <button class="ghost icon-only" aria-label=${i} @click=${()=>t.openSearch()}>${f(`search`)}</button>`}var z=`0.2.0.dev0`,Ie=[[`monitor`,[`overview`,`statistics`]],[`mine`,[`miners`,`profiles`,`pools`]],[`system`,[`admin`,`settings`]]],B=[`overview`,`miners`,`profiles`];function Le(t){let{store:n}=t;return e`<nav part="nav" aria-label=${t.text.vocabulary.navigation}>
    ${L([t.text,t.link(``),t.place.page,n.connection.state,U(t),n.miners?.length],()=>Re(t))}
    <div class="connection">${ze(t)}</div>
    <slot name="nav-end"></slot>
  </nav>`}function Re(t){let{vocabulary:n}=t.text,r=r=>{let a=t.place.page===r,o=[n.pages[r],H(t,r)].filter(Boolean).join(`, `);return e`<li class=${B.includes(r)?``:`rest`}>
      <a
        href=${t.link(r)}
        aria-current=${a?`page`:i}
        @click=${e=>{e.ctrlKey||e.metaKey||(e.preventDefault(),Ue(e),t.go(r))}}
        ><span class="tip" title=${o} aria-hidden="true">${f(r)}</span><span class="word">${n.pages[r]}</span>${Ve(t,r)}</a
      >
    </li>`};return e`<div class="brand"><slot name="brand">${f(`brand`)}<span class="word">${n.brand}</span></slot></div>
    <button class="find" title=${n.search} aria-keyshortcuts="Control+K" @click=${()=>t.openSearch()}>
      ${f(`search`)}<span class="word">${n.search}</span><kbd class="word" aria-hidden="true">Ctrl K</kbd>
    </button>
    <ul class="bar">
      ${B.map(r)}
      <li>
        <button class="more" aria-expanded="false" @click=${He}>${f(`more`)}<span class="word">${n.more}</span>${Be(t)}</button>
      </li>
    </ul>
    <div class="groups">
      ${Ie.map(([t,i])=>e`<div class="group">
          <div class="label" id="group-${t}">${n.groups[t]}</div>
          <ul aria-labelledby="group-${t}">
            ${i.map(r)}
          </ul>
        </div>`)}
    </div>`}function ze(t){let{store:n,text:r,numbers:i}=t,{state:a,lastData:o}=n.connection,s=r.vocabulary.connection,c=o===null?s.noDataYet:a===`live`||a===`polling`?s.updated(i.ago(o)):s.lastData(i.time(o));return e`${L([s,a],()=>e`<p class="state">${p(R[a])}<span>${s[a]}</span></p>`)}
    <p class="hint word">${c}</p>
    ${L([t.http,n.info],()=>e`<p class="hint word">${new URL(t.baseUrl).host} · ${n.info?.platformVersion??`0.2.0.dev0`}</p>`)}`}function Be(t){let{state:n}=t.store.connection;return n===`live`||n===`connecting`?i:e`<span class="badge">${p(R[n],t.text.vocabulary.connection[n])}</span>`}function V(e,t){let{store:n}=e;return t===`overview`?U(e):t===`miners`?n.miners?.length??0:0}function H(e,t){let n=V(e,t);return n?t===`overview`?e.text.vocabulary.needAttention(n):e.numbers.count(n):``}function Ve(t,n){let r=V(t,n),a=e`<span aria-hidden="true">${r}</span><span class="hidden">, ${H(t,n)}</span>`;return n===`overview`?r?e`<span class="badge warn">${p(`degraded`)}${a}</span>`:i:r?e`<span class="badge count">${a}</span>`:i}function U({store:e}){return e.attention.filter(e=>e.severity!==`hint`).length||(e.miners??[]).filter(e=>ie(ne(e))).length}function He(e){let t=e.currentTarget.closest(`nav`)?.toggleAttribute(`data-open`)??!1;e.currentTarget.setAttribute(`aria-expanded`,String(t))}function Ue(e){let t=e.currentTarget.closest(`nav`);t?.removeAttribute(`data-open`),t?.querySelector(`.more`)?.setAttribute(`aria-expanded`,`false`)}var We=t`
  nav {
    border-right: 1px solid var(--c-line);
    padding: 12px 8px;
    display: flex;
    flex-direction: column;
    gap: 12px;
    position: sticky;
    top: 0;
    max-height: 100vh;
    align-self: start;
    min-height: min(100vh, 100%);
    overflow-y: auto;
  }
  nav .word {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
    white-space: nowrap;
  }
  nav .bar {
    display: none;
  }
  .brand {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: center;
    min-height: 36px;
    font-weight: 600;
  }
  .brand svg.icon {
    width: 20px;
    height: 20px;
    color: var(--c-accent);
  }
  .find {
    width: 100%;
    padding: 4px 8px;
    font-weight: 400;
  }
  .find kbd {
    font: inherit;
    font-size: 0.6875rem;
    color: var(--c-text-3);
    border: 1px solid var(--c-line-2);
    border-radius: 4px;
    padding: 0 4px;
    margin-left: auto;
  }
  .groups {
    display: grid;
    gap: 12px;
  }
  .group > .label {
    display: none;
  }
  nav li a, nav .more {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 32px;
    padding: 4px 8px;
    border-radius: 6px;
    color: var(--c-text-2);
    text-decoration: none;
    position: relative;
  }
  nav .tip {
    display: inline-flex;
  }
  nav li a:hover {
    background: var(--c-raised);
  }
  nav li a[aria-current] {
    background: var(--c-raised);
    color: var(--c-text);
    font-weight: 500;
  }
  nav li a[aria-current] svg.icon {
    color: var(--c-accent);
  }
  nav .badge {
    font-size: 0.75rem;
    color: var(--c-text-3);
    position: absolute;
    top: 0;
    right: 2px;
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  nav .badge.warn {
    color: var(--c-warn);
  }
  nav .badge svg.glyph {
    width: 10px;
    height: 10px;
  }
  .connection {
    margin-top: auto;
    border-top: 1px solid var(--c-line);
    padding: 12px 8px;
  }
  .connection .state {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    font-size: 0.78125rem;
    font-weight: 500;
  }
  .connection .state span {
    position: absolute;
    clip-path: inset(50%);
  }
  @container dashboard (min-width: 64rem) {
    nav {
      padding: 12px;
    }
    nav .word, .connection .state span {
      position: static;
      clip-path: none;
      width: auto;
      height: auto;
      overflow: visible;
    }
    .group > .label {
      display: block;
      padding: 4px 8px;
    }
    .brand, nav li a, .find, .connection .state {
      justify-content: flex-start;
    }
    .brand {
      padding: 0 8px;
    }
    nav .badge {
      position: static;
      margin-left: auto;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    nav {
      position: sticky;
      inset: auto 0 0 0;
      align-self: end;
      order: 2;
      z-index: 20;
      padding: 0;
      min-height: 0;
      border: 0;
      border-top: 1px solid var(--c-line);
      background: var(--c-surface);
      gap: 0;
    }
    nav > .brand, nav > .find, nav > .groups, nav > .connection {
      display: none;
    }
    nav .bar {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
    }
    nav .bar a, nav .more {
      flex-direction: column;
      gap: 2px;
      min-height: 56px;
      width: 100%;
      padding: 6px 2px;
      font-size: 0.6875rem;
      border: 0;
      border-radius: 0;
      background: none;
    }
    nav .bar a[aria-current] {
      color: var(--c-accent);
    }
    nav .word, .connection .state span {
      position: static;
      clip-path: none;
      width: auto;
      height: auto;
      overflow: visible;
    }
    nav .badge.count {
      display: none;
    }
    nav .badge {
      left: calc(50% + 8px);
      right: auto;
      top: 4px;
    }
    nav[data-open] > .groups, nav[data-open] > .find, nav[data-open] > .connection {
      display: grid;
      padding: 12px 16px;
      order: -1;
      margin: 0;
    }
    nav[data-open] > .find {
      display: flex;
      justify-content: flex-start;
      margin: 12px 16px 0;
      width: auto;
      padding: 4px 12px;
    }
    nav[data-open] .groups li:not(.rest) {
      display: none;
    }
    nav[data-open] .groups li a {
      justify-content: flex-start;
      min-height: 44px;
    }
    nav[data-open] .group > .label {
      display: block;
    }
    .connection .state {
      justify-content: flex-start;
    }
  }
`,Ge=5e3,Ke=class{#e=[];#t=this.#e;constructor(e){this.app=e}add(e){let t=(this.#e.at(-1)?.id??0)+1;this.#e=[...this.#e,{...e,id:t}].slice(-4),e.kind===`ok`&&this.#n(t),this.app.requestUpdate()}#n(e){setTimeout(()=>{this.app.renderRoot.querySelector(`.toasts:is(:hover, :focus-within)`)?this.#n(e):this.#r(e)},Ge)}#r(e){this.#e=this.#e.filter(t=>t.id!==e),this.app.requestUpdate()}rendered(){if(this.#t===this.#e)return;this.#t=this.#e;let e=this.app.renderRoot.querySelector(`.toasts`);e&&e.matches(`:popover-open`)!==this.#e.length>0&&e.togglePopover()}render(){let{vocabulary:t}=this.app.text;return e`<section class="toasts" popover="manual" aria-label=${t.toasts} aria-live="polite">
      ${this.#e.map(n=>e`<div class="toast" role=${n.kind===`error`?`alert`:i}>
          ${p(n.kind===`error`?`failed`:`ok`)}
          <span class="grow">${n.text}</span>
          ${n.action?e`<button
                class="ghost"
                @click=${()=>{n.action.run(),this.#r(n.id)}}
              >
                ${n.action.label}
              </button>`:i}
          <button class="ghost icon-only" aria-label=${t.verbs.close} @click=${()=>this.#r(n.id)}>${f(`close`)}</button>
        </div>`)}
    </section>`}},qe=t`
  .toasts {
    position: fixed;
    inset: auto 16px 16px auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--c-text);
    gap: 8px;
    width: min(420px, calc(100vw - 32px));
  }
  .toasts:popover-open {
    display: grid;
  }
  .toast {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 8px 8px 8px 14px;
    border-radius: 10px;
    background: var(--c-raised);
    border: 1px solid var(--c-line-2);
    box-shadow: var(--c-shadow);
    overflow-wrap: anywhere;
  }
  @container dashboard (max-width: 44.9937rem) {
    .toasts {
      bottom: 72px;
    }
  }
`,Je=t`
  .skeleton {
    background: var(--c-raised);
    border-radius: 4px;
    min-height: 14px;
    opacity: 0;
    animation: appear 0s 300ms forwards;
  }
  .skeleton.short {
    width: 55%;
    max-width: 96px;
  }
  .skeleton.tall {
    min-height: 26px;
    max-width: 144px;
    margin: 8px 0;
  }
  .skeleton.wide {
    min-height: 240px;
    margin: 16px;
  }
  .skeleton.hero {
    max-width: 480px;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .stale {
    background-image: repeating-linear-gradient(135deg, transparent 0 8px, var(--c-line) 8px 9px);
  }
  .nothing {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 40px 16px;
    text-align: center;
    color: var(--c-text-2);
  }

  @container dashboard (min-width: 45rem) {
    :host([data-density='compact']) td button, :host([data-density='compact']) td .button {
      min-height: 26px;
      padding-block: 0;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .attention li {
      flex-wrap: wrap;
    }
    .attention li > .row {
      flex-basis: 100%;
      padding-left: 24px;
    }
    .attention li > .grow {
      flex-basis: 70%;
    }
    button, .button {
      min-height: 40px;
    }
    button.small, .segment button {
      min-height: 40px;
    }
    input:not([type='checkbox'], [type='radio'], [type='range']), select, textarea {
      min-height: 44px;
      font-size: 1rem;
    }
    .choice {
      min-height: 40px;
    }
    input[type='checkbox']:not(.switch), input[type='radio'] {
      width: 24px;
      height: 24px;
    }
    a, .link {
      padding: 10px 0;
      min-height: 40px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    input:not(.switch):is([type='checkbox'], [type='radio'], [type='range']) {
      appearance: auto;
    }
    input:not(.switch):is([type='checkbox'], [type='radio'])::before {
      display: none;
    }
    summary::before {
      border-color: CanvasText;
    }
    input.switch {
      border: 1px solid ButtonText;
    }
    input.switch::after {
      background: ButtonText;
      forced-color-adjust: none;
    }
    .segment button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    .panel {
      border-color: CanvasText;
    }
  }
`,Ye=t`
  a, .link {
    color: var(--c-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
    background: none;
    border: 0;
    font: inherit;
    cursor: pointer;
    padding: 4px 0;
    border-radius: 4px;
  }
  button, .button {
    font: inherit;
    font-size: 0.8125rem;
    font-weight: 500;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 32px;
    padding: 4px 12px;
    border-radius: 6px;
    border: 1px solid var(--c-line-2);
    background: var(--c-surface);
    color: var(--c-text);
    cursor: pointer;
    text-decoration: none;
    transition: background 120ms, border-color 120ms;
  }
  button:hover:not(:disabled, [aria-disabled='true']), .button:hover {
    background: var(--c-raised);
  }
  button.primary, .button.primary {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
    color: #fff;
  }
  button.primary:hover:not(:disabled, [aria-disabled='true']), .button.primary:hover {
    background: var(--c-accent-solid);
    filter: brightness(1.08);
  }
  button.danger {
    color: var(--c-err);
  }
  button.danger.solid {
    background: var(--c-err-solid);
    border-color: var(--c-err-solid);
    color: #fff;
  }
  button.ghost {
    border-color: transparent;
    background: none;
    color: var(--c-text-2);
  }
  button.small {
    min-height: 28px;
    padding: 2px 8px;
  }
  button.icon-only {
    padding: 4px;
    min-width: 32px;
  }
  button:disabled, button[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--c-line-2);
    background: none;
    color: var(--c-text-3);
    cursor: not-allowed;
  }
  button.link:disabled {
    border: 0;
  }

  /* fields */
  label.field, .field {
    display: grid;
    gap: 6px;
    min-width: 0;
    align-content: start;
  }
  .field > span:first-child, .field > .name {
    font-size: 0.8125rem;
    font-weight: 500;
  }
  input:not([type='checkbox'], [type='radio'], [type='range']), select, textarea {
    font: inherit;
    color: var(--c-text);
    background: var(--c-sunken);
    border: 1px solid var(--c-ctrl);
    border-radius: 6px;
    min-height: 36px;
    padding: 6px 12px;
    width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    field-sizing: content; /* where a browser can; the rows it begins with are the least */
  }
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--c-line-2);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--c-line-2);
  }
  progress::-webkit-progress-value {
    background: var(--c-accent-solid);
  }
  progress::-moz-progress-bar {
    background: var(--c-accent-solid);
  }
  input::placeholder, textarea::placeholder {
    color: var(--c-text-3);
    opacity: 1;
  }
  input:focus-visible, select:focus-visible, textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--c-err) !important;
    padding: 5px 11px !important;
  }
  input[readonly] {
    border-style: dashed !important;
    background: none !important;
  }
  .fields {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  input[type='checkbox']:not(.switch), input[type='radio'] {
    appearance: none;
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    border: 1px solid var(--c-ctrl);
    border-radius: 4px;
    background: var(--c-sunken);
    margin: 0;
    flex: none;
    cursor: pointer;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input:not(.switch):is([type='checkbox'], [type='radio']):is(:checked, :indeterminate) {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
  }
  input[type='radio']:checked::before {
    content: '';
    width: 40%;
    height: 40%;
    border-radius: 50%;
    background: #fff;
  }
  input[type='checkbox']:not(.switch):checked::before {
    content: '';
    width: 30%;
    height: 60%;
    margin-bottom: 12%;
    border: solid #fff;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  input[type='checkbox']:indeterminate::before {
    content: '';
    width: 55%;
    height: 2px;
    background: #fff;
  }
  input[type='range'] {
    --c-done: 0%;
    appearance: none;
    width: 100%;
    min-height: 24px;
    margin: 0;
    background: linear-gradient(to right, var(--c-accent) var(--c-done), var(--c-ctrl) var(--c-done)) center / 100% 4px no-repeat;
    cursor: pointer;
  }
  input[type='range']:dir(rtl) {
    background-image: linear-gradient(to left, var(--c-accent) var(--c-done), var(--c-ctrl) var(--c-done));
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 18px;
    height: 18px;
    border: 4px solid var(--c-accent-solid);
    border-radius: 50%;
    background: #fff;
  }
  input[type='range']::-moz-range-thumb {
    width: 10px;
    height: 10px;
    border: 4px solid var(--c-accent-solid);
    border-radius: 50%;
    background: #fff;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    cursor: pointer;
  }
  input.switch {
    appearance: none;
    flex: none;
    width: 36px;
    height: 20px;
    margin: 0;
    border-radius: 10px;
    background: var(--c-ctrl);
    position: relative;
    cursor: pointer;
    transition: background 120ms;
  }
  input.switch::after {
    content: '';
    position: absolute;
    inset: 2px auto 2px 2px;
    width: 16px;
    border-radius: 50%;
    background: #fff;
  }
  input.switch:checked {
    background: var(--c-accent-solid);
  }
  input.switch:checked::after {
    inset: 2px 2px 2px auto;
  }
  input.switch:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .segment {
    display: inline-flex;
    border: 1px solid var(--c-line-2);
    border-radius: 6px;
    padding: 2px;
    gap: 2px;
  }
  .segment button {
    border: 0;
    background: none;
    min-height: 26px;
    padding: 2px 8px;
    color: var(--c-text-2);
    border-radius: 4px;
  }
  .segment button[aria-pressed='true'] {
    background: var(--c-raised);
    color: var(--c-text);
    box-shadow: inset 0 0 0 1px var(--c-ctrl);
    font-weight: 600;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.75rem;
    line-height: 1.5;
    border-radius: 4px;
    padding: 1px 6px;
    background: var(--c-raised);
    color: var(--c-text-2);
    white-space: nowrap;
  }
  .tag.ok, .tag.err {
    background: color-mix(in srgb, currentColor 10%, var(--c-surface));
  }
  .tag.ok {
    color: var(--c-ok);
  }
  .tag.err {
    color: var(--c-err);
  }
  .tag.accent {
    background: var(--c-accent-tint);
    color: var(--c-accent);
  }
`,Xe=t`
  .frame {
    display: grid;
    min-height: inherit;
    grid-template-columns: minmax(0, 1fr);
  }
  .frame.full:not(.bare) {
    grid-template-columns: 3.5rem minmax(0, 1fr);
  }
  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
    outline: none;
  }
  .page, .page > mining-miner, .page > mining-miner-editor {
    display: contents;
  }
  /* What stands between the page and its server is seen below the page's head, and read before it. */
  .page-header {
    order: -2;
  }
  main > .note, main > .offline, main > .last-values {
    order: -1;
  }
  .page-header {
    display: flex;
    align-items: center;
    gap: 8px 16px;
    flex-wrap: wrap;
    min-height: 60px;
    padding: 10px 32px;
    border-bottom: 1px solid var(--c-line);
  }
  .page-header .about {
    color: var(--c-text-2);
  }
  .none .page-header {
    display: none;
  }
  .content {
    padding: 24px 32px 48px;
    max-width: 1480px;
    display: grid;
    gap: 20px;
    grid-template-columns: minmax(0, 1fr);
  }
  .none .content {
    padding: 16px;
  }
  .columns {
    display: grid;
    gap: 20px;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .note {
    margin: 16px 32px 0;
    padding: 12px 16px;
    border: 1px solid var(--c-line-2);
    border-radius: 10px;
    background: var(--c-surface);
    display: flex;
    gap: 12px;
    align-items: flex-start;
    flex-wrap: wrap;
  }
  .note svg.glyph {
    margin-top: 4px;
  }
  .note p {
    flex: 1 1 240px;
  }
  .offline {
    margin: 24px 32px 0;
  }
  .offline .lines > div {
    padding: 16px 24px;
  }
  .offline svg.glyph {
    width: 1.125rem;
    height: 1.125rem;
    margin-top: 5px;
  }
  .offline h2 {
    font-size: 1.25rem;
    line-height: 1.4;
  }
  .offline .grow > .secondary {
    max-width: 640px;
  }
  .offline .wait {
    margin-top: 12px;
  }
  .offline dl {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr);
    gap: 10px 16px;
    padding-left: 30px;
    font-size: 0.8125rem;
  }
  .offline dt {
    color: var(--c-text-2);
  }
  .offline ol {
    list-style: decimal inside;
    display: grid;
    gap: 4px;
  }
  .last-values {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 20px 32px 0;
  }
  .last-values::after {
    content: '';
    flex: 1;
    border-top: 1px dashed var(--c-line-2);
  }
  .skip {
    position: absolute;
    left: 8px;
    top: -80px;
    z-index: 30;
    background: var(--c-surface);
    padding: 8px 12px;
  }
  .skip:focus {
    top: 8px;
  }

  /* key values */
  .keys {
    contain: layout; /* painted by itself, since its figures change each second */
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    overflow: hidden;
  }
  .keys > div {
    padding: 14px 16px;
    border-left: 1px solid var(--c-line);
    border-top: 1px solid var(--c-line);
    margin: -1px 0 0 -1px;
    min-width: 0;
  }
  /* Its size does not depend on its figure, so that another one is laid out in it alone, and not in the page. */
  .keys .value {
    contain: size layout;
    height: 2.375rem;
    font-size: 1.625rem;
    line-height: 2.125rem;
    font-weight: 600;
    letter-spacing: -0.022em;
    white-space: nowrap;
  }
  .keys .value .unit {
    font-size: 0.875rem;
    letter-spacing: 0;
  }
  .swatch {
    display: inline-block;
    width: 12px;
    height: 2px;
    vertical-align: middle;
    margin-right: 6px;
    background: currentColor;
  }
  .s1 { color: var(--c-s1); }
  .s2 { color: var(--c-s2); }
  .s3 { color: var(--c-s3); }
  .s4 { color: var(--c-s4); }
  .s5 { color: var(--c-s5); }
  .s6 { color: var(--c-s6); }

  @container dashboard (min-width: 64rem) {
    .frame.full:not(.bare) {
      grid-template-columns: 13.5rem minmax(0, 1fr);
    }
    .keys {
      grid-template-columns: repeat(auto-fit, minmax(9.375rem, 1fr));
    }
  }
  @container dashboard (min-width: 73.75rem) {
    .columns.side {
      grid-template-columns: minmax(0, 1fr) 22.5rem;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .frame.full:not(.bare) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: 1fr auto;
    }
    .page-header {
      padding: 8px 16px;
      min-height: 56px;
    }
    .content {
      padding: 16px 16px 32px;
    }
    .note, .offline, .last-values {
      margin: 16px 16px 0;
    }
    .offline .lines > div {
      padding: 16px;
    }
    .offline dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
      padding: 0;
    }
    .offline dd + dt {
      margin-top: 10px;
    }
    .offline .wait button {
      flex: 1 0 100%;
    }
    .keys {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .keys > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .keys .value {
      height: 2.3125rem;
      font-size: 1.375rem;
    }
  }
`,Ze=t`
  .panel {
    background: var(--c-surface);
    border: 1px solid var(--c-line);
    border-radius: 10px;
    min-width: 0;
  }
  .panel > header {
    display: flex;
    align-items: center;
    gap: 8px 12px;
    flex-wrap: wrap;
    padding: 12px 16px;
    min-height: 52px;
  }
  .panel > header > :first-child {
    margin-right: auto;
  }
  .panel > header > a {
    font-size: 0.8125rem;
  }
  .panel > footer {
    border-top: 1px solid var(--c-line);
    padding: 12px 16px;
    display: flex;
    gap: 12px;
    align-items: center;
    flex-wrap: wrap;
  }
  .panel > .body {
    padding: 0 16px 16px;
  }
  .lines > li, .lines > div {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: var(--c-line-space) 16px;
    border-top: 1px solid var(--c-line);
  }
  .lines:first-child > :first-child {
    border-top: 0;
  }
`,Qe=t`
  .scroll {
    overflow-x: auto;
    position: relative;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.8125rem;
    line-height: 1.385;
  }
  th {
    font-weight: 400;
    color: var(--c-text-2);
    text-align: left;
    padding: 8px 10px;
    white-space: nowrap;
  }
  th button {
    border: 0;
    background: none;
    padding: 0;
    min-height: 24px;
    color: inherit;
    font-weight: inherit;
    gap: 4px;
  }
  th[scope='row'] {
    border-top: 1px solid var(--c-line);
    padding-block: 1px;
    color: var(--c-text);
  }
  td {
    border-top: 1px solid var(--c-line);
    padding: 1px 10px;
    height: var(--c-row);
    white-space: nowrap;
  }
  th:first-child, td:first-child {
    padding-left: 16px;
  }
  th:last-child, td:last-child {
    padding-right: 16px;
  }
  th.number, td.number {
    text-align: right;
  }
  th.number button {
    flex-direction: row-reverse;
  }
  tbody tr:hover td {
    background: var(--c-raised);
  }
  .wrap {
    white-space: normal;
    overflow-wrap: anywhere;
  }
`,$e=t`
  :host {
    display: block;
    container: dashboard / inline-size;
    background: var(--c-bg);
    color: var(--c-text);
    font: 400 0.875rem/1.4286 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
    position: relative;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1, h2, h3, p, ul, ol, dl, dd, figure {
    margin: 0;
    padding: 0;
  }
  ul, ol {
    list-style: none;
  }
  h1 {
    font-size: 1rem;
    line-height: 1.5;
    font-weight: 600;
  }
  h2 {
    font-size: 0.875rem;
    line-height: 1.4286;
    font-weight: 600;
  }
  h3 {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .hero {
    font-size: 1.5rem;
    line-height: 1.3333;
    font-weight: 600;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .label {
    font-size: 0.78125rem;
    line-height: 1.44;
    color: var(--c-text-2);
  }
  .hint {
    font-weight: 400;
    font-size: 0.78125rem;
    line-height: 1.44;
    color: var(--c-text-3);
  }
  h2 > .hint {
    font-weight: 400;
  }
  .secondary {
    color: var(--c-text-2);
  }
  .mono, code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }
  code {
    background: var(--c-raised);
    border-radius: 4px;
    padding: 2px 6px;
  }
  .warn {
    color: var(--c-warn);
  }
  .err {
    color: var(--c-err);
  }
  .ok {
    color: var(--c-ok);
  }
  .unit {
    color: var(--c-text-2);
    font-weight: 400;
  }
  .zero {
    color: var(--c-text-3);
    font-weight: 400;
  }
  .strong {
    font-weight: 600;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .steady {
    display: block;
    position: relative;
  }
  .steady::before {
    content: attr(data-room);
    visibility: hidden;
  }
  .steady > span {
    contain: size layout;
    position: absolute;
    inset: 0;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .stack {
    display: grid;
    gap: 20px;
    min-width: 0;
  }
  .stack > * {
    min-width: 0;
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    display: inline-block;
    width: 6px;
    height: 6px;
    margin: 0 8px 1px 2px;
    border: solid currentColor;
    border-width: 1.5px 1.5px 0 0;
    transform: rotate(45deg);
  }
  details[open] > summary::before {
    transform: rotate(135deg);
    margin-bottom: 3px;
  }
  svg.icon {
    width: 1rem;
    height: 1rem;
    flex: none;
    stroke: currentColor;
    fill: none;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg.glyph {
    width: 0.75rem;
    height: 0.75rem;
    flex: none;
    overflow: visible;
  }
  main:focus-visible {
    outline: none !important; /* the way to the content leads here, no stop of the Tab key */
  }
  :focus-visible {
    outline: 2px solid var(--c-focus);
    outline-offset: 2px;
  }
`,et={bg:`#0F1114`,surface:`#16191D`,raised:`#1E2227`,sunken:`#0B0D10`,line:`#272C33`,"line-2":`#343B44`,ctrl:`#68727D`,text:`#ECEFF2`,"text-2":`#A9B2BC`,"text-3":`#8A949F`,accent:`#7CB0FF`,focus:`#9CC4FF`,"accent-solid":`#2B69DE`,"accent-tint":`#1B2739`,ok:`#4FC58B`,warn:`#F2B441`,"warn-mark":`#F2B441`,err:`#FF8079`,"err-solid":`#C93A32`,quiet:`#56739C`,cell:`#3B557C`,s1:`#82B5FF`,s2:`#A56DC8`,s3:`#5FDDD0`,s4:`#F2BC93`,s5:`#A3A52F`,s6:`#C2577F`,shadow:`0 8px 28px rgb(0 0 0 / 55%)`},tt={bg:`#F5F6F8`,surface:`#FFFFFF`,raised:`#EEF1F4`,sunken:`#FAFBFC`,line:`#E1E5EA`,"line-2":`#CDD3DA`,ctrl:`#7A848F`,text:`#14181D`,"text-2":`#48525D`,"text-3":`#5F6A75`,accent:`#1A5AD0`,focus:`#1A5AD0`,"accent-solid":`#1A5AD0`,"accent-tint":`#E9F0FC`,ok:`#12734A`,warn:`#8A5700`,"warn-mark":`#C07600`,err:`#BE2B24`,"err-solid":`#BE2B24`,quiet:`#6F8AB0`,cell:`#B4CAF0`,s1:`#1F62D9`,s2:`#A86FC4`,s3:`#0E967A`,s4:`#BD600E`,s5:`#4A490A`,s6:`#7A2263`,shadow:`0 8px 28px rgb(20 24 29 / 16%)`},W=e=>r(Object.entries(e).map(([e,t])=>`--c-${e}: var(--mp-${e}, ${t});`).join(`
`)),nt=t`
  :host {
    color-scheme: dark;
    ${W(et)}
    --c-row: 36px; /* the least height of a table's row */
    --c-line-space: 12px; /* above and below what is in a line of a list */
  }
  :host([data-density='comfortable']) {
    --c-row: 48px;
    --c-line-space: 16px;
  }
  :host([data-density='compact']) {
    --c-row: 30px;
    --c-line-space: 6px;
  }
  :host([data-theme='light']) {
    color-scheme: light;
    ${W(tt)}
  }
`,G={admin:{health:`Machine and server`,timeline:`Timeline`,doctor:{title:`Doctor`,run:`Run again`,running:`Looking…`,about:`It looks at this machine, its programs and pools, and changes nothing. Commands are for you to run.`,locked:`Only who may operate miners can run it.`,summary:(e,t,n)=>[e?`${e} failed`:null,t?`${t} to do`:null,`${n} passed`].filter(Boolean).join(` · `),groups:{problem:`Failed`,warning:`To do`,info:`Good to know`,unknown:`Not known`,ok:`Passed`},fine:`Nothing to do.`,at:e=>`looked ${e}`},system:{title:`System`,os:`System`,processor:`Processor`,cores:(e,t)=>`${e} cores, ${t} threads`,memory:`Memory`,available:(e,t)=>`${e} of ${t} available`,hugePages:`Huge pages`,pages:(e,t)=>`${e} of ${t} free`,noPages:`none reserved`,cards:`Graphics cards`,noCards:`none`,versions:`Versions`,platform:`Mining Platform`,dashboard:`This dashboard`,python:`Python`,programs:`Programs`,folders:`Folders`,data:`Data`,logs:`Logs`,foreign:`Not shown to pages of another site`,api:`API`,address:`Address`,live:`Live changes`,reference:`Reference`},log:{title:`Server log`,level:`Level`,levels:{debug:`All`,info:`Info and above`,warning:`Warnings and errors`,error:`Errors`},follow:`Follow`,download:`Download log`,none:`The log has no line of this level.`,lines:`Lines of the log`},keys:{title:`Access keys`,about:`Who comes from another machine shows a key. Its role says what it may do.`,create:`Create a key`,name:`Name`,nameHint:`Whose it is, such as phone; it stands in the timeline`,role:`Role`,roles:{viewer:`Viewer: looks`,operator:`Operator: starts and stops`,admin:`Admin: may do everything`},expires:`Expires`,expiresHint:`Empty: never`,made:`Made`,by:`By`,never:`never`,expired:`expired`,none:`There is no key yet. From this machine none is needed.`,once:`Copy it now: it is shown this once.`,created:e=>`The key ${e} is made`,revoke:`Revoke`,revokeTitle:e=>`Revoke ${e}?`,revokeText:`Whoever uses this key is shut out at once. It cannot be taken back; you can make another.`,revoked:e=>`${e} is revoked`,notRevoked:`The key was not revoked`},audit:{title:`Audit`,about:`Every change, who asked for it, from where, and what came of it.`,entries:`Entries of the audit`,verify:`Verify`,whole:e=>`Whole: each of the ${e} entries holds the sum of the one before.`,broken:`Broken:`,when:`When`,who:`Who`,what:`What`,outcome:`Outcome`,from:`From`,done:`done`,refused:`refused`,none:`Nobody has changed anything yet.`,older:`Older`,newer:`Newer`},events:{miner:`Miner`,everyMiner:`Every miner`,kind:`What`,everyKind:`Everything`,time:`Time`,everyTime:`Any time`,lastHour:`Last hour`,lastDay:`Last 24 hours`,lastWeek:`Last 7 days`,lastMonth:`Last 30 days`,between:`Between…`,from:`From`,to:`To`,none:`Nothing of this kind happened.`,count:e=>`${e} events`,groups:{problems:`Problems`,runs:`Starts and stops`,payouts:`Payout`,programs:`Programs`,server:`Server and settings`}}},chart:{kind:`chart`,howTo:`Arrow keys move from point to point, with Shift ten at a time; Home and End lead to the first and last.`,noData:(e,t)=>`no data ${e}–${t}`,noDataUntil:e=>`no data until ${e}`,idle:(e,t)=>`not mining ${e}–${t}`,idleShort:`not mining`,now:`now`,axisFrom:e=>`axis starts at ${e}`,axisFromOf:(e,t)=>`${e}: axis starts at ${t}`,viewAsTables:`View as tables`,scale:`Where the axis starts`,from0:`From 0`,fit:`Fit`,usual:`usual`,time:`Time`,events:`Events`,moreEvents:e=>`and ${e} more`,noPoint:`no point chosen`,summary:(e,t,n)=>`${e}, ${t} to ${n}.`,series:(e,t,n,r,i,a)=>`${e}: average ${t}, lowest ${n} at ${r}, highest ${i}, last ${a}.`,seriesEmpty:e=>`${e}: no data.`,gaps:e=>e===1?`One gap without data.`:`${e} gaps without data.`,marks:e=>e===1?`One event.`:`${e} events.`,lacking:e=>`no data from ${e}`,lackingMore:(e,t)=>`no data from ${e} and ${t} more`,others:e=>`the others: ${e}`,happened:{start:`started`,stop:`stopped`,restart:`restarted`,pause:`paused`,resume:`resumed`,crash:`crashed`,exit:`ended`,hang:`hung`,error:`failed`,degraded:`has a problem`,pool:`changed its pool`,algorithm:`changed its algorithm`,"daemon.start":`server started`},average:e=>`${e} average`,each:e=>`each ${e}`,extremes:(e,t)=>`from ${e} to ${t}`,nothing:`Nothing was mined in this time.`,range:`Stretch of time`,ranges:{"5m":`5 min`,"1h":`1 h`,"6h":`6 h`,"24h":`24 h`,"7d":`7 d`,"30d":`30 d`,"90d":`90 d`},gapsMean:`Gaps mean “no data”; they are never drawn as zero. A sum is a gap while a miner that should mine gives no data.`},vocabulary:{brand:`Mining Platform`,pages:{overview:`Overview`,statistics:`Statistics`,miners:`Miners`,profiles:`Profiles`,pools:`Pools`,admin:`Admin`,settings:`Settings`,setup:`Set up mining`},groups:{monitor:`Monitor`,mine:`Mine`,rigs:`Rigs`,system:`System`},navigation:`Pages`,more:`More`,search:`Search`,skip:`Skip to content`,status:{mining:`Mining`,starting:`Starting`,degraded:`Mining, with a problem`,failed:`Failed`,offline:`Not answering`,stopping:`Stopping`,stopped:`Stopped`,paused:`Paused`,hint:`Hint`,ok:`OK`},verbs:{start:`Start`,stop:`Stop`,restart:`Restart`,pause:`Pause`,resume:`Resume`,cancel:`Cancel`,close:`Close`,save:`Save`,discard:`Discard`,open:`Open`,remove:`Remove`,delete:`Delete`,forget:`Forget`,add:`Add`,create:`Create`,install:`Install`,update:`Update`,undo:`Undo`,dismiss:`Dismiss`,copy:`Copy`,copied:`Copied`,download:`Download`,tryAgain:`Try again`,tryNow:`Try now`,reload:`Reload`,test:`Test`,back:`Back`,continue:`Continue`,show:`Show`,hide:`Hide`,viewAsTable:`View as table`,viewAsChart:`View as chart`,showHow:`Show how`,actions:`Actions`},busy:{start:`Starting…`,stop:`Stopping…`,restart:`Restarting…`,pause:`Pausing…`,resume:`Resuming…`},done:{start:e=>`${e} was started`,stop:e=>`${e} is stopping`,restart:e=>`${e} was restarted`,pause:e=>`${e} is paused`,resume:e=>`${e} goes on`,forget:e=>`${e} is forgotten`},failed:{start:e=>`${e} was not started`,stop:e=>`${e} was not stopped`,restart:e=>`${e} was not restarted`,pause:e=>`${e} was not paused`,resume:e=>`${e} was not resumed`,forget:e=>`${e} was not forgotten`,other:`That did not work`},confirm:{stopAll:e=>`Stop ${e} miners?`,stopAllText:e=>`${e} stop mining until you start them again. Shares found so far are kept.`,stopAllVerb:e=>`Stop ${e} miners`,forget:e=>`Forget ${e}?`,forgetText:`Its record, logs and history are deleted. Events stay in the timeline.`},units:{perHour:`an hour`},noData:`no data`,simulated:`simulated`,demo:`demo`,donating:e=>`Mining for the authors of ${e}`,ago:e=>`${e} ago`,justNow:`just now`,never:`never`,since:e=>`since ${e}`,needAttention:e=>e===1?`1 needs attention`:`${e} need attention`,severity:{error:`problem`,warning:`warning`,hint:`hint`},connection:{connecting:`Connecting`,live:`Live`,polling:`Updating every 5 s`,reconnecting:`Reconnecting`,offline:`Disconnected`,unauthorized:`A key is needed`,updated:e=>`Updated ${e}`,lastData:e=>`Last data ${e}`,noDataYet:`No data yet`},offline:{title:`Can’t reach the mining server`,text:`Your miners may well still be running: only this page has lost its connection.`,lastKnown:(e,t)=>`Below is what we knew at ${e}, ${t}.`,nextTry:e=>`Next try in ${e}`,trying:`Trying now`,attempt:e=>`attempt ${e}`,address:`Address`,what:`What happened`,noAnswer:`No answer. A browser can’t tell “refused” from “blocked”.`,try:`Try this`,running:`Is the server running? On the machine itself:`,startIt:`If not, start it:`,elsewhere:e=>`On another machine? Check that it allows your address and port ${e}.`,lastValues:e=>`Last known values, ${e}`,unavailable:`Not available while the server cannot be reached`},key:{title:`This server asks for an access key`,other:`Use another access key`,text:`Paste a key that its owner has made. It stays in this browser tab until you close it.`,label:`Access key`,make:`On the machine itself, this makes one:`,submit:`Use this key`,wrong:`The server does not know this key.`},readonly:{asked:`Read-only: this page shows, and changes nothing.`,foreign:`Read-only: this page belongs to another site than the mining server, and has given no access key.`,foreignHow:`The page’s author can set the property getToken, or the server can be started with --cors-origin.`,viewer:`Read-only: this access key may look, and change nothing.`,operator:`This access key is an operator’s: it starts and stops what is set up. Profiles, pools, settings and whom the rig pays need the role admin.`,otherKey:`Use another key`},reloadOffer:e=>`The server runs version ${e} now. Reload to use its dashboard.`,waiting:e=>`Still waiting for ${e}`,errors:{noAnswer:`The server did not answer.`},table:{sortedUp:`sorted up`,sortedDown:`sorted down`,empty:`Nothing here`,filterClear:`Clear the filter`},toasts:`Messages`,events:{start:`Start`,stop:`Stop`,restart:`Restart`,pause:`Pause`,resume:`Resume`,adopt:`Adopted`,crash:`Crash`,exit:`End`,hang:`Hang`,error:`Error`,forget:`Forgotten`,degraded:`Problem`,recovered:`Recovered`,payout:`Payout`,profile:`Profile`,settings:`Settings`,autostart:`Autostart`,algorithm:`Algorithm`,pool:`Pool`,"log.gap":`Lost lines`,clock:`Clock`,storage:`Storage`,"daemon.start":`Server start`,"daemon.stop":`Server end`,install:`Install`,update:`Update`,rollback:`Rollback`,uninstall:`Removal`,benchmark:`Benchmark`,key:`Key`,certificate:`Certificate`,config:`Configuration`},manyEvents:e=>`${e} events`},console:{title:`Console`,show:`Which lines`,filters:{all:`All`,shares:`Shares`,network:`Network`,problems:`Problems`},find:`Find in log`,findKeys:`Enter goes to the one before, Shift Enter to the next`,matches:e=>e===1?`1 line`:`${e} lines`,follow:`Follow`,wrap:`Wrap long lines`,newer:e=>e===1?`1 new line`:`${e} new lines`,summary:(e,t)=>`${e===1?`1 new line`:`${e} new lines`}${t?`, ${t===1?`1 of them tells`:`${t} of them tell`} of a problem`:``}`,nothingYet:`It has printed nothing yet.`,noneOfThese:`None of its lines is of this kind.`,you:`you`,input:`Send a key to the miner`,known:`Keys that this program obeys`,send:`Send`,noKeys:`This program takes no keys.`,notLive:`Keys can be sent while it runs.`,keys:{"print the hashrate":`Hashrate`,pause:`Pause`,resume:`Resume`,"print the results":`Results`,"print the connection":`Connection`,"print the sensors":`Sensors`}},editor:{what:`What to mine`,whatHint:`The coin decides the algorithm and which programs fit.`,name:`name`,program:`program`,wallet:`wallet`,labels:{name:`Profile name`,program:`Program`,coin:`Coin`,algo:`Algorithm`,address:`Address`,worker:`Worker name`,password:`Pool password`,threads:`CPU threads`,cpuPriority:`Priority`,hugePages:`Huge pages`,pauseOnBattery:`Pause on battery`,pauseOnActive:`Pause while I use the computer`,donateLevel:`Donation to the program’s authors`,cuda:`Mine on NVIDIA cards`,opencl:`Mine on cards by OpenCL`,intensity:`Intensity of the cards`,proxy:`Proxy`,cpuAffinity:`Which processors, as a mask`,nicehash:`The pool is NiceHash`,tlsFingerprint:`Fingerprint of the pool’s certificate`},noCoin:`No coin: as the pool says`,setByCoin:`Set by the coin`,byPool:`As the pool says`,installed:(e,t)=>`${e} ${t}`,notInstalled:e=>`${e} (not installed)`,ignored:e=>`${e} has no effect with this program.`,pools:`Pools`,poolsHint:`Tried from the top. If one stops answering, the miner moves to the next.`,primary:`Primary`,failOver:e=>`Fail-over ${e}`,place:e=>e===0?`primary pool`:`fail-over ${e}`,poolAddress:e=>`Address of the ${e}`,poolExample:`pool.example:3333`,addPool:`Add pool`,testAll:`Test all`,useTls:`Use TLS where the pool offers it`,up:e=>`Move the ${e} up`,down:e=>`Move the ${e} down`,drag:`Drag to another place`,removePool:e=>`Remove the ${e}`,movedTo:(e,t)=>`Now number ${e} of ${t}`,testing:`testing…`,answered:(e,t)=>t?`${e} · TLS`:e,walletTitle:`Wallet`,walletHint:`The public address that the pool pays. Never a seed phrase or a private key.`,checking:`checking…`,valid:(e,t)=>`Valid ${e} address${t?` (${t})`:``}. Check that it ends in`,unchecked:`It cannot be checked here, as nothing says which coin it is of. Check that it ends in`,invalid:e=>`The address ${e}.`,seed:`That is a seed phrase. We have cleared the field and sent it to nobody. Mining needs only your public address; whoever has the phrase can take your money.`,key:`That looks like a private key. We have cleared the field and sent it to nobody. Mining needs only your public address.`,workerHint:`What the pool calls this machine. Letters, numbers and dashes`,second:`Compute a second algorithm at the same time`,secondHint:`on the same devices, for a pool and an address of its own`,secondNot:`This program computes one algorithm only. Remove the second one, or choose another program.`,secondLabels:{pool:`Second pool`,wallet:`Second address`,coin:`Second coin`,algo:`Second algorithm`,worker:`Worker name at the second pool`,password:`Password at the second pool`,tls:`TLS to the second pool`},byScheme:`As the address says`,secondPassword:`as saved, else none`,secondRemove:`Compute one algorithm only`,secondAdded:`second algorithm added`,secondRemoved:`second algorithm removed`,secondChange:e=>`second work: ${e.toLowerCase()}`,passwordUnchanged:`unchanged`,passwordNone:`none; most pools ignore it`,passwordHint:`A saved password is never shown; it stays unless you type another.`,passwordClear:`Save without a password`,passwordKeep:`Leave it unchanged`,hardware:`Hardware`,noHardware:`This program has no such settings.`,hardwareHint:`What it may use on this machine.`,threadsAll:`the program decides`,threadsSome:(e,t)=>`${e} of ${t}`,threadsHint:`The rest stays free for your own work.`,priorities:[`0: gives way to everything`,`1`,`2`,`3`,`4`,`5: gives way to nothing`],asProgram:`As the program decides`,hugePagesChoices:{absent:`Use what is reserved`,on:`Reserve and use`,off:`None`},seconds:`s without input`,percentTime:`% of mining time`,advanced:`Advanced`,advancedHint:`What only this program knows, and the file that it will read.`,more:`More settings`,preview:e=>`Preview ${e}`,previewHint:`addresses shortened`,previewAgain:`Preview again`,command:`Command`,previewOld:`You have changed something since.`,willRefuse:`A start would be refused:`,on:`on`,off:`off`,change:(e,t,n)=>`${e} ${t} → ${n}`,passwordChanged:`password changed`,passwordRemoved:`password removed`,poolAdded:e=>`${e} added`,poolRemoved:e=>`${e} removed`,poolChanged:e=>`${e} changed`,poolsMoved:`pools in another order`,fields:{threads:`threads`,coin:`coin`,algo:`algorithm`,worker:`worker`,proxy:`proxy`,cpuPriority:`priority`,hugePages:`huge pages`,pauseOnBattery:`pause on battery`,pauseOnActive:`pause while in use`,donateLevel:`donation`,cuda:`NVIDIA cards`,opencl:`OpenCL cards`,cpu:`processor`,intensity:`intensity`,nicehash:`NiceHash`,cpuAffinity:`processors`,tlsFingerprint:`certificate`},payee:{title:`This pays somebody new`,text:`Compare the address with your own wallet, sign by sign, before you go on.`,label:e=>`Type ${e} to confirm`,verb:`Pay this address`}},empty:{cores:(e,t)=>`${e} cores${t?`, ${t} L3`:``}`,suits:e=>`suits ${e}`,cards:(e,t)=>[e?`${e} each`:``,t?`driver ${t}`:``].filter(Boolean).join(`, `),noCards:`No graphics card`,noCardsText:`None was found; coins for processors need none`,memory:`Memory`,memoryText:(e,t)=>`${e} of ${t} available`,hugePages:`Huge pages`,hugePagesOk:e=>`${e} are reserved`,looking:`Looking at this machine…`,showHow:`Show how`,suitsCpu:`suits your CPU`,suitsGpu:`suits your GPUs`,installed:`installed`,some:(e,t)=>t>0?`${e} and ${t} more`:e,own:`pretends, earns nothing`,installing:`Installing…`,done:e=>`${e} is installed`,failed:e=>`${e} was not installed`,tryOut:`Try it without earnings`},miners:{tabs:{label:`Which miners`,running:`Running`,installed:`Installed`,available:`Available`},setUp:`Set up mining`,filter:`Filter miners`,filterHint:`Name, program, coin, pool or state`,filtered:(e,t)=>`${e} of ${t} miners`,noneMatches:`No miner matches the filter.`,noneYet:`There is no miner yet.`,columns:`Columns`,select:e=>`Select ${e}`,selectAll:`Select all miners`,bulk:{label:`Selected miners`,selected:e=>`${e} selected`,start:e=>`Start ${e}`,stop:e=>`Stop ${e}`,restart:e=>`Restart ${e}`,pause:e=>`Pause ${e}`,resume:e=>`Resume ${e}`,clear:`Clear the selection`,working:`Working…`,result:(e,t)=>`Done for ${e} of ${t}`,retry:e=>e===1?`Retry the one that failed`:`Retry the ${e} that failed`},program:{look:`Look for new versions`,looking:`Looking…`,looked:e=>`Looked up ${e}`,neverLooked:`New versions were not looked up yet.`,suits:`Suits`,parts:{cpu:`Processor`,NVIDIA:`NVIDIA cards`,AMD:`AMD cards`,Intel:`Intel cards`},algorithms:(e,t)=>t?`${e} and ${t} more`:e,size:`Download`,licence:`Licence`,donation:`Donation`,version:`Version`,newest:e=>`newest ${e}`,published:e=>`published ${e}`,proof:`Proven by`,proofs:{pin:`Byte for byte the file that this platform’s authors checked.`,signature:`Its author’s signature, with the key that this platform knows.`,digest:`The checksum from GitHub’s upload: the way from there is proven, not who uploaded it.`,none:`Unproven: nothing proves where the file comes from.`},unproven:`You brought this file; its checksum is checked at each start.`,own:`Part of the platform; it needs no installation.`,origins:{own:`built in`,yours:`yours`,installed:`installed`},notHere:`It cannot be installed from here on this machine. Build it or get it yourself, then register it in a terminal, as the user of the daemon:`,ownBuild:`Register your own build`,ownBuildProof:`Nothing: you bring the file, and its checksum is checked at each start.`,watches:`Machines that mine already, such as ASICs`,watchTag:`only watched`,notTried:`not tried`,api:`Its API`,apiOpen:`Other machines in your network may ask it: nothing binds it to this one. Close it with a firewall.`,apiClosed:`Only this machine can ask it.`,secrets:`Logins and passwords`,secretsOpen:`Every user of this machine can read them while it runs.`,secretsClosed:`Only the user of the daemon can read them.`,evidence:`Tried`,evidences:{driven:`Yes, the program itself was tried with this platform.`,answer:`In part: its figures are read as a real answer of it shows, but the program itself was not run.`,none:`No: it is read as its documents describe it.`},more:e=>e?`In detail, and ${e===1?`one thing`:`${e} things`} that nobody could confirm`:`In detail`,unconfirmed:`Not confirmed`,unprovenTitle:`Unproven`,unprovenText:e=>`Nothing proves who made the file of ${e}. A changed one could mine for somebody else, or do anything that the user of the daemon may do.`,accept:`I trust whoever published it, and want it although nothing proves it.`,acceptedText:`This page cannot install it, because then any page could. Paste this in a terminal, as the user of the daemon; it is marked as unproven from then on:`,isDone:`I have done that: look again`,opinions:e=>e===1?`A second opinion: a checksum that others collected`:`A second opinion: ${e} checksums that others collected`,opinionsText:`They prove nothing, since nobody knows where those files came from. If yours differs, find out why.`,others:e=>e===1?`One program for hardware that was not found here`:`${e} programs for hardware that was not found here`,install:`Install`,updateTo:e=>`Update to ${e}`,rollBack:e=>`Roll back to ${e}`,again:`Install again`,stages:{download:`Downloading`,verify:`Verifying`,unpack:`Unpacking`,try:`Trying it`,switch:`Putting it in place`,done:`Done`},steps:[`download`,`verify`,`unpack`],begins:`Beginning…`,ofBytes:(e,t)=>`${e} of ${t}`,progress:e=>`Installing ${e}`,failed:e=>`${e} was not installed`,done:e=>`${e} is installed`,rolledBack:e=>`${e}: the version before is in use again`,notRolledBack:e=>`${e} was not rolled back`,removed:e=>`${e} is removed`,notRemoved:e=>`${e} was not removed`,removeAsk:e=>`Remove ${e}?`,removeText:`The program is removed. Profiles that use it stay, and it can be installed again.`,offline:{title:`Without internet`,file:`With an archive from another machine; it is verified too:`,register:`With a program that you already have:`,demo:`Or try everything with a miner and a pool that are built in:`},noneInstalled:`Only the built-in programs are here.`,allInstalled:`Every program is installed.`},one:{unknown:e=>`There is no miner ${e}`,unknownText:`It may have been forgotten, or named otherwise.`,all:`All miners`,jump:`On this page`,started:e=>`started ${e}`,stopped:e=>`ended ${e}`,watched:e=>`${e} is only read; a start and a stop begin and end the watch and change nothing there`,pid:e=>`pid ${e}`,profile:`profile`,nextVersion:e=>`A restart would use version ${e}.`,nextRestart:e=>`Next try at ${e}.`,why:`Why it does not mine`,state:`What it does`,keys:{now:`Hashrate, 10 s`,average:`Hashrate, 15 min`,averageMeaning:`mean of this run`,shares:`Shares`,lastAccepted:e=>`last one ${e}`,noShares:`no shares yet`,power:`Power`,fans:e=>`fans ${e}`,uptime:`Uptime`,restarts:e=>e===`1`?`1 restart`:`${e} restarts`},shares:{title:`Shares`,sinceStart:`since start`,bar:(e,t,n)=>`${e} accepted, ${t} rejected, ${n} invalid`,accepted:`Accepted`,rejected:`Rejected`,invalid:`Invalid`,recent:`Last 10 min`,recentValue:(e,t)=>`${e} accepted, ${t} rejected`,rate:`Over the last hour`,anHour:e=>`${e} an hour`,tooFew:`too few to say`,expected:`One is expected every`},pool:{title:`Pool connection`,connected:`Connected`,disconnected:`Not connected`,untold:`Not told by the program`,pool:`Pool`,since:`Connected for`,ping:`Ping`,encryption:`Encryption`,tls:{yes:`TLS`,no:`none`},difficulty:`Difficulty`,failures:`Failures`,lastError:`Last error`,failover:`Fail-over`,noFailover:`none`,payee:`Pays`,page:`Your page at the pool`,lock:`Payout lock`},works:{title:`Computed at the same time`,shares:(e,t)=>`${e} accepted, ${t} rejected`},gpus:{title:`GPUs`,hashing:(e,t)=>`${e} of ${t} hashing`,gpu:`GPU`,hashrate:`Hashrate`,temperature:`Temp`,fan:`Fan`,power:`Power`,efficiency:`Efficiency`,usual:`Against usual`,low:`Below usual`,paused:`It is paused.`,noRate:`The program does not tell how fast this card is.`,noUsual:`What is usual at this algorithm is known after a day of mining.`,whose:`Whose hashrate`,all:`Whole miner`},timeline:`Timeline`,noEvents:`Nothing has happened yet.`,hashrate:`Hashrate`,figures:`Figures`,edit:{apart:`What is changed here concerns this miner alone; its profile stays as it is.`,saveRestart:`Save and restart`,saveStart:`Save and start`,restarts:`Saving restarts this miner.`,starts:`Saving starts this miner.`,saved:e=>`${e} runs with the changes`},more:{title:`More`,configuration:`Configuration`,edit:`Edit the configuration`,openProfile:`Open its profile`,command:`The same in a terminal`,withoutPassword:`The pool’s password is not shown; add --password if it needs one.`,follow:`Its console in a terminal`}}},overview:{empty:{title:`Nothing is mining yet`,text:`Three steps, about five minutes. Nothing is downloaded or started until you say so.`,steps:[[`Choose a coin and a pool`,`We suggest what suits this machine and measure the pools for you.`],[`Paste your wallet address`,`The public one. We check it before anything starts.`],[`Install and start`,`We fetch the right program and verify it.`]],setUp:`Set up mining`,machine:`This machine`,checks:`Run all checks`,programs:`Programs you can install`,allPrograms:`All programs`,sum:`Each download is checked against what its author published.`},sentence:{all:e=>e===1?`Your miner is mining.`:`All ${e} miners are mining.`,some:(e,t)=>`${e} of ${t} miners are mining.`,none:e=>e===1?`Your miner is not mining.`:`None of ${e} miners is mining.`,problems:e=>e===1?`One has a problem.`:`${e} have problems.`,paused:e=>e===1?`One is paused.`:`${e} are paused.`,stopped:e=>e===1?`One is stopped.`:`${e} are stopped.`,starting:e=>e===1?`One is starting.`:`${e} are starting.`,quiet:`Nothing needs your attention.`},attention:`Needs attention`,key:{usual:`within usual`,below:e=>`${e} below usual`,above:e=>`${e} above usual`,noUsual:`no “usual” yet: it takes a day`,notFull:`measuring the first seconds`,accepted:`Accepted shares`,acceptedMeaning:(e,t)=>`${e} rejected · last 10 min ${t}`,noShares:`no shares yet`,hottest:`Hottest`,power:`Power`,report:(e,t)=>e===t?`${t===1?`the miner reports it`:`all ${t} miners report it`}`:`${e} of ${t} miners report it`},keyValues:`Key values`,hashrate:`Hashrate`,usualRange:(e,t)=>`usual ${e}–${t}`,usualLegend:`usual: middle 80 % of the last 7 days`,pools:`Pools`,allPools:`All pools`,pool:{miners:e=>e===1?`1 miner`:`${e} miners`,up:e=>`up ${e}`,failures:e=>`${e} failures`,down:`not connected`,untold:`its program does not tell whether it is connected`,page:`Your page at the pool`,pays:e=>`pays ${e}`},activity:`Activity`,fullLog:`Full log`,nothingHappened:`Nothing has happened yet.`,miners:`Miners`,problemsFirst:`problems first`,manage:`Manage miners`,startProfile:`Start a profile`,columns:{miner:`Miner`,coin:`Coin`,hashrate:`Hashrate`,usual:`Against usual`,day:`24 h`,accepted:`Accepted`,rejected:`Rejected`,recent:`Last 10 min`,pool:`Pool`,hottest:`Hottest`,power:`Power`,uptime:`Uptime`}},pools:{about:e=>`${e} to choose from`,add:`Add a pool`,filter:{name:`Filter pools`,words:`Name, host, region`,coin:`Coin`,every:e=>`Every coin (${e})`,mine:`Only mine`},columns:{pool:`Pool`,coin:`Coin`,fee:`Fee`,region:`Region`,tls:`TLS`,answer:`Answer time`,users:`In use by`},noTls:`no TLS`,tlsPort:e=>`port ${e}`,yours:`yours`,unknownCoin:`by login`,fastest:`fastest`,test:e=>`Test ${e}`,testing:`Testing…`,testAll:e=>`Test the ${e} shown`,stopTests:(e,t)=>`Stop testing (${e} of ${t})`,limited:e=>`The server tests only some pools a minute for other machines. It goes on in ${e}.`,measured:`The server measures: the median of three connections. It sends nothing to a pool but the request to connect.`,results:{refused:`refused the connection`,timeout:`did not answer in time`,tls_error:`speaks no TLS here`,unresolved:`its name has no address`,forbidden:`the server does not connect there`},users:e=>e===1?`1 profile`:`${e} profiles`,page:(e,t)=>`Page ${e} of ${t}`,shown:(e,t,n)=>`${e}–${t} of ${n}`,previous:`Previous page`,next:`Next page`,none:`No pool fits this filter.`,noneYours:`You have added no pool of your own.`,draft:{title:`Add a pool of your own`,pool:`Address`,poolHint:`Host and port; stratum+ssl:// where it speaks TLS`,name:`Name`,nameHint:`Its host, if you leave this empty`,coin:`Coin`,coinHint:`The one it pays, such as XMR`},added:e=>`${e} was added`,removed:e=>`${e} was removed; miners that use it go on`,remove:e=>`Remove ${e}`,notRemoved:`The pool was not removed`,notAdded:`The pool was not added again`},profiles:{filter:e=>e===1?`Filter 1 profile`:`Filter ${e} profiles`,create:`New profile`,import:`Import`,export:`Export`,exportAll:`Export all`,duplicate:`Duplicate`,copyOf:e=>`${e} copy`,empty:`A profile is a configuration under a name: pool, wallet and hardware. You start it with one click.`,wizard:`Set up mining step by step`,noMatch:`No profile matches.`,choose:`Choose a profile to see and change it.`,back:`All profiles`,list:`Profiles`,miningOn:(e,t)=>t?`Mining as ${e}, ${t}`:`Runs as ${e}`,lastRun:e=>`Last run ${e}`,neverRun:`Never run`,notRunning:`Not running`,unsaved:e=>e===1?`1 unsaved change`:`${e} unsaved changes`,saving:`Saving…`,noChanges:`Nothing to save`,isNew:`New, not saved yet`,saveAndRestart:e=>e===1?`Save and restart 1 miner`:`Save and restart ${e} miners`,saveAndStart:`Save and start`,applies:e=>e===0?`Changes apply at the next start`:`Changes apply after a restart`,saved:e=>`${e} is saved`,savedRestarted:(e,t)=>`${e} is saved; ${t===1?`1 miner was`:`${t} miners were`} restarted`,notSaved:e=>`${e} was not saved`,correct:e=>e===1?`one field must be corrected`:`${e} fields must be corrected`,deleteAsk:e=>`Delete ${e}?`,deleteText:`Miners that run with it go on with their own copy. This cannot be undone.`,deleted:e=>`${e} is deleted`,notDeleted:e=>`${e} was not deleted`,leaveAsk:`Leave without saving?`,leaveText:e=>`These changes would be lost: ${e}`,leaveVerb:`Discard and leave`,changedElsewhere:`Somebody has changed this profile meanwhile. What you have typed is still here; saving replaces the other change.`,takeOver:`Show the saved one`,gone:`This profile does not exist any more.`,paysNew:e=>`Who is paid: ${e}`,warnings:`Saved, with a remark:`,imported:(e,t)=>[e?`${e} created`:``,t?`${t} replaced`:``].filter(Boolean).join(`, `)||`Nothing was imported`,importTitle:`What was imported`,result:{created:`created`,replaced:`replaced`,skipped:`skipped`},exists:e=>`These names exist already: ${e}. Replace them?`,replaceVerb:`Replace`,notImported:`The file was not imported`,notAFile:`This is no export of profiles: it is not JSON, or it holds no profiles. YAML is read by`,xmrigFile:`This is XMRig’s own config.json. The command line reads it, whatever its version, and says what it leaves out:`,secretsLeftOut:`The pools’ passwords are left out.`},search:{title:`Search pages, miners, profiles and actions`,placeholder:`Where to, or what to do?`,results:`Results`,none:`Nothing fits.`,count:e=>e===1?`1 result`:`${e} results`,kinds:{page:`Page`,miner:`Miner`,profile:`Profile`,action:`Action`},open:e=>`Open ${e}`,timeline:`Timeline`,verbs:{start:e=>`Start ${e}`,stop:e=>`Stop ${e}`,restart:e=>`Restart ${e}`,pause:e=>`Pause ${e}`,resume:e=>`Resume ${e}`,forget:e=>`Forget ${e}`},startProfile:e=>`Start profile ${e}`,started:e=>`${e} was started`,notStarted:`The profile was not started`,testNotifications:`Test notifications`,doctor:`Run the doctor`,themes:{auto:`Theme as the system`,dark:`Dark theme`,light:`Light theme`},shortcuts:{title:`Keyboard shortcuts`,on:`Single keys are on`,where:`Single keys work while the focus is inside the dashboard and not in a field. No single key stops or deletes.`,then:`then`,groups:{anywhere:`Anywhere`,pages:`Pages`,lists:`Lists and charts`,editing:`Editing`},search:`Search`,help:`This list`,filter:`Go to the filter`,range:`Shorter or longer time range`,point:`Next point of a chart; with Shift ten`,ends:`First and last`,close:`Close, clear`,history:`What was typed before, in the console`,movePool:`Move a pool up or down, in the editor`,save:`Save, in the editor`,saveRestart:`Save and restart, in the editor`}},settings:{appearance:{title:`Appearance`,about:`For this browser alone.`,theme:`Theme`,themes:{auto:`As the system`,dark:`Dark`,light:`Light`},density:`Density`,densities:{auto:`Usual`,comfortable:`Roomy`,compact:`Dense`},language:`Language`,languages:{"":`As the browser`,en:`English`,de:`Deutsch`},temperature:`Temperature`,temperatures:{"":`Usual`,c:`°C`,f:`°F`},hotkeys:`Single keys lead to pages and filters`,hotkeysHint:`They work while the focus is inside, and never in a field. They never stop anything.`,shortcuts:`Show all shortcuts`},browser:{title:`Notifications in this browser`,about:`While this tab is open, the browser tells you of what you choose here.`,kinds:{problems:`A miner has a problem or has ended`,recovered:`A miner has recovered`,payouts:`Somebody else is to be paid`,runs:`A miner was started or stopped`,programs:`A program was installed or changed`,server:`The server was started or its settings changed`},allow:`Allow notifications`,ask:`The browser asks you once whether this page may.`,denied:`The browser forbids this page to notify. Allow it in the site’s settings, beside the address.`,unsupported:`This browser notifies only for pages that come by HTTPS or from this machine.`,granted:`This page may notify.`,test:`Show one`,testTitle:`A test`,testText:`This is how a notification looks.`},targets:{title:`Notifications from the server`,about:`They reach you also when no browser is open: by Telegram, e-mail, ntfy and others.`,none:`Nobody is notified yet.`,add:`Add a target`,url:`Address of the target`,urlHint:`Such as tgram://BOT_TOKEN/CHAT_ID or ntfys://HOST/TOPIC. It is shown masked afterwards.`,added:`The target was added`,removed:`The target was removed`,removeTitle:e=>`Remove ${e}?`,removeText:`Its address is shown nowhere, so to have it again you must type it in full.`,remove:e=>`Remove ${e}`,test:`Send a test`,testing:`Sending…`,taken:`took the message`,topicsTitle:`Messages about`,topics:{trouble:`A miner fails, hangs or has no pool; the machine goes down`,recovered:`What was wrong is well again`,payout:`Somebody else is to be paid: always sent`,access:`A key was created, revoked or damaged: always sent`,program:`A program was installed, updated or removed`,person:`Somebody started, stopped or paused a miner`},quiet:`Quiet hours`,quietHint:`In the local time of the machine, such as 22:00-07:00. Only a changed payout or key is sent then.`},daemon:{title:`Mining server`,about:`These count at once, and are written into the settings file.`,groups:{polling:`How often miners are asked`,starting:`Starting`,history:`How long figures are stored`,heartbeat:`Sign of life`,other:`Other`},names:{pollInterval:`While nobody looks`,livePollInterval:`While somebody looks`,autostart:`Wanted miners start with the server`,autostartDelay:`How long after its start`,autostartExcept:`Miners that only you start`,keepSamplesHours:`Each sample`,keepMinutesDays:`Means by the minute`,keepHoursDays:`Means by the hour`,logLevel:`What its log holds`,stopMinersOnExit:`Miners end with the server`,walletLock:`A new payee must be confirmed`,notify:`Targets of notifications`,notifyAbout:`Messages about`,quietHours:`Quiet hours`,heartbeatUrl:`Where it goes`,heartbeatInterval:`How often`},units:{seconds:`seconds, or such as 5m`,hours:`hours`,days:`days`,forever:`days; empty: for ever`,names:`names, with commas between them`,text:`an address such as https://ping.example/…; empty: nowhere`},levels:{debug:`Everything`,info:`Usual`,warning:`Warnings and errors`,error:`Errors`},lockHint:`It can be taken away again only in the file, by hand.`,sources:{default:`default`,file:`from the file`,variable:`set by a variable`,flag:`set when it was started`},fixedBy:e=>`It was set by ${e}, which wins over this page.`,flag:`a flag of serve`,reset:`Back to the default`,changed:e=>`Changed: ${e}`,saved:`The settings are saved`,notSaved:`The settings were not saved`,fixed:`Needs a restart`,fixedAbout:e=>`These are changed in ${e}, and count after a restart of the server.`,theFile:`the settings file`,fixedTable:`Settings that need a restart`,setting:`Setting`,value:`Value`,source:`Source`,on:`on`,off:`off`},data:{title:`Data`,about:`Yours to take along.`,range:`Figures of the last`,ranges:{"24h":`24 hours`,"7d":`7 days`,"30d":`30 days`},csv:`Export as CSV`,json:`Export as JSON`,profiles:`Export profiles`,profilesHint:`Without passwords and tokens.`,browser:`Forget what this browser keeps`,browserHint:`Theme, language, hidden columns, dismissed hints: as on the first visit.`,forgotten:`This browser starts anew`}},setup:{kept:`Your answers are kept in this browser`,close:`Save and close`,steps:{coin:`Coin`,pool:`Pool`,wallet:`Wallet`,hardware:`Hardware`,review:`Review`},step:(e,t)=>`Step ${e} of ${t}`,next:e=>`next: ${e.toLowerCase()}`,nextStart:`next: start`,offline:`Without internet on this machine`,coin:{title:`What do you want to mine?`,looked:`We looked at this machine:`,first:`Coins that suit it come first.`,reason:{cpu:`Made for processors.`,gpu:`Made for graphics cards.`,"needs-gpu":`Needs a graphics card; none was found here.`,"no-program":`No program here computes it yet.`,asic:`Needs machines built for it (ASICs). Processors and cards can’t compete.`,gone:`It cannot be mined any more.`},fits:{cpu:`Fits your CPU`,gpu:`Fits your GPUs`},best:`Made for processors. Suits this machine best.`,not:`Not on this machine`,others:e=>`${e} coins don’t suit this machine`,more:e=>e===1?`Show 1 more coin`:`Show ${e} more coins`,another:`Another coin`,any:`Any algorithm`,anotherText:`For everything that the programs here compute.`,youChoose:`You choose the algorithm`,algorithm:`Algorithm`,noProfit:`We don’t show profit here: it depends on prices and on your electricity, and we would be guessing.`,tryTitle:`Just looking?`,tryText:`A simulated miner shows you everything here. It computes nothing, connects to no pool and earns nothing.`,tryOut:`Try it without earnings`,trying:`The simulated miner runs. It earns nothing; stop it whenever you like.`,notTried:`The simulated miner was not started`},pool:{title:`Choose a pool`,text:`A pool splits each reward among its miners. The list is sorted by how fast each one answers this machine.`,pool:`Pool`,fee:`Fee`,feeBeside:`fee`,answer:`Answer time`,fastest:`fastest`,yours:`yours`,measuring:(e,t)=>`Measuring: ${e} of ${t}`,measured:`Median of 3 connections each, by the server`,again:`Measure again`,none:`We know no pool of it. Enter the address of one.`,noAnswer:`no answer`,offline:`No pool’s name is known here: this machine seems to be without internet.`,another:`Another pool`,anotherHint:`Enter an address such as stratum+ssl://pool.example:443`,address:`Address of the pool`,second:`Add a second pool in case the first fails`,secondLabel:`Second pool`,noSecond:`None`,more:e=>`Show ${e} more`,further:e=>`and ${e} more`,account:`Its login is an account, not an address`},wallet:{title:`Where should the pool pay?`,text:e=>`Paste your public ${e} address. The pool sends what you earn there.`,label:e=>`${e} address`,plain:`Paste your public address, or your account at the pool.`,plainLabel:`Address`,noAddress:e=>`No address yet? A wallet program${e?` for ${e}`:``} makes one in a few minutes. Its public address goes here; until then, “Save and close” keeps your answers.`,never:`Never paste a seed phrase or a private key`,neverText:`Mining doesn’t need them. If you paste one by mistake, we clear the field, send it to nobody and tell you.`,worker:`Name of this machine at the pool`,workerHint:`Letters, numbers and dashes; it may stay empty`},hardware:{title:`How much may it use?`,text:`Start gently. You can change this later.`,level:{light:`Quiet`,balanced:`Balanced`,all:`Everything`},meaning:{light:`Fans stay calm; fine next to other work`,balanced:`Leaves some threads free for you`,all:`Highest hashrate; the machine feels slow`},threads:e=>e===1?`1 thread`:`${e} threads`,cpu:(e,t)=>`${e} cores${t?`, ${t} of L3 cache`:``}`,gpuNotUsed:`Not used: this algorithm is for processors`,gpuUsed:`Used`,off:`Off`,hugePages:`Huge pages`,hugePagesText:`RandomX runs slower without them. On: the program reserves them itself, if it runs as an administrator.`,battery:`Pause on battery`,batteryText:`Resumes when it is plugged in`,active:`Pause while I use the computer`,activeText:`Resumes after 5 minutes without input`},review:{title:`Ready to start`,text:`Nothing has been downloaded or changed yet.`,checking:`Checking everything…`,change:`Change`,then:e=>`then ${e}`,machine:`Machine`,program:`Program`,name:`Name of the profile`,pretends:e=>`${e} (pretends, earns nothing)`,ways:{here:e=>e,install:e=>`${e} (will be installed)`,unproven:e=>`${e} (unproven)`,register:e=>`${e} (register your own build)`},hugePagesOn:`huge pages on`,press:e=>`When you press “${e}”`,download:e=>`Download ${e} from its author’s releases`,version:e=>`version ${e}`,proof:{signature:`and check its author’s signature.`,pin:`and check it against the SHA-256 sum that we know.`,digest:`and compare it with what GitHub received; who uploaded it is not proven.`,other:`and check what its author published.`},save:e=>`Save the profile ${e}`,start:`and start it. First shares usually come within a few minutes.`,login:(e,t)=>`Tell ${e} to pay ${t}`,pretend:`and start it. It pretends: nothing is computed, no pool is asked.`,takesNothing:`This platform takes nothing.`,devFee:(e,t)=>`${e}, for its authors: ${t}.`,scanner:`Some virus scanners report every miner; if yours does, the installation fails and we say so here.`,anyway:`Start although this stands against it`,faults:`This must be changed first`,installAndStart:`Install and start`,startNow:`Save and start`,saveOnly:`Save only`,stage:{install:`Installing`,save:`Saving the profile`,start:`Starting`},job:{download:`downloading`,verify:`verifying`,unpack:`unpacking`,try:`trying it`,switch:`putting it in its place`,done:`done`},started:e=>`${e} is mining`,saved:e=>`${e} is saved`,failed:{install:`It could not be installed`,save:`It could not be saved`,start:`It was not started`},nothingChanged:`Nothing else was changed. Your answers are kept.`}},statistics:{all:`All miners`,scope:`Miners`,before:{"24h":`the day before`,"7d":`the week before`,"30d":`the 30 days before`,"90d":`the 90 days before`},beforeName:{"24h":`the day before`,"7d":`the week before`,"30d":`the 30 days before`,"90d":`the 90 days before`},compare:e=>`Compare with ${e}`,export:`Export`,exportKinds:`CSV or JSON`,csv:`As CSV`,json:`As JSON`,exported:e=>`${e} was made`,exportFailed:`The export did not work`,miners:e=>e===1?`1 miner`:`${e} miners`,average:`Average`,lowest:`Lowest`,highest:`Highest`,timeMining:`Time mining`,rejected:`Rejected shares`,inSteps:e=>`in steps of ${e}`,worst:`Worst`,accepted:`Accepted`,temperature:`Temperature`,hottestOf:(e,t)=>`the ${e} hottest of ${t}`,nowOver:e=>`Now over ${e}`,power:`Power`,report:(e,t)=>e===t?t===1?`the miner reports it`:`all ${t} miners report it`:`${e} of ${t} miners report it`,energy:`Energy`,ping:`Pool ping`,median:`Median`,change:(e,t)=>`${e} on ${t}`,nothing:`Nothing was measured in this time.`,shortly:`Figures come as soon as a miner has run for a few minutes.`}},K={de:()=>d(async()=>{let{de:e,joined:t,messages:n}=await import(`./de-DILn66Q0.js`);return{de:e,joined:t,messages:n}},[]).then(({de:e,joined:t,messages:n})=>({tag:`de`,catalogue:e,joined:t,messages:n}))},q={tag:`en`,catalogue:G,messages:{},joined:{or:`or`,and:`and`}},rt=[`en`,...Object.keys(K)];async function it(e){return await K[e.split(`-`)[0].toLowerCase()]?.()??q}function at(e,t,n,r=q.joined){return e.replace(/\{(\w+)(:duration|:or|:and|:,|!r)?\}/g,(e,i,a)=>{let o=t[i];return o==null?e:a===`:duration`?n.duration(Number(o)):a===`:,`?n.count(Number(o)):a===`:or`||a===`:and`?String(o).replaceAll(`, `,` ${r[a.slice(1)]} `):a===`!r`?`„${String(o)}“`:typeof o==`number`&&!Number.isInteger(o)?n.decimal(o,ot(o)):String(o)})}function ot(e){return Math.min(3,(String(e).split(`.`)[1]??``).length)}function J(e,t,n){let r=e.messages[n.message??n.code??``];if(r===void 0)return n.text;let i=Object.entries(n.parts??{}).map(([n,r])=>[n,J(e,t,r)]),a={...n.params,...Object.fromEntries(i)},{changes:o}=n.details??{},s=n.more?.length?n.more.map(n=>J(e,t,n)):Array.isArray(o)?o.map(String):[];return[at(r,a,t,e.joined),...s].join(` `)}var Y=new WeakMap;function X(e){let t=Y.get(e);if(t?.miners===e.miners&&t.usual===e.usual)return t.sums;let n=st(e);return Y.set(e,{miners:e.miners,usual:e.usual,sums:n}),n}function st(e){let t=new Map;for(let n of e.miners??[])if(re(n))for(let r of n.stats.work){if(!r.algorithm)continue;let i=t.get(r.algorithm);if(i||(i={algorithm:r.algorithm,hashrate:null,usual:{low:0,high:0,median:0},unknown:!1,miners:0,accepted:0,rejected:0,recentAccepted:0,recentRejected:0},t.set(r.algorithm,i)),i.miners++,r.hashrate!==null&&(i.hashrate=(i.hashrate??0)+r.hashrate),i.accepted+=r.shares.accepted??0,i.rejected+=r.shares.rejected??0,r===n.stats.work[0]&&(i.recentAccepted+=n.stats.sharesRecent.accepted??0,i.recentRejected+=n.stats.sharesRecent.rejected??0),n.status!==`running`)continue;let a=e.usual.get(n.name);a?.algorithm===r.algorithm&&a.median!==null&&a.low!==null&&a.high!==null?(i.usual.low+=a.low,i.usual.high+=a.high,i.usual.median+=a.median):i.unknown=!0}return[...t.values()].map(({unknown:e,...t})=>({...t,usual:e?null:t.usual})).sort((e,t)=>ae(e.algorithm,t.algorithm))}var ct=`/api/v1/mining`,Z=`mining-dashboard.token`,Q=1e3,lt=45,$=class extends o{static{this.styles=[nt,$e,Ze,Ye,Qe,Je,Xe,We,Ee,je,Ne,qe]}static{this.properties={apiBaseUrl:{attribute:`api-base-url`,reflect:!0},eventsUrl:{attribute:`events-url`,reflect:!0},view:{reflect:!0},routing:{reflect:!0},chrome:{reflect:!0},theme:{reflect:!0},density:{reflect:!0},range:{reflect:!0},readonly:{type:Boolean,reflect:!0},hotkeys:{reflect:!0},lang:{reflect:!0},timeZone:{attribute:`time-zone`,reflect:!0},temperatureUnit:{attribute:`temperature-unit`,reflect:!0},getToken:{attribute:!1},fetch:{attribute:!1},strings:{attribute:!1}}}#e;#t;#n;#r;#i;#a;#o;#s;#c;#l;#u;#d;#f;#p;#m;#h;#g;#_;#v;#y;#b;constructor(){super(),this.preferences=D(),this.place=h(`overview`),this.hold=null,this.#e=q,this.#r=``,this.#i=new Ke(this),this.#c=matchMedia(`(prefers-color-scheme: light)`),this.#l=this.#c.matches,this.#u=!1,this.narrow=!1,this.#d=new ResizeObserver(()=>this.#S()),this.#f=0,this.#m=!1,this.#h=new P,this.#_=``,this.#v=()=>this.#N(),this.#y=()=>{this.#l=this.#c.matches,this.#N()},this.#b=()=>this.#O(),Object.assign(this,{apiBaseUrl:null,eventsUrl:null,view:`overview`,routing:`none`,chrome:`full`,theme:`auto`,density:`auto`,range:null,readonly:!1,hotkeys:`on`,timeZone:null,temperatureUnit:null})}get baseUrl(){return new URL(this.apiBaseUrl??ct,document.baseURI).href.replace(/\/$/,``)}get text(){return this.strings?{...this.#e.catalogue,...this.strings}:this.#e.catalogue}get locked(){return this.#p.locked}refusal(e){return this.#p.refusal(e)}get stale(){let{state:e}=this.store.connection;return e===`offline`||e===`unauthorized`}get fetcher(){return this.fetch??globalThis.fetch.bind(globalThis)}async token(){return await this.#E()??``}say(e){return S(J(this.#e,this.numbers,e),this.store.info?.commandLine)}explain(e){return e instanceof l?e.status===0?this.text.vocabulary.errors.noAnswer:[this.say({text:e.message,...e.details.wording}),...e.fields.slice(1).map(({field:e,issue:t,wording:n})=>`${e}: ${this.say({text:t,...n})}`)].join(` `):e instanceof Error?e.message:String(e)}go(e,t=!1){let n=h(e);this.hold?this.hold(n).then(e=>e&&this.#k(n,!0,t)):this.#k(n,!0,t)}link(e){return this.routing===`hash`?`#/${e}`:this.routing===`history`?`/${e}`:`#${e}`}async act(e,t,n=()=>[]){let{action:r,targets:i,params:a={}}=e;if(!this.locked&&this.#j(`mining-action`,{action:r,targets:i,params:a},!0))try{let a=await t(),o=n(a);return this.#j(`mining-action-done`,{action:r,targets:i,ok:!o.length,failed:o}),e.done&&!o.length&&this.toast({kind:`ok`,text:e.done}),a}catch(t){let n=this.explain(t);if(this.#j(`mining-action-done`,{action:r,targets:i,ok:!1,failed:i.map(e=>({target:e,error:n}))}),this.#j(`mining-error`,{code:t instanceof l?t.code:`ERROR`,message:n,recoverable:!0}),e.quiet)throw t;this.toast({kind:`error`,text:`${e.failed??this.text.vocabulary.failed.other}: ${n}`});return}}ask(e){return we(this.renderRoot,this.text,e)}toast(e){this.#i.add(e)}prefer(e){this.preferences={...this.preferences,...e},O(this.preferences),(`language`in e||`temperatureUnit`in e)&&this.#C(),this.#T(),this.store.tell()}setRange(e){this.range=e,this.prefer({range:e})}openSearch(){d(async()=>{let{openSearch:e}=await import(`./search-eha9QtFs.js`);return{openSearch:e}},[]).then(({openSearch:e})=>e(this,this.renderRoot))}get snapshot(){let{connection:e,miners:t,attention:n}=this.store;return{connection:e.state,totals:X(this.store),attention:[...n],miners:structuredClone(t??[])}}navigate(e){this.go(e)}async refresh(){this.#t?.tryNow(),await this.store.refresh()}async exportData(e={}){let{exportHistory:t}=await d(async()=>{let{exportHistory:e}=await import(`./export-uzkgqEKP.js`).then(e=>e.r);return{exportHistory:e}},[]);return t(this,e)}connectedCallback(){super.connectedCallback(),this.#S(),this.#d.observe(this),this.#x(),this.#l=this.#c.matches,this.#c.addEventListener(`change`,this.#y),this.routing===`none`?this.#k(h(this.view),!1):(addEventListener(`hashchange`,this.#b),addEventListener(`popstate`,this.#b),this.#O()),this.#M(Q)}disconnectedCallback(){super.disconnectedCallback(),this.#d.disconnect(),this.#t?.end(),this.#t=void 0,this.#a?.end(),clearTimeout(this.#s),this.#c.removeEventListener(`change`,this.#y),removeEventListener(`hashchange`,this.#b),removeEventListener(`popstate`,this.#b)}willUpdate(e){(e.has(`lang`)||e.has(`timeZone`)||e.has(`temperatureUnit`))&&this.#C(),this.hasUpdated&&((e.has(`apiBaseUrl`)||e.has(`eventsUrl`)||e.has(`getToken`)||e.has(`fetch`))&&this.#x(),e.has(`view`)&&this.view!==g(this.place)&&this.#k(h(this.view),!1),e.has(`range`)&&this.store.tell())}#x(){this.#t?.end(),this.store?.removeEventListener(`change`,this.#v),this.#p=new Se(this,()=>this.store.tell());let e=()=>this.token();this.http=c({baseUrl:this.baseUrl,getToken:e,fetch:this.fetcher}),this.store=new _e(this.http),this.store.addEventListener(`change`,this.#v),this.#o=new M(this),this.#g=new N;let t=this.eventsUrl??`${this.baseUrl}/ws`;this.#t=new me({http:this.http,eventsUrl:new URL(t,document.baseURI).href.replace(/^http/,`ws`),getToken:e,heard:e=>this.store.heard(e),changed:e=>{let t=e.state!==this.store.connection.state;this.store.setConnection(e),t&&this.#j(`mining-connection`,{state:e.state,lastData:e.lastData})}}),this.#C(),this.#T(),this.#r=``,this.#n&&this.#k(this.place,!1),this.#t.start(),this.#p.ask(),this.#a?.end(),this.#a=u(this,this.renderRoot??this)}#S(){let e=this.clientWidth>0&&this.clientWidth<lt*parseFloat(getComputedStyle(document.documentElement).fontSize);e!==this.narrow&&(this.narrow=e,this.store?.tell())}async#C(){let e=this.#w();this.numbers=m({language:navigator.languages.find(t=>t.split(`-`)[0]===e)??e,timeZone:this.timeZone??void 0,temperatureUnit:this.temperatureUnit??(this.preferences.temperatureUnit||`c`),words:this.#e.catalogue.vocabulary});let t=await it(e);if(t!==this.#e)return this.#e=t,this.#C();this.store.tell()}#w(){let e=this.lang===`auto`?navigator.language:this.lang||this.closest(`[lang]`)?.lang;return this.preferences.language||e||navigator.language}#T(){let e=this.theme===`auto`?this.preferences.theme:this.theme,t=e===`auto`?this.#l?`light`:`dark`:e,n=this.density===`auto`?this.preferences.density:this.density;this.dataset.theme!==t&&(this.dataset.theme=t),this.dataset.density!==n&&(this.dataset.density=n)}#E(){return this.getToken?this.getToken():sessionStorage.getItem(Z)??void 0}#D(e){sessionStorage.setItem(Z,e),this.#m=!1,this.#x()}#O(){let e=h((this.routing===`hash`?location.hash:location.pathname+location.search)||this.view);!this.hold||g(e)===this.view?this.#k(e,!1):(history.pushState(null,``,this.link(this.view)),this.hold(e).then(t=>t&&this.#k(e,!0)))}#k(e,t,n=!1){let r=e.page in C?e.page:`overview`;this.place={...e,page:r},this.view=g(this.place);let i=this.link(this.view);t&&(this.routing===`history`||this.routing===`hash`&&location.hash!==i)&&(n?history.replaceState(null,``,i):history.pushState(null,``,i)),this.#A(r,t)}async#A(e,t){let n=await C[e]();if(this.place.page!==e)return;let r=this.#r===e&&this.#n?.localName===n;r?this.#n.requestUpdate():(this.#n=Object.assign(document.createElement(n),{app:this,className:`page`}),this.#r=e),this.requestUpdate(),await this.updateComplete,t&&!r&&(this.renderRoot.querySelector(`main`)?.focus({preventScroll:!0}),this.routing!==`none`&&scrollTo(0,0));let i=this.text.vocabulary.pages[e]??e;this.routing!==`none`&&(document.title=`${i} · ${this.text.vocabulary.brand}`),this.#j(`mining-view`,{view:this.view,title:i})}#j(e,t,n=!1){return this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0,cancelable:n}))}#M(e){clearTimeout(this.#s),this.#s=setTimeout(()=>{this.requestUpdate(),this.#M(Q)},e)}#N(){this.isConnected&&this.#M(1.5*Q),this.#T(),this.#o?.look();let{store:e}=this;!this.#u&&e.miners&&(this.#u=!0,this.#j(`mining-ready`,{version:z})),e.miners&&this.#p.ask(),e.miners&&Date.now()-this.#f>=Q&&(this.#f=Date.now(),this.#j(`mining-data`,{at:e.connection.lastData,totals:X(e),miners:e.miners}));let t=this.#h.changed(e.attention);t&&this.#j(`mining-attention`,t);let n=this.#g.added(e.attention,e.attentionLoaded);n.length&&(this.#_=n.map(e=>(e.miner?`${e.miner}: `:``)+this.say(e)).join(` `)),this.requestUpdate()}render(){let{store:t,text:n}=this,{state:r}=t.connection,a=t.info?.platformVersion,o=this.place.page===`setup`;return e`
      <button class="skip" @click=${()=>this.#F()}>${n.vocabulary.skip}</button>
      <div class="frame ${this.chrome} ${o?`bare`:``}" lang=${this.#e.tag}>
        ${this.chrome===`full`&&!o?Le(this):i}
        <main id="main" part="main" tabindex="-1">
          ${r===`unauthorized`||this.#m?ye(this,e=>this.#D(e)):i}
          ${r===`offline`?F(this,()=>this.#t?.tryNow()):i}
          ${this.chrome===`none`?i:this.#p.note(this.place.page,this.getToken||this.#m?null:()=>this.#P())}
          ${a&&a!==`0.2.0.dev0`&&this.routing!==`none`?be(this,a):i}
          ${this.#n??i}
        </main>
        ${this.#_?e`<p class="hidden" role="alert">${this.#_}</p>`:i}
      </div>
      ${this.#i.render()}
    `}#P(){this.#m=!0,this.requestUpdate(),this.updateComplete.then(()=>this.renderRoot.querySelector(`.note.key input`)?.focus())}updated(){this.#i.rendered()}#F(){this.renderRoot.querySelector(`main`)?.focus()}};customElements.get(`mining-dashboard`)||customElements.define(`mining-dashboard`,$);export{Fe as a,De as c,S as d,se as f,z as i,k as l,oe as m,X as n,L as o,_ as p,rt as r,Me as s,$ as t,E as u};