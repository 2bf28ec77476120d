"""Messages to telephones: SMS and Zalo, through a gateway that speaks HTTP."""
