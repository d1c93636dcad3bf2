"""The registry of formats is complete."""

from preflight.report.formats import BY_FINDING, BY_OBJECT, Format


def test_every_format_has_a_writer_for_each_way_to_report() -> None:
    assert list(BY_FINDING) == list(BY_OBJECT) == list(Format)


def test_only_text_and_json_differ_between_the_two_ways() -> None:
    assert [key for key in Format if BY_FINDING[key] is not BY_OBJECT[key]] == [Format.TEXT, Format.JSON]
