"""Web pages: the article's text, what the page says of it, and the way back into the page's source."""
