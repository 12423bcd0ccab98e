"""Build a township's report, write it in three formats, read each back; then read a published one if it is there."""

import sys
from collections import Counter
from pathlib import Path

from govdisclosure import (
    ApplicantCounts,
    ApplicationsTable2021,
    Money,
    ProactiveTable2021,
    Reading,
    RemediesTable,
    Report,
    Section,
    Subsection,
    read,
    write,
)
from govdisclosure.model.proactive import IssuanceCounts

HERE = Path(__file__).parent.parent
SEED = HERE.parent / "shared" / "seed"


def township_report() -> Report:
    """青山镇 is invented; so is all that it did."""
    requests = ApplicationsTable2021.zeros().replace(
        {
            "received.natural_person": 5,
            "received.commercial": 1,
            "carried_in.natural_person": 1,
            "granted.natural_person": 3,
            "granted.commercial": 1,
            "partly_granted.natural_person": 1,
            "unable_to_provide.not_held.natural_person": 1,
            "carried_over": ApplicantCounts(),
        }
    )
    disclosed = ProactiveTable2021.zeros().replace(
        {"normative_documents": IssuanceCounts(2, 1, 9), "licensing.decisions": 31, "fees.amount": Money("0.04")}
    )
    return Report.blank("青山镇人民政府", 2024).replace(
        {
            "overview": Section(
                blocks="2024年，青山镇认真贯彻《中华人民共和国政府信息公开条例》，现将工作情况报告如下。",
                subsections=[
                    Subsection("主动公开情况", "全年主动公开政府信息126条，其中门户网站98条、公开栏28条。"),
                    Subsection("依申请公开情况", "收到政府信息公开申请6件，上年结转1件，办结6件，结转下年度1件。"),
                    Subsection(
                        "监督保障情况", "开展“两项工作”：一是组织培训2次；二是接受社会评议1次。未发生责任追究。"
                    ),
                ],
            ),
            "proactive.table": disclosed,
            "applications.table": requests.totalled(carry_over=True),
            "remedies.table": RemediesTable.zeros(),
            "problems": Section(blocks="一是公开内容不够丰富。二是解读形式单一。\n下一步，我们将加强培训，改进解读。"),
            "other_matters": Section(blocks="本年度未收取信息处理费。"),
            "sign_off.date": "2025-01-16",
        }
    )


def show(reading: Reading) -> None:
    """Print what was read: the figures, and the first note of each kind with its place."""
    report = reading.report
    kinds = Counter(cell.kind for cell in report.cells())
    print(f"  {report.title}")
    print(f"  year {report.year}, issuer {report.issuer}, signed {report.sign_off.date}")
    print("  cells: " + ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())))
    for code, number in Counter(note.code for note in reading.notes).most_common():
        first = next(note for note in reading.notes if note.code == code)
        print(f"  {number:3} × {first.message()}")


def main() -> None:
    """Write, read back, compare; then the published report."""
    out = HERE / "out"
    out.mkdir(exist_ok=True)
    report = township_report()
    for name in ("qingshan-2024.json", "qingshan-2024.md", "qingshan-2024.txt"):
        write(report, out / name)
        print(f"out/{name}: reads back equal: {read(out / name).report == report}")
    show(read(out / "qingshan-2024.md"))
    for path in sorted(SEED.glob("*.txt")):
        print(f"\n{path.name}, as published:")
        reading = read(path)
        show(reading)
        for name in ("seed.json", "seed.md", "seed.txt"):
            write(reading.report, out / name)
            print(f"out/{name}: reads back equal: {read(out / name).report == reading.report}")


if __name__ == "__main__":
    sys.exit(main())
