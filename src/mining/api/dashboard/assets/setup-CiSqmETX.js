import{c as e,d as t,m as n,n as r,r as i}from"./numbers-DmDPapOC.js";import{n as a,t as o}from"./client-DmZ2ZvJT.js";import{a as s,d as c,f as l,i as u,r as d,t as f}from"./payee-dialog-Dg7sXQ9b.js";import{n as p,t as m}from"./icons-BM_WsqFH.js";import{a as h,r as g}from"./parts-BSd3yIb6.js";import{a as _,i as v,n as y,o as ee,r as b,t as x}from"./suit-DRWcjiSj.js";import{i as S,t as C}from"./algorithm-DNetkOo-.js";var w=[`coin`,`pool`,`wallet`,`hardware`,`review`],T=`mining-dashboard.setup`,E={coin:``,algorithm:``,pool:``,second:``,wallet:``,worker:``,level:`balanced`,hugePages:!1,pauseOnBattery:!1,pauseOnActive:!1,program:``,name:``};function D(e){try{let t=JSON.parse(e.getItem(T)??`{}`),n=Object.entries(t).filter(([e,t])=>typeof t==typeof E[e]);return{...E,...Object.fromEntries(n)}}catch{return{...E}}}function O(e,t){try{t?e.setItem(T,JSON.stringify(t)):e.removeItem(T)}catch{}}function k(e,{coin:t,algorithm:n,pool:r,wallet:i}){return e===`coin`?t!==``||n!==``:e===`pool`?r.trim()!==``:e===`wallet`?i.trim()!==``:e===`hardware`}function te(e,t){let n=Math.max(0,w.indexOf(e)),r=w.findIndex(e=>!k(e,t));return w[Math.min(n,r<0?w.length-1:r)]}function ne(n,r){let i=n.text.setup.coin,{answers:a,choices:o}=r,s=n.store.info,c=v(o.coins,o.types,{cpus:s?.cpus??1,gpus:s?.gpus?.length??0}),l=c.filter(y),d=c.filter(e=>!y(e)),f=[...new Set(o.types.filter(e=>!e.broken).flatMap(e=>e.algorithms))].sort(),h=a.coin===``&&a.algorithm!==``;return t`<p class="secondary">${i.looked} <b>${A(n)}</b>. ${i.first}</p>
    <div class="cards" role="radiogroup" aria-label=${i.title}>
      ${l.map((e,t)=>re(n,e,t===0,r))}
      <label class="card">
        <span class="sign" aria-hidden="true">…</span>
        <span class="grow"><b>${i.another}</b><span class="hint">${i.any}</span></span>
        <input type="radio" name="coin" .checked=${h} @change=${()=>r.answer({coin:``,algorithm:f[0]??``,pool:``,second:``})} />
        <span class="about">${i.anotherText}</span>
        <span class="fits">${m(`hint`)} ${i.youChoose}</span>
      </label>
    </div>
    ${h?u({id:`algorithm`,label:i.algorithm,value:a.algorithm,choices:f.map(e=>[e,S(e)]),chosen:e=>r.answer({algorithm:e,pool:``,second:``})}):e}
    ${d.length?t`<details>
          <summary>${i.others(d.length)}</summary>
          <ul class="cards">
            ${d.map(e=>ie(n,e))}
          </ul>
        </details>`:e}
    <p class="hint row nowrap">${m(`hint`)} <span>${i.noProfit}</span></p>
    ${n.locked?e:t`<section class="panel try">
          <div class="grow"><h2>${i.tryTitle}</h2><p class="hint">${i.tryText}</p></div>
          ${g(n,t`${p(`start`)}${i.tryOut}`,()=>void r.tryOut(),{changes:!0,busy:r.busy?n.text.common.busy.start:null})}
        </section>`}`}function A(e){let t=e.store.info;if(!t)return`…`;let n=new Map;for(let e of t.gpus??[])n.set(e.name??`GPU`,(n.get(e.name??`GPU`)??0)+1);return[t.cpu?.model??`${t.cpus} CPU`,...[...n].map(([e,t])=>t>1?`${t} × ${e}`:e)].join(`, `)}function re(e,{coin:n,fit:r,algorithm:i},a,o){let s=e.text.setup.coin,c=o.answers.coin===n.ticker;return t`<label class="card">
    <span class="sign" aria-hidden="true">${n.ticker.slice(0,5)}</span>
    <span class="grow"><b>${n.name}</b><span class="hint">${C(i)}</span></span>
    <input type="radio" name="coin" .checked=${c} @change=${()=>o.answer({coin:n.ticker,algorithm:i,pool:``,second:``})} />
    <span class="about">${a&&r===`cpu`?s.best:s.reason[r]}</span>
    <span class="fits ok">${m(`ok`)} ${r===`gpu`?s.fits.gpu:s.fits.cpu}</span>
  </label>`}function ie(e,{coin:n,fit:r,algorithm:i}){let a=e.text.setup.coin,o=r===`gone`&&n.gone?n.gone:a.reason[r];return t`<li class="card not">
    <span class="sign" aria-hidden="true">${n.ticker.slice(0,5)}</span>
    <span class="grow"><b>${n.name}</b><span class="hint">${C(i)}</span></span>
    <span class="about">${o}</span>
    <span class="fits">${m(`stopped`)} ${a.not}</span>
  </li>`}var ae=[`light`,`balanced`,`all`];function j(n,r){let i=n.text.setup.hardware,{answers:a}=r,o=n.store.info,s=e=>r.program?.supports?.fields?.includes(e)??!1,c=o?.cpu?.cores??o?.cpus??1;return t`<p class="secondary">${i.text}</p>
    ${r.usesCpu?t`<div class="cards levels" role="radiogroup" aria-label=${i.title}>
          ${ae.map(e=>t`<label class="card">
              <span class="grow"><b>${i.level[e]}</b></span>
              <input type="radio" name="level" .checked=${a.level===e} @change=${()=>r.answer({level:e})} />
              <span class="about">${i.threads(M(n,r,e))}</span>
              <span class="hint">${i.meaning[e]}</span>
            </label>`)}
        </div>`:e}
    <ul class="panel lines hardware">
      <li>
        ${p(`cpu`)}
        <div class="grow"><b>${o?.cpu?.model??A(n)}</b><div class="hint">${i.cpu(c,o?.cpu?.l3?`${n.numbers.bytes(o.cpu.l3)} L3`:``)}</div></div>
        <span>${r.usesCpu?i.threads(M(n,r,a.level)):i.off}</span>
      </li>
      ${s(`hugePages`)?N(`memory`,`hugePages`,i.hugePages,i.hugePagesText,a.hugePages,e=>r.answer({hugePages:e})):e}
      ${s(`pauseOnBattery`)?N(`clock`,`battery`,i.battery,i.batteryText,a.pauseOnBattery,e=>r.answer({pauseOnBattery:e})):e}
      ${s(`pauseOnActive`)?N(`clock`,`active`,i.active,i.activeText,a.pauseOnActive,e=>r.answer({pauseOnActive:e})):e}
      ${(o?.gpus??[]).map(n=>t`<li>
          ${p(`gpu`)}
          <div class="grow"><b>${n.name}</b><div class="hint">${r.usesCpu?i.gpuNotUsed:e}</div></div>
          <span>${r.usesCpu?i.off:i.gpuUsed}</span>
        </li>`)}
    </ul>`}function M(e,t,n){let r=e.store.info;return _(n,r?.cpus??1,r?.cpu?.l3??null,t.answers.algorithm)}function N(e,n,r,i,a,o){return t`<li>
    ${p(e)}
    <div class="grow"><label for=${n}><b>${r}</b></label><div class="hint" id="${n}-hint">${i}</div></div>
    <input type="checkbox" role="switch" class="switch" id=${n} aria-describedby="${n}-hint" .checked=${c(a)} @change=${e=>o(e.target.checked)} />
  </li>`}var P=1e3;async function F(e,t,n){t.install&&(n(`install`,null),await I(e,t.type,e=>n(`install`,e))),n(`save`,null);let r=await L(e,t);if(!t.start)return r;n(`start`,null);let i={id:r};return await f(e,n=>a(e.http.POST(`/profiles/{id}/start`,{params:{path:i,query:{restart:!0,force:t.force,...n?{confirm:n}:{}}}}))),r}async function I(e,t,n){let r=await a(e.http.POST(`/miners/{type}/install`,{params:{path:{type:t},query:{wait:!1}}}));for(;r.state===`running`;)n(r),await new Promise(e=>setTimeout(e,P)),r=e.store.jobs.get(r.id)??await a(e.http.GET(`/jobs/{id}`,{params:{path:{id:r.id}}}));if(r.state===`failed`)throw new o(503,r.error?.code??`DOWNLOAD_FAILED`,r.error?.message??r.message,r.error?.details)}async function L(e,{type:t,name:n,config:r}){let i={name:n,minerType:t,config:r};try{return(await f(e,t=>a(e.http.POST(`/profiles`,{params:{query:t?{confirm:t}:{}},body:i})))).id}catch(n){if(!(n instanceof o)||n.code!==`PROFILE_ALREADY_EXISTS`)throw n;let s=String(n.details.id),c=await a(e.http.GET(`/profiles/{id}`,{params:{path:{id:s}}}));if(c.minerType!==t||c.config.pool!==r.pool||c.config.wallet!==r.wallet)throw n;return(await f(e,t=>a(e.http.PUT(`/profiles/{id}`,{params:{path:{id:s},query:t?{confirm:t}:{}},body:i})))).id}}var R=4;function z(e){return e.tlsPort?`stratum+ssl://${e.host}:${e.tlsPort}`:e.pool}function B(e,t){let n=e=>{let n=t.get(e.id);return n?n.result===`reachable`?n.connectMs??2**53-1-2:2**53-1:2**53-1-1};return[...e].sort((e,t)=>n(e)-n(t)||e.name.localeCompare(t.name)||e.id.localeCompare(t.id))}async function V(e,t,n){let r=[...t];await Promise.all(Array.from({length:R},async()=>{for(let t=r.shift();t;t=r.shift())try{n(t.id,await a(e.http.POST(`/pools/test`,{body:{pool:z(t)}})))}catch(e){e instanceof o&&(e.status===429||e.status===0||e.status===403)&&(r.length=0)}}))}var H=300;function U(e,t,n){let r=t?.supports,i=e=>r?.fields?.includes(e)||r?.ignored?.includes(e),a=e.worker.trim(),o=e.second.trim(),s=n===null?t?.gpu.find(i):void 0;return{pool:e.pool.trim(),wallet:e.wallet.trim(),...e.coin&&i(`coin`)?{coin:e.coin}:{algo:e.algorithm},...a&&i(`worker`)?{worker:a}:{},...n!==null&&i(`threads`)?{threads:n}:{},...e.hugePages&&i(`hugePages`)?{hugePages:!0}:{},...e.pauseOnBattery&&i(`pauseOnBattery`)?{pauseOnBattery:!0}:{},...e.pauseOnActive&&i(`pauseOnActive`)?{pauseOnActive:H}:{},...o?{pools:[{pool:o}]}:{},...s?{[s]:{enabled:!0}}:{}}}function W(e,n,r){let i=e.text.setup,a=w.indexOf(r),o=w[a+1];return t`<ol class="steps" aria-label=${e.text.common.pages.setup}>
      ${w.map((t,r)=>G(e,n,t,r,a))}
    </ol>
    <div class="narrow-steps">
      <p class="hint">${i.step(a+1,w.length)} · ${o?i.next(i.steps[o]):i.nextStart}</p>
      <div aria-hidden="true">${w.map((e,n)=>t`<span class=${n<=a?`done`:``}></span>`)}</div>
    </div>`}function G(n,r,i,a,o){let s=n.text.setup,c=a<o&&k(i,r.answers),l=t`<span class="count" aria-hidden="true">${c?p(`check`):a+1}</span>
    <span>${s.steps[i]}${c?t`<span class="hint">${K(n,r,i)}</span>`:e}</span>`;return t`<li class=${a===o?`now`:c?`done`:``} aria-current=${a===o?`step`:e}>
    ${c&&!r.busy?t`<button class="ghost" @click=${()=>r.at(i)}>${l}</button>`:t`<span class="still">${l}</span>`}
  </li>`}function K(e,{answers:t,coin:n},i){switch(i){case`coin`:return n?`${n.name} (${n.ticker})`:C(t.algorithm);case`pool`:return t.pool.replace(/^.*:\/\//,``).replace(/:\d+$/,``);case`wallet`:return r(t.wallet.trim());case`hardware`:return e.text.setup.hardware.level[t.level];case`review`:return``}}var oe=8;function q(n,r){let i=n.text.setup.pool,{answers:a,tests:o,measuring:c}=r,l=r.pools(),d=B(l,c?new Map:o),f=d.find(e=>z(e)===a.pool),m=r.allPools?d:d.slice(0,oe);f&&!m.includes(f)&&m.push(f);let h=Math.max(1,...[...o.values()].map(e=>e.connectMs??0)),_=c?void 0:d.find(e=>o.get(e.id)?.result===`reachable`),v=a.pool===``?r.ownPool:!f,y=!c&&l.length>0&&l.every(e=>o.get(e.id)?.result===`unresolved`);return t`<p class="secondary">${l.length?i.text:i.none}</p>
    <div class="panel pools" role="radiogroup" aria-label=${i.title}>
      ${l.length?t`<div class="head" aria-hidden="true"><span></span><span>${i.pool}</span><span>${i.fee}</span><span>${i.answer}</span></div>`:e}
      ${m.map(e=>se(n,e,e===f,o.get(e.id),h,e===_,r))}
      ${m.length<d.length?t`<div class="more"><button class="link" @click=${()=>r.showAllPools()}>${i.more(d.length-m.length)}</button></div>`:e}
      <label class="pool">
        <input type="radio" name="pool" .checked=${v} @change=${()=>r.typeOwnPool()} />
        <span><b>${i.another}</b><span class="hint">${i.anotherHint}</span></span>
      </label>
    </div>
    ${v?t`<div class="own">
          ${s({id:`own-pool`,label:i.address,value:a.pool,placeholder:`pool.example:3333`,fault:r.faults.pool,typed:e=>r.answer({pool:e})})}
          ${r.ownTest?t`<p class="hint ${r.ownTest.result===`reachable`?`ok`:`warn`}" role="status">${r.ownTest.text}</p>`:e}
          ${g(n,n.text.common.verbs.test,()=>void r.testOwn(),{changes:!0})}
        </div>`:e}
    ${l.length?t`<div class="row">
          ${g(n,t`${p(`restart`)}${i.again}`,()=>void r.measureAgain(),{changes:!0,busy:c?i.measuring(o.size,l.length):null})}
          <span class="hint" role="status">${c?e:y?t`<span class="warn">${i.offline}</span>`:i.measured}</span>
        </div>`:e}
    <details ?open=${a.second!==``}>
      <summary>${i.second} ${a.second?t`<span class="tag accent">${a.second.replace(/^.*:\/\//,``)}</span>`:e}</summary>
      ${l.length?u({id:`second`,label:i.secondLabel,value:a.second,choices:[[``,i.noSecond],...d.filter(e=>e!==f).map(e=>[z(e),`${e.name} · ${e.host}`])],chosen:e=>r.answer({second:e})}):s({id:`second`,label:i.secondLabel,value:a.second,placeholder:`pool.example:3333`,typed:e=>r.answer({second:e})})}
    </details>`}function se(n,r,i,a,o,s,c){let l=n.text.setup.pool,u=[r.name,r.region,r.tlsPort?`TLS`:null,r.origin===`yours`?l.yours:null,r.login===`account`?l.account:null],d=r.fee===null?null:n.numbers.decimal(r.fee,+!Number.isInteger(r.fee));return t`<label class="pool ${i?`chosen`:``}">
    <input type="radio" name="pool" .checked=${i} @change=${()=>c.answer({pool:z(r)})} />
    <span><b>${r.host}</b><span class="hint">${u.filter(Boolean).join(` · `)}</span></span>
    <span class="fee">${d===null?h(n):t`${d}\u202f% <span class="hint narrow-only">${l.fee}</span>`}</span>
    <span class="answer">${ce(n,a,o)} ${s?t`<span class="tag ok">${l.fastest}</span>`:e}</span>
  </label>`}function ce(e,n,r){if(!n)return h(e);if(n.result!==`reachable`||n.connectMs===null)return t`<span class="hint" title=${n.text}>${e.text.setup.pool.noAnswer}</span>`;let i=Math.max(2,n.connectMs/r*72);return t`<svg class="measure" viewBox="0 0 72 5" preserveAspectRatio="none" aria-hidden="true">
      <rect width="72" height="5" rx="2.5" fill="var(--c-raised)"></rect>
      <rect width=${i} height="5" rx="2.5" fill="var(--c-quiet)"></rect></svg
    >${e.numbers.ping(Math.round(n.connectMs))}`}var le=new Set([`MINER_NOT_INSTALLED`,`MINER_ALREADY_RUNNING`]),J=new Set([`POOL_UNREACHABLE`,`INSUFFICIENT_RESOURCES`]);function ue(n,i){let a=n.text.setup.review,{answers:o,coin:c,program:l,check:d}=i,f=b(o.algorithm,i.choices.types),p=[i.usesCpu?n.text.setup.hardware.threads(M(n,i,o.level)):null,o.hugePages?a.hugePagesOn:null];return t`<p class="secondary">${i.stage?e:a.text}</p>
    <dl class="panel review">
      ${Y(n,i,n.text.setup.steps.coin,`coin`,[c?`${c.name} (${c.ticker})`:null,C(o.algorithm)].filter(Boolean).join(`, `))}
      ${Y(n,i,n.text.setup.steps.pool,`pool`,t`${o.pool.replace(/^stratum\+(ssl|tcp):\/\//,``)}${/\+ssl|^ssl/.test(o.pool)?`, TLS`:e}
        ${o.second?t`<div class="hint">${a.then(o.second.replace(/^stratum\+(ssl|tcp):\/\//,``))}</div>`:e}`)}
      ${Y(n,i,n.text.setup.steps.wallet,`wallet`,t`<span class="mono">${r(o.wallet.trim())}</span>`)}
      ${o.worker?Y(n,i,a.machine,`wallet`,o.worker):e}
      ${Y(n,i,n.text.setup.steps.hardware,`hardware`,p.filter(Boolean).join(`, `))}
    </dl>
    <div class="fields">
      ${u({id:`program`,label:a.program,value:l?.type??``,choices:f.map(e=>[e.type,e.simulated?a.pretends(e.title):e.installed?`${e.title} ${e.installedVersion??``}`:a.toInstall(e.title)]),chosen:e=>i.answer({program:e})})}
      ${s({id:`profile-name`,label:a.name,value:i.name,fault:i.faults.name,typed:e=>i.answer({name:e})})}
    </div>
    ${d?de(n,i):t`<p class="secondary" role="status">${i.checkIssue?t`<span class="err">${m(`failed`)} ${i.checkIssue}</span>`:a.checking}</p>`}
    ${fe(n,i)} ${i.failure?pe(n,i):e} ${l&&!l.installed?me(n,i):e}`}function Y(e,n,r,i,a){let{change:o}=e.text.setup.review;return t`<div>
    <dt>${r}</dt>
    <dd>${a}</dd>
    <dd><button class="link" aria-label="${o}: ${r}" ?disabled=${n.busy} @click=${()=>n.at(i)}>${o}</button></dd>
  </div>`}function X(e){let t=(e.check?.errors??[]).filter(t=>!le.has(t.code)||t.code===`MINER_NOT_INSTALLED`&&!e.program?.installable);return{hard:t.filter(e=>!J.has(e.code)),soft:t.filter(e=>J.has(e.code))}}function de(n,r){let i=n.text.setup.review,{check:a,program:o}=r,s=a?.download,c=r.needsInstall?i.installAndStart:i.startNow,{hard:l,soft:u}=X(r),d=i.proof[s?.verification]??i.proof.other;return t`<section class="happens">
      <h2>${i.press(c)}</h2>
      <ol>
        ${r.needsInstall?t`<li><span>${i.download(o?.title??``)}${s?.version?`, ${i.version(s.version)},`:``} ${d}</span></li>`:e}
        ${o?.simulated?e:a?.pools.map(e=>t`<li><span>${i.login(e.pool,e.login)}${e.tls?` (TLS)`:``}</span></li>`)}
        <li><span>${i.save(r.name)} ${o?.simulated?i.pretend:i.start}</span></li>
      </ol>
    </section>
    ${l.length?t`<div class="panel told" role="alert">
          <h2>${m(`failed`)} ${i.faults}</h2>
          ${l.map(n=>t`<p>${n.field?t`<b>${n.field}</b>: `:e}${n.message}</p>`)}
        </div>`:e}
    ${u.length?t`<div class="panel told">
          ${u.map(e=>t`<p>${m(`degraded`)} ${e.message}</p>`)}
          <label class="choice"><input type="checkbox" .checked=${r.anyway} @change=${e=>r.goAnyway(e.target.checked)} />${i.anyway}</label>
        </div>`:e}
    <div class="panel told">
      ${a?.warnings.map(e=>t`<p class="hint">${m(`degraded`)} ${e}</p>`)}
      <p class="hint">
        ${m(`hint`)} ${o&&x(o)?i.devFee(o.title,o.devFee):e} ${i.takesNothing} ${r.needsInstall?i.scanner:e}
      </p>
    </div>`}function fe(n,r){let i=n.text.setup.review;if(!r.stage)return e;let a=r.job?.progress,o=[i.stage[r.stage],a?i.job[a.stage]??a.stage:null,a?.bytes?n.numbers.bytes(a.bytes)+(a.total?` / ${n.numbers.bytes(a.total)}`:``):null];return t`<div class="panel told" role="status">
    <p><b>${o.filter(Boolean).join(` · `)}</b></p>
    ${a?.total?t`<progress max=${a.total} .value=${a.bytes??0} aria-label=${i.stage.install}></progress>`:e}
  </div>`}function pe(e,n){let r=e.text.setup.review,{stage:i,text:a}=n.failure;return t`<div class="panel told" role="alert">
    <h2>${m(`failed`)} ${r.failed[i]}</h2>
    <p>${a}</p>
    <p class="hint">${r.nothingChanged}</p>
  </div>`}function me(e,n){let r=e.text.setup.review,i=n.program?.type??`xmrig`;return t`<details class="offline" ?open=${n.failure?.stage===`install`}>
    <summary>${r.noInternet}</summary>
    <p class="hint">${r.register}</p>
    <code>miner-ctrl register ${i} /path/to/${i}</code>
    <p class="hint">${r.file}</p>
    <code>miner-ctrl install ${i} --file /path/to/archive</code>
    <p class="hint">${r.demo}</p>
    <code>miner-ctrl demo</code>
    <p class="hint">${e.text.setup.coin.tryText}</p>
    <button @click=${()=>void n.tryOut()} ?disabled=${n.busy}>${e.text.setup.coin.tryOut}</button>
  </details>`}var he=n`
  .setup-header .brand {
    padding: 0;
    justify-content: flex-start;
  }
  .content.setup {
    grid-template-columns: 216px minmax(0, 720px);
    gap: 60px;
    justify-content: center;
    padding-top: 48px;
    max-width: none;
  }
  .setup .step {
    display: grid;
    gap: 20px;
    min-width: 0;
    align-content: start;
  }
  .setup .step > * {
    min-width: 0;
  }
  .setup h1 {
    font-size: 1.5rem;
    line-height: 1.3333;
    letter-spacing: -0.015em;
    outline: none;
  }
  .setup h1 + p {
    margin-top: -12px;
  }
  .setup .step > footer {
    display: flex;
    gap: 12px;
    align-items: center;
    border-top: 1px solid var(--c-line);
    padding-top: 20px;
  }
  .setup .step > footer button {
    min-height: 40px;
    padding: 4px 16px;
    font-size: 0.875rem;
  }
  .setup summary {
    cursor: pointer;
    min-height: 32px;
    padding: 6px 0;
  }
  .setup .card > .grow {
    flex: 1 1 0;
  }
  .setup .hint.nowrap {
    flex-wrap: nowrap;
    align-items: baseline;
  }

  /* steps */
  .setup .steps {
    display: grid;
    gap: 8px;
    align-content: start;
  }
  .setup .steps .still, .setup .steps button {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    justify-content: flex-start;
    text-align: left;
    width: 100%;
    padding: 6px 4px;
    font-size: 0.875rem;
    font-weight: 500;
    color: var(--c-text-3);
  }
  .setup .steps .hint {
    display: block;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .setup .steps .now .still, .setup .steps .done button {
    color: var(--c-text);
  }
  .setup .count {
    flex: none;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    border: 1px solid var(--c-ctrl);
    display: grid;
    place-items: center;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .setup .now .count {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
    color: #fff;
  }
  .setup .done .count {
    border-color: var(--c-accent);
    color: var(--c-accent);
  }
  .setup .narrow-steps {
    display: none;
  }

  /* cards to choose from */
  .setup .cards {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 216px), 1fr));
  }
  .setup .card {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: flex-start;
    align-content: flex-start;
    padding: 14px;
    border: 1px solid var(--c-ctrl);
    border-radius: 10px;
    background: var(--c-surface);
    cursor: pointer;
  }
  .setup .card .hint {
    display: block;
  }
  .setup .card .about, .setup .card .fits, .setup .card > .hint {
    flex: 1 0 100%;
    font-size: 0.8125rem;
    color: var(--c-text-2);
  }
  .setup .card .fits.ok {
    color: var(--c-ok);
  }
  .setup .card:has(input:checked) {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 1px var(--c-accent);
    background: var(--c-accent-tint);
  }
  .setup .card:has(input:checked) .hint, .setup .pool.chosen .hint {
    color: var(--c-text-2);
  }
  .setup .card:has(input:focus-visible) {
    outline: 2px solid var(--c-focus);
    outline-offset: 2px;
  }
  .setup .card.not {
    border-style: dashed;
    border-color: var(--c-line-2);
    background: none;
    cursor: default;
    color: var(--c-text-2);
  }
  .setup .sign {
    flex: none;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--c-raised);
    border: 1px solid var(--c-line-2);
    font-size: 0.6875rem;
    font-weight: 600;
    color: var(--c-text-2);
  }
  .setup .try, .setup .never, .setup .told {
    display: flex;
    gap: 12px;
    align-items: center;
    flex-wrap: wrap;
    padding: 14px 16px;
  }
  .setup .try .grow, .setup .never > div {
    flex: 1 1 260px;
  }
  .setup .never {
    align-items: flex-start;
  }
  .setup .told {
    display: grid;
  }
  .setup .short {
    max-width: 320px;
  }

  /* pools */
  .setup .pools > * {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) 72px 200px;
    gap: 4px 12px;
    align-items: center;
    padding: 10px 16px;
    border-top: 1px solid var(--c-line);
  }
  .setup .pools > :first-child {
    border-top: 0;
  }
  .setup .pools .head {
    color: var(--c-text-2);
    font-size: 0.8125rem;
  }
  .setup .pools .more {
    display: block;
  }
  .setup .pool {
    cursor: pointer;
  }
  .setup .pool b {
    overflow-wrap: anywhere;
  }
  .setup .pool .hint {
    display: block;
  }
  .setup .pool.chosen {
    background: var(--c-accent-tint);
  }
  .setup .pool .fee {
    white-space: nowrap;
  }
  .setup .pool .narrow-only {
    display: none;
  }
  .setup .answer {
    display: flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .setup .measure {
    width: 72px;
    height: 5px;
    flex: none;
  }
  .setup .own {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .setup .own .field {
    width: 100%;
  }

  /* hardware, review */
  .setup .hardware li {
    align-items: center;
  }
  .setup .hardware > :first-child {
    border-top: 0;
  }
  .setup .review > div {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr) auto;
    gap: 12px;
    padding: 12px 16px;
    border-top: 1px solid var(--c-line);
    align-items: baseline;
  }
  .setup .review > div:first-child {
    border-top: 0;
  }
  .setup .review dt {
    color: var(--c-text-2);
  }
  .setup .review dd {
    overflow-wrap: anywhere;
  }
  .setup .happens ol {
    counter-reset: step;
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .setup .happens li {
    counter-increment: step;
    display: flex;
    gap: 10px;
    color: var(--c-text-2);
    overflow-wrap: anywhere;
  }
  .setup .happens li span {
    min-width: 0;
  }
  .setup .happens li::before {
    content: counter(step);
    flex: none;
    width: 18px;
    height: 18px;
    border: 1px solid var(--c-ctrl);
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 0.6875rem;
    font-weight: 600;
  }
  .setup progress {
    width: 100%;
    accent-color: var(--c-accent-solid);
  }
  .setup .offline code {
    display: inline-block;
    margin: 4px 0 8px;
  }

  @container dashboard (max-width: 1023.9px) {
    .content.setup {
      grid-template-columns: minmax(0, 720px);
      gap: 20px;
      padding-top: 20px;
    }
    .setup .steps {
      display: none;
    }
    .setup .narrow-steps {
      display: grid;
      gap: 10px;
    }
    .setup .narrow-steps div {
      display: grid;
      grid-auto-flow: column;
      gap: 6px;
    }
    .setup .narrow-steps span {
      height: 4px;
      border-radius: 2px;
      background: var(--c-line-2);
    }
    .setup .narrow-steps span.done {
      background: var(--c-accent);
    }
  }
  @container dashboard (max-width: 719.9px) {
    .setup summary {
      min-height: 40px;
      padding: 10px 0;
    }
    .setup-header .brand span, .setup-header .wide {
      display: none;
    }
    .content.setup {
      padding-bottom: 0;
    }
    .setup .step > footer {
      position: sticky;
      bottom: 0;
      margin: 0 -16px;
      padding: 12px 16px;
      background: var(--c-surface);
      z-index: 5;
      flex-wrap: wrap;
    }
    .setup .step > footer .grow {
      display: none;
    }
    .setup .step > footer .primary {
      flex: 1 1 auto;
      min-height: 48px;
    }
    .setup .pools .head {
      display: none;
    }
    .setup .pools > .pool {
      grid-template-columns: 24px minmax(0, 1fr) auto;
    }
    .setup .pool .answer {
      grid-column: 2 / -1;
    }
    .setup .pool .measure {
      flex: 1 1 auto;
    }
    .setup .pool .narrow-only {
      display: inline;
    }
    .setup .review > div {
      grid-template-columns: 88px minmax(0, 1fr) auto;
    }
  }
`;function Z(e,n){let r=e.text.setup.wallet,{answers:i,coin:a}=n;return t`<p class="secondary">${a?r.text(a.name):r.plain}</p>
    <mining-wallet-field
      .app=${e}
      .label=${a?r.label(a.name):r.plainLabel}
      .value=${i.wallet}
      .coin=${i.coin}
      .coinName=${a?.name??``}
      .pool=${i.pool}
      .fault=${n.faults.wallet}
      @wallet-typed=${e=>n.answer({wallet:e.detail})}
      @wallet-verdict=${e=>n.judged(e.detail)}
    ></mining-wallet-field>
    <div class="panel never">
      ${m(`hint`)}
      <div><h2>${r.never}</h2><p class="hint">${r.neverText}</p></div>
    </div>
    <div class="short">
      ${s({id:`worker`,label:r.worker,value:i.worker,hint:r.workerHint,fault:n.faults.worker,typed:e=>n.answer({worker:e})})}
    </div>`}var Q=`mining-setup-page`,ge={coin:ne,pool:q,wallet:Z,hardware:j,review:ue},_e=class extends i{constructor(...e){super(...e),this.answers={...E},this.choices={types:[],coins:[],pools:[]},this.faults={},this.busy=!1,this.tests=new Map,this.measuring=!1,this.allPools=!1,this.ownPool=!1,this.ownTest=null,this.check=null,this.checkIssue=null,this.anyway=!1,this.stage=null,this.job=null,this.failure=null,this.#e=null,this.#t=null,this.#n=``,this.#r=``,this.#i=!1}static{this.sheet=he}#e;#t;#n;#r;#i;connectedCallback(){super.connectedCallback(),this.answers=D($()),l(this.app).then(e=>{this.choices=e,this.#i=!0,k(`coin`,this.answers)||this.#a(),this.requestUpdate()})}#a(){let{info:e}=this.app.store,t=v(this.choices.coins,this.choices.types,{cpus:e?.cpus??1,gpus:e?.gpus?.length??0})[0];t&&y(t)&&(this.answers={...this.answers,coin:t.coin.ticker,algorithm:t.algorithm})}get coin(){return this.choices.coins.find(e=>e.ticker===this.answers.coin)}get program(){let e=b(this.answers.algorithm,this.choices.types);return e.find(e=>e.type===this.answers.program)??e[0]}get usesCpu(){let{program:e}=this;return!e||e.cpu&&!e.supports?.gpuAlgorithms?.includes(this.answers.algorithm)}get needsInstall(){return this.program!==void 0&&!this.program.installed}get name(){let{coin:e,algorithm:t,name:n}=this.answers,r=this.program?.simulated?`simulated`:this.usesCpu?`cpu`:`gpu`;return n||`${(e||t).toLowerCase().replace(/[^a-z0-9]+/g,`-`)}-${r}`}pools(){let{coin:e}=this.answers;return this.choices.pools.filter(t=>e?t.coin===e||t.origin===`yours`&&t.coin===null:t.origin===`yours`)}get#o(){return te(this.app.place.rest[0],this.answers)}#s(){let{answers:e,program:t,usesCpu:n}=this;return U(e,t,n?M(this.app,this,e.level):null)}answer(e){`pool`in e&&(this.ownTest=null),(`algorithm`in e||`coin`in e)&&Object.assign(e,{program:``,name:``,...e}),this.answers={...this.answers,...e};for(let t of Object.keys(e))delete this.faults[t];this.failure=null,O($(),this.answers),this.requestUpdate()}judged(e){this.#e=e,this.requestUpdate()}at(e){this.app.go(`setup/${e}`)}showAllPools(){this.allPools=!0,this.requestUpdate()}typeOwnPool(){this.ownPool=!0,this.answer({pool:``}),this.updateComplete.then(()=>this.querySelector(`#own-pool`)?.focus())}goAnyway(e){this.anyway=e,this.requestUpdate()}async testOwn(){let e=this.answers.pool.trim();if(e){try{this.ownTest=await a(this.app.http.POST(`/pools/test`,{body:{pool:e}}))}catch(e){this.faults={...this.faults,pool:this.app.explain(e)}}this.requestUpdate()}}async measureAgain(){this.measuring||(this.tests=new Map,this.measuring=!0,this.requestUpdate(),await V(this.app,this.pools(),(e,t)=>{this.tests=new Map(this.tests).set(e,t),this.requestUpdate()}),this.measuring=!1,this.requestUpdate())}async tryOut(){this.busy=!0,this.requestUpdate(),await ee(this.app),this.busy=!1,this.requestUpdate()}async#c(e){let{app:t,name:n,program:r}=this;if(this.busy||!r)return;let i=t.text.setup.review,a={type:r.type,name:n,config:this.#s(),install:e&&this.needsInstall,start:e,force:this.anyway};this.busy=!0,this.failure=null;try{let o={action:e?`setup.start`:`profile.save`,targets:[n],quiet:!0,done:e?r.simulated?t.text.setup.coin.trying:i.started(n):i.saved(n)},s=await t.act(o,()=>F(t,a,(e,t)=>{Object.assign(this,{stage:e,job:t}),this.requestUpdate()}));if(!s)return;O($(),null),t.go(e?`overview`:`profiles/${s}`)}catch(e){e instanceof o&&(this.faults={...d(t,e.fields),...e.code===`PROFILE_ALREADY_EXISTS`?{name:t.explain(e)}:{}}),this.failure={stage:this.stage??`save`,text:t.explain(e)},this.failure.stage!==`install`&&l(t).then(e=>this.choices=e)}finally{Object.assign(this,{busy:!1,stage:null,job:null}),this.requestUpdate()}}willUpdate(){if(!this.#i)return;let e=this.#o;if(e===`pool`&&this.#n!==this.answers.coin&&(this.#n=this.answers.coin,this.pools().length&&!this.app.locked&&this.measureAgain()),e===`review`&&this.program&&!this.busy){let e=JSON.stringify([this.program.type,this.#s()]);e!==this.#r&&(this.#r=e,this.#l(e,this.program.type))}}async#l(e,t){Object.assign(this,{check:null,checkIssue:null,anyway:!1});try{let n={path:{type:t},query:{name:`setup-review`}},r=await a(this.app.http.POST(`/miners/{type}/check`,{params:n,body:this.#s()}));e===this.#r&&(this.check=r)}catch(t){e===this.#r&&(this.checkIssue=this.app.explain(t))}this.requestUpdate()}render(){let{app:e}=this,n=e.text.setup,r=this.#o,i=w.indexOf(r);return t`<header class="page-header setup-header" part="header">
        <span class="brand">${p(`brand`)}<span>${e.text.common.brand}</span></span>
        <span class="grow"></span>
        <span class="hint wide">${n.kept}</span>
        <button class="ghost" @click=${()=>e.go(`overview`)}>${p(`close`)}${n.close}</button>
      </header>
      <div class="content setup">
        ${W(e,this,r)}
        <section class="step" @keydown=${e=>this.#p(e,r)}>
          <h1 tabindex="-1">${n[r].title}</h1>
          ${this.#i?ge[r](e,this):t`<div class="skeleton">&nbsp;</div>`}
          <footer>${this.#u(r,i)}</footer>
        </section>
      </div>`}#u(n,r){let{app:i}=this,{common:a,setup:o}=i.text,s=r?t`<button type="button" ?disabled=${this.busy} @click=${()=>this.at(w[r-1])}>${a.verbs.back}</button>`:e;if(n!==`review`)return t`${s}<span class="grow"></span><button class="primary" ?disabled=${!this.#d(n)} @click=${()=>this.#f(n)}>${a.verbs.continue}</button>`;let{hard:c,soft:l}=X(this),u=this.check!==null&&!c.length&&(!l.length||this.anyway),d=this.needsInstall?o.review.installAndStart:o.review.startNow;return i.locked?t`${s}`:t`${s}<span class="grow"></span>
      ${g(i,o.review.saveOnly,()=>void this.#c(!1),{changes:!0,classes:`ghost`})}
      ${u||this.busy?g(i,d,()=>void this.#c(!0),{changes:!0,classes:`primary`,busy:this.busy?`${o.review.stage[this.stage??`start`]}…`:null}):t`<button type="button" class="primary" disabled>${d}</button>`}`}#d(e){return k(e,this.answers)?e!==`wallet`||this.#e===null||this.#e.valid:!1}#f(e){this.#d(e)&&this.at(w[w.indexOf(e)+1])}#p(e,t){e.key===`Enter`&&t!==`review`&&e.target instanceof HTMLInputElement&&(e.preventDefault(),this.#f(t))}updated(){let e=this.#o;this.#i&&this.#t!==null&&this.#t!==e&&this.querySelector(`h1`)?.focus(),this.#i&&(this.#t=e)}};function $(){try{return localStorage}catch{return{getItem:()=>null,setItem:()=>void 0,removeItem:()=>void 0}}}customElements.define(Q,_e);export{Q as TAG};