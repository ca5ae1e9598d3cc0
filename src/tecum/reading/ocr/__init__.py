"""Letters in pictures: scans, faxes and photographs become words with boxes (READING 4, 5)."""
