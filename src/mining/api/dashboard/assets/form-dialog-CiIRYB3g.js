import{a as e,n as t,r as n}from"./lit-B4EAelNx.js";import{r,t as i}from"./field-BebpK9Ie.js";var a=0;function o(o,s,c){let l=document.createElement(`dialog`),u=`form-${++a}`;l.setAttribute(`aria-labelledby`,u);let d=i,f=``,p=!1,m=c.values,h=e=>{let t=t=>{m={...m,[e]:t},_()};return{id:`${u}-${e}`,value:m[e]??``,fault:d.get(e),typed:t,chosen:t}},g=async e=>{if(e.preventDefault(),!p){p=!0,d=i,f=``,_();try{await c.send(Object.fromEntries(Object.entries(m).map(([e,t])=>[e,t.trim()]))),l.close()}catch(e){d=r(o,e),f=d.size?``:o.explain(e)}finally{p=!1}_(),l.querySelector(`[aria-invalid=true]`)?.focus()}},_=()=>{n(e`<form @submit=${g}>
        <h2 id=${u}>${c.title}</h2>
        ${c.fields(h)}
        ${f?e`<p class="err" role="alert">${f}</p>`:t}
        <div class="row end">
          <button type="button" @click=${()=>l.close()}>${o.text.vocabulary.verbs.cancel}</button>
          <button class="primary" aria-disabled=${p?`true`:t}>${c.verb}</button>
        </div>
      </form>`,l)};return _(),new Promise(e=>{l.addEventListener(`cancel`,e=>{m!==c.values&&e.preventDefault()}),l.addEventListener(`close`,()=>{l.remove(),e()}),s.appendChild(l),l.showModal()})}export{o as t};