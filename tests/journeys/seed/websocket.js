const ws = new WebSocket('ws://localhost:8080/api/v1/mining/ws');
ws.onmessage = (event) => {
  const data = JSON.parse(event.data);
  console.log('Update:', data);
};
