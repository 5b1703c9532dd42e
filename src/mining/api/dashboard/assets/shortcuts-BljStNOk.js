import{a as e,c as t,r as n}from"./lit-B4EAelNx.js";import{t as r}from"./adopt-B4MJID6V.js";import{t as i}from"./hotkeys-BvGfkK3h.js";function a(t,a){if(a.querySelector(`dialog[open]`))return;r(a,o);let s=t.text.search.shortcuts,{pages:c}=t.text.vocabulary,l=t=>e`<kbd>${t}</kbd>`,u=[[s.groups.anywhere,[[e`${l(`Ctrl`)} ${l(`K`)} / ${l(`⌘`)} ${l(`K`)}`,s.search],[l(`?`),s.help],[l(`/`),s.filter],[e`${l(`[`)} ${l(`]`)}`,s.range],[l(`Esc`),s.close]]],[s.groups.pages,Object.entries(i).map(([t,n])=>[e`${l(`G`)} ${s.then} ${l(t.toUpperCase())}`,c[n]])],[s.groups.lists,[[e`${l(`←`)} ${l(`→`)}`,s.point],[e`${l(`Home`)} ${l(`End`)}`,s.ends]]],[s.groups.editing,[[e`${l(`↑`)} ${l(`↓`)}`,s.history],[e`${l(`Alt`)} ${l(`↑`)} ${l(`↓`)}`,s.movePool],[e`${l(`Ctrl`)} ${l(`S`)}`,s.save],[e`${l(`Ctrl`)} ${l(`Enter`)}`,s.saveRestart]]]],d=document.createElement(`dialog`);d.className=`shortcuts`,d.setAttribute(`aria-labelledby`,`shortcuts-title`),n(e`<form method="dialog">
      <h2 id="shortcuts-title">${s.title}</h2>
      <p class="secondary">${s.where}</p>
      <label class="choice"
        ><input type="checkbox" role="switch" class="switch" ?checked=${t.preferences.hotkeys} @change=${e=>t.prefer({hotkeys:e.target.checked})} />${s.on}</label
      >
      ${u.map(([t,n])=>e`<section>
          <h3>${t}</h3>
          <dl>
            ${n.map(([t,n])=>e`<div><dt>${t}</dt><dd>${n}</dd></div>`)}
          </dl>
        </section>`)}
      <div class="row end"><button autofocus>${t.text.vocabulary.verbs.close}</button></div>
    </form>`,d),d.addEventListener(`close`,()=>d.remove()),a.append(d),d.showModal()}var o=t`
  .shortcuts dl {
    display: grid;
    gap: 2px 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  .shortcuts dl > div {
    display: flex;
    gap: 12px;
    align-items: baseline;
    min-height: 28px;
  }
  .shortcuts dt {
    flex: none;
    min-width: 110px;
  }
  .shortcuts kbd {
    font: inherit;
    font-size: 0.75rem;
    border: 1px solid var(--c-line-2);
    border-radius: 4px;
    padding: 1px 6px;
    background: var(--c-raised);
  }
`;export{a as showShortcuts};