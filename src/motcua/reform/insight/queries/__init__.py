"""Reading figures, and the lists behind them."""
