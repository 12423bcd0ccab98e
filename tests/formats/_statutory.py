"""The three tables of the statutory form, as they are printed, for the formats to draw."""

from govdisclosure.document import Cell, Grid

__all__ = ["APPLICATIONS", "PROACTIVE", "REMEDIES"]

_DECISIONS = "本年处理决定数量"
_FEES = "本年收费金额（单位：万元）"


def _band(item: str) -> tuple[Cell, ...]:
    return (Cell(f"第二十条第（{item}）项", colspan=4),)


def _wide(label: str, figure: str) -> tuple[Cell, ...]:
    return Cell(label), Cell(figure, colspan=3)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


PROACTIVE = Grid((
    _band("一"),
    _row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    _row("规章", "0", "0", "0"),
    _row("行政规范性文件", "13", "0", "55"),
    _band("五"),
    _wide("信息内容", _DECISIONS),
    _wide("行政许可", "517645"),
    _band("六"),
    _wide("信息内容", _DECISIONS),
    _wide("行政处罚", "6939"),
    _wide("行政强制", "/"),
    _band("八"),
    _wide("信息内容", _FEES),
    _wide("行政事业性收费", "7730.28"),
))  # fmt: skip

_FIGURES = ("1", "0", "0", "0", "/", "", "1")
_APPLICANTS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_GROUPS = (
    ("（三）不予公开", ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
                        "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项")),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    ("（五）不予处理", ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
                        "5.要求行政机关确认或重新出具已获取信息")),
    ("（六）其他处理", ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他")),
)  # fmt: skip


def _applications() -> Grid:
    def figures() -> tuple[Cell, ...]:
        return _row(*_FIGURES)

    rows = [
        (
            Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            Cell("申请人情况", colspan=7),
        ),
        (Cell("自然人", rowspan=2), Cell("法人或其他组织", colspan=5), Cell("总计", rowspan=2)),
        _row(*_APPLICANTS),
        (Cell("一、本年新收政府信息公开申请数量", colspan=3), *figures()),
        (Cell("二、上年结转政府信息公开申请数量", colspan=3), *figures()),
        (Cell("三、本年度办理结果", rowspan=22), Cell("（一）予以公开", colspan=2), *figures()),
        (Cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", colspan=2), *figures()),
    ]
    for label, details in _GROUPS:
        rows.append((Cell(label, rowspan=len(details)), Cell(details[0]), *figures()))
        rows += [(Cell(detail), *figures()) for detail in details[1:]]
    rows.append((Cell("（七）总计", colspan=2), *figures()))
    rows.append((Cell("四、结转下年度继续办理", colspan=3), *figures()))
    return Grid(tuple(rows))


_OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
_UNDER_RECONSIDERATION = tuple(Cell(outcome, rowspan=2) for outcome in _OUTCOMES)

APPLICATIONS = _applications()
REMEDIES = Grid((
    (Cell("行政复议", colspan=5), Cell("行政诉讼", colspan=10)),
    (*_UNDER_RECONSIDERATION, Cell("未经复议直接起诉", colspan=5), Cell("复议后起诉", colspan=5)),
    _row(*_OUTCOMES, *_OUTCOMES),
    _row("10", "1", "0", "0", "11", *("0",) * 5, "5", "", "/", "0", "5"),
))  # fmt: skip
