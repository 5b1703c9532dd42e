const BASE_URL = 'http://localhost:8080/api/v1/mining';
async function startMiner(config) {
  const response = await fetch(`${BASE_URL}/miners/xmrig`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(config)
  });
  return response.json();
}
async function getMiners() {
  const response = await fetch(`${BASE_URL}/miners`);
  return response.json();
}
