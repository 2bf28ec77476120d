"""Pages about applicants for officials."""
