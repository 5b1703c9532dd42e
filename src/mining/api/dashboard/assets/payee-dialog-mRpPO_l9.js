import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{n as r}from"./client-DmZ2ZvJT.js";import{l as i,u as a}from"./mining-dashboard-CtiDHjoa.js";import{i as o,r as s}from"./numbers-Dndbh051.js";import{i as c}from"./algorithm-DNetkOo-.js";import{r as l}from"./parts-Oge_qVQn.js";import{a as u,c as d,i as f,l as p,n as m,o as h,s as g}from"./field-BZVWldPS.js";import{t as _}from"./repeat-mlsPFm0u.js";async function v(e){let t={params:{query:{limit:1e3}}},[n,i,a]=await Promise.allSettled([r(e.http.GET(`/miners/available`,t)),r(e.http.GET(`/coins`,t)),r(e.http.GET(`/pools`,t))]);return{types:n.status===`fulfilled`?n.value.items:[],coins:i.status===`fulfilled`?i.value.items:[],pools:a.status===`fulfilled`?a.value.items:[]}}function y({types:e}){let t=e.filter(e=>!e.broken);return(t.find(e=>e.type===`xmrig`)??t.find(e=>!e.simulated)??t[0])?.type??``}var b=[`wallet`,`worker`,`coin`,`algo`,`proxy`],x=0;function S(e=``){return{key:++x,pool:e,own:{}}}function C(e){return{name:``,description:``,minerType:e,wallet:``,coin:``,algo:``,worker:``,proxy:``,password:null,pools:[S()],rest:{}}}function w({name:e,description:t,minerType:n,config:r}){let{pool:i,wallet:a,coin:o,algo:s,worker:c,proxy:l,pools:u,tls:d,tlsFingerprint:f,password:p,...m}=r;return{name:e,description:t??``,minerType:n,wallet:a,coin:o??``,algo:s??``,worker:c??``,proxy:l??``,password:null,pools:[{...S(i),tls:d,tlsFingerprint:f},...(u??[]).map(T)],rest:m}}function T({pool:e,tls:t,tlsFingerprint:n,password:r,...i}){return{...S(e),tls:t,tlsFingerprint:n,own:i}}function E(e){let t={wallet:e.wallet,worker:e.worker,coin:e.coin,algo:e.algo,proxy:e.proxy},n=e.pools.map(e=>({...t,...e.own})),r=n[0]??t,[i,...a]=e.pools,o=a.map((e,t)=>{let i=b.filter(e=>(n[t+1][e]||``)!==(r[e]||``)),a=Object.fromEntries(i.map(e=>[e,n[t+1][e]||null]));return{pool:e.pool.trim(),...D(e),...a}}),s=b.filter(e=>e!==`wallet`&&r[e]).map(e=>[e,r[e].trim()]);return{...e.rest,...Object.fromEntries(s),...i?D(i):{},pool:i?.pool.trim()??``,wallet:(r.wallet??``).trim(),...e.password===null?{}:{password:e.password},...o.length?{pools:o}:{}}}function D({tls:e,tlsFingerprint:t}){return{...e==null?{}:{tls:e},...t?{tlsFingerprint:t}:{}}}function O(e,t,n){return n<0||n>=e.length||t===n?e:e.toSpliced(t,1).toSpliced(n,0,e[t])}function k(e,t){let n=e=>JSON.stringify([e.name,e.description,e.minerType,A(E(e)),e.password]);return n(e)!==n(t)}function A(e){return Object.entries(e).filter(([,e])=>e!=null&&e!==``).sort(([e],[t])=>e.localeCompare(t))}var j=class extends i{static{this.properties={...i.properties,pools:{attribute:!1},catalogue:{attribute:!1},faults:{attribute:!1},tests:{state:!0},said:{state:!0}}}static{this.sheet=t`
    .pool-order {
      border: 1px solid var(--c-line-2);
      border-radius: 8px;
    }
    .pool-order li {
      display: grid;
      grid-template-columns: auto auto minmax(0, 1fr) auto auto;
      grid-template-areas: 'grip place address result buttons' '. . fault fault fault';
      align-items: center;
      gap: 0 8px;
      padding: 6px 8px;
      border-top: 1px solid var(--c-line);
    }
    .pool-order li:first-child {
      border-top: 0;
    }
    .pool-order li[data-over] {
      background: var(--c-accent-tint);
    }
    .pool-order .grip {
      grid-area: grip;
      cursor: grab;
      color: var(--c-text-3);
      display: grid;
      touch-action: none;
    }
    .pool-order .tag {
      grid-area: place;
    }
    .pool-order input {
      grid-area: address;
    }
    .pool-order .result {
      grid-area: result;
      font-size: 0.8125rem;
      display: flex;
      gap: 6px;
      align-items: center;
      max-width: 200px;
    }
    .pool-order .buttons {
      grid-area: buttons;
      display: flex;
    }
    .pool-order .fault {
      grid-area: fault;
    }
    @container dashboard (max-width: 44.9937rem) {
      .pool-order li {
        grid-template-columns: auto minmax(0, 1fr) auto;
        grid-template-areas: 'grip place buttons' 'address address address' 'result result result' 'fault fault fault';
        gap: 6px 8px;
      }
      .pool-order .tag {
        justify-self: start;
      }
      .pool-order .result {
        max-width: none;
      }
    }
  `}#e=null;#t=null;constructor(){super(),Object.assign(this,{pools:[],catalogue:[],faults:[],tests:new Map,said:``})}#n(e){this.dispatchEvent(new CustomEvent(`pools-change`,{detail:e,bubbles:!0}))}#r(e,t){this.tests.delete(this.pools[e].key),this.#n(this.pools.with(e,{...this.pools[e],...t}))}#i(e,t,n){let{key:r}=this.pools[e],i=O(this.pools,e,t);i!==this.pools&&(this.said=this.app.text.editor.movedTo(t+1,i.length),this.#t=()=>{let e=this.querySelector(`li[data-key="${r}"]`);return e?.querySelector(`.buttons .${n}:not(:disabled)`)??e?.querySelector(`.buttons button:not(:disabled)`)},this.#n(i))}updated(e){e.has(`pools`)&&this.#t&&(this.#t()?.focus(),this.#t=null)}async testAll(){await Promise.all(this.pools.filter(e=>e.pool.trim()).map(e=>this.#a(e)))}async#a({key:e,pool:t,tls:n,tlsFingerprint:i}){let a=t=>this.tests=new Map(this.tests).set(e,t);a(`testing`);try{let e={pool:t.trim(),...typeof n==`boolean`?{tls:n}:{},...i?{tlsFingerprint:i}:{}};a(await r(this.app.http.POST(`/pools/test`,{body:e})))}catch(e){a({text:this.app.explain(e)})}}#o({pool:e}){let t=e.replace(/^stratum\+tcp:\/\//,``),n=this.catalogue.find(e=>e.tlsPort&&[e.port,...e.morePorts].some(n=>t===`${e.host}:${n}`));return!n||t===`${n.host}:${n.tlsPort}`?null:`stratum+ssl://${n.host}:${n.tlsPort}`}render(){let{app:t,pools:r}=this,i=t.text.editor,a=r.some(e=>this.#o(e));return e`<ol class="pool-order" aria-label=${i.pools}>
        ${_(r,e=>e.key,(e,t)=>this.#c(e,t))}
      </ol>
      <datalist id="catalogue-pools">${this.catalogue.map(t=>e`<option value=${t.pool}>${t.name}</option>`)}</datalist>
      <div class="row below">
        <button type="button" @click=${()=>this.#s()}>${o(`add`)}${i.addPool}</button>
        ${l(t,i.testAll,()=>void this.testAll(),{classes:`ghost`,changes:!0})}
        ${a?e`<button type="button" class="ghost" @click=${()=>this.#n(r.map(e=>({...e,pool:this.#o(e)??e.pool})))}>${i.useTls}</button>`:n}
        <span class="hidden" aria-live="polite">${this.said}</span>
      </div>`}#s(){this.#t=()=>this.querySelector(`li:last-child input`),this.#n([...this.pools,S()])}#c(t,r){let{app:i,pools:a}=this,c=i.text.editor,l=c.place(r),u=this.faults[r];return e`<li
      data-key=${t.key}
      @dragover=${e=>this.#l(e,r)}
      @dragleave=${e=>e.currentTarget.removeAttribute(`data-over`)}
      @drop=${e=>this.#u(e,r)}
    >
      <span
        class="grip"
        draggable="true"
        title=${c.drag}
        @dragstart=${e=>{this.#e=r,e.dataTransfer?.setData(`text/plain`,t.pool)}}
        @dragend=${()=>this.#e=null}
        >${o(`grip`)}</span
      >
      <span class="tag ${r===0?`accent`:``}">${r===0?c.primary:c.failOver(r)}</span>
      <input
        list="catalogue-pools"
        aria-label=${c.poolAddress(l)}
        placeholder=${c.poolExample}
        autocomplete="off"
        spellcheck="false"
        .value=${d(t.pool)}
        aria-invalid=${p(u?`true`:void 0)}
        aria-describedby=${p(u?`pool-fault-${r}`:void 0)}
        @input=${e=>this.#r(r,{pool:e.target.value})}
      />
      <span class="result" aria-live="polite">${this.#d(t.key)}</span>
      <span class="buttons">
        <button type="button" class="ghost icon-only small up" ?disabled=${r===0} aria-label=${c.up(l)} @click=${()=>this.#i(r,r-1,`up`)}>${o(`up`)}</button>
        <button type="button" class="ghost icon-only small down" ?disabled=${r===a.length-1} aria-label=${c.down(l)} @click=${()=>this.#i(r,r+1,`down`)}>${o(`down`)}</button>
        <button type="button" class="ghost icon-only small" ?disabled=${a.length===1} aria-label=${c.removePool(l)} @click=${()=>this.#n(a.toSpliced(r,1))}>${o(`close`)}</button>
      </span>
      ${u?e`<p class="hint err fault" id="pool-fault-${r}">${s(`failed`)} ${u}</p>`:n}
    </li>`}#l(e,t){this.#e!==null&&(e.preventDefault(),t!==this.#e&&e.currentTarget.setAttribute(`data-over`,``))}#u(e,t){e.preventDefault(),e.currentTarget.removeAttribute(`data-over`),this.#e!==null&&this.#i(this.#e,t),this.#e=null}#d(t){let{app:r}=this,i=this.tests.get(t);if(!i)return n;if(i===`testing`)return e`<span class="secondary">${r.text.editor.testing}</span>`;if(`result`in i&&i.result===`reachable`){let t=r.numbers.ping(i.connectMs===null?null:Math.round(i.connectMs));return e`${s(`ok`)}<span>${r.text.editor.answered(t,i.tls)}</span>`}return e`${s(`degraded`)}<span class="warn">${i.text}</span>`}};customElements.define(`mining-pool-order`,j);var M=class extends i{static{this.properties={...i.properties,draft:{attribute:!1},check:{state:!0},issue:{state:!0},of:{state:!0}}}static{this.sheet=t`
    mining-config-preview pre {
      margin: 8px 0 0;
      max-height: 320px;
      overflow: auto;
      background: var(--c-sunken);
      border: 1px solid var(--c-line);
      border-radius: 6px;
      padding: 10px 12px;
      font: 0.78125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    mining-config-preview summary {
      cursor: pointer;
      min-height: 32px;
      padding: 6px 0;
    }
  `}constructor(){super(),Object.assign(this,{check:null,issue:``,of:``})}get#e(){return JSON.stringify([this.draft.minerType,E(this.draft)])}async#t(){this.of=this.#e,this.issue=``;try{let e={path:{type:this.draft.minerType},query:{name:`preview`}};this.check=await r(this.app.http.POST(`/miners/{type}/check`,{params:e,body:E(this.draft)}))}catch(e){this.check=null,this.issue=this.app.explain(e)}}render(){let{app:t,check:r}=this,i=t.text.editor,a=this.of!==``&&this.of!==this.#e;return e`<details @toggle=${e=>e.target.open&&!this.of&&void this.#t()}>
      <summary>${i.preview(r?.files[0]??`config.json`)} <span class="hint">${i.previewHint}</span></summary>
      ${a?e`<p class="row"><span class="hint">${i.previewOld}</span>${l(t,i.previewAgain,()=>void this.#t(),{classes:`small`,changes:!0})}</p>`:n}
      ${this.issue?e`<p class="err">${s(`failed`)} ${this.issue}</p>`:n}
      ${r?.errors.length?e`<p class="hint">${i.willRefuse}</p>
            <ul>
              ${r.errors.map(t=>e`<li class="hint warn">${s(`degraded`)} ${t.field?e`<b>${t.field}</b>: `:n}${t.message}</li>`)}
            </ul>`:n}
      ${r?.warnings.map(t=>e`<p class="hint">${s(`hint`)} ${t}</p>`)}
      ${r?.command?.length?e`<h3>${i.command}</h3><pre tabindex="0" aria-label=${i.command}>${r.command.join(` `)}</pre>`:n}
      ${r?.previews?.map(t=>e`<h3>${t.name}</h3><pre tabindex="0" aria-label=${t.name}>${t.text}</pre>`)}
    </details>`}};customElements.define(`mining-config-preview`,M);var N=11,P=/^(0x)?[0-9a-fA-F]{64}$/,F=/^[5KL][1-9A-HJ-NP-Za-km-z]{50,51}$/,I=new Set([`IRON`]);function L(e,t=``){if(e.trim().split(/[\s,;]+/).filter(Boolean).filter(e=>/^\p{L}{2,}$/u.test(e)).length>=N)return`seed`;let n=e.trim();return F.test(n)||P.test(n)&&!I.has(t.toUpperCase())?`key`:null}var R=400,z=class extends i{static{this.properties={...i.properties,value:{attribute:!1},coin:{attribute:!1},coinName:{attribute:!1},pool:{attribute:!1},label:{attribute:!1},fault:{attribute:!1},verdict:{state:!0},secret:{state:!0},checking:{state:!0}}}static{this.sheet=t`
    mining-wallet-field textarea {
      font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
      overflow-wrap: anywhere;
      min-height: 58px;
    }
    mining-wallet-field .verdict {
      display: flex;
      gap: 8px;
      align-items: baseline;
      font-size: 0.8125rem;
      margin-top: 6px;
      overflow-wrap: anywhere;
    }
    mining-wallet-field .verdict svg {
      position: relative;
      top: 1px;
    }
  `}#e;#t=``;constructor(){super(),Object.assign(this,{value:``,coin:``,coinName:``,pool:``,label:``,verdict:null,secret:null,checking:!1})}willUpdate(){let e=[this.value.trim(),this.coin,this.pool].join(`
`);if(e===this.#t)return;let t=this.#t===``;this.#t=e,this.verdict=null,clearTimeout(this.#e),this.checking=this.value.trim()!==``,this.checking&&(this.#e=setTimeout(()=>void this.#n(e),t?0:R))}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e)}async#n(e){let t={wallet:this.value.trim(),...this.coin?{coin:this.coin}:{},...this.pool.trim()?{pool:this.pool.trim()}:{}},n=null;try{n=await r(this.app.http.POST(`/wallets/check`,{body:t}))}catch{}e===this.#t&&(this.checking=!1,this.verdict=n,this.dispatchEvent(new CustomEvent(`wallet-verdict`,{detail:n,bubbles:!0})))}#r(e){let t=e.target;this.secret=L(t.value,this.coin),this.secret&&(t.value=``),this.value=t.value,this.dispatchEvent(new CustomEvent(`wallet-typed`,{detail:this.value,bubbles:!0}))}render(){let t=this.secret??this.fault??(this.verdict&&!this.verdict.valid);return e`<div class="field">
      <label class="name" for="wallet">${this.label}</label>
      <textarea
        id="wallet"
        rows="2"
        spellcheck="false"
        autocomplete="off"
        .value=${d(this.value)}
        aria-invalid=${p(t?`true`:void 0)}
        aria-describedby="wallet-verdict"
        @input=${this.#r}
      ></textarea>
      <div id="wallet-verdict" aria-live="polite">${this.#i()}</div>
    </div>`}#i(){let{editor:t}=this.app.text,{verdict:r}=this;if(this.secret)return e`<p class="verdict err" role="alert">${s(`failed`)}<span>${t[this.secret]}</span></p>`;if(this.fault)return e`<p class="verdict err">${s(`failed`)}<span>${this.fault}</span></p>`;if(this.checking)return e`<p class="verdict secondary">${t.checking}</p>`;if(!r)return n;if(!r.valid)return e`<p class="verdict err">${s(`failed`)}<span>${t.invalid(r.issue??``)}</span></p>`;let i=e`<b class="mono">${this.value.trim().slice(-6)}</b>`;return e`<p class="verdict ${r.checked?`ok`:``}">
        ${s(r.checked?`ok`:`hint`)}
        <span>${r.checked?t.valid(this.coinName||r.coin||``,r.kind??``):t.unchecked} ${i}</span>
      </p>
      ${r.warnings.map(t=>e`<p class="verdict warn">${s(`degraded`)}<span>${t}</span></p>`)}`}};customElements.define(`mining-wallet-field`,z);function B(e,t,n,r,i){let a=e.text.editor;return Object.entries(t).map(([t,o])=>{let s={id:`option-${t}`,label:t,hint:[o.about,o.unit?`(${o.unit})`:``].filter(Boolean).join(` `),fault:r[`options.${t}`]},c=e=>{let{[t]:r,...a}=n;i(e===void 0?a:{...a,[t]:e})},l=o.default===null||o.default===void 0?a.asProgram:`${a.asProgram} (${V(e,o.default)})`,d=o.type===`choice`?o.choices??[]:o.type===`boolean`?[!0,!1]:[];if(d.length)return u({...s,value:t in n?JSON.stringify(n[t]):``,choices:[[``,l],...d.map(t=>[JSON.stringify(t),V(e,t)])],chosen:e=>c(e===``?void 0:JSON.parse(e))});let f=o.type===`integer`||o.type===`number`;return g({...s,type:f?`number`:`text`,value:t in n?String(n[t]):``,placeholder:l,least:f?o.least:void 0,most:f?o.most??void 0:void 0,step:`any`,typed:e=>c(e===``?void 0:f?Number(e):e)})})}function V(e,t){return typeof t==`boolean`?t?e.text.editor.on:e.text.editor.off:String(t)}var H=300;function U(t,r,i,a,o){let s=t.text.editor,{labels:c}=s,l=r?.supports,d=e=>l?.fields?.includes(e)??!1,p=t.store.info?.gpus?.length??0,m=l?.limits?.donateLevel;return e`${d(`threads`)?W(t,i.threads??0,a.threads,o):n}
    <div class="fields">
      ${d(`hugePages`)?u({id:`hugePages`,label:c.hugePages,fault:a.hugePages,value:i.hugePages==null?``:String(i.hugePages),choices:[[``,s.hugePagesChoices.absent],[`true`,s.hugePagesChoices.on],[`false`,s.hugePagesChoices.off]],chosen:e=>o({hugePages:e===``?void 0:e===`true`})}):n}
      ${d(`cpuPriority`)?u({id:`cpuPriority`,label:c.cpuPriority,fault:a.cpuPriority,value:i.cpuPriority==null?``:String(i.cpuPriority),choices:[[``,s.asProgram],...s.priorities.map((e,t)=>[String(t),e])],chosen:e=>o({cpuPriority:e===``?void 0:Number(e)})}):n}
      ${[`cuda`,`opencl`].map(e=>d(e)&&(p||i[e])?h({id:e,label:c[e],on:i[e]?.enabled??!1,switched:t=>o({[e]:{...i[e],enabled:t}})}):n)}
      ${d(`pauseOnBattery`)?h({id:`pauseOnBattery`,label:c.pauseOnBattery,on:i.pauseOnBattery??!1,switched:e=>o({pauseOnBattery:e||void 0})}):n}
      ${d(`pauseOnActive`)?G(t,i,a,o):n}
      ${d(`donateLevel`)?f({id:`donateLevel`,label:c.donateLevel,fault:a.donateLevel},e`<span class="beside"
              >${K(`donateLevel`,i.donateLevel,a.donateLevel,e=>o({donateLevel:e}),m?.least??0,m?.most??100,m?.least)}
              <span class="secondary">${s.percentTime}</span></span
            >`):n}
    </div>`}function W(t,r,i,a){let o=t.text.editor,s=Math.max(t.store.info?.cpus??1,r),c=r?o.threadsSome(r,s):o.threadsAll,{invalid:l,by:u}=m({id:`threads`,label:``,hint:!0,...i?{fault:i}:{}});return f({id:`threads`,label:o.labels.threads,hint:r?o.threadsHint:void 0,fault:i},e`<span class="beside">
      <input
        type="range"
        id="threads"
        min="0"
        max=${s}
        .value=${d(String(r))}
        aria-valuetext=${c}
        aria-invalid=${l??n}
        aria-describedby=${(r||i)&&u?u:n}
        @input=${e=>a({threads:Number(e.target.value)||void 0})}
      /><output for="threads" class="secondary">${c}</output></span
    >`)}function G(t,r,i,a){let o=t.text.editor,s=r.pauseOnActive??0;return e`<div class="field">
    ${h({id:`pauseOnActive`,label:o.labels.pauseOnActive,on:s>0,fault:i.pauseOnActive,switched:e=>a({pauseOnActive:e?H:void 0})})}
    ${s>0?e`<span class="beside"
          >${K(`idle`,s,void 0,e=>a({pauseOnActive:e||void 0}),1,86400,void 0,o.labels.pauseOnActive)}
          <span class="secondary">${o.seconds}</span></span
        >`:n}
  </div>`}function K(t,r,i,a,o,s,c,l){return e`<input
    type="number"
    id=${t}
    min=${o}
    max=${s}
    placeholder=${c??``}
    aria-label=${l??n}
    aria-invalid=${i?`true`:n}
    aria-describedby=${i?`${t}-fault`:n}
    .value=${d(r==null?``:String(r))}
    @input=${e=>{let{value:t}=e.target;a(t===``?void 0:Number(t))}}
  />`}function q(e,t,n,r,i,a){let{labels:o}=e.text.editor,{rest:s}=n,c=e=>t?.supports?.fields?.includes(e)??!1,l=[];return c(`proxy`)&&l.push(g({id:`proxy`,label:o.proxy,value:n.proxy,placeholder:`socks5://127.0.0.1:9050`,fault:r.proxy,typed:a})),c(`cpuAffinity`)&&l.push(g({id:`cpuAffinity`,label:o.cpuAffinity,value:s.cpuAffinity??``,placeholder:`0xf`,fault:r.cpuAffinity,typed:e=>i({cpuAffinity:e||void 0})})),c(`intensity`)&&l.push(g({id:`intensity`,label:o.intensity,type:`number`,step:`any`,value:s.intensity==null?``:String(s.intensity),fault:r.intensity,typed:e=>i({intensity:e===``?void 0:Number(e)})})),c(`nicehash`)&&l.push(h({id:`nicehash`,label:o.nicehash,on:s.nicehash??!1,switched:e=>i({nicehash:e||void 0})})),l}var J=class extends i{static{this.properties={...i.properties,draft:{attribute:!1},choices:{attribute:!1},faults:{attribute:!1},nameless:{attribute:!1},passwordSaved:{attribute:!1}}}static{this.sheet=t`
    mining-config-editor {
      display: block;
    }
    mining-config-editor > section {
      display: grid;
      grid-template-columns: 176px minmax(0, 1fr);
      gap: 12px 32px;
      padding: 20px 24px;
      border-top: 1px solid var(--c-line);
    }
    mining-config-editor > section > div:last-child {
      display: grid;
      gap: 16px;
      min-width: 0;
    }
    mining-config-editor .fields {
      gap: 16px 20px;
    }
    mining-config-editor .below {
      margin-top: 8px;
    }
    mining-config-editor .beside {
      display: flex;
      gap: 10px;
      align-items: center;
    }
    mining-config-editor .beside input[type="number"] {
      max-width: 96px;
    }
    mining-config-editor summary {
      cursor: pointer;
      min-height: 32px;
      padding: 6px 0;
    }
    @container dashboard (max-width: 73.7438rem) {
      mining-config-editor > section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container dashboard (max-width: 44.9937rem) {
    mining-config-editor summary, mining-config-preview summary {
      min-height: 40px;
      padding: 10px 0;
    }
      mining-config-editor > section {
        padding: 16px;
      }
    }
  `}constructor(){super(),Object.assign(this,{faults:{},nameless:!1,passwordSaved:!1,choices:{types:[],coins:[],pools:[]}})}#e(e){this.dispatchEvent(new CustomEvent(`draft-change`,{detail:{...this.draft,...e},bubbles:!0}))}#t=e=>this.#e({rest:{...this.draft.rest,...e}});get#n(){return this.choices.types.find(e=>e.type===this.draft.minerType)}render(){let t=this.app.text.editor;return e`${this.#r(t.what,t.whatHint,this.#i())} ${this.#r(t.pools,t.poolsHint,this.#a())}
    ${this.#r(t.walletTitle,t.walletHint,this.#o())} ${this.#r(t.hardware,t.hardwareHint,this.#c())}
    ${this.#r(t.advanced,t.advancedHint,this.#l())}`}#r(t,n,r){return e`<section>
      <div>
        <h3>${t}</h3>
        <p class="hint">${n}</p>
      </div>
      <div>${r}</div>
    </section>`}#i(){let{draft:t,faults:r,choices:i}=this,a=this.app.text.editor,o=i.types.filter(e=>!e.broken),s=e=>e.installed?a.installed(e.title,e.installedVersion??``):a.notInstalled(e.title),l=o.some(e=>e.type===t.minerType),d=i.coins.find(e=>e.ticker===t.coin),f=e=>!e.gone&&e.algorithms.some(e=>this.#n?.algorithms.includes(e)),p=i.coins.filter(e=>e.ticker===t.coin||f(e)),m=[...new Set([...t.algo?[t.algo]:[],...this.#n?.algorithms??[]])];return e`<div class="fields">
      ${this.nameless?n:g({id:`profile-name`,label:a.labels.name,value:t.name,fault:r.name,typed:e=>this.#e({name:e})})}
      ${this.nameless?n:u({id:`program`,label:a.labels.program,value:t.minerType,fault:r.minerType,choices:[...l?[]:[[t.minerType,t.minerType]],...o.map(e=>[e.type,s(e)])],chosen:e=>this.#e({minerType:e})})}
      ${u({id:`coin`,label:a.labels.coin,value:t.coin,fault:r.coin,choices:[[``,a.noCoin],...p.map(e=>[e.ticker,`${e.name} (${e.ticker})`])],chosen:e=>this.#e({coin:e,algo:e?``:t.algo})})}
      ${t.coin&&!t.algo&&d?e`<div class="field">
            <label class="name" for="algo">${a.labels.algo}</label>
            <input id="algo" readonly .value=${d.algorithms.map(c).join(`, `)} aria-describedby="algo-hint" />
            <div class="hint" id="algo-hint">${a.setByCoin}</div>
          </div>`:u({id:`algo`,label:a.labels.algo,value:t.algo,fault:r.algo,choices:[[``,a.byPool],...m.map(e=>[e,c(e)])],chosen:e=>this.#e({algo:e})})}
    </div>`}#a(){let{draft:t,faults:n}=this,r=t.pools.map((e,t)=>Object.entries(n).find(([e])=>t===0?/^(pool|tls)$/.test(e):e.startsWith(`pools[${t-1}]`))?.[1]),i=this.choices.pools.filter(e=>!t.coin||e.coin===t.coin||e.coin===null);return e`<div>
      <mining-pool-order
        .app=${this.app}
        .pools=${t.pools}
        .catalogue=${i}
        .faults=${r}
        @pools-change=${e=>this.#e({pools:e.detail})}
      ></mining-pool-order>
    </div>`}#o(){let{app:t,draft:r,faults:i}=this,a=t.text.editor,o=this.choices.coins.find(e=>e.ticker===r.coin),s=this.passwordSaved&&r.password===null;return e`<mining-wallet-field
        .app=${t}
        .label=${a.labels.address}
        .value=${r.wallet}
        .coin=${r.coin}
        .coinName=${o?.name??``}
        .pool=${r.pools[0]?.pool??``}
        .fault=${i.wallet}
        @wallet-typed=${e=>this.#e({wallet:e.detail})}
      ></mining-wallet-field>
      ${this.#s(`wallet`,a.labels.address)}
      <div class="fields">
        ${g({id:`worker`,label:a.labels.worker,value:r.worker,hint:a.workerHint,fault:i.worker,typed:e=>this.#e({worker:e})})}
        ${g({id:`password`,type:`password`,label:a.labels.password,value:r.password??``,placeholder:s?a.passwordUnchanged:a.passwordNone,hint:e`${this.passwordSaved?a.passwordHint:n}
          ${this.passwordSaved?r.password===null?e`<button type="button" class="link" @click=${()=>this.#e({password:``})}>${a.passwordClear}</button>`:e`<button type="button" class="link" @click=${()=>this.#e({password:null})}>${a.passwordKeep}</button>`:n}`,fault:i.password,typed:e=>this.#e({password:e===``&&!this.passwordSaved?null:e})})}
      </div>`}#s(t,r){return this.#n?.supports?.ignored?.includes(t)?e`<p class="hint">${s(`hint`)} ${this.app.text.editor.ignored(r)}</p>`:n}#c(){return U(this.app,this.#n,this.draft.rest,this.faults,this.#t)}#l(){let{app:t,draft:r,faults:i}=this,a=t.text.editor,o=this.#n?.supports?.options??{},s=q(t,this.#n,r,i,this.#t,e=>this.#e({proxy:e})),c=B(t,o,r.rest.options??{},i,e=>this.#t({options:e}));return e`${c.length+s.length?e`<details>
            <summary>${a.more}</summary>
            <div class="fields">${s}${c}</div>
          </details>`:n}
      <mining-config-preview .app=${t} .draft=${r}></mining-config-preview>`}};function Y(e,t){let n=t.map(({field:t,issue:n})=>[t.replace(/^config\./,``),e.say({text:n})]);return Object.fromEntries(n.reverse())}function X(e,t,n){let r=(e,t)=>{let[,n]=/^pools\[(\d+)\]/.exec(t)??[];if(n)return e.pools[Number(n)+1];if(t===`pool`||t===`tls`)return e.pools[0];let[r=``,i]=t.split(`.`),a=r in e?e[r]:e.rest[r];return i?a?.[i]:a};return Object.fromEntries(Object.entries(e).filter(([e])=>r(t,e)===r(n,e)))}customElements.define(`mining-config-editor`,J);async function Z(t,n){try{return await n()}catch(r){if(!a(r,`PAYEE_NOT_CONFIRMED`))throw r;let{payee:i}=t.text.editor,o=String(r.details.confirm??``),s=r.details.changes??[r.message],c=await t.ask({title:i.title,text:e`${s.map(t=>e`<span class="mono">${t}</span><br />`)}${i.text}`,verb:i.verb,danger:!0,word:{label:i.label(o),value:o}});if(!o||!c)throw r;return n(o)}}export{w as a,k as c,E as i,v as l,X as n,S as o,Y as r,C as s,Z as t,y as u};