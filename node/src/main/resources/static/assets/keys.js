// Single-letter keys.
