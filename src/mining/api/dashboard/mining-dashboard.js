// Stands in for the dashboard's bundle: a link to the API's own pages.
class MiningDashboard extends HTMLElement {
  connectedCallback() {
    const link = document.createElement('a');
    link.href = `${this.getAttribute('api-base-url')}/swagger/index.html`;
    link.textContent = 'The API of this rig';
    this.replaceChildren(link);
  }
}
customElements.define('mining-dashboard', MiningDashboard);
