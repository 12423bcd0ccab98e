"""STR 结构, the part about lists inside prose: gaps in them, and counts that announce them."""

from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.checks.rule import Case, Hit, Rule, Saying, rule
from govdisclosure.checks.severity import Severity
from govdisclosure.conventions.announced import announced_counts

__all__ = ["RULES"]

_NEAR: Final = 12  # characters between an announced count and its list


@rule("STR006", severity=Severity.WARNING, looks_at="prose")
def enumeration_gap(case: Case) -> Iterator[Saying]:
    """A list such as 一是 … 三是 leaves a number out.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes({"problems.blocks": ("问题：一是时效不高；三是解读不够。将改进培训工作，及时更新指南内容。",)})
        ['STR006']
    """
    for stretch, found in case.lists:
        if found.style not in ("一是", "①"):
            continue  # 首先 … 最后 has no numbers, and figures begin other things than lists
        for item, after in zip(found.items, found.items[1:], strict=False):
            between = "".join(one.text for one in stretch[item.paragraph : after.paragraph + 1])
            if after.value > item.value + 1 and not _is_broken(between, item.value + 1):
                yield Hit(stretch[after.paragraph].path, expected=item.value + 1, actual=after.mark)


@rule("STR007", severity=Severity.WARNING, looks_at="prose")
def announced_count_differs(case: Case) -> Iterator[Saying]:
    """A count is announced right before a list that has another number of items. Set phrases announce nothing.

    Example:
        >>> from govdisclosure.testing.samples import codes
        >>> codes(
        ...     {
        ...         "problems.blocks": (
        ...             "问题有以下三个方面：一是时效不高；二是解读不够。将改进培训，更新指南，完善制度。",
        ...         )
        ...     }
        ... )
        ['STR007']
    """
    for stretch, found in case.lists:
        first = found.items[0]
        if found.values != tuple(range(1, len(found.items) + 1)):
            continue
        here = stretch[first.paragraph].text
        text, path = here[: first.start], stretch[first.paragraph].path
        if not text.strip() and first.paragraph:
            text = stretch[first.paragraph - 1].text
        announced = [
            one
            for one in announced_counts(text)
            if not one.is_slogan and len(text.rstrip(" ：:，,")) - one.end <= _NEAR
        ]
        if announced and announced[-1].value != len(found.items) and text.rstrip().endswith(("：", ":", "，", "。")):
            last = announced[-1]
            if "。" in text[last.end :].rstrip("。"):
                continue
            yield Hit(path, expected=last.value, actual=len(found.items), facts={"announced": last.text})


def _is_broken(text: str, value: int) -> bool:
    """Whether the number that seems left out is there, in a form that is no mark."""
    numeral = "零一二三四五六七八九十"[value] if value <= 10 else ""
    return bool(numeral) and any(f"{numeral}{word}" in text.replace(" ", "") for word in ("是", "要", "为", "、", "，"))


RULES: Final[Sequence[Rule]] = (enumeration_gap, announced_count_differs)
"""The rules of this module, in the order of their codes."""
