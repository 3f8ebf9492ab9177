"""The command `variorum`: reads what a user typed, hands it to the pipeline, writes what comes back."""
