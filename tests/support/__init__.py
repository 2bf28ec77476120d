"""What the tests share: settings, databases, sockets, moments."""
