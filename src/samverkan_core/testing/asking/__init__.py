"""Questions about authority, each drawn with a document in which something decides it."""
