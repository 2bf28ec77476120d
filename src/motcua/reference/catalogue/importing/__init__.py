"""Reading the national record of procedures: files to rows, rows to drafts, and every flaw by its row."""
