"""Word classes by name, each a bit of `Word.tags`, and those asked for together: of noun phrases, of verb groups, between them."""
