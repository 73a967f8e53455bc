"""How the shipped tagger is made, from data to ONNX. Not part of the package: needs torch (see README.md)."""
