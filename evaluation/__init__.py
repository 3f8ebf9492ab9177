"""Measures every stage on labelled data, through the product's own steps; not part of the installed package."""
