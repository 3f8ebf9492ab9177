"""One file a kind of divergence: each looks at two claims that may be about one thing, and says where they part."""
