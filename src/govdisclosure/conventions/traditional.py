"""Traditional characters: copies of reports on wikis and overseas sites print the form in them."""

import re
from typing import Final

__all__ = ["simplified", "simplified_characters"]

_PAIRS: Final = (
    "條条項项規规範范製制數数開开廢废現现處处決决許许強强罰罚業业費费額额單单萬万對对務务採采購购總总與与關关係系為为請请"
    "結结轉转續续辦办構构組组織织會会機机類类屬属國国護护權权內内過过執执詢询複复復复議议訴诉訟讼維维糾纠審审經经無无補补"
    "後后確确認认獲获報报舉举繳缴納纳穩稳當当隻只濟济據据動动體体況况狀状實实際际題题進进應应當当須须說说並并於于個个"
    "減减綜综級级階阶問问點点麼么專专設设達达發发布布佈布臺台鄉乡鎮镇縣县區区廳厅室室衛卫産产産产"
)
_TABLE: Final = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_READING: Final = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")


def simplified(text: str) -> str:
    """Return the words of the form in simplified characters, for comparing only.

    Only the characters that the form and its headings use are known. Readings in brackets, which some copies put behind
    a character, go; 檔案 becomes 文件, as it was before the copy.

    Example:
        >>> simplified("規範性檔案"), simplified("主動(dòng)公開")
        ('规范性文件', '主动公开')
    """
    if text.isascii():
        return text
    return simplified_characters(_READING.sub("", text))


def simplified_characters(text: str) -> str:
    """Do the same character by character: the length stays, so that places in one are places in the other.

    Example:
        >>> simplified_characters("規範性檔案")
        '规范性文件'
    """
    return text.translate(_TABLE).replace("档案", "文件").replace("檔案", "文件")
