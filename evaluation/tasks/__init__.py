"""One module a task; each has a `TASK`, which is how it is found."""
