"""Claims -> propositions and documents -> origins: what is the same claim, the same event, the same report."""
