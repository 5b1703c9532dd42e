"""Whom a share pays: address forms, checksums, coins, logins, and the table of pools."""
