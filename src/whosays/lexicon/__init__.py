"""What the engine knows of words and of the world: data files with a schema, examples and counter-examples."""
