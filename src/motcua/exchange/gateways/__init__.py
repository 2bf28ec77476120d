"""The wires by which notices leave the house: mail, SMS, Zalo; and a simulator that catches all of them."""
