"""From bytes to a typed demand, every value with the words that prove it (READING).

Data flows one way, from the rooms at the left to those at the right; ``make lint`` holds it so.

    files  mail  pdf ─▶ order ─▶ ocr ─▶ open        bytes → pages: text, lines, layers, boxes
                                        │
    split ─▶ paper  speech ─▶ conduct  kind         what each document is and does
                              signer  parties       who made it, for whom
                              dates  items          by when, and what is asked
                              citations  fields     what it cites; what its form says
                              templates             what a known form adds
                                        │
                    document ─▶ bands ─▶ read       one Reading, each value with its band

``text`` holds what every step matches with; ``result`` is the Reading, ``contract`` its JSON,
``likeness`` compares documents, ``failed`` counts what the redactions of others left legible.
"""
