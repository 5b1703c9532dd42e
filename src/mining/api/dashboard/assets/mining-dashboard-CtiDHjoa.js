import{a as e,c as t,l as n,n as r,r as i,t as a}from"./lit-B4EAelNx.js";import{n as o,r as s,t as c}from"./client-DmZ2ZvJT.js";import{n as l,r as u}from"./hotkeys-44ZnZ4hK.js";import{i as d,r as f,t as p}from"./numbers-Dndbh051.js";import{n as m,o as h,r as ee}from"./state-CbVuLnqD.js";import{n as g}from"./algorithm-DNetkOo-.js";function _(e){let[t=``,n=``]=e.replace(/^[#/]+/,``).split(`?`,2),[r=``,...i]=t.split(`/`).filter(Boolean).map(decodeURIComponent);return{page:r||`overview`,rest:i,query:new URLSearchParams(n)}}function v({page:e,rest:t,query:n}){let r=[e,...t].map(encodeURIComponent).join(`/`),i=n.toString();return i?`${r}?${i}`:r}function y({page:e,rest:t,query:n},r){let i=new URLSearchParams(n);for(let[e,t]of Object.entries(r))t?i.set(e,t):i.delete(e);return v({page:e,rest:t,query:i})}var b=class extends a{static{this.properties={app:{attribute:!1}}}#e=()=>this.requestUpdate();#t;createRenderRoot(){return this}connectedCallback(){super.connectedCallback();let e=[this.constructor.sheet??[]].flat().flatMap(e=>e.styleSheet??[]),t=this.getRootNode();t instanceof ShadowRoot&&(t.adoptedStyleSheets=[...new Set([...t.adoptedStyleSheets,...e])]),this.#t=this.app?.store,this.#t?.addEventListener(`change`,this.#e)}disconnectedCallback(){super.disconnectedCallback(),this.#t?.removeEventListener(`change`,this.#e)}};function te(e,t){return e instanceof c&&e.code===t}var ne=1e3,re=3e4,ie=45e3,ae=5e3,oe=1e4,se=class{#e;#t;#n;#r;#i;#a;#o;constructor(e){this.options=e,this.connection={state:`connecting`,lastData:null,nextTry:null,attempt:0,issue:null},this.#e=null,this.#n=0,this.#i=!1,this.#a=null,this.#o=()=>{document.visibilityState===`visible`&&this.connection.nextTry!==null&&this.tryNow()}}start(){addEventListener(`online`,this.#o),document.addEventListener(`visibilitychange`,this.#o),this.#r=setInterval(()=>this.#c(),5e3),this.#s()}end(){this.#i=!0,removeEventListener(`online`,this.#o),document.removeEventListener(`visibilitychange`,this.#o),clearTimeout(this.#t),clearInterval(this.#r),this.#e?.close()}tryNow(){clearTimeout(this.#t),this.#s()}async#s(){this.#l();let e;try{let t=await this.options.getToken();e=t?[`mining.v1`,`mining.key.${t}`]:[]}catch{e=[]}if(this.#i)return;let t=!1,n=this.#e=new WebSocket(this.options.eventsUrl,e);n.onmessage=({data:e})=>{this.#e===n&&(t=!0,this.#a=null,this.#n=Date.now(),this.#d({state:`live`,lastData:this.#n,nextTry:null,attempt:0,issue:null}),this.options.heard(JSON.parse(e)))},n.onclose=()=>{this.#e!==n||this.#i||this.#u(t)},this.#n=Date.now()}#c(){this.#e&&Date.now()-this.#n>ie&&this.#s()}#l(){let e=this.#e;this.#e=null,e?.close()}async#u(e){this.#a??=Date.now();let t=e?1:this.connection.attempt+1,n=Math.min(ne*2**(t-1),re),r,i=null,a=n;try{let t=await o(this.options.http.GET(`/miners`,{params:{query:{limit:1e3}}})),i={type:`snapshot`,seq:0,timestamp:new Date().toISOString(),data:{miners:t.items}};this.options.heard(i),r=e?`reconnecting`:`polling`,this.connection={...this.connection,lastData:Date.now()},a=e?n:ae}catch(e){let t=e instanceof c&&(e.status===401||e.status===403);t&&(i=e.message);let n=Date.now()-this.#a<oe&&this.connection.lastData!==null;r=t?`unauthorized`:n?`reconnecting`:`offline`}this.#i||(this.#d({state:r,nextTry:Date.now()+a,attempt:t,issue:i}),this.#t=setTimeout(()=>void this.#s(),a))}#d(e){let t=this.connection;this.connection={...t,...e};let n=e=>e===null?null:Math.floor(e/1e3);(t.state!==this.connection.state||t.nextTry!==this.connection.nextTry||t.attempt!==this.connection.attempt||n(t.lastData)!==n(this.connection.lastData))&&this.options.changed(this.connection)}},x=200,ce=6e5,le=1e3,ue=class extends EventTarget{#e;#t;#n;constructor(e){super(),this.http=e,this.connection={state:`connecting`,lastData:null,nextTry:null,attempt:0,issue:null},this.miners=null,this.events=[],this.attention=[],this.usual=new Map,this.jobs=new Map,this.info=null,this.serverVersion=null,this.profilesChanged=0,this.poolsChanged=0,this.settingsChanged=0,this.#e=0,this.#t=0,this.#c=null,this.#l=!1}miner(e){return this.miners?.find(t=>t.name===e)}setConnection(e){let t=e.state!==this.connection.state||e.nextTry!==this.connection.nextTry;this.connection=e,t?this.tell():this.#a()}heard(e){switch(e.type){case`snapshot`:this.#o(e.data.miners,e.seq);break;case`miner.stats`:{let{name:t,...n}=e.data;this.#s(t,e=>({...e,...n,hashrate:n.stats.hashrate})),this.#a();break}case`miner.status`:{let{event:t,text:n,who:r,...i}=e.data;t===`forget`?this.miners=this.miners?.filter(e=>e.name!==i.name)??null:this.#s(i.name,()=>i),this.#u(),this.tell();break}case`attention`:this.attention=e.data.items,this.tell();break;case`ping`:Date.now()-this.#t>ce&&this.#i().catch(()=>void 0);break;case`install.progress`:this.jobs.set(e.data.id,e.data),this.tell();break;case`profile.changed`:this.profilesChanged++,this.tell();break;case`pools.changed`:this.poolsChanged++,this.tell();break;case`settings.changed`:this.settingsChanged++,this.tell()}}async refresh(){await Promise.allSettled([this.#u(),this.loadInfo(),this.#r(),this.#i()])}async#r(){this.attention=(await o(this.http.GET(`/attention`,{params:{query:{limit:1e3}}}))).items,this.tell()}async#i(){this.#t=Date.now();let e=await o(this.http.GET(`/usual`,{params:{query:{limit:1e3}}}));this.usual=new Map(e.items.map(e=>[e.name,e])),this.tell()}async loadInfo(){this.info=await o(this.http.GET(`/info`)),this.tell()}tell(){clearTimeout(this.#n),this.#n=void 0,this.dispatchEvent(new Event(`change`))}#a(){this.#n??=setTimeout(()=>this.tell(),le)}#o(e,t){let n=t===0;!n&&t<this.#e&&(this.events=[],this.#e=0),this.miners=[...e].sort((e,t)=>e.name.localeCompare(t.name)),n?this.#u():this.refresh(),this.tell()}#s(e,t){let n=this.miners??[],r=n.findIndex(t=>t.name===e);if(r>=0)this.miners=n.with(r,t(n[r]));else{let e=t({});e.config&&(this.miners=[...n,e].sort((e,t)=>e.name.localeCompare(t.name)))}}#c;#l;#u(){return this.#l=this.#c!==null,this.#c??=this.#d().catch(()=>void 0).finally(()=>{this.#c=null,this.#l&&this.#u()}),this.#c}async#d(){let e=this.#e?{since:this.#e,limit:1e3}:{limit:x},t=(await o(this.http.GET(`/events`,{params:{query:e}}))).items.filter(e=>e.seq>this.#e).sort((e,t)=>t.seq-e.seq);t.length&&(this.#e=t[0].seq,this.events=[...t,...this.events].slice(0,x),this.tell())}},S={overview:()=>u(()=>import(`./overview-DURqu34J.js`).then(e=>e.TAG),[]),miners:()=>u(()=>import(`./miners-4PyAFHP2.js`).then(e=>e.TAG),[]),profiles:()=>u(()=>import(`./profiles-CY6FY-_t.js`).then(e=>e.TAG),[]),setup:()=>u(()=>import(`./setup-BSnaGQiQ.js`).then(e=>e.TAG),[]),statistics:()=>u(()=>import(`./statistics-BWXvn4W1.js`).then(e=>e.TAG),[]),pools:()=>u(()=>import(`./pools-CD9aRs3J.js`).then(e=>e.TAG),[]),admin:()=>u(()=>import(`./admin-OgqxT9q7.js`).then(e=>e.TAG),[]),settings:()=>u(()=>import(`./settings-f24Qi0MA.js`).then(e=>e.TAG),[])},C=`mining-dashboard`,w={theme:`auto`,density:`auto`,language:``,temperatureUnit:``,hotkeys:!0,range:`24h`,notifyAbout:[],dismissed:[],columns:{}};function T(){return{...w}}function E(){try{let e=JSON.parse(localStorage.getItem(C)??`{}`),t=Object.entries(e).filter(([e,t])=>e in w&&typeof t==typeof w[e]);return{...w,...Object.fromEntries(t)}}catch{return T()}}function D(e){try{localStorage.setItem(C,JSON.stringify(e))}catch{}}var O={problems:[`crash`,`error`,`hang`,`exit`,`degraded`],recovered:[`recovered`],payouts:[`payout`],runs:[`start`,`stop`,`restart`,`pause`,`resume`,`adopt`],programs:[`install`,`update`,`rollback`,`uninstall`],server:[`daemon.start`,`daemon.stop`,`settings`,`key`]},k=3;function A(e,t,n){let r=e[0]?.seq??0;return t===null?{newest:r,events:[]}:{newest:r,events:e.filter(e=>e.seq>t&&n.includes(e.event)).reverse()}}var j=class{#e=null;constructor(e){this.app=e}look(){let{store:e,preferences:t}=this.app;if(!e.events.length&&this.#e===null)return;let{newest:n,events:r}=A(e.events,this.#e,t.notifyAbout);this.#e=n,r.length&&`Notification`in globalThis&&Notification.permission===`granted`&&(r.length<=k?r.forEach(e=>this.#t(e)):this.#n(r))}#t(e){let{app:t}=this,n=t.text.vocabulary.events[e.event]??e.event;this.#r(e.miner?`${e.miner}: ${n}`:n,t.say(e),e.seq,e.miner?`miners/${encodeURIComponent(e.miner)}`:`admin/timeline`)}#n(e){let{app:t}=this,n=e.slice(-3).map(e=>`${e.miner?`${e.miner}: `:``}${t.say(e)}`);this.#r(t.text.vocabulary.manyEvents(e.length),n.join(`
`),e.at(-1).seq,`admin/timeline`)}#r(e,t,n,r){let i=new Notification(e,{body:t,tag:`mining-${n}`,lang:document.documentElement.lang});i.onclick=()=>{focus(),this.app.go(r),i.close()}}};function M(t,n){let{numbers:r,store:i}=t,{offline:a,verbs:o}=t.text.vocabulary,{lastData:s,nextTry:c,attempt:l}=i.connection,u=new URL(t.baseUrl),p=c===null?null:Math.max(0,Math.ceil((c-Date.now())/1e3));return e`<section class="panel offline" aria-labelledby="offline-title">
      <div class="lines">
        <div>
          ${f(`offline`)}
          <div class="grow">
            <div role="alert"><h2 id="offline-title">${a.title}</h2></div>
            <p class="secondary">
              ${a.text} ${s===null?``:a.lastKnown(r.time(s),r.ago(s))}
            </p>
            <p class="row">
              <b>${p?a.nextTry(r.duration(p)):a.trying}</b>
              <span class="secondary">· ${a.attempt(l)}</span><span class="grow"></span>
              <button class="primary" @click=${n}>${d(`restart`)}${o.tryNow}</button>
            </p>
          </div>
        </div>
        <div>
          <dl class="facts">
            <dt>${a.address}</dt>
            <dd class="mono">${u.origin}</dd>
            <dt>${a.what}</dt>
            <dd>${a.noAnswer}</dd>
            <dt>${a.try}</dt>
            <dd>
              <ol class="steps">
                <li>${a.running} <code>miner-ctrl status</code></li>
                <li>${a.startIt} <code>miner-ctrl serve</code></li>
                <li>${a.elsewhere(u.port||(u.protocol===`https:`?`443`:`80`))}</li>
              </ol>
            </dd>
          </dl>
        </div>
      </div>
    </section>
    ${s===null?``:e`<p class="last-values secondary">${d(`clock`)}${a.lastValues(r.dateTime(s))}</p>`}`}function N(t,n){let{key:r}=t.text.vocabulary;return e`<form class="note key" @submit=${e=>{e.preventDefault();let t=new FormData(e.target).get(`key`);typeof t==`string`&&t.trim()&&n(t.trim())}}>
    ${f(`hint`)}
    <div class="grow stack">
      <div>
        <h2>${r.title}</h2>
        <p class="secondary">${r.text}</p>
      </div>
      ${t.store.connection.issue?e`<p class="err" role="alert">${t.store.connection.issue}</p>`:``}
      <label class="field"><span>${r.label}</span><input name="key" type="password" autocomplete="off" required /></label>
      <p class="hint">${r.make} <code>miner-ctrl keys create dashboard --role operator</code></p>
      <div><button class="primary">${r.submit}</button></div>
    </div>
  </form>`}function P(t,n){return e`<div class="note" role="note">
    ${f(`hint`)}
    <p>${t.locked} ${n?e`<span class="secondary">${t.text.vocabulary.readonly.foreignHow}</span>`:``}</p>
  </div>`}function F(t,n){return e`<div class="note" role="status">
    ${f(`hint`)}
    <p>${t.text.vocabulary.reloadOffer(n)}</p>
    <button @click=${()=>location.reload()}>${t.text.vocabulary.verbs.reload}</button>
  </div>`}var I=0;function L(t,n,{title:a,text:o,verb:s,danger:c,word:l}){let u=document.createElement(`dialog`),d=`question-${++I}`;return u.setAttribute(`aria-labelledby`,d),new Promise(f=>{i(e`<form method="dialog">
        <h2 id=${d}>${a}</h2>
        <p class="secondary">${o}</p>
        ${l?e`<label class="field"
              ><span>${l.label}</span>
              <input autocomplete="off" spellcheck="false" autofocus @input=${e=>R(e.target,l.value)}
            /></label>`:r}
        <div class="row end">
          <button value="" ?autofocus=${!l}>${n.vocabulary.verbs.cancel}</button>
          <button value="yes" class=${c?`danger solid`:`primary`} ?disabled=${l!==void 0}>${s}</button>
        </div>
      </form>`,u),u.addEventListener(`close`,()=>{f(u.returnValue===`yes`),u.remove()}),t.append(u),u.showModal()})}function R(e,t){e.form.querySelector(`button[value=yes]`).disabled=e.value.trim()!==t}var z=t`
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
`;function B(t,n,i,{face:a,reads:o=!1}={}){return e`<span class="menu" @keydown=${de}>
    <button
      class=${a?``:`ghost icon-only`}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${a?r:n}
      ?disabled=${t.stale&&!o}
      @click=${H}
    >
      ${a??d(`dots`)}
    </button>
    <span role="menu" popover aria-label=${n} @toggle=${U}>
      ${i.map(t=>e`<button
          role="menuitem"
          tabindex="-1"
          class="ghost ${t.danger?`danger`:``}"
          @click=${e=>{let{button:n,list:r}=V(e.currentTarget);r.hidePopover(),n.focus(),t.run()}}
        >
          ${t.label}
        </button>`)}
    </span>
  </span>`}function V(e){let t=e.closest(`.menu`),n=t.querySelector(`[role=menu]`);return{button:t.querySelector(`button`),list:n,items:[...n.querySelectorAll(`[role=menuitem]`)]}}function H(e){let{button:t,list:n,items:r}=V(e.currentTarget);n.showPopover();let i=t.getBoundingClientRect();n.style.setProperty(`top`,`${Math.min(i.bottom+4,innerHeight-n.offsetHeight-8)}px`),n.style.setProperty(`left`,`${Math.max(8,i.right-n.offsetWidth)}px`),r[0]?.focus()}function U(e){let{button:t}=V(e.currentTarget);t.setAttribute(`aria-expanded`,String(e.newState===`open`))}function de(e){let{items:t}=V(e.currentTarget),n=t.indexOf(e.target),r={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];n<0||r===void 0||(e.preventDefault(),t.at(r%t.length)?.focus())}var fe=t`
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
`;function pe(t,n,r,i){return e`<div class="tabs" role="tablist" aria-label=${t} @keydown=${e=>{let t=n.findIndex(e=>e.id===r),a={ArrowRight:t+1,ArrowLeft:t-1,Home:0,End:n.length-1}[e.key];if(a===void 0)return;e.preventDefault();let{id:o}=n.at(a%n.length);e.currentTarget.querySelector(`#tab-${o}`)?.focus(),i(o)}}>
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
  </div>`}var me=t`
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
`,W=`0.2.0.dev0`,he=[[`monitor`,[`overview`,`statistics`]],[`mine`,[`miners`,`profiles`,`pools`]],[`system`,[`admin`,`settings`]]],G=[`overview`,`miners`,`profiles`],ge={connecting:`starting`,live:`mining`,polling:`degraded`,reconnecting:`starting`,offline:`offline`,unauthorized:`failed`};function _e(t){let{vocabulary:n}=t.text,i=i=>{let a=t.place.page===i;return e`<li class=${G.includes(i)?``:`rest`}>
      <a
        href=${t.link(i)}
        aria-current=${a?`page`:r}
        title=${n.pages[i]}
        @click=${e=>{e.ctrlKey||e.metaKey||(e.preventDefault(),Se(e),t.go(i))}}
        >${d(i)}<span class="word">${n.pages[i]}</span>${ye(t,i)}</a
      >
    </li>`};return e`<nav part="nav" aria-label=${n.navigation}>
    <div class="brand"><slot name="brand">${d(`brand`)}<span class="word">${n.brand}</span></slot></div>
    <button class="find" title=${n.search} @click=${()=>t.openSearch()}>
      ${d(`search`)}<span class="word">${n.search}</span><kbd class="word">Ctrl K</kbd>
    </button>
    <ul class="bar">
      ${G.map(i)}
      <li>
        <button class="more" aria-expanded="false" @click=${xe}>${d(`more`)}<span class="word">${n.more}</span></button>
      </li>
    </ul>
    <div class="groups">
      ${he.map(([t,r])=>e`<div class="group">
          <div class="label" id="group-${t}">${n.groups[t]}</div>
          <ul aria-labelledby="group-${t}">
            ${r.map(i)}
          </ul>
        </div>`)}
    </div>
    <div class="connection">${ve(t)}</div>
    <slot name="nav-end"></slot>
  </nav>`}function ve(t){let{store:n,text:r,numbers:i}=t,{state:a,lastData:o}=n.connection,s=r.vocabulary.connection,c=o===null?s.noDataYet:a===`live`||a===`polling`?s.updated(i.ago(o)):s.lastData(i.time(o));return e`<p class="state">${f(ge[a]??`offline`)}<span>${s[a]}</span></p>
    <p class="hint word">${c}</p>
    <p class="hint word">${new URL(t.baseUrl).host} · ${n.info?.platformVersion??`0.2.0.dev0`}</p>`}function ye(t,n){let{store:i}=t;if(n===`overview`){let n=i.attention.filter(e=>e.severity!==`hint`).length||be(t);return n?e`<span class="badge warn">${f(`degraded`)}${n}</span>`:r}return n===`miners`&&i.miners?.length?e`<span class="badge">${i.miners.length}</span>`:r}function be(e){return(e.store.miners??[]).filter(e=>ee(h(e))).length}function xe(e){let t=e.currentTarget.closest(`nav`)?.toggleAttribute(`data-open`)??!1;e.currentTarget.setAttribute(`aria-expanded`,String(t))}function Se(e){let t=e.currentTarget.closest(`nav`);t?.removeAttribute(`data-open`),t?.querySelector(`.more`)?.setAttribute(`aria-expanded`,`false`)}var Ce=t`
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
`;function we(t,n,i){return e`<section class="toasts" popover="manual" aria-label=${t.text.vocabulary.toasts} aria-live="polite">
    ${n.map(n=>e`<div class="toast" role=${n.kind===`error`?`alert`:r}>
        ${f(n.kind===`error`?`failed`:`ok`)}
        <span class="grow">${n.text}</span>
        ${n.action?e`<button
              class="ghost"
              @click=${()=>{n.action.run(),i(n.id)}}
            >
              ${n.action.label}
            </button>`:r}
        <button class="ghost icon-only" aria-label=${t.text.vocabulary.verbs.close} @click=${()=>i(n.id)}>${d(`close`)}</button>
      </div>`)}
  </section>`}var Te=t`
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
`,Ee=t`
  .skeleton {
    background: var(--c-raised);
    border-radius: 4px;
    min-height: 14px;
    opacity: 0;
    animation: appear 0s 300ms forwards;
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
`,De=t`
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
    width: 18px;
    height: 18px;
    accent-color: var(--c-accent-solid);
    margin: 0;
    flex: none;
  }
  input[type='range'] {
    width: 100%;
    accent-color: var(--c-accent-solid);
    min-height: 24px;
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
  .tag.accent {
    background: var(--c-accent-tint);
    color: var(--c-accent);
  }
`,Oe=t`
  .frame {
    display: grid;
    min-height: inherit;
    grid-template-columns: minmax(0, 1fr);
  }
  .frame.full:not(.bare) {
    grid-template-columns: 3.5rem minmax(0, 1fr);
  }
  main {
    min-width: 0;
    outline: none;
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
  .keys .value {
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
    .note {
      margin: 16px 16px 0;
    }
    .keys {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .keys .value {
      font-size: 1.375rem;
    }
  }
`,ke=t`
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
`,Ae=t`
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
`,je=t`
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
`,Me={bg:`#0F1114`,surface:`#16191D`,raised:`#1E2227`,sunken:`#0B0D10`,line:`#272C33`,"line-2":`#343B44`,ctrl:`#68727D`,text:`#ECEFF2`,"text-2":`#A9B2BC`,"text-3":`#8A949F`,accent:`#7CB0FF`,focus:`#9CC4FF`,"accent-solid":`#2B69DE`,"accent-tint":`#1B2739`,ok:`#4FC58B`,warn:`#F2B441`,"warn-mark":`#F2B441`,err:`#FF8079`,"err-solid":`#C93A32`,quiet:`#56739C`,cell:`#3B557C`,s1:`#82B5FF`,s2:`#A56DC8`,s3:`#5FDDD0`,s4:`#F2BC93`,s5:`#A3A52F`,s6:`#C2577F`,shadow:`0 8px 28px rgb(0 0 0 / 55%)`},Ne={bg:`#F5F6F8`,surface:`#FFFFFF`,raised:`#EEF1F4`,sunken:`#FAFBFC`,line:`#E1E5EA`,"line-2":`#CDD3DA`,ctrl:`#7A848F`,text:`#14181D`,"text-2":`#48525D`,"text-3":`#5F6A75`,accent:`#1A5AD0`,focus:`#1A5AD0`,"accent-solid":`#1A5AD0`,"accent-tint":`#E9F0FC`,ok:`#12734A`,warn:`#8A5700`,"warn-mark":`#C07600`,err:`#BE2B24`,"err-solid":`#BE2B24`,quiet:`#6F8AB0`,cell:`#B4CAF0`,s1:`#1F62D9`,s2:`#A86FC4`,s3:`#0E967A`,s4:`#BD600E`,s5:`#4A490A`,s6:`#7A2263`,shadow:`0 8px 28px rgb(20 24 29 / 16%)`},K=e=>n(Object.entries(e).map(([e,t])=>`--c-${e}: var(--mp-${e}, ${t});`).join(`
`)),q=t`
  :host {
    color-scheme: dark;
    ${K(Me)}
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
    ${K(Ne)}
  }
`,Pe={admin:{health:`Machine and server`,timeline:`Timeline`,doctor:{title:`Doctor`,run:`Run again`,running:`Looking…`,about:`It looks at this machine, its programs and pools, and changes nothing. Commands are for you to run.`,locked:`Only who may operate miners can run it.`,summary:(e,t,n)=>[e?`${e} failed`:null,t?`${t} to do`:null,`${n} passed`].filter(Boolean).join(` · `),groups:{problem:`Failed`,warning:`To do`,info:`Good to know`,unknown:`Not known`,ok:`Passed`},fine:`Nothing to do.`,at:e=>`looked ${e}`},system:{title:`System`,os:`System`,processor:`Processor`,cores:(e,t)=>`${e} cores, ${t} threads`,memory:`Memory`,available:(e,t)=>`${e} of ${t} available`,hugePages:`Huge pages`,pages:(e,t)=>`${e} of ${t} free`,noPages:`none reserved`,cards:`Graphics cards`,noCards:`none`,versions:`Versions`,platform:`Mining Platform`,dashboard:`This dashboard`,python:`Python`,programs:`Programs`,folders:`Folders`,data:`Data`,logs:`Logs`,foreign:`Not shown to pages of another site`,api:`API`,address:`Address`,live:`Live changes`,reference:`Reference`},log:{title:`Server log`,level:`Level`,levels:{debug:`All`,info:`Info and above`,warning:`Warnings and errors`,error:`Errors`},follow:`Follow`,download:`Download log`,none:`The log has no line of this level.`,lines:`Lines of the log`},keys:{title:`Access keys`,about:`Who comes from another machine shows a key. Its role says what it may do.`,create:`Create a key`,name:`Name`,nameHint:`Whose it is, such as phone; it stands in the timeline`,role:`Role`,roles:{viewer:`Viewer: looks`,operator:`Operator: starts and stops`,admin:`Admin: may do everything`},expires:`Expires`,expiresHint:`Empty: never`,made:`Made`,by:`By`,never:`never`,expired:`expired`,none:`There is no key yet. From this machine none is needed.`,once:`Copy it now: it is shown this once.`,created:e=>`The key ${e} is made`,revoke:`Revoke`,revokeTitle:e=>`Revoke ${e}?`,revokeText:`Whoever uses this key is shut out at once. It cannot be taken back; you can make another.`,revoked:e=>`${e} is revoked`,notRevoked:`The key was not revoked`},audit:{title:`Audit`,about:`Every change, who asked for it, from where, and what came of it.`,entries:`Entries of the audit`,verify:`Verify`,whole:e=>`Whole: each of the ${e} entries holds the sum of the one before.`,broken:`Broken:`,when:`When`,who:`Who`,what:`What`,outcome:`Outcome`,from:`From`,done:`done`,refused:`refused`,none:`Nobody has changed anything yet.`,older:`Older`,newer:`Newer`},events:{miner:`Miner`,everyMiner:`Every miner`,kind:`What`,everyKind:`Everything`,time:`Time`,everyTime:`Any time`,lastHour:`Last hour`,lastDay:`Last 24 hours`,lastWeek:`Last 7 days`,lastMonth:`Last 30 days`,between:`Between…`,from:`From`,to:`To`,none:`Nothing of this kind happened.`,count:e=>`${e} events`,groups:{problems:`Problems`,runs:`Starts and stops`,payouts:`Payout`,programs:`Programs`,server:`Server and settings`}}},chart:{kind:`chart`,howTo:`Arrow keys move from point to point, with Shift ten at a time; Home and End lead to the first and last.`,noData:(e,t)=>`no data ${e}–${t}`,noDataUntil:e=>`no data until ${e}`,idle:(e,t)=>`not mining ${e}–${t}`,idleShort:`not mining`,now:`now`,axisFrom:e=>`axis starts at ${e}`,axisFromOf:(e,t)=>`${e}: axis starts at ${t}`,viewAsTables:`View as tables`,scale:`Where the axis starts`,from0:`From 0`,fit:`Fit`,usual:`usual`,time:`Time`,events:`Events`,summary:(e,t,n)=>`${e}, ${t} to ${n}.`,series:(e,t,n,r,i,a)=>`${e}: average ${t}, lowest ${n} at ${r}, highest ${i}, last ${a}.`,seriesEmpty:e=>`${e}: no data.`,gaps:e=>e===1?`One gap without data.`:`${e} gaps without data.`,marks:e=>e===1?`One event.`:`${e} events.`,lacking:e=>`no data from ${e}`,lackingMore:(e,t)=>`no data from ${e} and ${t} more`,others:e=>`the others: ${e}`,happened:{start:`started`,stop:`stopped`,restart:`restarted`,pause:`paused`,resume:`resumed`,crash:`crashed`,exit:`ended`,hang:`hung`,error:`failed`,degraded:`has a problem`,pool:`changed its pool`,algorithm:`changed its algorithm`,"daemon.start":`server started`},average:e=>`${e} average`,each:e=>`each ${e}`,extremes:(e,t)=>`from ${e} to ${t}`,nothing:`Nothing was mined in this time.`,range:`Stretch of time`,ranges:{"5m":`5 min`,"1h":`1 h`,"6h":`6 h`,"24h":`24 h`,"7d":`7 d`,"30d":`30 d`,"90d":`90 d`},gapsMean:`Gaps mean “no data”; they are never drawn as zero. A sum is a gap while a miner that should mine gives no data.`},vocabulary:{brand:`Mining Platform`,pages:{overview:`Overview`,statistics:`Statistics`,miners:`Miners`,profiles:`Profiles`,pools:`Pools`,admin:`Admin`,settings:`Settings`,setup:`Set up mining`},groups:{monitor:`Monitor`,mine:`Mine`,rigs:`Rigs`,system:`System`},navigation:`Pages`,more:`More`,search:`Search`,skip:`Skip to content`,status:{mining:`Mining`,starting:`Starting`,degraded:`Mining, with a problem`,failed:`Failed`,offline:`Not answering`,stopping:`Stopping`,stopped:`Stopped`,paused:`Paused`,hint:`Hint`,ok:`OK`},verbs:{start:`Start`,stop:`Stop`,restart:`Restart`,pause:`Pause`,resume:`Resume`,cancel:`Cancel`,close:`Close`,save:`Save`,discard:`Discard`,open:`Open`,remove:`Remove`,delete:`Delete`,forget:`Forget`,add:`Add`,create:`Create`,install:`Install`,update:`Update`,undo:`Undo`,dismiss:`Dismiss`,copy:`Copy`,copied:`Copied`,download:`Download`,tryAgain:`Try again`,tryNow:`Try now`,reload:`Reload`,test:`Test`,back:`Back`,continue:`Continue`,show:`Show`,hide:`Hide`,viewAsTable:`View as table`,viewAsChart:`View as chart`,showHow:`Show how`,actions:`Actions`},busy:{start:`Starting…`,stop:`Stopping…`,restart:`Restarting…`,pause:`Pausing…`,resume:`Resuming…`},done:{start:e=>`${e} was started`,stop:e=>`${e} is stopping`,restart:e=>`${e} was restarted`,pause:e=>`${e} is paused`,resume:e=>`${e} goes on`,forget:e=>`${e} is forgotten`},failed:{start:e=>`${e} was not started`,stop:e=>`${e} was not stopped`,restart:e=>`${e} was not restarted`,pause:e=>`${e} was not paused`,resume:e=>`${e} was not resumed`,forget:e=>`${e} was not forgotten`,other:`That did not work`},confirm:{stopAll:e=>`Stop ${e} miners?`,stopAllText:e=>`${e} stop mining until you start them again. Shares found so far are kept.`,stopAllVerb:e=>`Stop ${e} miners`,forget:e=>`Forget ${e}?`,forgetText:`Its record, logs and history are deleted. Events stay in the timeline.`},units:{perHour:`an hour`},noData:`no data`,simulated:`simulated`,demo:`demo`,donating:e=>`Mining for the authors of ${e}`,ago:e=>`${e} ago`,justNow:`just now`,never:`never`,since:e=>`since ${e}`,connection:{connecting:`Connecting`,live:`Live`,polling:`Updating every 5 s`,reconnecting:`Reconnecting`,offline:`Disconnected`,unauthorized:`A key is needed`,updated:e=>`Updated ${e}`,lastData:e=>`Last data ${e}`,noDataYet:`No data yet`},offline:{title:`Can’t reach the mining server`,text:`Your miners may well still be running: only this page has lost its connection.`,lastKnown:(e,t)=>`Below is what we knew at ${e}, ${t}.`,nextTry:e=>`Next try in ${e}`,trying:`Trying now`,attempt:e=>`attempt ${e}`,address:`Address`,what:`What happened`,noAnswer:`No answer. A browser can’t tell “refused” from “blocked”.`,try:`Try this`,running:`Is the server running? On the machine itself:`,startIt:`If not, start it:`,elsewhere:e=>`On another machine? Check that it allows your address and port ${e}.`,lastValues:e=>`Last known values, ${e}`,unavailable:`Not available while the server cannot be reached`},key:{title:`This server asks for an access key`,text:`Paste a key that its owner has made. It stays in this browser tab until you close it.`,label:`Access key`,make:`On the machine itself, this makes one:`,submit:`Use this key`,wrong:`The server does not know this key.`},readonly:{asked:`Read-only: this page shows, and changes nothing.`,foreign:`Read-only: this page belongs to another site than the mining server, and has given no access key.`,foreignHow:`The page’s author can set the property getToken, or the server can be started with --cors-origin.`,viewer:`Read-only: this access key may look, and change nothing.`},reloadOffer:e=>`The server runs version ${e} now. Reload to use its dashboard.`,waiting:e=>`Still waiting for ${e}`,errors:{noAnswer:`The server did not answer.`},table:{sortedUp:`sorted up`,sortedDown:`sorted down`,empty:`Nothing here`,filterClear:`Clear the filter`},toasts:`Messages`,events:{start:`Start`,stop:`Stop`,restart:`Restart`,pause:`Pause`,resume:`Resume`,adopt:`Adopted`,crash:`Crash`,exit:`End`,hang:`Hang`,error:`Error`,forget:`Forgotten`,degraded:`Problem`,recovered:`Recovered`,payout:`Payout`,profile:`Profile`,settings:`Settings`,autostart:`Autostart`,algorithm:`Algorithm`,pool:`Pool`,"log.gap":`Lost lines`,clock:`Clock`,storage:`Storage`,"daemon.start":`Server start`,"daemon.stop":`Server end`,install:`Install`,update:`Update`,rollback:`Rollback`,uninstall:`Removal`,key:`Key`,config:`Configuration`},manyEvents:e=>`${e} events`},console:{title:`Console`,show:`Which lines`,filters:{all:`All`,shares:`Shares`,network:`Network`,problems:`Problems`},find:`Find in log`,findKeys:`Enter goes to the one before, Shift Enter to the next`,matches:e=>e===1?`1 line`:`${e} lines`,follow:`Follow`,wrap:`Wrap long lines`,newer:e=>e===1?`1 new line`:`${e} new lines`,summary:(e,t)=>`${e===1?`1 new line`:`${e} new lines`}${t?`, ${t===1?`1 of them tells`:`${t} of them tell`} of a problem`:``}`,nothingYet:`It has printed nothing yet.`,noneOfThese:`None of its lines is of this kind.`,you:`you`,input:`Send a key to the miner`,known:`Keys that this program obeys`,send:`Send`,noKeys:`This program takes no keys.`,notLive:`Keys can be sent while it runs.`,keys:{"print the hashrate":`Hashrate`,pause:`Pause`,resume:`Resume`,"print the results":`Results`,"print the connection":`Connection`,"print the sensors":`Sensors`}},editor:{what:`What to mine`,whatHint:`The coin decides the algorithm and which programs fit.`,name:`name`,program:`program`,wallet:`wallet`,labels:{name:`Profile name`,program:`Program`,coin:`Coin`,algo:`Algorithm`,address:`Address`,worker:`Worker name`,password:`Pool password`,threads:`CPU threads`,cpuPriority:`Priority`,hugePages:`Huge pages`,pauseOnBattery:`Pause on battery`,pauseOnActive:`Pause while I use the computer`,donateLevel:`Donation to the program’s authors`,cuda:`Mine on NVIDIA cards`,opencl:`Mine on cards by OpenCL`,intensity:`Intensity of the cards`,proxy:`Proxy`,cpuAffinity:`Which processors, as a mask`,nicehash:`The pool is NiceHash`,tlsFingerprint:`Fingerprint of the pool’s certificate`},noCoin:`No coin: as the pool says`,setByCoin:`Set by the coin`,byPool:`As the pool says`,installed:(e,t)=>`${e} ${t}`,notInstalled:e=>`${e} (not installed)`,ignored:e=>`${e} has no effect with this program.`,pools:`Pools`,poolsHint:`Tried from the top. If one stops answering, the miner moves to the next.`,primary:`Primary`,failOver:e=>`Fail-over ${e}`,place:e=>e===0?`primary pool`:`fail-over ${e}`,poolAddress:e=>`Address of the ${e}`,poolExample:`pool.example:3333`,addPool:`Add pool`,testAll:`Test all`,useTls:`Use TLS where the pool offers it`,up:e=>`Move the ${e} up`,down:e=>`Move the ${e} down`,drag:`Drag to another place`,removePool:e=>`Remove the ${e}`,movedTo:(e,t)=>`Now number ${e} of ${t}`,testing:`testing…`,answered:(e,t)=>t?`${e} · TLS`:e,walletTitle:`Wallet`,walletHint:`The public address that the pool pays. Never a seed phrase or a private key.`,checking:`checking…`,valid:(e,t)=>`Valid ${e} address${t?` (${t})`:``}. Check that it ends in`,unchecked:`It cannot be checked here, as nothing says which coin it is of. Check that it ends in`,invalid:e=>`The address ${e}.`,seed:`That is a seed phrase. We have cleared the field and sent it to nobody. Mining needs only your public address; whoever has the phrase can take your money.`,key:`That looks like a private key. We have cleared the field and sent it to nobody. Mining needs only your public address.`,workerHint:`What the pool calls this machine. Letters, numbers and dashes`,passwordUnchanged:`unchanged`,passwordNone:`none; most pools ignore it`,passwordHint:`A saved password is never shown; it stays unless you type another.`,passwordClear:`Save without a password`,passwordKeep:`Leave it unchanged`,hardware:`Hardware`,hardwareHint:`What it may use on this machine.`,threadsAll:`the program decides`,threadsSome:(e,t)=>`${e} of ${t}`,threadsHint:`The rest stays free for your own work.`,priorities:[`0: gives way to everything`,`1`,`2`,`3`,`4`,`5: gives way to nothing`],asProgram:`As the program decides`,hugePagesChoices:{absent:`Use what is reserved`,on:`Reserve and use`,off:`None`},seconds:`s without input`,percentTime:`% of mining time`,advanced:`Advanced`,advancedHint:`What only this program knows, and the file that it will read.`,more:`More settings`,preview:e=>`Preview ${e}`,previewHint:`addresses shortened`,previewAgain:`Preview again`,command:`Command`,previewOld:`You have changed something since.`,willRefuse:`A start would be refused:`,on:`on`,off:`off`,change:(e,t,n)=>`${e} ${t} → ${n}`,passwordChanged:`password changed`,passwordRemoved:`password removed`,poolAdded:e=>`${e} added`,poolRemoved:e=>`${e} removed`,poolChanged:e=>`${e} changed`,poolsMoved:`pools in another order`,fields:{threads:`threads`,coin:`coin`,algo:`algorithm`,worker:`worker`,proxy:`proxy`,cpuPriority:`priority`,hugePages:`huge pages`,pauseOnBattery:`pause on battery`,pauseOnActive:`pause while in use`,donateLevel:`donation`,cuda:`NVIDIA cards`,opencl:`OpenCL cards`,cpu:`processor`,intensity:`intensity`,nicehash:`NiceHash`,cpuAffinity:`processors`,tlsFingerprint:`certificate`},payee:{title:`This pays somebody new`,text:`Compare the address with your own wallet, sign by sign, before you go on.`,label:e=>`Type ${e} to confirm`,verb:`Pay this address`}},empty:{cores:(e,t)=>`${e} cores${t?`, ${t} L3`:``}`,suits:e=>`suits ${e}`,cards:(e,t)=>[e?`${e} each`:``,t?`driver ${t}`:``].filter(Boolean).join(`, `),noCards:`No graphics card`,noCardsText:`None was found; coins for processors need none`,memory:`Memory`,memoryText:(e,t)=>`${e} of ${t} available`,hugePages:`Huge pages`,hugePagesOk:e=>`${e} are reserved`,looking:`Looking at this machine…`,showHow:`Show how`,suitsCpu:`suits your CPU`,suitsGpu:`suits your GPUs`,installed:`installed`,some:(e,t)=>t>0?`${e} and ${t} more`:e,own:`pretends, earns nothing`,installing:`Installing…`,done:e=>`${e} is installed`,failed:e=>`${e} was not installed`,tryOut:`Try it without earnings`},miners:{tabs:{label:`Which miners`,running:`Running`,installed:`Installed`,available:`Available`},setUp:`Set up mining`,filter:`Filter miners`,filterHint:`Name, program, coin, pool or state`,filtered:(e,t)=>`${e} of ${t} miners`,noneMatches:`No miner matches the filter.`,noneYet:`There is no miner yet.`,columns:`Columns`,select:e=>`Select ${e}`,selectAll:`Select all miners`,bulk:{label:`Selected miners`,selected:e=>`${e} selected`,start:e=>`Start ${e}`,stop:e=>`Stop ${e}`,restart:e=>`Restart ${e}`,pause:e=>`Pause ${e}`,resume:e=>`Resume ${e}`,clear:`Clear the selection`,working:`Working…`,result:(e,t)=>`Done for ${e} of ${t}`,retry:e=>e===1?`Retry the one that failed`:`Retry the ${e} that failed`},program:{look:`Look for new versions`,looking:`Looking…`,looked:e=>`Looked up ${e}`,neverLooked:`New versions were not looked up yet.`,suits:`Suits`,parts:{cpu:`Processor`,cuda:`NVIDIA cards`,opencl:`AMD and Intel cards`},algorithms:(e,t)=>t?`${e} and ${t} more`:e,size:`Download`,licence:`Licence`,donation:`Donation`,version:`Version`,newest:e=>`newest ${e}`,published:e=>`published ${e}`,proof:`Verified by`,proofs:{pin:`Byte for byte the file that this platform’s authors checked.`,signature:`Its author’s signature, with the key that this platform knows.`,digest:`The checksum from GitHub’s upload: the way from there is proven, not who uploaded it.`,none:`Nothing proves where the file comes from.`},unproven:`You brought this file; its checksum is checked at each start.`,own:`Part of the platform; it needs no installation.`,origins:{own:`built in`,yours:`yours`,installed:`installed`},notHere:`Its author publishes nothing for machines like this one. If you have it, register it:`,install:`Install`,updateTo:e=>`Update to ${e}`,rollBack:e=>`Roll back to ${e}`,again:`Install again`,stages:{download:`Downloading`,verify:`Verifying`,unpack:`Unpacking`,try:`Trying it`,switch:`Putting it in place`,done:`Done`},steps:[`download`,`verify`,`unpack`],begins:`Beginning…`,ofBytes:(e,t)=>`${e} of ${t}`,progress:e=>`Installing ${e}`,failed:e=>`${e} was not installed`,done:e=>`${e} is installed`,rolledBack:e=>`${e}: the version before is in use again`,notRolledBack:e=>`${e} was not rolled back`,removed:e=>`${e} is removed`,notRemoved:e=>`${e} was not removed`,removeAsk:e=>`Remove ${e}?`,removeText:`The program is removed. Profiles that use it stay, and it can be installed again.`,offline:{title:`Without internet`,file:`With an archive from another machine; it is verified too:`,register:`With a program that you already have:`,demo:`Or try everything with a miner and a pool that are built in:`},noneInstalled:`Only the built-in programs are here.`,allInstalled:`Every program is installed.`},one:{unknown:e=>`There is no miner ${e}`,unknownText:`It may have been forgotten, or named otherwise.`,all:`All miners`,jump:`On this page`,started:e=>`started ${e}`,stopped:e=>`ended ${e}`,pid:e=>`pid ${e}`,profile:`profile`,nextVersion:e=>`A restart would use version ${e}.`,nextRestart:e=>`Next try at ${e}.`,why:`Why it does not mine`,state:`What it does`,keys:{now:`Hashrate, 10 s`,average:`Hashrate, 15 min`,averageMeaning:`mean of this run`,shares:`Shares`,lastAccepted:e=>`last one ${e}`,noShares:`no shares yet`,power:`Power`,fans:e=>`fans ${e}`,uptime:`Uptime`,restarts:e=>e===`1`?`1 restart`:`${e} restarts`},shares:{title:`Shares`,sinceStart:`since start`,bar:(e,t,n)=>`${e} accepted, ${t} rejected, ${n} invalid`,accepted:`Accepted`,rejected:`Rejected`,invalid:`Invalid`,recent:`Last 10 min`,recentValue:(e,t)=>`${e} accepted, ${t} rejected`,rate:`Over the last hour`,anHour:e=>`${e} an hour`,tooFew:`too few to say`,expected:`One is expected every`},pool:{title:`Pool connection`,connected:`Connected`,disconnected:`Not connected`,pool:`Pool`,since:`Connected for`,ping:`Ping`,encryption:`Encryption`,tls:{yes:`TLS`,no:`none`},difficulty:`Difficulty`,failures:`Failures`,lastError:`Last error`,failover:`Fail-over`,noFailover:`none`,payee:`Pays`,page:`Your page at the pool`,lock:`Payout lock`},gpus:{title:`GPUs`,hashing:(e,t)=>`${e} of ${t} hashing`,gpu:`GPU`,hashrate:`Hashrate`,temperature:`Temp`,fan:`Fan`,power:`Power`,efficiency:`Efficiency`},timeline:`Timeline`,noEvents:`Nothing has happened yet.`,hashrate:`Hashrate`,figures:`Figures`,edit:{apart:`What is changed here concerns this miner alone; its profile stays as it is.`,saveRestart:`Save and restart`,saveStart:`Save and start`,restarts:`Saving restarts this miner.`,starts:`Saving starts this miner.`,saved:e=>`${e} runs with the changes`},more:{title:`More`,configuration:`Configuration`,edit:`Edit the configuration`,openProfile:`Open its profile`,command:`The same in a terminal`,withoutPassword:`The pool’s password is not shown; add --password if it needs one.`,follow:`Its console in a terminal`}}},overview:{empty:{title:`Nothing is mining yet`,text:`Three steps, about five minutes. Nothing is downloaded or started until you say so.`,steps:[[`Choose a coin and a pool`,`We suggest what suits this machine and measure the pools for you.`],[`Paste your wallet address`,`The public one. We check it before anything starts.`],[`Install and start`,`We fetch the right program and verify it.`]],setUp:`Set up mining`,machine:`This machine`,checks:`Run all checks`,programs:`Programs you can install`,allPrograms:`All programs`,sum:`Each download is checked against what its author published.`},sentence:{all:e=>e===1?`Your miner is mining.`:`All ${e} miners are mining.`,some:(e,t)=>`${e} of ${t} miners are mining.`,none:e=>e===1?`Your miner is not mining.`:`None of ${e} miners is mining.`,problems:e=>e===1?`One has a problem.`:`${e} have problems.`,paused:e=>e===1?`One is paused.`:`${e} are paused.`,stopped:e=>e===1?`One is stopped.`:`${e} are stopped.`,starting:e=>e===1?`One is starting.`:`${e} are starting.`,quiet:`Nothing needs your attention.`},attention:`Needs attention`,key:{usual:`within usual`,below:e=>`${e} below usual`,above:e=>`${e} above usual`,noUsual:`no “usual” yet: it takes a day`,notFull:`measuring the first seconds`,accepted:`Accepted shares`,acceptedMeaning:(e,t)=>`${e} rejected · last 10 min ${t}`,noShares:`no shares yet`,hottest:`Hottest`,power:`Power`,report:(e,t)=>e===t?`${t===1?`the miner reports it`:`all ${t} miners report it`}`:`${e} of ${t} miners report it`},keyValues:`Key values`,hashrate:`Hashrate`,usualRange:(e,t)=>`usual ${e}–${t}`,usualLegend:`usual: middle 80 % of the last 7 days`,pools:`Pools`,allPools:`All pools`,pool:{miners:e=>e===1?`1 miner`:`${e} miners`,up:e=>`up ${e}`,failures:e=>`${e} failures`,down:`not connected`,page:`Your page at the pool`,pays:e=>`pays ${e}`},activity:`Activity`,fullLog:`Full log`,nothingHappened:`Nothing has happened yet.`,miners:`Miners`,problemsFirst:`problems first`,manage:`Manage miners`,startProfile:`Start a profile`,columns:{miner:`Miner`,coin:`Coin`,hashrate:`Hashrate`,usual:`Against usual`,day:`24 h`,accepted:`Accepted`,rejected:`Rejected`,recent:`Last 10 min`,pool:`Pool`,hottest:`Hottest`,power:`Power`,uptime:`Uptime`}},pools:{about:e=>`${e} to choose from`,add:`Add a pool`,filter:{name:`Filter pools`,words:`Name, host, region`,coin:`Coin`,every:e=>`Every coin (${e})`,mine:`Only mine`},columns:{pool:`Pool`,coin:`Coin`,fee:`Fee`,region:`Region`,tls:`TLS`,answer:`Answer time`,users:`In use by`},noTls:`no TLS`,tlsPort:e=>`port ${e}`,yours:`yours`,unknownCoin:`by login`,fastest:`fastest`,test:e=>`Test ${e}`,testing:`Testing…`,testAll:e=>`Test the ${e} shown`,stopTests:(e,t)=>`Stop testing (${e} of ${t})`,limited:e=>`The server tests only some pools a minute for other machines. It goes on in ${e}.`,measured:`The server measures: the median of three connections. It sends nothing to a pool but the request to connect.`,results:{refused:`refused the connection`,timeout:`did not answer in time`,tls_error:`speaks no TLS here`,unresolved:`its name has no address`,forbidden:`the server does not connect there`},users:e=>e===1?`1 profile`:`${e} profiles`,page:(e,t)=>`Page ${e} of ${t}`,shown:(e,t,n)=>`${e}–${t} of ${n}`,previous:`Previous page`,next:`Next page`,none:`No pool fits this filter.`,noneYours:`You have added no pool of your own.`,draft:{title:`Add a pool of your own`,pool:`Address`,poolHint:`Host and port; stratum+ssl:// where it speaks TLS`,name:`Name`,nameHint:`Its host, if you leave this empty`,coin:`Coin`,coinHint:`The one it pays, such as XMR`},added:e=>`${e} was added`,removed:e=>`${e} was removed; miners that use it go on`,remove:e=>`Remove ${e}`,notRemoved:`The pool was not removed`,notAdded:`The pool was not added again`},profiles:{filter:e=>e===1?`Filter 1 profile`:`Filter ${e} profiles`,create:`New profile`,import:`Import`,export:`Export`,exportAll:`Export all`,duplicate:`Duplicate`,copyOf:e=>`${e} copy`,empty:`A profile is a configuration under a name: pool, wallet and hardware. You start it with one click.`,wizard:`Set up mining step by step`,noMatch:`No profile matches.`,choose:`Choose a profile to see and change it.`,back:`All profiles`,list:`Profiles`,miningOn:(e,t)=>t?`Mining as ${e}, ${t}`:`Runs as ${e}`,lastRun:e=>`Last run ${e}`,neverRun:`Never run`,notRunning:`Not running`,unsaved:e=>e===1?`1 unsaved change`:`${e} unsaved changes`,saving:`Saving…`,noChanges:`Nothing to save`,isNew:`New, not saved yet`,saveAndRestart:e=>e===1?`Save and restart 1 miner`:`Save and restart ${e} miners`,saveAndStart:`Save and start`,applies:e=>e===0?`Changes apply at the next start`:`Changes apply after a restart`,saved:e=>`${e} is saved`,savedRestarted:(e,t)=>`${e} is saved; ${t===1?`1 miner was`:`${t} miners were`} restarted`,notSaved:e=>`${e} was not saved`,correct:e=>e===1?`one field must be corrected`:`${e} fields must be corrected`,deleteAsk:e=>`Delete ${e}?`,deleteText:`Miners that run with it go on with their own copy. This cannot be undone.`,deleted:e=>`${e} is deleted`,notDeleted:e=>`${e} was not deleted`,leaveAsk:`Leave without saving?`,leaveText:e=>`These changes would be lost: ${e}`,leaveVerb:`Discard and leave`,changedElsewhere:`Somebody has changed this profile meanwhile. What you have typed is still here; saving replaces the other change.`,takeOver:`Show the saved one`,gone:`This profile does not exist any more.`,paysNew:e=>`Who is paid: ${e}`,warnings:`Saved, with a remark:`,imported:(e,t)=>[e?`${e} created`:``,t?`${t} replaced`:``].filter(Boolean).join(`, `)||`Nothing was imported`,importTitle:`What was imported`,result:{created:`created`,replaced:`replaced`,skipped:`skipped`},exists:e=>`These names exist already: ${e}. Replace them?`,replaceVerb:`Replace`,notImported:`The file was not imported`,notAFile:`This is no export of profiles: it is not JSON, or it holds no profiles. YAML is read by`,xmrigFile:`This is XMRig’s own config.json. The command line reads it, whatever its version, and says what it leaves out:`,secretsLeftOut:`The pools’ passwords are left out.`},search:{title:`Search pages, miners, profiles and actions`,placeholder:`Where to, or what to do?`,results:`Results`,none:`Nothing fits.`,count:e=>e===1?`1 result`:`${e} results`,kinds:{page:`Page`,miner:`Miner`,profile:`Profile`,action:`Action`},open:e=>`Open ${e}`,timeline:`Timeline`,verbs:{start:e=>`Start ${e}`,stop:e=>`Stop ${e}`,restart:e=>`Restart ${e}`,pause:e=>`Pause ${e}`,resume:e=>`Resume ${e}`,forget:e=>`Forget ${e}`},startProfile:e=>`Start profile ${e}`,started:e=>`${e} was started`,notStarted:`The profile was not started`,testNotifications:`Test notifications`,doctor:`Run the doctor`,themes:{auto:`Theme as the system`,dark:`Dark theme`,light:`Light theme`},shortcuts:{title:`Keyboard shortcuts`,on:`Single keys are on`,where:`Single keys work while the focus is inside the dashboard and not in a field. No single key stops or deletes.`,then:`then`,groups:{anywhere:`Anywhere`,pages:`Pages`,lists:`Lists and charts`,editing:`Editing`},search:`Search`,help:`This list`,filter:`Go to the filter`,range:`Shorter or longer time range`,point:`Next point of a chart; with Shift ten`,ends:`First and last`,close:`Close, clear`,history:`What was typed before, in the console`,save:`Save, in the editor`,saveRestart:`Save and restart, in the editor`}},settings:{appearance:{title:`Appearance`,about:`For this browser alone.`,theme:`Theme`,themes:{auto:`As the system`,dark:`Dark`,light:`Light`},density:`Density`,densities:{auto:`Usual`,comfortable:`Roomy`,compact:`Dense`},language:`Language`,languages:{"":`As the browser`,en:`English`,de:`Deutsch`},temperature:`Temperature`,temperatures:{"":`Usual`,c:`°C`,f:`°F`},hotkeys:`Single keys lead to pages and filters`,hotkeysHint:`They work while the focus is inside, and never in a field. They never stop anything.`,shortcuts:`Show all shortcuts`},browser:{title:`Notifications in this browser`,about:`While this tab is open, the browser tells you of what you choose here.`,kinds:{problems:`A miner has a problem or has ended`,recovered:`A miner has recovered`,payouts:`Somebody else is to be paid`,runs:`A miner was started or stopped`,programs:`A program was installed or changed`,server:`The server was started or its settings changed`},allow:`Allow notifications`,ask:`The browser asks you once whether this page may.`,denied:`The browser forbids this page to notify. Allow it in the site’s settings, beside the address.`,unsupported:`This browser notifies only for pages that come by HTTPS or from this machine.`,granted:`This page may notify.`,test:`Show one`,testTitle:`A test`,testText:`This is how a notification looks.`},targets:{title:`Notifications from the server`,about:`They reach you also when no browser is open: by Telegram, e-mail, ntfy and others.`,none:`Nobody is notified yet.`,add:`Add a target`,url:`Address of the target`,urlHint:`Such as tgram://BOT_TOKEN/CHAT_ID or ntfys://HOST/TOPIC. It is shown masked afterwards.`,added:`The target was added`,removed:`The target was removed`,removeTitle:e=>`Remove ${e}?`,removeText:`Its address is shown nowhere, so to have it again you must type it in full.`,remove:e=>`Remove ${e}`,test:`Send a test`,testing:`Sending…`,taken:`took the message`,topicsTitle:`Messages about`,topics:{trouble:`A miner fails, hangs or has no pool; the machine goes down`,recovered:`What was wrong is well again`,payout:`Somebody else is to be paid: always sent`,program:`A program was installed, updated or removed`,person:`Somebody started, stopped or paused a miner`},quiet:`Quiet hours`,quietHint:`In the local time of the machine, such as 22:00-07:00. Only a changed payout is sent then.`},daemon:{title:`Mining server`,about:`These count at once, and are written into the settings file.`,groups:{polling:`How often miners are asked`,starting:`Starting`,history:`How long figures are stored`,other:`Other`},names:{pollInterval:`While nobody looks`,livePollInterval:`While somebody looks`,autostart:`Wanted miners start with the server`,autostartDelay:`How long after its start`,autostartExcept:`Miners that only you start`,keepSamplesHours:`Each sample`,keepMinutesDays:`Means by the minute`,keepHoursDays:`Means by the hour`,logLevel:`What its log holds`,stopMinersOnExit:`Miners end with the server`,walletLock:`A new payee must be confirmed`,notify:`Targets of notifications`,notifyAbout:`Messages about`,quietHours:`Quiet hours`},units:{seconds:`seconds, or such as 5m`,hours:`hours`,days:`days`,forever:`days; empty: for ever`,names:`names, with commas between them`},levels:{debug:`Everything`,info:`Usual`,warning:`Warnings and errors`,error:`Errors`},lockHint:`It can be taken away again only in the file, by hand.`,sources:{default:`default`,file:`from the file`,variable:`set by a variable`,flag:`set when it was started`},fixedBy:e=>`It was set by ${e}, which wins over this page.`,flag:`a flag of serve`,reset:`Back to the default`,changed:e=>`Changed: ${e}`,saved:`The settings are saved`,notSaved:`The settings were not saved`,fixed:`Needs a restart`,fixedAbout:e=>`These are changed in ${e}, and count after a restart of the server.`,theFile:`the settings file`,fixedTable:`Settings that need a restart`,setting:`Setting`,value:`Value`,source:`Source`,on:`on`,off:`off`},data:{title:`Data`,about:`Yours to take along.`,range:`Figures of the last`,ranges:{"24h":`24 hours`,"7d":`7 days`,"30d":`30 days`},csv:`Export as CSV`,json:`Export as JSON`,profiles:`Export profiles`,profilesHint:`Without passwords and tokens.`,browser:`Forget what this browser keeps`,browserHint:`Theme, language, hidden columns, dismissed hints: as on the first visit.`,forgotten:`This browser starts anew`}},setup:{kept:`Your answers are kept in this browser`,close:`Save and close`,steps:{coin:`Coin`,pool:`Pool`,wallet:`Wallet`,hardware:`Hardware`,review:`Review`},step:(e,t)=>`Step ${e} of ${t}`,next:e=>`next: ${e.toLowerCase()}`,nextStart:`next: start`,coin:{title:`What do you want to mine?`,looked:`We looked at this machine:`,first:`Coins that suit it come first.`,reason:{cpu:`Made for processors.`,gpu:`Made for graphics cards.`,"needs-gpu":`Needs a graphics card; none was found here.`,"no-program":`No program here computes it yet.`,asic:`Needs machines built for it (ASICs). Processors and cards can’t compete.`,gone:`It cannot be mined any more.`},fits:{cpu:`Fits your CPU`,gpu:`Fits your GPUs`},best:`Made for processors. Suits this machine best.`,not:`Not on this machine`,others:e=>`${e} coins don’t suit this machine`,another:`Another coin`,any:`Any algorithm`,anotherText:`For everything that the programs here compute.`,youChoose:`You choose the algorithm`,algorithm:`Algorithm`,noProfit:`We don’t show profit here: it depends on prices and on your electricity, and we would be guessing.`,tryTitle:`Just looking?`,tryText:`A simulated miner shows you everything here. It computes nothing, connects to no pool and earns nothing.`,tryOut:`Try it without earnings`,trying:`The simulated miner runs. It earns nothing; stop it whenever you like.`,notTried:`The simulated miner was not started`},pool:{title:`Choose a pool`,text:`A pool splits each reward among its miners. The list is sorted by how fast each one answers this machine.`,pool:`Pool`,fee:`Fee`,answer:`Answer time`,fastest:`fastest`,yours:`yours`,measuring:(e,t)=>`Measuring: ${e} of ${t}`,measured:`Median of 3 connections each, by the server`,again:`Measure again`,none:`We know no pool of it. Enter the address of one.`,noAnswer:`no answer`,offline:`No pool’s name is known here: this machine seems to be without internet.`,another:`Another pool`,anotherHint:`Enter an address such as stratum+ssl://pool.example:443`,address:`Address of the pool`,second:`Add a second pool in case the first fails`,secondLabel:`Second pool`,noSecond:`None`,more:e=>`Show ${e} more`,account:`Its login is an account, not an address`},wallet:{title:`Where should the pool pay?`,text:e=>`Paste your public ${e} address. The pool sends what you earn there.`,label:e=>`${e} address`,plain:`Paste your public address, or your account at the pool.`,plainLabel:`Address`,never:`Never paste a seed phrase or a private key`,neverText:`Mining doesn’t need them. If you paste one by mistake, we clear the field, send it to nobody and tell you.`,worker:`Name of this machine at the pool`,workerHint:`Letters, numbers and dashes; it may stay empty`},hardware:{title:`How much may it use?`,text:`Start gently. You can change this later.`,level:{light:`Quiet`,balanced:`Balanced`,all:`Everything`},meaning:{light:`Fans stay calm; fine next to other work`,balanced:`Leaves some threads free for you`,all:`Highest hashrate; the machine feels slow`},threads:e=>e===1?`1 thread`:`${e} threads`,cpu:(e,t)=>`${e} cores${t?`, ${t} of cache`:``}`,gpuNotUsed:`Not used: this algorithm is for processors`,gpuUsed:`Used`,off:`Off`,hugePages:`Huge pages`,hugePagesText:`RandomX runs slower without them. On: the program may reserve them where it may.`,battery:`Pause on battery`,batteryText:`Resumes when it is plugged in`,active:`Pause while I use the computer`,activeText:`Resumes after 5 minutes without input`},review:{title:`Ready to start`,text:`Nothing has been downloaded or changed yet.`,checking:`Checking everything…`,change:`Change`,then:e=>`then ${e}`,machine:`Machine`,program:`Program`,name:`Name of the profile`,pretends:e=>`${e} (pretends, earns nothing)`,toInstall:e=>`${e} (will be installed)`,hugePagesOn:`huge pages on`,press:e=>`When you press “${e}”`,download:e=>`Download ${e} from its author’s releases`,version:e=>`version ${e}`,proof:{signature:`and check its author’s signature.`,pin:`and check it against the SHA-256 sum that we know.`,other:`and check what its author published.`},save:e=>`Save the profile ${e}`,start:`and start it. First shares usually come within a few minutes.`,login:(e,t)=>`Tell ${e} to pay ${t}`,pretend:`and start it. It pretends: nothing is computed, no pool is asked.`,takesNothing:`This platform takes nothing.`,devFee:(e,t)=>`${e}, for its authors: ${t}.`,scanner:`Some virus scanners report every miner; if yours does, the installation fails and we say so here.`,anyway:`Start although this stands against it`,faults:`This must be changed first`,installAndStart:`Install and start`,startNow:`Save and start`,saveOnly:`Save only`,stage:{install:`Installing`,save:`Saving the profile`,start:`Starting`},job:{download:`downloading`,verify:`verifying`,unpack:`unpacking`,try:`trying it`,switch:`putting it in its place`,done:`done`},started:e=>`${e} is mining`,saved:e=>`${e} is saved`,failed:{install:`It could not be installed`,save:`It could not be saved`,start:`It was not started`},nothingChanged:`Nothing else was changed. Your answers are kept.`,noInternet:`Without internet on this machine`,register:`Use a program that you have already:`,file:`Or install from an archive that you have downloaded elsewhere; it is verified too:`,demo:`Or see it all work, mining for real on this machine alone:`}},statistics:{all:`All miners`,scope:`Miners`,before:{"24h":`the day before`,"7d":`the week before`,"30d":`the 30 days before`,"90d":`the 90 days before`},beforeName:{"24h":`the day before`,"7d":`the week before`,"30d":`the 30 days before`,"90d":`the 90 days before`},compare:e=>`Compare with ${e}`,export:`Export`,exportKinds:`CSV or JSON`,csv:`As CSV`,json:`As JSON`,exported:e=>`${e} was made`,exportFailed:`The export did not work`,miners:e=>e===1?`1 miner`:`${e} miners`,average:`Average`,lowest:`Lowest`,highest:`Highest`,timeMining:`Time mining`,rejected:`Rejected shares`,inSteps:e=>`in steps of ${e}`,worst:`Worst`,accepted:`Accepted`,temperature:`Temperature`,hottestOf:(e,t)=>`the ${e} hottest of ${t}`,nowOver:e=>`Now over ${e}`,power:`Power`,report:(e,t)=>e===t?t===1?`the miner reports it`:`all ${t} miners report it`:`${e} of ${t} miners report it`,energy:`Energy`,ping:`Pool ping`,median:`Median`,change:(e,t)=>`${e} on ${t}`,nothing:`Nothing was measured in this time.`,shortly:`Figures come as soon as a miner has run for a few minutes.`}},J={de:()=>u(async()=>{let{de:e,messages:t}=await import(`./de-BQRNVeLk.js`);return{de:e,messages:t}},[]).then(({de:e,messages:t})=>({tag:`de`,catalogue:e,messages:t}))},Y={tag:`en`,catalogue:Pe,messages:{}},Fe=[`en`,...Object.keys(J)];async function Ie(e){return await J[e.split(`-`)[0].toLowerCase()]?.()??Y}function Le(e,t,n){return e.replace(/\{(\w+)(:duration|!r)?\}/g,(e,r,i)=>{let a=t[r];return a==null?e:i===`:duration`?n.duration(Number(a)):i===`!r`?`„${String(a)}“`:String(a)})}function Re({messages:e},t,n){let r=e[n.message??n.code??``];if(r===void 0)return n.text;let{changes:i}=n.details??{};return[Le(r,n.params??{},t),...Array.isArray(i)?i.map(String):[]].join(` `)}function X(e){let t=new Map;for(let n of e.miners??[])if(m(n))for(let r of n.stats.work){if(!r.algorithm)continue;let i=t.get(r.algorithm);if(i||(i={algorithm:r.algorithm,hashrate:null,usual:{low:0,high:0,median:0},unknown:!1,miners:0,accepted:0,rejected:0,recentAccepted:0,recentRejected:0},t.set(r.algorithm,i)),i.miners++,r.hashrate!==null&&(i.hashrate=(i.hashrate??0)+r.hashrate),i.accepted+=r.shares.accepted??0,i.rejected+=r.shares.rejected??0,r===n.stats.work[0]&&(i.recentAccepted+=n.stats.sharesRecent.accepted??0,i.recentRejected+=n.stats.sharesRecent.rejected??0),n.status!==`running`)continue;let a=e.usual.get(n.name);a?.algorithm===r.algorithm&&a.median!==null&&a.low!==null&&a.high!==null?(i.usual.low+=a.low,i.usual.high+=a.high,i.usual.median+=a.median):i.unknown=!0}return[...t.values()].map(({unknown:e,...t})=>({...t,usual:e?null:t.usual})).sort((e,t)=>g(e.algorithm,t.algorithm))}var ze=`/api/v1/mining`,Z=`mining-dashboard.token`,Q=1e3,Be=45,$=class extends a{static{this.styles=[q,je,ke,De,Ae,Ee,Oe,Ce,z,fe,me,Te]}static{this.properties={apiBaseUrl:{attribute:`api-base-url`,reflect:!0},eventsUrl:{attribute:`events-url`,reflect:!0},view:{reflect:!0},routing:{reflect:!0},chrome:{reflect:!0},theme:{reflect:!0},density:{reflect:!0},range:{reflect:!0},readonly:{type:Boolean,reflect:!0},hotkeys:{reflect:!0},lang:{reflect:!0},timeZone:{attribute:`time-zone`,reflect:!0},temperatureUnit:{attribute:`temperature-unit`,reflect:!0},getToken:{attribute:!1},fetch:{attribute:!1},strings:{attribute:!1}}}#e;#t;#n;#r;#i;#a;#o;#s;#c;#l;#u;#d;#f;#p;#m;#h;#g;constructor(){super(),this.preferences=E(),this.place=_(`overview`),this.hold=null,this.#e=Y,this.#r=``,this.#i=[],this.#c=matchMedia(`(prefers-color-scheme: light)`),this.#l=!1,this.narrow=!1,this.#u=new ResizeObserver(()=>this.#y()),this.#d=0,this.#f=null,this.#p=new Set,this.#m=()=>this.requestUpdate(),this.#h=()=>this.#k(),this.#g=()=>this.#T(),this.#A=!1,Object.assign(this,{apiBaseUrl:null,eventsUrl:null,view:`overview`,routing:`none`,chrome:`full`,theme:`auto`,density:`auto`,range:null,readonly:!1,hotkeys:`on`,timeZone:null,temperatureUnit:null})}get baseUrl(){return new URL(this.apiBaseUrl??ze,document.baseURI).href.replace(/\/$/,``)}get text(){return this.strings?{...this.#e.catalogue,...this.strings}:this.#e.catalogue}get locked(){let{readonly:e}=this.text.vocabulary;return this.readonly?e.asked:this.#f?.role===`viewer`?this.#f.via===`origin:foreign`?e.foreign:e.viewer:null}get stale(){return[`offline`,`unauthorized`].includes(this.store.connection.state)}get fetcher(){return this.fetch??globalThis.fetch.bind(globalThis)}async token(){return await this.#C()??``}say(e){return Re(this.#e,this.numbers,e)}explain(e){return e instanceof c?e.status===0?this.text.vocabulary.errors.noAnswer:[this.say({text:e.message,message:e.details.message,params:e.details.params}),...e.fields.slice(1).map(({field:e,issue:t})=>`${e}: ${t}`)].join(` `):e instanceof Error?e.message:String(e)}go(e,t=!1){let n=_(e);this.hold?this.hold(n).then(e=>e&&this.#E(n,!0,t)):this.#E(n,!0,t)}link(e){return this.routing===`hash`?`#/${e}`:this.routing===`history`?`/${e}`:`#${e}`}async act(e,t,n=()=>[]){let{action:r,targets:i,params:a={}}=e;if(!this.locked&&this.#O(`mining-action`,{action:r,targets:i,params:a},!0))try{let a=await t(),o=n(a);return this.#O(`mining-action-done`,{action:r,targets:i,ok:!o.length,failed:o}),e.done&&!o.length&&this.toast({kind:`ok`,text:e.done}),a}catch(t){let n=this.explain(t);if(this.#O(`mining-action-done`,{action:r,targets:i,ok:!1,failed:i.map(e=>({target:e,error:n}))}),this.#O(`mining-error`,{code:t instanceof c?t.code:`ERROR`,message:n,recoverable:!0}),e.quiet)throw t;this.toast({kind:`error`,text:`${e.failed??this.text.vocabulary.failed.other}: ${n}`});return}}ask(e){return L(this.renderRoot,this.text,e)}toast(e){let t={...e,id:(this.#i.at(-1)?.id??0)+1};this.#i=[...this.#i,t].slice(-4),e.kind===`ok`&&this.#_(t.id),this.requestUpdate()}#_(e){setTimeout(()=>{this.renderRoot.querySelector(`.toasts:is(:hover, :focus-within)`)?this.#_(e):this.#M(e)},5e3)}prefer(e){this.preferences={...this.preferences,...e},D(this.preferences),(`language`in e||`temperatureUnit`in e)&&this.#b(),this.#S(),this.store.tell()}setRange(e){this.range=e,this.prefer({range:e})}openSearch(){u(async()=>{let{openSearch:e}=await import(`./search-CWi2KrRN.js`);return{openSearch:e}},[]).then(({openSearch:e})=>e(this,this.renderRoot))}get snapshot(){let{connection:e,miners:t,attention:n}=this.store;return{connection:e.state,totals:X(this.store),attention:[...n],miners:structuredClone(t??[])}}navigate(e){this.go(e)}async refresh(){this.#t?.tryNow(),await this.store.refresh()}async exportData(e={}){let{exportHistory:t}=await u(async()=>{let{exportHistory:e}=await import(`./export-C6hMQHeg.js`).then(e=>e.r);return{exportHistory:e}},[]);return t(this,e)}connectedCallback(){super.connectedCallback(),this.#y(),this.#u.observe(this),this.#v(),this.#c.addEventListener(`change`,this.#h),this.routing===`none`?this.#E(_(this.view),!1):(addEventListener(`hashchange`,this.#g),addEventListener(`popstate`,this.#g),this.#T()),this.#s=setInterval(this.#m,Q)}disconnectedCallback(){super.disconnectedCallback(),this.#u.disconnect(),this.#t?.end(),this.#t=void 0,this.#a?.end(),clearInterval(this.#s),this.#c.removeEventListener(`change`,this.#h),removeEventListener(`hashchange`,this.#g),removeEventListener(`popstate`,this.#g)}willUpdate(e){(e.has(`lang`)||e.has(`timeZone`)||e.has(`temperatureUnit`))&&this.#b(),this.hasUpdated&&((e.has(`apiBaseUrl`)||e.has(`eventsUrl`)||e.has(`getToken`)||e.has(`fetch`))&&this.#v(),e.has(`view`)&&this.view!==v(this.place)&&this.#E(_(this.view),!1),e.has(`range`)&&this.store.tell())}#v(){this.#t?.end(),this.store?.removeEventListener(`change`,this.#h),this.#f=null;let e=()=>this.token();this.http=s({baseUrl:this.baseUrl,getToken:e,fetch:this.fetcher}),this.store=new ue(this.http),this.store.addEventListener(`change`,this.#h),this.#o=new j(this);let t=this.eventsUrl??`${this.baseUrl}/ws`;this.#t=new se({http:this.http,eventsUrl:new URL(t,document.baseURI).href.replace(/^http/,`ws`),getToken:e,heard:e=>this.store.heard(e),changed:e=>{let t=e.state!==this.store.connection.state;this.store.setConnection(e),t&&this.#O(`mining-connection`,{state:e.state,lastData:e.lastData})}}),this.#b(),this.#S(),this.#r=``,this.#n&&this.#E(this.place,!1),this.#t.start(),this.#a?.end(),this.#a=l(this,this.renderRoot??this)}#y(){let e=this.clientWidth>0&&this.clientWidth<Be*parseFloat(getComputedStyle(document.documentElement).fontSize);e!==this.narrow&&(this.narrow=e,this.store?.tell())}async#b(){let e=this.#x();this.numbers=p({language:navigator.languages.find(t=>t.split(`-`)[0]===e)??e,timeZone:this.timeZone??void 0,temperatureUnit:this.temperatureUnit??(this.preferences.temperatureUnit||`c`),words:this.#e.catalogue.vocabulary});let t=await Ie(e);if(t!==this.#e)return this.#e=t,this.#b();this.store.tell()}#x(){let e=this.lang===`auto`?navigator.language:this.lang||this.closest(`[lang]`)?.lang;return this.preferences.language||e||navigator.language}#S(){let e=this.theme===`auto`?this.preferences.theme:this.theme,t=e===`auto`?this.#c.matches?`light`:`dark`:e,n=this.density===`auto`?this.preferences.density:this.density;this.dataset.theme!==t&&(this.dataset.theme=t),this.dataset.density!==n&&(this.dataset.density=n)}#C(){return this.getToken?this.getToken():sessionStorage.getItem(Z)??void 0}#w(e){sessionStorage.setItem(Z,e),this.#v()}#T(){let e=_((this.routing===`hash`?location.hash:location.pathname+location.search)||this.view);!this.hold||v(e)===this.view?this.#E(e,!1):(history.pushState(null,``,this.link(this.view)),this.hold(e).then(t=>t&&this.#E(e,!0)))}#E(e,t,n=!1){let r=e.page in S?e.page:`overview`;this.place={...e,page:r},this.view=v(this.place);let i=this.link(this.view);t&&(this.routing===`history`||this.routing===`hash`&&location.hash!==i)&&(n?history.replaceState(null,``,i):history.pushState(null,``,i)),this.#D(r,t)}async#D(e,t){let n=await S[e]();if(this.place.page!==e)return;let r=this.#r===e&&this.#n?.localName===n;r?this.#n.requestUpdate():(this.#n=Object.assign(document.createElement(n),{app:this}),this.#r=e),this.requestUpdate(),await this.updateComplete,t&&!r&&(this.renderRoot.querySelector(`main`)?.focus({preventScroll:!0}),this.routing!==`none`&&scrollTo(0,0));let i=this.text.vocabulary.pages[e]??e;this.routing!==`none`&&(document.title=`${i} · ${this.text.vocabulary.brand}`),this.#O(`mining-view`,{view:this.view,title:i})}#O(e,t,n=!1){return this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0,cancelable:n}))}#k(){this.#S(),this.#o?.look();let{store:e}=this;!this.#l&&e.miners&&(this.#l=!0,this.#O(`mining-ready`,{version:W})),e.miners&&this.#f===null&&this.#j(),e.miners&&Date.now()-this.#d>=Q&&(this.#d=Date.now(),this.#O(`mining-data`,{at:e.connection.lastData,totals:X(e),miners:e.miners}));let t=new Set(e.attention.map(e=>`${e.code} ${e.miner??``}`)),n=[...t].filter(e=>!this.#p.has(e)),r=[...this.#p].filter(e=>!t.has(e));(n.length||r.length)&&this.#O(`mining-attention`,{added:n,resolved:r,open:[...t]}),this.#p=t,this.requestUpdate()}#A;async#j(){if(!this.#A){this.#A=!0;try{this.#f=(await o(this.http.GET(`/`))).you,this.requestUpdate(),this.store.tell()}catch{}finally{this.#A=!1}}}#M(e){this.#i=this.#i.filter(t=>t.id!==e),this.requestUpdate()}render(){let{store:t,text:n}=this,{state:i}=t.connection,a=t.info?.platformVersion,o=this.place.page===`setup`;return e`
      <button class="skip" @click=${()=>this.#N()}>${n.vocabulary.skip}</button>
      <div class="frame ${this.chrome} ${o?`bare`:``}" lang=${this.#e.tag}>
        ${this.chrome===`full`&&!o?_e(this):r}
        <main id="main" part="main" tabindex="-1">
          ${i===`unauthorized`?N(this,e=>this.#w(e)):r}
          ${i===`offline`?M(this,()=>this.#t?.tryNow()):r}
          ${this.locked&&this.chrome!==`none`?P(this,this.#f?.via===`origin:foreign`):r}
          ${a&&a!==`0.2.0.dev0`&&this.routing!==`none`?F(this,a):r}
          ${this.#n??r}
        </main>
      </div>
      ${we(this,this.#i,e=>this.#M(e))}
    `}updated(){let e=this.renderRoot.querySelector(`.toasts`);e&&e.matches(`:popover-open`)!==this.#i.length>0&&e.togglePopover()}#N(){this.renderRoot.querySelector(`main`)?.focus()}};customElements.get(`mining-dashboard`)||customElements.define(`mining-dashboard`,$);export{pe as a,T as c,y as d,W as i,b as l,X as n,B as o,Fe as r,O as s,$ as t,te as u};