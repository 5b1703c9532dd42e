"""The sentences of the API in English, by code; German ones of the same codes stand in dashboard/src/text/de."""
