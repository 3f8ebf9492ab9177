"""Speed, memory and growth."""
