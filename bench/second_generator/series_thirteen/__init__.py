"""Series thirteen: papers made as the second set of the corpus would be."""
