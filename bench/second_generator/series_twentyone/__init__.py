"""A set by one more author: other instruments, editions, issuers and genres."""
