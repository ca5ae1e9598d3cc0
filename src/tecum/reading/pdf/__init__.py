"""The pages of a PDF: letters, form fields, what hides them or was taken out (READING 3, 4)."""
