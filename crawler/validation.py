"""Item pipeline: nothing is written that is no valid record."""

from typing import Any

from pydantic import ValidationError

from cleaners import Record, Rejection
from crawler.cleaning import PageRejected


class ValidatePipeline:
    """Checks every item against the record's model, whatever pipeline or spider made it."""

    def process_item(self, item: Any) -> Any:
        try:
            Record.model_validate(item)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            detail = f"{where}: {first['msg']}"
            raise PageRejected(Rejection("invalid-record", "validate", detail)) from error
        return item
