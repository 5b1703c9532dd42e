import{c as e,d as t,i as n,m as r,r as i,u as a}from"./numbers-DmDPapOC.js";import{n as o}from"./client-DmZ2ZvJT.js";import{n as s,t as c}from"./icons-BM_WsqFH.js";import{i as l}from"./algorithm-DNetkOo-.js";import{r as u}from"./parts-BSd3yIb6.js";import{a as d,i as f,n as p,o as m,r as h,t as g}from"./repeat-CQy9pf1F.js";async function _(e){let t={params:{query:{limit:1e3}}},[n,r,i]=await Promise.allSettled([o(e.http.GET(`/miners/available`,t)),o(e.http.GET(`/coins`,t)),o(e.http.GET(`/pools`,t))]);return{types:n.status===`fulfilled`?n.value.items:[],coins:r.status===`fulfilled`?r.value.items:[],pools:i.status===`fulfilled`?i.value.items:[]}}var v=t=>t??e,y=f(class extends d{constructor(e){if(super(e),e.type!==m.PROPERTY&&e.type!==m.ATTRIBUTE&&e.type!==m.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!h(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(t,[n]){if(n===a||n===e)return n;let r=t.element,i=t.name;if(t.type===m.PROPERTY){if(n===r[i])return a}else if(t.type===m.BOOLEAN_ATTRIBUTE){if(!!n===r.hasAttribute(i))return a}else if(t.type===m.ATTRIBUTE&&r.getAttribute(i)===n+``)return a;return p(t),n}}),b=[`wallet`,`worker`,`coin`,`algo`,`proxy`],x=0;function S(e=``){return{key:++x,pool:e,own:{}}}function C(e){return{name:``,description:``,minerType:e,wallet:``,coin:``,algo:``,worker:``,proxy:``,password:null,pools:[S()],rest:{}}}function w({name:e,description:t,minerType:n,config:r}){let{pool:i,wallet:a,coin:o,algo:s,worker:c,proxy:l,pools:u,tls:d,tlsFingerprint:f,password:p,...m}=r;return{name:e,description:t??``,minerType:n,wallet:a,coin:o??``,algo:s??``,worker:c??``,proxy:l??``,password:null,pools:[{...S(i),tls:d,tlsFingerprint:f},...(u??[]).map(T)],rest:m}}function T({pool:e,tls:t,tlsFingerprint:n,password:r,...i}){return{...S(e),tls:t,tlsFingerprint:n,own:i}}function E(e){let t={wallet:e.wallet,worker:e.worker,coin:e.coin,algo:e.algo,proxy:e.proxy},n=e.pools.map(e=>({...t,...e.own})),r=n[0]??t,[i,...a]=e.pools,o=a.map((e,t)=>{let i=b.filter(e=>(n[t+1][e]||``)!==(r[e]||``)),a=Object.fromEntries(i.map(e=>[e,n[t+1][e]||null]));return{pool:e.pool.trim(),...D(e),...a}}),s=b.filter(e=>e!==`wallet`&&r[e]).map(e=>[e,r[e].trim()]);return{...e.rest,...Object.fromEntries(s),...i?D(i):{},pool:i?.pool.trim()??``,wallet:(r.wallet??``).trim(),...e.password===null?{}:{password:e.password},...o.length?{pools:o}:{}}}function D({tls:e,tlsFingerprint:t}){return{...e==null?{}:{tls:e},...t?{tlsFingerprint:t}:{}}}function O(e,t,n){return n<0||n>=e.length||t===n?e:e.toSpliced(t,1).toSpliced(n,0,e[t])}function k(e,t){let n=e=>JSON.stringify([e.name,e.description,e.minerType,A(E(e)),e.password]);return n(e)!==n(t)}function A(e){return Object.entries(e).filter(([,e])=>e!=null&&e!==``).sort(([e],[t])=>e.localeCompare(t))}var j=class extends i{static{this.properties={...i.properties,pools:{attribute:!1},catalogue:{attribute:!1},faults:{attribute:!1},tests:{state:!0},said:{state:!0}}}static{this.sheet=r`
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
    @container dashboard (max-width: 719.9px) {
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
  `}#e=null;#t=null;constructor(){super(),Object.assign(this,{pools:[],catalogue:[],faults:[],tests:new Map,said:``})}#n(e){this.dispatchEvent(new CustomEvent(`pools-change`,{detail:e,bubbles:!0}))}#r(e,t){this.tests.delete(this.pools[e].key),this.#n(this.pools.with(e,{...this.pools[e],...t}))}#i(e,t,n){let{key:r}=this.pools[e],i=O(this.pools,e,t);i!==this.pools&&(this.said=this.app.text.editor.movedTo(t+1,i.length),this.#t=()=>{let e=this.querySelector(`li[data-key="${r}"]`);return e?.querySelector(`.buttons .${n}:not(:disabled)`)??e?.querySelector(`.buttons button:not(:disabled)`)},this.#n(i))}updated(e){e.has(`pools`)&&this.#t&&(this.#t()?.focus(),this.#t=null)}async testAll(){await Promise.all(this.pools.filter(e=>e.pool.trim()).map(e=>this.#a(e)))}async#a({key:e,pool:t,tls:n,tlsFingerprint:r}){let i=t=>this.tests=new Map(this.tests).set(e,t);i(`testing`);try{let e={pool:t.trim(),...typeof n==`boolean`?{tls:n}:{},...r?{tlsFingerprint:r}:{}};i(await o(this.app.http.POST(`/pools/test`,{body:e})))}catch(e){i({text:this.app.explain(e)})}}#o({pool:e}){let t=e.replace(/^stratum\+tcp:\/\//,``),n=this.catalogue.find(e=>e.tlsPort&&[e.port,...e.morePorts].some(n=>t===`${e.host}:${n}`));return!n||t===`${n.host}:${n.tlsPort}`?null:`stratum+ssl://${n.host}:${n.tlsPort}`}render(){let{app:n,pools:r}=this,i=n.text.editor,a=r.some(e=>this.#o(e));return t`<ol class="pool-order" aria-label=${i.pools}>
        ${g(r,e=>e.key,(e,t)=>this.#c(e,t))}
      </ol>
      <datalist id="catalogue-pools">${this.catalogue.map(e=>t`<option value=${e.pool}>${e.name}</option>`)}</datalist>
      <div class="row below">
        <button type="button" @click=${()=>this.#s()}>${s(`add`)}${i.addPool}</button>
        ${u(n,i.testAll,()=>void this.testAll(),{classes:`ghost`,changes:!0})}
        ${a?t`<button type="button" class="ghost" @click=${()=>this.#n(r.map(e=>({...e,pool:this.#o(e)??e.pool})))}>${i.useTls}</button>`:e}
        <span class="hidden" aria-live="polite">${this.said}</span>
      </div>`}#s(){this.#t=()=>this.querySelector(`li:last-child input`),this.#n([...this.pools,S()])}#c(n,r){let{app:i,pools:a}=this,o=i.text.editor,l=o.place(r),u=this.faults[r];return t`<li
      data-key=${n.key}
      @dragover=${e=>this.#l(e,r)}
      @dragleave=${e=>e.currentTarget.removeAttribute(`data-over`)}
      @drop=${e=>this.#u(e,r)}
    >
      <span
        class="grip"
        draggable="true"
        title=${o.drag}
        @dragstart=${e=>{this.#e=r,e.dataTransfer?.setData(`text/plain`,n.pool)}}
        @dragend=${()=>this.#e=null}
        >${s(`grip`)}</span
      >
      <span class="tag ${r===0?`accent`:``}">${r===0?o.primary:o.failOver(r)}</span>
      <input
        list="catalogue-pools"
        aria-label=${o.poolAddress(l)}
        placeholder=${o.poolExample}
        autocomplete="off"
        spellcheck="false"
        .value=${y(n.pool)}
        aria-invalid=${v(u?`true`:void 0)}
        aria-describedby=${v(u?`pool-fault-${r}`:void 0)}
        @input=${e=>this.#r(r,{pool:e.target.value})}
      />
      <span class="result" aria-live="polite">${this.#d(n.key)}</span>
      <span class="buttons">
        <button type="button" class="ghost icon-only small up" ?disabled=${r===0} aria-label=${o.up(l)} @click=${()=>this.#i(r,r-1,`up`)}>${s(`up`)}</button>
        <button type="button" class="ghost icon-only small down" ?disabled=${r===a.length-1} aria-label=${o.down(l)} @click=${()=>this.#i(r,r+1,`down`)}>${s(`down`)}</button>
        <button type="button" class="ghost icon-only small" ?disabled=${a.length===1} aria-label=${o.removePool(l)} @click=${()=>this.#n(a.toSpliced(r,1))}>${s(`close`)}</button>
      </span>
      ${u?t`<p class="hint err fault" id="pool-fault-${r}">${c(`failed`)} ${u}</p>`:e}
    </li>`}#l(e,t){this.#e!==null&&(e.preventDefault(),t!==this.#e&&e.currentTarget.setAttribute(`data-over`,``))}#u(e,t){e.preventDefault(),e.currentTarget.removeAttribute(`data-over`),this.#e!==null&&this.#i(this.#e,t),this.#e=null}#d(n){let{app:r}=this,i=this.tests.get(n);if(!i)return e;if(i===`testing`)return t`<span class="secondary">${r.text.editor.testing}</span>`;if(`result`in i&&i.result===`reachable`){let e=r.numbers.ping(i.connectMs===null?null:Math.round(i.connectMs));return t`${c(`ok`)}<span>${r.text.editor.answered(e,i.tls)}</span>`}return t`${c(`degraded`)}<span class="warn">${i.text}</span>`}};customElements.define(`mining-pool-order`,j);var M=class extends i{static{this.properties={...i.properties,draft:{attribute:!1},check:{state:!0},issue:{state:!0},of:{state:!0}}}static{this.sheet=r`
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
  `}constructor(){super(),Object.assign(this,{check:null,issue:``,of:``})}get#e(){return JSON.stringify([this.draft.minerType,E(this.draft)])}async#t(){this.of=this.#e,this.issue=``;try{let e={path:{type:this.draft.minerType},query:{name:`preview`}};this.check=await o(this.app.http.POST(`/miners/{type}/check`,{params:e,body:E(this.draft)}))}catch(e){this.check=null,this.issue=this.app.explain(e)}}render(){let{app:n,check:r}=this,i=n.text.editor,a=this.of!==``&&this.of!==this.#e;return t`<details @toggle=${e=>e.target.open&&!this.of&&void this.#t()}>
      <summary>${i.preview(r?.files[0]??`config.json`)} <span class="hint">${i.previewHint}</span></summary>
      ${a?t`<p class="row"><span class="hint">${i.previewOld}</span>${u(n,i.previewAgain,()=>void this.#t(),{classes:`small`,changes:!0})}</p>`:e}
      ${this.issue?t`<p class="err">${c(`failed`)} ${this.issue}</p>`:e}
      ${r?.errors.length?t`<p class="hint">${i.willRefuse}</p>
            <ul>
              ${r.errors.map(n=>t`<li class="hint warn">${c(`degraded`)} ${n.field?t`<b>${n.field}</b>: `:e}${n.message}</li>`)}
            </ul>`:e}
      ${r?.warnings.map(e=>t`<p class="hint">${c(`hint`)} ${e}</p>`)}
      ${r?.command?.length?t`<h3>${i.command}</h3><pre tabindex="0" aria-label=${i.command}>${r.command.join(` `)}</pre>`:e}
      ${r?.previews?.map(e=>t`<h3>${e.name}</h3><pre tabindex="0" aria-label=${e.name}>${e.text}</pre>`)}
    </details>`}};customElements.define(`mining-config-preview`,M);var N=11,P=/^(0x)?[0-9a-fA-F]{64}$/,F=/^[5KL][1-9A-HJ-NP-Za-km-z]{50,51}$/,I=new Set([`IRON`]);function L(e,t=``){if(e.trim().split(/[\s,;]+/).filter(Boolean).filter(e=>/^\p{L}{2,}$/u.test(e)).length>=N)return`seed`;let n=e.trim();return F.test(n)||P.test(n)&&!I.has(t.toUpperCase())?`key`:null}var R=400,z=class extends i{static{this.properties={...i.properties,value:{attribute:!1},coin:{attribute:!1},coinName:{attribute:!1},pool:{attribute:!1},label:{attribute:!1},fault:{attribute:!1},verdict:{state:!0},secret:{state:!0},checking:{state:!0}}}static{this.sheet=r`
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
`);if(e===this.#t)return;let t=this.#t===``;this.#t=e,this.verdict=null,clearTimeout(this.#e),this.checking=this.value.trim()!==``,this.checking&&(this.#e=setTimeout(()=>void this.#n(e),t?0:R))}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e)}async#n(e){let t={wallet:this.value.trim(),...this.coin?{coin:this.coin}:{},...this.pool.trim()?{pool:this.pool.trim()}:{}},n=null;try{n=await o(this.app.http.POST(`/wallets/check`,{body:t}))}catch{}e===this.#t&&(this.checking=!1,this.verdict=n,this.dispatchEvent(new CustomEvent(`wallet-verdict`,{detail:n,bubbles:!0})))}#r(e){let t=e.target;this.secret=L(t.value,this.coin),this.secret&&(t.value=``),this.value=t.value,this.dispatchEvent(new CustomEvent(`wallet-typed`,{detail:this.value,bubbles:!0}))}render(){let e=this.secret??this.fault??(this.verdict&&!this.verdict.valid);return t`<div class="field">
      <label class="name" for="wallet">${this.label}</label>
      <textarea
        id="wallet"
        rows="2"
        spellcheck="false"
        autocomplete="off"
        .value=${y(this.value)}
        aria-invalid=${v(e?`true`:void 0)}
        aria-describedby="wallet-verdict"
        @input=${this.#r}
      ></textarea>
      <div id="wallet-verdict" aria-live="polite">${this.#i()}</div>
    </div>`}#i(){let{editor:n}=this.app.text,{verdict:r}=this;if(this.secret)return t`<p class="verdict err" role="alert">${c(`failed`)}<span>${n[this.secret]}</span></p>`;if(this.fault)return t`<p class="verdict err">${c(`failed`)}<span>${this.fault}</span></p>`;if(this.checking)return t`<p class="verdict secondary">${n.checking}</p>`;if(!r)return e;if(!r.valid)return t`<p class="verdict err">${c(`failed`)}<span>${n.invalid(r.issue??``)}</span></p>`;let i=t`<b class="mono">${this.value.trim().slice(-6)}</b>`;return t`<p class="verdict ${r.checked?`ok`:``}">
        ${c(r.checked?`ok`:`hint`)}
        <span>${r.checked?n.valid(this.coinName||r.coin||``,r.kind??``):n.unchecked} ${i}</span>
      </p>
      ${r.warnings.map(e=>t`<p class="verdict warn">${c(`degraded`)}<span>${e}</span></p>`)}`}};customElements.define(`mining-wallet-field`,z);function B({id:e,hint:t,fault:n}){let r=[n?`${e}-fault`:``,t?`${e}-hint`:``].filter(Boolean).join(` `);return{invalid:n?`true`:void 0,by:r||void 0}}function V(n,r){let{id:i,label:a,hint:o,fault:s}=n;return t`<div class="field">
    <label class="name" for=${i}>${a}</label>
    ${r}
    ${s?t`<p class="hint err fault" id="${i}-fault">${c(`failed`)} ${s}</p>`:e}
    ${o?t`<div class="hint" id="${i}-hint">${o}</div>`:e}
  </div>`}function H(e){let{invalid:n,by:r}=B(e);return V(e,t`<input
      id=${e.id}
      type=${e.type??`text`}
      .value=${y(e.value)}
      placeholder=${e.placeholder??``}
      list=${v(e.list)}
      min=${v(e.least)}
      max=${v(e.most)}
      step=${v(e.step)}
      autocomplete=${e.type===`password`?`new-password`:`off`}
      spellcheck="false"
      aria-invalid=${v(n)}
      aria-describedby=${v(r)}
      @input=${t=>e.typed(t.target.value)}
    />`)}function U(e){let{invalid:n,by:r}=B(e);return V(e,t`<select
      id=${e.id}
      aria-invalid=${v(n)}
      aria-describedby=${v(r)}
      @change=${t=>e.chosen(t.target.value)}
    >
      ${e.choices.map(([n,r])=>t`<option value=${n} ?selected=${n===e.value}>${r}</option>`)}
    </select>`)}function W(n){let{by:r}=B(n);return t`<div class="field">
    <label class="choice"
      ><input
        type="checkbox"
        role="switch"
        class="switch"
        id=${n.id}
        .checked=${y(n.on)}
        aria-describedby=${v(r)}
        @change=${e=>n.switched(e.target.checked)}
      />${n.label}</label
    >
    ${n.fault?t`<p class="hint err fault" id="${n.id}-fault">${c(`failed`)} ${n.fault}</p>`:e}
    ${n.hint?t`<div class="hint" id="${n.id}-hint">${n.hint}</div>`:e}
  </div>`}function G(e,t,n,r,i){let a=e.text.editor;return Object.entries(t).map(([t,o])=>{let s={id:`option-${t}`,label:t,hint:[o.about,o.unit?`(${o.unit})`:``].filter(Boolean).join(` `),fault:r[`options.${t}`]},c=e=>{let{[t]:r,...a}=n;i(e===void 0?a:{...a,[t]:e})},l=o.default===null||o.default===void 0?a.asProgram:`${a.asProgram} (${K(e,o.default)})`,u=o.type===`choice`?o.choices??[]:o.type===`boolean`?[!0,!1]:[];if(u.length)return U({...s,value:t in n?JSON.stringify(n[t]):``,choices:[[``,l],...u.map(t=>[JSON.stringify(t),K(e,t)])],chosen:e=>c(e===``?void 0:JSON.parse(e))});let d=o.type===`integer`||o.type===`number`;return H({...s,type:d?`number`:`text`,value:t in n?String(n[t]):``,placeholder:l,least:d?o.least:void 0,most:d?o.most??void 0:void 0,step:`any`,typed:e=>c(e===``?void 0:d?Number(e):e)})})}function K(e,t){return typeof t==`boolean`?t?e.text.editor.on:e.text.editor.off:String(t)}var q=300;function J(n,r,i,a,o){let s=n.text.editor,{labels:c}=s,l=r?.supports,u=e=>l?.fields?.includes(e)??!1,d=n.store.info?.gpus?.length??0,f=l?.limits?.donateLevel;return t`${u(`threads`)?Y(n,i.threads??0,a.threads,o):e}
    <div class="fields">
      ${u(`hugePages`)?U({id:`hugePages`,label:c.hugePages,fault:a.hugePages,value:i.hugePages==null?``:String(i.hugePages),choices:[[``,s.hugePagesChoices.absent],[`true`,s.hugePagesChoices.on],[`false`,s.hugePagesChoices.off]],chosen:e=>o({hugePages:e===``?void 0:e===`true`})}):e}
      ${u(`cpuPriority`)?U({id:`cpuPriority`,label:c.cpuPriority,fault:a.cpuPriority,value:i.cpuPriority==null?``:String(i.cpuPriority),choices:[[``,s.asProgram],...s.priorities.map((e,t)=>[String(t),e])],chosen:e=>o({cpuPriority:e===``?void 0:Number(e)})}):e}
      ${[`cuda`,`opencl`].map(t=>u(t)&&(d||i[t])?W({id:t,label:c[t],on:i[t]?.enabled??!1,switched:e=>o({[t]:{...i[t],enabled:e}})}):e)}
      ${u(`pauseOnBattery`)?W({id:`pauseOnBattery`,label:c.pauseOnBattery,on:i.pauseOnBattery??!1,switched:e=>o({pauseOnBattery:e||void 0})}):e}
      ${u(`pauseOnActive`)?X(n,i,a,o):e}
      ${u(`donateLevel`)?V({id:`donateLevel`,label:c.donateLevel,fault:a.donateLevel},t`<span class="beside"
              >${Z(`donateLevel`,i.donateLevel,a.donateLevel,e=>o({donateLevel:e}),f?.least??0,f?.most??100,f?.least)}
              <span class="secondary">${s.percentTime}</span></span
            >`):e}
    </div>`}function Y(n,r,i,a){let o=n.text.editor,s=Math.max(n.store.info?.cpus??1,r),c=r?o.threadsSome(r,s):o.threadsAll,{invalid:l,by:u}=B({id:`threads`,label:``,hint:!0,...i?{fault:i}:{}});return V({id:`threads`,label:o.labels.threads,hint:r?o.threadsHint:void 0,fault:i},t`<span class="beside">
      <input
        type="range"
        id="threads"
        min="0"
        max=${s}
        .value=${y(String(r))}
        aria-valuetext=${c}
        aria-invalid=${l??e}
        aria-describedby=${(r||i)&&u?u:e}
        @input=${e=>a({threads:Number(e.target.value)||void 0})}
      /><output for="threads" class="secondary">${c}</output></span
    >`)}function X(n,r,i,a){let o=n.text.editor,s=r.pauseOnActive??0;return t`<div class="field">
    ${W({id:`pauseOnActive`,label:o.labels.pauseOnActive,on:s>0,fault:i.pauseOnActive,switched:e=>a({pauseOnActive:e?q:void 0})})}
    ${s>0?t`<span class="beside"
          >${Z(`idle`,s,void 0,e=>a({pauseOnActive:e||void 0}),1,86400,void 0,o.labels.pauseOnActive)}
          <span class="secondary">${o.seconds}</span></span
        >`:e}
  </div>`}function Z(n,r,i,a,o,s,c,l){return t`<input
    type="number"
    id=${n}
    min=${o}
    max=${s}
    placeholder=${c??``}
    aria-label=${l??e}
    aria-invalid=${i?`true`:e}
    aria-describedby=${i?`${n}-fault`:e}
    .value=${y(r==null?``:String(r))}
    @input=${e=>{let{value:t}=e.target;a(t===``?void 0:Number(t))}}
  />`}function Q(e,t,n,r,i,a){let{labels:o}=e.text.editor,{rest:s}=n,c=e=>t?.supports?.fields?.includes(e)??!1,l=[];return c(`proxy`)&&l.push(H({id:`proxy`,label:o.proxy,value:n.proxy,placeholder:`socks5://127.0.0.1:9050`,fault:r.proxy,typed:a})),c(`cpuAffinity`)&&l.push(H({id:`cpuAffinity`,label:o.cpuAffinity,value:s.cpuAffinity??``,placeholder:`0xf`,fault:r.cpuAffinity,typed:e=>i({cpuAffinity:e||void 0})})),c(`intensity`)&&l.push(H({id:`intensity`,label:o.intensity,type:`number`,step:`any`,value:s.intensity==null?``:String(s.intensity),fault:r.intensity,typed:e=>i({intensity:e===``?void 0:Number(e)})})),c(`nicehash`)&&l.push(W({id:`nicehash`,label:o.nicehash,on:s.nicehash??!1,switched:e=>i({nicehash:e||void 0})})),l}var $=class extends i{static{this.properties={...i.properties,draft:{attribute:!1},choices:{attribute:!1},faults:{attribute:!1},nameless:{attribute:!1},passwordSaved:{attribute:!1}}}static{this.sheet=r`
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
    @container dashboard (max-width: 1179.9px) {
      mining-config-editor > section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container dashboard (max-width: 719.9px) {
    mining-config-editor summary, mining-config-preview summary {
      min-height: 40px;
      padding: 10px 0;
    }
      mining-config-editor > section {
        padding: 16px;
      }
    }
  `}constructor(){super(),Object.assign(this,{faults:{},nameless:!1,passwordSaved:!1,choices:{types:[],coins:[],pools:[]}})}#e(e){this.dispatchEvent(new CustomEvent(`draft-change`,{detail:{...this.draft,...e},bubbles:!0}))}#t=e=>this.#e({rest:{...this.draft.rest,...e}});get#n(){return this.choices.types.find(e=>e.type===this.draft.minerType)}render(){let e=this.app.text.editor;return t`${this.#r(e.what,e.whatHint,this.#i())} ${this.#r(e.pools,e.poolsHint,this.#a())}
    ${this.#r(e.walletTitle,e.walletHint,this.#o())} ${this.#r(e.hardware,e.hardwareHint,this.#c())}
    ${this.#r(e.advanced,e.advancedHint,this.#l())}`}#r(e,n,r){return t`<section>
      <div>
        <h3>${e}</h3>
        <p class="hint">${n}</p>
      </div>
      <div>${r}</div>
    </section>`}#i(){let{draft:n,faults:r,choices:i}=this,a=this.app.text.editor,o=i.types.filter(e=>!e.broken),s=e=>e.installed?a.installed(e.title,e.installedVersion??``):a.notInstalled(e.title),c=o.some(e=>e.type===n.minerType),u=i.coins.find(e=>e.ticker===n.coin),d=e=>!e.gone&&e.algorithms.some(e=>this.#n?.algorithms.includes(e)),f=i.coins.filter(e=>e.ticker===n.coin||d(e)),p=[...new Set([...n.algo?[n.algo]:[],...this.#n?.algorithms??[]])];return t`<div class="fields">
      ${this.nameless?e:H({id:`profile-name`,label:a.labels.name,value:n.name,fault:r.name,typed:e=>this.#e({name:e})})}
      ${this.nameless?e:U({id:`program`,label:a.labels.program,value:n.minerType,fault:r.minerType,choices:[...c?[]:[[n.minerType,n.minerType]],...o.map(e=>[e.type,s(e)])],chosen:e=>this.#e({minerType:e})})}
      ${U({id:`coin`,label:a.labels.coin,value:n.coin,fault:r.coin,choices:[[``,a.noCoin],...f.map(e=>[e.ticker,`${e.name} (${e.ticker})`])],chosen:e=>this.#e({coin:e,algo:e?``:n.algo})})}
      ${n.coin&&!n.algo&&u?t`<div class="field">
            <label class="name" for="algo">${a.labels.algo}</label>
            <input id="algo" readonly .value=${u.algorithms.map(l).join(`, `)} aria-describedby="algo-hint" />
            <div class="hint" id="algo-hint">${a.setByCoin}</div>
          </div>`:U({id:`algo`,label:a.labels.algo,value:n.algo,fault:r.algo,choices:[[``,a.byPool],...p.map(e=>[e,l(e)])],chosen:e=>this.#e({algo:e})})}
    </div>`}#a(){let{draft:e,faults:n}=this,r=e.pools.map((e,t)=>Object.entries(n).find(([e])=>t===0?/^(pool|tls)$/.test(e):e.startsWith(`pools[${t-1}]`))?.[1]),i=this.choices.pools.filter(t=>!e.coin||t.coin===e.coin||t.coin===null);return t`<div>
      <mining-pool-order
        .app=${this.app}
        .pools=${e.pools}
        .catalogue=${i}
        .faults=${r}
        @pools-change=${e=>this.#e({pools:e.detail})}
      ></mining-pool-order>
    </div>`}#o(){let{app:n,draft:r,faults:i}=this,a=n.text.editor,o=this.choices.coins.find(e=>e.ticker===r.coin),s=this.passwordSaved&&r.password===null;return t`<mining-wallet-field
        .app=${n}
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
        ${H({id:`worker`,label:a.labels.worker,value:r.worker,hint:a.workerHint,fault:i.worker,typed:e=>this.#e({worker:e})})}
        ${H({id:`password`,type:`password`,label:a.labels.password,value:r.password??``,placeholder:s?a.passwordUnchanged:a.passwordNone,hint:t`${this.passwordSaved?a.passwordHint:e}
          ${this.passwordSaved?r.password===null?t`<button type="button" class="link" @click=${()=>this.#e({password:``})}>${a.passwordClear}</button>`:t`<button type="button" class="link" @click=${()=>this.#e({password:null})}>${a.passwordKeep}</button>`:e}`,fault:i.password,typed:e=>this.#e({password:e===``&&!this.passwordSaved?null:e})})}
      </div>`}#s(n,r){return this.#n?.supports?.ignored?.includes(n)?t`<p class="hint">${c(`hint`)} ${this.app.text.editor.ignored(r)}</p>`:e}#c(){return J(this.app,this.#n,this.draft.rest,this.faults,this.#t)}#l(){let{app:n,draft:r,faults:i}=this,a=n.text.editor,o=this.#n?.supports?.options??{},s=Q(n,this.#n,r,i,this.#t,e=>this.#e({proxy:e})),c=G(n,o,r.rest.options??{},i,e=>this.#t({options:e}));return t`${c.length+s.length?t`<details>
            <summary>${a.more}</summary>
            <div class="fields">${s}${c}</div>
          </details>`:e}
      <mining-config-preview .app=${n} .draft=${r}></mining-config-preview>`}};function ee(e,t){let n=t.map(({field:t,issue:n})=>[t.replace(/^config\./,``),e.say({text:n})]);return Object.fromEntries(n.reverse())}function te(e,t,n){let r=(e,t)=>{let[,n]=/^pools\[(\d+)\]/.exec(t)??[];if(n)return e.pools[Number(n)+1];if(t===`pool`||t===`tls`)return e.pools[0];let[r=``,i]=t.split(`.`),a=r in e?e[r]:e.rest[r];return i?a?.[i]:a};return Object.fromEntries(Object.entries(e).filter(([e])=>r(t,e)===r(n,e)))}customElements.define(`mining-config-editor`,$);async function ne(e,r){try{return await r()}catch(i){if(!n(i,`PAYEE_NOT_CONFIRMED`))throw i;let{payee:a}=e.text.editor,o=String(i.details.confirm??``),s=i.details.changes??[i.message],c=await e.ask({title:a.title,text:t`${s.map(e=>t`<span class="mono">${e}</span><br />`)}${a.text}`,verb:a.verb,danger:!0,word:{label:a.label(o),value:o}});if(!o||!c)throw i;return r(o)}}export{H as a,S as c,y as d,_ as f,U as i,C as l,te as n,E as o,ee as r,w as s,ne as t,k as u};