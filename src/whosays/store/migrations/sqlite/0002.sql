-- What nothing was ever written to: the text stands for itself, and documents.sha256 for the bytes that it was read from.
ALTER TABLE texts DROP COLUMN source;
ALTER TABLE texts DROP COLUMN mapping;
