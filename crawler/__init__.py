"""Fetching of Chinese news sites with Scrapy. What becomes of a page is `cleaners`' business."""
