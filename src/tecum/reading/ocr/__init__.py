"""Pages that are pictures: cleaned, recognised, mapped back to the page (READING 5)."""
