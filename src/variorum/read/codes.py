"""The reason codes: every failure of an account carries one of these, and docs/codes.md is made from them."""

from variorum.model.text import Failure

__all__ = ["CODES", "STEP", "failure"]

STEP = "read"

CODES: dict[str, str] = {
    "archive": "A zip or another archive. Unpack it and name the files.",
    "binary": "Not text but an image, a PDF or another binary, whatever its name ends in. Export it as text.",
    "cookie_wall": "The page holds a consent notice and no account. Save it again after answering the notice.",
    "damaged_archive": "Compressed bytes that break off or do not check out. Fetch the file again.",
    "decompressed_too_large": "Compressed bytes that inflate beyond `max_bytes` or `max_ratio`, or twice.",
    "empty": "No text at all, or only white space and invisible characters.",
    "invalid_json": "Not JSON, at the line that the message names. The other lines of a JSONL file are read.",
    "line_too_long": "A line of a JSONL file is longer than `max_line_bytes`.",
    "no_accounts": "Nothing is left to collate.",
    "no_text": "A page in which no running text was found.",
    "not_found": "Nothing is there, or no file matches the pattern, or a folder holds no file that can be read.",
    "not_regular": "A link inside a folder, a pipe, a device or a socket: only regular files are read.",
    "only_furniture": "Nothing is left when menus, buttons, credits and notices are taken away.",
    "paywall": "A stub that asks the reader to subscribe. Get the whole account.",
    "step_failed": "A step broke on this account; the message names the error. All else about it stands.",
    "too_deep": "Tags or JSON values nested deeper than `max_depth`. Tidy the file, or raise the cap.",
    "too_large": "More than `max_file_bytes` on disk or `max_bytes` decoded. Cut the file, or raise the cap.",
    "too_long": "More words than `max_words`. Split the file, or raise the cap.",
    "too_many_accounts": "More accounts than `max_accounts`. Collate fewer, or raise the cap.",
    "unknown_format": "A file name that ends otherwise than .txt .md .html .htm .json .jsonl, each also with .gz.",
    "unreadable": "The system does not let it be read; the message has the system's reason.",
    "unsupported_language": "Not in a language that variorum reads; the message names the one it looks like.",
    "wrong_shape": "JSON that is no account: not an object, or without text under `text` or `maintext`.",
}


def failure(name: str, code: str, message: str) -> Failure:
    """A failure of this stage, its message headed by the name; the code must be one of the documented ones."""
    if code not in CODES:
        raise KeyError(code)
    return Failure(name, STEP, code, f"{name}: {message}")
