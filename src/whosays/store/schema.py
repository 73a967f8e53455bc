"""The tables of a case as queries know them. How they are made is in ``migrations``, one folder a database."""

from __future__ import annotations

from sqlalchemy import TableClause, column, table


def _table(name: str, columns: str) -> TableClause:
    return table(name, *(column(c) for c in columns.split()))


REVISIONS = _table("revisions", "number")
RUNS = _table("runs", "number version model options started ended documents failed")
DOCUMENTS = _table(
    "documents",
    "number id key title publisher published dated url language article version sha256 characters claims run",
)
TEXTS = _table("texts", "document text")
ISSUES = _table("issues", "document ordinal issue")
PARTIES = _table("parties", "number name code kind text")
PLACES = _table("places", "number name country adm1 lat lon precision geonameid")
CLAIMS = _table(
    "claims",
    "number id document ordinal sentence text source stance certainty polarity event_type event_mode event_status"
    " event_trigger actor recipient place time_start time_end time_precision reported",
)
RELAYS = _table("relays", "claim ordinal party")
COUNTS = _table("counts", "claim ordinal figure text low best high unit approximate counted kinds part_of side")
RECORDS = _table("records", "claim json")
FEATURES = _table("features", "claim vector")
BLOCKS = _table("blocks", "block claim ordinal")
LINKS = _table("links", "left_claim right_claim score parts")
SIGNATURES = _table("signatures", "document minhash")
BANDS = _table("bands", "band document ordinal")
NEAR_COPIES = _table("near_copies", "left_document right_document share")
DECISIONS = _table("decisions", "number hash previous made who verdict subject other field value why seal salt")
TOMBSTONES = _table("tombstones", "number document sha256 article version published removed who why")
