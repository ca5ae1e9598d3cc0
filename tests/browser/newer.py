"""The product as a later version of itself: what an older reader read can be read again.

Run as a program in place of ``tecum.cli``, with the same words.
"""

from __future__ import annotations

import tecum

if __name__ == "__main__":
    tecum.__version__ = "99.0"
    from tecum.cli.__main__ import main

    main()
