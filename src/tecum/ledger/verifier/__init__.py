"""The verifiers for the other side: a page for people (``verify.html``) and one Python file."""
