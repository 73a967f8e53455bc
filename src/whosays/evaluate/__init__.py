"""Gold -> figures: each part measured on rows that are hidden from the engine, and held to floors."""
