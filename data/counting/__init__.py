"""The counting rules of the contract: each once, in SQL, from one selection of records."""
