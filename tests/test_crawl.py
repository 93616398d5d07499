"""A real crawl of the sample site, in a subprocess, over real HTTP on loopback."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cleaners import json_schema
from cleaners.record import article_id
from crawler.served import ServedFolder

ROOT = Path(__file__).parent.parent
EXPECTED = json.loads((ROOT / "tests/cases/sample_records.json").read_text(encoding="utf-8"))
WITHOUT_RECORD = {
    "/2024/0101/missing.html": ("http-404", 404),
    "/2024/0101/gone.html": ("error-page", 200),
    "/2024/0102/topic.html": ("list-page", 200),
    "/private/2020/0101/x.html": ("robots-txt", None),
}


def scrapy(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run Scrapy in a subprocess, our own deprecated calls being errors."""
    environment = {**os.environ, "PYTHONWARNINGS": "default"}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Crawl:
    def __init__(self, folder: Path) -> None:
        self.feed, self.rejects = folder / "news.jsonl", folder / "rejects.jsonl"
        self.process = scrapy("crawl", "news", "-O", str(self.feed), "-s", f"JINGWEN_REJECTS={self.rejects}")
        assert self.process.returncode == 0, self.process.stderr
        self.records = read_lines(self.feed)
        self.base = re.match(r"http://[^/]+", self.records[0]["url"]).group()  # type: ignore[union-attr]

    def by_path(self) -> dict[str, dict[str, Any]]:
        return {record["url"].removeprefix(self.base): record for record in self.records}


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    return Crawl(tmp_path_factory.mktemp("crawl"))


def test_every_article_of_the_site_makes_one_record(crawl: Crawl) -> None:
    paths = [record["url"].removeprefix(crawl.base) for record in crawl.records]
    assert sorted(paths) == sorted(EXPECTED)


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_record_is_as_expected_field_by_field(crawl: Crawl, path: str) -> None:
    record = crawl.by_path()[path]
    expected = json.loads(json.dumps(EXPECTED[path]).replace("{base}", crawl.base))
    address = record["canonical_url"] or record["url"]
    assert record.pop("id") == article_id(address)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", record.pop("fetched_at"))
    assert record == expected


def test_records_are_valid_against_the_schema_and_keys_are_in_order(crawl: Crawl) -> None:
    schema = json_schema()
    validator = Draft202012Validator(schema)
    for line in crawl.feed.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        validator.validate(record)
        assert list(record) == list(schema["properties"])
        assert "\\u" not in line


def test_pages_without_a_record_are_in_the_rejects(crawl: Crawl) -> None:
    rejects = {line["url"].removeprefix(crawl.base): line for line in read_lines(crawl.rejects)}
    assert {path: (line["reason"], line["status"]) for path, line in rejects.items()} == WITHOUT_RECORD


def test_the_end_is_a_summary_for_people(crawl: Crawl) -> None:
    summary = crawl.process.stderr.partition("jingwen: crawl finished")[2]
    assert re.search(rf"articles\s+{len(EXPECTED)}\n", summary)
    assert re.search(rf"rejects\s+{len(WITHOUT_RECORD)}\n", summary)
    assert re.search(r"\d+  robots-txt\n", summary)
    assert re.search(r"\d+  glosses: pinyin\n", summary)


def test_no_deprecation_of_ours_and_no_traceback(crawl: Crawl) -> None:
    assert "Traceback" not in crawl.process.stderr
    ours = [
        line
        for line in crawl.process.stderr.splitlines()
        if "Deprecat" in line and re.search(r"/(crawler|cleaners)/", line)
    ]
    assert not ours


