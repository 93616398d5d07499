"""``scrapy crawl``, which says what is wrong with a spider's arguments before anything starts."""

import argparse
import sys

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from crawler.spiders.news import NewsSpider, check_arguments


class Command(ScrapyCrawl):
    """Checks the arguments of the ``news`` spider; one line and exit status 2 when they are wrong."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        if args[:1] == [NewsSpider.name]:
            try:
                profile = check_arguments(**opts.spargs)
            except ValueError as error:
                print(f"scrapy crawl: error: {error}", file=sys.stderr)
                raise UsageError(print_help=False) from error
            if profile is not None and profile.allow_private:  # the resolver is the process's
                self.settings.set("JINGWEN_ALLOW_PRIVATE", True, priority="command")
        if not self.settings.getdict("FEEDS"):  # no -o, no -O, no feed of the user's own
            feed = self.settings["JINGWEN_FEED"]
            self.settings.set("FEEDS", {feed: {"format": "jsonlines"}}, priority="command")
