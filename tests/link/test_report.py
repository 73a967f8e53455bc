"""What of a page is a report: its sentences; and a page that tells nothing of what its title says holds none."""

from __future__ import annotations

from whosays.link.report import report
from whosays.link.signature import signature

TITLE = "Two guards wounded at northern crossing"
TOLD = "Two guards were wounded at the northern crossing on Monday. The ministry said that traffic had stopped."
LIST = "0:27 Mayor opens the new market hall\n\n1:31 Ten places to see in spring\n\n2:53 Marching bands meet in the capital"
WALL = "Please check your email and click on the link. Sign in to read on. Your profile is not complete."


def test_sentences_are_read_and_headings_and_lists_are_not() -> None:
    assert report(f"{TITLE}\n\n{LIST}\n\n{TOLD}", TITLE) == (
        "Two guards were wounded at the northern crossing on Monday.",
        "The ministry said that traffic had stopped.",
    )


def test_a_line_that_runs_on_is_read_though_it_ends_without_a_stop() -> None:
    line = " ".join(f"word{n}" for n in range(20))
    assert report(line) == (line,)
    assert report(line.rpartition(" ")[0]) == ()


def test_a_list_of_losses_is_read() -> None:
    assert report("Tanks: 12;\nGuns: 30;") == ("Tanks: 12;", "Guns: 30;")


def test_furniture_is_left_out() -> None:
    assert report(f"{WALL} {TOLD}", TITLE)[-1] == "The ministry said that traffic had stopped."
    assert not any("Sign in" in passage or "email" in passage for passage in report(f"{WALL} {TOLD}", TITLE))


def test_a_page_that_does_not_tell_what_its_title_says_holds_no_report() -> None:
    other = (
        "Spring is the season for walks. Ten places are waiting, from the lake to the old harbour, and all are free."
    )
    assert report(other, TITLE) == ()
    assert report(other, None) != ()


def test_the_title_said_again_is_not_the_report() -> None:
    assert report(f"{TITLE}.\n\nThe weather will be fair, and the market hall is open.", f"{TITLE}.") == ()


def test_pages_without_a_report_are_copies_of_nothing() -> None:
    assert signature("a", f"{TITLE}\n\n{LIST}\n\n{WALL}", TITLE).bands == ()
