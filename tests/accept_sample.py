"""Write the sample site's expected records anew: ``python -m tests.accept_sample``.

For changes that are meant. The diff is to be read line by line: every change in it is a decision.
"""

import json
import tempfile
from pathlib import Path

from tests.test_crawl import ROOT, Crawl


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        crawl = Crawl(Path(folder))
    accepted = {}
    for path, record in sorted(crawl.by_path().items()):
        kept = {key: value for key, value in record.items() if key not in {"id", "fetched_at"}}
        accepted[path] = json.loads(json.dumps(kept).replace(crawl.base, "{base}"))
    text = json.dumps(accepted, ensure_ascii=False, indent=1) + "\n"
    (ROOT / "tests/cases/sample_records.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
