"""The legal sources that rules cite, each by a short name."""

from collections.abc import Mapping
from typing import Final

__all__ = ["BASES", "cited"]

BASES: Final[Mapping[str, str]] = {
    "OGI": "《中华人民共和国政府信息公开条例》（国务院令第711号）",
    "F19": "国办公开办函〔2019〕60号",
    "F21": "国办公开办函〔2021〕30号",
    "FEE": "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    "GB9704": "GB/T 9704—2012",
    "GB15834": "GB/T 15834—2011",
    "GB15835": "GB/T 15835—2011",
    "PIPL": "《中华人民共和国个人信息保护法》",
}
"""The full name of each source."""


def cited(basis: str) -> str:
    """Return the full name of a source, with the article where one is told.

    Example:
        >>> cited("OGI 50"), cited("GB9704 7.3.5")
        ('《中华人民共和国政府信息公开条例》（国务院令第711号）第50条', 'GB/T 9704—2012 7.3.5')
    """
    name, _, place = basis.partition(" ")
    source = BASES.get(name, name)
    if not place:
        return source
    return f"{source}第{place}条" if name == "OGI" else f"{source} {place}"