def test_a_feed_may_be_appended_to(tmp_path: Path) -> None:
    feed = tmp_path / "news.jsonl"
    for _ in range(2):
        done = scrapy("crawl", "news", "-o", str(feed), "-s", f"JINGWEN_REJECTS={tmp_path / 'r.jsonl'}")
        assert done.returncode == 0
    assert len(read_lines(feed)) == 2 * len(EXPECTED)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-a", "site=nowhere"], "no site profile named 'nowhere'; there are: sample"),
        (["-a", "site=missing/site.toml"], "no site profile at missing/site.toml"),
        (["-a", "url=ftp://example.com/"], "'ftp://example.com/' is no http or https address"),
        (["-a", "url=http://"], "has no host name"),
        (["-a", "site=sample", "-a", "url=http://example.com/"], "give either site or url, not both"),
        (["-a", "sites=sample"], "unknown argument 'sites'"),
    ],
)
def test_bad_arguments_are_one_line_and_status_2(arguments: list[str], said: str) -> None:
    done = scrapy("crawl", "news", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


GOOD = """
name = "x"
start_urls = ["http://example.com/"]
allowed_domains = ["example.com"]
articles = ['/a/']
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "is no TOML"),
        (GOOD.replace("name", "nmae"), "name: is missing"),
        (GOOD + "colour = 1", "colour: unknown key"),
        (GOOD.replace("'/a/'", "'(a'"), "articles.0: '(a' is no regular expression"),
        (GOOD.replace("http://example.com/", "example.com"), "start_urls.0: 'example.com' is no http"),
        (GOOD + "crawl_delay = -1", "crawl_delay: Input should be greater than or equal to 0"),
        (GOOD + '[selectors]\nbody = "div["', "selectors.body: 'div[' is no CSS selector"),
        (GOOD + '[serve]\nfolder = "nothing"', "serve.folder: no folder 'nothing'"),
    ],
)
def test_a_bad_profile_is_named_with_its_key(tmp_path: Path, text: str, said: str) -> None:
    profile = tmp_path / "bad.toml"
    profile.write_text(text, encoding="utf-8")
    done = scrapy("crawl", "news", "-a", f"site={profile}")
    assert done.returncode == 2
    assert str(profile) in done.stderr
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_private_address_is_not_fetched(tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.jsonl"
    for url in ("http://127.0.0.1:9/a.html", "http://localhost:9/a.html"):
        scrapy("crawl", "news", "-a", f"url={url}", "-O", str(tmp_path / "n.jsonl"),
               "-s", f"JINGWEN_REJECTS={rejects}")  # fmt: skip
    assert [line["reason"] for line in read_lines(rejects)] == ["private-address"] * 2


@pytest.mark.parametrize(("path", "least"), [("/2023/0516/b1.html", 1), ("/list2.html", 10)])
def test_an_address_without_a_profile(tmp_path: Path, path: str, least: int) -> None:
    served = ServedFolder(ROOT / "data/sample")
    try:
        feed = tmp_path / "news.jsonl"
        done = scrapy(
            "crawl", "news", "-a", f"url={served.address}{path}", "-O", str(feed),
            "-s", f"JINGWEN_REJECTS={tmp_path / 'r.jsonl'}", "-s", "JINGWEN_ALLOW_PRIVATE=1",
            "-s", "DOWNLOAD_DELAY=0",
        )  # fmt: skip
    finally:
        served.close()
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    records = read_lines(feed)
    assert len(records) >= least
    for record in records:
        assert record["text"] == EXPECTED[record["url"].removeprefix(served.address)]["text"]


def test_a_gzipped_feed(tmp_path: Path) -> None:
    feed = tmp_path / "news.jsonl.gz"
    feeds = {
        str(feed): {"format": "jsonlines", "postprocessing": ["scrapy.extensions.postprocessing.GzipPlugin"]}
    }
    done = scrapy(
        "crawl", "news", "-s", f"FEEDS={json.dumps(feeds)}", "-s", f"JINGWEN_REJECTS={tmp_path / 'r'}"
    )
    assert done.returncode == 0, done.stderr
    assert len(gzip.decompress(feed.read_bytes()).splitlines()) == len(EXPECTED)


PARAGRAPHS = [
    "长江流域的水文站工作人员已经连续监测了四十天，每天早晚各上报一次水位数据。",
    "老站长说，过去全靠人工读尺，遇到暴雨还要划船出去，如今自动测报系统十分钟更新一次。",
    "今年汛期，全流域共发布预警一百二十次，转移群众三万人，没有发生人员伤亡。",
]


def test_an_article_of_several_pages_is_one_record(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    names = ["c1.html", "c1_2.html", "c1_3.html"]
    manifest = ""
    for number, (name, text) in enumerate(zip(names, PARAGRAPHS, strict=True)):
        pager = "".join(f"<a href=/2024/0101/{n}>{i}</a> " for i, n in enumerate(names, 1))
        if number < 2:
            pager += (
                f"<a href=/2024/0101/{names[number + 1]}>下一页</a> <a href=/2024/0101/c2.html>下一篇</a>"
            )
        (site / name).write_text(
            f"<html><head><title>水文人_江报</title></head><body><h1>守护江河的水文人</h1><div>2024-01-01 来源：江报</div>"
            f"<div><p>{text}</p><p>{text[:12]}的故事还在继续。</p><div>{pager}</div></div></body></html>",
            encoding="utf-8",
        )
        manifest += f'[pages."/2024/0101/{name}"]\nfile = "{name}"\n'
    (site / "404.html").write_text("<html></html>", encoding="utf-8")
    (site / "site.toml").write_text(manifest, encoding="utf-8")
    served = ServedFolder(site)
    feed, rejects = tmp_path / "n.jsonl", tmp_path / "r.jsonl"
    try:
        done = scrapy(
            "crawl", "news", "-a", f"url={served.address}/2024/0101/c1.html", "-O", str(feed),
            "-s", f"JINGWEN_REJECTS={rejects}", "-s", "JINGWEN_ALLOW_PRIVATE=1", "-s", "DOWNLOAD_DELAY=0",
        )  # fmt: skip
        (site / "c1_3.html").unlink()  # the server fails on the last page
        broken = scrapy(
            "crawl", "news", "-a", f"url={served.address}/2024/0101/c1.html", "-O", str(tmp_path / "b.jsonl"),
            "-s", f"JINGWEN_REJECTS={rejects}", "-s", "JINGWEN_ALLOW_PRIVATE=1", "-s", "DOWNLOAD_DELAY=0",
            "-s", "RETRY_ENABLED=0",
        )  # fmt: skip
    finally:
        served.close()
    assert done.returncode == broken.returncode == 0
    [record] = read_lines(feed)
    expected = [line for text in PARAGRAPHS for line in (text, f"{text[:12]}的故事还在继续。")]
    assert record["text"].split("\n\n") == expected
    assert record["url"].endswith("/c1.html")
    [part] = read_lines(tmp_path / "b.jsonl")
    assert part["text"].split("\n\n") == expected[:4]
    assert [line["url"].rpartition("/")[2] for line in read_lines(rejects)] == ["c1_3.html"]
