"""Speed, stage by stage: ``make bench``. Figures are printed, never tested: machines differ."""
