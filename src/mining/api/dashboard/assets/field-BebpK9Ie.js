import{a as e,i as t,n}from"./lit-B4EAelNx.js";import{n as r,r as i,t as a}from"./directive-BSZPiF1A.js";import{i as o,r as s}from"./directive-helpers-p1dZycvY.js";import{t as c}from"./client-CPk1CF5s.js";import{r as l}from"./numbers-3bZ_9uze.js";var u=e=>e??n,d=a(class extends r{constructor(e){if(super(e),e.type!==i.PROPERTY&&e.type!==i.ATTRIBUTE&&e.type!==i.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!o(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[r]){if(r===t||r===n)return r;let a=e.element,o=e.name;if(e.type===i.PROPERTY){if(r===a[o])return t}else if(e.type===i.BOOLEAN_ATTRIBUTE){if(!!r===a.hasAttribute(o))return t}else if(e.type===i.ATTRIBUTE&&a.getAttribute(o)===r+``)return t;return s(e),r}}),f=new Map;function p(e,t){return t instanceof c?new Map(t.fields.map(({field:t,issue:n,wording:r})=>[t.replace(/\[\d+\]$/,``),e.say({text:n,...r})])):f}function m({id:e,hint:t,fault:n}){let r=[n?`${e}-fault`:``,t?`${e}-hint`:``].filter(Boolean).join(` `);return{invalid:n?`true`:void 0,by:r||void 0}}function h({id:t,hint:r,way:i}){return!r&&(!i||i===n)?n:e`<div class="hint"><span id="${t}-hint">${r}</span> ${i}</div>`}function g(t,r){let{id:i,label:a,fault:o}=t;return e`<div class="field">
    <label class="name" for=${i}>${a}</label>
    ${r}
    ${o?e`<p class="hint err fault" id="${i}-fault">${l(`failed`)} ${o}</p>`:n}
    ${h(t)}
  </div>`}function _(t){let{invalid:n,by:r}=m(t);return g(t,e`<input
      id=${t.id}
      type=${t.type??`text`}
      .value=${d(t.value)}
      placeholder=${t.placeholder??``}
      list=${u(t.list)}
      min=${u(t.least)}
      max=${u(t.most)}
      step=${u(t.step)}
      inputmode=${u(t.keyboard)}
      ?readonly=${t.readonly}
      autocomplete=${t.type===`password`?`new-password`:`off`}
      spellcheck="false"
      aria-invalid=${u(n)}
      aria-describedby=${u(r)}
      @input=${e=>t.typed(e.target.value)}
    />`)}function v(t){let{invalid:n,by:r}=m(t);return g(t,e`<select
      id=${t.id}
      ?disabled=${t.disabled}
      aria-invalid=${u(n)}
      aria-describedby=${u(r)}
      @change=${e=>t.chosen(e.target.value)}
    >
      ${t.choices.map(([n,r])=>e`<option value=${n} ?selected=${n===t.value}>${r}</option>`)}
    </select>`)}function y(t){let{by:r}=m(t);return e`<div class="field">
    <label class="choice"
      ><input
        type="checkbox"
        role="switch"
        class="switch"
        id=${t.id}
        ?disabled=${t.disabled}
        .checked=${d(t.on)}
        aria-describedby=${u(r)}
        @change=${e=>t.switched(e.target.checked)}
      />${t.label}</label
    >
    ${t.fault?e`<p class="hint err fault" id="${t.id}-fault">${l(`failed`)} ${t.fault}</p>`:n}
    ${h(t)}
  </div>`}export{v as a,d as c,g as i,u as l,m as n,y as o,p as r,_ as s,f as t};