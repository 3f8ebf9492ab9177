"""The nouns: values that every stage reads and writes. It imports nothing of ours but the errors."""
