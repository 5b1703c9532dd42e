# Get miners
curl http://localhost:8080/api/v1/mining/miners
# Get stats
curl http://localhost:8080/api/v1/mining/miners/xmrig/stats
