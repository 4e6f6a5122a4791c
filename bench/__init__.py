"""How much slower than the bare libraries the program is; nothing here is shipped or asserted."""
