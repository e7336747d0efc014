"""Engines: what may revise the voices that the rules found."""
