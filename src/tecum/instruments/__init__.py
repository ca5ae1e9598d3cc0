"""The catalogue of instruments and the institutions that issue them."""
