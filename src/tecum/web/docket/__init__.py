"""The docket in the database: entries append-only, projections that can be rebuilt."""
