"""A letterbox on this machine that catches mail and messages, shows them, and can be told to fail."""
