"""First start: from nothing to a workspace, in four short steps."""
