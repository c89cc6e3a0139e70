from imh_parents.faults import Fault, Level


def test_fault_reads_as_place_problem_remedy() -> None:
    assert str(Fault("content/a.md", 3, "title", "is missing", "Add it")) == "content/a.md:3  title: is missing. Add it"


def test_fault_without_line_or_field_leaves_them_out() -> None:
    assert str(Fault("content/a.md", 0, "", "does not exist", "Bring it back")) == "content/a.md  does not exist. Bring it back"


def test_faults_sort_by_path_then_line() -> None:
    rows = [Fault("b", 1, "", "", ""), Fault("a", 10, "", "", "", Level.REMARK), Fault("a", 9, "", "", "")]
    assert [(fault.path, fault.line) for fault in sorted(rows)] == [("a", 9), ("a", 10), ("b", 1)]
