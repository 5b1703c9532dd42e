import{a as e,i as t,n}from"./lit-B4EAelNx.js";import{c as r,i,l as a,r as o,s}from"./directive-helpers-D55ntDjB.js";import{t as c}from"./client-DmZ2ZvJT.js";import{r as l}from"./numbers-Dndbh051.js";var u=e=>e??n,d=s(class extends r{constructor(e){if(super(e),e.type!==a.PROPERTY&&e.type!==a.ATTRIBUTE&&e.type!==a.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!i(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[r]){if(r===t||r===n)return r;let i=e.element,s=e.name;if(e.type===a.PROPERTY){if(r===i[s])return t}else if(e.type===a.BOOLEAN_ATTRIBUTE){if(!!r===i.hasAttribute(s))return t}else if(e.type===a.ATTRIBUTE&&i.getAttribute(s)===r+``)return t;return o(e),r}}),f=new Map;function p(e){return e instanceof c?new Map(e.fields.map(({field:e,issue:t})=>[e.replace(/\[\d+\]$/,``),t])):f}function m({id:e,hint:t,fault:n}){let r=[n?`${e}-fault`:``,t?`${e}-hint`:``].filter(Boolean).join(` `);return{invalid:n?`true`:void 0,by:r||void 0}}function h(t,r){let{id:i,label:a,hint:o,fault:s}=t;return e`<div class="field">
    <label class="name" for=${i}>${a}</label>
    ${r}
    ${s?e`<p class="hint err fault" id="${i}-fault">${l(`failed`)} ${s}</p>`:n}
    ${o?e`<div class="hint" id="${i}-hint">${o}</div>`:n}
  </div>`}function g(t){let{invalid:n,by:r}=m(t);return h(t,e`<input
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
    />`)}function _(t){let{invalid:n,by:r}=m(t);return h(t,e`<select
      id=${t.id}
      ?disabled=${t.disabled}
      aria-invalid=${u(n)}
      aria-describedby=${u(r)}
      @change=${e=>t.chosen(e.target.value)}
    >
      ${t.choices.map(([n,r])=>e`<option value=${n} ?selected=${n===t.value}>${r}</option>`)}
    </select>`)}function v(t){let{by:r}=m(t);return e`<div class="field">
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
    ${t.hint?e`<div class="hint" id="${t.id}-hint">${t.hint}</div>`:n}
  </div>`}export{_ as a,d as c,h as i,u as l,m as n,v as o,p as r,g as s,f as t};